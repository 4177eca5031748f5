import { deepStrictEqual } from 'node:assert';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

const { caseload } = await import('../../api/dist/cases/persistence/hot-reads.js');

const FROM_THE_START = { afterDay: 'infinity', afterId: '00000000-0000-0000-0000-000000000000' };
const FIRST_PAGE = { open: true, state: null, part: null, limit: 25, count: true, ...FROM_THE_START };

/** The statement of the program, as the role that runs it. */
const pageOf = (worker, asked) => {
  const statement = caseload({ ...FIRST_PAGE, ...asked });
  return { ...statement, values: [worker.token, null, null, 'bench', ...statement.values] };
};

/**
 * The rule of the list in its plainest words, asked of every case: a place of my own, or for a manager one of the
 * agency's; and no shielded child unless I am listed or at work there.
 */
const LIVE = 'e.from_at <= now() and now() < e.until_at';
const PLAIN = `
  select x.id from app.episode x
  where x.state not in ('CLOSED', 'REJECTED', 'MERGED', 'ARCHIVED', 'DISPOSED')
    and (exists (select 1 from app.edge e where e.episode_id = x.id and e.user_id = $1 and now() < e.until_at)
      or exists (select 1 from app.edge e where e.episode_id = x.id and e.agency_id = $2 and e.kind in ('AUTHOR', 'LP', 'TACM')
        and now() < e.until_at))
    and not exists (select 1 from app.episode_subject s join app.shield h on h.person_id = s.person_id
      where s.episode_id = x.id and h.from_at <= now() and now() < h.until_at
        and not exists (select 1 from app.shield_member m where m.shield_id = h.id and m.user_id = $1)
        and not exists (select 1 from app.edge e where e.episode_id = x.id and e.user_id = $1
          and e.kind in ('AUTHOR', 'LP', 'TACM') and ${LIVE}))
  order by x.opened_on desc, x.id`;
// Without a name: planned for the values asked with, which serves this form better than a plan for any.
const plainValues = (worker) => [worker.user, worker.role === 'AMGR' ? worker.agency : null];

/** Connections as the program has them, and one as the owner of the tables for the plain words. */
export async function connect({ env, cluster }, database) {
  const options = '-c timezone=UTC -c jit=off -c max_parallel_workers_per_gather=0';
  const program = new pg.Client({ connectionString: env.DATABASE_URL, options });
  const owner = new pg.Client({ connectionString: cluster.superuserUrl(database), options });
  await Promise.all([program.connect(), owner.connect()]);
  await owner.query('set role encircle_owner');
  return { program, owner, end: () => Promise.all([program.end(), owner.end()]) };
}

async function timed(client, question) {
  const started = performance.now();
  const { rows } = await client.query(question);
  return { rows, ms: performance.now() - started };
}

/**
 * How long the process that serves a connection has been at work, in milliseconds: what else runs on the machine does not
 * count. Where the system does not say, the clock.
 */
function workOf(pid) {
  const file = `/proc/${pid}/schedstat`;
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split(' ')[0]) / 1e6 : performance.now();
}

/**
 * One page, with its session, guard, count and audit row; the wait for the disk at commit is not the query's.
 * @returns {Promise<{ work: number, ms: number }>} at work in the database, and until the answer was here
 */
export async function timePage(program, worker, asked = {}) {
  await program.query('begin');
  await pause(1);
  const before = workOf(program.processID);
  const { rows, ms } = await timed(program, pageOf(worker, asked));
  await pause(1);
  const work = workOf(program.processID) - before;
  await program.query('commit');
  if (rows[0].body === null) throw new Error('the list was refused');
  return { work, ms };
}

/** The first page of the plain form, in the same two measures. */
export async function timePlain(owner, worker) {
  const before = workOf(owner.processID);
  const { ms } = await timed(owner, { text: `${PLAIN} limit 25`, values: plainValues(worker) });
  await pause(1);
  return { work: workOf(owner.processID) - before, ms };
}

/** Every page of a worker's list must hold the rows of the plain predicate, in its order. Returns how many there are. */
export async function sameRows({ program, owner }, worker) {
  const { rows } = await owner.query({ text: PLAIN, values: plainValues(worker) });
  const wanted = rows.map(({ id }) => id);
  const found = [];
  let total;
  for (let asked = { ...FROM_THE_START, limit: 1000 }; asked;) {
    const answer = await program.query(pageOf(worker, asked));
    const page = JSON.parse(answer.rows[0].body);
    found.push(...page.items.map(({ id }) => id));
    total ??= page.total;
    const after = page.next === null ? null : JSON.parse(Buffer.from(page.next, 'base64url'));
    asked = after && { afterDay: after[0], afterId: after[1], limit: 1000, count: false };
  }
  deepStrictEqual(found, wanted, `the list of ${worker.user} is not that of the plain predicate`);
  deepStrictEqual(total, wanted.length > 1000 ? '1000+' : wanted.length, `the count of ${worker.user}`);
  return wanted.length;
}
