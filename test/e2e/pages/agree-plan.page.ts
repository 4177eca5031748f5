import type { Page } from 'playwright-core';

/** Each person of the family says for themself. */
export class AgreePlanPage {
  constructor(readonly page: Page) {}

  async open(caseId: string): Promise<this> {
    await this.page.goto(`/cases/${caseId}/plan/agree`);
    await this.page.getByRole('heading', { level: 1, name: 'Agree the plan' }).waitFor();
    return this;
  }

  async says(person: string, answer: string): Promise<void> {
    await this.page
      .getByRole('radiogroup', { name: `Does ${person} agree?` })
      .getByRole('radio', { name: answer, exact: true })
      .check();
  }

  async agree(): Promise<void> {
    await this.page.getByLabel(/^What do we do if things get harder/).fill('Kit rings Lena before 08:30.');
    await this.page.getByRole('button', { name: 'The plan is agreed' }).click();
    await this.page.waitForURL(/\/plan$/);
  }
}
