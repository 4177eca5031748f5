import { personId, userId } from '@encircle/shared/fixture';
import { CASES, SERVICES, START } from './world.mjs';

const AVA = CASES[0];
const READERS = ['hana', 'ruth', 'carl', 'okoro', 'hana', 'ruth', 'carl', 'yusuf'];
const KINDS = ['CHILD', 'HEALTH', 'PLAN', 'NOTES', 'SENS_MH'];
const WAYS = ['one service', 'one kind', 'all of it'];
const CLIENTS = READERS.length;
/** How often each of the eight asks before and after the withdrawal is acknowledged. */
const AFTER = 3;

/**
 * Eight people read without a pause while a family takes agreement back. No answer whose question was asked after the
 * withdrawal was acknowledged may show what was withdrawn; own contributions stay one's own.
 */
export async function readWhileWithdrawn(world, { rounds }) {
  const figures = { rounds: 0, clients: CLIENTS, answers: 0, shown: 0, after: 0, leaked: 0 };
  const found = [];
  const others = new Map(READERS.map((who) => [who, notOwn(world.story, who)]));
  let now = Date.parse(`${START}T10:00:00.000Z`);
  for (let n = 0; n < rounds; n += 1) {
    now += 26 * 3_600_000;
    await world.setNow(new Date(now).toISOString());
    await agreed(world);
    const way = WAYS[n % WAYS.length];
    const state = { acknowledged: Infinity, stop: false };
    const running = READERS.map((who) => read(world, who, state));
    await new Promise((resolve) => setTimeout(resolve, 15 + ((n * 7) % 30)));
    const answer = await world.call('lena', 'POST', `/api/episodes/${AVA.id}/consents/withdraw`, taken(way));
    state.acknowledged = performance.now();
    if (answer.status !== 200) throw new Error(`not withdrawn: ${JSON.stringify(answer.body)}`);
    for (const { who, begun, ids, category } of (await Promise.all(running)).flat()) {
      const seen = ids.filter((id) => others.get(who).has(id) && isTaken(way, who, category));
      figures.answers += 1;
      if (begun <= state.acknowledged) figures.shown += seen.length > 0 ? 1 : 0;
      else {
        figures.after += 1;
        if (seen.length > 0)
          found.push(`round ${n}, ${way}: ${who} read ${category} after it was taken back`);
      }
    }
    figures.rounds += 1;
  }
  figures.leaked = found.length;
  const holds = found.length === 0 && figures.shown > 0 && figures.after >= rounds * CLIENTS;
  return { holds, figures, found };
}

async function read(world, who, state) {
  const answers = [];
  for (let n = 0, after = 0; after < AFTER; n += 1) {
    const category = KINDS[n % KINDS.length];
    const begun = performance.now();
    const answer = await world.call(who, 'GET', `/api/episodes/${AVA.id}/content?category=${category}`);
    // A machine that is too busy says so and shows nothing; anything else is a fault.
    if (answer.status >= 500 && answer.status !== 503) throw new Error(`${who}: ${answer.status}`);
    answers.push({
      who,
      begun,
      category,
      ids: answer.status === 200 ? answer.body.items.map((i) => i.id) : [],
    });
    if (begun > state.acknowledged) after += 1;
  }
  return answers;
}

/** Mia agrees again, so that there is something to take back. */
async function agreed(world) {
  const lines = SERVICES.filter(({ key }) =>
    ['community-health', 'northway', 'camhs', 'locality-support'].includes(key),
  ).flatMap(({ id }) =>
    KINDS.map((category) => ({ recipientType: 'SERVICE', recipientId: id, category, decision: 'GIVEN' })),
  );
  const answer = await world.call('lena', 'POST', `/api/episodes/${AVA.id}/consents`, {
    subjectId: personId('ava'),
    giverPersonId: personId('mia'),
    capacity: 'PR_HOLDER',
    method: 'WET_INK',
    statementVersion: 'v1',
    understood: { recording: true, sharing: true, withoutAgreement: true },
    lines,
  });
  if (answer.status !== 201) throw new Error(`not agreed: ${JSON.stringify(answer.body)}`);
}

const HEALTH = SERVICES.find(({ key }) => key === 'community-health').id;

function taken(way) {
  const by = { giverPersonId: personId('mia'), how: 'PHONE' };
  if (way === 'one service') return { ...by, scope: 'SERVICE', recipientId: HEALTH };
  if (way === 'one kind') return { ...by, scope: 'CATEGORY', category: 'PLAN' };
  return { ...by, scope: 'ALL' };
}

/** Whom and what a withdrawal reaches: the lead professional and her manager read on for ten working days. */
function isTaken(way, who, category) {
  if (way === 'one service') return who === 'hana' || who === 'ruth';
  if (way === 'one kind') return category === 'PLAN';
  return who !== 'okoro' && who !== 'lena';
}

/** Items that are neither this reader's own nor their own service's. */
function notOwn(story, who) {
  const id = userId(who);
  const agency = story.memberships.find((each) => each.userId === id)?.agencyId;
  const items = story.items.filter((item) => item.authorId !== id && item.sourceAgencyId !== agency);
  return new Set(items.map((item) => item.id));
}
