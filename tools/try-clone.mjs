import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { root } from './paths.mjs';
import { movedTo } from './postgres/location.mjs';
import { Refusal, report, say } from './terminal.mjs';
import { tryStarts, tryTests } from './try-clone/rounds.mjs';
import { kindsToTry, setStage } from './try-clone/stage.mjs';

const { values: options } = parseArgs({
  options: { only: { type: 'string' }, 'no-test': { type: 'boolean', default: false } },
});

const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`.padStart(9);

function line({ kind, what, ms, goal }) {
  const verdict = goal === undefined ? '' : ms <= goal ? `within ${goal / 1000} s` : `OVER ${goal / 1000} s`;
  return `${kind.padEnd(8)} ${seconds(ms)}  ${what.padEnd(50)} ${verdict}`.trimEnd();
}

/** @returns {Promise<object[]>} everything measured, the failure last if there was one */
async function tryKind(kind) {
  say(`\n### ${kind.does}`);
  const stage = setStage(kind);
  const rows = [];
  const note = (measured) => {
    rows.push({ kind: kind.name, ...measured });
    say(line(rows.at(-1)));
  };
  try {
    await tryStarts(stage, note);
    if (!options['no-test']) await tryTests(stage, note);
    const moved = movedTo(`${stage.clone}/.data`);
    if (moved) rmSync(moved, { recursive: true, force: true });
    rmSync(stage.base, { recursive: true, force: true });
  } catch (error) {
    report(error);
    say(`The clone is kept for a look: ${stage.clone}`);
    rows.push({ kind: kind.name, what: `FAILED: ${error.message.split('\n')[0]}`, ms: 0, failed: true });
  }
  return rows;
}

async function tryClone() {
  const changed = execFileSync('git', ['status', '--porcelain'], { cwd: root, encoding: 'utf8' }).trim();
  if (changed) say('Note: changes that are not committed are not in the clone.');
  const kinds = kindsToTry(options.only);
  if (kinds.length === 0)
    throw new Refusal(`--only takes root, private or user; as an ordinary user only "user".`);
  const rows = [];
  for (const kind of kinds) rows.push(...(await tryKind(kind)));
  say(`\n${rows.map(line).join('\n')}`);
  if (rows.some(({ failed, ms, goal }) => failed || ms > (goal ?? Infinity)))
    throw new Refusal('Not all as it should be.');
  say('\nAll as it should be.');
}

await tryClone().catch(report);
