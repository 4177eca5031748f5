import { Logger } from '@encircle/api/testing';

export interface LogLines {
  readonly lines: readonly string[];
  stop(): void;
}

/** The lines the program writes to its log from now on, as they would stand there, whatever level it was started with. */
export function logLines(): LogLines {
  const lines: string[] = [];
  const sink = new Logger('trace', { write: (line: string) => void lines.push(line) });
  const methods = (['info', 'warn', 'error'] as const).map((name) => [name, Logger.prototype[name]] as const);
  const put = (name: string, value: unknown): void => {
    Object.defineProperty(Logger.prototype, name, { configurable: true, writable: true, value });
  };
  for (const [name, write] of methods)
    put(name, (...said: Parameters<typeof write>) => Reflect.apply(write, sink, said));
  return { lines, stop: () => methods.forEach(([name, write]) => put(name, write)) };
}
