import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { barriers } from './kit/accessibility.js';
import { Stage } from './kit/browser.js';
import { LENAS_EMAIL, PEOPLE } from './kit/people.js';
import { SignInPage } from './pages/sign-in.page.js';

let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await Stage.open();
  page = await stage.window();
}, 60_000);
afterAll(() => stage?.close());

describe('signing in', () => {
  it('has no barrier', async () => {
    await new SignInPage(page).open();
    expect(await barriers(page)).toEqual([]);
  }, 60_000);

  it('says the same to a wrong password and to a stranger, and keeps what was typed', async () => {
    const signIn = new SignInPage(page);
    const said: (string | null)[] = [];
    for (const email of [LENAS_EMAIL, 'nobody@nowhere.example']) {
      await signIn.open();
      await signIn.with(email, 'not-the-password');
      const summary = page.getByRole('alert').first();
      await summary.waitFor();
      said.push(await summary.textContent());
      expect(await page.getByLabel('Work email').inputValue()).toBe(email);
    }
    expect(said[0]).toBe(said[1]);
  }, 60_000);

  it('takes a newcomer who chooses somebody of the demo from the list to that person’s week', async () => {
    await new SignInPage(page).as(PEOPLE.lena);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForURL(/\/week$/);
    expect(await page.getByRole('button', { name: /^About me/ }).innerText()).toMatch(/Lena|LM/);
  }, 60_000);
});
