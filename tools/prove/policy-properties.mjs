import { spawn } from 'node:child_process';
import { inRoot, root } from '../paths.mjs';

/**
 * The ten properties of the policy function (`shared/src/policy/properties.spec.ts`), each over `count` generated questions.
 * ENCIRCLE_SEED meets the same ones again.
 */
export async function prove({ count = 5000 } = {}) {
  const seed = Number(process.env['ENCIRCLE_SEED'] ?? Date.now() % 2_147_483_647);
  const jest = inRoot('node_modules/jest/bin/jest.js');
  const args = ['--experimental-vm-modules', '--no-warnings', jest, '--ci', '--testTimeout=3600000'];
  const child = spawn(
    process.execPath,
    [
      ...args,
      '--verbose',
      '--selectProjects',
      'unit',
      '--testPathPatterns',
      'shared/src/policy/properties.spec',
    ],
    {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ENCIRCLE_WORLDS: String(count), ENCIRCLE_SEED: String(seed) },
    },
  );
  const code = await new Promise((resolve) => child.once('close', resolve));
  return { holds: code === 0, figures: { worlds: count, seed } };
}
