import { mkdtempSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { auditVerify, SealingLoop, Sealer, signingKey } from '@encircle/api/testing';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { InProcess } from '../../kit/in-process.js';
import type { Program } from '../../kit/program.js';
import { ownerUrl } from '../../kit/story.js';

/** A sealer of this program's database with a key and a folder of its own, as the loop would use one. */
export interface Sealing {
  sealer: Sealer;
  folder: string;
  keyFile: string;
  /** Seals until nothing is left. A transaction anywhere in the cluster holds rows back while it lasts. */
  all(): Promise<{ seq: number }>;
  /** Seals everything and signs it. */
  sign(): Promise<void>;
  /** The file outside. */
  file(): Promise<string>;
  verify(args?: string[]): Promise<Awaited<ReturnType<typeof auditVerify>> & { words: string[] }>;
}

export function sealing(program: InProcess): Sealing {
  const folder = mkdtempSync(join(tmpdir(), 'encircle-audit-'));
  const keyFile = join(folder, 'key.pem');
  const source = program.app.get<DataSource>(getDataSourceToken());
  const places = { databaseUrl: ownerUrl(program.database), keyFile, auditDir: folder };
  const sealer = new Sealer(source, signingKey(keyFile, true), folder);
  const all = async (): Promise<{ seq: number }> => {
    for (let tries = 0; tries < 200; tries += 1) {
      const done = await sealer.seal();
      const left = await program.rows(
        'select 1 from audit.entry e where not exists (select 1 from audit.link l where l.entry_id = e.id) limit 1',
      );
      if (done && left.length === 0) return done;
      await pause(25);
    }
    throw new Error('rows stay unsealed');
  };
  return {
    sealer,
    all,
    async sign() {
      await all();
      await sealer.round(true);
    },
    folder,
    keyFile,
    async file() {
      const [chain] = await program.rows<{ id: string }>('select id from audit.chain');
      return join(folder, `audit-${chain?.id ?? ''}.jsonl`);
    },
    async verify(args = []) {
      const words: string[] = [];
      const verdict = await auditVerify(args, places, (line) => words.push(line));
      return { ...verdict, words };
    },
  };
}

export const loopOf = (program: InProcess): SealingLoop => program.app.get(SealingLoop);

/** Rows as requests leave them, each of a transaction of its own when `alone`. */
export async function addRows(program: Program, count: number, alone = false): Promise<void> {
  const sql = `insert into audit.entry (actor_id, agency_id, role, session_ref, action, outcome, episode_id, child_ids, categories,
      purpose, reason, basis, channel, result_count, request_id)
    select gen_random_uuid(), gen_random_uuid(), 'PRACT', 'ab12', 'case.opened', 'ALLOW', gen_random_uuid(), array[gen_random_uuid()],
      '{IDENT,CHILD}', 'COORDINATE', 'Home visit, "as agreed"', '{LP}', 'screen', n, n::text from generate_series(1, $1::int) n`;
  if (alone) for (let n = 0; n < count; n += 1) await program.rows(sql, [1]);
  else await program.rows(sql, [count]);
}
