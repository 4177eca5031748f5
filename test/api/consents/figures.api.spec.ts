import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AgreementFiguresView } from '@encircle/shared/consents';
import { addDays } from '@encircle/shared/dates';
import { countedFigures } from '../../kit/agreement-figures.js';
import { Program } from '../../kit/program.js';
import { aChild } from '../../factories/children.js';
import { anAgreement, type AgreementLine } from '../../factories/consents.js';
import { anEpisode, type Episode } from '../../factories/episodes.js';
import { theWorldOfAva, type WorldOfAva } from '../../factories/fixture-e1.js';
import { anAgency, type Agency } from '../../factories/people.js';

/** M28 and M29 over cases that chance made, compared with the rows counted in another way. */
const SEED = Number(process.env['ENCIRCLE_SEED'] ?? 20_260_331);
const CASES = 24;
const QUARTER = { from: '2026-01-01', to: '2026-03-31' };
const GROUNDS = ['CHILD_RISK', 'VITAL', 'LEGAL_DUTY'] as const;

let turn = SEED;
const chance = (): number => {
  turn = (Math.imul(turn, 1_664_525) + 1_013_904_223) >>> 0;
  return turn / 2 ** 32;
};
const pick = <T>(from: readonly T[]): T => from[Math.floor(chance() * from.length)] as T;
/** From some weeks before the quarter to some days after it. */
const aDay = (): string => addDays('2025-12-01', Math.floor(chance() * 130));

describe(`figures of agreement over ${CASES} cases of chance, seed ${SEED}`, () => {
  let program: Program;
  let world: WorldOfAva;
  let clinic: Agency;

  beforeAll(async () => {
    program = await Program.start();
    world = await theWorldOfAva(program);
    clinic = await anAgency(program, { name: 'Clinic', kind: 'SEXUAL_HEALTH', sensitiveClass: 'SENS_SH' });
    for (let n = 0; n < CASES; n += 1) await aCase(n);
    await program.setNow('2026-03-20T10:00:00Z');
  });
  afterAll(() => program.stop());

  async function aCase(n: number): Promise<void> {
    const child = await aChild(program);
    const lead = pick([world.lena, world.hana, world.yusuf]);
    const team = [world.carl, world.hana].filter((who) => who !== lead && chance() < 0.4);
    const episode = await anEpisode(program, { children: [child], author: lead, lead, team });
    const givers = [world.mia, world.finn].filter(() => chance() < 0.7);
    for (const giver of givers)
      for (const day of [aDay(), aDay(), aDay()].slice(0, 1 + Math.floor(chance() * 3)).sort())
        await anAct(episode, child, giver, day);
    await program.rows(
      `update app.consent_line set status = 'WITHDRAWN', ended_how = $2, ended_at = $3::date + interval '9 hours'
       where episode_id = $1 and status = 'ACTIVE' and decision = 'GIVEN' and category = $4`,
      [episode.id, pick(['PHONE', 'IN_PERSON', 'PORTAL']), aDay(), pick(['PLAN', 'NOTES', 'CHILD'])],
    );
    await tapAndAccess(episode, child.id, n);
    if (chance() < 0.2)
      await program.rows(
        `insert into app.conflict_block (person_id, user_id, reason, asked_by, created_by, confirmed_by, confirmed_at)
         values ($1, $2, 'A neighbour of the family', 'LEAD', $3, $3, sec.now())`,
        [child.id, pick([world.okoro, world.ruth]).id, world.mo.id],
      );
  }

  async function anAct(
    episode: Episode,
    child: Parameters<typeof anAgreement>[2],
    giver: Parameters<typeof anAgreement>[3],
    givenOn: string,
  ): Promise<void> {
    const lines: AgreementLine[] = [world.agencies.northway, world.agencies.health, clinic]
      .filter(() => chance() < 0.6)
      .map((agency) => ({
        agency,
        categories: ['PLAN', 'NOTES', 'SENS_SH'].filter(() => chance() < 0.6),
        decision: chance() < 0.75 ? ('GIVEN' as const) : ('REFUSED' as const),
      }))
      .filter((line) => line.categories.length > 0);
    if (lines.length === 0) return;
    const replaced = await program.rows<{ id: string }>(
      `update app.consent_line set status = 'SUPERSEDED', ended_at = $3::date
       where episode_id = $1 and giver_person_id = $2 and status = 'ACTIVE'
         and (recipient_agency_id, category) in (select * from unnest($4::uuid[], $5::text[])) returning id`,
      [
        episode.id,
        giver.id,
        givenOn,
        lines.flatMap((line) => line.categories.map(() => line.agency?.id)),
        lines.flatMap((line) => line.categories),
      ],
    );
    const act = await anAgreement(program, episode, child, giver, lines, { givenOn });
    await program.rows('update app.consent_line set superseded_by_id = $1 where id = any ($2)', [
      act,
      replaced.map(({ id }) => id),
    ]);
  }

  async function tapAndAccess(episode: Episode, childId: string, n: number): Promise<void> {
    const who = pick([world.lena, world.hana, world.yusuf]);
    for (const [transition, state] of [
      ['T06', 'TAP'],
      ['T05', 'ASSESSING'],
    ])
      if (chance() < 0.5)
        await program.rows(
          `insert into app.episode_move (episode_id, category, source_agency_id, author_id, transition, to_state, happened_on)
           values ($1, 'INVOLVE', $2, $3, $4, $5, $6)`,
          [episode.id, who.agency.id, who.id, transition, state, aDay()],
        );
    if (chance() < 0.5) return;
    const reference = `SH-${String(n).padStart(8, '0')}`;
    await program.rows(
      `insert into app.disclosure (reference, decision, episode_id, subject_id, author_id, source_agency_id, recipient, categories,
         exact_text, ground, shared_at, complete_by)
       values ($1, 'SHARED', $2, $3, $4, $5, 'Police', '{CHILD}', 'Said', $6, $7::date + interval '10 hours', sec.now())`,
      [reference, episode.id, childId, who.id, who.agency.id, pick(GROUNDS), aDay()],
    );
    const outcome = pick(['JUSTIFIED', 'JUSTIFIED_POOR_RECORD', 'NOT_JUSTIFIED', null]);
    await program.rows(
      `insert into app.access_review (kind, reference, episode_id, about_user_id, about_agency_id, due_on, start_by, outcome, words,
         decided_at, reviewer_id) values ('SHARING', $1, $2, $3, $4, $5, $5, $6, $7, $8::date + interval '10 hours', $9)`,
      [
        reference,
        episode.id,
        who.id,
        who.agency.id,
        aDay(),
        outcome,
        outcome && 'Read it with care.',
        outcome && aDay(),
        outcome && world.mo.id,
      ],
    );
  }

  const read = async (email: string): Promise<Record<string, number>> => {
    const answer = await (await program.as(email)).get<AgreementFiguresView>('/api/agreements/figures');
    return Object.fromEntries(
      answer.body.items.map(({ figure, code, count }) => [`${figure} ${code}`, count]),
    );
  };

  it('the CAF team reads what all rows say', async () => {
    const counted = await countedFigures(program, null, QUARTER);
    expect(await read(world.mo.email)).toEqual(counted);
    // Chance made something of each, or the comparison would show nothing.
    for (const key of [
      'ACTS GIVEN',
      'ACTS PARTIAL',
      'ACTS REFUSED',
      'REFRESH AGAIN',
      'REFRESH DAYS',
      'TAP BEGUN',
      'REVIEWS DUE',
    ])
      expect([key, (counted[key] ?? 0) > 0]).toEqual([key, true]);
  });

  it.each(['okoro', 'ruth'] as const)(
    '%s reads what the rows of the own service say, without specialists',
    async (key) => {
      expect(await read(world[key].email)).toEqual(await countedFigures(program, world[key], QUARTER));
    },
  );
});
