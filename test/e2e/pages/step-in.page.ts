import type { Page } from 'playwright-core';
import { AgreementPage } from './agreement.page.js';

export interface SteppingDown {
  from: string;
  writtenOn: string;
  writtenBy: string;
  text: string;
  /** Who is asked to lead, as they are found. */
  lead: string;
}

/** A family that steps down from social care and has no record here. */
export class StepInPage {
  readonly agreement: AgreementPage;

  constructor(readonly page: Page) {
    this.agreement = new AgreementPage(page);
  }

  /** From where support is started for a child. */
  async open(childId: string): Promise<this> {
    await this.page.goto(`/children/${childId}/start`);
    await this.page.getByRole('link', { name: 'Begin from social care' }).click();
    await this.page.getByLabel('Which team of social care?').waitFor();
    return this;
  }

  async fill(what: SteppingDown): Promise<void> {
    const { page } = this;
    await page.getByLabel('Which team of social care?').fill(what.from);
    await page.getByRole('radio', { name: 'A summary' }).check();
    await this.writtenOn(what.writtenOn);
    await page.getByLabel('Who wrote it?').fill(what.writtenBy);
    await page.getByLabel('What does it say?').fill(what.text);
    await page.getByLabel('Look for a colleague').fill(what.lead);
    await page.getByRole('radio', { name: new RegExp(`^${what.lead}`) }).check();
  }

  async writtenOn(day: string): Promise<void> {
    await this.page.getByLabel('When was it written?').fill(day);
  }

  async next(): Promise<void> {
    await this.page.getByRole('button', { name: 'Next: what the family agrees to' }).click();
  }

  async save(): Promise<void> {
    await this.agreement.save();
  }

  async says(words: string | RegExp): Promise<void> {
    await this.page.locator('main').getByText(words).first().waitFor();
  }
}
