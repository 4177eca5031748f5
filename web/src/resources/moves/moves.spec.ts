import { describe, expect, it } from '@jest/globals';
import { MOVES_BY_HAND } from '@encircle/shared/episodes';
import { offeredMoves, TRANSITIONS, factsWith, ALL_STATES } from '@encircle/shared/lifecycle';
import { addressOf, commandOf, formOf } from './moves.model';

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
