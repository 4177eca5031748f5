import { poolOf } from '@encircle/api/testing';
import type { InProcess } from './in-process.js';

interface Asking {
  query: (...args: unknown[]) => unknown;
}

/**
 * Listens at the connections of the running program: which statements it sends, and, when asked to, that nothing it does
 * is kept. A route can so be called for real again and again on the same record.
 */
export class Statements {
  private readonly heard: string[] = [];
  private readonly known = new WeakSet<object>();
  /** While true every unit of work ends in a rollback instead of its commit. */
  undo = false;

  private constructor() {}

  static of(program: InProcess): Statements {
    const statements = new Statements();
    poolOf(program.source).on('acquire', (client) => statements.listen(client as unknown as Asking));
    return statements;
  }

  /** The statements of what `work` does, with their spaces made one. Nothing else may run meanwhile. */
  async during(work: () => Promise<unknown>): Promise<string[]> {
    this.heard.length = 0;
    await work();
    return [...this.heard];
  }

  private listen(client: Asking): void {
    if (this.known.has(client)) return;
    this.known.add(client);
    const ask = client.query.bind(client);
    let inside = false;
    client.query = (first, ...rest) => {
      const text = (typeof first === 'string' ? first : (first as { text?: string }).text) ?? '';
      this.heard.push(text.replace(/\s+/g, ' ').trim());
      if (/^begin\b/.test(text)) inside = true;
      if (/^(commit|rollback)\b/.test(text)) {
        inside = false;
        return ask(this.undo ? 'rollback' : first, ...rest);
      }
      if (!this.undo || inside) return ask(first, ...rest);
      // A statement that is its own transaction is asked through a callback, so that its answer can wait for the undoing.
      const answered = rest.pop() as (...answer: unknown[]) => void;
      return ask('begin', () =>
        ask(first, ...rest, (...answer: unknown[]) => ask('rollback', () => answered(...answer))),
      );
    };
  }
}
