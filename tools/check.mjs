import { spawn } from 'node:child_process';
import { build } from './build.mjs';
import { PARTS } from './check/parts.mjs';
import { root } from './paths.mjs';
import { Refusal, report, say, secondsSince } from './terminal.mjs';

const AT_A_TIME = 2;

function run({ name, args, cure }) {
  const started = Date.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, FORCE_COLOR: '0' } });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.once('close', (code) => {
      const passed = code === 0;
      if (!passed) say(`\n${output.trim()}\n`);
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
  const waiting = [...PARTS];
  const lane = async () => {
    const failed = [];
    for (let part = waiting.shift(); part; part = waiting.shift()) failed.push(...(await run(part)));
    return failed;
  };
  const failed = (await Promise.all(Array.from({ length: AT_A_TIME }, lane))).flat();
  if (failed.length > 0) throw new Refusal(`Not in order: ${failed.join(', ')} (${secondsSince(started)})`);
  say(`\nAll in order (${secondsSince(started)})`);
}

await check().catch(report);
