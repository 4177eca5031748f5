import pg from 'pg';
import { build } from '../build.mjs';
import { freePort } from '../ports.mjs';
import { prepareDatabase } from '../start/command-line.mjs';
import { addresses, withoutPowers } from '../start/embedded.mjs';
import { findBrowser } from '../testing/browser.mjs';
import { cleanEnvironment } from '../testing/environment.mjs';
import { temporaryCluster } from '../testing/temporary-cluster.mjs';
import { KillableProgram } from './typing/program.mjs';
import { Writer } from './typing/writer.mjs';

const DATABASE = 'app_typing';
/** What may be lost of what was typed, ms. */
const MOST_LOST_MS = 2_000;
const KINDS = ['browser', 'network', 'server'];
const SECTIONS = ['D01', 'D02', 'D03', 'D07', 'D08', 'D09', 'D10', 'D11', 'D12'];
const TEXT =
  'On Tuesday she told Miss Grant that the mornings are better when Kezia waits at the gate, and then she walked in by herself and hung up her coat. ';

/**
 * Whatever is killed while an assessment is typed, at most two seconds of typing are lost: the browser ends while it is
 * connected; the line breaks, the writer goes on, and the tab dies; the program is ended by SIGKILL, the writer goes on,
 * and the tab dies. Each time somebody opens the part again and what stands there is compared with the keys.
 */
export async function prove({ count = 12 } = {}) {
  await build();
  const cluster = await temporaryCluster();
  const env = { ...cleanEnvironment(), ...addresses(cluster, DATABASE), ENCIRCLE_DEMO: '1' };
  let program = null;
  let writer = null;
  try {
    await prepareDatabase(env);
    program = new KillableProgram(withoutPowers(env), await freePort());
    await program.start();
    writer = new Writer(program.address, await findBrowser());
    await writer.begin();
    const assessmentId = await avasDraft(cluster.superuserUrl(DATABASE));
    return await rounds({ program, writer, assessmentId, count });
  } finally {
    await writer?.killBrowser().catch(() => undefined);
    await program?.kill();
    await cluster.stop();
  }
}

async function rounds({ program, writer, assessmentId, count }) {
  const seen = [];
  for (let n = 0; n < count; n += 1) {
    const kind = KINDS[n % KINDS.length];
    const section = SECTIONS[n % SECTIONS.length];
    const { lost, wrong, typed } = await round({ program, writer, assessmentId, kind, section, n });
    seen.push({ kind, lost, wrong, typed });
    process.stdout.write(
      `${n + 1} ${kind} ${section} typed=${typed} lost_ms=${Math.round(lost)}${wrong ? ' WRONG' : ''}\n`,
    );
  }
  const worst = (kind) =>
    Math.round(Math.max(0, ...seen.filter((each) => each.kind === kind).map((each) => each.lost)));
  const wrong = seen.filter((each) => each.wrong).length;
  const tooMuch = seen.filter((each) => each.lost > MOST_LOST_MS).length;
  return {
    holds: seen.length === count && wrong === 0 && tooMuch === 0 && seen.every((each) => each.typed > 0),
    figures: {
      kills: seen.length,
      characters: seen.reduce((sum, each) => sum + each.typed, 0),
      worstBrowserMs: worst('browser'),
      worstNetworkMs: worst('network'),
      worstServerMs: worst('server'),
      overTwoSeconds: tooMuch,
      wrongTexts: wrong,
    },
  };
}

/** Types, kills, types on where a writer would, kills the tab, and looks what is left. */
async function round({ program, writer, assessmentId, kind, section, n }) {
  const { page, box } = await writer.open(assessmentId, section);
  await box.fill('');
  await page.waitForTimeout(2_500);
  const text = `${n + 1}. ${TEXT.repeat(4)}`;
  const breaksAt = performance.now() + 2_000 + Math.random() * 3_000;
  const before = await writer.type(page, box, text, () => performance.now() < breaksAt);
  const strokes = [...before];
  if (kind !== 'browser') {
    await (kind === 'network' ? writer.offline(true) : program.kill());
    const endsAt = performance.now() + 500 + Math.random() * 4_000;
    const rest = text.slice(before.length);
    strokes.push(...(await writer.type(page, box, rest, () => performance.now() < endsAt)));
  }
  const died = performance.now();
  if (kind === 'browser') {
    await writer.killBrowser();
    await writer.begin();
  } else {
    await writer.killTab(page);
    await (kind === 'network' ? writer.offline(false) : program.start());
  }
  const again = await writer.open(assessmentId, section);
  const kept = await settledText(again);
  await again.page.close();
  const wrong = text.slice(0, kept.length) !== kept;
  const firstLost = strokes[kept.length];
  return { lost: firstLost === undefined ? 0 : died - firstLost, wrong, typed: strokes.length };
}

/** A part is drawn with what is stored before a draft is found: looked at until it stays. */
async function settledText({ page, box }) {
  let last = null;
  for (let same = 0; same < 3;) {
    const now = await box.inputValue();
    same = now === last ? same + 1 : 0;
    last = now;
    await page.waitForTimeout(200);
  }
  return last ?? '';
}

async function avasDraft(connectionString) {
  const admin = new pg.Client({ connectionString });
  await admin.connect();
  try {
    const { rows } = await admin.query(
      `select a.id from app.assessment a join app.app_user u on u.id = a.author_id
       where a.status = 'DRAFT' and u.email = 'lena.marsh@northway-primary.example' order by a.id limit 1`,
    );
    if (!rows[0]) throw new Error('the demo has no assessment being written');
    return rows[0].id;
  } finally {
    await admin.end();
  }
}
