import { describe, expect, it } from '@jest/globals';
import type { CaseAction, CaseChild, CaseRelative } from '@encircle/shared/cases';
import { carersOf, stepsFor } from './record-children.model';

const child = (id: string, part: string | null = null): CaseChild => ({
  id,
  name: id,
  chosenName: id,
  pronouns: null,
  dateOfBirth: null,
  dueDate: null,
  school: null,
  stub: false,
  part,
});
const record = (children: CaseChild[], actions: CaseAction[] = ['team.change']) => ({
  children,
  actions,
  limited: null,
});

describe('the children of a record', () => {
  it('come in and go by who leads, and the last one stays', () => {
    expect(stepsFor(record([child('kit'), child('zoe')]))).toEqual({
      add: true,
      leave: ['kit', 'zoe'],
    });
    expect(stepsFor(record([child('kit'), child('zoe', 'CLOSED')])).leave).toEqual([]);
    expect(stepsFor(record([child('kit'), child('zoe')], []))).toEqual({
      add: false,
      leave: [],
    });
  });

  it('stay while they are with social care', () => {
    expect(stepsFor(record([child('kit'), child('zoe', 'PAUSED_STATUTORY')])).leave).toEqual(['kit']);
  });
});

describe('who may be somebody to a new brother or sister too', () => {
  it('is whoever cares for the others, once each; a friend of the family is not', () => {
    const relative = (id: string, kind: string) => ({ id, kind, name: id }) as CaseRelative;
    const relatives = [relative('ma', 'MOTHER'), relative('ma', 'MOTHER'), relative('jo', 'FAMILY_FRIEND')];
    expect(carersOf({ relatives })).toEqual([{ personId: 'ma', name: 'ma' }]);
  });
});
