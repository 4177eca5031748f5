import type { Page } from 'playwright-core';

export interface No {
  /** Nobody: no one could be reached. */
  who?: string;
  reason: string;
  risk: string;
}

/** The family said no, or nobody can be reached: what the worker writes down, and what the manager signs. */
export class WithoutAgreementPage {
  constructor(readonly page: Page) {}

  async open(caseId: string): Promise<this> {
    await this.page.goto(`/cases/${caseId}/without-agreement`);
    await this.page.getByRole('heading', { level: 1, name: 'Without agreement' }).waitFor();
    return this;
  }

  async write({ who, reason, risk }: No): Promise<void> {
    const { page } = this;
    if (who === undefined) await page.getByRole('checkbox', { name: 'Nobody could be reached' }).check();
    else await page.getByLabel('Who said no?').fill(who);
    await page.getByLabel('What was the reason?').fill(reason);
    await page.getByLabel('Why is this below the safeguarding threshold?').fill(risk);
    await page.getByRole('checkbox', { name: 'I talked about it with my manager' }).check();
    await this.send();
    await page.getByText('Signed. Your manager has to approve it now.').waitFor();
  }

  send(): Promise<void> {
    return this.page.getByRole('button', { name: 'Record it' }).click();
  }

  async approve(caseId: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Approve working without agreement' }).click();
    await this.page.waitForURL(new RegExp(`/cases/${caseId}$`));
  }
}
