import type { Page } from 'playwright-core';

export interface Decided {
  givenNames: string;
  familyName: string;
  born: string;
  level: string;
  by: string;
  how?: string;
}

/** A specialist service writes down that it works with somebody, as they decided. */
export class InvolvementsPage {
  constructor(readonly page: Page) {}

  async open(): Promise<this> {
    await this.page.goto('/find');
    await this.page.getByRole('link', { name: 'People we work with' }).click();
    await this.page.getByRole('heading', { level: 1, name: 'People we work with' }).waitFor();
    return this;
  }

  async write({ givenNames, familyName, born, level, by, how }: Decided): Promise<void> {
    const { page } = this;
    await page.getByLabel('First name').fill(givenNames);
    await page.getByLabel('Last name').fill(familyName);
    await page.getByLabel('Date of birth').fill(born);
    await page.getByRole('radio', { name: level }).check();
    await page.getByRole('radio', { name: by }).check();
    if (how) await page.getByLabel(/^Under 16: how do you know/).fill(how);
    await page.getByRole('checkbox', { name: /^I asked them/ }).check();
    await page.getByRole('button', { name: 'Keep what they decided' }).click();
  }
}
