import { beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { ClaimsView, OutcomeEvidenceView } from '@encircle/shared/claims';
import type { MyWeekView } from '@encircle/shared/my-week';
import type { PlanView } from '@encircle/shared/plans';
import { aChild, anAdult, relativeOf, type Person } from '../../factories/children.js';
import { anAgreement, ORDINARY } from '../../factories/consents.js';
import { anEpisode, type Episode } from '../../factories/episodes.js';
import { aFamily, type FamilyWorld } from '../../factories/families.js';
import { anAgency, aWorker, type Worker } from '../../factories/people.js';
import type { Client, Program } from '../../kit/program.js';

type Refused = { code: string; fields: Record<string, string[]> };
type Asked = 'ola' | 'boss' | 'bryn' | 'mo' | 'anna' | 'stranger' | 'sam';

/** Needs shown to be there, to be met as help ends and to stay met; the list of families of whom that is shown. */
export function claiming(programOf: () => Program): void {
  describe('evidence of what a family came to', () => {
    let program: Program;
    let world: FamilyWorld;
    let asks: Record<Asked, Client>;
    let mo: Worker;

    beforeAll(async () => {
      program = programOf();
      await program.setNow('2026-02-02T09:00:00Z');
      world = await aFamily(program, { state: 'PLAN_ACTIVE' });
      const council = await anAgency(program, { name: 'CAF team of the claims', kind: 'LOCAL_AUTHORITY' });
      const hat = async (role: string, agency = council): Promise<Client> =>
        program.as((await aWorker(program, agency, { role })).email);
      mo = await aWorker(program, council, { role: 'CAFC' });
      asks = {
        ola: await program.as(world.ola.email),
        bryn: await program.as(world.bryn.email),
        boss: await hat('AMGR', world.ola.agency),
        mo: await program.as(mo.email),
        anna: await hat('ANLY'),
        sam: await hat('SADM'),
        stranger: await hat('PRACT', await anAgency(program)),
      };
      const [episode, kit] = [world.episode.id, world.kit.id];
      await program.rows(
        `insert into app.assessment (episode_id, subject_id, source_agency_id, author_id, category, version_no, form_code, form_version,
           started_on, status, completed_on, content_hash)
         values ($1, $2, $3, $4, 'CHILD', 1, 'caf', 'v1', '2026-01-12', 'COMPLETED', '2026-01-30', repeat('a', 64))`,
        [episode, kit, world.ola.agency.id, world.ola.id],
      );
      await program.rows(`update app.episode set plan_agreed_on = '2026-02-02' where id = $1`, [episode]);
      const plan = await asks.ola.post<PlanView>(`/api/episodes/${episode}/plan`, {});
      const hope = (statement: string, familyOutcomes: number[]) =>
        asks.ola.post(`/api/plans/${plan.body.plan?.id}/outcomes`, { statement, familyOutcomes });
      await hope('Every morning at school', [1]);
      await hope('Calm evenings at home', [5, 9]);
    });

    const path = () => `/api/episodes/${world.episode.id}/outcome-evidence`;
    const record = (who: Client, body: object) => who.post<OutcomeEvidenceView & Refused>(path(), body);
    const look = (who: Client) => who.get<OutcomeEvidenceView>(path());
    const claims = async (who: Client, query = '') => (await who.get<ClaimsView>(`/api/claims${query}`)).body;
    const due = async (who: Client): Promise<string[]> =>
      (await who.get<MyWeekView>('/api/my/week')).body.items
        .filter((item) => item.kind === 'EVIDENCE_CHECK' && item.episodeId === world.episode.id)
        .map((item) => item.dueOn);
    const lineOf = async (who: Client) =>
      (await claims(who)).items.find((each) => each.episodeId === world.episode.id);
    const school = { outcome: 1, measure: 'ATTENDANCE', source: 'School register' };

    it('names the field of what shows nothing', async () => {
      const bad = async (over: object) => Object.keys((await record(asks.ola, over)).body.fields);
      const start = { ...school, moment: 'START', value: 84, measuredOn: '2026-01-30' };
      expect(await bad({ ...start, outcome: 11 })).toEqual(['outcome']);
      expect(await bad({ ...start, value: 95 })).toEqual(['value']);
      expect(await bad({ ...start, measuredOn: '2026-02-30' })).toEqual(['measuredOn']);
      expect(await bad({ ...start, source: '  ' })).toEqual(['source']);
      expect(await bad({ ...start, outcome: 7 })).toEqual(['aboutPersonId']);
      expect(await bad({ ...start, subjectId: randomUUID() })).not.toEqual([]);
      expect(await bad({ ...start, moment: 'SUSTAINED', met: true, value: 96 })).toEqual(['moment']);
    });

    it('is written down by whoever leads, and read by those who may read of the plan; what is one person’s own by fewer', async () => {
      const on = '2026-01-30';
      const starts = [
        { ...school, value: 84 },
        { outcome: 4, measure: 'SCALE', value: 3, source: 'Nia’s own score', aboutPersonId: world.nia.id },
        { outcome: 5, measure: 'SDQ', value: 22, source: 'Questionnaire' },
        { outcome: 7, measure: 'SCALE', value: 2, source: 'Youth worker', aboutPersonId: world.kit.id },
        { outcome: 9, measure: 'TENANCY_MONTHS', value: 1, source: 'Tenancy agreement' },
      ];
      for (const each of starts) {
        const done = await record(asks.ola, { ...each, moment: 'START', measuredOn: on });
        expect([each.outcome, done.status]).toEqual([each.outcome, 201]);
      }
      const own = (await look(asks.ola)).body;
      expect(own.needs.map(({ outcome, tagged, present }) => [outcome, tagged, present])).toEqual([
        [1, true, true],
        [4, false, true],
        [5, true, true],
        [7, false, true],
        [9, true, true],
      ]);
      expect([own.mayRecord, own.moments]).toEqual([true, ['START', 'CLOSURE']]);
      // Zoe's teacher reads nothing of the whole record's first child, and nothing of what is somebody's own.
      const other = await look(asks.bryn);
      expect([other.status, other.body.mayRecord]).toEqual([200, false]);
      expect(other.text).not.toMatch(/Nia|Youth worker/);
      expect((await record(asks.bryn, { ...starts[0], moment: 'START', measuredOn: on })).body.code).toBe(
        'NOT_YOURS_TO_LEAD',
      );
      const random = await asks.stranger.get(`/api/episodes/${randomUUID()}/outcome-evidence`);
      const hidden = await look(asks.stranger);
      expect([hidden.status, hidden.text]).toEqual([random.status, random.text]);
      expect((await look(asks.mo)).status).toBe(403);
      const audited = await program.rows<{ n: number }>(
        `select count(*)::int as n from audit.entry where episode_id = $1 and action = 'outcome-evidence.recorded' and outcome = 'ALLOW'`,
        [world.episode.id],
      );
      expect(audited).toEqual([{ n: 5 }]);
    });

    it('is struck out once, with a reason, and counts no more', async () => {
      const wrong = {
        outcome: 10,
        measure: 'DEBTS',
        value: 900,
        source: 'A letter',
        measuredOn: '2026-02-01',
      };
      const made = (await record(asks.ola, { ...wrong, moment: 'START' })).body;
      const row = made.needs.find(({ outcome }) => outcome === 10)?.evidence[0];
      const strike = (who: Client, version: number, reason = 'Another family’s letter') =>
        who.patch<OutcomeEvidenceView & Refused>(`/api/outcome-evidence/${row?.id}`, { version, reason });
      expect((await strike(asks.stranger, 1)).status).toBe(404);
      expect(Object.keys((await strike(asks.ola, 1, ' ')).body.fields)).toEqual(['reason']);
      const done = await strike(asks.ola, 1);
      const need = done.body.needs.find(({ outcome }) => outcome === 10);
      expect([done.status, need?.present, need?.evidence[0]?.struckReason]).toEqual([
        200,
        false,
        'Another family’s letter',
      ]);
      expect((await strike(asks.ola, 1)).status).toBe(409);
    });

    it('lists the family once with what is missing, to the CAF team by reference, to the analyst without', async () => {
      const line = await lineOf(asks.mo);
      expect(line).toMatchObject({ ref: world.episode.ref, ready: false });
      expect(line?.missing).toEqual(['CLOSED', 'ALL_MET', 'ALL_SUSTAINED']);
      const made = await claims(asks.anna);
      expect(JSON.stringify(made)).not.toContain(world.episode.ref);
      expect(made.items[0]).toMatchObject({ episodeId: null, agency: null, closedOn: null });
      expect(made.ready).toMatchObject({ numerator: null, hidden: true });
      for (const who of [asks.ola, asks.boss, asks.bryn, asks.sam])
        expect((await who.get('/api/claims')).status).toBe(404);
    });

    it('asks six months after the end, of whoever led, then of their manager; the record itself stays as it was', async () => {
      await program.rows(
        `insert into app.review (episode_id, subject_id, source_agency_id, author_id, review_no, due_on, held_on, level, what_next)
         values ($1, $2, $3, $4, 1, '2026-03-10', '2026-03-10', 1, 'CLOSE')`,
        [world.episode.id, world.kit.id, world.ola.agency.id, world.ola.id],
      );
      await program.setNow('2026-03-16T09:00:00Z');
      const ends: [number, string, number][] = [
        [1, 'ATTENDANCE', 95],
        [4, 'SCALE', 7],
        [5, 'SDQ', 12],
        [7, 'SCALE', 8],
        [9, 'TENANCY_MONTHS', 3],
      ];
      const about: Record<number, string> = { 4: world.nia.id, 7: world.kit.id };
      const all = async (moment: string, measuredOn: string, more: number) => {
        for (const [outcome, measure, value] of ends) {
          const done = await record(asks.ola, {
            outcome,
            moment,
            measure,
            value: value + (measure === 'SDQ' ? 0 : more),
            measuredOn,
            source: 'Asked the family',
            met: true,
            ...(about[outcome] ? { aboutPersonId: about[outcome] } : {}),
          });
          expect([outcome, done.status]).toEqual([outcome, 201]);
        }
      };
      await all('CLOSURE', '2026-03-16', 0);
      const plan = (await asks.ola.get<PlanView>(`/api/episodes/${world.episode.id}/plan`)).body.plan;
      const form = {
        reason: 'NEEDS_MET',
        closureDate: '2026-03-16',
        level: 1,
        whoToContact: 'Ola',
        familyAgrees: 'AGREE',
        childComment: 'Fine',
        parentComment: 'Fine',
        summary: 'Better',
        outcomes: plan?.outcomes.map(({ id }) => ({ outcomeId: id, status: 'ACHIEVED' })),
      };
      const closing = `/api/episodes/${world.episode.id}/close`;
      const proposed = await asks.ola.post<{ version: number }>(closing, form);
      expect(proposed.status).toBe(201);
      const signed = { version: proposed.body.version, approve: true };
      expect((await asks.mo.post(`${closing}/decision`, signed)).status).toBe(201);
      expect((await lineOf(asks.mo))?.missing).toEqual(['ALL_SUSTAINED']);
      expect(await due(asks.ola)).toEqual([]);

      await program.setNow('2026-09-01T09:00:00Z');
      expect([await due(asks.ola), await due(asks.boss)]).toEqual([['2026-09-16'], []]);
      await program.setNow('2026-09-17T09:00:00Z');
      expect(await due(asks.boss)).toEqual(['2026-09-16']);
      expect((await look(asks.bryn)).status).not.toBe(200);
      await all('SUSTAINED', '2026-09-17', 1);
      expect([await due(asks.ola), await due(asks.boss)]).toEqual([[], []]);
      const view = (await look(asks.ola)).body;
      expect([view.closedOn, view.checkDueOn, view.moments]).toEqual([
        '2026-03-16',
        '2026-09-16',
        ['SUSTAINED'],
      ]);
      expect(
        view.needs.filter(({ tagged, present }) => tagged || present).map(({ sustained }) => sustained),
      ).toEqual([true, true, true, true, true]);
      expect(await lineOf(asks.mo)).toMatchObject({ ready: true, missing: [], checkDueOn: '2026-09-16' });
      expect((await claims(asks.mo)).counted).toEqual({ families: 1, children: 3, teams: 1 });
      expect((await claims(asks.anna)).counted).toEqual({ families: null, children: null, teams: null });
    });

    it('counts a family with a second record of a brother once, pages, and leaves out what the reader is kept from', async () => {
      const begin = async (child: Person, mother: Person, openedOn: string): Promise<Episode> => {
        await relativeOf(program, child, mother, { prBasis: 'MOTHER' });
        const episode = await anEpisode(program, {
          children: [child],
          author: world.ola,
          lead: world.ola,
          openedOn,
        });
        await anAgreement(
          program,
          episode,
          child,
          mother,
          [{ agency: world.ola.agency, categories: ORDINARY }],
          { recordedBy: world.ola },
        );
        const body = { ...school, moment: 'START', value: 70, measuredOn: '2026-09-10' };
        const done = await asks.ola.post(`/api/episodes/${episode.id}/outcome-evidence`, body);
        expect(done.status).toBe(201);
        return episode;
      };
      const before = (await claims(asks.mo)).ready.denominator ?? 0;
      const brother = await aChild(program, {
        givenNames: 'Ned',
        familyName: 'Lowe',
        dateOfBirth: '2012-01-01',
      });
      await begin(brother, world.nia, '2026-09-08');
      expect((await claims(asks.mo)).ready.denominator).toBe(before);
      // Help goes on with a brother: the family is not on the list any more.
      expect((await lineOf(asks.mo))?.missing).toContain('CLOSED');
      const stranger = await aChild(program);
      const theirs = await begin(stranger, await anAdult(program), '2026-09-09');
      const all = (await claims(asks.mo)).items.map(({ ref }) => ref);
      expect(all).toHaveLength(before + 1);
      const first = await claims(asks.mo, '?limit=1');
      const rest = await claims(asks.mo, `?limit=100&after=${first.next}`);
      expect([...first.items, ...rest.items].map(({ ref }) => ref)).toEqual(all);
      expect((await claims(asks.mo, '?show=READY')).items).toEqual([]);
      expect((await asks.mo.get<Refused>('/api/claims?show=SOME')).body.fields).toHaveProperty('show');
      expect((await asks.mo.get<Refused>('/api/claims?after=x')).body.fields).toHaveProperty('after');
      // Whoever is kept out of a record finds no line and no number of it.
      await program.rows(
        `insert into app.conflict_block (person_id, user_id, reason, asked_by, created_by, confirmed_by, confirmed_at)
         values ($1, $2, 'A neighbour of the family', 'LEAD', $3, $3, sec.now())`,
        [stranger.id, mo.id, world.ola.id],
      );
      const blocked = await claims(asks.mo);
      expect([blocked.ready.denominator, JSON.stringify(blocked).includes(theirs.ref)]).toEqual([
        before,
        false,
      ]);
    });
  });
}
