import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { format } from 'prettier';
import { movesFile } from '@encircle/shared/lifecycle';
import { databaseRules, rulesFile } from '@encircle/shared/policy';
import { RULES } from '../../migrations/src/sql/rules.js';

describe('what the guards of the database are written from', () => {
  it('is the policy’s own table, holidays and windows included', () => {
    expect(RULES).toEqual(databaseRules());
  });

  it.each([
    ['rules', rulesFile()],
    ['moves', movesFile()],
  ])('is the file %s.ts that npm run access:rules writes', async (name, text) => {
    const file = new URL(`../../migrations/src/sql/${name}.ts`, import.meta.url);
    const written = await format(text, {
      parser: 'typescript',
      printWidth: 110,
      singleQuote: true,
      trailingComma: 'all',
    });
    expect(readFileSync(file, 'utf8')).toBe(written);
  });
});
