/**
 * Where to go after signing in: the place that was asked for, when it is one of ours.
 * @param state what the sign-in page was opened with
 */
export function placeAfterSignIn(state: unknown): string {
  const from = typeof state === 'object' && state !== null ? (state as { from?: unknown }).from : undefined;
  const ours = typeof from === 'string' && /^\/(?![/\\])/.test(from) && !from.startsWith('/sign-in');
  return ours ? from : '/';
}
