/**
 * The ways in which people would misuse a record of families, one number each (the order is that of the threat list), and
 * where each is played. Parts that need a feature that is not there yet wait for the route that brings it: the list fails
 * when such a route appears.
 */
export interface AbuseCase {
  n: number;
  says: string;
  /** Tests that play it: file and a part of the test's name. Those named `A01 ...` are found by themselves. */
  also?: readonly (readonly [file: string, name: string])[];
  waits?: readonly { capability: string; until: RegExp }[];
}

const FEEDS = [
  'test/api/notifications/calendar-feed.api.spec.ts',
  'holds one’s own meetings by reference and time, and nothing else of the case',
] as const;
const FEEDS_CLOSED = ['test/access/withdrawal.access.spec.ts', 'closes every way to the record'] as const;
const PACKS = 'test/api/record-requests/record-requests.api.spec.ts';
/** The family's copy of an agreement and the assessment on paper are read word for word, and in their properties. */
const SCANNED = [
  'test/access/matrix/routes.access.spec.ts',
  'no word of a field reaches anybody whose decision does not include it',
] as const;
const PAPERS = {
  capability: 'M1 exports and other printed papers',
  until:
    /export|\.csv|\.xlsx|(?<!panel-days\/\{panelDayId\})\/papers|(?<!consents\/copy|assessments\/\{id\}\/paper|(?:record-requests\/\{requestId\}|panel-items\/\{panelItemId\})\/pack)\.pdf/,
};

export const ABUSE_CASES: readonly AbuseCase[] = [
  { n: 1, says: 'looks up a neighbour by name' },
  {
    n: 2,
    says: 'a colleague with a conflict of interest opens the case',
    also: [['test/api/restrictions/blocks.api.spec.ts', 'holds at once']],
  },
  {
    n: 3,
    says: 'finds the new address through a brother’s or sister’s record',
    also: [['test/access/leaves-no-trace.access.spec.ts', 'is told nothing that tells where, by any way']],
  },
  {
    n: 4,
    says: 'finds it through a meeting, its place or who is invited',
    also: [SCANNED, FEEDS, [PACKS, 'tells the work with the child, and neither where nor who']],
    waits: [PAPERS],
  },
  {
    n: 5,
    says: 'finds it through a calendar feed or the subject of a mail',
    also: [FEEDS, FEEDS_CLOSED, [FEEDS[0], 'opens nothing else, and cannot be guessed for long']],
  },
  {
    n: 6,
    says: 'finds it in an export or in the properties of a file',
    also: [
      SCANNED,
      [PACKS, 'is checked by another person, and goes out as it was checked, with proof'],
      [
        'test/api/documents/corpus.api.spec.ts',
        'a photograph: where, when and with what it was taken is gone',
      ],
      ['test/api/documents/corpus.api.spec.ts', 'a letter: who wrote it'],
    ],
    waits: [PAPERS],
  },
  { n: 7, says: 'learns from what a search box offers' },
  { n: 8, says: 'learns from counts, totals and page numbers' },
  { n: 9, says: 'learns from sorting or filtering by a hidden field' },
  { n: 10, says: 'learns from an ETag, a time of change or a gap in numbers' },
  {
    n: 11,
    says: 'learns from how long a refusal takes',
    also: [['test/access/not-found.access.spec.ts', 'byte for byte and statement for statement']],
  },
  {
    n: 12,
    says: 'learns from a conflict when adding a child who is there already',
    also: [
      ['test/api/people/children.api.spec.ts', 'a number in use elsewhere is answered like a fresh one'],
    ],
  },
  { n: 13, says: 'the school sees what the police wrote' },
  {
    n: 14,
    says: 'notices that a sensitive service is involved at all',
    also: [
      ['test/access/toggles.access.spec.ts', 'every answer stays the same'],
      ['test/access/leaves-no-trace.access.spec.ts', 'leaves no word in mails, calendar files'],
    ],
  },
  {
    n: 15,
    says: 'still sees what a withdrawn agreement had opened',
    also: [
      ['test/api/consents/windows.api.spec.ts', 'all of it: the team stops at once'],
      ['test/access/withdrawal.access.spec.ts', 'closes every way to the record'],
    ],
  },
  {
    n: 16,
    says: 'finds one child in small numbers of a report',
    also: [
      ['test/api/reports/cells.api.spec.ts', 'hide small cells and a neighbour'],
      ['test/api/reports/cells.api.spec.ts', 'the two tables do not tell each other'],
    ],
    waits: [{ capability: 'K9 reports by ward and by own question', until: /\/reports\/(wards|queries)\b/ }],
  },
  {
    n: 17,
    says: 'a leaver keeps access',
    also: [['test/api/episodes/team.api.spec.ts', 'a colleague takes over many cases at once']],
    waits: [{ capability: 'A8 the agency’s monthly word on who works there', until: /\/attestations\b/ }],
  },
  {
    n: 18,
    says: 'a sign-in is shared at a reception desk',
    waits: [{ capability: 'A3 second factor and devices', until: /\/(devices|second-factor|totp)\b/ }],
  },
  {
    n: 19,
    says: 'a merge of two children shows one to the other’s team',
    waits: [{ capability: 'B6 merge and unmerge', until: /\/(merges|unmerges)\b/ }],
  },
  { n: 20, says: 'guesses ids, swaps parents, moves a note into another case' },
  {
    n: 21,
    says: 'takes everything along before leaving',
    waits: [
      { capability: 'L8 a budget of records an hour', until: /\/(reading-budgets|record-budgets)\b/ },
      PAPERS,
    ],
  },
  {
    n: 22,
    says: 'breaks the glass out of habit',
    also: [
      ['test/api/emergency-access/break-glass.api.spec.ts', 'a fourth in one day waits for the manager'],
    ],
  },
  {
    n: 23,
    says: 'the administrator reads records',
    also: [['test/access/matrix/routes.access.spec.ts', 'is what docs/access/routes.csv says']],
  },
  { n: 24, says: 'support signs in as somebody else' },
  { n: 25, says: 'sends fields that set rights, ownership or state' },
  { n: 26, says: 'leaves a script in a note' },
  { n: 27, says: 'reads what a shared computer kept' },
  {
    n: 28,
    says: 'a copy asked for under subject access holds other people’s secrets',
    also: [
      [PACKS, 'a neighbour’s call and a child’s secret are not in it'],
      [PACKS, 'takes words out and never puts any in'],
    ],
  },
  {
    n: 29,
    says: 'a restored backup brings back what was withdrawn',
    waits: [{ capability: 'N4 restore drills', until: /\/(restores|backups)\b/ }],
  },
  {
    n: 30,
    says: 'plays with clocks and dates',
    also: [['test/api/consents/windows.api.spec.ts', '']],
  },
];
