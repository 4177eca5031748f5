import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { rulesFile } from '../../shared/dist/policy/index.js';
import { inRoot, root } from '../paths.mjs';

/** `npm run access:rules` writes what the guards of the database are made from, out of the policy's own table. */
const file = inRoot('migrations/src/sql/rules.ts');
writeFileSync(file, rulesFile());
execFileSync(process.execPath, [inRoot('node_modules/prettier/bin/prettier.cjs'), '--write', file], {
  cwd: root,
});
process.stdout.write(`Written: ${file}\n`);
