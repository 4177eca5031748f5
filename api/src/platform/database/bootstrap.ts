import pg from 'pg';
import { roles } from '@encircle/migrations';
import { migratingDataSource } from './data-source.js';

/** Creates the roles and the database when an administrator's connection is given (embedded start-up and tests). */
export async function createRolesAndDatabase(
  superuserUrl: string,
  migratorUrl: string,
  loginUrl: string,
): Promise<void> {
  const database = new URL(migratorUrl).pathname.slice(1);
  const admin = new pg.Client({ connectionString: superuserUrl });
  await admin.connect();
  try {
    const password = (url: string): string => decodeURIComponent(new URL(url).password);
    for (const statement of roles({ login: password(loginUrl), migrator: password(migratorUrl) }))
      await admin.query(statement);
    const there = await admin.query('select 1 from pg_database where datname = $1', [database]);
    if (there.rowCount === 0)
      await admin.query(`create database ${pg.escapeIdentifier(database)} owner encircle_owner`);
    await admin.query(`revoke all on database ${pg.escapeIdentifier(database)} from public`);
    await admin.query(
      `grant connect on database ${pg.escapeIdentifier(database)} to encircle_login, encircle_migrator`,
    );
  } finally {
    await admin.end();
  }
}

/** Runs what has not run yet. @returns the names of the migrations that ran */
export async function migrate(migratorUrl: string): Promise<string[]> {
  const source = migratingDataSource(migratorUrl);
  await source.initialize();
  try {
    await source.query('create schema if not exists public');
    const ran = await source.runMigrations();
    return ran.map((m) => m.name);
  } finally {
    await source.destroy();
  }
}
