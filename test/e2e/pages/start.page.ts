import type { Page } from 'playwright-core';

export interface Worry {
  source: string;
  words: string;
  about: string;
}

/** The first worry about a child. */
export class StartPage {
  constructor(readonly page: Page) {}

  async save(): Promise<void> {
    await this.page.getByRole('button', { name: 'Start support' }).click();
  }

  /** @returns the id of the new case */
  async start({ source, words, about }: Worry): Promise<string> {
    await this.page.getByLabel('Who first raised it?').selectOption({ label: source });
    await this.page.getByLabel('What are you worried about?').fill(words);
    await this.page.getByRole('checkbox', { name: about }).check();
    await this.page.getByRole('radio', { name: 'Yes' }).check();
    await this.save();
    await this.page.waitForURL(/\/cases\/[0-9a-f-]{36}/);
    return /\/cases\/([0-9a-f-]{36})/.exec(this.page.url())?.[1] ?? '';
  }
}
