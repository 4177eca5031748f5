import type { Page } from 'playwright-core';

export interface Note {
  kind: string;
  on: string;
  text: string;
  /** Kind of information, as listed. */
  about: string;
  /** The workers a child chose, where nobody else may read it. */
  chosen?: readonly string[];
}

/** Notes of a case. */
export class NotesPage {
  constructor(readonly page: Page) {}

  async open(caseId: string): Promise<this> {
    await this.page.goto(`/cases/${caseId}/notes?write=1`);
    await this.page.getByLabel('What happened?').waitFor();
    return this;
  }

  async write({ kind, on, text, about, chosen = [] }: Note): Promise<void> {
    const { page } = this;
    await page.getByLabel('What kind of note is it?').selectOption({ label: kind });
    await page.getByLabel('When did it happen?').fill(on);
    await page.getByLabel('What happened?').fill(text);
    await page.getByLabel('Who may read it?').selectOption({ label: about });
    for (const name of chosen) await page.getByRole('checkbox', { name }).check();
    await page.getByRole('button', { name: 'Save the note' }).click();
    await page.getByText('The note is saved.').waitFor();
    await page.getByRole('region', { name: 'Notes' }).getByText(text).waitFor();
  }
}
