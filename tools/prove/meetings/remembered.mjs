const READS = /^\s*(select|with)\b/;
/** A look is written down each time it is had. */
const WRITES = /\baudit\.|\b(insert|update|delete)\b/;

/**
 * What the program was answered about one meeting, so that its wall can be asked for many sets of people without reading the same
 * rows anew each time. All of the program runs for each set; only the reads of its database that are the same to the letter,
 * for the same person, are answered from here. Who came is what differs between the sets: it is put into each row that tells of it.
 */
export class RememberedReads {
  #answers = null;
  #here = null;
  #heard = new WeakSet();

  /** Listens to a connection of the program. */
  hear(client) {
    if (this.#heard.has(client)) return;
    this.#heard.add(client);
    const ask = client.query.bind(client);
    client.query = (...question) =>
      this.#isRead(question) ? this.#read(ask, question[0]) : ask(...question);
  }

  /** From here on, while nothing else changes: these came, as if it were written in the database. */
  with(presentIds) {
    this.#answers ??= new Map();
    this.#here = new Set(presentIds);
  }

  /** The database is asked again. */
  forget() {
    this.#answers = null;
  }

  #isRead([first, ...more]) {
    return (
      this.#answers !== null &&
      more.length === 0 &&
      typeof first?.text === 'string' &&
      READS.test(first.text) &&
      !WRITES.test(first.text)
    );
  }

  async #read(ask, question) {
    const key = JSON.stringify([question.text, question.values]);
    const known = this.#answers.get(key) ?? (await ask(question));
    this.#answers?.set(key, known);
    return { ...known, rows: known.rows.map((row) => this.#now(row)) };
  }

  #now(row) {
    const copy = structuredClone(row);
    if ('attendance' in copy) copy.attendance = this.#here.has(copy.id) ? 'ATT' : 'DNA';
    return copy;
  }
}
