import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** Types as the program reads them: days and counts as text and numbers, not as instants and text. */
const [BIGINT, DATE, NUMERIC] = [20, 1082, 1700];
pg.types.setTypeParser(DATE, (value) => value);
pg.types.setTypeParser(BIGINT, Number);
pg.types.setTypeParser(NUMERIC, Number);

const required = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the tests through npm test`);
  return value;
};

/** A database of its own for one test file, cloned from the migrated template. Never dropped: the cluster is. */
export interface TestDatabase {
  name: string;
  /** As the running role. */
  loginUrl: string;
  /** As the administrator: arranges what a test needs and looks at what was stored. */
  admin: pg.Pool;
  close(): Promise<void>;
}

export async function freshDatabase(template = required('ENCIRCLE_TEST_TEMPLATE')): Promise<TestDatabase> {
  const superuser = required('ENCIRCLE_TEST_SUPERUSER_URL');
  const name = `t_${process.env['JEST_WORKER_ID'] ?? '0'}_${randomBytes(5).toString('hex')}`;
  const client = new pg.Client({ connectionString: superuser });
  await client.connect();
  try {
    await client.query(`create database ${name} template ${template} owner encircle_owner`);
    await client.query(`revoke all on database ${name} from public`);
    await client.query(`grant connect on database ${name} to encircle_login, encircle_migrator`);
  } finally {
    await client.end();
  }
  const at = (url: string): string => {
    const changed = new URL(url);
    changed.pathname = `/${name}`;
    return changed.toString();
  };
  const admin = new pg.Pool({ connectionString: at(superuser), max: 4 });
  return { name, loginUrl: at(required('ENCIRCLE_TEST_LOGIN_URL')), admin, close: () => admin.end() };
}
