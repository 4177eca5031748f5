import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { inRoot } from '../../tools/paths.mjs';
import { startCluster } from '../../tools/postgres/cluster.mjs';
import { movedTo, removeDatabase } from '../../tools/postgres/location.mjs';
import { runningPostmaster, stopPostmaster } from '../../tools/postgres/postmaster.mjs';
import { endsWithin, isAlive } from '../../tools/processes.mjs';

type Cluster = Awaited<ReturnType<typeof startCluster>>;

let base: string;
beforeAll(() => {
  mkdirSync(inRoot('.tmp'), { recursive: true });
  base = mkdtempSync(inRoot('.tmp', 'postgres-'));
});
afterEach(async () => {
  // A test that failed half way must not leave a server behind.
  for (const kind of ['kept', 'temporary', 'switched']) {
    const left = runningPostmaster(join(movedTo(join(base, kind)) ?? join(base, kind), 'postgres'));
    if (left) await stopPostmaster(left);
  }
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

/** Rows of one statement on a cluster, as its superuser. */
async function ask(cluster: Cluster, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(cluster.superuserUrl('postgres'));
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('the embedded database', () => {
  const dir = () => join(base, 'kept');
  const data = () => join(dir(), 'postgres');

  it('is PostgreSQL 18 with checksums, UTF-8, English order and safe settings', async () => {
    const cluster = await startCluster({ dir: dir() });
    const [facts] = await ask(
      cluster,
      `select current_setting('server_version_num')::int / 10000 as major, current_setting('data_checksums') as checksums,
              current_setting('server_encoding') as encoding, current_setting('fsync') as fsync,
              current_setting('TimeZone') as zone, datlocprovider as provider, datlocale as locale
         from pg_database where datname = current_database()`,
    );
    const order = await ask(
      cluster,
      `select n from (values ('zebra'), ('Álvarez'), ('O''Neil'), ('apple')) v(n) order by n`,
    );
    await cluster.stop();
    expect(facts).toEqual({
      major: 18,
      checksums: 'on',
      encoding: 'UTF8',
      fsync: 'on',
      zone: 'UTC',
      provider: 'i',
      locale: 'en-GB',
    });
    expect(order.map(({ n }) => n)).toEqual(['Álvarez', 'apple', "O'Neil", 'zebra']);
  });

  it('keeps its password where only the owner reads it, and refuses another', async () => {
    const cluster = await startCluster({ dir: dir() });
    const guessed = new URL(cluster.superuserUrl('postgres'));
    guessed.password = 'guess';
    const wrong = new pg.Client(guessed.href);
    await expect(wrong.connect()).rejects.toThrow(/password authentication failed/);
    await cluster.stop();
    expect(statSync(join(dir(), 'secrets.json')).mode & 0o777).toBe(0o600);
  });

  it('comes back on the same port with what was written', async () => {
    const first = await startCluster({ dir: dir() });
    await ask(first, 'create table kept as select 42 as answer');
    await first.stop();
    const second = await startCluster({ dir: dir() });
    expect(second.port).toBe(first.port);
    expect(await ask(second, 'select answer from kept')).toEqual([{ answer: 42 }]);
    await second.stop();
    expect(existsSync(join(data(), 'postmaster.pid'))).toBe(false);
  });

  it('stops a server that an ended program left running, and starts again', async () => {
    const left = await startCluster({ dir: dir() });
    const orphan = runningPostmaster(data());
    const next = await startCluster({ dir: dir() });
    expect(next.recovered).toBe('stopped-orphan');
    expect(orphan).not.toBeNull();
    expect(isAlive(orphan ?? 0)).toBe(false);
    await left.ended;
    await next.stop();
  });

  it('recovers what was committed after the server itself was killed', async () => {
    const first = await startCluster({ dir: dir() });
    await ask(first, 'create table survived as select 7 as answer');
    const pid = runningPostmaster(data());
    expect(pid).not.toBeNull();
    process.kill(pid ?? 0, 'SIGKILL');
    await endsWithin(pid ?? 0, 5000);
    const second = await startCluster({ dir: dir() });
    expect(second.recovered).toBe('removed-stale-file');
    expect(await ask(second, 'select answer from survived')).toEqual([{ answer: 7 }]);
    await second.stop();
  });

  it('leaves another process alone whose number stands in an old process file', async () => {
    writeFileSync(join(data(), 'postmaster.pid'), `${process.pid}\n${data()}\n0\n1\n\n127.0.0.1\n\nready\n`);
    const cluster = await startCluster({ dir: dir() });
    expect(cluster.recovered).toBe('removed-stale-file');
    await cluster.stop();
  });

  it('says what to do when the password file is gone', async () => {
    const secrets = join(dir(), 'secrets.json');
    const kept = readFileSync(secrets, 'utf8');
    rmSync(secrets);
    await expect(startCluster({ dir: dir() })).rejects.toThrow(/secrets\.json is missing.*db:reset/s);
    writeFileSync(secrets, kept);
  });

  it('is gone after a reset', () => {
    removeDatabase(dir());
    expect(existsSync(data())).toBe(false);
  });
});

describe('a cluster for tests', () => {
  it('skips what only matters after a crash, and removes itself', async () => {
    const dir = join(base, 'temporary');
    const cluster = await startCluster({ dir, temporary: true });
    const rows = await ask(
      cluster,
      `select name, setting from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit') order by 1`,
    );
    await cluster.stop();
    expect(rows.map(({ setting }) => setting)).toEqual(['off', 'off', 'off']);
    expect(existsSync(dir)).toBe(false);
  });
});

// Only root can become another user; an ordinary user runs PostgreSQL as itself and never comes here.
const asRoot = process.getuid?.() === 0 ? describe : describe.skip;

asRoot('where user namespaces are refused', () => {
  it('keeps the database in a folder of the unprivileged user and notes where', async () => {
    const dir = join(base, 'switched');
    const first = await startCluster({ dir, forceSwitch: true });
    await ask(first, 'create table moved as select 1 as answer');
    await first.stop();
    const where = movedTo(dir);
    expect(where).toMatch(/^\/var\/(lib|tmp)\/encircle\//);
    expect(statSync(join(where ?? '', 'postgres')).uid).toBe(65534);
    const second = await startCluster({ dir });
    expect(await ask(second, 'select answer from moved')).toEqual([{ answer: 1 }]);
    await second.stop();
    removeDatabase(dir);
    expect(existsSync(where ?? '')).toBe(false);
  });
});
