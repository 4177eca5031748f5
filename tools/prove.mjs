import { readdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { inRoot } from './paths.mjs';

/**
 * `npm run prove -- <name> [--count N] [--minutes N]` runs one proof of `tools/prove/`; without a name it lists them. A proof prints
 * its figures as `name=value` in its last line and ends with 1 when what it proves does not hold.
 */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { count: { type: 'string', default: '' }, minutes: { type: 'string', default: '' } },
});
const names = readdirSync(inRoot('tools/prove'))
  .filter((file) => file.endsWith('.mjs'))
  .map((file) => file.slice(0, -'.mjs'.length));
const [name] = positionals;

if (name === undefined || !names.includes(name)) {
  process.stdout.write(`Proofs: ${names.join(', ')}\nnpm run prove -- ${names[0] ?? 'name'} --count 200\n`);
  process.exitCode = name === undefined ? 0 : 1;
} else {
  const wrong = ['count', 'minutes'].find(
    (key) => values[key] !== '' && !(Number.isInteger(Number(values[key])) && Number(values[key]) > 0),
  );
  if (wrong !== undefined) {
    process.stderr.write(`--${wrong} is a whole number above 0, not "${values[wrong]}"\n`);
    process.exitCode = 1;
  } else {
    const asked = (key) => (values[key] === '' ? undefined : Number(values[key]));
    const { prove } = await import(`./prove/${name}.mjs`);
    const { holds, figures } = await prove({ count: asked('count'), minutes: asked('minutes') });
    const line = Object.entries({ ...figures, holds }).map(([key, value]) => `${key}=${value}`);
    process.stdout.write(`${line.join(' ')}\n`);
    process.exitCode = holds ? 0 : 1;
  }
}
