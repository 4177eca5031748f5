import { driftOn, leadOn } from './oracle.mjs';
import { dayOf } from './simulate.mjs';

const KINDS = new Set(['LONG_OPEN', 'MANY_REVIEWS', 'UNSEEN']);

/**
 * Goes through a year in steps: what happens is written, then each lead's week is asked and compared with the oracle.
 * @param ask answers `/api/my/week?...` for the lead of that number
 */
export async function compareYear({ year, cases, leads, days, setNow, ask }) {
  const found = { weeks: 0, tasks: 0, quiet: 0, raised: new Set(), closed: 0, wrong: [] };
  let before = new Set();
  for (const today of days) {
    await year.upTo(today);
    await setNow(`${dayOf(today)}T12:00:00Z`);
    const now = new Set();
    for (let lead = 0; lead < leads.length; lead += 1) {
      const own = cases.filter((one) => one.opened <= today && leadOn(one, today) === lead);
      const told = own.map((one) => ({ one, ...driftOn(one, today) }));
      const expected = told.flatMap(({ lines }) => lines).sort();
      const { lines, quiet } = await weekOf(year, ask, lead);
      if (lines.join() !== expected.join()) found.wrong.push(difference(today, lead, lines, expected));
      const silent = told
        .filter(({ quietSince }) => quietSince !== null)
        .map(({ one, quietSince }) => ({ since: quietSince, id: year.ids[one.n].episode }))
        .sort((a, b) => (a.since + a.id < b.since + b.id ? -1 : 1))
        .slice(0, 6)
        .map(({ id }) => id);
      if ([...quiet].sort().join() !== [...silent].sort().join())
        found.wrong.push(difference(today, lead, quiet, silent));
      for (const line of expected) now.add(line);
      found.weeks += 1;
      found.tasks += expected.length;
      found.quiet += silent.length;
    }
    for (const line of now) found.raised.add(line);
    for (const line of before) if (!now.has(line)) found.closed += 1;
    before = now;
  }
  return { ...found, raised: found.raised.size };
}

async function weekOf(year, ask, lead) {
  const lines = [];
  let quiet = [];
  for (let after = ''; after !== null;) {
    const page = await ask(lead, `show=ACTIONS&limit=100${after && `&after=${encodeURIComponent(after)}`}`);
    for (const item of page.items) if (KINDS.has(item.kind)) lines.push(lineOf(year, item));
    quiet = page.quiet.map(({ episodeId }) => episodeId);
    after = page.next;
  }
  return { lines: lines.sort(), quiet };
}

function lineOf({ ids }, { kind, episodeId, recordId, dueOn }) {
  const n = ids.findIndex(({ episode }) => episode === episodeId);
  const child = kind === 'UNSEEN' ? `/${ids[n]?.children.indexOf(recordId)}` : '';
  return `${kind} ${n}${child} ${dueOn}`;
}

function difference(today, lead, got, expected) {
  const extra = got.filter((line) => !expected.includes(line));
  const missing = expected.filter((line) => !got.includes(line));
  const twice = got.filter((line, n) => got.indexOf(line) !== n);
  return `${dayOf(today)} lead ${lead}: too much ${extra.join('; ')}, missing ${missing.join('; ')}, twice ${twice.join('; ')}`;
}
