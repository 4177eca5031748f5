import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { barriers } from './kit/accessibility.js';
import { Stage } from './kit/browser.js';
import { call } from './kit/calls.js';
import { LENAS_EMAIL } from './kit/people.js';
import { SharingPage } from './pages/sharing.page.js';

interface Cases {
  items: { id: string; children: { chosenName: string | null }[] }[];
}

let stage: Stage;
let page: Page;
let ava = '';

beforeAll(async () => {
  stage = await Stage.open();
}, 60_000);
afterAll(() => stage?.close());
beforeEach(async () => {
  page = await stage.signedIn(LENAS_EMAIL);
  const { items } = await call<Cases>(page, 'GET', '/my/cases?limit=100');
  ava = items.find(({ children }) => children.some((c) => c.chosenName === 'Ava'))?.id ?? '';
}, 60_000);
afterEach(() => stage.end(page));

describe('explanations', () => {
  it('say on the case page why one sees it, when one asks', async () => {
    await page.goto(`/cases/${ava}`);
    await page.getByRole('button', { name: 'Why can I see this?' }).click();
    const answer = page
      .locator('section')
      .filter({ has: page.getByRole('heading', { name: 'Why you can see this' }) });
    await answer.getByText('You are the lead professional since').waitFor();
    await answer
      .getByText(/Mia agreed on .* that your service sees this/)
      .first()
      .waitFor();
    expect(await answer.innerText()).not.toMatch(/\bR\d\d_|ALLOW|DENY/);
    expect(await barriers(page)).toEqual([]);
  }, 60_000);

  it('print for the mother what the mother may know', async () => {
    const sharing = await new SharingPage(page).open(ava);
    const whole = await sharing.whoSees.innerText();
    expect(whole).toMatch(/Finn/);
    await page.getByRole('link', { name: 'Copy for Mia' }).click();
    await page.getByRole('heading', { name: 'Who can see Ava’s record' }).waitFor();
    await sharing.whoSees.waitFor();
    await page.getByRole('table', { name: 'Who has looked' }).getByText('A worker').first().waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    const paper = await page.locator('main').innerText();
    expect(paper).toMatch(/Mia Ames/);
    expect(paper).not.toMatch(/Finn|Kept out|Back to the whole list|Print this copy/);
    const pdf = await page.pdf({ format: 'A4' });
    expect(pdf.length).toBeGreaterThan(5_000);
  }, 60_000);
});
