import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { freshDatabase, type TestDatabase } from './database.js';
import { onHost } from './host.js';

export interface Answer<T = unknown> {
  status: number;
  body: T;
  text: string;
  bytes: Uint8Array;
  headers: Record<string, string | string[] | number | undefined>;
}

/** A user of the program. Every call names who is asking, because the client is that person. */
export class Client {
  constructor(
    private readonly program: Program,
    readonly token: string,
    private readonly csrf: string,
  ) {}

  /** As a browser would send it. */
  get cookie(): string {
    return `encircle=${this.token}`;
  }

  get<T>(path: string, headers: Record<string, string> = {}): Promise<Answer<T>> {
    return this.send<T>('GET', path, undefined, headers);
  }

  /** A create: sends an Idempotency-Key of its own unless given one. */
  post<T>(path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer<T>> {
    return this.send<T>('POST', path, body, { 'idempotency-key': randomUUID(), ...headers });
  }

  /** Sends a file to be looked through. */
  upload<T>(file: Uint8Array): Promise<Answer<T>> {
    return this.send<T>('POST', '/api/uploads', file, { 'content-type': 'application/octet-stream' });
  }

  put<T>(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer<T>> {
    return this.send<T>('PUT', path, body, headers);
  }

  patch<T>(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer<T>> {
    return this.send<T>('PATCH', path, body, headers);
  }

  delete<T>(path: string, headers: Record<string, string> = {}): Promise<Answer<T>> {
    return this.send<T>('DELETE', path, undefined, headers);
  }

  async send<T>(
    method: string,
    path: string,
    body: unknown,
    headers: Record<string, string>,
  ): Promise<Answer<T>> {
    return this.program.inject<T>(method, path, body, {
      cookie: this.cookie,
      'x-csrf-token': this.csrf,
      ...headers,
    });
  }
}

/** A file goes as it is, anything else as JSON. */
const wire = (body: unknown): string | Uint8Array<ArrayBuffer> =>
  body instanceof Uint8Array ? new Uint8Array(body) : typeof body === 'string' ? body : JSON.stringify(body);

/** Settings of a program of the tests. */
export const settingsFor = (
  database: TestDatabase,
  more: Readonly<Record<string, string>>,
): Record<string, string> => ({
  DATABASE_URL: database.loginUrl,
  ENCIRCLE_DEMO: '1',
  ENCIRCLE_POOL_SIZE: '8',
  ENCIRCLE_SEAL_SECONDS: '0',
  ENCIRCLE_REFUSAL_BEAT_MS: '0',
  ENCIRCLE_WORKER: '0',
  ENCIRCLE_LOG_LEVEL: process.env['ENCIRCLE_LOG_LEVEL'] ?? 'fatal',
  ...more,
});

/** The real program, built, on a real database of its own. */
export class Program {
  protected constructor(
    /** Its name at the host that runs it. */
    private readonly id: string | null,
    readonly database: TestDatabase,
    /** `http://127.0.0.1:<port>` */
    readonly url: string,
  ) {}

  /** @param settings beside the usual ones, such as where mail goes */
  static async start(template?: string, settings: Readonly<Record<string, string>> = {}): Promise<Program> {
    const database = await freshDatabase(template);
    const { id, url } = await onHost<{ id: string; url: string }>('start', {
      settings: settingsFor(database, settings),
    });
    return new Program(id, database, url);
  }

  async stop(): Promise<void> {
    await onHost('stop', { id: this.id });
    await this.database.close();
  }

  /** One call over a real socket, as a browser or a script would make it. */
  async inject<T>(
    method: string,
    path: string,
    body: unknown,
    headers: Record<string, string>,
  ): Promise<Answer<T>> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: wire(body) }),
      redirect: 'manual',
    });
    const bytes = new Uint8Array(await response.arrayBuffer());
    const text = new TextDecoder().decode(bytes);
    let parsed: unknown = null;
    try {
      parsed = text === '' ? null : JSON.parse(text);
    } catch {
      parsed = text;
    }
    const answered: Answer['headers'] = Object.fromEntries(response.headers);
    const cookies = response.headers.getSetCookie();
    if (cookies.length > 0) answered['set-cookie'] = cookies;
    return { status: response.status, body: parsed as T, text, bytes, headers: answered };
  }

  /** Signs a user in without the cost of the password: the session row is what signing in makes. */
  async as(email: string, hat?: { role: string }): Promise<Client> {
    const token = randomBytes(32).toString('base64url');
    const csrf = randomBytes(32).toString('base64url');
    const digest = (value: string): Buffer => createHash('sha256').update(value).digest();
    const made = await this.database.admin.query(
      `insert into sec.session (token_hash, user_id, membership_id, csrf_hash, idle, expires_at)
       select $2, u.id, m.id, $3, interval '1 hour', clock_timestamp() + interval '10 hours'
       from app.app_user u join app.membership m on m.user_id = u.id
       where u.email = $1 and ($4::text is null or m.role = $4) order by m.created_at, m.id limit 1`,
      [email, digest(token), digest(csrf), hat?.role ?? null],
    );
    if (made.rowCount !== 1) throw new Error(`nobody signs in as ${email}`);
    return new Client(this, token, csrf);
  }

  /** Nobody: a caller without a session. */
  get anyone(): Client {
    return new Client(this, 'none', 'none');
  }

  /** One round of the outbox's worker, which does not run by itself in tests. @returns whether there may be more */
  deliver(): Promise<boolean> {
    return onHost('deliver', { id: this.id });
  }

  /** One round of asking the scanner again, which does not run by itself in tests. */
  scan(): Promise<boolean> {
    return onHost('scan', { id: this.id });
  }

  /** One pass of the alert rules, which do not run by themselves in tests. @returns how many were raised */
  alerts(): Promise<number | null> {
    return onHost('alerts', { id: this.id });
  }

  /** Moves the one clock of this database so that `sec.now()` is `instant`. */
  async setNow(instant: string): Promise<void> {
    await this.database.admin.query(`update sec.clock set "offset" = $1::timestamptz - now()`, [instant]);
  }

  async rows<T extends object>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    return (await this.database.admin.query<T>(sql, parameters)).rows;
  }
}
