import type { Page } from 'playwright-core';

export interface Reviewed {
  hope: string;
  score: number;
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

  async record({ hope, score, child, parent }: Reviewed): Promise<void> {
    const { page } = this;
    const meetings = page.getByLabel('Held in which meeting?');
    const review = await meetings
      .locator('option', { hasText: /^Review/ })
      .first()
      .innerText();
    await meetings.selectOption({ label: review });
    await page.getByLabel(`Score now for “${hope}”`).fill(String(score));
    await page.getByLabel('Level of need now').selectOption('3');
    await page.getByLabel('What happens next?').selectOption({ label: 'Carry on with the plan' });
    await page.getByLabel('What does Juno say?').fill(child);
    await page.getByLabel('What does the parent say?').fill(parent);
    await this.save();
    await page.waitForURL(/\/plan$/);
  }
}
