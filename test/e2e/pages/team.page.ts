import type { Locator, Page } from 'playwright-core';

/** Who works with the family, and who leads. */
export class TeamPage {
  constructor(readonly page: Page) {}

  async open(caseId: string): Promise<this> {
    await this.page.goto(`/cases/${caseId}/team`);
    await this.add.waitFor();
    return this;
  }

  async bringIn(name: string): Promise<void> {
    await this.find(this.add, name);
    await this.add.getByRole('button', { name: 'Bring in' }).click();
  }

  async askToLead(name: string, familySays: string): Promise<void> {
    await this.find(this.ask, name);
    await this.ask.getByRole('textbox', { name: 'What does the family wish?' }).fill(familySays);
    await this.ask.getByRole('button', { name: 'Ask to lead' }).click();
  }

  /** A colleague who asks to join, with the words they gave and what the family says to their service. */
  asksToJoin(): Locator {
    return this.page.locator('section', {
      has: this.page.getByRole('heading', { name: 'Colleagues who ask to join' }),
    });
  }

  /** Waits until somebody stands in the team. */
  async has(name: string): Promise<void> {
    await this.page.locator('main li', { hasText: name }).first().waitFor();
  }

  private async find(card: Locator, name: string): Promise<void> {
    await card.getByRole('textbox').first().fill(name);
    await card.getByRole('radio', { name }).check();
  }

  get add(): Locator {
    return this.page.locator('section', {
      has: this.page.getByRole('heading', { name: 'Bring a colleague into the team' }),
    });
  }

  private get ask(): Locator {
    return this.page.locator('section', {
      has: this.page.getByRole('heading', { name: 'Ask a colleague to lead' }),
    });
  }
}
