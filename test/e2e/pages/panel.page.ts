import type { Page } from 'playwright-core';

/** The panel: a case is brought to a day, the papers go out, the chair decides. */
export class PanelPage {
  constructor(readonly page: Page) {}

  async bring(caseId: string, place: string, question: string): Promise<void> {
    await this.page.goto(`/cases/${caseId}/panel`);
    const day = this.page.getByRole('combobox', { name: 'Which day?' });
    const option = day.locator('option', { hasText: place });
    await day.selectOption((await option.getAttribute('value')) ?? '');
    await this.page.getByRole('textbox', { name: /What is the panel asked/ }).fill(question);
    await this.page.getByRole('button', { name: 'Bring it to the panel' }).click();
    await this.page.getByText(/^On the agenda of/).waitFor();
  }

  async sendPapers(dayId: string): Promise<void> {
    await this.page.goto(`/panel-days/${dayId}`);
    await this.page.getByRole('button', { name: 'Send the papers' }).click();
    await this.page.getByText('Papers sent').first().waitFor();
  }

  /** @returns what the papers of a day's only case say */
  async read(dayId: string): Promise<string> {
    await this.page.goto(`/panel-days/${dayId}`);
    await this.page.getByRole('link', { name: /^Read the papers/ }).click();
    await this.page.getByRole('heading', { name: 'What the panel is asked' }).waitFor();
    return this.page.locator('main').innerText();
  }

  async decide(decided: {
    decision: string;
    resources: string;
    owner: string;
    by: string;
    action: { text: string; who: RegExp; by: string };
  }): Promise<void> {
    const { page } = this;
    const box = (name: string | RegExp) => page.getByRole('textbox', { name });
    await box('Decision').fill(decided.decision);
    await box(/What it gives or pays/).fill(decided.resources);
    await box('Who sees to it?').fill(decided.owner);
    await box('By when?').fill(decided.by);
    await page.getByRole('button', { name: 'Add something to do' }).click();
    await box('1. What').fill(decided.action.text);
    const owner = page.getByRole('combobox', { name: '1. Who' });
    const option = owner.locator('option', { hasText: decided.action.who }).first();
    await owner.selectOption((await option.getAttribute('value')) ?? '');
    await box('1. By when').fill(decided.action.by);
    await page.getByRole('button', { name: 'Record the decision' }).click();
    await page.getByText('Decided. Whoever leads has been told.').waitFor();
  }
}
