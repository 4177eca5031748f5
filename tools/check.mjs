import { spawn } from 'node:child_process';
import { build } from './build.mjs';
import { digestOf, filesNow } from './check/inputs.mjs';
import { PARTS } from './check/parts.mjs';
import { keep, recall } from './kept-state.mjs';
import { root, scratchFolder } from './paths.mjs';
import { Refusal, report, say, secondsSince } from './terminal.mjs';

const AT_A_TIME = 2;
/** Every part, whatever it said before. */
const every = process.argv.includes('--all');

function run({ name, args, cure }, digest) {
  const started = Date.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, FORCE_COLOR: '0' } });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.once('close', (code) => {
      const passed = code === 0;
      if (passed) keep(scratchFolder, `check: ${name}`, digest);
      else say(`\n${output.trim()}\n`);
      say(
        `${passed ? 'passed' : 'FAILED'}  ${name} (${secondsSince(started)})${passed || !cure ? '' : `: put right by ${cure}`}`,
      );
      resolve(passed ? [] : [name]);
    });
  });
}

async function check() {
  const started = Date.now();
  // Types of the other projects are read from what shared and migrations were built to.
  await build(['shared', 'migrations', 'api']);
  const files = filesNow();
  const parts = PARTS.map((part) => ({ part, digest: digestOf(files, part.reads ?? [], part.args) }));
  const fresh = ({ part, digest }) => !every && recall(scratchFolder, `check: ${part.name}`) === digest;
  for (const { part } of parts.filter(fresh)) say(`as before  ${part.name}`);
  const waiting = parts.filter((each) => !fresh(each));
  const lane = async () => {
    const failed = [];
    for (let next = waiting.shift(); next; next = waiting.shift())
      failed.push(...(await run(next.part, next.digest)));
    return failed;
  };
  const failed = (await Promise.all(Array.from({ length: AT_A_TIME }, lane))).flat();
  if (failed.length > 0) throw new Refusal(`Not in order: ${failed.join(', ')} (${secondsSince(started)})`);
  say(`\nAll in order (${secondsSince(started)})`);
}

await check().catch(report);
