import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { episodeId } from '@encircle/shared/fixture';
import { Cast } from './kit/cast.js';
import { Clock } from './kit/clock.js';
import { Story } from './kit/story.js';

/** Ava says something that cannot wait: shared in a minute, written up within a day, seen by the manager. */
const MINUTE = 60_000;
const AVA = episodeId('E1');
const TEXT = 'Ava told me at 9:05 that she was hit on Sunday. Her arm is bruised.';
/** What may be asked for in an emergency, at the most. */
const MOST_FIELDS = 6;

let cast: Cast;
let clock: Clock;
let reference: string;

const story = new Story((step) => cast.picture(step));

beforeAll(async () => {
  clock = await Clock.take();
  await clock.rows(`update app.app_user set training_valid_to = '2099-01-01' where full_name = 'Lena Marsh'`);
  cast = await Cast.gather();
}, MINUTE);
afterAll(async () => {
  await cast?.close();
  await clock?.release();
});

describe('sharing without agreement', () => {
  story.step('Lena finds the emergency path from the case; it asks for six things at the most', async () => {
    const page = await cast.as('lena');
    await page.goto(`/cases/${AVA}`);
    await page.getByRole('link', { name: 'Share without agreement' }).click();
    await page.getByRole('heading', { level: 1, name: 'Share without agreement' }).waitFor();
    expect(await cast.scan('the key questions', page)).toEqual([]);
    await page.getByRole('button', { name: 'It cannot wait: record it now' }).click();
    await page.getByRole('heading', { level: 1, name: 'Share now, write the rest within a day' }).waitFor();
    const form = page.locator('[data-emergency=true]');
    const fields = await form.locator('> *').count();
    expect(fields).toBeGreaterThan(3);
    expect(fields).toBeLessThanOrEqual(MOST_FIELDS);
    expect(await cast.scan('sharing in an emergency', page)).toEqual([]);
  });

  story.step('without a ground nothing leaves, and she is shown what else she can do', async () => {
    const page = await cast.as('lena');
    await page.getByLabel('Who is it for?').selectOption({ label: 'Police' });
    await page.getByRole('checkbox', { name: 'How the child is doing' }).check();
    await page.getByLabel('What exactly do you share?').fill(TEXT);
    await page.getByRole('radio', { name: 'No', exact: true }).check();
    await page.getByRole('button', { name: 'Record and share' }).click();
    await page.getByRole('link', { name: 'Choose the ground: without one nothing may be shared' }).waitFor();
    await page.getByRole('link', { name: 'Refer a safeguarding concern' }).waitFor();
    await page.getByRole('link', { name: 'Ask the family to agree' }).waitFor();
    expect(await page.getByLabel('What exactly do you share?').inputValue()).toBe(TEXT);
  });

  story.step('with one it is recorded, and what is missing comes back in her week', async () => {
    const page = await cast.as('lena');
    await page.getByRole('radio', { name: 'A child is being harmed, or is likely to be' }).check();
    await page.getByRole('button', { name: 'Record and share' }).click();
    const heading = page.getByRole('heading', { level: 1, name: /^Sharing without agreement SH-/ });
    await heading.waitFor();
    reference = /SH-[0-9A-F]{8}/.exec(await heading.innerText())?.[0] ?? '';
    await page.getByText('Whose advice you took').waitFor();
    expect(await cast.scan('a record of sharing', page)).toEqual([]);
    await page.goto('/week');
    await page.getByRole('button', { name: /^Actions/ }).click();
    const row = page.getByRole('listitem').filter({ hasText: reference });
    await row.getByRole('link', { name: 'Write it' }).first().click();
    await page.getByLabel('Why do they need it?').fill('The police meet her at school today.');
    await page.getByRole('radio', { name: 'They were not asked' }).check();
    await page.getByLabel('Say more about it').fill('Asking at home would warn whoever did it.');
    await page.getByRole('radio', { name: 'Telling them would put the child at risk' }).check();
    await page.getByRole('checkbox', { name: 'Designated safeguarding lead' }).check();
    await page.getByLabel('On what legal basis?').selectOption({ label: 'Our public task' });
    await page.getByLabel('How was it shared?').selectOption({ label: 'By phone' });
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Everything is written down.').waitFor();
  });

  story.step('her manager sees that and why, never the words', async () => {
    const page = await cast.as('okoro');
    await page.goto('/week');
    await page.getByRole('button', { name: /^Offers and notices/ }).click();
    const row = page.getByRole('listitem').filter({ hasText: reference });
    await row.getByRole('link', { name: 'Look at it' }).first().click();
    await page.getByText('A child is being harmed, or is likely to be').waitFor();
    expect(await page.locator('main').innerText()).not.toContain('bruised');
    await page.getByRole('button', { name: 'I have looked at it' }).click();
    await page.getByRole('button', { name: 'I have looked at it' }).waitFor({ state: 'detached' });
  });

  story.step('a decision not to share is kept too', async () => {
    const page = await cast.as('lena');
    await page.goto(`/cases/${AVA}/share`);
    const answer = (question: string, said: 'Yes' | 'No') =>
      page.getByRole('radiogroup', { name: question }).getByRole('radio', { name: said }).check();
    await answer('Is there a clear and legitimate purpose for sharing it?', 'No');
    await page.getByText('Do not share it.', { exact: false }).waitFor();
    await page.getByLabel('Who is it for?').selectOption({ label: 'Havenside Homes' });
    await page.getByLabel('Why is it not shared?').fill('They asked out of interest; nobody is at risk.');
    await page.getByRole('button', { name: 'Record that it is not shared' }).click();
    await page.getByRole('heading', { level: 1, name: /^Decision not to share/ }).waitFor();
  });
});
