/** What the tabs of one browser, and the parts of one tab, tell each other about the session. */
export type Signal =
  /** The API answered as signed in, so the idle time starts anew. */
  | { kind: 'touched' }
  /** The API said the session is over. */
  | { kind: 'refused' }
  /** The same person came back after a lock: unsaved text may be sent again. */
  | { kind: 'reopened' }
  /** Quick hide was pressed. */
  | { kind: 'hidden' }
  | { kind: 'signed-out' };

type Listener = (signal: Signal) => void;

const listeners = new Set<Listener>();
const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('encircle-session');

const tell = (signal: Signal) => listeners.forEach((listen) => listen(signal));

if (channel) channel.onmessage = (event: MessageEvent<Signal>) => tell(event.data);

/** Tells this tab; with `everywhere` the other tabs too. */
export function send(signal: Signal, everywhere = false): void {
  tell(signal);
  if (everywhere) channel?.postMessage(signal);
}

export function listen(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
