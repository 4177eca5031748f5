import { episodeId, fixtureWith, userId, personId, agencyId } from '@encircle/shared/fixture';

export const START = '2026-03-16';

/** Twenty of the story: teams, managers, the refused, the CAF team, officers, the families. */
export const READERS = [
  'lena',
  'okoro',
  'hana',
  'ruth',
  'yusuf',
  'carl',
  'viv',
  'wes',
  'mo',
  'gus',
  'uma',
  'sid',
  'mia',
  'finn',
  'tom',
  'asha',
  'pia',
  'ola',
  'marcus',
  'iris',
];

/** Cases whose agreement changes, who writes it down, and who of the family says something. */
export const CASES = [
  { key: 'E1', lead: 'lena', children: ['ava'], givers: ['mia', 'finn', 'sol', 'ava'], adults: ['mia'] },
  { key: 'E2', lead: 'tom', children: ['ben'], givers: ['pia', 'ben'], adults: ['pia'] },
  { key: 'E3', lead: 'ola', children: ['kai', 'zoe'], givers: ['nia', 'kai', 'zoe'], adults: ['nia'] },
].map((each) => ({ ...each, id: episodeId(each.key) }));

const KINDS = [
  'CHILD',
  'PARENTING',
  'FAMILY',
  'HEALTH',
  'PLAN',
  'MEETING',
  'NOTES',
  'SENS_MH',
  'SENS_SH',
  'OFFENCE',
];

export const SERVICES = [
  'northway',
  'community-health',
  'locality-support',
  'camhs',
  'youth-service',
  'ormond',
  'havenside',
  'harbourside',
].map((key) => ({ key, id: agencyId(key) }));
export const PERSONS = ['lena', 'hana', 'tom', 'asha', 'ola', 'marcus'];

/** The story, with something of every kind about every child, from two services, part of it recorded long before. */
export function story() {
  const rows = fixtureWith(START, null);
  const agencyOf = (key) => rows.memberships.find((each) => each.userId === userId(key))?.agencyId ?? null;
  const authors = { E1: ['yusuf', 'carl'], E2: ['asha', 'tom'], E3: ['ola', 'marcus'] };
  const added = CASES.flatMap(({ key, id, children, adults }) =>
    [...children.map((child) => [child, null]), ...adults.map((adult) => [children[0], adult])].flatMap(
      ([child, adult]) =>
        (adult ? ['ADULT', 'SENS_SM'] : KINDS).flatMap((category) =>
          authors[key].map((author, n) => {
            const name = [key, child, adult ?? 'child', category, author].join('-');
            return {
              id: idOf(name),
              key: name,
              episodeId: id,
              subjectId: personId(child),
              aboutPersonId: adult ? personId(adult) : null,
              categories: [category],
              sourceAgencyId: agencyOf(author),
              authorId: userId(author),
              namedWorkerIds: [],
              recordedAt: n === 0 ? '2025-11-03T10:00:00.000Z' : '2026-02-20T10:00:00.000Z',
              title: name,
              text: `What was written down: ${name}.`,
            };
          }),
        ),
    ),
  );
  return { ...rows, items: [...rows.items, ...added] };
}

/** An id made of a name, the same in every run. */
function idOf(name) {
  let [a, b] = [0x811c9dc5, 0x01000193];
  for (const letter of name) {
    a = Math.imul(a ^ letter.charCodeAt(0), 0x01000193) >>> 0;
    b = Math.imul(b ^ letter.charCodeAt(0), 0x85ebca6b) >>> 0;
  }
  const hex = (n) => n.toString(16).padStart(8, '0');
  const [x, y] = [hex(a), hex(b)];
  return `${x}-${y.slice(0, 4)}-4${y.slice(5)}-8${x.slice(1, 4)}-${y}${x.slice(0, 4)}`;
}
