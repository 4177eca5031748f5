import { describe, expect, it } from '@jest/globals';
import type { CaseChild, CaseRelative } from '@encircle/shared/cases';
import { siblingTies, treeLinks, treeRows } from './family-tree.model';

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
const rows = treeRows({ children, relatives });

describe('the family picture', () => {
  it('has generations under each other and everyone once', () => {
    expect(rows.map(({ key, people }) => [key, people.map(({ id }) => id)])).toEqual([
      ['grandparents', ['nan']],
      ['parents', ['ma', 'sol']],
      ['children', ['kai', 'zoe']],
      ['others', ['jo']],
    ]);
  });

  it('has no empty generation', () => {
    expect(treeRows({ children: [child('ava')], relatives: [] })).toHaveLength(1);
  });

  it('ties parents to each of their children, and says who has parental responsibility', () => {
    const links = treeLinks(rows, relatives);
    expect(links).toHaveLength(3);
    expect(links.filter(({ full }) => full)).toHaveLength(2);
    expect(links[0]).toMatchObject({ x1: 25, x2: 25, y1: 37.5, y2: 62.5 });
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
});
