/** How long to wait before asking again whether there is a line. */
const AGAIN_MS = 2_000;

/** Until the computer says that it is connected, or a little while. */
export function theLine(): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      window.removeEventListener('online', done);
      resolve();
    };
    const timer = setTimeout(done, AGAIN_MS);
    window.addEventListener('online', done);
  });
}

/** What every change carries beside what it changes. */
const AROUND = new Set(['version', 'change', 'minuteId', 'meetingId', 'comment']);

/** A change whose answer got lost is found as stored when it is sent again: then it was ours. */
export function alreadyThere(stored: unknown, sent: object): boolean {
  if (typeof stored !== 'object' || stored === null) return false;
  const changed = Object.entries(sent).filter(([name]) => !AROUND.has(name));
  const row = stored as Record<string, unknown>;
  const said = 'comment' in sent ? lastWords(row) === (sent as { comment: string }).comment : true;
  return (
    said && (changed.length > 0 || 'comment' in sent) && changed.every(([name, value]) => row[name] === value)
  );
}

function lastWords({ comments }: Record<string, unknown>): string | null {
  const last: unknown = Array.isArray(comments) ? comments.at(-1) : null;
  return typeof last === 'object' && last !== null && 'text' in last ? String(last.text) : null;
}
