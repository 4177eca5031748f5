import type { Page } from 'playwright-core';

/** The closing form, its second signature and where it stands. */
export class ClosePage {
  constructor(readonly page: Page) {}

  async open(caseId: string): Promise<this> {
    await this.page.goto(`/cases/${caseId}/close`);
    await this.page.getByRole('button', { name: 'Send for closing' }).waitFor();
    return this;
  }

  async because(reason: string): Promise<void> {
    await this.page.getByLabel('Why does it close?').selectOption({ label: reason });
  }

  async everyActionIs(ending: string): Promise<void> {
    for (const select of await this.page.getByLabel(/^What becomes of /).all())
      await select.selectOption({ label: ending });
  }

  async fill(answers: Readonly<Record<string, string>>): Promise<void> {
    for (const [label, text] of Object.entries(answers)) await this.page.getByLabel(label).fill(text);
  }

  async familySays(answer: string): Promise<void> {
    await this.page.getByRole('radio', { name: answer, exact: true }).check();
  }

  async send(): Promise<void> {
    await this.page.getByRole('button', { name: 'Send for closing' }).click();
  }

  async toSign(): Promise<void> {
    await this.page.getByRole('heading', { name: 'Your signature closes this record' }).waitFor();
  }

  async approve(): Promise<void> {
    await this.page.getByRole('button', { name: 'Approve and close' }).click();
  }
}
