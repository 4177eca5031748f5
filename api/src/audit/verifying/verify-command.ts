import { createPublicKey, type KeyObject } from 'node:crypto';
import { createWriteStream, readFileSync } from 'node:fs';
import { finished } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { checkpointFile, readCheckpoints } from '#api/audit/sealing/checkpoint-file.js';
import { DatabaseTrail } from './database-trail.js';
import { DumpTrail, writeDump } from './dump-trail.js';
import type { Verdict } from './finding.js';
import type { Trail } from './trail.js';
import { verifyTrail } from './verify-trail.js';

/** Where things are when the command does not say: read from the settings by `cli.ts`. */
export interface Places {
  databaseUrl: string | null;
  keyFile: string;
  auditDir: string;
}

const OPTIONS = {
  from: { type: 'string' },
  to: { type: 'string' },
  checkpoint: { type: 'string' },
  key: { type: 'string', multiple: true },
  csv: { type: 'string' },
} as const;

function place(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1)
    throw new RangeError(`--${name} is the number of a place in the chain, 1 or more, not "${text}"`);
  return value;
}

function database({ databaseUrl }: Places): Promise<DatabaseTrail> {
  if (!databaseUrl)
    throw new RangeError('Say which: MIGRATION_DATABASE_URL of the database, or --csv and a dump of it');
  return DatabaseTrail.open(databaseUrl);
}

const open = async (csv: string | undefined, places: Places): Promise<Trail> =>
  csv ? new DumpTrail(csv) : database(places);

/** Public keys: of the files named, else the public half of the key this installation signs with. */
function publicKeys(files: readonly string[] | undefined, fallback: string): KeyObject[] {
  if (files) return files.map((file) => createPublicKey(readFileSync(file)));
  try {
    return fallback ? [createPublicKey(readFileSync(fallback))] : [];
  } catch {
    return [];
  }
}

/** `audit-verify`. @returns the verdict; the exit code is the caller's */
export async function auditVerify(
  args: string[],
  places: Places,
  say: (line: string) => void,
): Promise<Verdict> {
  const { values } = parseArgs({ args, options: OPTIONS });
  const [from, to] = [place('from', values.from), place('to', values.to)];
  const trail = await open(values.csv, places);
  try {
    const { id } = await trail.facts();
    const file = values.checkpoint ?? (places.auditDir && id ? checkpointFile(places.auditDir, id) : null);
    const read = file ? await readCheckpoints(file) : null;
    if (values.checkpoint && read?.checkpoints.length === 0)
      throw new RangeError(`--checkpoint: no checkpoints in ${values.checkpoint}`);
    const outside = read && read.checkpoints.length > 0 ? read.checkpoints : null;
    const keys = publicKeys(values.key, places.keyFile);
    if (outside && keys.length === 0)
      throw new RangeError('--key: name the public key (PEM) the checkpoints are signed with');
    const verdict = await verifyTrail(trail, {
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
      outside,
      keys,
    });
    for (const line of inWords(verdict, file, read?.broken ?? 0)) say(line);
    return verdict;
  } finally {
    await trail.close();
  }
}

function inWords(v: Verdict, file: string | null, broken: number): string[] {
  const counts = `places ${v.from} to ${v.to} (${v.rows} rows), ${v.checkpoints} checkpoints, ${v.unsealed} rows not sealed yet`;
  return [
    ...(broken > 0
      ? [`Note: ${broken} lines of ${file ?? ''} are no checkpoints (cut off while writing?)`]
      : []),
    ...(v.outside
      ? []
      : [
          'Note: no checkpoints from outside the database took part. Whoever can write to the database could have computed ' +
            'the whole chain anew, or cut off its end.',
        ]),
    ...v.findings.map(({ kind, says }, at) => `${at === 0 ? 'NOT OK' : 'Also'}: ${kind}: ${says}`),
    v.ok ? `OK: chain ${v.chain ?? 'not begun'}, ${counts}` : `Checked ${counts}`,
  ];
}

/** `audit-export FILE`: a dump that `audit-verify --csv` reads, for whoever may not have the database. */
export async function auditExport(
  args: string[],
  places: Places,
  say: (line: string) => void,
): Promise<void> {
  const { positionals } = parseArgs({ args, options: {}, allowPositionals: true });
  const [file] = positionals;
  if (!file) throw new RangeError('Say where to: a file name');
  const trail = await database(places);
  try {
    const out = createWriteStream(file, { mode: 0o600, flags: 'wx' });
    const written = finished(out);
    const rows = await writeDump(trail, out);
    out.end();
    await written;
    say(`${rows} rows written to ${file}. It says who looked at whom: keep it as the records themselves.`);
  } finally {
    await trail.close();
  }
}
