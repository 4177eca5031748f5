import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { SMTPServer } from 'smtp-server';
import { inRoot } from '../paths.mjs';
import { startCluster } from '../postgres/cluster.mjs';

const PEOPLE = 40;
const ENTRIES_A_ROUND = 25;
const LONGEST_LIFE_MS = 8_000;
/** Programs side by side, each a server and a worker, which live and die independently of each other. */
const REPLICAS = 2;
const READY_MS = 60_000;
/** One answer in this many is lost after the server took the mail. */
const LOST = 10;

/**
 * Every mail is sent once, whatever is killed: two programs, each a server and a worker, are ended by SIGKILL at random while they
 * deliver, and the mail server's answers are lost at random. While nobody lives entries are added, accounts are closed and places
 * on a case end: what waited for those people must never go.
 */
export async function prove({ count = 40, minutes } = {}) {
  const { createRolesAndDatabase, migrate } = await import('../../api/dist/testing.js');
  const cluster = await startCluster({
    dir: mkdtempSync(join(tmpdir(), 'encircle-prove-')),
    temporary: true,
  });
  const url = (user) => `postgres://${user}:prove@${cluster.host}:${cluster.port}/prove`;
  const server = await catcher();
  try {
    await createRolesAndDatabase(
      cluster.superuserUrl('postgres'),
      url('encircle_migrator'),
      url('encircle_login'),
    );
    await migrate(url('encircle_migrator'));
    const admin = new pg.Client({ connectionString: cluster.superuserUrl('prove') });
    await admin.connect();
    try {
      return await rounds({ admin, server, databaseUrl: url('encircle_login'), count, minutes });
    } finally {
      await admin.end();
    }
  } finally {
    server.close();
    await cluster.stop();
  }
}

async function rounds({ admin, server, databaseUrl, count, minutes }) {
  const world = await makePeople(admin);
  const ended = new Map();
  const until = minutes === undefined ? Infinity : performance.now() + minutes * 60_000;
  const most = minutes === undefined ? count : Infinity;
  let kills = 0;
  for (let n = 0; n < most && performance.now() < until; n += 1) {
    await addEntries(admin, world);
    await endOne(admin, world, ended, server);
    await passTime(admin);
    await Promise.all(
      Array.from({ length: REPLICAS }, async () => {
        const replica = await program(databaseUrl, server.url);
        await pause(Math.random() * LONGEST_LIFE_MS);
        await replica.kill();
        kills += 1;
      }),
    );
  }
  await passTime(admin);
  const last = await program(databaseUrl, server.url);
  for (let open = 1; open > 0; open = await openEntries(admin)) {
    await waitOver(admin);
    await pause(500);
  }
  await last.kill();
  return verdict(admin, server, ended, kills);
}

async function verdict(admin, server, ended, kills) {
  const { rows } = await admin.query(`select id, recipient_id as who, outcome from app.outbox`);
  const sent = new Set(server.caught);
  const expected = rows.filter(({ outcome }) => outcome === 'SENT');
  const missing = expected.filter(({ id }) => !sent.has(messageId(id))).length;
  const known = new Map(rows.map((row) => [messageId(row.id), row]));
  const strange = [...sent].filter(
    (id) => known.get(id)?.outcome !== 'SENT' && !before(ended, server, id),
  ).length;
  const heldBack = rows.filter(({ outcome }) => outcome === 'HELD_BACK');
  const wronglyHeld = heldBack.filter(({ who }) => !ended.has(who)).length;
  const afterEnd = [...ended.values()].reduce(
    (sum, { waiting, caught }) => sum + server.caught.slice(caught).filter((id) => waiting.has(id)).length,
    0,
  );
  const waited = [...ended.values()].reduce((sum, { waiting }) => sum + waiting.size, 0);
  const other = rows.length - expected.length - heldBack.length;
  return {
    holds:
      missing + strange + wronglyHeld + afterEnd + other === 0 &&
      expected.length > 0 &&
      heldBack.length > 0 &&
      waited > 0,
    figures: {
      kills,
      entries: rows.length,
      mails: server.caught.length,
      afterDeduplication: sent.size,
      heldBack: heldBack.length,
      accessEnded: ended.size,
      waitedForThem: waited,
      sentAfterwards: afterEnd,
      missing,
      strange,
      wronglyHeld,
      unfinished: other,
    },
  };
}

const messageId = (id) => `<${id}@prove.example>`;

/** The mail went, its answer was lost, and then the access ended: it is held back the second time. */
const before = (ended, server, id) =>
  [...ended.values()].some(({ waiting, caught }) => waiting.has(id) && server.caught.indexOf(id) < caught);

/** A mail server that keeps the Message-ID of what it took, also when its answer is lost. */
async function catcher() {
  const caught = [];
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, _session, done) => {
      let raw = '';
      stream.setEncoding('utf8').on('data', (chunk) => (raw += chunk));
      stream.on('end', () => {
        caught.push(/^Message-ID: (<[^>]+>)/im.exec(raw)?.[1] ?? 'none');
        const lost = Math.random() < 1 / LOST;
        done(lost ? Object.assign(new Error('lost'), { responseCode: 451 }) : undefined);
      });
    },
  });
  smtp.on('error', () => undefined);
  smtp.listen(0, '127.0.0.1');
  await once(smtp.server, 'listening');
  return { caught, url: `smtp://127.0.0.1:${smtp.server.address().port}`, close: () => smtp.close() };
}

async function program(databaseUrl, smtpUrl) {
  const child = spawn(process.execPath, [inRoot('api', 'dist', 'main.js')], {
    env: {
      ...process.env,
      PORT: '0',
      DATABASE_URL: databaseUrl,
      ENCIRCLE_DEMO: '1',
      ENCIRCLE_SEAL_SECONDS: '0',
      ENCIRCLE_SMTP_URL: smtpUrl,
      ENCIRCLE_MAIL_FROM: 'encircle@prove.example',
      ENCIRCLE_LOG_LEVEL: 'fatal',
      ENCIRCLE_WORKER: '1',
    },
    stdio: 'ignore',
  });
  const ended = once(child, 'exit');
  return {
    kill: async () => {
      child.kill('SIGKILL');
      await Promise.race([ended, pause(READY_MS)]);
    },
  };
}

/** People of one agency, all on the team of one case with a meeting to come. */
async function makePeople(admin) {
  const agency = await one(
    admin,
    `insert into app.agency (name, kind, report_group, in_agreement_from) values ('Prove', 'SCHOOL', 'Schools', '2020-01-01') returning id`,
  );
  const people = [];
  for (let n = 0; n < PEOPLE; n += 1) {
    const id = await one(
      admin,
      `insert into app.app_user (full_name, email, vetting_valid_to, training_valid_to)
       values ($1, $2, '2099-01-01', '2099-01-01') returning id`,
      [`Person ${n}`, `person${n}@work.example`],
    );
    await admin.query(
      `insert into app.membership (user_id, agency_id, role, job_title, professional_role, valid_from)
       values ($1, $2, 'PRACT', 'Worker', 'OTHER', '2020-01-01')`,
      [id, agency],
    );
    people.push(id);
  }
  return { people, ...(await makeMeeting(admin, { agency, people })) };
}

async function makeMeeting(admin, { agency, people }) {
  const { Rows, addAgreement, ORDINARY } = await import('../../api/dist/testing.js');
  const rows = new Rows();
  const [lead] = people;
  const [episode, child, mother, meeting] = Array.from({ length: 4 }, () => randomUUID());
  const born = { dob_status: 'VERIFIED', date_of_birth: '2016-05-05', family_name: 'Prove' };
  rows.add('app.person', { id: child, kind: 'CHILD', given_names: 'Child', sex: 'UNKNOWN', ...born });
  rows.add('app.person', {
    id: mother,
    kind: 'ADULT',
    given_names: 'Mother',
    sex: 'FEMALE',
    ...born,
    date_of_birth: '1990-01-01',
  });
  rows.add('app.relationship', {
    id: randomUUID(),
    child_id: child,
    person_id: mother,
    kind: 'MOTHER',
    has_pr: 'YES',
    pr_basis: 'MOTHER',
  });
  rows.add('app.episode', {
    id: episode,
    ref: 'PROVE-1',
    type: 'CHILD',
    state: 'PLAN_ACTIVE',
    source_of_concern: 'OWN_AGENCY',
    initiating_agency_id: agency,
    locality: 'NORTH',
    opened_on: '2026-01-05',
    agreed_on: '2026-01-05',
    created_by: lead,
  });
  rows.add('app.episode_subject', {
    id: randomUUID(),
    episode_id: episode,
    person_id: child,
    role: 'CHILD_SUBJECT',
    position: 0,
  });
  for (const user_id of people)
    rows.add('app.edge', {
      id: randomUUID(),
      episode_id: episode,
      user_id,
      agency_id: agency,
      kind: user_id === lead ? 'LP' : 'TACM',
      lead_type: user_id === lead ? 'LEAD_PROFESSIONAL' : null,
      professional_role: 'OTHER',
      from_at: '2026-01-05T08:00:00Z',
      until_at: 'infinity',
      read_until: 'infinity',
    });
  addAgreement(rows, {
    consentId: randomUUID(),
    lineId: () => randomUUID(),
    episodeId: episode,
    subjectId: child,
    giverId: mother,
    capacity: 'PARENT_PR',
    services: [agency],
    categories: ORDINARY,
    purposes: ['ASSESS', 'COORDINATE'],
    decision: 'GIVEN',
    givenAt: '2026-01-05T09:00:00.000Z',
    validFrom: '2026-01-05',
    expiresOn: null,
    recordedBy: lead,
    recordedByAgency: agency,
  });
  rows.add('app.meeting', {
    id: meeting,
    episode_id: episode,
    subject_id: child,
    category: 'MEETING',
    source_agency_id: agency,
    author_id: lead,
    named_worker_ids: [],
    created_by: lead,
    type: 'REVIEW_TAC',
    status: 'PLANNED',
    planned_at: '2099-03-24T15:45:00Z',
    mode: 'IN_PERSON',
  });
  for (const user_id of people)
    rows.add('app.invitation', {
      id: randomUUID(),
      meeting_id: meeting,
      episode_id: episode,
      subject_id: child,
      category: 'MEETING',
      source_agency_id: agency,
      author_id: lead,
      named_worker_ids: [],
      created_by: lead,
      user_id,
      agency_id: agency,
      professional_role: 'OTHER',
      is_family: false,
      required: true,
      invited_on: '2026-01-06',
    });
  await rows.write((sql, values) => admin.query(sql, values));
  return { episode, meeting };
}

async function addEntries(admin, { people, episode, meeting }) {
  for (let n = 0; n < ENTRIES_A_ROUND; n += 1)
    await admin.query(
      `insert into app.outbox (topic, recipient_id, episode_id, payload) values ('meeting.invited', $1, $2, $3)`,
      [people[Math.floor(Math.random() * people.length)], episode, JSON.stringify({ meetingId: meeting })],
    );
}

/** Nobody lives who could be sending: from now on nothing that waits for this person may go. Every other one leaves the case only. */
async function endOne(admin, { people }, ended, server) {
  if (ended.size >= PEOPLE / 2) return;
  const who = people[people.length - 1 - ended.size];
  await admin.query(
    ended.size % 2 === 0
      ? `update app.app_user set status = 'DISABLED' where id = $1`
      : `update app.edge set until_at = sec.now(), ended_reason = 'LEFT' where user_id = $1 and until_at = 'infinity'`,
    [who],
  );
  const { rows } = await admin.query(
    `select id from app.outbox where recipient_id = $1 and done_at is null`,
    [who],
  );
  ended.set(who, { waiting: new Set(rows.map(({ id }) => messageId(id))), caught: server.caught.length });
}

/** What some minutes do while no worker lives: what a dead one held is let go, and the wait after a failure is over. */
async function passTime(admin) {
  await admin.query('update app.outbox set claimed_until = null where done_at is null');
  await waitOver(admin);
}

const waitOver = (admin) =>
  admin.query(
    `update app.outbox set next_try_at = clock_timestamp(), tries = least(tries, 5)
     where done_at is null and claim is null and next_try_at > clock_timestamp()`,
  );

const openEntries = async (admin) =>
  Number(await one(admin, `select count(*) as id from app.outbox where done_at is null`));

const one = async (admin, sql, values = []) => (await admin.query(sql, values)).rows[0].id;
