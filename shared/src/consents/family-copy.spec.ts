import { describe, expect, it } from '@jest/globals';
import { familyCopy, type CopyFacts, type CopyLine } from './family-copy.js';

const ORDINARY = ['IDENT', 'INVOLVE', 'CHILD', 'PARENTING', 'FAMILY', 'HEALTH', 'PLAN', 'MEETING', 'NOTES'];
const line = (recipientName: string, category: string, over: Partial<CopyLine> = {}): CopyLine => ({
  recipientId: recipientName,
  recipientName,
  category,
  decision: 'GIVEN',
  expiresOn: '2027-01-11',
  aboutGiver: false,
  ...over,
});

/** C1 to C3 of the story, and the refusal. */
const MIA: CopyFacts = {
  giver: 'Mia',
  child: 'Ava',
  own: false,
  lines: [
    ...['Northway Primary', 'Community Health', 'Locality Support', 'CAMHS'].flatMap((name) =>
      ORDINARY.map((kind) => line(name, kind)),
    ),
    line('Lena Marsh', 'SENS_MH'),
    line('Community Health', 'SENS_MH'),
    line('Lena Marsh', 'ADULT', { aboutGiver: true }),
    ...ORDINARY.map((kind) => line('Havenside Homes', kind, { decision: 'REFUSED', expiresOn: null })),
  ],
  received: [
    { name: 'Northway Primary', first: '2026-01-12', last: '2026-03-16' },
    { name: 'Community Health', first: '2026-02-12', last: '2026-02-12' },
  ],
  contact: { name: 'Lena Marsh', phone: '01632 960142' },
};
const BEN: CopyFacts = {
  ...MIA,
  giver: 'Ben',
  child: 'Ben',
  own: true,
  lines: [line('Youth Service', 'CHILD'), line('Youth Service', 'PLAN'), line('Tom Reyes', 'SENS_SH')],
  received: [],
  contact: { name: 'Tom Reyes', phone: '01632 960261' },
};
const whole = (facts: CopyFacts): string =>
  familyCopy(facts)
    .map(({ heading, words }) => `${heading}. ${words.join(' ')}`)
    .join('\n');

describe('what a family takes home', () => {
  it('says who may see what, and until when', () =>
    expect(whole(MIA)).toMatch(
      /Northway Primary, Community Health, Locality Support and CAMHS can see this: Who Ava is and where you live, who is helping you, how Ava is doing.* This ends on 11 January 2027\./,
    ));

  it('says what only some people see, and shows a no as plainly as a yes', () => {
    expect(whole(MIA)).toContain('Ava’s mental health: Lena Marsh and Community Health.');
    expect(whole(MIA)).toContain('Things about you as an adult: Lena Marsh.');
    expect(whole(MIA)).toContain('You said no to. Havenside Homes. They cannot see this.');
  });

  it('says who has seen it, and how to change one’s mind', () => {
    expect(whole(MIA)).toContain('Northway Primary, from 12 January 2026 to 16 March 2026.');
    expect(whole(MIA)).toContain('Tell Lena Marsh on 01632 960142.');
  });

  it('speaks to a young person about themselves', () => {
    expect(whole(BEN)).toContain('How you are doing and your plan.');
    expect(whole(BEN)).toContain('Your sexual health: Tom Reyes.');
    expect(whole(BEN)).not.toContain('child');
  });

  it('says so when nothing is agreed and nobody leads', () => {
    const none = whole({ ...MIA, lines: [], received: [], contact: null });
    expect(none).toContain('You have not said yes to any service.');
    expect(none).toContain('Tell the early help team.');
  });

  it.each([
    ['Mia', MIA],
    ['Ben', BEN],
    ['nobody yet', { ...MIA, lines: [], received: [], contact: null }],
  ])('can be read at school year 7 or before: %s', (_, facts) => {
    const { grade, longest } = readingOf(facts);
    expect(grade).toBeLessThanOrEqual(6);
    // A list of services is as long as the family made it; every sentence of ours is short (rule 11.2).
    expect(longest).toBeLessThanOrEqual(15);
  });
});

/** Flesch-Kincaid grade over the whole copy, names included; and the longest sentence that lists nothing. */
function readingOf(facts: CopyFacts): { grade: number; longest: number } {
  const sentences = familyCopy(facts)
    .flatMap(({ heading, words }) => [heading, ...words.flatMap((text) => text.split(/(?<=[.:])\s/))])
    .map((text) => text.match(/[\p{L}\p{N}’']+/gu) ?? [])
    .filter((words) => words.length > 0);
  const words = sentences.flat();
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  const grade = 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
  const ours = familyCopy({ ...facts, lines: [], received: [] })
    .flatMap(({ words: texts }) => texts.flatMap((text) => text.split(/(?<=[.:])\s/)))
    .map((text) => (text.match(/[\p{L}\p{N}’']+/gu) ?? []).length);
  return { grade, longest: Math.max(...ours) };
}

/** Groups of vowels, a silent e left out; a number is read as its digits. */
function syllablesOf(word: string): number {
  if (/^\d+$/.test(word)) return word.length;
  const bare = word.toLowerCase().replace(/[’']s?$/, '');
  const silent = bare.replace(/(?:[^laeiouy]e|ed|es)$/, (end) =>
    end === 'es' || end === 'ed' ? (end[1] ?? '') : (end[0] ?? ''),
  );
  return Math.max(1, (silent.match(/[aeiouyà-ÿ]+/g) ?? []).length);
}
