import { spawn } from 'node:child_process';
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
const LONGEST_LIFE_MS = 3_000;
const READY_MS = 60_000;
/** One answer in this many is lost after the server took the mail. */
const LOST = 10;

/**
 * Every mail is sent once, whatever is killed: the program, which is also the worker, is ended by SIGKILL at random while
 * it delivers, and the mail server's answers are lost at random. Between two lives entries are added and accounts are
 * closed, so that some entries wait for people who may not be told any more.
 */
export async function prove({ count = 40 } = {}) {
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
      return await rounds({ admin, server, databaseUrl: url('encircle_login'), count });
    } finally {
      await admin.end();
    }
  } finally {
    server.close();
    await cluster.stop();
  }
}

async function rounds({ admin, server, databaseUrl, count }) {
  const people = await makePeople(admin);
  const closed = new Set();
  for (let n = 0; n < count; n += 1) {
    await addEntries(admin, people);
    await closeOne(admin, people, closed);
    await passTime(admin);
    const worker = await program(databaseUrl, server.url);
    await pause(Math.random() * LONGEST_LIFE_MS);
    await worker.kill();
  }
  await passTime(admin);
  const last = await program(databaseUrl, server.url);
  for (let open = 1; open > 0; open = await openEntries(admin)) {
    await waitOver(admin);
    await pause(500);
  }
  await last.kill();
  return verdict(admin, server, closed, count);
}

async function verdict(admin, server, closed, kills) {
  const { rows } = await admin.query(`select id, recipient_id as who, outcome from app.outbox`);
  const sent = new Set(server.caught);
  const expected = rows.filter(({ outcome }) => outcome === 'SENT');
  const missing = expected.filter(({ id }) => !sent.has(`<${id}@prove.example>`)).length;
  const known = new Map(rows.map((row) => [`<${row.id}@prove.example>`, row]));
  const strange = [...sent].filter((id) => known.get(id)?.outcome !== 'SENT').length;
  const heldBack = rows.filter(({ outcome }) => outcome === 'HELD_BACK');
  const wronglyHeld = heldBack.filter(({ who }) => !closed.has(who)).length;
  const other = rows.length - expected.length - heldBack.length;
  return {
    holds: missing + strange + wronglyHeld + other === 0 && expected.length > 0 && heldBack.length > 0,
    figures: {
      kills,
      entries: rows.length,
      mails: server.caught.length,
      afterDeduplication: sent.size,
      heldBack: heldBack.length,
      missing,
      strange,
      wronglyHeld,
      unfinished: other,
    },
  };
}

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
  return people;
}

async function addEntries(admin, people) {
  for (let n = 0; n < ENTRIES_A_ROUND; n += 1)
    await admin.query(
      `insert into app.outbox (topic, recipient_id, payload) values ('break-glass.asked', $1, '{"reference": "EA-1"}')`,
      [people[Math.floor(Math.random() * people.length)]],
    );
}

/** Nobody lives who could be sending: what waits for this person must never go. */
async function closeOne(admin, people, closed) {
  if (closed.size >= PEOPLE / 2) return;
  const who = people[closed.size];
  await admin.query(`update app.app_user set status = 'DISABLED' where id = $1`, [who]);
  closed.add(who);
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
