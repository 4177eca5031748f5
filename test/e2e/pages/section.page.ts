import type { Locator, Page } from 'playwright-core';

/** One section of the assessment being written. */
export class SectionPage {
  constructor(readonly page: Page) {}

  /** @param key of the section in the form, as `D04` */
  async open(assessmentId: string, key: string): Promise<this> {
    await this.page.goto(`/assessments/${assessmentId}/${key}`);
    await this.goingWell.waitFor();
    return this;
  }

  get goingWell(): Locator {
    return this.page.getByRole('textbox', { name: 'What is going well' });
  }

  get wouldHelp(): Locator {
    return this.page.getByRole('textbox', { name: 'What would help' });
  }

  /** The line that says whether everything is saved. */
  get saved(): Locator {
    return this.page.getByText(/^Saved \d\d:\d\d/);
  }

  async next(): Promise<void> {
    await this.page.getByRole('button', { name: /^Next:/ }).click();
  }
}
