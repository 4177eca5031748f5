import type { Page } from 'playwright-core';

/** Brokered contact: somebody of a team asks, the CAF team takes it on and answers. */
export class ContactPage {
  constructor(readonly page: Page) {}

  async ask(caseId: string, reason: string): Promise<void> {
    await this.page.goto(`/cases/${caseId}/agreement`);
    await this.page.getByRole('button', { name: 'Ask the CAF team about contact' }).click();
    await this.page.getByLabel(/^What would contact be for/).fill(reason);
    await this.page.getByRole('button', { name: 'Send to the CAF team' }).click();
    await this.page.getByText('The CAF team is finding out.').waitFor();
  }

  /** @returns the services to ring, as whoever took it on reads them */
  async take(reason: string): Promise<string> {
    await this.page.goto('/contact');
    const task = this.page.locator('section', { hasText: reason });
    await task.getByRole('button', { name: 'Take this on' }).click();
    await task.getByRole('heading', { name: 'Services to ring' }).waitFor();
    return task.innerText();
  }

  async answer(reason: string, said: string): Promise<void> {
    const task = this.page.locator('section', { hasText: reason });
    await task.getByRole('radio', { name: said }).check();
    await task.getByRole('button', { name: 'Send the answer' }).click();
    await task.waitFor({ state: 'detached' });
  }
}
