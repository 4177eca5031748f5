import { describe, expect, it } from '@jest/globals';
import type { CaseAction, CaseChild } from '@encircle/shared/cases';
import { stepsFor } from './record-children.model';

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
    expect(stepsFor(record([child('kit'), child('zoe')]), 'PRACT')).toEqual({
      add: true,
      leave: ['kit', 'zoe'],
      pauseEnd: [],
    });
    expect(stepsFor(record([child('kit'), child('zoe', 'CLOSED')]), 'PRACT').leave).toEqual([]);
    expect(stepsFor(record([child('kit'), child('zoe')], []), 'PRACT')).toEqual({
      add: false,
      leave: [],
      pauseEnd: [],
    });
  });

  it('come back from social care by the CAF team alone', () => {
    const paused = record([child('kit'), child('zoe', 'PAUSED_STATUTORY')], []);
    expect([stepsFor(paused, 'CAFC').pauseEnd, stepsFor(paused, 'PRACT').pauseEnd]).toEqual([['zoe'], []]);
    expect(stepsFor(record([child('kit'), child('zoe', 'PAUSED_STATUTORY')]), 'PRACT').leave).toEqual([
      'kit',
    ]);
  });
});
