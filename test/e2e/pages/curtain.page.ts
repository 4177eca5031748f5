import type { Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../kit/people.js';

/** What lies over a page: the neutral page of quick hide, and the question for the password. */
export class Curtain {
  constructor(readonly page: Page) {}

  async hide(): Promise<void> {
    await this.page.keyboard.press('F9');
    await this.neutral.waitFor();
  }

  get neutral() {
    return this.page.getByRole('heading', { level: 1, name: /^Bank holidays and dates/ });
  }

  get lock() {
    return this.page.getByRole('heading', { level: 1, name: 'Enter your password to go on' });
  }

  async toLock(): Promise<void> {
    await this.page.getByRole('button', { name: 'Continue' }).click();
    await this.lock.waitFor();
  }

  async open(password = DEMO_PASSWORD): Promise<void> {
    await this.page.getByLabel('Password', { exact: true }).fill(password);
    await this.page.getByRole('button', { name: 'Continue' }).click();
  }
}
