import { describe, expect, it } from '@jest/globals';
import type { NeedView } from '@encircle/shared/claims';
import {
  boundsOf,
  evidenceCommand,
  firstMoment,
  isAboutSomebody,
  measureOf,
  valueWords,
  type EvidenceForm,
} from './evidence.model';

const EMPTY: EvidenceForm = {
  outcome: '',
  moment: '',
  measure: '',
  value: '',
  measuredOn: '',
  source: '',
  met: '',
  aboutPersonId: '',
};
const need = (over: Partial<NeedView> = {}): NeedView => ({
  outcome: 1,
  label: 'Getting a good education',
  tagged: true,
  present: false,
  met: null,
  sustained: null,
  evidence: [],
  ...over,
});

describe('the form of evidence', () => {
  it('leaves out what is empty, and says numbers as numbers', () => {
    expect(evidenceCommand(EMPTY)).toEqual({});
    const typed = { ...EMPTY, outcome: '1', moment: 'CLOSURE', value: '93,5', met: 'NO', source: 'Register' };
    expect(evidenceCommand(typed)).toEqual({
      outcome: 1,
      moment: 'CLOSURE',
      value: 93.5,
      met: false,
      source: 'Register',
    });
    expect(evidenceCommand({ ...EMPTY, value: 'many' })).toEqual({ value: 'many' });
    expect(evidenceCommand({ ...EMPTY, moment: 'START', met: 'YES' })).toEqual({ moment: 'START' });
  });

  it('says whom it is about where it is one person’s own, and not elsewhere', () => {
    const about = { ...EMPTY, aboutPersonId: 'p1' };
    expect(evidenceCommand({ ...about, outcome: '7' })).toEqual({ outcome: 7, aboutPersonId: 'p1' });
    expect(evidenceCommand({ ...about, outcome: '9' })).toEqual({ outcome: 9 });
    expect(['4', '7', '8', '1', ''].map(isAboutSomebody)).toEqual([true, true, true, false, false]);
  });

  it('begins a later look where the start left off', () => {
    const row = { moment: 'START', measure: 'SDQ', struckReason: null } as NeedView['evidence'][number];
    expect(measureOf(need({ evidence: [{ ...row, struckReason: 'no' }, row] }))).toBe('SDQ');
    expect(measureOf(need())).toBe('');
    const open = ['START', 'CLOSURE'];
    expect([firstMoment(open, need()), firstMoment(open, need({ present: true }))]).toEqual(open);
    expect(firstMoment(['SUSTAINED'], need({ present: true, met: true }))).toBe('SUSTAINED');
    expect(firstMoment([], need())).toBe('');
  });

  it('words a number by what it counts', () => {
    expect([valueWords('ATTENDANCE', 84), valueWords('DEBTS', 900), valueWords('SDQ', 22)]).toEqual([
      '84 %',
      '£900',
      '22',
    ]);
    expect([boundsOf('SDQ'), boundsOf('')]).toEqual([{ min: 0, max: 40 }, null]);
  });
});
