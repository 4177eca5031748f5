import type { Page } from 'playwright-core';
import { atRest } from '../kit/at-rest.js';

/** What can happen next on a case, what was written down, and what has happened. */
export class MovesPage {
  constructor(readonly page: Page) {}

  async open(caseId: string): Promise<this> {
    await this.page.goto(`/cases/${caseId}/next`);
    await this.page.getByRole('heading', { level: 1, name: 'What can happen next' }).waitFor();
    await this.page.getByRole('heading', { name: 'You can do this' }).waitFor();
    return this;
  }

  /** @param move as the page names it, e.g. `Family is moving` */
  async begin(move: string): Promise<void> {
    await this.page.getByRole('button', { name: `Begin: ${move}` }).click();
  }

  async sign(move: string): Promise<void> {
    await this.page.getByRole('button', { name: `Sign: ${move}` }).click();
    await this.page.getByRole('button', { name: 'Sign', exact: true }).click();
  }

  async fill(answers: Readonly<Record<string, string>>): Promise<void> {
    for (const [label, text] of Object.entries(answers)) await this.page.getByLabel(label).fill(text);
  }

  async record(): Promise<void> {
    await this.page.getByRole('button', { name: 'Record it' }).click();
  }

  /** Waits for words on the page. */
  async says(words: string | RegExp): Promise<void> {
    await this.page.locator('main').getByText(words).first().waitFor();
  }

  async text(): Promise<string> {
    await atRest(this.page);
    return this.page.locator('main').innerText();
  }
}
