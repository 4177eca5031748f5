import type { Page } from 'playwright-core';

export interface Sought {
  why: string;
  name: string;
  /** As people write it: `12 September 2016`. */
  dateOfBirth: string;
}

/** Search before anything is added. */
export class FindPage {
  constructor(readonly page: Page) {}

  async open(): Promise<this> {
    await this.page.goto('/find');
    await this.page.getByRole('heading', { level: 1, name: 'Find a child' }).waitFor();
    return this;
  }

  async search({ why, name, dateOfBirth }: Sought): Promise<void> {
    await this.page.getByRole('radio', { name: why }).check();
    await this.page.getByLabel('Child’s name').fill(name);
    await this.page.getByLabel('Date of birth').fill(dateOfBirth);
    await this.page.getByRole('button', { name: 'Search' }).click();
    await this.page.locator('#index-title').waitFor();
  }

  /** By a name and where somebody lives. */
  async searchAt(name: string, postcode: string): Promise<void> {
    await this.page.getByRole('radio', { name: 'Starting or adding support' }).check();
    await this.page.getByLabel('Child’s name').fill(name);
    await this.page.getByLabel('Postcode').fill(postcode);
    await this.page.getByRole('button', { name: 'Search' }).click();
    await this.page.locator('#index-title').waitFor();
  }

  /** What is said about everyone in the area. */
  answer(): Promise<string> {
    return this.page.locator('#index-title').innerText();
  }

  /** Asks whoever leads to be let in. */
  async askToJoin(why: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Ask to join' }).click();
    await this.page.getByLabel(/^What do you or your service do/).fill(why);
    await this.page.getByRole('button', { name: 'Send my question' }).click();
    await this.page.getByText('Your question is sent.').waitFor();
  }

  /** What became of it, beside the name as typed. */
  asked(name: string): Promise<string> {
    return this.page
      .locator('li', { hasText: `${name}:` })
      .first()
      .innerText();
  }

  async addChild(): Promise<void> {
    await this.page.getByRole('link', { name: 'Add a child' }).click();
    await this.page.getByRole('heading', { level: 1, name: 'Add a child' }).waitFor();
  }
}
