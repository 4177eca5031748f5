import { chromium } from 'playwright-core';

const PASSWORD = 'walk-the-long-way-home';
const EMAIL = 'lena.marsh@northway-primary.example';
const PATIENCE_MS = 30_000;
/** A hundred words a minute. */
const KEY_EVERY_MS = 40;

/** Somebody at a real browser, who writes one section of an assessment. */
export class Writer {
  #process = null;
  #context = null;

  /** @param {string} address @param {{ CHROMIUM_PATH: string }} found */
  constructor(address, { CHROMIUM_PATH, ...fonts }) {
    this.address = address;
    this.launch = { executablePath: CHROMIUM_PATH, env: { ...process.env, ...fonts } };
  }

  /** A browser that nothing is left in, signed in. */
  async begin() {
    this.#process = await chromium.launchServer({
      ...this.launch,
      args: ['--no-sandbox', '--disable-dev-shm-usage', '--font-render-hinting=none'],
    });
    const browser = await chromium.connect(this.#process.wsEndpoint());
    this.#context = await browser.newContext({
      baseURL: this.address,
      locale: 'en-GB',
      timezoneId: 'Europe/London',
      reducedMotion: 'reduce',
    });
    this.#context.setDefaultTimeout(PATIENCE_MS);
    const page = await this.#context.newPage();
    await page.goto('/sign-in');
    await page.getByLabel('Work email').fill(EMAIL);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor({ state: 'detached' });
    return page;
  }

  /** @returns {Promise<{ page: import('playwright-core').Page, box: import('playwright-core').Locator }>} */
  async open(assessmentId, section) {
    const page = await this.#context.newPage();
    await page.goto(`/assessments/${assessmentId}/${section}`);
    const box = page.getByRole('textbox', { name: 'What is going well' });
    await box.waitFor();
    return { page, box };
  }

  /**
   * Types until told to stop. @param {() => boolean} goesOn asked before each key
   * @returns {Promise<number[]>} when each key was down
   */
  async type(page, box, text, goesOn) {
    await box.focus();
    const strokes = [];
    for (const letter of text) {
      if (!goesOn()) break;
      await page.keyboard.insertText(letter);
      strokes.push(performance.now());
      await page.waitForTimeout(KEY_EVERY_MS);
    }
    return strokes;
  }

  offline(is) {
    return this.#context.setOffline(is);
  }

  /** Kills one tab outright: not even what a page does when it is left runs. */
  async killTab(page) {
    const devtools = await this.#context.newCDPSession(page);
    const crashed = page.waitForEvent('crash');
    void devtools.send('Page.crash').catch(() => undefined);
    await crashed;
    await page.close();
  }

  /** Kills the whole browser by SIGKILL, and with it all that was in it. */
  async killBrowser() {
    await this.#process?.kill();
    this.#process = null;
  }
}
