import { describe, expect, it } from '@jest/globals';
import type { InvitationView } from '@encircle/shared/meetings';
import {
  absentCodes,
  choiceOf,
  choicesFor,
  clashesOf,
  codeOf,
  entriesOf,
  nextChoice,
  tally,
  withStored,
  type Mark,
} from './attendance.model';

const worker = { kind: 'WORKER', rsvp: 'COMING', shortNotice: false } as const;
const invitation = (id: string, over: Partial<InvitationView> = {}): InvitationView =>
  ({
    id,
    kind: 'WORKER',
    name: id,
    rsvp: 'COMING',
    shortNotice: false,
    attendance: null,
    attendanceReason: null,
    deputyName: null,
    version: 1,
    ...over,
  }) as InvitationView;
const mark = (code: string, over: Partial<Mark> = {}): Mark => ({
  code,
  reason: '',
  deputyName: '',
  ...over,
});

describe('marking who came', () => {
  it('gives families their own choices', () => {
    expect(choicesFor({ kind: 'FAMILY' })).toEqual(['CAME', 'PART', 'SENT_VIEWS', 'NOT_HERE']);
    expect(codeOf('SENT_VIEWS', { ...worker, kind: 'FAMILY' })).toBe('REP');
    expect(codeOf('NOT_HERE', { ...worker, kind: 'FAMILY' })).toBe('APO');
    expect(absentCodes({ kind: 'FAMILY', shortNotice: true })).not.toContain('LATE_NOTICE');
  });

  it('reads an absence from what was said and how short the notice was', () => {
    expect(codeOf('NOT_HERE', { ...worker, rsvp: 'NOT_COMING' })).toBe('APO');
    expect(codeOf('NOT_HERE', worker)).toBe('DNA');
    expect(codeOf('NOT_HERE', { ...worker, shortNotice: true })).toBe('LATE_NOTICE');
    expect(choiceOf('NOT_REQ', worker)).toBe('NOT_HERE');
  });

  it('goes round with one key', () => {
    const choices = choicesFor(worker);
    const round = [null, ...choices].map((at) => nextChoice(choices, at));
    expect(round).toEqual(['CAME', 'PART', 'DEPUTY', 'REPORT', 'NOT_HERE', 'CAME']);
  });

  it('sends only what changed and is complete', () => {
    const people = [
      invitation('a'),
      invitation('b', { attendance: 'ATT' }),
      invitation('c'),
      invitation('d', { attendance: 'UNINV' }),
    ];
    const marks = { a: mark('ATT'), b: mark('ATT'), c: mark('DEP'), d: mark('PART') };
    expect(entriesOf(people, marks).map((each) => each.invitationId)).toEqual(['a']);
    expect(entriesOf(people, { c: mark('DEP', { deputyName: ' Jo ' }) })[0]).toMatchObject({
      deputyName: 'Jo',
      version: 1,
    });
  });

  it('counts who came, whatever is saved already', () => {
    const people = [invitation('a', { attendance: 'REP' }), invitation('b'), invitation('c')];
    expect(tally(people, { b: mark('PART') })).toEqual({ came: 1, reports: 1, invited: 3 });
  });

  it('shows both sides when somebody else was quicker', () => {
    const people = [invitation('a'), invitation('b')];
    const stored = [
      { invitationId: 'a', code: 'ATT', reason: null, deputyName: null, reportReceivedOn: null, version: 2 },
    ];
    expect(clashesOf(people, { a: mark('DNA'), b: mark('ATT') }, stored)).toEqual([
      { invitationId: 'a', name: 'a', stored: 'ATT', mine: 'DNA' },
    ]);
    expect(withStored(people, stored)[0]).toMatchObject({ attendance: 'ATT', version: 2 });
  });
});
