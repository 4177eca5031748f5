import type { Page } from 'playwright-core';

export interface Planned {
  date: string;
  time: string;
  place: string;
  family: readonly string[];
}

/** A date, a way, and who is asked. */
export class PlanMeetingPage {
  constructor(readonly page: Page) {}

  async open(caseId: string): Promise<this> {
    await this.page.goto(`/cases/${caseId}/meetings/new`);
    await this.page.getByRole('heading', { level: 1, name: 'Plan a meeting' }).waitFor();
    return this;
  }

  /** The workers of the team are chosen already. @returns the id of the new meeting */
  async plan({ date, time, place, family }: Planned): Promise<string> {
    const { page } = this;
    await page.getByLabel('Date', { exact: true }).fill(date);
    await page.getByLabel('Time', { exact: true }).fill(time);
    await page.getByLabel(/^Place/).fill(place);
    for (const name of family) await page.getByRole('checkbox', { name }).check();
    await page.getByRole('button', { name: 'Plan and invite' }).click();
    await page.waitForURL(/\/meetings\/[0-9a-f-]{36}$/);
    return page.url().split('/').at(-1) ?? '';
  }
}
