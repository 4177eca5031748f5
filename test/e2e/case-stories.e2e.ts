import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { addDays, addWorkingDays, financialQuarterOf, formatDate, mondayOf } from '@encircle/shared/dates';
import { fixture, type Fixture } from '@encircle/shared/fixture';
import type { StatutoryReport } from '@encircle/shared/reports';
import { aChild, anAdult, relativeOf } from '../factories/children.js';
import { anAgreement, ORDINARY } from '../factories/consents.js';
import type { Worker } from '../factories/people.js';
import { atRest } from './kit/at-rest.js';
import { barriers } from './kit/accessibility.js';
import { Stage } from './kit/browser.js';
import { call } from './kit/calls.js';
import { Clock } from './kit/clock.js';
import { aFamilyWithAPlan, anAssessmentOf, KEPT, worker, type Family } from './kit/cycle-family.js';
import { Story } from './kit/story.js';
import { Windows } from './kit/windows.js';
import { ClosePage } from './pages/close.page.js';
import { MovesPage } from './pages/moves.page.js';
import { OffersPage } from './pages/offers.page.js';
import { StepInPage } from './pages/step-in.page.js';

/** A case on its way to social care and back, and to another area and back: what each of the people concerned sees of it. */
const MINUTE = 60_000;

let stage: Stage;
let clock: Clock;
let people: Fixture;
let monday: string;
let workers: Record<'lena' | 'hana' | 'rae', Worker>;
let windows: Windows;
/** What was on everybody's screen when a step failed. */
const storyOf = (): Story =>
  new Story(async (step) => {
    const folder = join(process.cwd(), '.tmp', 'e2e');
    await mkdir(folder, { recursive: true });
    const file = join(folder, 'case-stories.txt');
    await writeFile(file, [step, ...(await windows.screens())].join('\n\n'));
    return file;
  });

beforeAll(async () => {
  clock = await Clock.take();
  monday = mondayOf(await clock.today());
  people = fixture(monday);
  stage = await Stage.open();
  windows = new Windows(stage, people);
  const email = (key: string): string => people.users.find((user) => user.key === key)?.email ?? '';
  workers = {
    lena: await worker(clock, email('lena')),
    hana: await worker(clock, email('hana')),
    rae: await worker(clock, email('rae')),
  };
}, MINUTE);
afterAll(async () => {
  await stage?.close();
  await clock?.release();
});

const as = (key: string): Promise<Page> => windows.as(key);

/** @param words that have to stand on the page before it is read */
async function read(key: string, path: string, words: string): Promise<string> {
  const page = await as(key);
  await page.goto(path);
  await page.locator('main').getByText(words).first().waitFor();
  return page.locator('main').innerText();
}

const stateOf = async ({ episode }: Family): Promise<string | undefined> =>
  (await clock.rows<{ state: string }>('select state from app.episode where id = $1', [episode.id]))[0]
    ?.state;

describe('step up, pause and step down (ST04)', () => {
  const story = storyOf();
  let family: Family;
  let other: Family;
  let back = '';
  let before: StatutoryReport;
  let beforeBack: StatutoryReport;

  const figures = async (day: string): Promise<StatutoryReport> =>
    call(await as('rosa'), 'GET', `/reports/statutory?quarter=${financialQuarterOf(day).key}`);
  const work = async (version: number, status: string): Promise<unknown> =>
    call(await as('hana'), 'PATCH', `/actions/${family.actionId}`, { version, status });

  story.step(
    'a colleague refers from the page of the meeting, at once and half complete; the parents are not told',
    async () => {
      const { lena, hana, rae } = workers;
      await clock.moveTo(`${monday} 10:00`);
      before = await figures(monday);
      back = addDays(monday, 71);
      beforeBack = await figures(back);
      family = await aFamilyWithAPlan(clock, {
        givenNames: 'Remy',
        today: monday,
        lead: lena,
        team: [hana, rae],
      });
      const page = await as('rae');
      await page.goto(`/meetings/${family.meetingId}`);
      await page.getByRole('link', { name: 'Someone may be harmed' }).click();
      await page
        .getByLabel('What did you see or hear?')
        .fill('A bruise on the arm. Two accounts of how it came.');
      await page.getByRole('radio', { name: 'No, not yet' }).check();
      await page.getByLabel('Why not?').fill('Telling them could raise the risk.');
      await page.getByRole('button', { name: 'Send the referral' }).click();
      await page.getByRole('heading', { level: 1, name: /^Sent / }).waitFor();
      await page.getByRole('link', { name: 'Add to it now' }).waitFor();
      expect(await stateOf(family)).toBe('STEP_UP_PENDING');
    },
    2,
  );

  story.step('the team carries on with what is agreed', async () => {
    await read('lena', `/cases/${family.episode.id}`, 'The team carries on with what is agreed');
    await work(1, 'IN_PROGRESS');
  });

  story.step('the next working day the hub accepts; the plan can be read and not changed', async () => {
    await clock.moveTo(`${addDays(monday, 1)} 09:30`);
    const page = await as('dee');
    await page.goto('/safeguarding');
    await page.getByRole('link', { name: 'Remy Stone' }).first().click();
    await page.getByRole('radio', { name: 'Accepted', exact: true }).check();
    await page.getByLabel('Reference of social care').fill('SC-2026-17');
    await page.getByLabel('Lead social worker').fill('Noor Aziz');
    await page.getByRole('button', { name: 'Record the decision' }).click();
    await page.getByText('Accepted by social care').first().waitFor();
    expect(await stateOf(family)).toBe('PAUSED_STATUTORY');
    expect(await read('hana', `/cases/${family.episode.id}`, 'Leads at social care')).toContain('Noor Aziz');
    await expect(work(2, 'DONE')).rejects.toThrow(/403 .*READ_ONLY/);
  });

  story.step('a conference makes a child protection plan: closed, once its date is entered', async () => {
    const { lena, hana } = workers;
    other = await aFamilyWithAPlan(clock, { givenNames: 'Sasha', today: monday, lead: lena, team: [hana] });
    const { id } = await call<{ id: string }>(await as('lena'), 'POST', '/safeguarding-referrals', {
      episodeId: other.episode.id,
      facts: 'Left alone at night.',
      familyTold: 'YES',
    });
    await call(await as('dee'), 'POST', `/safeguarding-referrals/${id}/decision`, {
      decision: 'ACCEPTED',
      version: 1,
      acceptanceRef: 'SC-2026-18',
      leadSocialWorker: 'Noor Aziz',
    });
    const close = await new ClosePage(await as('mo')).open(other.episode.id);
    await close.because('Child protection plan made');
    await close.send();
    await close.page.locator('main').getByText('date of the conference', { exact: false }).first().waitFor();
    expect(await stateOf(other)).toBe('PAUSED_STATUTORY');
    await call(await as('mo'), 'POST', `/episodes/${other.episode.id}/close`, {
      reason: 'STEP_UP_CP',
      closureDate: addDays(monday, 1),
      conferenceDate: monday,
      level: 4,
      whoToContact: 'Noor Aziz',
      familyAgrees: 'AGREE',
      childComment: 'Knows who comes.',
      parentComment: 'Knows who comes.',
      summary: 'Social care leads.',
    });
    expect(await stateOf(other)).toBe('CLOSED');
  });

  story.step(
    'ten weeks later social care hands back: agreement renewed, Hana leads, two signatures',
    async () => {
      await clock.moveTo(`${back} 10:00`);
      const mo = await new MovesPage(await as('mo')).open(family.episode.id);
      await mo.says('Ask the family again what they agree to share');
      const { lena, hana } = workers;
      await call(await as('lena'), 'POST', `/episodes/${family.episode.id}/consents`, {
        subjectId: family.child.id,
        giverPersonId: family.mother.id,
        capacity: 'PR_HOLDER',
        method: 'ON_SCREEN',
        statementVersion: 'v1',
        understood: { recording: true, sharing: true, withoutAgreement: true },
        signature: { kind: 'TYPED', value: 'Ruth Stone' },
        lines: [lena, hana].flatMap(({ agency }) =>
          ORDINARY.map((category) => ({
            recipientType: 'SERVICE',
            recipientId: agency.id,
            category,
            decision: 'GIVEN',
          })),
        ),
      });
      await call(await as('mo'), 'POST', `/episodes/${family.episode.id}/nominations`, {
        userId: hana.id,
        agencyId: hana.agency.id,
        familyPreference: 'Ruth asked for the nurse who walks with them',
      });
      await (await new OffersPage(await as('hana')).open()).accept('Ruth asked for the nurse');
      await mo.open(family.episode.id);
      await mo.begin('Social care stepped down');
      await mo.fill({
        'When was the handover meeting?': formatDate(addDays(back, -1)),
        'Who spoke for social care?': 'Noor Aziz',
      });
      await mo.record();
      await mo.says('Signed. It now waits for social care.');
      expect(await stateOf(family)).toBe('PAUSED_STATUTORY');
      const dee = await new MovesPage(await as('dee')).open(family.episode.id);
      await dee.sign('Social care stepped down');
      await dee.says(/^Done\. Now:/);
      expect(await stateOf(family)).toBe('PLAN_ACTIVE');
    },
    2,
  );

  story.step('the team meets within ten working days; the figures say so', async () => {
    const met = addWorkingDays(back, 6);
    await clock.moveTo(`${met} 16:00`);
    await clock.rows(
      `update app.meeting set status = 'HELD', planned_at = ($2::date + time '10:00') at time zone 'Europe/London',
         held_at = ($2::date + time '10:00') at time zone 'Europe/London' where id = $1`,
      [family.meetingId, met],
    );
    const then = await figures(monday);
    const now = await figures(back);
    const gained = (
      what: 'sent' | 'accepted' | 'notAccepted',
      from: StatutoryReport,
      to: StatutoryReport,
    ): number => (to[what].count ?? 0) - (from[what].count ?? 0);
    // Remy and Sasha: two referred, two accepted, none refused.
    expect(['sent', 'accepted', 'notAccepted'].map((each) => gained(each as 'sent', before, then))).toEqual([
      2, 2, 0,
    ]);
    expect((now.inward.count ?? 0) - (beforeBack.inward.count ?? 0)).toBe(1);
    expect((now.metInTime.numerator ?? 0) - (beforeBack.metInTime.numerator ?? 0)).toBe(1);
    const page = await as('rosa');
    await page.goto(`/dashboard?quarter=${financialQuarterOf(monday).key}`);
    const card = page.locator('#statutory');
    const row = (what: string) => card.getByRole('row', { name: new RegExp(`^${what}`) });
    await row('Referred to social care').waitFor();
    expect(await row('Accepted').innerText()).toContain(then.accepted.words);
    // Sasha's pause began and ended on one day; its days stand in a column of their own.
    expect(await row('Of these, led by social care').innerText()).toContain(
      `${then.paused.numerator} of ${then.paused.denominator}`,
    );
    await clock.moveTo(`${monday} 10:00`);
  });
});

describe('stepped down from social care with no record before (T40)', () => {
  storyOf().step(
    'Mo writes what social care knew, the mother agrees, Hana is asked to lead; the team is to meet in ten working days',
    async () => {
      await clock.moveTo(`${monday} 10:00`);
      const child = await aChild(clock, { givenNames: 'Linnet', familyName: 'Stone' });
      const mother = await anAdult(clock, { givenNames: 'Ruth', familyName: 'Stone' });
      await relativeOf(clock, child, mother);
      await clock.rows(
        `update app.person set created_by = (select id from app.app_user where email = $2) where id = $1`,
        [child.id, people.users.find(({ key }) => key === 'mo')?.email],
      );
      const { hana } = workers;
      const stepIn = await new StepInPage(await as('mo')).open(child.id);
      await stepIn.fill({
        from: 'Children in need, Eastmere Council',
        writtenOn: formatDate(addDays(monday, -300)),
        writtenBy: 'Noor Aziz',
        text: 'The plan has done its work; mornings and school remain.',
        lead: hana.fullName,
      });
      await stepIn.next();
      await stepIn.says('It was written more than six months ago');
      await stepIn.writtenOn(formatDate(addDays(monday, -14)));
      await stepIn.next();
      const { agreement } = stepIn;
      await agreement.who('Ruth Stone, mother');
      await agreement.talkedThrough();
      await agreement.mayKnow(hana.agency.name);
      await agreement.purpose('Work on one plan together');
      await agreement.sign('Ruth Stone');
      await stepIn.save();
      await stepIn.says('has to agree that it is used to understand what would help');
      await agreement.purpose('Understand what would help');
      await stepIn.save();
      await agreement.saved.waitFor();
      await stepIn.says(`is to meet by ${formatDate(addWorkingDays(monday, 10))}`);
      await (await new OffersPage(await as('hana')).open()).accept('');
    },
    2,
  );
});

describe('a family moves away and comes back (ST11)', () => {
  const story = storyOf();
  let family: Family;
  let anew = '';

  story.step(
    'they move in two weeks; her mother agrees to pass on the assessment and the plan, not her own health',
    async () => {
      const { lena, hana } = workers;
      await clock.moveTo(`${monday} 10:00`);
      family = await aFamilyWithAPlan(clock, {
        givenNames: 'Tilly',
        today: monday,
        lead: lena,
        team: [hana],
        passedOn: ['CHILD', 'PLAN', 'FAMILY'],
      });
      await anAssessmentOf(clock, family, lena, addDays(monday, -60));
      const moves = await new MovesPage(await as('lena')).open(family.episode.id);
      await moves.begin('Family is moving');
      await moves.fill({
        'Where does the family move to?': 'Eastmere Council',
        'Who is asked there?': 'Eastmere early help',
        'When do they move?': formatDate(addDays(monday, 14)),
        'Which documents go?': 'Assessment\nPlan',
      });
      await moves.record();
      await moves.says(/^Done\. Now:/);
      expect(await stateOf(family)).toBe('TRANSFER_PENDING');
    },
    2,
  );

  story.step(
    'the package holds what she agreed to, nothing of a specialist service, and is proved by its fingerprint',
    async () => {
      const { page } = await new MovesPage(await as('lena')).open(family.episode.id);
      await page
        .getByText('In part: the family agreed to pass on how the child is doing, family and home, the plan')
        .waitFor();
      await page.getByText('Left out: who the child is, parenting, health.').waitFor();
      await page.getByLabel('Who receives it?').fill('Eastmere early help');
      await page.getByRole('button', { name: 'Make the package' }).click();
      await page.getByText('Made for Eastmere early help.').waitFor();
      await page.getByText('Read what is in it').click();
      const text = await page.locator('main').innerText();
      expect(text).toContain(KEPT.child);
      expect(text).toContain('Walk to school together');
      expect(text).not.toContain(KEPT.adult);
      expect(text).not.toContain(KEPT.sensitive);
      await page
        .getByText(/^[0-9a-f]{64}$/)
        .first()
        .waitFor();
    },
  );

  story.step(
    'the new area accepts in eight working days; the record closes and the nurse’s access ends',
    async () => {
      const accepted = addWorkingDays(monday, 8);
      await clock.moveTo(`${accepted} 11:00`);
      const mo = await as('mo');
      const body = {
        reason: 'MOVED_TRANSFERRED',
        closureDate: accepted,
        level: 2,
        whoToContact: 'Eastmere early help',
        familyAgrees: 'AGREE',
        childComment: 'Has a new room.',
        parentComment: 'Glad it goes on.',
        summary: 'The plan goes on in Eastmere.',
      };
      await expect(call(mo, 'POST', `/episodes/${family.episode.id}/close`, body)).rejects.toThrow(
        /RECEIPT_MISSING/,
      );
      await call(mo, 'POST', `/episodes/${family.episode.id}/close`, {
        ...body,
        receiver: 'Eastmere early help',
        receiptDate: accepted,
        documentsListed: true,
      });
      expect(await stateOf(family)).toBe('CLOSED');
      const moves = await new MovesPage(mo).open(family.episode.id);
      await moves.says('New area accepted');
      await clock.moveTo(`${addWorkingDays(accepted, 11)} 09:00`);
      await read('hana', `/cases/${family.episode.id}`, 'your part in it has ended');
    },
  );

  story.step(
    'four months later they are back: a new record, linked to the old one, that is no second referral',
    async () => {
      await clock.moveTo(`${addDays(monday, 140)} 10:00`);
      const page = await as('mo');
      await page.goto(`/cases/${family.episode.id}/begin-again`);
      await page.getByLabel('Who first raised it?').selectOption({ label: 'Transfer from another area' });
      await page.getByRole('checkbox', { name: 'School attendance' }).check();
      await page.getByLabel('What are you worried about?').fill('Eastmere asks to take the family back.');
      await page.getByRole('radio', { name: 'Yes' }).check();
      await page.getByRole('button', { name: 'Begin a new record' }).click();
      await page.waitForURL(
        (url) => /\/cases\/[0-9a-f-]{36}/.test(url.pathname) && !url.pathname.includes(family.episode.id),
      );
      anew = /cases\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
      const [first] = await clock.rows<{ recorded: object }>(
        `select recorded from app.episode_move where episode_id = $1 and transition = 'T01'`,
        [anew],
      );
      expect(first?.recorded).toEqual({ previousId: family.episode.id, reReferral: false });
    },
  );

  story.step('what was written before is read only under fresh agreement', async () => {
    const page = await as('mo');
    await page.goto(`/cases/${anew}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await atRest(page);
    expect(await page.locator('main').innerText()).not.toContain(KEPT.child);
    await read('hana', `/cases/${anew}`, 'No record found');
  });

  story.step(
    'without agreement nothing is passed on; a worry goes to the hub, and to the new area on its own ground',
    async () => {
      const { lena, hana } = workers;
      await clock.moveTo(`${monday} 15:00`);
      const risky = await aFamilyWithAPlan(clock, {
        givenNames: 'Vesper',
        today: monday,
        lead: lena,
        team: [hana],
      });
      const moves = await new MovesPage(await as('lena')).open(risky.episode.id);
      await moves.says('Ask the family to agree to passing it on');
      const { page } = moves;
      await page.goto(`/cases/${risky.episode.id}/share`);
      await page.getByRole('button', { name: 'It cannot wait: record it now' }).click();
      await page.getByLabel('Who is it for?').selectOption({ label: 'Somebody else: I write it down' });
      await page.getByLabel('Their name').fill('Eastmere Council, children’s social care');
      await page.getByRole('checkbox', { name: 'How the child is doing' }).check();
      await page.getByLabel('What exactly do you share?').fill('They left in the night; she was hit before.');
      await page.getByRole('radio', { name: 'No', exact: true }).check();
      await page.getByRole('radio', { name: 'A child is being harmed, or is likely to be' }).check();
      await page.getByRole('button', { name: 'Record and share' }).click();
      await page.getByRole('heading', { level: 1, name: /^Sharing without agreement SH-/ }).waitFor();
      await moves.open(risky.episode.id);
      await page.getByRole('link', { name: 'Go there: Someone may be harmed' }).click();
      await page.getByLabel('What did you see or hear?').fill('They move to Eastmere tonight. She was hit.');
      await page.getByRole('radio', { name: 'No, not yet' }).check();
      await page.getByLabel('Why not?').fill('Telling them could raise the risk.');
      await page.getByRole('button', { name: 'Send the referral' }).click();
      await page.getByRole('heading', { level: 1, name: /^Sent / }).waitFor();
      expect(await stateOf(risky)).toBe('STEP_UP_PENDING');
    },
  );

  story.step(
    'nobody knows where a family went: closed only once school and health were asked and risk was thought of',
    async () => {
      const { lena, hana } = workers;
      const lost = await aFamilyWithAPlan(clock, {
        givenNames: 'Merle',
        today: monday,
        lead: lena,
        team: [hana],
      });
      await clock.rows(`update app.action set status = 'DONE', done_on = $2 where id = $1`, [
        lost.actionId,
        monday,
      ]);
      const close = await new ClosePage(await as('lena')).open(lost.episode.id);
      const { page } = close;
      const says = (words: string) => page.locator('main').getByText(words).first().waitFor();
      await close.because('Moved, not transferred');
      await close.fill({
        'Closing date': formatDate(monday),
        'Whom can the family ask': 'School',
        'What does Merle say?': 'Not seen.',
        'What does the parent say?': 'Not seen.',
        'What changed, and what remains?': 'Nobody knows where they went.',
      });
      await page.getByLabel('Level of need now').selectOption({ label: '2' });
      await close.familySays('Could not be reached');
      await close.fill({ 'Their words, or what was tried': 'Rang and went there three times.' });
      await close.send();
      await says('Ask the school and the health service where the family went');
      await page.getByLabel('The school was asked where the family went').check();
      await page.getByLabel('The health service was asked').check();
      await close.fill({ 'What was thought about risk?': 'No sign of harm; the school will ring.' });
      await close.send();
      await says('It waits for');
      const mo = new ClosePage(await as('mo'));
      await mo.page.goto(`/cases/${lost.episode.id}/close`);
      await mo.toSign();
      await mo.approve();
      await mo.page
        .getByText(/^Closed on/)
        .first()
        .waitFor();
      expect(await stateOf(lost)).toBe('CLOSED');
    },
  );

  story.step(
    'an inquiry asks for the old record: an officer finds it by its reference and holds it',
    async () => {
      const page = await as('gus');
      await page.goto('/record-keeping');
      await page.getByLabel('Reference of a record').fill(family.episode.ref);
      await page.getByRole('button', { name: 'Find it' }).click();
      await page.getByRole('row', { name: new RegExp(family.episode.ref) }).waitFor();
      expect(await page.locator('main').innerText()).not.toMatch(/Tilly|Stone/);
      expect(await barriers(page)).toEqual([]);
      await page.getByRole('link', { name: `What can be done with ${family.episode.ref}` }).click();
      const moves = new MovesPage(page);
      await moves.begin('Legal hold set or lifted');
      await page.getByRole('checkbox', { name: 'The record is held from now on' }).check();
      await moves.fill({ 'Why?': 'The inquiry asked for it' });
      await moves.record();
      await moves.says(/^Done\. Now:/);
      const [held] = await clock.rows<{ held: boolean }>(
        'select legal_hold as held from app.episode where id = $1',
        [family.episode.id],
      );
      expect(held).toEqual({ held: true });
    },
  );
});

describe('from a question at the front door to a service that joins (D1, D5, D6, J5)', () => {
  const story = storyOf();
  let path = '';

  story.step('a nurse asks for a child whose mother said yes; the CAF team finds it at once', async () => {
    await clock.moveTo(`${monday} 10:00`);
    const page = await as('hana');
    await page.goto('/find');
    await page.getByRole('radio', { name: 'Starting or adding support' }).check();
    await page.getByLabel('Child’s name').fill('Robin Fielding');
    await page.getByLabel('Date of birth').fill('4 May 2018');
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    await page.getByRole('heading', { level: 2 }).first().waitFor();
    await page.getByRole('link', { name: 'Front door' }).click();
    await page.getByRole('link', { name: 'Ask for support' }).click();
    await page.getByLabel('Postcode').fill('QX4 7AB');
    await page.getByRole('checkbox', { name: 'School attendance' }).check();
    await page
      .getByLabel('What is difficult, and what would help?')
      .fill('Mornings are hard since the move.');
    const said = (group: string, answer: string) =>
      page.getByRole('radiogroup', { name: group }).getByRole('radio', { name: answer, exact: true }).check();
    await said('Does the family know that you ask?', 'Yes');
    await said('Did they agree to being named to the CAF team?', 'Yes');
    await said('Who agreed?', 'Somebody with parental responsibility');
    await page.getByLabel('Their name').fill('Kit Fielding');
    await page.getByLabel('When?').fill(formatDate(monday));
    await said('May the CAF team pass it to a service that can help?', 'Yes');
    await said('May you hear what comes of it?', 'Yes');
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Send to the CAF team' }).click();
    await page.getByRole('heading', { level: 1, name: 'Robin Fielding' }).waitFor();
    path = new URL(page.url()).pathname;
  });

  story.step(
    'the CAF team asks a worker, who takes it up; the nurse hears it and support starts',
    async () => {
      const rosa = await as('rosa');
      await rosa.goto('/enquiries');
      await rosa.locator(`a[href="${path}"]`).click();
      await rosa.getByRole('radio', { name: 'A worker makes the first check with the family' }).check();
      await rosa.getByLabel('Why?').fill('One service first: mornings and school.');
      await rosa.getByLabel('Look for a colleague').fill('yusuf');
      await rosa.getByRole('radio', { name: /^Yusuf Demir/ }).check();
      await rosa.getByRole('button', { name: 'Decide' }).click();
      await rosa.getByText('asked, an answer is due by').waitFor();
      const yusuf = await as('yusuf');
      await yusuf.goto('/enquiries');
      await yusuf.locator(`a[href="${path}"]`).click();
      await yusuf.getByText('One service first').waitFor();
      await yusuf.getByRole('button', { name: 'Yes, I take it up' }).click();
      await yusuf.getByRole('button', { name: 'Start support' }).waitFor();
      const heard = await read('hana', path, 'Taken up by Locality Support');
      expect(heard).not.toContain('One service first');
      await yusuf.getByRole('button', { name: 'Start support' }).click();
      await yusuf.waitForURL(/\/cases\/[0-9a-f-]{36}/);
    },
  );

  story.step(
    'whoever leads another case asks the service to join: light and words first, then a yes',
    async () => {
      const { lena, hana } = workers;
      const yusuf = await worker(clock, people.users.find(({ key }) => key === 'yusuf')?.email ?? '');
      const family = await aFamilyWithAPlan(clock, {
        givenNames: 'Wren',
        today: monday,
        lead: lena,
        team: [hana],
      });
      await anAgreement(
        clock,
        family.episode,
        family.child,
        family.mother,
        [{ agency: yusuf.agency, categories: ORDINARY, purposes: ['ASSESS', 'COORDINATE'] }],
        { givenOn: monday },
      );
      const page = await as('lena');
      await page.goto(`/cases/${family.episode.id}/services`);
      await page.getByRole('button', { name: 'Ask a service' }).click();
      await page.getByRole('radio', { name: /^Family support at home/ }).check();
      await page.getByLabel('What would it do for the child?').fill('Could you come by on Monday mornings?');
      await page.getByText('“Wren. Could you come by on Monday mornings?”').waitFor();
      expect(await barriers(page)).toEqual([]);
      await page.getByRole('button', { name: 'Send', exact: true }).click();
      await page.getByText(/^Waits, an answer is due by/).waitFor();
      const asked = await as('yusuf');
      await asked.goto('/services');
      await asked.getByRole('link', { name: 'Answer: Wren' }).click();
      await asked.getByRole('button', { name: 'Yes, we join' }).click();
      await asked.waitForURL(`**/cases/${family.episode.id}**`);
      expect(await read('lena', `/cases/${family.episode.id}/services`, 'Said yes')).toContain('Yusuf Demir');
    },
  );
});
