import { describe, expect, it } from '@jest/globals';
import { commandOf, emptyDraft, isStarted, problemsOf, type NoteDraft } from './note.model';

const TODAY = '2026-03-16';
const draft = (part: Partial<NoteDraft>): NoteDraft => ({
  ...emptyDraft(TODAY),
  kind: 'HOME_VISIT',
  text: 'Bedtime chart started',
  ...part,
});
const fields = (part: Partial<NoteDraft>) => problemsOf(draft(part), TODAY).map(({ field }) => field);

describe('a note before it is sent', () => {
  it('needs a kind, a day that has come and what happened', () => {
    expect(fields({})).toEqual([]);
    expect(fields({ kind: '', text: '  ', eventOn: 'Friday' })).toEqual(['kind', 'eventOn', 'text']);
    expect(fields({ eventOn: '2026-03-17' })).toEqual(['eventOn']);
  });

  it('asks whose words they are and whose details they hold', () => {
    expect(fields({ ownWords: true })).toEqual(['saidBy']);
    expect(fields({ category: 'ADULT' })).toEqual(['aboutPersonId']);
    expect(fields({ category: 'ADULT', aboutPersonId: 'mia' })).toEqual([]);
  });

  it('asks for the chosen workers of a private note', () => {
    expect(fields({ category: 'PRIVATE' })).toEqual(['namedWorkerIds']);
  });
});

describe('what is sent', () => {
  it('leaves out what was left open', () => {
    expect(commandOf(draft({ text: ' Seen well ' }))).toEqual({
      kind: 'HOME_VISIT',
      eventOn: TODAY,
      text: 'Seen well',
      category: 'NOTES',
    });
  });

  it('does not send a person or workers chosen for another kind', () => {
    const sent = commandOf(draft({ category: 'NOTES', aboutPersonId: 'mia', namedWorkerIds: ['lena'] }));
    expect(sent).not.toHaveProperty('aboutPersonId');
    expect(sent).not.toHaveProperty('namedWorkerIds');
  });

  it('carries own words, significance and whether the child was seen', () => {
    const sent = commandOf(draft({ ownWords: true, saidBy: 'Ava', significant: true, seen: 'SEEN_ALONE' }));
    expect(sent).toMatchObject({ ownWords: true, saidBy: 'Ava', significant: true, childSeen: 'SEEN_ALONE' });
  });
});

describe('a draft', () => {
  it('is started once something is typed', () => {
    expect(isStarted(emptyDraft(TODAY))).toBe(false);
    expect(isStarted(draft({}))).toBe(true);
  });
});
