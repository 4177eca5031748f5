import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inRoot } from '../../tools/paths.mjs';

/** One forbidden import each: the file, what it imports, and the rule that must refuse it. */
const FORBIDDEN: [rule: string, file: string, imports: string][] = [
  ['shared-alone', 'shared/src/dates/index.ts', '../../../api/src/platform/clock.js'],
  ['shared-pure', 'shared/src/forms/index.ts', 'typeorm'],
  ['shared-no-node', 'shared/src/paging/index.ts', 'node:fs'],
  ['migrations-alone', 'migrations/src/1-create.ts', '../../shared/src/dates/index.js'],
  ['api-not-web', 'api/src/plans/plans.service.ts', '../../../web/src/main.js'],
  ['web-not-api', 'web/src/pages/Home.ts', '../../../api/src/plans/plans.service.js'],
  ['web-no-rules', 'web/src/pages/Rules.ts', '../../../shared/src/policy/index.js'],
  ['test-through-the-door', 'test/api/plans.ts', '../../api/src/plans/plans.service.js'],
  ['test-not-web', 'test/e2e/home.ts', '../../web/src/pages/Home.js'],
  ['no-test-in-source', 'api/src/plans/plans.module.ts', './plans.spec.js'],
  ['platform-knows-nothing', 'api/src/platform/clock.ts', '../plans/plans.service.js'],
  ['access-imports-no-feature', 'api/src/access/gate.ts', '../plans/plans.service.js'],
  ['audit-imports-no-feature', 'api/src/audit/recorder.ts', '../plans/plans.service.js'],
  ['rooms-import-no-http', 'api/src/access/route.ts', '../plans/http/plans.view.js'],
  ['http-not-persistence', 'api/src/plans/http/plans.controller.ts', '../persistence/plan.entity.js'],
  ['domain-pure', 'api/src/plans/domain/plan.ts', '../persistence/plan.entity.js'],
  ['domain-decides-no-access', 'api/src/plans/domain/rights.ts', '../../access/route.js'],
  ['persistence-below-service', 'api/src/plans/persistence/plans.repository.ts', '../plans.service.js'],
  [
    'features-meet-at-services',
    'api/src/meetings/meetings.service.ts',
    '../plans/persistence/plan.entity.js',
  ],
  ['ui-knows-no-resource', 'web/src/ui/Card.ts', '../resources/plans/PlanList.js'],
  ['resources-meet-at-references', 'web/src/resources/people/PersonShow.ts', '../plans/PlanList.js'],
  ['nothing-imports-app', 'web/src/layout/Shell.ts', '../App.js'],
  ['ui-knows-no-resource', 'web/src/ui/Chip.ts', '@web/resources/plans/PlanList'],
  ['no-test-parts-in-web', 'web/src/layout/Menu.ts', '../testing/render.js'],
  ['no-cycles', 'api/src/plans/one.ts', './two.js'],
  ['resolvable', 'api/src/plans/lost.ts', './nowhere.js'],
];

/** What the imports above lead to. */
const TARGETS: Record<string, string> = {
  'api/src/plans/persistence/plan.entity.ts': 'export const entity = 1;',
  'api/src/plans/http/plans.view.ts': 'export const value = 1;',
  'api/src/plans/plans.service.ts': 'export const value = 1;',
  'api/src/plans/plans.spec.ts': 'export const value = 1;',
  'api/src/plans/two.ts': "export { value } from './one.js';",
  'shared/src/policy/index.ts': 'export const value = 1;',
  'web/src/App.tsx': 'export const value = 1;',
  'web/src/main.tsx': "export { value } from './App.js';",
  'web/src/resources/plans/PlanList.ts': 'export const value = 1;',
  'web/src/testing/render.ts': 'export const value = 1;',
};

/** What is allowed and must stay so, or the rules would be obeyed by refusing everything. */
const ALLOWED: [file: string, imports: string][] = [
  ['api/src/people/people.service.ts', '../plans/plans.service.js'],
  ['web/src/pages/Plans.ts', '@web/resources/plans/PlanReference'],
  ['api/src/plans/plans.repository.service.ts', './persistence/plan.entity.js'],
  ['web/src/resources/people/PersonList.ts', '../plans/PlanReference.js'],
];

let tree: string;
let output: string;

function write(file: string, text: string): void {
  mkdirSync(dirname(join(tree, file)), { recursive: true });
  writeFileSync(join(tree, file), text, { flag: 'a' });
}

beforeAll(() => {
  mkdirSync(inRoot('.tmp'), { recursive: true });
  tree = mkdtempSync(inRoot('.tmp', 'import-rules-'));
  symlinkSync(inRoot('node_modules'), join(tree, 'node_modules'));
  cpSync(inRoot('tools/lint/aliases.cjs'), join(tree, 'tools/lint/aliases.cjs'));
  cpSync(inRoot('tools/dependency-rules.cjs'), join(tree, 'tools/rules.cjs'));
  write('package.json', '{ "type": "module" }');
  write('web/src/resources/plans/PlanReference.tsx', 'export const value = 1;');
  for (const [file, text] of Object.entries(TARGETS)) write(file, `${text}\n`);
  for (const [file, imports] of [...FORBIDDEN.map(([, ...rest]) => rest), ...ALLOWED]) {
    write(file, `import * as other from '${imports}';\nexport const value = other;\n`);
  }
  const cruise = inRoot('node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [
    cruise,
    '--config',
    'tools/rules.cjs',
    '--output-type',
    'err',
    'shared',
    'migrations',
    'api',
    'web',
    'test',
  ];
  const run = spawnSync(process.execPath, args, { cwd: tree, encoding: 'utf8' });
  output = run.stdout + run.stderr;
}, 60_000);

afterAll(() => rmSync(tree, { recursive: true, force: true }));

describe('the import rules', () => {
  it.each(FORBIDDEN)('%s refuses %s importing %s', (rule, file) => {
    const line = output.split('\n').find((text) => text.includes(`error ${rule}: `) && text.includes(file));
    expect(line ?? output).toMatch(new RegExp(`^\\s*error ${rule}: `));
  });

  it.each(ALLOWED)('let %s import %s', (file) => {
    expect(output).not.toContain(`: ${file} `);
  });
});
