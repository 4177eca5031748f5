/* global document, requestAnimationFrame, window */
import { mkdirSync, writeFileSync } from 'node:fs';
import { inRoot } from '../paths.mjs';
import { withFewerColours } from './palette.mjs';

const DEMO_PASSWORD = 'walk-the-long-way-home';
const FOLDER = inRoot('docs', 'pictures');
const LOOKS = {
  desk: { ending: '', viewport: { width: 1440, height: 900 }, colorScheme: 'light' },
  phone: { ending: '-phone', viewport: { width: 390, height: 844 }, colorScheme: 'light' },
  dark: { ending: '-dark', viewport: { width: 1440, height: 900 }, colorScheme: 'dark' },
};
/** A picture shows a screen, not a scroll: longer pages are cut at their foot, px. */
const LONGEST = 1900;

/** Pictures of screens, each as the person whose screen it is. */
export class Camera {
  #windows = new Map();

  /** @param {import('playwright-core').Browser} browser @param {string} address of the program */
  constructor(browser, address) {
    this.browser = browser;
    this.address = address;
    mkdirSync(FOLDER, { recursive: true });
  }

  /** @param {import('./screens.mjs').Screen} screen @returns {Promise<string[]>} one line for each picture */
  async take({ name, as, open, dark = false }) {
    const page = await this.#window(as);
    const lines = [];
    for (const look of dark ? ['desk', 'phone', 'dark'] : ['desk', 'phone']) {
      const { ending, viewport, colorScheme } = LOOKS[look];
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme });
      await open(page);
      await quiet(page);
      // As tall as the page, so that bars at the foot lie at the foot.
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      await page.setViewportSize({
        ...viewport,
        height: Math.min(Math.max(height, viewport.height), LONGEST),
      });
      await quiet(page);
      const shot = withFewerColours(await page.screenshot({ animations: 'disabled' }));
      writeFileSync(`${FOLDER}/${name}${ending}.png`, shot);
      lines.push(`${name}${ending}.png  ${Math.round(shot.length / 1000)} kB`);
    }
    return lines;
  }

  /** @param {string | null} email null: nobody is signed in */
  async #window(email) {
    if (this.#windows.has(email)) return this.#windows.get(email);
    const context = await this.browser.newContext({
      baseURL: this.address,
      locale: 'en-GB',
      timezoneId: 'Europe/London',
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    if (email) await signIn(page, email);
    this.#windows.set(email, page);
    return page;
  }
}

async function signIn(page, email) {
  await page.goto('/sign-in');
  await page.getByLabel('Work email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor({ state: 'detached' });
}

/** Everything asked for has come and is drawn, letters included. */
async function quiet(page) {
  await page.waitForLoadState('networkidle');
  await page.evaluate(async () => {
    await document.fonts.ready;
    window.scrollTo(0, 0);
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));
  });
}
