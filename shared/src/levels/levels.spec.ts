import { describe, expect, it } from '@jest/globals';
import { documentProblems } from './document-problems.js';
import { HOUSE_LEVELS, LEVEL_AREAS, LEVELS_OF_NEED } from './document.js';
import { helpProblems } from './help-problems.js';
import { pointsTo } from './points-to.js';

const keyOf = (area: string, level: number, at = 0): string =>
  HOUSE_LEVELS.descriptors.filter((each) => each.area === area && each.level === level)[at]?.key ?? '';

describe('the descriptions of the house', () => {
  it('say something for every area and level, under keys of their own', () => {
    for (const area of LEVEL_AREAS)
      for (const level of LEVELS_OF_NEED) expect(keyOf(area, level)).not.toBe('');
    const keys = HOUSE_LEVELS.descriptors.map((each) => each.key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('could be added as a version of an area as they stand', () => {
    const typed = {
      ...HOUSE_LEVELS,
      levels: [...HOUSE_LEVELS.levels],
      descriptors: [...HOUSE_LEVELS.descriptors],
    };
    expect(documentProblems({ ...typed, validFrom: '2026-03-16', seen: 1 }, '2026-03-16')).toEqual({});
  });
});

describe('what ticks point to', () => {
  it('is nothing without a tick, and the highest level otherwise', () => {
    expect(pointsTo(HOUSE_LEVELS, [])).toBeNull();
    expect(pointsTo(HOUSE_LEVELS, [keyOf('CHILD', 1)])).toMatchObject({ level: 1, because: 'HIGHEST' });
    const ticks = [keyOf('CHILD', 1), keyOf('CARERS', 3), keyOf('FAMILY', 2)];
    const to = pointsTo(HOUSE_LEVELS, ticks);
    expect(to).toMatchObject({ level: 3, because: 'HIGHEST' });
    expect(to?.by.map((each) => each.key)).toEqual([keyOf('CARERS', 3)]);
  });

  it('adds several of level 2 up to 3, when they are in more than one area', () => {
    const child = [0, 1, 2].map((at) => keyOf('CHILD', 2, at));
    expect(pointsTo(HOUSE_LEVELS, child)?.level).toBe(2);
    expect(pointsTo(HOUSE_LEVELS, [...child.slice(0, 2), keyOf('FAMILY', 2)])).toMatchObject({
      level: 3,
      because: 'SEVERAL',
    });
    expect(pointsTo(HOUSE_LEVELS, [child[0] ?? '', keyOf('FAMILY', 2)])?.level).toBe(2);
  });

  it('never takes a level away: one more tick points as high or higher', () => {
    const keys = HOUSE_LEVELS.descriptors.map((each) => each.key);
    for (const [index, key] of keys.entries()) {
      const some = keys.filter((_, at) => at % 5 === index % 5).slice(0, 4);
      const before = pointsTo(HOUSE_LEVELS, some)?.level ?? 0;
      expect(pointsTo(HOUSE_LEVELS, [...some, key])?.level ?? 0).toBeGreaterThanOrEqual(before);
    }
  });
});

describe('a level chosen with help', () => {
  const help = { documentVersion: '1', ticked: [keyOf('CHILD', 3)] };
  it('asks for a line where it is another one, and for words this version has', () => {
    expect(helpProblems(HOUSE_LEVELS, help, 3)).toEqual({});
    expect(helpProblems(HOUSE_LEVELS, help, 2)['reason']?.[0]).toContain('points to level 3');
    expect(helpProblems(HOUSE_LEVELS, { ...help, reason: '  no ' }, 2)).toHaveProperty('reason');
    expect(helpProblems(HOUSE_LEVELS, { ...help, reason: 'Gran moved in' }, 2)).toEqual({});
    expect(helpProblems(HOUSE_LEVELS, { ...help, ticked: ['gone-1'] }, 3)).toHaveProperty('ticked');
  });
});

describe('a new version', () => {
  const typed = {
    levels: [...HOUSE_LEVELS.levels],
    descriptors: [...HOUSE_LEVELS.descriptors],
    validFrom: '2026-03-16',
    seen: 1,
  };
  it('leaves no area and level without words, says nothing twice and does not begin in the past', () => {
    const without = typed.descriptors.filter((each) => !(each.area === 'FAMILY' && each.level === 4));
    expect(documentProblems({ ...typed, descriptors: without }, '2026-03-16')).toEqual({
      'descriptors.FAMILY.4': ['Level 4, family and environment: write at least one description'],
    });
    const first = typed.descriptors[0];
    const twice = first ? [...typed.descriptors, { ...first }] : [];
    expect(documentProblems({ ...typed, descriptors: twice }, '2026-03-16')).toHaveProperty(
      'descriptors.CHILD.1'.split('|'),
    );
    expect(documentProblems({ ...typed, validFrom: '2026-03-15' }, '2026-03-16')).toHaveProperty('validFrom');
    expect(documentProblems({ ...typed, levels: typed.levels.slice(1) }, '2026-03-16')).toHaveProperty(
      'levels',
    );
  });
});
