import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import ical, { type VEvent } from 'node-ical';
import type { Locator, Page } from 'playwright-core';
import { labelOf, PROFESSIONAL_ROLES } from '@encircle/shared/codes';
import { addDays } from '@encircle/shared/dates';
import { answerTokenIn, tokenIn } from '../factories/report-link.js';
import { calendarOf, MailCatcher, type CaughtMail } from '../kit/mail-catcher.js';
import { call } from './kit/calls.js';
import { Cast } from './kit/cast.js';
import { Clock } from './kit/clock.js';
import { eventually } from './kit/eventually.js';
import { IMANIS_EMAIL, PEOPLE } from './kit/people.js';
import { program } from './kit/program.js';
import { Story } from './kit/story.js';

/**
 * Attendance and escalation, as those in it see it: a specialist who stays away, who is told when, a report by link, the
 * figures and what the partner promises. What only sets the stage goes by call; every mail goes to a real mail server.
 */
const GUEST = 'enid.pell@outside.example';
const MINUTE = 60_000;

interface Meeting {
  id: string;
  version: number;
  invitations: { id: string; name: string | null }[];
}

let cast: Cast;
let clock: Clock;
let catcher: MailCatcher;
let imani: Page;
let today = '';
let caseId = '';
let role = '';
let meetings = 0;
let waiting: Meeting;
const story = new Story((step) => cast.picture(step));

beforeAll(async () => {
  catcher = await MailCatcher.start(Number(new URL(program().smtpUrl).port));
  clock = await Clock.take();
  cast = await Cast.gather();
  today = await clock.today();
  // A profession nobody else in the borough was invited as: its figures are this story's alone.
  const known = await clock.rows<{ role: string }>(
    'select distinct professional_role as role from app.invitation',
  );
  role = PROFESSIONAL_ROLES.codes.find((code) => !known.some((each) => each.role === code)) ?? '';
}, MINUTE);
afterAll(async () => {
  await cast?.close();
  await clock?.release();
  await catcher?.stop();
});

const samisCase = async (page: Page): Promise<string> => {
  const { items } = await call<{ items: { id: string; children: { chosenName: string | null }[] }[] }>(
    page,
    'GET',
    '/my/cases?limit=100',
  );
  const found = items.find(({ children }) => children.some(({ chosenName }) => chosenName === 'Sami'));
  if (!found) throw new Error('Lena does not lead for Sami');
  return found.id;
};
const idOf = async (name: string): Promise<{ id: string; agency: string }> => {
  const [row] = await clock.rows<{ id: string; agency: string }>(
    `select u.id, m.agency_id as agency from app.app_user u join app.membership m on m.user_id = u.id where u.full_name = $1`,
    [name],
  );
  if (!row) throw new Error(`nobody is called ${name}`);
  return row;
};

/** Every other day from tomorrow on. */
async function planned(): Promise<Meeting> {
  meetings += 1;
  const on = addDays(today, meetings * 2);
  await clock.moveTo(`${on} 09:00`);
  const [lena, yusuf] = [await idOf(PEOPLE.lena), await idOf(PEOPLE.yusuf)];
  return call<Meeting>(await cast.as('lena'), 'POST', `/episodes/${caseId}/meetings`, {
    type: 'EXTRAORDINARY',
    date: on,
    time: '10:00',
    mode: 'VIDEO',
    invitees: [
      { userId: lena.id },
      { userId: yusuf.id },
      { guest: { name: 'Enid Pell', agencyId: yusuf.agency, professionalRole: role } },
    ],
  });
}

/** @param code the specialist's mark @param other what stands for others than those who came, by name */
async function held(
  meeting: Meeting,
  code: string,
  other: Record<string, { code: string; deputyName?: string }> = {},
): Promise<void> {
  const page = await cast.as('lena');
  await clock.moveTo(`${addDays(today, meetings * 2)} 12:00`);
  const path = `/meetings/${meeting.id}`;
  const now = await call<Meeting>(page, 'GET', path);
  const saved = await call<{ version: number }>(page, 'PUT', `${path}/attendance`, {
    version: now.version,
    entries: now.invitations.map(({ id, name }) => ({
      invitationId: id,
      code: name === 'Enid Pell' ? code : 'ATT',
      ...other[name ?? ''],
    })),
  });
  const changed = await call<Meeting>(page, 'PATCH', path, {
    version: saved.version,
    change: 'DETAILS',
    consentChecked: true,
    childParticipation: 'VIEWS_VIA_WORKER',
    noNextReason: 'Booked by telephone',
  });
  await call(page, 'POST', `${path}/hold`, { version: changed.version });
}

const mailTo = async (address: string, subject: RegExp): Promise<CaughtMail> => {
  const found = await eventually(
    () => Promise.resolve(catcher.to(address).find((mail) => subject.test(mail.subject))),
    (mail) => mail !== undefined,
    20_000,
  );
  if (!found)
    throw new Error(`no such mail to ${address}: ${catcher.caught.map((m) => m.subject).join('; ')}`);
  return found;
};

interface Figures {
  suppressed: boolean;
  rows: { label: string; total: object }[];
}

/** Opens the figures by profession. @returns what they were drawn from */
async function figures(page: Page): Promise<Figures> {
  const asked = page.waitForResponse((answer) => answer.url().includes('/api/reports/attendance?'));
  await page.goto('/attendance?by=role');
  return (await (await asked).json()) as Figures;
}

/** What is listed of the specialist's service and profession. */
const cardOf = (page: Page): Locator =>
  page.locator('section', {
    has: page.getByRole('heading', { name: `${labelOf(PROFESSIONAL_ROLES, role)}, Locality Support` }),
  });

describe('attendance and escalation', () => {
  story.step(
    'two absences in a row: Lena, who leads, is told, in the program and by mail',
    async () => {
      const page = await cast.as('lena');
      caseId = await samisCase(page);
      const first = await planned();
      const invitation = await mailTo('yusuf.demir@locality-support.example', /^A meeting to answer/);
      const event = Object.values(ical.sync.parseICS(calendarOf(invitation) ?? '')).find(
        (each): each is VEvent => each?.type === 'VEVENT',
      );
      expect(event?.summary).toMatch(/^Meeting /);
      expect([event?.location, event?.description]).toEqual([undefined, undefined]);
      await held(first, 'APO');
      await held(await planned(), 'DNA');
      await page.goto('/notices');
      await page.getByText('A service has missed several meetings in a row').first().waitFor();
      await mailTo('lena.marsh@northway-primary.example', /^Somebody was missing again/);
      expect(catcher.to(IMANIS_EMAIL)).toEqual([]);
    },
    2,
  );

  story.step(
    'three: the service’s manager and the CAF team see the service and the profession, and no child',
    async () => {
      await held(await planned(), 'DNA');
      await mailTo(IMANIS_EMAIL, /^Meetings missed in a row/);
      imani = await cast.stage.signedIn(IMANIS_EMAIL);
      for (const page of [imani, await cast.as('rosa')]) {
        await page.goto('/absences');
        const card = cardOf(page);
        await card.getByText(/3 meetings missed in a row/).waitFor();
        expect(await card.innerText()).toMatch(/0 of [123]/);
        expect(await page.locator('main').innerText()).not.toMatch(/Sami|Enid/);
      }
      expect(await cast.scan('absences', await cast.as('rosa'))).toEqual([]);
    },
    2,
  );

  story.step(
    'Lena asks for a report; it is written without an account, once, and she reads it',
    async () => {
      waiting = await planned();
      const lena = await cast.as('lena');
      await lena.goto(`/meetings/${waiting.id}`);
      await lena.getByRole('button', { name: 'Ask Enid Pell for a report' }).click();
      await lena.getByLabel('E-mail address').fill(GUEST);
      await lena.getByRole('button', { name: 'Send the link' }).click();
      await lena.getByText(/not answered yet/).waitFor();
      const token = tokenIn(await mailTo(GUEST, /^A short report is asked of you/));
      const writer = await cast.stage.window();
      await writer.goto(`/report#${token}`);
      await writer.getByRole('heading', { level: 1, name: 'A short report' }).waitFor();
      expect(await writer.locator('body').innerText()).not.toMatch(/Sami|Lena|Enid/);
      expect(await cast.scan('report link', writer)).toEqual([]);
      await writer.getByRole('button', { name: 'Send report' }).click();
      await writer.getByText('Answer at least one of the three questions').first().waitFor();
      await writer.getByLabel('What are you worried about?').fill('Reading is two years behind.');
      await writer.reload();
      const kept = writer.getByLabel('What are you worried about?');
      await kept.waitFor();
      expect(await kept.inputValue()).toBe('Reading is two years behind.');
      await writer.getByRole('button', { name: 'Send report' }).click();
      await writer.getByRole('heading', { name: 'Your report has been sent' }).waitFor();
      expect(await writer.evaluate(() => JSON.stringify(localStorage))).not.toContain('Reading');
      await writer.reload();
      await writer.getByRole('heading', { name: 'This link does not open anything' }).waitFor();
      await lena.goto(`/meetings/${waiting.id}`);
      await lena.getByText('Reading is two years behind.').waitFor();
    },
    2,
  );

  story.step(
    'a link asks Enid whether she comes: no account, a reference and a time, and Lena sees her answer',
    async () => {
      const lena = await cast.as('lena');
      await lena.getByRole('button', { name: 'Send Enid Pell a link to answer by' }).click();
      await lena.getByLabel('E-mail address').fill(GUEST);
      await lena.getByRole('button', { name: 'Send the link' }).click();
      await lena.getByText(/^Link sent/).waitFor();
      const token = answerTokenIn(await mailTo(GUEST, /^A meeting to answer/));
      const guest = await cast.stage.window();
      await guest.goto(`/answer#${token}`);
      await guest.getByRole('heading', { level: 1, name: 'Are you coming?' }).waitFor();
      expect(await guest.locator('body').innerText()).not.toMatch(/Sami|Lena|Enid/);
      expect(await cast.scan('answer link', guest)).toEqual([]);
      await guest.getByRole('radio', { name: 'A deputy is coming' }).check();
      await guest.getByRole('button', { name: 'Send my answer' }).click();
      await guest.getByText('Enter the name of whoever comes instead').first().waitFor();
      await guest.getByRole('radio', { name: 'Coming for part' }).check();
      await guest.getByRole('button', { name: 'Send my answer' }).click();
      await guest.getByText('Thank you. Whoever asked you sees your answer now.').waitFor();
      await lena.goto(`/meetings/${waiting.id}`);
      await lena.getByText('Coming for part', { exact: true }).last().waitFor();
    },
    2,
  );

  story.step(
    'of six invitations one was attended and two contributed to, as the manager’s page says',
    async () => {
      await held(waiting, 'REP');
      await held(await planned(), 'ATT');
      await held(await planned(), 'DNA');
      const page = await cast.as('rosa');
      const report = await figures(page);
      const label = labelOf(PROFESSIONAL_ROLES, role);
      expect(report.rows.find((row) => row.label === label)?.total).toMatchObject({
        invited: 6,
        attended: 1,
        attendedPercent: 16.7,
        contributed: 2,
        contributedPercent: 33.3,
        dna: 3,
        dnaPercent: 50,
      });
      const row = page.getByRole('row').filter({ hasText: label });
      await row.waitFor();
      expect(await row.innerText()).toMatch(/2\D+6/);
    },
    2,
  );

  story.step(
    'late notice, a meeting called off and an uninvited guest stay outside; a deputy is the service’s coming',
    async () => {
      const lena = await cast.as('lena');
      await held(await planned(), 'LATE_NOTICE');
      const off = await planned();
      await call(lena, 'PATCH', `/meetings/${off.id}`, {
        version: off.version,
        change: 'CANCEL',
        reason: 'Sami’s mum is away',
      });
      const last = await planned();
      const { agency } = await idOf(PEOPLE.carl);
      await call(lena, 'POST', `/meetings/${last.id}/invitations`, {
        invitees: [{ guest: { name: 'Cam Hale', agencyId: agency, professionalRole: role } }],
        came: true,
        familyAgreed: true,
      });
      await held(last, 'DEP', {
        'Enid Pell': { code: 'DEP', deputyName: 'Noor Finch' },
        'Cam Hale': { code: 'UNINV' },
      });
      const page = await cast.as('rosa');
      const label = labelOf(PROFESSIONAL_ROLES, role);
      const report = await figures(page);
      expect(report.rows.find((row) => row.label === label)?.total).toMatchObject({
        invited: 7,
        attended: 2,
        contributed: 3,
        dna: 3,
        lateNotice: 1,
        uninvited: 1,
      });
      await page
        .getByText(/^Families: [\d,]+ of [\d,]+ invitations .* Never mixed with agencies\.$/)
        .waitFor();
      await lena.goto(`/meetings/${off.id}`);
      await lena.getByText('Sami’s mum is away').first().waitFor();
    },
    2,
  );

  story.step('the analyst gets a count where fewer than ten were invited, and no rate', async () => {
    const ana = await cast.as('ana');
    const label = labelOf(PROFESSIONAL_ROLES, role);
    const report = await figures(ana);
    expect([report.suppressed, report.rows.find((row) => row.label === label)?.total]).toEqual([
      true,
      expect.objectContaining({ attendedPercent: null, contributedPercent: null, dnaPercent: null }),
    ]);
    const row = ana.getByRole('row').filter({ hasText: label });
    await row.waitFor();
    expect(await row.innerText()).not.toContain('%');
  });

  story.step('the administrator sees how the mail stands, of whom and to whom nobody learns', async () => {
    const sid = await cast.as('sid');
    await sid.getByRole('link', { name: 'Mail', exact: true }).click();
    await sid.getByRole('heading', { level: 1, name: 'Outgoing mail' }).waitFor();
    await sid.getByText('Mail goes to the mail server of the settings.').waitFor();
    expect(await sid.locator('main').innerText()).not.toMatch(/Sami|Enid|Lena|@|T-\d/);
    expect(await cast.scan('outgoing mail', sid)).toEqual([]);
    const rosa = await cast.as('rosa');
    await rosa.goto('/deliveries');
    await rosa.getByRole('heading', { level: 1, name: 'No record found' }).waitFor();
    expect(await rosa.getByRole('link', { name: 'Mail', exact: true }).count()).toBe(0);
  });

  story.step('the CAF team writes down what the partner promises, and its manager reads it', async () => {
    const page = await cast.as('rosa');
    await page.goto('/absences');
    const card = cardOf(page);
    await card.getByRole('button', { name: 'Write down what was promised' }).click();
    await page.getByLabel('What was promised').fill('A named deputy for every meeting');
    await page.getByLabel('Who promised it').fill('Imani Clarke');
    await page.getByLabel('By when').fill(addDays(today, 60));
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await card.getByText('A named deputy for every meeting').waitFor();
    await imani.goto('/absences');
    await cardOf(imani).getByText('A named deputy for every meeting').waitFor();
    expect(await imani.getByRole('button', { name: /what was promised/ }).count()).toBe(0);
  });
});
