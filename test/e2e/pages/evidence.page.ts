import type { Page } from 'playwright-core';

/** What a hope is about, what shows a need, and the list of families. */
export class EvidencePage {
  constructor(readonly page: Page) {}

  /** Takes what a part of the assessment suggests for a hope of the plan. */
  async tag(caseId: string, hope: string, element: string): Promise<void> {
    const { page } = this;
    await page.goto(`/cases/${caseId}/plan`);
    await page.getByRole('button', { name: `Outcomes of “${hope}”` }).click();
    await page.getByLabel('Which part of the assessment is it about?').selectOption({ label: element });
    await page.getByRole('button', { name: 'Tick these' }).click();
    await page.getByRole('button', { name: 'Keep the outcomes' }).click();
    await page
      .getByText(/^Family outcome: /)
      .first()
      .waitFor();
  }

  async open(caseId: string): Promise<this> {
    await this.page.goto(`/cases/${caseId}/evidence`);
    await this.page.getByRole('heading', { level: 1, name: 'What it came to' }).waitFor();
    return this;
  }

  async add(
    need: string,
    found: { value: string; on: string; source: string; met?: boolean },
  ): Promise<void> {
    const { page } = this;
    await page.getByRole('button', { name: `Add evidence: ${need}` }).click();
    const measure = page.getByLabel('What was counted or measured?');
    if ((await measure.inputValue()) === '') await measure.selectOption({ label: 'School attendance, %' });
    await page.getByLabel('The number').fill(found.value);
    await page.getByLabel('The day of it').fill(found.on);
    await page.getByLabel('Where it comes from').fill(found.source);
    if (found.met) await page.getByRole('radio', { name: 'Yes, it is met' }).check();
    await page.getByRole('button', { name: 'Keep the evidence' }).click();
    await page.getByRole('button', { name: 'Keep the evidence' }).waitFor({ state: 'detached' });
  }

  /** The line of a family on the list, as often as it stands there. */
  async lines(ref: string): Promise<string[]> {
    await this.page.goto('/claims');
    await this.page.getByRole('heading', { level: 1, name: 'Families whose needs are met' }).waitFor();
    const rows = this.page.getByRole('row').filter({ hasText: ref });
    await rows.first().waitFor();
    return rows.allInnerTexts();
  }
}
