import { join } from 'node:path';

const tsc = 'node_modules/ts7/bin/tsc';
const eslint = 'node_modules/eslint/bin/eslint.js';

/** A project and those whose types it sees. */
const SEES = {
  shared: [],
  migrations: ['shared'],
  api: ['shared', 'migrations'],
  web: ['shared'],
  test: ['shared', 'migrations', 'api', 'tools', 'web'],
};
const PROJECTS = Object.keys(SEES);
const reads = (project) => [project, ...SEES[project]];

const types = (project) => ({
  name: `types of ${project}`,
  args: [tsc, '-p', project, '--noEmit'],
  reads: reads(project),
});
const LINT_RULES = ['eslint.config.mjs', 'tools/lint'];
const lint = (project) => ({
  name: `lint of ${project}`,
  args: [eslint, project, '--max-warnings', '0'],
  reads: [...reads(project), ...LINT_RULES],
});

/**
 * The parts of `npm run check`: what to run under Node, the command that puts it right, and what it reads. A part is
 * skipped when nothing it reads has changed since it passed; left-out `reads` means that it reads everything.
 * Longest first, so that two at a time finish together.
 * @type {{ name: string, args: string[], reads?: string[], cure?: string }[]}
 */
export const PARTS = [
  lint('api'),
  lint('web'),
  {
    name: 'unit tests',
    args: [
      '--experimental-vm-modules',
      '--no-warnings',
      'node_modules/jest/bin/jest.js',
      '--selectProjects',
      'unit',
      '--maxWorkers=1',
      '--silent=false',
      '--reporters=default',
    ],
  },
  lint('test'),
  lint('shared'),
  {
    name: 'format',
    args: [
      'node_modules/prettier/bin/prettier.cjs',
      '--check',
      '.',
      '--cache',
      '--cache-location',
      join('.tmp', 'prettier'),
    ],
    cure: 'npm run format',
  },
  {
    name: 'import rules',
    args: [
      'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
      '--config',
      'tools/dependency-rules.cjs',
      '--output-type',
      'err-long',
      ...['shared/src', 'migrations/src', 'api/src', 'web/src', 'test'],
    ],
    reads: [...PROJECTS, 'tools'],
  },
  lint('migrations'),
  {
    name: 'lint of tools',
    args: [
      eslint,
      '.',
      ...PROJECTS.flatMap((each) => ['--ignore-pattern', `${each}/`]),
      '--max-warnings',
      '0',
    ],
    reads: ['tools', 'eslint.config.mjs', 'jest.config.mjs', 'docs', 'docker'],
  },
  types('web'),
  types('api'),
  types('test'),
  types('shared'),
  types('migrations'),
];
