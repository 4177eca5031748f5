import { describe, expect, it } from '@jest/globals';
import { HOUSE_LEVELS } from '@encircle/shared/levels';
import { cellId, commandOf, formOf, idOfPath, levelsErrors } from './levels.model';

const view = {
  ...HOUSE_LEVELS,
  levels: [...HOUSE_LEVELS.levels],
  descriptors: [...HOUSE_LEVELS.descriptors],
};
const form = formOf(view, '2026-03-16');

describe('a version of the levels as it is typed', () => {
  it('goes into boxes and comes out as it was', () => {
    expect(commandOf(form, 1).descriptors).toEqual(
      HOUSE_LEVELS.descriptors.map(({ area, level, text }) => ({ area, level, text })),
    );
    expect(levelsErrors(commandOf(form, 1), '2026-03-16')).toEqual([]);
  });

  it('takes a line for a description and leaves empty lines out', () => {
    const cell = cellId('CHILD', 2);
    const typed = { ...form, cells: { ...form.cells, [cell]: '\n  Often tired \n\nBehind in reading\n' } };
    const { descriptors } = commandOf(typed, 1);
    expect(descriptors.filter((each) => each.area === 'CHILD' && each.level === 2)).toEqual([
      { area: 'CHILD', level: 2, text: 'Often tired' },
      { area: 'CHILD', level: 2, text: 'Behind in reading' },
    ]);
  });

  it('names the box that is empty, and the one a description the API refuses stands in', () => {
    const empty = { ...form, cells: { ...form.cells, [cellId('FAMILY', 4)]: ' ' } };
    expect(levelsErrors(commandOf(empty, 1), '2026-03-16').map(({ field }) => field)).toEqual([
      'descriptors.FAMILY.4',
    ]);
    const command = commandOf(form, 1);
    expect(idOfPath(`descriptors.${command.descriptors.length - 1}.text`, command)).toBe(cellId('FAMILY', 4));
    expect(idOfPath('levels.2.name', command)).toBe('levels.2.name');
  });
});
