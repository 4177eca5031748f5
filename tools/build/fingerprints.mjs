import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { PROJECTS } from './projects.mjs';

const NEVER_BUILT = /(^|\/)(node_modules|dist)(\/|$)|\.spec\.tsx?$/;
const SHARED_INPUTS = ['tsconfig.base.json', 'package-lock.json'];

function* filesBelow(root, folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  )) {
    const path = join(folder, entry.name);
    if (NEVER_BUILT.test(relative(root, path))) continue;
    if (entry.isDirectory()) yield* filesBelow(root, path);
    else if (entry.isFile()) yield path;
  }
}

function hashOf(root, files) {
  const hash = createHash('sha256').update(process.versions.node);
  for (const file of files) hash.update(`\0${relative(root, file)}\0`).update(readFileSync(file));
  return hash.digest('hex');
}

/**
 * One hash per project over everything that goes into its build, the projects it needs included.
 * @param {string} root
 * @returns {Record<import('./projects.mjs').Project, string>}
 */
export function fingerprints(root) {
  const common = hashOf(root, SHARED_INPUTS.map((name) => join(root, name)).filter(existsSync));
  const result = {};
  for (const [name, { needs }] of Object.entries(PROJECTS)) {
    const own = hashOf(root, filesBelow(root, join(root, name)));
    const parts = [common, own, ...needs.map((need) => result[need])];
    result[name] = createHash('sha256').update(parts.join()).digest('hex');
  }
  return result;
}
