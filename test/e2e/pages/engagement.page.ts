import type { Locator, Page } from 'playwright-core';

export interface OwnPart {
  does: string;
  offered?: string;
  offerAgain: string;
  lookAgain: string;
}

/** What one service does while the family has not agreed, and talking with colleagues without saying who it is. */
export class EngagementPage {
  constructor(readonly page: Page) {}

  async open(caseId: string): Promise<this> {
    await this.page.goto(`/cases/${caseId}/engagement`);
    await this.page.getByRole('heading', { level: 1, name: 'Work without agreement' }).waitFor();
    return this;
  }

  /** On a case, or on a question one was asked. */
  async write({ does, offered = '', offerAgain, lookAgain }: OwnPart): Promise<void> {
    await this.page.getByRole('button', { name: 'Write what we do' }).click();
    await this.page.getByLabel('What does your service do by itself?').fill(does);
    await this.page.getByLabel('What was offered, and what did the family say?').fill(offered);
    await this.page.getByLabel('When do you offer help again?').fill(offerAgain);
    await this.page.getByLabel('When do you look at this again?').fill(lookAgain);
    await this.page.getByRole('button', { name: 'Save', exact: true }).click();
    await this.kept(does);
  }

  /** On the page itself: the form it was typed into may not have closed yet. */
  private kept(words: string): Promise<void> {
    return this.page.getByRole('paragraph').filter({ hasText: words }).first().waitFor();
  }

  async lookAgain(words: string, next: string, on: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Look at it again' }).click();
    await this.page.getByLabel('What has changed?').fill(words);
    await this.page.getByRole('radio', { name: next }).check();
    await this.page.getByLabel('When do you look at this again?').fill(on);
    await this.page.getByRole('button', { name: 'Save what has changed' }).click();
    await this.kept(words);
  }

  get question(): Locator {
    return this.page.getByLabel('What do you want to talk about?');
  }

  async ask(words: string, colleagues: readonly string[]): Promise<void> {
    await this.page.getByRole('button', { name: 'Ask colleagues' }).click();
    await this.question.fill(words);
    for (const name of colleagues) {
      await this.page.getByLabel('Look for a colleague').fill(name);
      await this.page.getByRole('radio', { name }).check();
      await this.page.getByRole('button', { name: 'Add this colleague' }).click();
    }
    await this.send();
  }

  send(): Promise<void> {
    return this.page.getByRole('button', { name: 'Ask', exact: true }).click();
  }

  /** Opens the newest question, as one of those asked or of the CAF team. */
  async openQuestion(): Promise<this> {
    await this.page.goto('/consultations');
    await this.page.getByRole('link', { name: 'Open', exact: true }).first().click();
    await this.page.getByRole('heading', { level: 1, name: 'A question from a colleague' }).waitFor();
    return this;
  }

  async advise(words: string): Promise<void> {
    await this.page.getByLabel('What was advised?').fill(words);
    await this.page.getByRole('button', { name: 'Write it down' }).click();
    await this.kept(words);
  }
}
