import { join } from 'node:path';

/** The only reader of the environment. Everything else is handed a `Settings`. */
export interface Settings {
  readonly port: number;
  readonly host: string;
  /** Addresses of the proxy in front, whose word about the caller's address is taken; null: nobody's. */
  readonly trustedProxy: string | null;
  /** Connection of the running role (`encircle_login`). */
  readonly databaseUrl: string;
  /** Connection of the migrating role; needed only by `prepare`. */
  readonly migrationDatabaseUrl: string | null;
  /** Connection of a cluster administrator; given only by the embedded start-up and by tests. */
  readonly superuserUrl: string | null;
  readonly demo: boolean;
  readonly webDir: string | null;
  readonly publicUrl: string;
  /** Key material for drafts and reference numbers, at least 32 characters. */
  readonly secret: string;
  readonly idleMinutes: number;
  readonly sessionHours: number;
  readonly poolSize: number;
  readonly logLevel: string;
  /** Private key (Ed25519, PEM) that checkpoints of the audit log are signed with. */
  readonly auditKeyFile: string;
  /** Folder outside the database the signed checkpoints are added to. */
  readonly auditDir: string;
  /** Seconds between two rounds of sealing the audit log; 0: never, for tests. */
  readonly sealSeconds: number;
  /** Milliseconds between two moments at which what is not there, or not for the reader, is answered; 0: at once, for tests. */
  readonly refusalBeatMs: number;
  /** This process also does background work: it delivers mail. */
  readonly worker: boolean;
  /** Where mail is handed over; null: people are told in the program only, and the demo keeps what it would send. */
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  /** The scanner files are shown to (clamd); null: none, files are looked through by the program alone. */
  readonly scannerUrl: string | null;
}

export const DEMO_SECRET = 'encircle-demo-secret-not-for-real-families';

export interface SettingRow {
  readonly name: string;
  readonly what: string;
  readonly fallback: string;
  readonly requiredInProduction: boolean;
}

/** Every setting, as README lists them; a test compares this with README and with docker/compose.yml. */
export const SETTINGS: readonly SettingRow[] = [
  { name: 'PORT', what: 'port for screen and API', fallback: '3000', requiredInProduction: false },
  { name: 'ENCIRCLE_HOST', what: 'address to listen on', fallback: '127.0.0.1', requiredInProduction: false },
  {
    name: 'ENCIRCLE_DATA_DIR',
    what: 'where the embedded database keeps its data',
    fallback: '.data',
    requiredInProduction: false,
  },
  {
    name: 'DATABASE_URL',
    what: 'PostgreSQL of your own, as the running role; when set, no embedded database is started',
    fallback: 'embedded',
    requiredInProduction: true,
  },
  {
    name: 'MIGRATION_DATABASE_URL',
    what: 'the same database as the migrating role, for `prepare`',
    fallback: 'embedded',
    requiredInProduction: false,
  },
  {
    name: 'ENCIRCLE_SUPERUSER_URL',
    what: 'an administrator of the same PostgreSQL, for `prepare` to make roles and database; never for the running program',
    fallback: 'embedded',
    requiredInProduction: false,
  },
  {
    name: 'ENCIRCLE_DEMO',
    what: '1 loads the invented demo borough and allows plain http; 0 is production',
    fallback: '1 with the embedded database, else 0',
    requiredInProduction: false,
  },
  {
    name: 'ENCIRCLE_SECRET',
    what: 'key material, 32 characters or more',
    fallback: 'demo only',
    requiredInProduction: true,
  },
  {
    name: 'ENCIRCLE_PUBLIC_URL',
    what: 'the https address people type',
    fallback: 'http://localhost:PORT',
    requiredInProduction: true,
  },
  {
    name: 'ENCIRCLE_TRUSTED_PROXY',
    what: 'addresses of the proxy in front (10.0.0.4, 172.30.0.0/16), which says where a caller comes from',
    fallback: 'none',
    requiredInProduction: false,
  },
  {
    name: 'ENCIRCLE_WEB_DIR',
    what: 'folder of the built screens',
    fallback: 'web/dist',
    requiredInProduction: false,
  },
  {
    name: 'ENCIRCLE_IDLE_MINUTES',
    what: 'minutes without a sign of life before a session ends',
    fallback: '15',
    requiredInProduction: false,
  },
  {
    name: 'ENCIRCLE_SESSION_HOURS',
    what: 'hours after which everyone signs in again',
    fallback: '10',
    requiredInProduction: false,
  },
  {
    name: 'ENCIRCLE_POOL_SIZE',
    what: 'database connections of one process',
    fallback: '16',
    requiredInProduction: false,
  },
  {
    name: 'ENCIRCLE_LOG_LEVEL',
    what: 'fatal, error, warn, info or debug',
    fallback: 'warn',
    requiredInProduction: false,
  },
  {
    name: 'ENCIRCLE_AUDIT_KEY_FILE',
    what: 'private Ed25519 key (PEM) that signs the audit log, where the database server cannot read it',
    fallback: 'made in the data folder, demo only',
    requiredInProduction: true,
  },
  {
    name: 'ENCIRCLE_AUDIT_DIR',
    what: 'folder outside the database for the signed checkpoints of the audit log, shared by all replicas',
    fallback: 'the data folder, demo only',
    requiredInProduction: true,
  },
  {
    name: 'ENCIRCLE_SEAL_SECONDS',
    what: 'seconds between two rounds of sealing the audit log; 0 (never) in the demo only',
    fallback: '1',
    requiredInProduction: false,
  },
  {
    name: 'ENCIRCLE_REFUSAL_BEAT_MS',
    what: 'what is not there is answered on a beat of so many milliseconds, so that the time tells nothing; 0 (at once) in the demo only',
    fallback: '50',
    requiredInProduction: false,
  },
  {
    name: 'ENCIRCLE_WORKER',
    what: '1: this process also delivers mail and does other background work; 0: another one does',
    fallback: '1',
    requiredInProduction: false,
  },
  {
    name: 'ENCIRCLE_SMTP_URL',
    what: 'mail server, such as smtps://user:password@mail.example; without one nothing is mailed',
    fallback: 'none',
    requiredInProduction: false,
  },
  {
    name: 'ENCIRCLE_MAIL_FROM',
    what: 'who mail comes from; its part after the @ also names each message',
    fallback: 'encircle@localhost',
    requiredInProduction: false,
  },
  {
    name: 'ENCIRCLE_SCANNER',
    what: 'virus scanner that speaks as clamd does, such as clamd://10.0.0.7:3310; a file it has not answered for does not open',
    fallback: 'none',
    requiredInProduction: false,
  },
];

export class SettingsError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`Encircle cannot start:\n${problems.map((p) => `  - ${p}`).join('\n')}`);
  }
}

type Env = Readonly<Record<string, string | undefined>>;

/** @throws SettingsError naming every setting that is missing or unsafe. */
export function readSettings(env: Env): Settings {
  const problems: string[] = [];
  const demo = env['ENCIRCLE_DEMO'] === '1';
  const number = (name: string, fallback: number, low: number, high: number): number => {
    const raw = env[name];
    if (raw === undefined || raw === '') return fallback;
    const value = Number(raw);
    if (!Number.isInteger(value) || value < low || value > high) {
      problems.push(`${name} must be a whole number from ${low} to ${high}, not "${raw}"`);
      return fallback;
    }
    return value;
  };
  const port = number('PORT', 3000, 0, 65535);
  const dataDir = env['ENCIRCLE_DATA_DIR'] || '.data';
  const settings: Settings = {
    port,
    host: env['ENCIRCLE_HOST'] || '127.0.0.1',
    trustedProxy: env['ENCIRCLE_TRUSTED_PROXY'] || null,
    databaseUrl: env['DATABASE_URL'] ?? '',
    migrationDatabaseUrl: env['MIGRATION_DATABASE_URL'] ?? null,
    superuserUrl: env['ENCIRCLE_SUPERUSER_URL'] ?? null,
    demo,
    webDir: env['ENCIRCLE_WEB_DIR'] ?? null,
    publicUrl: env['ENCIRCLE_PUBLIC_URL'] ?? (demo ? `http://localhost:${port}` : ''),
    secret: env['ENCIRCLE_SECRET'] ?? (demo ? DEMO_SECRET : ''),
    idleMinutes: number('ENCIRCLE_IDLE_MINUTES', 15, 1, 120),
    sessionHours: number('ENCIRCLE_SESSION_HOURS', 10, 1, 24),
    poolSize: number('ENCIRCLE_POOL_SIZE', 16, 2, 100),
    logLevel: env['ENCIRCLE_LOG_LEVEL'] || 'warn',
    auditKeyFile: env['ENCIRCLE_AUDIT_KEY_FILE'] || (demo ? join(dataDir, 'audit', 'key.pem') : ''),
    auditDir: env['ENCIRCLE_AUDIT_DIR'] || (demo ? join(dataDir, 'audit') : ''),
    sealSeconds: number('ENCIRCLE_SEAL_SECONDS', 1, demo ? 0 : 1, 60),
    refusalBeatMs: number('ENCIRCLE_REFUSAL_BEAT_MS', 50, demo ? 0 : 10, 1000),
    worker: env['ENCIRCLE_WORKER'] !== '0',
    smtpUrl: env['ENCIRCLE_SMTP_URL'] || null,
    mailFrom: env['ENCIRCLE_MAIL_FROM'] || 'encircle@localhost',
    scannerUrl: env['ENCIRCLE_SCANNER'] || null,
  };
  if (!settings.databaseUrl) problems.push('DATABASE_URL is missing');
  if (settings.smtpUrl !== null && !/^smtps?:\/\//.test(settings.smtpUrl))
    problems.push('ENCIRCLE_SMTP_URL must begin with smtp:// or smtps://');
  if (settings.scannerUrl !== null && !/^clamd:\/\/[^/\s]+$/.test(settings.scannerUrl))
    problems.push('ENCIRCLE_SCANNER must look like clamd://address:port');
  if (!/^[^\s@<>]+@[^\s@<>]+$/.test(settings.mailFrom))
    problems.push('ENCIRCLE_MAIL_FROM must be a mail address');
  if (!demo) problems.push(...productionProblems(settings));
  if (problems.length > 0) throw new SettingsError(problems);
  return settings;
}

function productionProblems(s: Settings): string[] {
  const problems: string[] = [];
  if (!s.secret) problems.push('ENCIRCLE_SECRET is missing');
  else if (s.secret === DEMO_SECRET)
    problems.push('ENCIRCLE_SECRET is the demo secret; make one of your own');
  else if (s.secret.length < 32) problems.push('ENCIRCLE_SECRET is shorter than 32 characters');
  if (!s.publicUrl) problems.push('ENCIRCLE_PUBLIC_URL is missing');
  else if (!s.publicUrl.startsWith('https://')) problems.push('ENCIRCLE_PUBLIC_URL must begin with https://');
  if (!s.auditKeyFile) problems.push('ENCIRCLE_AUDIT_KEY_FILE is missing');
  if (!s.auditDir) problems.push('ENCIRCLE_AUDIT_DIR is missing');
  return problems;
}

/** Where the audit log, its key and its checkpoints are, for verifying it without starting the program. */
export function auditPlaces(env: Env): { databaseUrl: string | null; keyFile: string; auditDir: string } {
  const dataDir = env['ENCIRCLE_DATA_DIR'] || '.data';
  return {
    databaseUrl: env['MIGRATION_DATABASE_URL'] || env['ENCIRCLE_SUPERUSER_URL'] || null,
    keyFile: env['ENCIRCLE_AUDIT_KEY_FILE'] || join(dataDir, 'audit', 'key.pem'),
    auditDir: env['ENCIRCLE_AUDIT_DIR'] || join(dataDir, 'audit'),
  };
}
