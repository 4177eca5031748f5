import type { Locator, Page } from 'playwright-core';

/** Who can see a case, who is kept out of it, and who has looked. */
export class SharingPage {
  constructor(readonly page: Page) {}

  async open(caseId: string): Promise<this> {
    await this.page.goto(`/cases/${caseId}/sharing`);
    await this.page.getByRole('table', { name: 'Who can see this, and why' }).waitFor();
    return this;
  }

  async keepOut(name: string, reason: string): Promise<void> {
    await this.keptOut.getByRole('button', { name: 'Keep somebody out' }).click();
    await this.keptOut.getByRole('textbox').first().fill(name);
    await this.keptOut.getByRole('radio', { name }).check();
    await this.keptOut.getByRole('radio', { name: 'They are related to the family' }).check();
    await this.keptOut.getByRole('radio', { name: 'The child or young person' }).check();
    await this.keptOut.getByRole('textbox', { name: 'Why?' }).fill(reason);
    await this.keptOut.getByRole('button', { name: 'Keep them out' }).click();
    await this.keptOut.getByText(reason).waitFor();
  }

  async letIn(name: string, reason: string): Promise<void> {
    await this.keptOut.getByRole('row', { name }).getByRole('button', { name: 'Lift' }).click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Why does it end?' }).fill(reason);
    await dialog.getByRole('button', { name: 'Let them see it' }).click();
    await dialog.waitFor({ state: 'detached' });
  }

  get keptOut(): Locator {
    return this.page.getByRole('region', { name: 'Kept out of this record' });
  }

  get whoSees(): Locator {
    return this.page.getByRole('table', { name: 'Who can see this, and why' });
  }
}
