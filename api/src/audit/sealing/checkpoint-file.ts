import { constants } from 'node:fs';
import { access, mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lineOf, parseCheckpoint, type Checkpoint } from '#api/audit/chain/checkpoint.js';
import { SettingsError } from '#api/platform/config/settings.js';

/** The file of one chain in the folder for checkpoints. A restored or reset database with a chain of its own gets its own. */
export const checkpointFile = (folder: string, chain: string): string => join(folder, `audit-${chain}.jsonl`);

/** What a file of checkpoints says. Lines that are none (cut off by a crash) are counted, not guessed at. */
export async function readCheckpoints(
  file: string,
): Promise<{ checkpoints: Checkpoint[]; broken: number; whole: boolean }> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const lines = text.split('\n').filter((line) => line !== '');
  const checkpoints = lines.map(parseCheckpoint).filter((c) => c !== null);
  return {
    checkpoints,
    broken: lines.length - checkpoints.length,
    whole: text === '' || text.endsWith('\n'),
  };
}

/** Only ever adds, and comes back when the disk has it. @param whole false: a line cut off by a crash is ended first */
export async function appendCheckpoints(
  file: string,
  checkpoints: readonly Checkpoint[],
  whole: boolean,
): Promise<void> {
  const handle = await open(file, 'a', 0o640);
  try {
    await handle.writeFile(`${whole ? '' : '\n'}${checkpoints.map(lineOf).join('')}`);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** @throws SettingsError when nothing can be written there: better not to start than to go on without the outside copy */
export async function refuseUnwritable(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o750 });
    await access(folder, constants.W_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new SettingsError([`ENCIRCLE_AUDIT_DIR: ${folder} cannot be written (${code ?? 'unknown'})`]);
  }
}
