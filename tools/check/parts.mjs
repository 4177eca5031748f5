import { join } from 'node:path';

const tsc = 'node_modules/ts7/bin/tsc';
const types = (project) => ({ name: `types of ${project}`, args: [tsc, '-p', project, '--noEmit'] });

/**
 * The parts of `npm run check`: what to run under Node, and the command that puts it right.
 * Longest first, so that two at a time finish together.
 * @type {{ name: string, args: string[], env?: Record<string, string>, cure?: string }[]}
 */
export const PARTS = [
  { name: 'lint', args: ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0'] },
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
  },
  types('web'),
  types('api'),
  types('test'),
  types('shared'),
  types('migrations'),
];
