import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { barriers } from './kit/accessibility.js';
import { Stage } from './kit/browser.js';
import { call } from './kit/calls.js';
import { emailOf, PEOPLE } from './kit/people.js';
import { SharingPage } from './pages/sharing.page.js';

interface Cases {
  items: { id: string; children: { chosenName: string | null }[] }[];
}

let stage: Stage;
const windows: Page[] = [];

const windowOf = async (name: string): Promise<Page> => {
  const page = await stage.signedIn(emailOf(name));
  windows.push(page);
  return page;
};
const casesOf = async (page: Page): Promise<Cases['items']> =>
  (await call<Cases>(page, 'GET', '/my/cases?limit=100')).items;

beforeAll(async () => {
  stage = await Stage.open();
}, 60_000);
afterEach(async () => {
  for (const page of windows.splice(0)) await stage.end(page);
});
afterAll(() => stage?.close());

describe('a worker with a conflict of interest', () => {
  it('is kept out by the lead professional and finds nothing, until it is lifted', async () => {
    const [lena, carl] = [await windowOf(PEOPLE.lena), await windowOf(PEOPLE.carl)];
    const ava = (await casesOf(lena)).find(({ children }) =>
      children.some((c) => c.chosenName === 'Ava'),
    )?.id;
    expect(ava).toBeDefined();
    const id = ava ?? '';
    await carl.goto(`/cases/${id}`);
    await carl.getByRole('heading', { level: 1, name: /Ava/ }).waitFor();

    const sharing = await new SharingPage(lena).open(id);
    await sharing.keepOut(PEOPLE.carl, 'He is her mother’s cousin');
    expect(await barriers(lena)).toEqual([]);
    expect(await sharing.whoSees.innerText()).not.toContain(PEOPLE.carl);

    await carl.reload();
    await carl.getByRole('heading', { level: 1, name: 'No record found' }).waitFor();
    expect(await carl.locator('body').innerText()).not.toMatch(/Ava|cousin|conflict|kept out/i);
    expect((await casesOf(carl)).map((one) => one.id)).not.toContain(id);

    await sharing.letIn(PEOPLE.carl, 'Another Carl was meant');
    await carl.reload();
    await carl.getByRole('heading', { level: 1, name: /Ava/ }).waitFor();
  }, 90_000);

  it('names a relative in their own pages and is told nothing but that it is kept', async () => {
    const page = await windowOf(PEOPLE.hana);
    await page.getByRole('button', { name: /^About me/ }).click();
    await page.getByRole('menuitem', { name: 'My relatives' }).click();
    await page.getByRole('heading', { level: 1, name: 'My relatives' }).waitFor();
    await page.getByLabel('Who are they to you?').selectOption('OWN_CHILD');
    await page.getByLabel('First name').fill('Quillon');
    await page.getByLabel('Last name').fill('Siddiqui-Marr');
    await page.getByLabel('Date of birth').fill('3 April 2017');
    await page.getByRole('button', { name: 'Add to my relatives' }).click();
    await page.getByText('Kept.').waitFor();
    await page.getByRole('cell', { name: '3 April 2017' }).waitFor();
    expect(await barriers(page)).toEqual([]);
  }, 60_000);
});
