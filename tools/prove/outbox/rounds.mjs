import { setTimeout as pause } from 'node:timers/promises';
import { catcher } from './catcher.mjs';
import { replica } from './replica.mjs';
import { messageId, verdict } from './verdict.mjs';

/** Programs side by side, each a server and a worker, which live and die independently of each other. */
const REPLICAS = 2;
const LOOK_EVERY_MS = 100;

/**
 * Every mail is sent once, whatever is killed: two programs, each a server and a worker, are ended by SIGKILL at random while they
 * deliver, and the mail server's answers are lost at random. While nobody lives entries are added, accounts are closed and places
 * on a case end: what waited for those people must never go.
 * @param random draws whose mails, what is lost and how long each lives
 * @param world `{ people, episode, meeting }`: who is asked to one meeting
 * @param how `{ rounds, until, mails }`: a program lives until it sees at most so many more mails come, or so long
 */
export async function killRounds({ admin, databaseUrl, world, random, how }) {
  const server = await catcher(random);
  try {
    const ended = new Map();
    let kills = 0;
    for (let n = 0; n < how.rounds && performance.now() < how.until; n += 1) {
      await addEntries(admin, world, random);
      await endOne(admin, world, ended, server);
      await passTime(admin);
      await Promise.all(
        Array.from({ length: REPLICAS }, async () => {
          const running = replica(databaseUrl, server.url);
          await life(server, { mails: random.upTo(how.mails), longest: random.upTo(how.longestLifeMs) });
          await running.kill();
          kills += 1;
        }),
      );
    }
    await passTime(admin);
    const last = replica(databaseUrl, server.url);
    for (let open = 1; open > 0; open = await openEntries(admin)) {
      await waitOver(admin);
      await pause(LOOK_EVERY_MS);
    }
    await last.kill();
    return await verdict(admin, server, ended, kills);
  } finally {
    server.close();
  }
}

/** Until so many more mails came, so that a program is ended while it delivers; or that long, also before it does anything. */
async function life(server, { mails, longest }) {
  const enough = server.caught.length + 1 + mails;
  const until = performance.now() + longest;
  while (server.caught.length < enough && performance.now() < until) await pause(5);
}

/** One for everybody at least, so that something waits for whoever leaves next. */
async function addEntries(admin, { people, episode, meeting }, random) {
  for (const who of random.some(people, people.length).concat(people))
    await admin.query(
      `insert into app.outbox (topic, recipient_id, episode_id, payload) values ('meeting.invited', $1, $2, $3)`,
      [who, episode, JSON.stringify({ meetingId: meeting })],
    );
}

/** Nobody lives who could be sending: from now on nothing that waits for this person may go. Every other one leaves the case only. */
async function endOne(admin, { people }, ended, server) {
  if (ended.size >= people.length / 2) return;
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
  Number((await admin.query(`select count(*) from app.outbox where done_at is null`)).rows[0].count);
