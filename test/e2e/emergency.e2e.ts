import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { episodeId } from '@encircle/shared/fixture';
import { Cast } from './kit/cast.js';
import { Clock } from './kit/clock.js';
import { eventually } from './kit/eventually.js';
import { DEMO_PASSWORD, GUSS_EMAIL, IMANIS_EMAIL } from './kit/people.js';
import { Story } from './kit/story.js';
import { EmergencyPage } from './pages/emergency.page.js';
import type { Page } from 'playwright-core';

/** An emergency view from the request to its review, with everybody who is told of it. */
const MINUTE = 60_000;
const AVA = episodeId('E1');
const WORDS = 'Ava has not come home tonight and her CAMHS worker may know where she goes.';

let cast: Cast;
let clock: Clock;
let today: string;
let reference: string;

const story = new Story((step) => cast.picture(step));
const windows = new Map<string, Page>();

/** Somebody the sign-in page does not list. */
async function byEmail(email: string): Promise<Page> {
  const open = windows.get(email);
  if (open) return open;
  const page = await cast.stage.signedIn(email);
  windows.set(email, page);
  return page;
}

beforeAll(async () => {
  clock = await Clock.take();
  today = await clock.today();
  cast = await Cast.gather();
}, MINUTE);
afterAll(async () => {
  await cast?.close();
  await clock?.release();
});

describe('an emergency view of a record', () => {
  story.step('Yusuf, who is on the team, is told what it means before he opens anything', async () => {
    await clock.moveTo(`${today} 20:10`);
    const page = await cast.as('yusuf');
    const glass = new EmergencyPage(page);
    await glass.begin(AVA);
    await page.getByText('Every emergency view is reviewed', { exact: false }).waitFor();
    await glass.send();
    expect(await glass.errors()).toEqual([
      'Choose what you need to see',
      'Choose why it is an emergency',
      'Say what has happened and why you must see this now: at least 30 characters',
      'Tick that you understand this is reviewed',
      'Enter your password',
    ]);
    expect(await cast.scan('asking for an emergency view', page)).toEqual([]);
  });

  story.step('a wrong password opens nothing and loses nothing', async () => {
    const page = await cast.as('yusuf');
    const glass = new EmergencyPage(page);
    await glass.fill({
      kind: 'Mental health',
      ground: 'Somebody’s life is at stake',
      reason: WORDS,
      password: 'not it',
    });
    await glass.send();
    await page.getByRole('link', { name: 'This is not your password' }).waitFor();
    expect(await page.getByLabel('What has happened, and why must you see this now?').inputValue()).toBe(
      WORDS,
    );
  });

  story.step('he reads what he named, and nothing may be printed', async () => {
    const page = await cast.as('yusuf');
    const glass = new EmergencyPage(page);
    await page.getByLabel('Your password, once more').fill(DEMO_PASSWORD);
    await glass.send();
    await glass.heading('Emergency view');
    await page.getByRole('heading', { name: 'Mental health' }).waitFor();
    await page.getByText('Written down', { exact: false }).first().waitFor();
    expect(await glass.banner.innerText()).toMatch(
      /until 21:1.*Reference EA-[0-9A-F]{8}[\s\S]*60 minutes left/,
    );
    reference = /EA-[0-9A-F]{8}/.exec(await glass.banner.innerText())?.[0] ?? '';
    expect(await cast.scan('an emergency view', page)).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('heading', { name: 'Mental health' }).isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen' });
    await page.goto(`/cases/${AVA}`);
    await glass.banner.waitFor();
  });

  story.step('it is there in minute 59 and over in minute 60', async () => {
    const page = await cast.as('yusuf');
    const glass = new EmergencyPage(page);
    await glass.banner.getByRole('link', { name: 'See what it opens' }).click();
    const [end] = await clock.rows<{ before: string; at: string }>(
      `select to_char((ends_at - interval '30 seconds') at time zone 'Europe/London', 'YYYY-MM-DD HH24:MI:SS.MS') as before,
         to_char(ends_at at time zone 'Europe/London', 'YYYY-MM-DD HH24:MI:SS.MS') as at
       from app.break_glass where reference = $1`,
      [reference],
    );
    await clock.moveTo(end?.before ?? '');
    await page.reload();
    expect(await glass.banner.innerText()).toContain('1 minute left');
    await clock.moveTo(end?.at ?? '');
    await page.reload();
    await glass.heading('This emergency view has ended');
    expect(await page.getByRole('heading', { name: 'Mental health' }).count()).toBe(0);
  });

  story.step('Lena, who leads, finds the notice in her week and the line in the access history', async () => {
    const page = await cast.as('lena');
    await page.goto('/week');
    const row = page.getByRole('listitem').filter({ hasText: reference });
    await row.getByRole('link', { name: 'Look at it' }).first().click();
    await new EmergencyPage(page).heading(`Emergency access ${reference}`);
    await page.getByText('You are told because you lead on the case.').waitFor();
    expect(await cast.scan('a notice of emergency access', page)).toEqual([]);
    await page.getByRole('link', { name: 'See who has looked' }).click();
    // Newest first: stories that were told before at later days stand above it.
    const line = page.getByText('Emergency view', { exact: true }).first();
    const older = page.getByRole('button', { name: 'Show older' });
    const found = await eventually(
      async () => {
        if ((await line.count()) === 0 && (await older.count()) > 0 && (await older.isEnabled()))
          await older.click();
        return line.count();
      },
      (lines) => lines > 0,
      20_000,
    );
    expect(found).toBe(1);
    await page.goto('/week');
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.getByText(reference).count()).toBe(0);
  });

  story.step('his manager sees who and why by a number, and no child', async () => {
    const page = await byEmail(IMANIS_EMAIL);
    await page.goto('/week');
    await page.getByRole('button', { name: /^Offers and notices/ }).click();
    const row = page.getByRole('listitem').filter({ hasText: reference });
    expect(await row.innerText()).not.toContain('Ava');
    await row.getByRole('link', { name: 'Look at it' }).first().click();
    await page.getByText('Yusuf Demir, Locality Support').waitFor();
    expect(await page.locator('main').innerText()).not.toContain('Ava');
  });

  story.step('the information-governance officer reviews it', async () => {
    const page = await byEmail(GUSS_EMAIL);
    await page.goto('/access-reviews');
    await page.getByRole('link', { name: reference }).waitFor();
    expect(await cast.scan('the queue of reviews', page)).toEqual([]);
    await page.getByRole('link', { name: reference }).click();
    await page.getByText(WORDS).waitFor();
    await page.getByRole('button', { name: 'Begin the review' }).click();
    await page.getByRole('button', { name: 'Record the outcome' }).waitFor();
    expect(await cast.scan('a review', page)).toEqual([]);
    await page.getByRole('radio', { name: 'Justified', exact: true }).check();
    await page.getByLabel('Why?').fill('She was found because of it; the hub was closed.');
    await page.getByRole('button', { name: 'Record the outcome' }).click();
    await page.getByRole('heading', { name: /^Decided by/ }).waitFor();
    await page.goto('/access-reviews');
    await page.getByRole('button', { name: 'Decided' }).click();
    await page.getByRole('link', { name: reference }).waitFor();
  });
});
