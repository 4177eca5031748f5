import { DEMO_PASSWORD, DEMO_SIGN_INS } from '#api/demo/sign-ins.js';
import { loadDemo } from '#api/demo/load-demo.js';
import { readSettings, SettingsError } from '#api/platform/config/settings.js';
import { createRolesAndDatabase, migrate } from '#api/platform/database/bootstrap.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Roles and database when an administrator's connection is given, migrations, and the demo borough on first run. */
async function prepare(flags: ReadonlySet<string>): Promise<void> {
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

const commands: Record<string, (flags: ReadonlySet<string>) => Promise<void>> = {
  prepare,
  'demo-sign-ins': demoSignIns,
};

async function main(): Promise<void> {
  const [name = '', ...flags] = process.argv.slice(2);
  const command = commands[name];
  if (!command) throw new Error(`Say one of: ${Object.keys(commands).join(', ')}`);
  await command(new Set(flags));
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
