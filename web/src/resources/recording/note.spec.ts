import { describe, expect, it } from '@jest/globals';
import { childrenIn, mendable, mendingOf, repairOf } from './mend.model';
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

describe('mending a note', () => {
  it('asks whose it is only where there is another child', () => {
    expect(mendable(0)).toEqual(['DATE', 'CASE']);
    expect(mendable(1)).toEqual(['DATE', 'CHILD', 'CASE']);
  });

  it('sends what belongs to the mistake, and nothing typed for another', () => {
    const typed = { eventOn: '2026-03-01', ref: ' CAF-2026-000001 ', reason: 'A slip.' };
    expect(repairOf({ ...typed, what: 'DATE' }, 2)).toEqual({
      version: 2,
      what: 'DATE',
      reason: 'A slip.',
      eventOn: '2026-03-01',
    });
    expect(repairOf({ ...typed, what: 'CASE' }, 2)).toEqual({
      version: 2,
      what: 'CASE',
      reason: 'A slip.',
      ref: 'CAF-2026-000001',
    });
    expect(repairOf({}, 1)).toEqual({ version: 1, reason: '' });
    expect(repairOf({ ...typed, what: 'CASE', subjectId: 'ben' }, 2)).toMatchObject({ subjectId: 'ben' });
  });

  it('asks whose it is on the other record once a refusal has named its children', () => {
    expect(childrenIn(undefined)).toEqual([]);
    expect(childrenIn({ children: [{ id: 'ben', name: 'Ben' }] })).toEqual([{ id: 'ben', name: 'Ben' }]);
  });

  it('is open to the author to the last day, and says so afterwards', () => {
    const note = { mine: true, struckAt: null, flag: null, mendUntil: '2026-03-30' };
    expect(mendingOf(note, '2026-03-30')).toBe('YES');
    expect(mendingOf(note, '2026-03-31')).toBe('LATE');
    expect(mendingOf({ ...note, mine: false, mendUntil: null }, '2026-03-16')).toBe('NO');
    expect(mendingOf({ ...note, struckAt: '2026-03-16T09:00:00Z' }, '2026-03-16')).toBe('NO');
  });
});
