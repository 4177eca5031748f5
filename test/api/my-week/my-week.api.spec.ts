import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aPlannedMeeting, avaWorld, type AvaWorld } from '../../factories/ava.js';
import { aWorker } from '../../factories/people.js';
import { Program, type Client } from '../../kit/program.js';

interface Week {
  view: string;
  counts: { all: number; overdue: number };
  items: {
    kind: string;
    group: string;
    dueOn: string;
    workingDaysLate: number;
    text: string | null;
    owner: string;
    child: { name: string | null } | null;
  }[];
  next: string | null;
  meetings: { invited: number; answered: number; waitingFor: string | null }[];
  quiet: { days: number; child: { name: string } }[];
  code: string;
}

let program: Program;
let world: AvaWorld;
let lena: Client;
const week = async (who: Client, query = ''): Promise<Week> =>
  (await who.get<Week>(`/api/my/week${query}`)).body;

beforeAll(async () => {
  program = await Program.start();
});
afterAll(() => program.stop());
beforeEach(async () => {
  await program.setNow('2026-02-02T09:00:00Z');
  world = await avaWorld(program);
  lena = await program.as(world.lena.email);
});

async function anAction(
  owner: { id: string },
  byWhen: string,
  text: string,
  category = 'PLAN',
): Promise<void> {
  await program.rows(
    `with p as (
       insert into app.plan (episode_id, subject_id, source_agency_id, author_id, status, agreed_on, version_no)
       values ($1, $2, $3, $4, 'AGREED', '2026-02-01', (select count(*) + 1 from app.plan where episode_id = $1)) returning id)
     insert into app.action (plan_id, episode_id, subject_id, source_agency_id, author_id, category, text, owner_user_id,
       owner_agency_id, by_when, status)
     select p.id, $1, $2, $3, $4, $8, $5, $6, (select agency_id from app.membership where user_id = $6), $7, 'AGREED' from p`,
    [world.episode.id, world.ava.id, world.northway.id, world.lena.id, text, owner.id, byWhen, category],
  );
}

describe('my week', () => {
  it('groups by urgency: late in working days, due today is not late', async () => {
    await anAction(world.hana, '2026-01-29', 'Late');
    await anAction(world.hana, '2026-02-02', 'Today');
    await anAction(world.hana, '2026-02-06', 'Friday');
    await anAction(world.hana, '2026-02-09', 'Next Monday');
    const hana = await program.as(world.hana.email);
    const { items, counts } = await week(hana);
    expect(items.map((each) => [each.text, each.group, each.workingDaysLate])).toEqual([
      ['Late', 'OVERDUE', 2],
      ['Today', 'TODAY', 0],
      ['Friday', 'THIS_WEEK', 0],
      ['Next Monday', 'LATER', 0],
    ]);
    expect(items[0]?.child?.name).toBe('Ava');
    expect(counts).toMatchObject({ all: 4, overdue: 1, actions: 4 });
  });

  it('leaves out the actions of a case, or of the child of a family, while social care leads it', async () => {
    await anAction(world.hana, '2026-02-02', 'Today');
    const hana = await program.as(world.hana.email);
    const texts = async () => (await week(hana)).items.map((each) => each.text);
    expect(await texts()).toEqual(['Today']);
    const [before] = await program.rows<{ state: string }>('select state from app.episode where id = $1', [
      world.episode.id,
    ]);
    const lead = (state: string | undefined) =>
      program.rows('update app.episode set state = $2 where id = $1', [world.episode.id, state]);
    await lead('PAUSED_STATUTORY');
    expect((await week(hana)).counts).toMatchObject({ all: 0, actions: 0 });
    await lead(before?.state);
    await program.rows(
      `update app.episode_subject set state = 'PAUSED_STATUTORY', state_since = sec.now() where episode_id = $1 and person_id = $2`,
      [world.episode.id, world.ava.id],
    );
    expect(await texts()).toEqual([]);
    await program.rows(
      `update app.episode_subject set state = null, state_since = null where episode_id = $1`,
      [world.episode.id],
    );
    expect(await texts()).toEqual(['Today']);
  });

  it('shows invitations to answer, who has answered, and the lead whom to wait for', async () => {
    await aPlannedMeeting(lena, world, {
      invitees: [{ userId: world.lena.id }, { userId: world.carl.id }],
      date: '2026-02-10',
    });
    const carl = await program.as(world.carl.email);
    expect((await week(carl)).items.map((each) => each.kind)).toEqual(['ANSWER']);
    const hers = await week(lena);
    expect(hers.meetings[0]).toMatchObject({ invited: 2, answered: 1, waitingFor: 'Carl Whitlock' });
    await program.setNow('2026-02-09T09:00:00Z');
    expect((await week(lena)).items.map((each) => each.kind)).toEqual(['REMIND', 'MEETING']);
    await program.setNow('2026-02-11T09:00:00Z');
    expect((await week(lena)).items.map((each) => [each.kind, each.group])).toEqual([
      ['RECORD_MEETING', 'OVERDUE'],
    ]);
  });

  it('is empty for an outsider and for a service the family refused', async () => {
    await aPlannedMeeting(lena, world);
    await anAction(world.lena, '2026-02-03', 'Something');
    for (const who of [world.viv, await aWorker(program, world.health)]) {
      const empty = await week(await program.as(who.email));
      expect(empty).toEqual({
        today: '2026-02-02',
        view: 'MINE',
        counts: { all: 0, overdue: 0, actions: 0, meetings: 0, agreements: 0, offers: 0 },
        items: [],
        next: null,
        meetings: [],
        quiet: [],
        news: [],
      });
    }
  });

  it('warns of agreements about to lapse and of cases gone quiet', async () => {
    await program.setNow('2026-12-28T09:00:00Z');
    const { items, quiet } = await week(lena);
    expect(items.map((each) => [each.kind, each.dueOn, each.text])).toEqual([
      ['UNSEEN', '2026-02-16', null],
      ['AGREEMENT', '2027-01-11', 'Mia'],
    ]);
    expect(quiet.map((each) => [each.child.name, each.days > 30])).toEqual([['Ava', true]]);
  });

  it('pages by keyset without losing or repeating anything', async () => {
    for (const day of ['03', '04', '05', '06', '07'])
      await anAction(world.hana, `2026-02-${day}`, `Day ${day}`);
    const hana = await program.as(world.hana.email);
    const seen: (string | null)[] = [];
    let next: string | null = null;
    do {
      const page: Week = await week(hana, `?limit=2${next ? `&after=${next}` : ''}`);
      seen.push(...page.items.map((each) => each.text));
      next = page.next;
    } while (next !== null);
    expect(seen).toEqual(['Day 03', 'Day 04', 'Day 05', 'Day 06', 'Day 07']);
    expect((await hana.get<Week>('/api/my/week?after=nonsense')).status).toBe(400);
    expect((await week(hana, '?show=MEETINGS')).items).toEqual([]);
  });

  it('warns whoever leads six months before the last of the children is 18, and proposes to close on the day', async () => {
    const ofAge = async (who: Client): Promise<unknown[]> =>
      (await week(who)).items
        .filter(({ kind }) => kind === 'TURNS_18')
        .map(({ dueOn, group, child }) => [dueOn, group, child?.name]);
    const born = (day: string) =>
      program.rows('update app.person set date_of_birth = $2 where id = $1', [world.ava.id, day]);
    await born('2008-08-03');
    expect(await ofAge(lena)).toEqual([]);
    await born('2008-08-02');
    expect(await ofAge(lena)).toEqual([['2026-08-02', 'LATER', 'Ava']]);
    expect(await ofAge(await program.as(world.hana.email))).toEqual([]);
    // Born on 29 February: of age on 1 March.
    await born('2008-02-29');
    await program.setNow('2026-02-28T23:00:00Z');
    expect(await ofAge(lena)).toEqual([['2026-03-01', 'THIS_WEEK', 'Ava']]);
    await program.setNow('2026-03-01T09:00:00Z');
    expect(await ofAge(lena)).toEqual([['2026-03-01', 'TODAY', 'Ava']]);
  });

  it('shows a manager the team’s work, without what the manager may not see', async () => {
    await anAction(world.hana, '2026-02-04', 'Ordinary');
    await anAction(world.hana, '2026-02-05', 'ZQ7 hidden', 'SENS_SM');
    const ruth = await program.as(
      (await aWorker(program, world.health, { role: 'AMGR', fullName: 'Ruth' })).email,
    );
    const team = await week(ruth);
    expect(team.view).toBe('TEAM');
    expect(team.items.map((each) => [each.text, each.owner])).toEqual([['Ordinary', 'Hana Siddiqui']]);
    const other = await program.as((await aWorker(program, world.havenside, { role: 'AMGR' })).email);
    expect((await week(other)).items).toEqual([]);
  });
});
