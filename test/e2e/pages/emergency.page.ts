import type { Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../kit/people.js';

/** Asking for an emergency view, looking, and reviewing it. */
export class EmergencyPage {
  constructor(readonly page: Page) {}

  /** From the sharing tab of a case, as somebody on it would. */
  async begin(caseId: string): Promise<void> {
    await this.page.goto(`/cases/${caseId}/sharing`);
    await this.page.getByRole('link', { name: 'Open more in an emergency' }).click();
    await this.heading('Open this record in an emergency');
  }

  heading(name: string | RegExp): Promise<void> {
    return this.page.getByRole('heading', { level: 1, name }).waitFor();
  }

  async fill(asked: { kind: string; ground: string; reason: string; password?: string }): Promise<void> {
    await this.page.getByRole('checkbox', { name: asked.kind }).check();
    await this.page.getByRole('radio', { name: asked.ground }).check();
    await this.page.getByLabel('What has happened, and why must you see this now?').fill(asked.reason);
    await this.page.getByRole('checkbox', { name: 'I understand this is reviewed' }).check();
    await this.page.getByLabel('Your password, once more').fill(asked.password ?? DEMO_PASSWORD);
  }

  send(): Promise<void> {
    return this.page.getByRole('button', { name: 'Open for 60 minutes' }).click();
  }

  get banner() {
    return this.page.getByRole('region', { name: 'Emergency view' });
  }

  /** What the summary at the top says is missing. */
  errors(): Promise<string[]> {
    return this.page.getByRole('alert').first().getByRole('link').allInnerTexts();
  }
}
