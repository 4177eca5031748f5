import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const COMPILED = /(\.d\.ts|\.js|\.d\.ts\.map|\.js\.map)$/;

/**
 * Removes compiled files whose source is gone: the compiler leaves them, and an import of a deleted file would go on
 * working on this machine only.
 * @param {string} source folder of .ts files @param {string} output folder they were compiled to
 */
export function removeStaleOutput(source, output) {
  if (!existsSync(output)) return;
  for (const entry of readdirSync(output, { withFileTypes: true })) {
    const [from, to] = [join(source, entry.name), join(output, entry.name)];
    if (entry.isDirectory()) {
      if (existsSync(from)) removeStaleOutput(from, to);
      else rmSync(to, { recursive: true });
    } else if (COMPILED.test(entry.name) && !existsSync(from.replace(COMPILED, '.ts'))) {
      rmSync(to);
    }
  }
}
