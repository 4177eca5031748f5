import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { startCluster } from '../postgres/cluster.mjs';

/**
 * Exactly one lead professional at each instant (rule 5.3): pairs of answers to one offer are started together against
 * the real program, and after each pair the spans of all leads must follow each other without a gap or an overlap.
 */
export async function prove({ count = 2000 } = {}) {
  const { buildApp, createRolesAndDatabase, migrate, readSettings } =
    await import('../../api/dist/testing.js');
  const cluster = await startCluster({
    dir: mkdtempSync(join(tmpdir(), 'encircle-prove-')),
    temporary: true,
  });
  const url = (user) => `postgres://${user}:prove@${cluster.host}:${cluster.port}/prove`;
  try {
    await createRolesAndDatabase(
      cluster.superuserUrl('postgres'),
      url('encircle_migrator'),
      url('encircle_login'),
    );
    await migrate(url('encircle_migrator'));
    const app = await buildApp(
      readSettings({
        DATABASE_URL: url('encircle_login'),
        ENCIRCLE_DEMO: '1',
        ENCIRCLE_LOG_LEVEL: 'fatal',
        ENCIRCLE_SEAL_SECONDS: '0',
      }),
    );
    const admin = new pg.Client({ connectionString: cluster.superuserUrl('prove') });
    await admin.connect();
    try {
      return await race(app, admin, count);
    } finally {
      await admin.end();
      await app.close();
    }
  } finally {
    await cluster.stop();
  }
}

async function race(app, admin, count) {
  const world = await makeWorld(admin);
  const signedIn = [];
  for (const worker of world.workers)
    signedIn.push({ ...worker, tabs: [await tab(admin, worker), await tab(admin, worker)] });
  const [author, ...people] = signedIn;
  const post = async (session, path, body) => {
    const answer = await app.inject({
      method: 'POST',
      url: path,
      payload: body,
      headers: { ...session, host: 'localhost', 'idempotency-key': randomUUID() },
    });
    return { status: answer.statusCode, body: JSON.parse(answer.payload) };
  };
  const figures = { pairs: 0, accepted: 0, takenBack: 0, oneWinner: 0, oneLead: 0 };
  for (let n = 0; n < count; n += 1) {
    const nominee = people[n % people.length];
    const offer = await post(author.tabs[0], `/api/episodes/${world.episode}/nominations`, {
      userId: nominee.id,
      agencyId: nominee.agency,
    });
    if (offer.status !== 201) throw new Error(`no offer: ${JSON.stringify(offer.body)}`);
    const answer = (session, said) =>
      post(session, `/api/nominations/${offer.body.id}/answer`, {
        answer: said,
        version: offer.body.version,
      });
    const rival =
      n % 2 === 0 ? () => answer(nominee.tabs[1], 'ACCEPT') : () => answer(author.tabs[1], 'TAKE_BACK');
    // Taking back asks more before it writes: head starts of 0 to 44 ms let each of the two come first often.
    const accept = async () => {
      if (n % 2 === 1) await delay((n * 7) % 45);
      return answer(nominee.tabs[0], 'ACCEPT');
    };
    const both = await together([accept, rival]);
    const won = both.filter((each) => each.status === 201);
    figures.pairs += 1;
    figures.oneWinner += won.length === 1 ? 1 : 0;
    figures.oneLead += (await oneLeadAtEachInstant(admin, world.episode)) ? 1 : 0;
    if (won[0]?.body.status === 'ACCEPTED') figures.accepted += 1;
    if (won[0]?.body.status === 'TAKEN_BACK') figures.takenBack += 1;
  }
  return { holds: figures.oneWinner === count && figures.oneLead === count, figures };
}

/** Both wait at one barrier, so that neither has a head start. */
async function together(works) {
  let open;
  const barrier = new Promise((resolve) => (open = resolve));
  const running = works.map(async (work) => {
    await barrier;
    return work();
  });
  open();
  return Promise.all(running);
}

async function oneLeadAtEachInstant(admin, episode) {
  const { rows } = await admin.query(
    `select bool_and(before is null or from_at = before) and count(*) filter (where until_at = 'infinity') = 1 as holds
     from (select from_at, until_at, lag(until_at) over (order by from_at, until_at) as before
           from app.edge where episode_id = $1 and kind = 'LP') spans`,
    [episode],
  );
  return rows[0].holds === true;
}

async function makeWorld(admin) {
  const [child, mother, episode, consent] = Array.from({ length: 4 }, () => randomUUID());
  const workers = [];
  for (const name of ['Author', 'First', 'Second', 'Third']) {
    const [id, agency] = [randomUUID(), randomUUID()];
    await admin.query(
      `insert into app.agency (id, name, kind, report_group, in_agreement_from) values ($1, $2, 'SCHOOL', 'Schools', '2020-01-01')`,
      [agency, `Agency of ${name}`],
    );
    await admin.query(
      `insert into app.app_user (id, email, full_name, vetting_valid_to, training_valid_to)
       values ($1, $2, $3, '2099-12-31', '2099-12-31')`,
      [id, `${name.toLowerCase()}@work.example`, name],
    );
    await admin.query(
      `insert into app.membership (user_id, agency_id, role, job_title, valid_from) values ($1, $2, 'PRACT', 'Practitioner', '2020-01-01')`,
      [id, agency],
    );
    workers.push({ id, agency });
  }
  await admin.query(
    `insert into app.person (id, kind, given_names, family_name, date_of_birth)
     values ($1, 'CHILD', 'Ava', 'Tester', '2016-06-10'), ($2, 'ADULT', 'Mia', 'Tester', null)`,
    [child, mother],
  );
  await admin.query(
    `insert into app.relationship (child_id, person_id, kind, has_pr) values ($1, $2, 'MOTHER', 'YES')`,
    [child, mother],
  );
  const [author] = workers;
  await admin.query(
    `insert into app.episode (id, ref, type, state, source_of_concern, initiating_agency_id, locality, opened_on)
     values ($1, 'CAF-2026-000001', 'CHILD', 'ASSESSED', 'OWN_AGENCY', $2, 'UNKNOWN', current_date - 30)`,
    [episode, author.agency],
  );
  await admin.query(
    `insert into app.episode_subject (episode_id, person_id, role) values ($1, $2, 'CHILD_SUBJECT')`,
    [episode, child],
  );
  for (const kind of ['AUTHOR', 'LP'])
    await admin.query(
      `insert into app.edge (episode_id, user_id, agency_id, kind, from_at) values ($1, $2, $3, $4, now() - interval '30 days')`,
      [episode, author.id, author.agency, kind],
    );
  await admin.query(
    `insert into app.consent (id, episode_id, subject_id, giver_person_id, capacity, method, statement_version, given_on, given_at,
       recorded_by_agency_id)
     values ($1, $2, $3, $4, 'PARENT_PR', 'ON_SCREEN', 'v1', current_date - 20, now() - interval '20 days', $5)`,
    [consent, episode, child, mother, author.agency],
  );
  for (const { agency } of workers)
    await admin.query(
      `insert into app.consent_line (consent_id, episode_id, subject_id, giver_person_id, recipient_type, recipient_agency_id,
         category, purposes, decision, given_at, valid_from, from_at)
       values ($1, $2, $3, $4, 'SERVICE', $5, 'INVOLVE', '{ASSESS,COORDINATE}', 'GIVEN', now() - interval '20 days',
         current_date - 20, now() - interval '20 days')`,
      [consent, episode, child, mother, agency],
    );
  return { episode, workers };
}

/** The headers of a signed-in tab; the session row is what signing in makes. */
async function tab(admin, worker) {
  const [token, csrf] = [randomBytes(32).toString('base64url'), randomBytes(32).toString('base64url')];
  const digest = (value) => createHash('sha256').update(value).digest();
  await admin.query(
    `insert into sec.session (token_hash, user_id, membership_id, csrf_hash, idle, expires_at)
     select $2, $1, m.id, $3, interval '1 hour', clock_timestamp() + interval '10 hours'
     from app.membership m where m.user_id = $1`,
    [worker.id, digest(token), digest(csrf)],
  );
  return { cookie: `encircle=${token}`, 'x-csrf-token': csrf };
}
