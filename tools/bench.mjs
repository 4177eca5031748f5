import { benchAccess } from './bench/access.mjs';
import { benchHttp } from './bench/http.mjs';
import { benchPdf } from './bench/pdf.mjs';
import { benchWeek } from './bench/week.mjs';
import { Refusal, report } from './terminal.mjs';

/** What can be measured. Each answers figures by name and the goals that were missed. */
const BENCHES = { http: benchHttp, access: benchAccess, pdf: benchPdf, week: benchWeek };

/** Human words go to the error stream under --json, so that the output is one JSON text. */
async function main() {
  const [name = '', ...flags] = process.argv.slice(2);
  const bench = BENCHES[name];
  if (!bench) throw new Refusal(`Say what to measure: ${Object.keys(BENCHES).join(', ')}`);
  const unknown = flags.filter((flag) => !['--json', '--quick', '--smoke'].includes(flag));
  if (unknown.length > 0)
    throw new Refusal(`Not an option: ${unknown.join(', ')} (there are --json, --quick and --smoke)`);
  const json = flags.includes('--json');
  const { figures, missed } = await bench({
    quick: flags.includes('--quick'),
    smoke: flags.includes('--smoke'),
    quiet: json,
  });
  if (json) process.stdout.write(`${JSON.stringify({ bench: name, figures, missed })}\n`);
  else {
    for (const goal of missed) process.stdout.write(`Missed: ${goal}\n`);
    process.stdout.write(
      `${Object.entries(figures)
        .map(([key, value]) => `${key}=${value}`)
        .join(' ')}\n`,
    );
  }
  if (missed.length > 0) process.exitCode = 1;
}

main().catch(report);
