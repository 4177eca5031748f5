import { auditExport, auditVerify } from '#api/audit/verifying/verify-command.js';
import { DEMO_PASSWORD, DEMO_SIGN_INS } from '#api/demo/sign-ins.js';
import { loadDemo } from '#api/demo/load-demo.js';
import { auditPlaces, readSettings, SettingsError } from '#api/platform/config/settings.js';
import { createRolesAndDatabase, migrate } from '#api/platform/database/bootstrap.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Roles and database when an administrator's connection is given, migrations, and the demo borough on first run. */
async function prepare(args: readonly string[]): Promise<void> {
  const flags = new Set(args);
  const settings = readSettings(process.env);
  const migrator = settings.migrationDatabaseUrl;
  if (!migrator)
    throw new SettingsError(['MIGRATION_DATABASE_URL is missing: migrations run as the migrating role']);
  if (settings.superuserUrl)
    await createRolesAndDatabase(settings.superuserUrl, migrator, settings.databaseUrl);
  const ran = await migrate(migrator);
  say(ran.length === 0 ? 'Database is up to date' : `Database: ${ran.length} migrations`);
  if (!settings.demo || flags.has('--bare')) return;
  await loadDemo(migrator, { afresh: flags.has('--reset-demo'), say, secret: settings.secret });
}

function demoSignIns(): Promise<void> {
  const width = Math.max(...DEMO_SIGN_INS.map((s) => s.email.length));
  say(`Sign in as one of these, password: ${DEMO_PASSWORD}`);
  for (const s of DEMO_SIGN_INS)
    say(`  ${s.email.padEnd(width)}  ${s.name}, ${s.role}, ${s.agency}: ${s.what}`);
  return Promise.resolve();
}

const commands: Record<string, (args: string[]) => Promise<void>> = {
  prepare,
  'demo-sign-ins': demoSignIns,
  'audit-verify': async (args) => {
    const verdict = await auditVerify(args, auditPlaces(process.env), say);
    if (!verdict.ok) process.exitCode = 1;
  },
  'audit-export': (args) => auditExport(args, auditPlaces(process.env), say),
};

async function main(): Promise<void> {
  const [name = '', ...args] = process.argv.slice(2);
  const command = commands[name];
  if (!command) throw new Error(`Say one of: ${Object.keys(commands).join(', ')}`);
  await command(args);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
});
