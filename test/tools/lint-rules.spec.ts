import { describe, expect, it } from '@jest/globals';
import { ESLint } from 'eslint';
import { root } from '../../tools/paths.mjs';

const eslint = new ESLint({ cwd: root });

/** Messages of the house's own rules for `code` as if it stood in `filePath`. */
async function complaints(filePath: string, code: string): Promise<string[]> {
  const config = (await eslint.calculateConfigForFile(filePath)) as { rules: Record<string, unknown> };
  // The rule that needs types needs a file on disk; it is switched off for these invented ones.
  const rules = { ...config.rules, '@typescript-eslint/no-floating-promises': 'off' } as object;
  const plain = new ESLint({
    cwd: root,
    overrideConfig: {
      rules,
      languageOptions: { parserOptions: { projectService: false, program: null } },
    } as object,
  });
  const [result] = await plain.lintText(code, { filePath });
  return (result?.messages ?? []).map(({ ruleId, message }) => `${ruleId}: ${message}`);
}

const controller = (decorators: string) => `
  import { Controller, Get } from '@nestjs/common';
  import { Access, Public } from '#api/access/access.decorator.js';
  void [Access, Public];
  @Controller('plans')
  export class PlansController {
    ${decorators}
    list() { return []; }
    private helper() { return this.list(); }
  }`;

describe('a handler', () => {
  const file = 'api/src/plans/http/plans.controller.ts';

  it('is refused when it does not say who may call it', async () => {
    expect(await complaints(file, controller('@Get()'))).toEqual([
      expect.stringContaining('Handler list must say who may call it'),
    ]);
  });

  it('is refused when it says two things', async () => {
    expect(await complaints(file, controller("@Get() @Access('plan.read') @Public('why')"))).toEqual([
      expect.stringContaining('marked both'),
    ]);
  });

  it.each(["@Access('plan.read')", "@Public('signing in')"])('passes with %s', async (declaration) => {
    expect(await complaints(file, controller(`@Get() ${declaration}`))).toEqual([]);
  });
});

describe('what has one home', () => {
  it.each([
    ['api/src/plans/plans.service.ts', 'export const now = () => Date.now();', /one clock/],
    ['api/src/plans/plans.service.ts', 'export const now = () => new Date();', /one clock/],
    ['shared/src/dates/x.ts', 'export const now = () => new Date();', /one clock/],
    ['api/src/plans/plans.service.ts', 'export const home = () => process.env.HOME;', /one file/],
    [
      'api/src/plans/plans.service.ts',
      'export const f = (m: { query(s: string): void }) => m.query("x");',
      /SQL belongs in/,
    ],
    [
      'api/src/plans/plans.service.ts',
      'export const f = (m: { getRepository(): void }) => m.getRepository();',
      /getRepository belongs/,
    ],
    [
      'api/src/plans/plans.service.ts',
      'import { DataSource } from "typeorm"; export type D = DataSource;',
      /belongs in/,
    ],
    ['api/src/plans/plans.service.ts', 'export const f = () => console.log("x");', /no-console/],
    ['api/src/plans/plans.service.ts', 'export const f = (x: any) => String(x);', /no-explicit-any/],
    [
      'api/src/plans/plans.service.ts',
      'import { a } from "../../../x/a.js"; export const b = a;',
      /instead of climbing/,
    ],
    ['api/src/plans/plans.service.ts', '// TODO later\nexport const a = 1;', /no-warning-comments/],
  ])('in %s: %s', async (file, code, expected) => {
    expect(await complaints(file, code)).toEqual([expect.stringMatching(expected)]);
  });

  it.each([
    ['api/src/platform/clock/clock.ts', 'export const now = () => new Date();'],
    ['api/src/platform/config/settings.ts', 'export const home = () => process.env.HOME;'],
    [
      'api/src/plans/persistence/plans.repository.ts',
      'export const f = (m: { query(s: string): void }) => m.query("x");',
    ],
    ['api/src/plans/plans.service.ts', 'export const day = (s: string) => new Date(s);'],
  ])('allowed in %s: %s', async (file, code) => {
    expect(await complaints(file, code)).toEqual([]);
  });
});
