import { describe, expect, it } from '@jest/globals';
import { MOVES_BY_HAND } from '@encircle/shared/episodes';
import { offeredMoves, TRANSITIONS, factsWith, ALL_STATES } from '@encircle/shared/lifecycle';
import type { AgreementLineView } from '@encircle/shared/consents';
import { addressOf, commandOf, formOf, passedOn } from './moves.model';
import { howFar } from './pause.model';

describe('what a move asks for', () => {
  it('puts what was typed where the command has it, leaves out what is empty, and splits lines', () => {
    const typed = {
      'transfer.newArea': ' Eastmere ',
      'transfer.receiver': '',
      'transfer.documents': 'Plan\n\n Assessment ',
    };
    expect(commandOf('T27', 3, typed)).toEqual({
      transition: 'T27',
      version: 3,
      transfer: { newArea: 'Eastmere', documents: ['Plan', 'Assessment'] },
    });
  });

  it('sends nothing of the form for who only signs', () => {
    expect(commandOf('T26', 2, null)).toEqual({ transition: 'T26', version: 2 });
  });

  it('has a form here or an address elsewhere for every move that is ever offered', () => {
    const offered = ALL_STATES.flatMap((state) =>
      offeredMoves(factsWith({ state, today: '2026-03-16' }), []),
    );
    const without = offered.filter((move) => addressOf('c', move) === null && formOf(move.id).length === 0);
    expect(without.map((move) => move.id)).toEqual([]);
    const here = offered.filter((move) => move.way === 'HERE').map((move) => move.id as string);
    expect(here.filter((id) => !(MOVES_BY_HAND as readonly string[]).includes(id))).toEqual([]);
    const never = TRANSITIONS.filter(
      (row) => row.from !== null && !offered.some((move) => move.id === row.id),
    );
    expect(never.map((row) => row.id)).toEqual(['T38']);
  });
});

describe('the picture of a pause', () => {
  it('fills until the day of the review and no further', () => {
    const at = (days: number) => howFar({ since: '2026-03-17', reviewBy: '2026-06-09', days });
    expect([at(0), at(21), at(84), at(200)].map(({ percent }) => percent)).toEqual([0, 25, 100, 100]);
    expect(at(0).of).toBe(84);
    expect(howFar({ since: '2026-03-17', reviewBy: '2026-03-17', days: 0 })).toEqual({ of: 1, percent: 0 });
  });
});

describe('what may go to the area a family moves to', () => {
  const line = (category: string, more: Partial<AgreementLineView> = {}): AgreementLineView =>
    ({
      subjectId: 'ava',
      aboutPersonId: null,
      category,
      purposes: ['TRANSFER'],
      decision: 'GIVEN',
      status: 'ACTIVE',
      expiresOn: null,
      ...more,
    }) as AgreementLineView;

  it('is nothing where nobody agreed to hand it on, whatever they agreed to share here', () => {
    const lines = [
      line('PLAN', { purposes: ['COORDINATE'] }),
      line('CHILD', { decision: 'REFUSED' }),
      line('HEALTH', { status: 'WITHDRAWN' }),
      line('PLAN', { subjectId: 'ben' }),
      line('FAMILY', { aboutPersonId: 'mia' }),
    ];
    expect(passedOn(lines, 'ava')).toMatchObject({ state: 'ask', agreed: [] });
  });

  it('is in part what was agreed, with what stays behind and the day the first of it lapses', () => {
    const lines = [line('PLAN', { expiresOn: '2026-09-20' }), line('CHILD', { expiresOn: '2026-08-01' })];
    expect(passedOn(lines, 'ava')).toEqual({
      state: 'part',
      agreed: ['CHILD', 'PLAN'],
      left: ['IDENT', 'PARENTING', 'FAMILY', 'HEALTH'],
      until: '2026-08-01',
    });
  });

  it('is all of it when every kind of an assessment and a plan was agreed', () => {
    const all = ['IDENT', 'CHILD', 'PARENTING', 'FAMILY', 'HEALTH', 'PLAN'].map((kind) => line(kind));
    expect(passedOn(all, 'ava')).toMatchObject({ state: 'yes', left: [], until: null });
  });
});
