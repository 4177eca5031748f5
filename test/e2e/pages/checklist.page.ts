import type { Page } from 'playwright-core';

/** The ten minutes before anything else. */
export class ChecklistPage {
  constructor(readonly page: Page) {}

  async open(caseId: string): Promise<this> {
    await this.page.goto(`/cases/${caseId}/checklist`);
    await this.page.getByRole('heading', { level: 1, name: 'First check' }).waitFor();
    await this.question('Is the child healthy?').waitFor();
    return this;
  }

  async answer(question: string, answer: string): Promise<void> {
    await this.question(question).getByRole('radio', { name: answer, exact: true }).check();
  }

  async write(label: string, words: string): Promise<void> {
    await this.page.getByRole('textbox', { name: label }).fill(words);
  }

  async decide(): Promise<void> {
    await this.page.getByRole('button', { name: /^Decide/ }).click();
  }

  private question(name: string) {
    return this.page.getByRole('radiogroup', { name });
  }
}
