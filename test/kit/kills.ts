import { aChild, anAdult, relativeOf } from '../factories/children.js';
import { anAgreement, ORDINARY } from '../factories/consents.js';
import { anEpisode } from '../factories/episodes.js';
import { aMeeting } from '../factories/held-meetings.js';
import { anAgency, aWorker, type Worker } from '../factories/people.js';
import { randomOf } from '../../tools/prove/consent/random.mjs';
import { killRounds } from '../../tools/prove/outbox/rounds.mjs';
import { freshDatabase } from './database.js';
import type { Rows } from './rows.js';

const PEOPLE = 6;

/** A little of `npm run prove -- outbox-kills --minutes 5`, by the same code: two programs ended in the midst of delivering. */
export async function someKills(seed: number): ReturnType<typeof killRounds> {
  const { admin, loginUrl, close } = await freshDatabase();
  try {
    const world = await aTeam({
      rows: async (sql, values) => (await admin.query(sql, values)).rows as never[],
    });
    const how = { rounds: 1, until: Infinity, mails: 5, longestLifeMs: 15_000 };
    return await killRounds({ admin, databaseUrl: loginUrl, world, random: randomOf(seed), how });
  } finally {
    await close();
  }
}

/** People of one agency, all on the team of one case with a meeting to come. */
async function aTeam(program: Rows): Promise<{ people: string[]; episode: string; meeting: string }> {
  const agency = await anAgency(program, { kind: 'SCHOOL' });
  const workers: Worker[] = [];
  for (let n = 0; n < PEOPLE; n += 1) workers.push(await aWorker(program, agency));
  const [child, mother] = [await aChild(program), await anAdult(program)];
  await relativeOf(program, child, mother);
  const [lead, ...team] = workers;
  const episode = await anEpisode(program, { children: [child], state: 'PLAN_ACTIVE', lead, team });
  await anAgreement(program, episode, child, mother, [{ agency, categories: ORDINARY }]);
  const invited = workers.map((worker) => ({ worker, code: null }));
  const meeting = await aMeeting(program, episode, {
    at: '2099-03-24T15:45:00Z',
    status: 'PLANNED',
    invited,
  });
  return { people: workers.map(({ id }) => id), episode: episode.id, meeting };
}
