import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const MARKER = 'node_modules/.encircle-deps';

/** What the installed packages depend on: the lock, the Node major and the platform they were chosen for. */
export function fingerprint(root, node = process.versions.node) {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  return { lock, machine: `node${node.split('.')[0]}-${process.platform}-${process.arch}` };
}

/** @returns {{ lock: string, machine: string } | null} */
function readMarker(root) {
  try {
    return JSON.parse(readFileSync(join(root, MARKER), 'utf8'));
  } catch {
    return null;
  }
}

export function writeMarker(root) {
  writeFileSync(join(root, MARKER), `${JSON.stringify(fingerprint(root))}\n`);
}

/**
 * Why the packages must be installed, or null when they are in order.
 * Packages installed by hand (`npm install x`) are in order too when npm's own record agrees with the lock.
 * @param {string} root
 * @returns {string | null}
 */
export function reasonToInstall(root) {
  if (!existsSync(join(root, 'node_modules'))) return 'no packages are installed yet';
  const now = fingerprint(root);
  const then = readMarker(root);
  if (then && then.machine !== now.machine) return `packages were installed for ${then.machine}`;
  if (then?.lock === now.lock) return null;
  return installedAgreesWithLock(root) ? null : 'the installed packages are older than package-lock.json';
}

function installedAgreesWithLock(root) {
  const wanted = readPackages(join(root, 'package-lock.json'));
  const present = readPackages(join(root, 'node_modules/.package-lock.json'));
  if (!wanted || !present) return false;
  const missing = ([path, entry]) => {
    if (!path.includes('node_modules/') || entry.link) return false;
    const installed = present[path];
    return installed ? installed.version !== entry.version : !entry.optional;
  };
  const left = (path) => !wanted[path];
  return !Object.entries(wanted).some(missing) && !Object.keys(present).some(left);
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return null;
  }
}
