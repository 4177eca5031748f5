import { meetingsOf, People } from './people.mjs';
import { Wall } from './walls.mjs';
import { addWords, clearNotes, READABLE, takeAway, wordsIn } from './words.mjs';

/** More than any meeting has. */
export const EVERY_SET = 2 ** 12;

/**
 * The room view of meetings for sets of the people asked to them: what stands on the wall is what each of them may read,
 * no more and no less, and what is not there has left no gap.
 * @param world `{ rows, ask(who, method, path), readable(who, sql, values), memory? }`: with a memory the program reads a meeting
 *   once for all of its sets, and one set of each is read anew and must be the same, byte for byte
 * @param most sets of one meeting: all of them where there are no more, else drawn
 * @param ids of these meetings alone
 * @param until when no further meeting is begun
 */
export async function compareRooms(world, { most, random, ids = null, until = Infinity }) {
  const figures = {
    meetings: 0,
    notRun: 0,
    sets: 0,
    allSets: 0,
    words: 0,
    emptyWalls: 0,
    toggles: 0,
    wrong: 0,
  };
  const [found, ran] = [[], []];
  const people = new People(world.rows);
  for (const meeting of await meetingsOf(world.rows, ids)) {
    if (performance.now() > until) break;
    const host = meeting.runs && (await people.worker(meeting.runs.userId, meeting.runs.agencyId));
    const wall = host && new Wall(world, meeting, host);
    const first = wall ? await wall.again() : { status: 404 };
    // A closed record, or one whose lead may not work in it, has no screen of a meeting.
    if (first.status === 403 || first.status === 404) {
      figures.notRun += 1;
      continue;
    }
    figures.meetings += 1;
    ran.push(meeting.id);
    await addWords(world.rows, meeting, random);
    found.push(...(await oneMeeting({ world, meeting, host, people, wall, most, random, figures })));
    await takeAway(world.rows, meeting);
    await clearNotes(world.rows, meeting);
    if (found.length > 40) break;
  }
  figures.wrong = found.length;
  return { holds: found.length === 0 && figures.sets > 0 && figures.words > 0, figures, found, ran };
}

/** The same of a few meetings with a wall that forgets one of those in the room: it has to be seen. @returns how many are */
export async function forgetfulWalls(world, { random, ids }) {
  const seen = [];
  for (const which of [0, -1]) {
    const { found } = await world.forgetting(which, () =>
      compareRooms(world, { most: EVERY_SET, random, ids }),
    );
    seen.push(found.length > 0);
  }
  return seen.filter(Boolean).length;
}

async function oneMeeting({ world, meeting, host, people, wall, most, random, figures }) {
  const found = [];
  const family = meeting.invitations.flatMap(({ personId }) => personId ?? []);
  const values = [[meeting.id], meeting.episodeId, [meeting.subjectId, ...family]];
  const known = new Map();
  const read = async (who) => new Set(who === null ? [] : await world.readable(who, READABLE, values));
  for (const { id, userId, agencyId, personId, role } of meeting.invitations)
    known.set(
      id,
      await read(
        personId === null ? await people.worker(userId, agencyId) : await people.family(personId, role),
      ),
    );
  const others = meeting.invitations.filter(({ userId }) => userId !== meeting.runs.userId);
  const hosts = await read(host);
  const sets = setsOf(others, most, random);
  if (sets.length === 2 ** others.length) figures.allSets += 1;
  for (const [n, present] of sets.entries()) {
    const answer = await wall.with(present);
    if (answer.status !== 200) {
      found.push(`${meeting.id}: answered ${answer.status}`);
      break;
    }
    const all = [hosts, ...present.map(({ id }) => known.get(id))];
    const everybody = (word) => all.every((one) => one.has(word));
    // A word on an action stands beside it or nowhere.
    const expected = [...hosts]
      .filter(
        (word) => /^zq[a-z]+\d+x$/.test(word) && everybody(word) && everybody(word.replace('comment', '')),
      )
      .sort();
    const shown = wordsIn(answer.text);
    const say = (what) =>
      found.push(
        `${meeting.id} with ${present.map((one) => one.userId ?? one.personId).join(' + ')}: ${what}`,
      );
    if (shown.join() !== [...new Set(expected)].join())
      say(`shows ${difference(shown, expected)}; leaves out ${difference(expected, shown)}`);
    for (const id of named(JSON.parse(answer.text))) if (!everybody(`person ${id}`)) say(`names ${id}`);
    for (const gap of gapsIn(JSON.parse(answer.text))) say(gap);
    figures.sets += 1;
    figures.words += shown.length;
    if (shown.length === 0) figures.emptyWalls += 1;
    if (n !== sets.length - 1) continue;
    if ((await wall.really(present)).text !== answer.text) say('differs from the same wall read anew');
    await takeAway(world.rows, meeting, shown);
    if ((await wall.again()).text !== answer.text)
      say('differs from the same meeting without what is hidden');
    figures.toggles += 1;
  }
  return found;
}

/** Everything from nobody to everybody where there are few, else so many drawn of them; the last is never everybody. */
function setsOf(all, most, random) {
  const of = (bits) => all.filter((_one, n) => (bits >> n) & 1);
  const count = 2 ** all.length;
  if (count <= most) return Array.from({ length: count }, (_, n) => of(count - 1 - n));
  return Array.from({ length: most }, (_, n) => of(n === 0 ? count - 1 : random.upTo(count)));
}

const difference = (some, others) => some.filter((word) => !others.includes(word)).join(' ') || 'nothing';

/** Whose name stands on the wall, of the family. */
const named = ({ meeting }) => [
  ...(meeting.child.name === null && meeting.child.fullName === null ? [] : [meeting.child.id]),
  ...meeting.invitations.flatMap(({ personId, name }) =>
    personId !== null && name !== null ? [personId] : [],
  ),
];

/** Places are counted without a hole, and nothing refers to what is not there. */
function gapsIn({ meeting, plan }) {
  const inOrder = (lines) => lines.every(({ position }, n) => position === n + 1);
  const hopes = plan?.plan?.outcomes ?? [];
  const ids = new Set(hopes.map(({ id }) => id));
  const dangling = (plan?.plan?.actions ?? []).some(
    ({ outcomeId }) => outcomeId !== null && !ids.has(outcomeId),
  );
  return [
    ...(inOrder(meeting.minutes) ? [] : ['lines are counted with a gap']),
    ...(inOrder(hopes) ? [] : ['hopes are counted with a gap']),
    ...(dangling ? ['an action refers to a hope that is not there'] : []),
  ];
}
