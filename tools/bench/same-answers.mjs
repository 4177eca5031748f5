import { deepStrictEqual } from 'node:assert';
import { CASES } from './cases.mjs';

async function answer(url, request) {
  const made = request.setupRequest ? request.setupRequest(request) : request;
  const response = await fetch(url + made.path, {
    method: made.method,
    headers: made.headers,
    body: made.body,
  });
  const text = await response.text();
  if (response.status !== 200)
    throw new Error(`${made.method} ${made.path} answered ${response.status}: ${text.slice(0, 300)}`);
  request.onResponse?.(200, text);
  return JSON.parse(text);
}

const ids = (rows, key = 'id') => rows.map((row) => row[key]);

/** A comparison means something only between servers that answer the same rows. Throws naming what differs. */
const SAME = {
  caseload: ({ items, total }) => ({ items, total }),
  case_opened: (one) => ({
    ref: one.ref,
    state: one.state,
    children: ids(one.children),
    team: ids(one.team, 'userId').sort(),
    relatives: ids(one.relatives),
    outcomes: ids(one.outcomes).sort(),
    chronology: ids(one.chronology).sort(),
  }),
  attendance_saved: ({ entries }) => entries.map(({ code }) => code),
};

/** @param {{ ours: string, bare: string }} urls @param {import('./cases.mjs').Reader} reader */
export async function sameAnswers(urls, reader) {
  for (const one of CASES) {
    const [ours, bare] = [
      await answer(urls.ours, one.ours(reader)),
      await answer(urls.bare, one.bare(reader)),
    ];
    const same = SAME[one.name];
    deepStrictEqual(same(ours), same(bare), `${one.name}: the bare server answers other rows`);
  }
}
