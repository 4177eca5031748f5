import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { csvLine, csvRecords } from './csv.js';

async function read(text: string, piece: number): Promise<(string | null)[][]> {
  async function* pieces(): AsyncIterable<string> {
    const letters = [...text];
    for (let at = 0; at < letters.length; at += piece) yield letters.slice(at, at + piece).join('');
    await Promise.resolve();
  }
  const records: (string | null)[][] = [];
  for await (const record of csvRecords(pieces())) records.push(record);
  return records;
}

describe('a dump', () => {
  it('gives back what was written, however it is cut: quotes, commas, lines, nothing and the empty text', async () => {
    const value = fc.option(
      fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('', '"', ',', '\n', '""', 'a\r\nb')),
      {
        nil: null,
      },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(value, { minLength: 2, maxLength: 5 }), { maxLength: 4 }),
        fc.integer({ min: 1, max: 7 }),
        async (records, piece) => {
          expect(await read(records.map(csvLine).join(''), piece)).toEqual(records);
        },
      ),
      { numRuns: 200 },
    );
  });
});
