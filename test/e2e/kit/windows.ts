import type { Page } from 'playwright-core';
import type { Fixture } from '@encircle/shared/fixture';
import { atRest } from './at-rest.js';
import { Stage } from './browser.js';

/** Everybody of the demo's stories, by the key of the story, each signed in once in a window of their own. */
export class Windows {
  private readonly open = new Map<string, Page>();

  constructor(
    private readonly stage: Stage,
    private readonly people: Fixture,
  ) {}

  async as(key: string): Promise<Page> {
    const there = this.open.get(key);
    if (there) return there;
    const page = await this.stage.signedIn(this.people.users.find((user) => user.key === key)?.email ?? '');
    this.open.set(key, page);
    return page;
  }

  /** What stands on a screen once it has come to rest. @param wanted words to wait for */
  async read(key: string, path: string, wanted?: string | RegExp): Promise<string> {
    const page = await this.as(key);
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await atRest(page);
    if (wanted) await page.getByText(wanted).first().waitFor();
    return page.locator('main').innerText();
  }

  /** What stands on every open window now, for whoever looks into a failure. */
  screens(): Promise<string[]> {
    const texts = [...this.open].map(
      async ([key, page]) => `${key}, ${page.url()}\n${await page.locator('body').innerText()}`,
    );
    return Promise.all(texts);
  }
}
