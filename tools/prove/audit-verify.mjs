import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startCluster } from '../postgres/cluster.mjs';
import { addresses } from '../start/embedded.mjs';

const SECONDS_FOR_A_MILLION = 60;
const A_TRANSACTION = 5000;
const TICKS_A_SECOND = 100;

/**
 * The chain over many rows is sealed, signed and verified, and one altered row in it is found. A million rows must
 * verify in under a minute on one core; for other counts the limit is in proportion, and never under twenty seconds.
 */
export async function prove({ count = 1_000_000 } = {}) {
  const { createRolesAndDatabase, migrate, auditVerify, runningDataSource, Sealer, signingKey } =
    await import('../../api/dist/testing.js');
  const dir = mkdtempSync(join(tmpdir(), 'encircle-prove-'));
  const cluster = await startCluster({ dir, temporary: true });
  try {
    const env = addresses(cluster, 'prove');
    await createRolesAndDatabase(
      cluster.superuserUrl('postgres'),
      env.MIGRATION_DATABASE_URL,
      env.DATABASE_URL,
    );
    await migrate(env.MIGRATION_DATABASE_URL);
    const admin = new pg.Client({ connectionString: cluster.superuserUrl('prove') });
    await admin.connect();
    const source = runningDataSource(env.DATABASE_URL, 2, []);
    await source.initialize();
    try {
      await addRows(admin, count);
      const key = env.ENCIRCLE_AUDIT_KEY_FILE;
      const places = {
        databaseUrl: env.MIGRATION_DATABASE_URL,
        keyFile: key,
        auditDir: env.ENCIRCLE_AUDIT_DIR,
      };
      const sealer = new Sealer(source, signingKey(key, true), env.ENCIRCLE_AUDIT_DIR);
      const sealSeconds = await timed(() => sealer.round(true));
      await admin.query('vacuum analyze');
      let whole;
      const server = serverSeconds(admin);
      const used = process.cpuUsage();
      const verifySeconds = await timed(async () => (whole = await auditVerify([], places, () => undefined)));
      const { user, system } = process.cpuUsage(used);
      // What one core needs for both sides, whatever else the machine does meanwhile.
      const oneCoreSeconds = (user + system) / 1e6 + (await server.stop());
      const spoilt = Math.ceil(count / 2);
      await admin.query(`alter table audit.entry disable trigger entry_only_added`);
      await admin.query(
        `update audit.entry set outcome = 'DENY' where id = (select entry_id from audit.link where seq = $1)`,
        [spoilt],
      );
      const after = await auditVerify([], places, () => undefined);
      const found = after.findings[0]?.kind === 'altered' && after.findings[0].seq === spoilt;
      // A run this short measures the machine, not the program.
      const limit = Math.max(20, (SECONDS_FOR_A_MILLION * count) / 1_000_000);
      return {
        holds: whole.ok && whole.rows === count && verifySeconds < limit && found,
        figures: {
          rows: whole.rows,
          checkpoints: whole.checkpoints,
          sealSeconds: sealSeconds.toFixed(1),
          verifySeconds: verifySeconds.toFixed(1),
          oneCoreSeconds: oneCoreSeconds.toFixed(1),
          alteredFoundAt: after.findings[0]?.seq ?? 'nowhere',
        },
      };
    } finally {
      await source.destroy();
      await admin.end();
    }
  } finally {
    await cluster.stop();
  }
}

/** Processor time of the server's side of verifying, read from /proc while it lasts; elsewhere it counts as endless. */
function serverSeconds(admin) {
  let seconds = existsSync('/proc/self/stat') ? 0 : Number.POSITIVE_INFINITY;
  const look = async () => {
    const { rows } = await admin.query(
      `select pid from pg_stat_activity where datname = current_database() and query like 'fetch % from trail_%'`,
    );
    for (const { pid } of rows) {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
      seconds = Math.max(seconds, (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND);
    }
  };
  const watch = setInterval(() => void look().catch(() => undefined), 300);
  return {
    async stop() {
      clearInterval(watch);
      return seconds;
    },
  };
}

async function timed(work) {
  const began = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - began) / 1e9;
}

/** Rows of the kinds a day leaves. */
async function addRows(admin, count) {
  for (let done = 0; done < count; done += A_TRANSACTION)
    await admin.query(
      `insert into audit.entry (actor_id, agency_id, role, session_ref, action, outcome, episode_id, child_ids, categories, purpose,
         reason, basis, channel, result_count, request_id)
       select gen_random_uuid(), gen_random_uuid(), 'PRACT', 'c0ffee1234567890', 'case.opened', 'ALLOW', gen_random_uuid(),
         array[gen_random_uuid(), gen_random_uuid()], '{IDENT,INVOLVE,CHILD,PLAN}', 'COORDINATE',
         case when n % 3 = 0 then 'Home visit, "as agreed"' end, '{LP,CONSENT}', 'screen', n % 40, gen_random_uuid()::text
       from generate_series(1, $1::int) n`,
      [Math.min(A_TRANSACTION, count - done)],
    );
}
