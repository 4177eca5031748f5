import type { Page } from 'playwright-core';

export interface Moved {
  date: string;
  time: string;
  why: string;
  asked: string;
}

/** One meeting, as somebody invited sees it. */
export class MeetingPage {
  constructor(readonly page: Page) {}

  async open(meetingId: string): Promise<this> {
    await this.page.goto(`/meetings/${meetingId}`);
    await this.page.getByRole('heading', { level: 1 }).waitFor();
    return this;
  }

  /** @param answer as offered: `Cannot come, will send a report` */
  async answer(answer: string, reportDueOn?: string): Promise<void> {
    await this.page.getByRole('radio', { name: answer, exact: true }).check();
    if (reportDueOn) await this.page.getByLabel(/^When will the report come/).fill(reportDueOn);
    await this.page.getByRole('button', { name: 'Send answer' }).click();
    await this.page.getByText('Answer saved.').waitFor();
  }

  async move({ date, time, why, asked }: Moved): Promise<void> {
    await this.page.getByRole('button', { name: 'Move to another date' }).click();
    await this.page.getByLabel('Date', { exact: true }).fill(date);
    await this.page.getByLabel('Time', { exact: true }).fill(time);
    await this.page.getByLabel('Why?').fill(why);
    await this.page.getByLabel(/^Who asked for it/).fill(asked);
    const before = this.page.url();
    await this.page.getByRole('button', { name: 'Move the meeting' }).click();
    await this.page.waitForURL((url) => url.href !== before);
  }

  async enterRoom(): Promise<void> {
    await this.page.getByRole('link', { name: /^(Open the meeting|Record what happened)$/ }).click();
    await this.page.waitForURL(/\/room$/);
  }
}
