import { pino, type DestinationStream, type Logger as Pino } from 'pino';

/** Only these facts are ever logged: no bodies, no query strings, no SQL parameters, no names. */
export interface LogFacts {
  reference?: string;
  route?: string;
  status?: number;
  milliseconds?: number;
}

/** Structured log lines without personal data. Errors are reduced to their kind, code and stack. */
export class Logger {
  private readonly sink: Pino;

  /** @param to where lines go instead of the standard output */
  constructor(level: string, to?: DestinationStream) {
    this.sink = to ? pino({ level, base: null }, to) : pino({ level, base: null });
  }

  info(message: string, facts: LogFacts = {}): void {
    this.sink.info(facts, message);
  }

  warn(message: string, facts: LogFacts = {}): void {
    this.sink.warn(facts, message);
  }

  error(error: unknown, facts: LogFacts = {}): void {
    const known = error instanceof Error ? error : new Error('not an error object');
    // A database error's message may quote a value, so only its code and our own frames are kept.
    const code = (error as { code?: unknown }).code;
    this.sink.error(
      { ...facts, kind: known.name, code, stack: known.stack?.split('\n').slice(1, 8).join('\n') },
      'failed',
    );
  }
}
