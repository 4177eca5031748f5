import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { root, inRoot } from '../paths.mjs';

/** What every part depends on: the versions of its tools and how they are set. */
const ALWAYS =
  /^(package-lock\.json|package\.json|tsconfig\.base\.json|tools\/check\/|[^/]+\/(package|tsconfig)\.json$)/;

/** Every file of the checkout that is not ignored, with a digest of what it holds now. */
export function filesNow() {
  const names = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    maxBuffer: 2 ** 26,
  });
  return [...new Set(names.toString().split('\0'))]
    .filter((name) => name && existsSync(inRoot(name)))
    .sort()
    .map((name) => ({
      name,
      digest: createHash('sha256')
        .update(readFileSync(inRoot(name)))
        .digest('hex'),
    }));
}

/**
 * One digest of all a part reads. A part whose digest is that of its last success would say the same again: it is the
 * same tools over the same files.
 * @param {{ name: string, digest: string }[]} files
 * @param {string[]} reads folders and files; empty: all of them
 */
export function digestOf(files, reads, args) {
  const read = (name) =>
    reads.length === 0 ||
    ALWAYS.test(name) ||
    reads.some((each) => name === each || name.startsWith(`${each}/`));
  const hash = createHash('sha256').update(`${process.version}\n${args.join(' ')}\n`);
  for (const { name, digest } of files) if (read(name)) hash.update(`${name} ${digest}\n`);
  return hash.digest('hex');
}
