import { describe, expect, it } from '@jest/globals';
import type { ChronologyItem } from '@encircle/shared/cases';
import { chronologyLine, quotedParts, splitSentence } from './chronology.model';

const item = (
  kind: string,
  detail: Record<string, unknown>,
  part: Partial<ChronologyItem> = {},
): ChronologyItem => ({
  kind,
  id: 'i',
  day: '2026-03-13',
  significant: false,
  author: 'Hana Siddiqui',
  category: 'NOTES',
  detail,
  ...part,
});

describe('a line of the chronology', () => {
  it('completes the sentence with a short note', () => {
    const line = chronologyLine(
      item('NOTE', { noteKind: 'HOME_VISIT', text: 'Bedtime chart started.' }),
      false,
    );
    expect(line).toMatchObject({ lead: 'Home visit', text: 'Bedtime chart started', second: '' });
  });

  it('puts a long note under the sentence', () => {
    const text = 'A visit with much to tell, about breakfast, the bus, the rain and everything else.';
    expect(chronologyLine(item('NOTE', { noteKind: 'HOME_VISIT', text }), false)).toMatchObject({
      text: '',
      second: text,
    });
  });

  it('starts a significant note with its first sentence', () => {
    const text = 'Ava came in for the third Monday running. School register.';
    const line = chronologyLine(item('NOTE', { noteKind: 'OTHER', text }, { significant: true }), false);
    expect(line).toMatchObject({
      lead: 'Ava came in for the third Monday running',
      second: 'School register.',
    });
  });

  it('sets own words apart with who said them', () => {
    const detail = { noteKind: 'TALK_WITH_CHILD', text: 'It was boring', ownWords: true, saidBy: 'Ava' };
    expect(chronologyLine(item('NOTE', detail), false)).toMatchObject({
      said: true,
      lead: 'Ava',
      voice: true,
    });
  });

  it('names meetings and steps, in the family’s words for a family', () => {
    const meeting = item('MEETING', { type: 'REVIEW_TAC', levelAgreed: 3, reviewNo: 2 }, { author: null });
    expect(chronologyLine(meeting, false)).toMatchObject({ lead: 'Review 2', level: 3 });
    const move = item('MOVE', { toState: 'ASSESSING' });
    expect(chronologyLine(move, false).lead).toBe('Assessment under way');
    expect(chronologyLine(move, true).lead).toBe('We are getting to know you');
  });

  it('keeps a step the family has no word for', () => {
    expect(chronologyLine(item('MOVE', { toState: 'ARCHIVED' }), true).lead).toBe('Archived');
  });
});

describe('a sentence', () => {
  it('does not end inside a number or before a small letter', () => {
    expect(splitSentence('Scored 7.5 of 10 today')).toEqual(['Scored 7.5 of 10 today', '']);
    expect(splitSentence('Mia rang. Ava slept well.')).toEqual(['Mia rang', 'Ava slept well.']);
  });

  it('lets spoken words be found', () => {
    expect(quotedParts('Ava: “I did it.” Good.')).toEqual([
      { words: 'Ava: ', quoted: false },
      { words: '“I did it.”', quoted: true },
      { words: ' Good.', quoted: false },
    ]);
  });
});
