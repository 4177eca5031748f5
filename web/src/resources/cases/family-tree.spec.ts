import { describe, expect, it } from '@jest/globals';
import type { CaseChild, CaseRelative } from '@encircle/shared/cases';
import { familyPicture } from './family-tree.model';
import { siblingTies } from './sibling-ties.model';

const child = (id: string): CaseChild => ({
  id,
  name: id,
  chosenName: id,
  pronouns: null,
  dateOfBirth: null,
  dueDate: null,
  school: null,
  stub: false,
  part: null,
});
const relative = (id: string, kind: string, childId: string, hasPr = 'YES'): CaseRelative => ({
  id,
  childId,
  name: id,
  kind,
  hasPr,
  livesWith: 'FULL_TIME',
  phone: null,
  involvement: null,
  gaveAgreement: false,
  notAsked: false,
});

const children = [child('kai'), child('zoe')];
const relatives = [
  relative('nan', 'GRANDPARENT', 'kai', 'NO'),
  relative('ma', 'MOTHER', 'kai'),
  relative('ma', 'MOTHER', 'zoe'),
  relative('zoe', 'SIBLING', 'kai', 'NO'),
  relative('sol', 'STEP_PARENT', 'kai', 'NO'),
  relative('jo', 'FAMILY_FRIEND', 'zoe', 'NO'),
];
const picture = familyPicture({ children, relatives });
const away = (one: CaseRelative, livesWith = 'NO'): CaseRelative => ({ ...one, livesWith });

describe('the family picture', () => {
  it('has generations under each other and everyone once', () => {
    expect(picture.rows.map(({ key, people }) => [key, people.map(({ id }) => id)])).toEqual([
      ['grandparents', ['nan']],
      ['parents', ['ma', 'sol']],
      ['children', ['kai', 'zoe']],
      ['others', ['jo']],
    ]);
    expect([picture.columns, picture.rows.map(({ people }) => people.map(({ at }) => at))]).toEqual([
      2,
      [[1], [0.5, 1.5], [0.5, 1.5], [1]],
    ]);
  });

  it('has no empty generation', () => {
    const alone = familyPicture({ children: [child('ava')], relatives: [] });
    expect([alone.rows.length, alone.columns, alone.households]).toEqual([1, 1, []]);
  });

  it('ties parents to each of their children, and says who has parental responsibility', () => {
    expect(picture.links).toHaveLength(3);
    expect(picture.links.filter(({ full }) => full)).toHaveLength(2);
    expect(picture.links[0]).toMatchObject({ x1: 0.5, x2: 0.5, y1: 1.5, y2: 2.5 });
  });

  it('puts an outline around each home; whoever lives elsewhere stands beside it', () => {
    const { columns, rows, households } = familyPicture({
      children,
      relatives: [
        away(relative('nan', 'GRANDPARENT', 'kai', 'NO'), 'PART_TIME'),
        relative('ma', 'MOTHER', 'kai'),
        away(relative('ma', 'MOTHER', 'zoe')),
        relative('pa', 'FATHER', 'zoe'),
        away(relative('pa', 'FATHER', 'kai')),
      ],
    });
    expect(households).toEqual([
      { left: 0, right: 1, top: 1, bottom: 3, names: ['ma', 'kai'] },
      { left: 1, right: 2, top: 1, bottom: 3, names: ['pa', 'zoe'] },
    ]);
    expect([columns, rows[0]?.people]).toEqual([3, [expect.objectContaining({ id: 'nan', at: 2.5 })]]);
  });

  it('leaves no gap where somebody is not to be known of', () => {
    const without = familyPicture({ children, relatives: relatives.filter(({ id }) => id !== 'sol') });
    expect(without.rows[1]?.people.map(({ at }) => at)).toEqual([1]);
    expect(without.households[0]?.names).not.toContain('sol');
  });
});

describe('brothers and sisters', () => {
  const ties = (relatives: CaseRelative[]) =>
    siblingTies({ children, relatives }).map(({ childId, otherId, kind }) => `${childId} ${kind} ${otherId}`);

  it('are tied both ways by a parent they share', () => {
    const shared = [relative('ma', 'MOTHER', 'kai'), relative('ma', 'MOTHER', 'zoe')];
    expect(ties(shared)).toEqual(['kai SIBLING zoe', 'zoe SIBLING kai']);
    expect(ties([...shared, relative('pa', 'FATHER', 'kai')])).toEqual([
      'kai SIBLING zoe',
      'zoe SIBLING kai',
    ]);
  });

  it('are half-brothers and half-sisters where each has a parent the other has not', () => {
    const fathers = [relative('pa', 'FATHER', 'kai'), relative('sol', 'FATHER', 'zoe')];
    const shared = [relative('ma', 'MOTHER', 'kai'), relative('ma', 'MOTHER', 'zoe')];
    expect(ties([...shared, ...fathers])).toEqual(['kai HALF_SIBLING zoe', 'zoe HALF_SIBLING kai']);
    expect(ties(fathers)).toEqual([]);
  });

  it('are not told by a step-parent or a friend', () => {
    expect(ties([relative('sol', 'STEP_PARENT', 'kai'), relative('sol', 'STEP_PARENT', 'zoe')])).toEqual([]);
  });

  it('are read from both sides of what is written down', () => {
    const half = relative('zoe', 'HALF_SIBLING', 'kai', 'NO');
    expect(ties([half])).toEqual(['kai HALF_SIBLING zoe']);
    expect(ties([half, relative('kai', 'HALF_SIBLING', 'zoe', 'NO')])).toEqual([]);
  });
});
