import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { movesFile } from '../../shared/dist/lifecycle/index.js';
import { rulesFile } from '../../shared/dist/policy/index.js';
import { inRoot, root } from '../paths.mjs';

/**
 * `npm run access:rules` writes what the guards of the database are made from, out of the policy's own table and the table of
 * moves.
 */
const files = { 'migrations/src/sql/rules.ts': rulesFile(), 'migrations/src/sql/moves.ts': movesFile() };
for (const [path, text] of Object.entries(files)) {
  const file = inRoot(path);
  writeFileSync(file, text);
  execFileSync(process.execPath, [inRoot('node_modules/prettier/bin/prettier.cjs'), '--write', file], {
    cwd: root,
  });
  process.stdout.write(`Written: ${file}\n`);
}
