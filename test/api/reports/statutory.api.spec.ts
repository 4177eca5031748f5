import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, addWorkingDays } from '@encircle/shared/dates';
import type { StatutoryReport } from '@encircle/shared/reports';
import { aChild } from '../../factories/children.js';
import { anEpisode, aShield } from '../../factories/episodes.js';
import { anAgency, aWorker, type Agency, type Worker } from '../../factories/people.js';
import { Program, type Client } from '../../kit/program.js';

const [FROM, TO, TODAY] = ['2026-01-01', '2026-03-31', '2026-03-16'];

let program: Program;
let schools: Agency[];
let leads: Worker[];
let asks: { rosa: Client; boss: Client; analyst: Client; lead: Client };

beforeAll(async () => {
  program = await Program.start();
  await program.setNow(`${TODAY}T10:00:00Z`);
  schools = [await anAgency(program), await anAgency(program)];
  leads = [await aWorker(program, schools[0] as Agency), await aWorker(program, schools[1] as Agency)];
  const council = await anAgency(program);
  const signedIn = async (agency: Agency, role: string): Promise<Client> =>
    program.as((await aWorker(program, agency, { role })).email);
  asks = {
    rosa: await signedIn(council, 'CAFC'),
    boss: await signedIn(schools[0] as Agency, 'AMGR'),
    analyst: await signedIn(council, 'ANLY'),
    lead: await program.as(leads[0]?.email ?? ''),
  };
});
afterAll(() => program.stop());

const report = async (who: Client): Promise<StatutoryReport> => {
  const answer = await who.get<StatutoryReport>('/api/reports/statutory?quarter=FY2025-Q4');
  expect([answer.status, answer.text.slice(0, 200)]).toEqual([200, expect.any(String)]);
  return answer.body;
};

let turn = Number(process.env['ENCIRCLE_FIGURES_SEED'] ?? 20_260_316);
process.stderr.write(`Cases for the figures: 60, ENCIRCLE_FIGURES_SEED=${turn}\n`);
const pick = (most: number): number => {
  turn = (Math.imul(turn, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((turn / 2 ** 32) * most);
};

/** One case with a life that goes to social care and back as often as chance wants it. */
async function aLife(at: number): Promise<void> {
  const worker = leads[at % 2] as Worker;
  const child = await aChild(program);
  const opened = addDays('2025-06-02', pick(220));
  const episode = await anEpisode(program, { children: [child], lead: worker, openedOn: opened });
  if (at % 9 === 0) await aShield(program, child, []);
  let day = opened;
  let order = 0;
  const move = (transition: string, from: string, to: string) =>
    program.rows(
      `insert into app.episode_move (episode_id, transition, from_state, to_state, happened_on, created_at)
       values ($1, $2, $3, $4, $5, $5::date + make_interval(mins => $6))`,
      [episode.id, transition, from, to, day, (order += 1)],
    );
  let paused = false;
  for (let turns = pick(4); turns > 0 && !paused; turns -= 1) {
    day = addDays(day, pick(60));
    if (day > TODAY) return;
    await move('T22', 'PLAN_ACTIVE', 'STEP_UP_PENDING');
    day = addDays(day, pick(3));
    if (pick(3) === 0) {
      await move('T24', 'STEP_UP_PENDING', 'PLAN_ACTIVE');
      continue;
    }
    await move('T23', 'STEP_UP_PENDING', 'PAUSED_STATUTORY');
    day = addDays(day, pick(50));
    paused = day > TODAY || pick(4) === 0;
    if (paused) break;
    await move('T26', 'PAUSED_STATUTORY', 'PLAN_ACTIVE');
    const met = addDays(day, 1 + pick(25));
    if (met <= TODAY && pick(4) > 0)
      await program.rows(
        `insert into app.meeting (episode_id, type, status, planned_at, mode, held_at)
         values ($1, 'REVIEW_TAC', 'HELD', $2::date + time '10:00', 'IN_PERSON', $2::date + time '10:00')`,
        [episode.id, met],
      );
  }
  day = addDays(day, pick(40));
  const state = paused ? 'PAUSED_STATUTORY' : 'PLAN_ACTIVE';
  if (day > TODAY || pick(3) === 0) {
    await program.rows(`update app.episode set state = $2 where id = $1`, [episode.id, state]);
    return;
  }
  const reason = paused
    ? 'STEP_UP_CIN'
    : (['NEEDS_MET', 'STEP_DOWN_SINGLE', 'STEP_DOWN_UNIVERSAL'][pick(3)] ?? '');
  await move(paused ? 'T25' : 'T30', state, 'CLOSED');
  await program.rows(
    `update app.episode set state = 'CLOSED', closed_on = $2, closure_reason = $3 where id = $1`,
    [episode.id, day, reason],
  );
}

/** The same figures once more, one plain question each, over the cases a reader counts. */
async function plain(agencyId: string | null): Promise<Record<string, number>> {
  const mine = `x.id in (select id from app.episode where $3::uuid is null or (
    exists (select 1 from app.edge e where e.episode_id = episode.id and e.agency_id = $3)
    and not exists (select 1 from app.shield h join app.episode_subject s on s.person_id = h.person_id where s.episode_id = episode.id)))`;
  const one = async (sql: string): Promise<number> =>
    Number(
      (
        await program.rows<{ n: string | null }>(
          `with x as (select * from app.episode x where ${mine}) ${sql}`,
          [FROM, TO, agencyId],
        )
      )[0]?.n ?? 0,
    );
  const moves = (what: string, id: string): Promise<number> =>
    one(
      `select count(${what}) as n from x join app.episode_move m on m.episode_id = x.id
       where m.transition = '${id}' and m.happened_on >= $1 and m.happened_on <= $2`,
    );
  const closed = `x.closed_on >= $1 and x.closed_on <= $2`;
  const led = `coalesce((select sum(coalesce((select min(o.happened_on) from app.episode_move o where o.episode_id = x.id
      and o.from_state = 'PAUSED_STATUTORY' and o.created_at > i.created_at), x.closed_on) - i.happened_on)
    from app.episode_move i where i.episode_id = x.id and i.transition = 'T23'), 0)`;
  return {
    sent: await moves('*', 'T22'),
    accepted: await moves('*', 'T23'),
    notAccepted: await moves('*', 'T24'),
    steppedUp: await moves('distinct x.id', 'T23'),
    open: await one(
      `select count(*) as n from x where x.opened_on <= $2 and (x.closed_on is null or x.closed_on >= $1)`,
    ),
    inward: await moves('*', 'T26'),
    outward: await one(
      `select count(*) as n from x where ${closed} and x.closure_reason in ('STEP_DOWN_SINGLE', 'STEP_DOWN_UNIVERSAL')`,
    ),
    closed: await one(`select count(*) as n from x where ${closed}`),
    paused: await one(`select count(*) as n from x where ${closed} and ${led} > 0`),
    median: await one(
      `select percentile_cont(0.5) within group (order by x.closed_on - x.opened_on - ${led}) as n from x where ${closed}`,
    ),
    ninetieth: await one(
      `select percentile_disc(0.9) within group (order by x.closed_on - x.opened_on - ${led}) as n from x where ${closed}`,
    ),
    pausedMedian: await one(
      `select percentile_cont(0.5) within group (order by ${led}) as n from x where ${closed} and ${led} > 0`,
    ),
  };
}

const figures = (body: StatutoryReport): Record<string, number | null> => ({
  sent: body.sent.count,
  accepted: body.accepted.count,
  notAccepted: body.notAccepted.count,
  steppedUp: body.steppedUp.numerator,
  open: body.steppedUp.denominator,
  inward: body.inward.count,
  outward: body.outward.count,
  closed: body.closed.count,
  paused: body.paused.numerator,
  median: body.days.median,
  ninetieth: body.days.ninetieth,
  pausedMedian: body.pausedDays.median ?? 0,
});

describe('what went to social care and came back (M19, M20, M33)', () => {
  it('counts nothing as nothing', async () => {
    expect(await report(asks.rosa)).toMatchObject({
      steppedUp: { numerator: 0, denominator: 0, percent: null },
      sent: { count: 0 },
      days: { median: null, ninetieth: null },
    });
  });

  it('is what plain questions answer, for the CAF team and for a manager, over lives made by chance', async () => {
    for (let at = 0; at < 60; at += 1) await aLife(at);
    const all = figures(await report(asks.rosa));
    expect(all).toEqual(await plain(null));
    expect(all['sent']).toBeGreaterThan(5);
    expect(all['paused']).toBeGreaterThan(1);
    const own = figures(await report(asks.boss));
    expect(own).toEqual(await plain(schools[0]?.id ?? null));
    expect(own['open']).toBeLessThan(all['open'] ?? 0);
    const guarded = await report(asks.analyst);
    expect(guarded.suppressed).toBe(true);
  });

  it('asks whether the team met within ten working days of the handing back', async () => {
    const inward = await program.rows<{ day: string; met: string | null }>(
      `select m.happened_on::text as day, (select min(t.held_at::date)::text from app.meeting t
         where t.episode_id = m.episode_id and t.held_at::date >= m.happened_on) as met
       from app.episode_move m where m.transition = 'T26' and m.happened_on between $1 and $2`,
      [FROM, TO],
    );
    const counted = inward.filter(({ day, met }) => met !== null || addWorkingDays(day, 10) < TODAY);
    const inTime = counted.filter(({ day, met }) => met !== null && met <= addWorkingDays(day, 10));
    expect(await report(asks.rosa)).toMatchObject({
      metInTime: { numerator: inTime.length, denominator: counted.length },
    });
    expect(counted.length).toBeGreaterThan(inTime.length);
  });

  it('is for those who have figures, and names the field of a wrong question', async () => {
    expect((await asks.lead.get('/api/reports/statutory')).status).toBe(404);
    const wrong = await asks.rosa.get<{ fields: Record<string, string[]> }>(
      '/api/reports/statutory?quarter=2025',
    );
    expect([wrong.status, wrong.body.fields]).toEqual([
      400,
      { quarter: ['Write the quarter like FY2025-Q4'] },
    ]);
  });
});
