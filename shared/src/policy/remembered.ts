/** More distinct days and instants than one record holds; then it starts afresh. */
const LIMIT = 4096;

/**
 * A pure function of one text that remembers its answers: the same few days and instants are compared many
 * times in one decision. Forgetting everything when full keeps memory bounded without any bookkeeping.
 */
export function remembered<T>(make: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const old = known.get(text);
    if (old !== undefined) return old;
    const made = make(text);
    if (known.size >= LIMIT) known.clear();
    known.set(text, made);
    return made;
  };
}
