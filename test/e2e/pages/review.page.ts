import type { Page } from 'playwright-core';

export interface Reviewed {
  /** Scores, and how those turned out that are not worked on any more, by hope. */
  scores: Readonly<Record<string, number>>;
  turnedOut?: Readonly<Record<string, string>>;
  level?: string;
  next?: string;
  child: string;
  parent: string;
}

/** Progress on every hope, the level now, and what happens next. */
export class ReviewPage {
  constructor(readonly page: Page) {}

  async open(caseId: string): Promise<this> {
    await this.page.goto(`/cases/${caseId}/review`);
    await this.page.getByRole('heading', { level: 1, name: 'Record a review' }).waitFor();
    return this;
  }

  async save(): Promise<void> {
    await this.page.getByRole('button', { name: 'Keep the review' }).click();
  }

  async record({ scores, turnedOut = {}, level = '3', next, child, parent }: Reviewed): Promise<void> {
    const { page } = this;
    const meetings = page.getByLabel('Held in which meeting?');
    const review = await meetings
      .locator('option', { hasText: /^Review/ })
      .first()
      .innerText();
    await meetings.selectOption({ label: review });
    for (const [hope, score] of Object.entries(scores))
      await page.getByLabel(`Score now for “${hope}”`).fill(String(score));
    for (const [hope, label] of Object.entries(turnedOut))
      await page.getByLabel(`How did “${hope}” turn out?`).selectOption({ label });
    await page.getByLabel('Level of need now').selectOption(level);
    await page.getByLabel('What happens next?').selectOption({ label: next ?? 'Carry on with the plan' });
    await page
      .getByLabel(/^What does .+ say\?$/)
      .first()
      .fill(child);
    await page.getByLabel('What does the parent say?').fill(parent);
    await this.save();
    await page.waitForURL(/\/plan$/);
  }
}
