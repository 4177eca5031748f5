import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { barriers } from './kit/accessibility.js';
import { Stage } from './kit/browser.js';
import { eventually } from './kit/eventually.js';
import { LENAS_EMAIL } from './kit/people.js';
import { Curtain } from './pages/curtain.page.js';

const WORDS = 'She asks for help when the reading gets hard';

let stage: Stage;
let page: Page;
let curtain: Curtain;

beforeAll(async () => {
  stage = await Stage.open();
}, 60_000);
afterAll(() => stage?.close());

const words = (of = page) => of.getByLabel('What is going well');

beforeEach(async () => {
  page = await stage.signedIn(LENAS_EMAIL);
  curtain = new Curtain(page);
  await page.goto('/parts');
  await words().fill(WORDS);
}, 60_000);
afterEach(() => stage.end(page));

/** What somebody looking over the shoulder could read: title, address, text. */
const visible = async (of: Page): Promise<string> =>
  [await of.title(), of.url(), await of.locator('body').innerText()].join('\n');

describe('quick hide', () => {
  it('shows a neutral page in every tab, locks the session, and gives the words back', async () => {
    const other = await stage.tab(page);
    await other.goto('/parts');
    await words(other).waitFor();

    await curtain.hide();
    for (const tab of [page, other]) {
      await new Curtain(tab).neutral.waitFor();
      expect(await visible(tab)).not.toMatch(/Encircle|Lena|reading|parts/i);
    }
    expect(await barriers(page)).toEqual([]);
    // The lock travels behind the neutral page, which does not wait for it.
    expect(await sessionEnds(page)).toBe(401);

    await page.goBack();
    await curtain.neutral.waitFor();

    await curtain.toLock();
    expect(await visible(page)).not.toContain('reading');
    expect(await barriers(page)).toEqual([]);
    await curtain.open('not-the-password');
    await page.getByText('That password is not right. Try again.').waitFor();
    await curtain.open();
    await words().waitFor();
    expect(await words().inputValue()).toBe(WORDS);
    expect(new URL(page.url()).pathname).toBe('/parts');
  }, 90_000);
});

describe('somebody called away', () => {
  it('is warned, then locked, and finds every word again', async () => {
    await page.clock.install();
    await page.reload();
    await words().fill(WORDS);

    await page.clock.fastForward('13:30');
    const warning = page.getByRole('dialog', { name: 'Are you still there?' });
    await warning.waitFor();
    expect(await warning.innerText()).toMatch(/signed out in 2 minutes/);
    expect(await barriers(page)).toEqual([]);

    await page.clock.fastForward('02:00');
    await curtain.lock.waitFor();
    expect(await visible(page)).not.toContain('reading');
    await curtain.open();
    await words().waitFor();
    expect(await words().inputValue()).toBe(WORDS);
  }, 90_000);

  it('stays signed in by saying so', async () => {
    await page.clock.install();
    await page.reload();
    await words().fill(WORDS);
    await page.clock.fastForward('13:30');
    await page.getByRole('button', { name: 'Stay signed in' }).click();
    await page.getByRole('dialog', { name: 'Are you still there?' }).waitFor({ state: 'hidden' });
    await page.clock.fastForward('10:00');
    expect(await curtain.lock.count()).toBe(0);
    expect(await words().inputValue()).toBe(WORDS);
  }, 90_000);
});

/** What the API answers this window's session, once the lock has arrived. */
const sessionEnds = (of: Page): Promise<number> =>
  eventually(
    async () => (await of.request.get('/api/me')).status(),
    (status) => status !== 200,
  );
