import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { arrayItems, canonicalBytes, COLUMNS, microsecondsSince2000, type RawRow } from './canonical.js';

const row = (values: Partial<Record<(typeof COLUMNS)[number][0], string | null>>): RawRow =>
  COLUMNS.map(([name]) => values[name] ?? null);

describe('the bytes of a row', () => {
  it('tell apart what a separator would confuse', () => {
    const pairs: [RawRow, RawRow][] = [
      [row({ purpose: 'AB', reason: 'C' }), row({ purpose: 'A', reason: 'BC' })],
      [row({ purpose: '', reason: 'A' }), row({ purpose: null, reason: 'A' })],
      [row({ categories: '{A,B}' }), row({ categories: '{"A,B"}' })],
      [row({ categories: '{}' }), row({ categories: '{""}' })],
      [row({ categories: '{NULL}' }), row({ categories: '{"NULL"}' })],
      [row({ categories: '{A}', basis: '{}' }), row({ categories: '{}', basis: '{A}' })],
    ];
    for (const [a, b] of pairs) expect(canonicalBytes(a).equals(canonicalBytes(b))).toBe(false);
  });

  it('change with every column', () => {
    const plain = row({ id: '1', at: '2026-03-16 10:00:00+00', xid: '7', action: 'a', outcome: 'ALLOW' });
    const others: Record<string, string> = {
      number8: '99',
      number4: '99',
      transaction: '99',
      instant: '2026-03-16 10:00:00.000001+00',
      uuid: '00000000-0000-4000-8000-000000000001',
      text: 'other',
      uuids: '{00000000-0000-4000-8000-000000000001}',
      texts: '{other}',
    };
    for (const [at, [, kind]] of COLUMNS.entries()) {
      const changed = plain.map((value, place) => (place === at ? (others[kind] ?? null) : value));
      expect(canonicalBytes(changed).equals(canonicalBytes(plain))).toBe(false);
    }
  });
});

describe('what PostgreSQL writes', () => {
  it('instants, to the microsecond, before 2000 too', () => {
    expect(microsecondsSince2000('2000-01-01 00:00:00+00')).toBe(0n);
    expect(microsecondsSince2000('2000-01-01 00:00:01.5+00')).toBe(1_500_000n);
    expect(microsecondsSince2000('1999-12-31 23:59:59.999999+00')).toBe(-1n);
    expect(() => microsecondsSince2000('2026-03-16 10:00:00+01')).toThrow(RangeError);
    expect(() => microsecondsSince2000('infinity')).toThrow(RangeError);
  });

  it('arrays, with whatever is in them', () => {
    const quoted = (item: string | null): string =>
      item === null ? 'NULL' : `"${item.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
    fc.assert(
      fc.property(fc.array(fc.option(fc.string(), { nil: null })), (items) => {
        expect(arrayItems(`{${items.map(quoted).join(',')}}`)).toEqual(items);
      }),
    );
    expect(arrayItems('{IDENT,CHILD}')).toEqual(['IDENT', 'CHILD']);
    expect(() => arrayItems('{A')).toThrow(RangeError);
    expect(() => arrayItems('A')).toThrow(RangeError);
  });
});
