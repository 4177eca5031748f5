import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { barriers, type Barriers } from './accessibility.js';
import { Stage } from './browser.js';
import { emailOf, PEOPLE } from './people.js';

export type Role = keyof typeof PEOPLE;

/** Everybody in a story, each signed in once in a window of their own, and what barriers their screens had. */
export class Cast {
  private readonly windows = new Map<Role, Page>();
  private readonly scanned = new Set<string>();
  /** Lines of every scan so far; a story expects none. */
  readonly barriers: Barriers = [];

  private constructor(readonly stage: Stage) {}

  static async gather(): Promise<Cast> {
    return new Cast(await Stage.open());
  }

  async as(role: Role): Promise<Page> {
    const open = this.windows.get(role);
    if (open) return open;
    const page = await this.stage.signedIn(emailOf(PEOPLE[role]));
    this.windows.set(role, page);
    return page;
  }

  /** Scans a screen the first time it is seen. @returns what is wrong with it */
  async scan(screen: string, page: Page): Promise<Barriers> {
    if (this.scanned.has(screen)) return [];
    this.scanned.add(screen);
    const found = (await barriers(page)).map((line) => `${screen}, ${line}`);
    this.barriers.push(...found);
    return found;
  }

  /** Pictures every window as it is now. @returns the folder */
  async picture(name: string): Promise<string> {
    const folder = join(process.cwd(), '.tmp', 'e2e');
    const file = name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, 60);
    for (const [role, page] of this.windows)
      await page.screenshot({ path: join(folder, `${file}-${role}.png`), fullPage: true });
    return folder;
  }

  close(): Promise<void> {
    return this.stage.close();
  }
}
