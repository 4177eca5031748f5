import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import type { AssessmentView } from '@encircle/shared/assessments';
import { addDays, formatDate, mondayOf } from '@encircle/shared/dates';
import { agencyId, fixture, userId, type Fixture } from '@encircle/shared/fixture';
import type { PlanView } from '@encircle/shared/plans';
import type { ChildAdded } from '@encircle/shared/people';
import { barriers } from './kit/accessibility.js';
import { Stage } from './kit/browser.js';
import { call } from './kit/calls.js';
import { Clock } from './kit/clock.js';
import {
  aCaseBegun,
  addChild,
  agree,
  answerRest,
  helpEnds,
  motherKnown,
  motherNamed,
  stateOf,
  toBeAsked,
} from './kit/family-calls.js';
import { Story } from './kit/story.js';
import { Windows } from './kit/windows.js';
import { BirthPage } from './pages/birth.page.js';
import { ClosePage } from './pages/close.page.js';
import { EvidencePage } from './pages/evidence.page.js';
import { FindPage } from './pages/find.page.js';
import { PanelPage } from './pages/panel.page.js';
import { AgreePlanPage } from './pages/agree-plan.page.js';
import { KinPage } from './pages/kin.page.js';
import { MovesPage } from './pages/moves.page.js';
import { PlanMeetingPage } from './pages/plan-meeting.page.js';
import { ReviewPage } from './pages/review.page.js';
import { RoomPage } from './pages/room.page.js';
import { StartPage } from './pages/start.page.js';

/**
 * Families: a baby on the way who becomes a child, and a mother with three children in one record. After each step the people
 * concerned look, and see what is theirs to see. The GP plays the midwife: the demo has none.
 */
const MINUTE = 60_000;
/** What a panel may be let to read. */
const PACK = ['IDENT', 'INVOLVE', 'CHILD', 'PARENTING', 'FAMILY', 'HEALTH', 'PLAN'];

let stage: Stage;
let clock: Clock;
let windows: Windows;
let monday: string;
let people: Fixture;
const day = (n: number): string => addDays(monday, n);
const nameOf = (key: string): string => people.users.find((user) => user.key === key)?.name ?? '';
const storyOf = (): Story => new Story(() => Promise.resolve('no pictures'));

beforeAll(async () => {
  clock = await Clock.take();
  monday = mondayOf(await clock.today());
  stage = await Stage.open();
  people = fixture(monday);
  windows = new Windows(stage, people);
}, MINUTE);
afterAll(async () => {
  await stage?.close();
  await clock?.release();
});

async function joins(caseId: string, by: string, who: string, agency: string): Promise<void> {
  const body = { userId: userId(who), agencyId: agencyId(agency) };
  await call(await windows.as(by), 'POST', `/episodes/${caseId}/team`, body);
}

async function leadsNow(
  caseId: string,
  by: string,
  who: string,
  agency: string,
  leadType?: string,
): Promise<void> {
  const body = { userId: userId(who), agencyId: agencyId(agency), ...(leadType ? { leadType } : {}) };
  const path = `/episodes/${caseId}/nominations`;
  const offer = await call<{ id: string; version: number }>(await windows.as(by), 'POST', path, body);
  const answer = { answer: 'ACCEPT', version: offer.version };
  await call(await windows.as(who), 'POST', `/nominations/${offer.id}/answer`, answer);
}

interface Gathering {
  /** The days of the meeting and of the next one. */
  on: string;
  next: string;
  time: string;
  family: readonly string[];
  workers: readonly string[];
}

/** The team meets, by the screens of who leads: asked, met, and whatever is done in between. @returns the page of the meeting */
async function meets(
  by: string,
  caseId: string,
  { on, next, time, family, workers }: Gathering,
  inTheRoom: (room: RoomPage) => Promise<void>,
  meeting?: string,
): Promise<void> {
  const page = await windows.as(by);
  const id =
    meeting ??
    (await (
      await new PlanMeetingPage(page).open(caseId)
    ).plan({ date: on, time, place: 'The hall', family }));
  await clock.moveTo(`${on} ${time}`);
  await page.goto(`/meetings/${id}/room`);
  const room = await new RoomPage(page).ready();
  for (const name of [...family, ...workers]) await room.mark(name, 'Came');
  await inTheRoom(room);
  await room.bookNext(next);
  await room.finish();
  await page.waitForURL(new RegExp(`/meetings/${id}$`));
}

describe('an unborn baby, born', () => {
  const story = storyOf();
  const READY = 'Home is ready for the baby';
  let baby: ChildAdded;
  let caseId = '';
  let first = '';
  const tia = (): string => baby.relativeIds[0] ?? '';
  const ade = (): string => baby.relativeIds[1] ?? '';
  const mother = () => ({ subjectId: baby.id, giverPersonId: tia(), capacity: 'MOTHER_OF_UNBORN' });

  story.step('a worry at 22 weeks: a due date, no date of birth, and the weeks on the page', async () => {
    await clock.moveTo(`${day(0)} 10:00`);
    const page = await windows.as('wes');
    await (await new FindPage(page).open()).searchAt('Tennant', 'QX1 2AB');
    const child = {
      isUnborn: true,
      dueDate: day(126),
      sex: 'UNKNOWN',
      relatives: [
        motherNamed('Tia', 'Tennant'),
        { givenNames: 'Ade', familyName: 'Bello', kind: 'FATHER', hasPr: 'NO', livesWith: 'NO' },
      ],
    };
    await expect(addChild(page, { ...child, dateOfBirth: day(0) })).rejects.toThrow(/dateOfBirth/);
    baby = await addChild(page, child);
    caseId = await aCaseBegun(page, baby.id, day(0));
    const shown = await windows.read('wes', `/cases/${caseId}`, /not yet born/);
    expect(shown).toContain(`not yet born, 22 weeks, due ${formatDate(day(126))}`);
  });

  story.step('Tia agrees for herself and the baby; Ade cannot yet', async () => {
    const page = await windows.as('wes');
    const services = ['harbour-surgery', 'community-health', 'havenside'];
    await expect(agree(page, caseId, { ...mother(), giverPersonId: ade() }, [{ services }])).rejects.toThrow(
      /no parental responsibility|mother decides/,
    );
    await agree(page, caseId, mother(), [{ services }]);
    await agree(page, caseId, { subjectId: baby.id, giverPersonId: tia(), capacity: 'SELF' }, [
      { people: ['wes'], categories: ['SENS_SM'], about: tia() },
    ]);
    await call(page, 'POST', `/episodes/${caseId}/notes`, {
      category: 'SENS_SM',
      aboutPersonId: tia(),
      kind: 'TALK_WITH_PARENT',
      eventOn: day(0),
      text: 'Her recovery worker sees her each week.',
    });
  });

  story.step(
    'the assessment begins with what cannot be looked at yet left out, and is finished',
    async () => {
      const page = await windows.as('wes');
      first = (await call<AssessmentView>(page, 'POST', `/episodes/${caseId}/assessments`, {})).id;
      expect(await windows.read('wes', `/assessments/${first}/D05`, 'Not relevant')).toContain(
        'Not relevant',
      );
      await answerRest(page, first, day(0), { id: baby.id, unborn: true });
      const { version } = await call<AssessmentView>(page, 'GET', `/assessments/${first}`);
      await call(page, 'POST', `/assessments/${first}/complete`, { version });
      expect((await stateOf(page, caseId)).state).toBe('ASSESSED');
    },
  );

  story.step('the housing officer joins, and finds nothing of the recovery worker anywhere', async () => {
    await joins(caseId, 'wes', 'viv', 'havenside');
    for (const tab of ['', '/notes', '/sharing'])
      expect(await windows.read('viv', `/cases/${caseId}${tab}`)).not.toMatch(/recovery|substance/i);
    await windows.read('wes', `/cases/${caseId}/notes`, 'recovery worker');
  });

  story.step(
    'the first meeting: a cot, classes and the tap, each with an owner in another service',
    async () => {
      await joins(caseId, 'wes', 'hope', 'community-health');
      await leadsNow(caseId, 'wes', 'wes', 'harbour-surgery');
      const owners = ['hope', 'wes', 'viv'].map(nameOf);
      const on = day(14);
      await meets(
        'wes',
        caseId,
        { on, next: day(49), time: '14:00', family: ['Tia Tennant'], workers: owners },
        async (room) => {
          await room.beginPlan();
          await room.addHope({
            need: 'A flat with no cot',
            statement: READY,
            better: 'higher',
            from: 2,
            to: 8,
          });
          for (const [n, text] of ['Cot from the baby bank', 'Antenatal classes', 'Mend the tap'].entries())
            await room.addAction({ text, who: owners[n] ?? '', byWhen: day(40), hope: READY });
          await room.checks(/^How did (?!the parents).+ take part/);
        },
      );
      const agreeing = await new AgreePlanPage(await windows.as('wes')).open(caseId);
      await agreeing.says('Tia Tennant', 'Agreed');
      await agreeing.agree();
      expect((await stateOf(await windows.as('wes'), caseId)).state).toBe('PLAN_ACTIVE');
      expect(await windows.read('viv', `/cases/${caseId}/plan`, 'Mend the tap')).not.toMatch(/recovery/i);
    },
  );

  story.step('the review: a deputy sat in for the health visitor, so her service was there', async () => {
    const [next] = await clock.rows<{ id: string }>(
      `select id from app.meeting where episode_id = $1 and type = 'REVIEW_TAC' and status = 'PLANNED'`,
      [caseId],
    );
    await meets(
      'wes',
      caseId,
      {
        on: day(49),
        next: day(120),
        time: '15:45',
        family: ['Tia Tennant'],
        workers: ['wes', 'viv'].map(nameOf),
      },
      async (room) => {
        await room.sentDeputy(nameOf('hope'), 'Pat Lowe');
        await room.checks(/^How did (?!the parents).+ take part/);
      },
      next?.id,
    );
    const review = await new ReviewPage(await windows.as('wes')).open(caseId);
    await review.record({ scores: { [READY]: 6 }, child: 'Not born yet.', parent: 'The cot is up.' });
    const came = await clock.rows(
      `select attendance from app.invitation where meeting_id = $1 and user_id = $2`,
      [next?.id, userId('hope')],
    );
    expect(came).toEqual([{ attendance: 'DEP' }]);
    expect(await windows.read('viv', `/cases/${caseId}/plan`, 'Reviews')).toContain('Review 1');
  });

  story.step('two days before the due date the birth is recorded: the same child, with a name', async () => {
    await clock.moveTo(`${day(125)} 10:00`);
    const birth = await new BirthPage(await windows.as('wes')).open(caseId);
    expect(await barriers(birth.page)).toEqual([]);
    await birth.record({
      bornOn: formatDate(day(124)),
      names: ['Noor', 'Tennant'],
      sex: 'Female',
      nhs: '999 000 0344',
    });
    await birth.page.getByText('Noor Tennant is on record.').waitFor();
    const view = await windows.read('viv', `/cases/${caseId}`);
    expect(view).toContain('Noor');
    expect(view).not.toContain('Unborn');
  });

  story.step('Ade is registered, and both are asked anew', async () => {
    await clock.moveTo(`${day(134)} 10:00`);
    const page = await windows.as('wes');
    await windows.read('wes', '/', 'Ask again for agreement, now that the baby is born');
    await new BirthPage(page).register(baby.id, caseId, 'Ade Bello, Dad', formatDate(day(133)));
    expect(await windows.read('wes', `/cases/${caseId}/family`)).toContain('Ade Bello');
    const services = ['harbour-surgery', 'community-health', 'havenside'];
    for (const giverPersonId of [tia(), ade()])
      await agree(page, caseId, { subjectId: baby.id, giverPersonId, capacity: 'PR_HOLDER' }, [{ services }]);
    expect(await windows.read('wes', '/')).not.toContain('now that the baby is born');
  });

  story.step('the health visitor leads; the midwife keeps what she wrote, and no more', async () => {
    await leadsNow(caseId, 'wes', 'hope', 'community-health');
    const hope = await windows.as('hope');
    await call(hope, 'DELETE', `/episodes/${caseId}/team/${userId('wes')}`, { reason: 'Handed over' });
    const note = { category: 'NOTES', kind: 'HOME_VISIT', eventOn: day(134), text: 'Noor feeds well.' };
    await call(hope, 'POST', `/episodes/${caseId}/notes`, note);
    const left = async (category: string): Promise<string> =>
      JSON.stringify(
        await call(await windows.as('wes'), 'GET', `/episodes/${caseId}/content?category=${category}`),
      );
    expect(await left('SENS_SM')).toContain('recovery worker');
    expect(await left('NOTES')).not.toContain('Noor feeds well.');
  });

  story.step('the next version asks what nobody could see before; the first says what it said', async () => {
    const hope = await windows.as('hope');
    const second = await call<AssessmentView>(hope, 'POST', `/episodes/${caseId}/assessments`, {});
    const status = (view: AssessmentView): unknown =>
      view.sections.find(({ key }) => key === 'D05')?.parts[0]?.answers['status'] ?? null;
    const before = await call<AssessmentView>(hope, 'GET', `/assessments/${first}`);
    const after = await call<AssessmentView>(hope, 'GET', `/assessments/${second.id}`);
    expect([second.versionNo, status(before), status(after)]).toEqual([2, 'NOT_RELEVANT', null]);
    expect(before.status).toBe('COMPLETED');
  });

  story.step(
    'where a pregnancy ends, the CAF team closes it quietly, and nobody is asked anything',
    async () => {
      const page = await windows.as('wes');
      await (await new FindPage(page).open()).searchAt('Ferris', 'QX1 2AB');
      const lost = await addChild(page, {
        isUnborn: true,
        dueDate: day(150),
        sex: 'UNKNOWN',
        relatives: [motherNamed('Bea', 'Ferris')],
      });
      const lostCase = await aCaseBegun(page, lost.id, day(134));
      const closing = await new ClosePage(await windows.as('mo')).open(lostCase);
      await closing.because('Pregnancy ended');
      expect(await closing.page.locator('main').innerText()).not.toMatch(/What does .* say|family agree/);
      await closing.send();
      await closing.page
        .getByText(/^Closed on/)
        .first()
        .waitFor();
      await clock.moveTo(`${day(170)} 10:00`);
      expect(await windows.read('wes', '/')).not.toContain('Ask gently whether the baby is born');
    },
  );
});

describe('a family in one record', () => {
  const story = storyOf();
  let [kit, zola, mum, caseId, assessment, planId, panelDay] = ['', '', '', '', '', '', ''];
  let children: { id: string; unborn: boolean }[] = [];

  /** The needs of the story beside school: substance use, family, crime, home. */
  const rest = (score: number) => [
    { outcome: 4, measure: 'SCALE', value: score, source: 'Nell’s own score', aboutPersonId: mum },
    { outcome: 5, measure: 'SCALE', value: score, source: 'The children’s own score' },
    { outcome: 7, measure: 'SCALE', value: score, source: 'Youth offending service', aboutPersonId: kit },
    { outcome: 9, measure: 'TENANCY_MONTHS', value: score, source: 'Letter from the landlord' },
  ];
  const evidence = async (body: object): Promise<void> => {
    await call(await windows.as('ola'), 'POST', `/episodes/${caseId}/outcome-evidence`, body);
  };

  story.step('a key worker opens a record for a mother’s two children', async () => {
    await clock.moveTo(`${day(0)} 11:00`);
    const page = await windows.as('ola');
    await (await new FindPage(page).open()).searchAt('Penrose', 'QX1 2AB');
    const settings = [{ kind: 'SCHOOL', name: 'Ormond High' }];
    const born = { isUnborn: false, familyName: 'Penrose', dobStatus: 'VERIFIED', settings };
    const eldest = await addChild(page, {
      ...born,
      givenNames: 'Kit',
      sex: 'MALE',
      dateOfBirth: addDays(day(0), -6000),
      relatives: [motherNamed('Nell', 'Penrose')],
    });
    [kit, mum] = [eldest.id, eldest.relativeIds[0] ?? ''];
    const younger = { ...born, givenNames: 'Zola', sex: 'FEMALE', dateOfBirth: addDays(day(0), -4500) };
    zola = (await addChild(page, { ...younger, relatives: [motherKnown(mum)] })).id;
    await page.goto(`/children/${kit}/start`);
    await page.getByRole('checkbox', { name: /^Zola Penrose/ }).check();
    caseId = await new StartPage(page).start({
      source: 'My own service',
      words: 'The family asked for help with the weeks to come.',
      about: 'Parenting support',
    });
    await toBeAsked(page, caseId, day(0));
    expect(await windows.read('ola', `/cases/${caseId}`)).toContain('Kit and Zola');
  });

  story.step(
    'each gives an agreement of their own, Kit keeps his offence from school, and the baby comes in',
    async () => {
      const page = await windows.as('ola');
      const self = { subjectId: kit, giverPersonId: kit, capacity: 'SELF' };
      await agree(page, caseId, self, [
        { services: ['locality-support', 'quayside', 'yot'] },
        { services: ['quayside'], categories: ['OFFENCE'], decision: 'REFUSED' },
        { services: ['locality-support', 'yot'], categories: ['OFFENCE'] },
      ]);
      const expected = { isUnborn: true, dueDate: day(120), sex: 'UNKNOWN', relatives: [motherKnown(mum)] };
      const baby = await addChild(page, expected);
      children = [
        { id: kit, unborn: false },
        { id: zola, unborn: false },
        { id: baby.id, unborn: true },
      ];
      await page.goto(`/cases/${caseId}/family`);
      await page.getByRole('link', { name: 'Add a brother or sister' }).click();
      await page.getByRole('radio', { name: /^Unborn baby/ }).check();
      expect(await barriers(page)).toEqual([]);
      await page.getByRole('button', { name: 'Add and ask for agreement' }).click();
      await page.waitForURL(/agreement/);
      await agree(page, caseId, { subjectId: baby.id, giverPersonId: mum, capacity: 'MOTHER_OF_UNBORN' }, [
        { services: ['locality-support'] },
      ]);
      expect(await windows.read('ola', `/cases/${caseId}`)).toContain('Kit, Zola and Baby');
      await agree(page, caseId, { subjectId: zola, giverPersonId: mum, capacity: 'PR_HOLDER' }, [
        { services: ['locality-support', 'ormond', 'havenside'] },
      ]);
      await agree(page, caseId, { subjectId: zola, giverPersonId: mum, capacity: 'SELF' }, [
        { people: ['ola'], categories: ['SENS_SM'], about: mum },
      ]);
      await joins(caseId, 'ola', 'marcus', 'ormond');
      await joins(caseId, 'ola', 'bryn', 'quayside');
      await joins(caseId, 'ola', 'delroy', 'yot');
      await joins(caseId, 'ola', 'viv', 'havenside');
      await leadsNow(caseId, 'ola', 'ola', 'locality-support', 'KEY_WORKER');
    },
  );

  story.step(
    'Zola’s dad is written down, what that changes is said first, and Kit’s tutor hears nothing of him',
    async () => {
      const page = await windows.as('ola');
      await page.goto(`/cases/${caseId}/family`);
      await page.getByRole('link', { name: 'Change who belongs to Zola' }).click();
      await page.getByRole('link', { name: 'Write somebody down' }).click();
      await new KinPage(page).fill({
        names: ['Dan', 'Reyes'],
        kind: 'Father',
        lives: 'Lives elsewhere',
        basis: 'PR_ORDER',
      });
      await page.getByRole('button', { name: 'See what it changes' }).click();
      await page.getByText('May agree afterwards: Nell Penrose and Dan Reyes.').waitFor();
      expect(await barriers(page)).toEqual([]);
      await page.getByRole('button', { name: 'Write down' }).click();
      await page.getByRole('link', { name: 'Change what is written down of Dan Reyes' }).waitFor();
      await windows.read('marcus', `/cases/${caseId}/family`, 'Dan Reyes');
      expect(await windows.read('bryn', `/cases/${caseId}/family`)).not.toMatch(/Dan|Reyes/);
    },
  );

  story.step('what is about home is written once, and said of all the children', async () => {
    const page = await windows.as('ola');
    assessment = (await call<AssessmentView>(page, 'POST', `/episodes/${caseId}/assessments`, {})).id;
    await page.goto(`/assessments/${assessment}/F03?child=${kit}`);
    const also = page.getByRole('group', { name: /Also true of/ });
    await also.waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('textbox', { name: 'What is going well' }).fill('Their landlord mended the boiler.');
    await page.getByRole('button', { name: /^Next:/ }).click();
    await page.waitForURL(/F04/);
    const said = await call<AssessmentView>(page, 'GET', `/assessments/${assessment}?subjectId=${zola}`);
    expect(said.sections.find(({ key }) => key === 'F03')?.parts[0]?.appliesTo).toHaveLength(3);
  });

  story.step('Zola’s teacher reads Zola’s parts: not Kit, not the recovery', async () => {
    const page = await windows.as('ola');
    const note = { kind: 'TALK_WITH_PARENT', eventOn: day(0) };
    const path = `/episodes/${caseId}/notes`;
    await call(page, 'POST', path, {
      ...note,
      category: 'SENS_SM',
      aboutPersonId: mum,
      text: 'Nell is in recovery.',
    });
    await call(page, 'POST', path, {
      ...note,
      category: 'OFFENCE',
      subjectId: kit,
      aboutPersonId: kit,
      text: 'A caution in May.',
    });
    const seen = await windows.read('marcus', `/assessments/${assessment}/read`, 'mended the boiler');
    expect(seen).not.toMatch(/Kit|recovery|caution/);
    expect(await windows.read('marcus', `/cases/${caseId}/notes`)).not.toMatch(/recovery|caution/);
    expect(await windows.read('marcus', `/cases/${caseId}`)).not.toContain('Kit');
  });

  story.step('Kit’s tutor sees no offence; the youth offending officer does', async () => {
    expect(await windows.read('bryn', `/cases/${caseId}/notes`)).not.toMatch(/caution|recovery/);
    await windows.read('delroy', `/cases/${caseId}/notes`, 'A caution in May.');
  });

  story.step(
    'the family meets, housing too: one plan, each line of it for a child',
    async () => {
      const page = await windows.as('ola');
      for (const child of children) await answerRest(page, assessment, day(0), child);
      const { version } = await call<AssessmentView>(page, 'GET', `/assessments/${assessment}`);
      await call(page, 'POST', `/assessments/${assessment}/complete`, { version });
      const workers = ['ola', 'marcus', 'bryn', 'delroy', 'viv'].map(nameOf);
      const hope = { need: 'Nights are short', better: 'higher', from: 3, to: 7 } as const;
      await meets(
        'ola',
        caseId,
        { on: day(10), next: day(45), time: '16:00', family: ['Nell Penrose'], workers },
        async (room) => {
          await room.beginPlan();
          await room.addHope({ ...hope, statement: 'Kit is in training', child: 'Kit' });
          await room.addHope({ ...hope, statement: 'Zola sleeps at night', child: 'Zola' });
          const owed = { who: nameOf('viv'), byWhen: day(30), hope: 'Zola sleeps at night' };
          await room.addAction({ text: 'A bedroom of her own', ...owed });
          await room.checks('Kit');
        },
      );
      const agreeing = await new AgreePlanPage(page).open(caseId);
      await agreeing.says('Nell Penrose', 'Agreed');
      await agreeing.agree();
      expect((await stateOf(page, caseId)).state).toBe('PLAN_ACTIVE');
      const { plan } = await call<PlanView>(page, 'GET', `/episodes/${caseId}/plan`);
      planId = plan?.id ?? '';
      const shown = await windows.read('viv', `/cases/${caseId}/plan`, 'A bedroom of her own');
      expect(shown).not.toMatch(/Kit/);
      await page.getByRole('button', { name: 'Kit', exact: true }).click();
      expect(await page.locator('main').innerText()).not.toContain('Zola sleeps at night');
    },
    2,
  );

  story.step('the family lets the panel read, and it reads no more than that', async () => {
    const page = await windows.as('ola');
    await call(page, 'POST', `/plans/${planId}/actions`, {
      text: 'Ring the training place',
      ownerUserId: userId('ola'),
      byWhen: day(24),
    });
    const plan = (await call<PlanView>(page, 'GET', `/episodes/${caseId}/plan`)).plan;
    await call(page, 'POST', `/plans/${planId}/agree`, {
      version: plan?.version ?? 1,
      agreements: [{ personId: kit, agreed: 'AGREED' }],
    });
    const lets = { services: ['panel'], purposes: ['PANEL'], categories: PACK };
    await agree(page, caseId, { subjectId: kit, giverPersonId: kit, capacity: 'SELF' }, [lets]);
    await agree(page, caseId, { subjectId: zola, giverPersonId: mum, capacity: 'PR_HOLDER' }, [lets]);
    const mo = await windows.as('mo');
    const set = await call<{ id: string }>(mo, 'POST', '/panel-days', {
      panelId: agencyId('panel'),
      onDay: day(17),
      startsAt: '09:30',
      place: 'The old chapel',
      chairId: userId('pat'),
      memberIds: [userId('pat')],
    });
    panelDay = set.id;
    await new PanelPage(page).bring(caseId, 'The old chapel', 'Is there a parenting programme for Nell?');
    expect(await barriers(page)).toEqual([]);
    await new PanelPage(mo).sendPapers(panelDay);
    expect(await barriers(mo)).toEqual([]);
    expect(await mo.locator('main').innerText()).not.toMatch(/Kit|Zola|parenting programme/);
    const papers = await new PanelPage(await windows.as('pat')).read(panelDay);
    for (const there of ['parenting programme', 'Kit is in training', 'Zola sleeps at night'])
      expect(papers).toContain(there);
    expect(papers).not.toMatch(/recovery|caution/);
    expect(await windows.read('ola', `/cases/${caseId}/panel`)).toContain('Pat Orme');
  });

  story.step('the panel pays for a parenting programme, and says who sees to it', async () => {
    await clock.moveTo(`${day(17)} 10:30`);
    const chair = new PanelPage(await windows.as('pat'));
    await chair.read(panelDay);
    expect(await barriers(chair.page)).toEqual([]);
    await chair.decide({
      decision: 'A place on the parenting programme',
      resources: '£640 from the early help fund',
      owner: 'Locality Support',
      by: formatDate(day(30)),
      action: { text: 'Book the place with Nell', who: /Ola/, by: formatDate(day(24)) },
    });
    const told = await windows.read('ola', `/cases/${caseId}/panel`, 'A place on the parenting programme');
    expect(told).toContain('Seen to by Locality Support');
    expect(await windows.read('ola', '/')).toContain('Book the place with Nell');
    expect((await stateOf(await windows.as('ola'), caseId)).state).toBe('PLAN_ACTIVE');
  });

  story.step('Zola goes to social care: her part pauses, Kit’s goes on', async () => {
    const page = await windows.as('ola');
    await page.goto(`/safeguarding/refer?case=${caseId}`);
    await page.getByRole('radio', { name: 'Zola', exact: true }).check();
    await page.getByRole('textbox', { name: /What/ }).first().fill('Zola told me something that worries me.');
    await page.getByRole('button', { name: 'Send', exact: false }).first().click();
    await page
      .getByRole('link', { name: /Finish|Add/ })
      .first()
      .click();
    const [, referral = ''] = /safeguarding\/([0-9a-f-]{36})/.exec(page.url()) ?? [];
    await windows.read('ola', `/cases/${caseId}`, 'Social care has been asked about Zola');
    const dee = await windows.as('dee');
    const { version } = await call<{ version: number }>(dee, 'GET', `/safeguarding-referrals/${referral}`);
    await call(dee, 'POST', `/safeguarding-referrals/${referral}/decision`, {
      decision: 'ACCEPTED',
      version,
      acceptanceRef: 'SC-2',
      leadSocialWorker: 'Sam Low',
    });
    await windows.read('ola', `/cases/${caseId}`, 'Social care is helping Zola now.');
    const hope = (subjectId: string) =>
      call(page, 'POST', `/plans/${planId}/outcomes`, { subjectId, statement: 'Goes out with friends' });
    await expect(hope(zola)).rejects.toThrow(/R20_READ_ONLY/);
    await hope(kit);
    expect(await windows.read('bryn', `/cases/${caseId}`)).not.toContain('Zola');
  });

  story.step('social care has finished: the CAF team says so, and Zola’s part goes on', async () => {
    const mo = await windows.as('mo');
    await new MovesPage(mo).open(caseId);
    const goesOn = mo.getByRole('link', { name: 'Say how it goes on for Zola' });
    await goesOn.click();
    await mo.getByRole('radio', { name: /part goes on here/ }).check();
    await mo.getByLabel('Which social worker said so?').fill('Sam Low');
    expect(await barriers(mo)).toEqual([]);
    await mo.getByRole('button', { name: 'Save', exact: true }).click();
    await mo.waitForURL(/\/next$/);
    await goesOn.waitFor({ state: 'detached' });
    const back = await windows.read('ola', `/cases/${caseId}/family`, 'Children of this record');
    expect(back).not.toContain('With social care');
  });

  story.step('the baby is to live with the father: out of this record, and nothing is lost', async () => {
    const page = await windows.as('ola');
    await page.getByRole('link', { name: 'Take Baby out of this record' }).click();
    await page.getByRole('radio', { name: 'Moves to another home of the family' }).check();
    await page.getByRole('button', { name: 'Take out of the record' }).click();
    await page.getByText('Baby is no longer part of this record.').waitFor();
    expect(await windows.read('ola', `/cases/${caseId}/family`, 'Part is over')).toContain('Unborn baby');
  });

  story.step('what the family needs is tagged and shown: the five that ST08 names', async () => {
    const page = await windows.as('ola');
    const needs = new EvidencePage(page);
    await needs.tag(caseId, 'Kit is in training', 'Taking part in school');
    const { plan } = await call<PlanView>(page, 'GET', `/episodes/${caseId}/plan`);
    const sleeps = plan?.outcomes.find(({ statement }) => statement === 'Zola sleeps at night');
    const tags = { version: sleeps?.version, elementCode: 'F03', familyOutcomes: [5, 9] };
    await call(page, 'PATCH', `/outcomes/${sleeps?.id}`, tags);
    await (
      await needs.open(caseId)
    ).add('Getting a good education', {
      value: '78',
      on: formatDate(day(17)),
      source: 'Register of the training place',
    });
    for (const need of rest(2)) await evidence({ ...need, moment: 'START', measuredOn: day(17) });
    await needs.open(caseId);
    expect(await barriers(page)).toEqual([]);
    // Zola's teacher reads what the plan says of her, and nothing of Nell's recovery or Kit's caution.
    expect(await windows.read('marcus', `/cases/${caseId}/evidence`)).not.toMatch(/recovery|crime|Nell|Kit/i);
  });

  story.step('help ends with every need met; six months later somebody looks again', async () => {
    await clock.moveTo(`${day(45)} 17:30`);
    const page = await windows.as('ola');
    const needs = new EvidencePage(page);
    const school = { outcome: 1, measure: 'ATTENDANCE', value: 93, source: 'Register' };
    for (const need of [school, ...rest(7)])
      await evidence({ ...need, moment: 'CLOSURE', met: true, measuredOn: day(45) });
    await helpEnds(page, await windows.as('mo'), caseId, day(45));
    expect((await stateOf(page, caseId)).state).toBe('CLOSED');
    await clock.moveTo(`${addDays(day(45), 182)} 10:00`);
    await windows.read('ola', '/', /is what was needed still met\?/);
    const later = formatDate(addDays(day(45), 182));
    await needs.open(caseId);
    await needs.add('Getting a good education', { value: '94', on: later, source: 'Register', met: true });
    for (const need of rest(8))
      await evidence({ ...need, moment: 'SUSTAINED', met: true, measuredOn: addDays(day(45), 182) });
  });

  story.step(
    'the list has the family once, with all three children, by reference and without a word of why',
    async () => {
      const mo = await windows.as('mo');
      const [{ ref } = { ref: '' }] = await clock.rows<{ ref: string }>(
        'select ref from app.episode where id = $1',
        [caseId],
      );
      const lines = await new EvidencePage(mo).lines(ref);
      expect(lines).toHaveLength(1);
      expect(lines[0]).toContain('On the list');
      const page = await mo.locator('main').innerText();
      expect(page).toContain('On the list: families 1, children 3, teams 1.');
      expect(page).not.toMatch(/Kit|Zola|Nell|recovery|crime|substance/i);
      expect(await barriers(mo)).toEqual([]);
    },
  );

  story.step('the manager of the area reads how many children, families and teams there are', async () => {
    const [counted] = await clock.rows<{ children: number; families: number }>(
      `select (select count(*) from app.episode_subject s where s.role = 'CHILD_SUBJECT' and s.episode_id in (select id from open))::int as children,
         (select count(*) from open where type = 'FAMILY')::int as families
       from (select 1) one, lateral (select 1) two`.replace(
        'select (select',
        `with open as (select id, type from app.episode where state not in ('CLOSED', 'REJECTED', 'MERGED', 'ARCHIVED', 'DISPOSED')) select (select`,
      ),
    );
    const shown = await windows.read('mo', '/dashboard', 'family records');
    expect(shown).toContain(`${counted?.children} children, ${counted?.families} family records`);
  });
});
