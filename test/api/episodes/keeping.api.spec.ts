import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Program, type Answer, type Client } from '../../kit/program.js';
import { aChild, anAdult, relativeOf, type Person } from '../../factories/children.js';
import { anAgreement, ORDINARY } from '../../factories/consents.js';
import { anEpisode, aShield, type Episode } from '../../factories/episodes.js';
import { aFrontDoor, type FrontDoor } from '../../factories/front-door.js';
import { anAgency, aWorker, type Worker } from '../../factories/people.js';

const TODAY = '2026-03-16';

interface Moved {
  code: string;
  moved: boolean;
  waitingFor: string[];
  episode: { state: string; version: number };
  fields: Record<string, string[]>;
  data: { obstacles: { code: string }[] };
}
interface Kept {
  items: { ref: string; state: string; held: boolean; keepUntil: string | null; mergedInto: string | null }[];
  next: string | null;
}

let program: Program;
let lena: Worker;
let workers: Record<'cafc' | 'gus' | 'ida', Worker>;
let asks: Record<'lena' | 'cafc' | 'gus' | 'ida', Client>;

beforeAll(async () => {
  program = await Program.start();
  await program.setNow(`${TODAY}T09:00:00Z`);
  lena = await aWorker(program, await anAgency(program));
  const council = await anAgency(program);
  workers = {
    cafc: await aWorker(program, council, { role: 'CAFC' }),
    gus: await aWorker(program, council, { role: 'IGO' }),
    ida: await aWorker(program, council, { role: 'IGO' }),
  };
  asks = {
    lena: await program.as(lena.email),
    cafc: await program.as(workers.cafc.email),
    gus: await program.as(workers.gus.email),
    ida: await program.as(workers.ida.email),
  };
});
afterAll(() => program.stop());

const move = (
  who: keyof typeof asks,
  { id }: { id: string },
  transition: string,
  version: number,
  over: Record<string, unknown> = {},
): Promise<Answer<Moved>> =>
  asks[who].post<Moved>(`/api/episodes/${id}/moves`, { transition, version, ...over });
/** Of whose record and child the enquiry, the question to a service and the notice are. */
const standsAt = async (door: FrontDoor): Promise<string[]> => {
  const [row] = await program.rows<{ all: string[] }>(
    `select array[q.episode_id, q.subject_id, s.episode_id, n.person_id] as all
     from app.enquiry q, app.service_request s, app.police_notice_reader n
     where q.id = $1 and s.id = $2 and n.notice_id = $3`,
    [door.enquiry, door.service, door.notice],
  );
  return row?.all ?? [];
};
const rowOf = async ({ id }: Episode) =>
  (
    await program.rows<{
      state: string;
      version: number;
      held: boolean;
      closedOn: string | null;
      closedAt: Date | null;
    }>(
      `select state, version, legal_hold as held, closed_on::text as "closedOn", closed_at as "closedAt" from app.episode where id = $1`,
      [id],
    )
  )[0];
const held = (on: boolean) => ({ hold: { held: on, why: 'The inquiry asked for it' } });

describe('a legal hold (T37)', () => {
  it('is set and lifted by an officer of information, says why to nobody else, and keeps both in the history', async () => {
    const child = await aChild(program);
    const mother = await anAdult(program);
    await relativeOf(program, child, mother);
    const episode = await anEpisode(program, { children: [child], author: lena, lead: lena });
    await anAgreement(program, episode, child, mother, [{ agency: lena.agency, categories: ORDINARY }]);
    expect((await move('gus', episode, 'T37', 1, held(true))).body).toMatchObject({
      moved: true,
      episode: { state: 'PLAN_ACTIVE', version: 2 },
    });
    expect(await rowOf(episode)).toMatchObject({ state: 'PLAN_ACTIVE', held: true });
    const team = await asks.lena.get<{ records: unknown[] }>(`/api/episodes/${episode.id}/next-moves`);
    expect([team.status, team.body.records, team.text.includes('inquiry')]).toEqual([200, [], false]);
    const past = await asks.lena.get<{ items: { transition: string; reason: string | null }[] }>(
      `/api/episodes/${episode.id}/moves`,
    );
    expect(past.body.items).toEqual([expect.objectContaining({ transition: 'T37', reason: null })]);
    expect((await move('gus', episode, 'T37', 2, held(false))).body.moved).toBe(true);
    expect(await rowOf(episode)).toMatchObject({ held: false });
  });

  it('names the field of what is missing, and refuses what has moved on', async () => {
    const episode = await anEpisode(program, { children: [await aChild(program)], author: lena });
    const bare = await move('gus', episode, 'T37', 1, { hold: { why: 'x' } });
    expect([bare.status, bare.body.fields]).toEqual([
      400,
      { 'hold.held': ['Say whether the hold is set or lifted'] },
    ]);
    expect((await move('gus', episode, 'T37', 4, held(true))).status).toBe(409);
    expect(await rowOf(episode)).toMatchObject({ held: false, version: 1 });
  });
});

describe('two records of one child (T36)', () => {
  const pair = async (numbers: string[] = []) => {
    const [first, second] = [
      await aChild(program, numbers[0] ? { nhsNumber: numbers[0] } : {}),
      await aChild(program, numbers[1] ? { nhsNumber: numbers[1] } : {}),
    ];
    const stays = await anEpisode(program, { children: [first], author: lena });
    const twin = await anEpisode(program, { children: [second], author: lena });
    return {
      first,
      second,
      stays,
      twin,
      merge: { merge: { into: stays.ref, why: 'One child, added twice' } },
    };
  };

  it('become one with two signatures, and two again', async () => {
    const { first, second, stays, twin, merge } = await pair();
    await aShield(program, second, [lena, workers.cafc]);
    await program.rows(`update app.episode set legal_hold = true where id = $1`, [twin.id]);
    const signed = await move('cafc', twin, 'T36', 1, merge);
    expect(signed.body).toMatchObject({
      moved: false,
      waitingFor: ['IGO'],
      episode: { state: 'PLAN_ACTIVE' },
    });
    const again = await move('cafc', twin, 'T36', 1, merge);
    expect(again.body.moved).toBe(false);
    // A shield hides the child from an officer without a task; the merge of it is not theirs to sign.
    expect((await move('gus', twin, 'T36', 1)).status).toBe(404);
    await program.rows(
      `insert into app.shield_member (shield_id, user_id, from_at) select id, $2, '2025-01-01' from app.shield where person_id = $1`,
      [second.id, workers.gus.id],
    );
    expect((await move('gus', twin, 'T36', 1)).body).toMatchObject({
      moved: true,
      episode: { state: 'MERGED' },
    });
    expect((await asks.lena.get(`/api/episodes/${twin.id}/next-moves`)).status).toBe(404);
    const [person] = await program.rows<{ into: string; shields: number; held: boolean }>(
      `select p.merged_into_id as into, (select legal_hold from app.episode where id = $3) as held,
         (select count(*)::int from app.shield_member m join app.shield s on s.id = m.shield_id where s.person_id = $2) as shields
       from app.person p where p.id = $1`,
      [second.id, first.id, stays.id],
    );
    // Whoever was on the list of one shield is on the list of the other; a hold on either holds both.
    expect(person).toEqual({ into: first.id, shields: 3, held: true });
    const undone = await move('cafc', twin, 'T36_UNDO', 2, { reason: 'They are cousins' });
    expect(undone.body).toMatchObject({ moved: false, waitingFor: ['IGO'] });
    expect((await move('gus', twin, 'T36_UNDO', 2)).body).toMatchObject({
      moved: true,
      episode: { state: 'PLAN_ACTIVE' },
    });
    expect((await asks.lena.get(`/api/episodes/${twin.id}/next-moves`)).status).toBe(200);
    expect(
      await program.rows(`select 1 from app.person where id = $1 and merged_into_id is not null`, [
        second.id,
      ]),
    ).toEqual([]);
  });

  it('take along what came before the case, and give back what they brought; a hold set later holds both', async () => {
    const { first, second, stays, twin, merge } = await pair();
    const before = await aFrontDoor(program, { episode: twin, child: second, worker: lena });
    const own = await aFrontDoor(program, { episode: stays, child: first, worker: lena });
    await move('cafc', twin, 'T36', 1, merge);
    expect((await move('gus', twin, 'T36', 1)).body.moved).toBe(true);
    // The same question waits at the same service for the record that goes on: the twin's stays where it is.
    expect(await standsAt(before)).toEqual([stays.id, first.id, twin.id, first.id]);
    await program.rows(`update app.service_request set status = 'TAKEN_BACK' where id = $1`, [own.service]);
    await move('gus', stays, 'T37', 1, held(true));
    expect([(await rowOf(stays))?.held, (await rowOf(twin))?.held]).toEqual([true, true]);
    await move('gus', stays, 'T37', 2, held(false));
    expect([(await rowOf(stays))?.held, (await rowOf(twin))?.held]).toEqual([false, false]);
    await move('cafc', twin, 'T36_UNDO', 2, { reason: 'They are cousins' });
    expect((await move('gus', twin, 'T36_UNDO', 2)).body.moved).toBe(true);
    expect(await standsAt(before)).toEqual([twin.id, second.id, twin.id, second.id]);
    expect(await standsAt(own)).toEqual([stays.id, first.id, stays.id, first.id]);
  });

  it('stay two where the NHS numbers differ, or they are about different families', async () => {
    const { twin, merge } = await pair(['9990000018', '9990000026']);
    const answer = await move('cafc', twin, 'T36', 1, merge);
    expect([answer.status, answer.body.data.obstacles.map((each) => each.code)]).toEqual([
      422,
      ['NHS_NUMBERS_DIFFER', 'APPROVAL_MISSING', 'APPROVAL_IGO'],
    ]);
    const other = await anEpisode(program, {
      children: [await aChild(program), await aChild(program)],
      author: lena,
    });
    const wrong = await move('cafc', twin, 'T36', 1, { merge: { into: other.ref, why: 'Same name' } });
    expect(wrong.body.data.obstacles.map((each) => each.code)).toContain('CHILDREN_DIFFER');
  });

  it('keep when and why the duplicate was closed, and cannot be undone after 90 days', async () => {
    const child = await aChild(program);
    const stays = await anEpisode(program, { children: [child], author: lena });
    const twin = await anEpisode(program, {
      children: [child],
      author: lena,
      state: 'CLOSED',
      closedOn: '2026-03-02',
      closureReason: 'NEEDS_MET',
    });
    await move('cafc', twin, 'T36', 1, { merge: { into: stays.ref, why: 'Closed twice' } });
    expect((await move('gus', twin, 'T36', 1)).body.episode.state).toBe('MERGED');
    expect(await rowOf(twin)).toMatchObject({ state: 'MERGED', closedOn: '2026-03-02' });
    await program.setNow('2026-06-15T09:00:00Z');
    const late = await move('cafc', twin, 'T36_UNDO', 2, { reason: 'A mistake' });
    expect(late.body.data.obstacles.map((each) => each.code)).toContain('TOO_LATE');
    await program.setNow('2026-06-12T09:00:00Z');
    await move('cafc', twin, 'T36_UNDO', 2, { reason: 'A mistake' });
    await move('gus', twin, 'T36_UNDO', 2);
    expect(await rowOf(twin)).toMatchObject({ state: 'CLOSED', closedOn: '2026-03-02' });
    await program.setNow(`${TODAY}T09:00:00Z`);
  });
});

describe('the archive and the end of a record (T38, T39)', () => {
  const closed = async (closedOn: string, dob: string): Promise<{ episode: Episode; child: Person }> => {
    const child = await aChild(program);
    await program.rows(`update app.person set date_of_birth = $2 where id = $1`, [child.id, dob]);
    const episode = await anEpisode(program, {
      children: [child],
      author: lena,
      state: 'CLOSED',
      closedOn,
      closureReason: 'NEEDS_MET',
    });
    return { episode, child };
  };
  const archive = async () =>
    (await program.rows<{ done: number }>('select sec.archive_due() as done'))[0]?.done ?? 0;

  it('twelve months after closing it goes to the archive by itself, not a day before, and never under a hold', async () => {
    const due = (await closed('2025-03-16', '2016-06-10')).episode;
    const early = (await closed('2025-03-17', '2016-06-10')).episode;
    const kept = (await closed('2024-01-08', '2016-06-10')).episode;
    await move('gus', kept, 'T37', 1, held(true));
    expect(await archive()).toBeGreaterThanOrEqual(1);
    expect(await rowOf(due)).toMatchObject({ state: 'ARCHIVED', closedOn: '2025-03-16' });
    expect([(await rowOf(early))?.state, (await rowOf(kept))?.state]).toEqual(['CLOSED', 'CLOSED']);
    const [last] = await program.rows<{ transition: string; by: string | null; basis: string[] }>(
      `select m.transition, m.author_id as by, (select basis from audit.entry e where e.episode_id = m.episode_id order by id desc limit 1) as basis
       from app.episode_move m where m.episode_id = $1`,
      [due.id],
    );
    expect(last).toEqual({ transition: 'T38', by: null, basis: ['T38:CLOSED:ARCHIVED'] });
    expect((await asks.lena.get(`/api/episodes/${due.id}/next-moves`)).status).toBe(404);
  });

  it('is destroyed by two officers when its time is over: nothing of it is left but a certificate without a name', async () => {
    const { episode, child } = await closed('2016-03-16', '1998-01-05');
    const mother = await anAdult(program);
    await relativeOf(program, child, mother);
    await anAgreement(program, episode, child, mother, [{ agency: lena.agency, categories: ORDINARY }]);
    await program.rows(
      `insert into app.note (episode_id, subject_id, source_agency_id, author_id, kind, event_on, text, category)
       values ($1, $2, $3, $4, 'OBSERVATION', '2015-03-16', 'Never to be read again', 'NOTES')`,
      [episode.id, child.id, lena.agency.id, lena.id],
    );
    const [assessment] = await program.rows<{ id: string }>(
      `insert into app.assessment (episode_id, subject_id, source_agency_id, author_id, form_code, form_version, version_no, status, started_on, completed_on)
       values ($1, $2, $3, $4, 'CAF', 1, 1, 'DRAFT', '2015-03-16', null) returning id`,
      [episode.id, child.id, lena.agency.id, lena.id],
    );
    await program.rows(
      `update app.assessment set status = 'COMPLETED', completed_on = '2015-04-16', content_hash = repeat('a', 64) where id = $1`,
      [assessment?.id],
    );
    const door = await aFrontDoor(program, { episode, child, worker: lena });
    await program.rows(`update app.episode set state = 'ARCHIVED', legal_hold = true where id = $1`, [
      episode.id,
    ]);
    const disposal = { disposal: { ground: 'Twenty-five years are over; nothing else is open' } };
    const kept = await move('gus', episode, 'T39', 1, disposal);
    expect(kept.body.code).toBe('LEGAL_HOLD');
    await move('ida', episode, 'T37', 1, held(false));
    const first = await move('gus', episode, 'T39', 2, disposal);
    expect(first.body).toMatchObject({ moved: false, waitingFor: ['IGO'] });
    expect((await move('gus', episode, 'T39', 2, disposal)).body.moved).toBe(false);
    const second = await move('ida', episode, 'T39', 2);
    expect([second.status, second.body]).toMatchObject([
      201,
      { moved: true, episode: { state: 'DISPOSED' } },
    ]);
    const tables = await program.rows<{ name: string }>(
      `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'episode_id' and not a.attisdropped
       where c.relnamespace = 'app'::regnamespace and c.relkind = 'r'`,
    );
    const left: string[] = [];
    for (const { name } of tables)
      if ((await program.rows(`select 1 from app.${name} where episode_id = $1`, [episode.id])).length > 0)
        left.push(name);
    expect(left.sort()).toEqual(['disposal', 'episode_move']);
    expect(
      await program.rows(`select 1 from app.person where id = any ($1)`, [[child.id, mother.id]]),
    ).toEqual([]);
    expect(await standsAt(door)).toEqual([]);
    for (const table of ['enquiry', 'enquiry_triage', 'enquiry_offer'])
      expect(
        await program.rows(
          `select 1 from app.${table} where ${table === 'enquiry' ? 'id' : 'enquiry_id'} = $1`,
          [door.enquiry],
        ),
      ).toEqual([]);
    expect(await program.rows(`select 1 from app.police_notice where id = $1`, [door.notice])).toEqual([]);
    const [paper] = await program.rows<{ counts: object }>(
      `select counts from app.disposal where episode_id = $1`,
      [episode.id],
    );
    expect(paper?.counts).toMatchObject({ enquiry: 1, police_notice: 1, service_request: 1 });
    const sheet = await asks.gus.get<{ items: { ref: string; approvedBy: string[]; rows: number }[] }>(
      '/api/record-keeping/certificates',
    );
    expect(sheet.body.items[0]).toMatchObject({
      ref: episode.ref,
      openedOn: '2026-01-05',
      approvedBy: [expect.stringMatching(/^Worker/), expect.stringMatching(/^Worker/)],
      rows: expect.any(Number),
    });
    expect(sheet.text.includes('Never to be read')).toBe(false);
    for (const who of ['cafc', 'gus', 'lena'] as const)
      expect((await move(who, episode, 'T37', 3, held(true))).status).toBe(404);
    const [trail] = await program.rows<{ count: number }>(
      `select count(*)::int as count from audit.entry where episode_id = $1`,
      [episode.id],
    );
    expect(trail?.count).toBeGreaterThanOrEqual(3);
  });

  it('waits while other work with the child is open, and for 75 years where the child was looked after', async () => {
    const disposal = { disposal: { ground: 'Twenty-five years are over' } };
    const { episode, child } = await closed('2016-03-16', '1998-01-05');
    await program.rows(`update app.episode set state = 'ARCHIVED' where id = $1`, [episode.id]);
    const open = await anEpisode(program, { children: [child], author: lena });
    const codes = async () =>
      (await move('gus', episode, 'T39', 1, disposal)).body.data?.obstacles.map((each) => each.code) ?? [];
    expect(await codes()).toContain('RETENTION_RUNS');
    await program.rows(
      `update app.episode set state = 'CLOSED', closed_on = '2017-01-01', closure_reason = 'STEP_UP_LAC' where id = $1`,
      [open.id],
    );
    expect(await codes()).toContain('RETENTION_RUNS');
    await program.rows(`update app.episode set closure_reason = 'NEEDS_MET' where id = $1`, [open.id]);
    expect(await codes()).not.toContain('RETENTION_RUNS');
  });
});

describe('what no record ever came of', () => {
  const unrecorded = async () =>
    (await program.rows<{ done: number }>('select sec.destroy_unrecorded(36) as done'))[0]?.done ?? 0;
  const asked = async (family: string, on: string): Promise<string> => {
    const [row] = await program.rows<{ id: string }>(
      `insert into app.enquiry (agency_id, author_id, created_by, kind, source, given_names, family_name, date_of_birth, issues,
         what_for, agreed, status, withdrawn_reason, decide_by, created_at, updated_at)
       values ($1, $2, $2, 'SUPPORT', 'OWN_AGENCY', 'Kit', $3, '2015-02-03', '{OTHER}', 'Misses school', 'YES', 'WITHDRAWN',
         'No need any more', $4::date, $4::date, $4::date) returning id`,
      [lena.agency.id, lena.id, family, on],
    );
    return row?.id ?? '';
  };
  const notice = async (family: string, on: string): Promise<string> => {
    const [row] = await program.rows<{ id: string }>(
      `insert into app.police_notice (author_id, source_agency_id, given_names, family_name, date_of_birth, incident_on, facts,
         before_on, created_at)
       values ($1, $2, 'Kit', $3, '2015-02-03', $4::date, 'Was awake upstairs', $4::date, $4::date) returning id`,
      [lena.id, lena.agency.id, family, on],
    );
    return row?.id ?? '';
  };
  const left = async (ids: readonly string[]): Promise<boolean[]> => {
    const rows = await program.rows<{ id: string }>(
      `select id from app.enquiry where id = any ($1) union select id from app.police_notice where id = any ($1)`,
      [ids],
    );
    return ids.map((id) => rows.some((row) => row.id === id));
  };

  it('goes after its time and not a day before, and never while a record of a child of that name is held', async () => {
    const child = await aChild(program, { familyName: 'Heldwin' });
    await program.rows(`update app.person set date_of_birth = '2015-02-03' where id = $1`, [child.id]);
    const kept = await anEpisode(program, { children: [child], author: lena });
    await move('gus', kept, 'T37', 1, held(true));
    const ids = [
      await asked('Freeman', '2023-03-15'),
      await notice('Freeman', '2023-03-15'),
      await asked('Freeman', '2023-03-17'),
      await notice('Freeman', '2023-03-17'),
      await asked('Heldwin', '2020-01-06'),
      await notice('HELDWIN', '2020-01-06'),
    ];
    expect(await unrecorded()).toBe(2);
    expect(await left(ids)).toEqual([false, false, true, true, true, true]);
    const [trail] = await program.rows<{ n: number }>(
      `select count(*)::int as n from audit.entry where action = 'front-door.destroyed' and basis[1] = any ($1)`,
      [[`enquiry:${ids[0]}`, `police-notice:${ids[1]}`]],
    );
    expect(trail?.n).toBe(2);
    await move('gus', kept, 'T37', 2, held(false));
    expect(await unrecorded()).toBe(2);
    expect(await left(ids)).toEqual([false, false, true, true, false, false]);
  });
});

describe('the list of those who keep records', () => {
  it('shows references and dates by page, and to nobody else at all', async () => {
    const episode = await anEpisode(program, { children: [await aChild(program)], author: lena });
    await move('gus', episode, 'T37', 1, held(true));
    const found = await asks.gus.get<Kept>(`/api/record-keeping?view=REF&ref=${episode.ref.toLowerCase()}`);
    expect(found.body).toEqual({
      items: [
        {
          id: episode.id,
          ref: episode.ref,
          state: 'PLAN_ACTIVE',
          openedOn: '2026-01-05',
          closedOn: null,
          held: true,
          keepUntil: null,
          mergedInto: null,
        },
      ],
      next: null,
    });
    const seen: string[] = [];
    let after = '';
    do {
      const page = await asks.gus.get<Kept>(`/api/record-keeping?view=HELD&limit=1${after}`);
      seen.push(...page.body.items.map((each) => each.ref));
      after = page.body.next ? `&after=${page.body.next}` : '';
    } while (after);
    expect(seen).toContain(episode.ref);
    expect(seen).toEqual([...seen].sort());
    const bad = await asks.gus.get<Moved>('/api/record-keeping?view=REF');
    expect([bad.status, bad.body.fields]).toEqual([400, { ref: ['Enter the reference of the record'] }]);
    expect((await asks.lena.get('/api/record-keeping?view=HELD')).status).toBe(404);
    const nobody = await asks.gus.get(`/api/episodes/${randomUUID()}/next-moves`);
    expect(nobody.status).toBe(404);
    // A block shuts a record to an officer, too, and the list says nothing of it.
    await program.rows(
      `insert into app.conflict_block (user_id, person_id, reason) select $1, person_id, 'A relative' from app.episode_subject where episode_id = $2`,
      [workers.gus.id, episode.id],
    );
    const shut = await asks.gus.get<Kept>(`/api/record-keeping?view=REF&ref=${episode.ref}`);
    expect(shut.body.items).toEqual([]);
    expect((await asks.gus.get(`/api/episodes/${episode.id}/next-moves`)).text).toBe(nobody.text);
  });
});
