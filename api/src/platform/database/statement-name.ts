import { createHash } from 'node:crypto';

/** Statements written with values inside would otherwise fill the server's memory with plans. */
const MOST = 500;
const names = new Map<string, string>();

/**
 * A name for a statement, the same for the same text: each connection plans a named statement once. Planning a read that
 * row-level security guards takes longer than running it.
 * @returns undefined once there are too many different texts; such a statement is planned each time
 */
export function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known || names.size >= MOST) return known;
  const name = `s_${createHash('sha256').update(text).digest('base64url').slice(0, 22)}`;
  names.set(text, name);
  return name;
}
