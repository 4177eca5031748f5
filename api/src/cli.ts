import { readSettings, SettingsError } from '#api/platform/config/settings.js';
import { createRolesAndDatabase, migrate } from '#api/platform/database/bootstrap.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function prepare(): Promise<void> {
  const settings = readSettings(process.env);
  const migrator = settings.migrationDatabaseUrl;
  if (!migrator)
    throw new SettingsError(['MIGRATION_DATABASE_URL is missing: migrations run as the migrating role']);
  if (settings.superuserUrl)
    await createRolesAndDatabase(settings.superuserUrl, migrator, settings.databaseUrl);
  const ran = await migrate(migrator);
  say(ran.length === 0 ? 'Database is up to date' : `Database: ${ran.length} migrations`);
}

const commands: Record<string, () => Promise<void>> = { prepare };

async function main(): Promise<void> {
  const command = commands[process.argv[2] ?? ''];
  if (!command) throw new Error(`Say one of: ${Object.keys(commands).join(', ')}`);
  await command();
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
