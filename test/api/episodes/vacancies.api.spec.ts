import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Program, type Client } from '../../kit/program.js';
import { aChild } from '../../factories/children.js';
import { anEpisode, aShield, onTheCase, type Episode } from '../../factories/episodes.js';
import { anAgency, aWorker, type Worker } from '../../factories/people.js';

interface Vacancies {
  items: {
    ref: string;
    since: string;
    dueOn: string;
    workingDays: number;
    step: string;
    asked: string | null;
  }[];
  next: string | null;
}

let program: Program;
let lena: Worker;
let asks: Record<'boss' | 'other' | 'rosa' | 'lena', Client>;
const cases: Record<string, Episode> = {};

beforeAll(async () => {
  program = await Program.start();
  await program.setNow('2026-03-16T09:00:00Z');
  const [school, health, council] = [
    await anAgency(program),
    await anAgency(program),
    await anAgency(program),
  ];
  lena = await aWorker(program, school);
  const nurse = await aWorker(program, health);
  const hat = async (agency: typeof school, role: string): Promise<Client> =>
    program.as((await aWorker(program, agency, { role })).email);
  asks = {
    boss: await hat(school, 'AMGR'),
    other: await hat(health, 'AMGR'),
    rosa: await hat(council, 'CAFC'),
    lena: await program.as(lena.email),
  };
  const made = async (name: string, agreedOn: string, over: { state?: string; author?: Worker } = {}) => {
    const child = await aChild(program);
    cases[name] = await anEpisode(program, { children: [child], author: lena, agreedOn, ...over });
    return child;
  };
  await made('fresh', '2026-03-10');
  await made('week', '2026-03-05');
  await made('long', '2026-02-02');
  await made('nurses', '2026-03-11', { author: nurse });
  // Nobody leads before there is agreement, and nobody is missing while social care does.
  await made('early', '2026-01-05', { state: 'CONSENT_SEEKING' });
  await made('paused', '2026-01-05', { state: 'PAUSED_STATUTORY' });
  await made('led', '2026-01-05');
  await onTheCase(program, cases['led']?.id ?? '', lena, 'LP');
  // The lead left on the 12th: since then, not since the agreement.
  await made('left', '2026-01-05');
  await onTheCase(program, cases['left']?.id ?? '', lena, 'LP', { until: '2026-03-12T12:00:00Z' });
  await aShield(program, await made('hidden', '2026-01-05'), [lena]);
});
afterAll(() => program.stop());

const list = async (who: Client, query = ''): Promise<Vacancies> =>
  (await who.get<Vacancies>(`/api/lead-vacancies${query}`)).body;
const names = ({ items }: Vacancies): string[] =>
  items.map(({ ref }) => Object.keys(cases).find((name) => cases[name]?.ref === ref) ?? ref);

describe('cases nobody leads (F2)', () => {
  it('are the team’s for five working days, then the manager’s, and after as many again the central team’s', async () => {
    const { items, ...page } = await list(asks.boss);
    expect(names({ items, ...page })).toEqual(['long', 'week', 'fresh', 'left']);
    expect(items.map(({ since, dueOn, workingDays, step }) => [since, dueOn, workingDays, step])).toEqual([
      ['2026-02-02', '2026-02-09', 30, 'CENTRAL'],
      ['2026-03-05', '2026-03-12', 7, 'MANAGER'],
      ['2026-03-10', '2026-03-17', 4, 'WITHIN'],
      ['2026-03-12', '2026-03-19', 2, 'WITHIN'],
    ]);
  });

  it('are a manager’s own, and all of them the CAF team’s; a shielded child is in neither manager’s list', async () => {
    expect(names(await list(asks.other))).toEqual(['nurses']);
    expect(names(await list(asks.rosa))).toEqual(['hidden', 'long', 'week', 'fresh', 'nurses', 'left']);
    expect((await asks.lena.get('/api/lead-vacancies')).status).toBe(404);
  });

  it('come by page, and say who has been asked', async () => {
    await program.rows(
      `insert into app.nomination (episode_id, nominee_id, nominee_agency_id) values ($1, $2, $3)`,
      [cases['long']?.id, lena.id, lena.agency.id],
    );
    const first = await list(asks.boss, '?limit=3');
    expect(first.items[0]).toMatchObject({ asked: lena.fullName, askedOn: '2026-03-16' });
    const second = await list(asks.boss, `?limit=3&after=${first.next}`);
    expect([names(second), second.next]).toEqual([['left'], null]);
    const bad = await asks.boss.get<{ fields: object }>('/api/lead-vacancies?after=nothing');
    expect([bad.status, bad.body.fields]).toEqual([400, { after: ['Begin again from the first page'] }]);
  });
});
