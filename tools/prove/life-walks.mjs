import { spawn } from 'node:child_process';
import { inRoot, root } from '../paths.mjs';

/**
 * Random walks through the life of a case (`shared/src/lifecycle/random-walk.spec.ts`): every step a walk takes must stand in a
 * second copy of the table, written by hand from the specification. ENCIRCLE_SEED meets the same walks again.
 */
export async function prove({ count = 10_000 } = {}) {
  const seed = Number(process.env['ENCIRCLE_SEED'] ?? Date.now() % 2_147_483_647);
  const jest = inRoot('node_modules/jest/bin/jest.js');
  const args = ['--experimental-vm-modules', '--no-warnings', jest, '--ci', '--testTimeout=3600000'];
  const pattern = 'shared/src/lifecycle/random-walk.spec';
  const child = spawn(
    process.execPath,
    [...args, '--selectProjects', 'unit', '--testPathPatterns', pattern],
    {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ENCIRCLE_WALKS: String(count), ENCIRCLE_SEED: String(seed) },
    },
  );
  const code = await new Promise((resolve) => child.once('close', resolve));
  return { holds: code === 0, figures: { walks: count, seed } };
}
