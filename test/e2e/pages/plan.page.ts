import type { Page } from 'playwright-core';

/** The plan of a case. */
export class PlanPage {
  constructor(readonly page: Page) {}

  async open(caseId: string): Promise<this> {
    await this.page.goto(`/cases/${caseId}/plan`);
    await this.page
      .getByRole('button', { name: /^Change:/ })
      .first()
      .waitFor();
    return this;
  }

  /** Says what happened and that it is done. */
  async closeAction(text: string, happened: string): Promise<void> {
    await this.page.getByRole('button', { name: `Change: ${text}` }).click();
    const row = this.page.locator('form', { has: this.page.getByLabel(`Progress on “${text}”`) });
    await row.getByLabel(`Progress on “${text}”`).fill(happened);
    await row.getByLabel('How is it?').selectOption({ label: 'Done' });
    await row.getByRole('button', { name: 'Keep', exact: true }).click();
    await row.waitFor({ state: 'detached' });
  }
}
