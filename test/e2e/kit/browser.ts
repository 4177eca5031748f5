import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core';
import { watch } from './at-rest.js';
import { DEMO_PASSWORD } from './people.js';
import { program } from './program.js';

const required = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the stories through npm run test:e2e`);
  return value;
};

/** Screens the stories are looked at on, in CSS pixels. */
export const DESK = { width: 1440, height: 900 } as const;
export const PHONE = { width: 390, height: 844 } as const;

/** How long a screen may take to show what a story waits for, ms. */
const PATIENCE = 10_000;

/** One real browser for a file of stories; each person has a window that shares nothing with the others'. */
export class Stage {
  private constructor(private readonly browser: Browser) {}

  static async open(): Promise<Stage> {
    const browser = await chromium.launch({
      executablePath: required('CHROMIUM_PATH'),
      // Root cannot use the sandbox, and small machines have little shared memory.
      args: ['--no-sandbox', '--disable-dev-shm-usage', '--font-render-hinting=none'],
    });
    return new Stage(browser);
  }

  /** A window of somebody's own, as on a work computer: British, in London, without animation. */
  async window(): Promise<Page> {
    return this.context({ viewport: DESK });
  }

  /**
   * A window in which somebody of the demo has signed in, on the page everybody comes to. What signing in looks like is told
   * in stories of its own.
   */
  async signedIn(email: string): Promise<Page> {
    const page = await this.window();
    const answer = await contextOf(page).request.post('/api/session', {
      headers: { origin: program().baseUrl },
      data: { email, password: DEMO_PASSWORD },
    });
    if (!answer.ok()) throw new Error(`${email} cannot sign in: ${answer.status()} ${await answer.text()}`);
    await page.goto('/');
    await page.getByRole('button', { name: /^About me/ }).waitFor();
    return page;
  }

  /** The same person on a telephone, with a touch screen and no mouse, signed in as in that window. */
  async phone(page: Page): Promise<Page> {
    const storageState = await contextOf(page).storageState();
    return this.context({ viewport: PHONE, hasTouch: true, isMobile: true, storageState });
  }

  private async context(more: BrowserContextOptions): Promise<Page> {
    const context = await this.browser.newContext({
      baseURL: program().baseUrl,
      locale: 'en-GB',
      timezoneId: 'Europe/London',
      colorScheme: 'light',
      reducedMotion: 'reduce',
      acceptDownloads: false,
      ...more,
    });
    context.setDefaultTimeout(PATIENCE);
    context.on('page', watch);
    return context.newPage();
  }

  /** Another tab of the same person. */
  async tab(page: Page): Promise<Page> {
    return contextOf(page).newPage();
  }

  /** Kills one tab outright: nothing in it runs once more, not even what a page does when it is left. */
  async kill(page: Page): Promise<void> {
    const devtools = await contextOf(page).newCDPSession(page);
    const crashed = page.waitForEvent('crash');
    // The answer never comes: there is nobody left to give it.
    void devtools.send('Page.crash').catch(() => undefined);
    await crashed;
    await page.close();
  }

  /** Ends a window with all its tabs, and all its browser kept. */
  async end(page: Page): Promise<void> {
    await contextOf(page).close();
  }

  async close(): Promise<void> {
    await this.browser.close();
  }
}

const contextOf = (page: Page): BrowserContext => page.context();
