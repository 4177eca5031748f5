import type { Locator, Page } from 'playwright-core';

export interface Element {
  well: string;
  help: string;
  /** The child's own words, where there are some. */
  own?: string;
}

/** What a hand does beyond the words themselves, where a mouse or a finger is used. */
export class Tally {
  boxes = 0;
  choices = 0;
  pages = 0;

  /** A box is gone to, a choice made, a page turned: one click or tap each; a list takes one to open and one to choose. */
  get clicks(): number {
    return this.boxes + this.choices + this.pages;
  }
}

/** The assessment from its first part to its last, each stored by going on to the next. */
export class AssessmentPage {
  readonly tally = new Tally();

  constructor(readonly page: Page) {}

  async begin(caseId: string): Promise<void> {
    await this.page.goto(`/cases/${caseId}/assessments`);
    await this.page.getByRole('button', { name: 'Start the assessment' }).click();
    await this.heading('Who and why').waitFor();
  }

  heading(name: string) {
    return this.page.getByRole('heading', { level: 1, name, exact: true });
  }

  /** One line of a question that has many, to write in. */
  line(question: string, n = 1): AssessmentFields {
    const lines = this.page.getByRole('group', { name: question, exact: true });
    return new AssessmentFields(lines.getByRole('group', { name: `Line ${n}`, exact: true }), this.tally);
  }

  get fields(): AssessmentFields {
    return new AssessmentFields(this.page.locator('main'), this.tally);
  }

  /** One part of the assessment: strengths, needs, who said it. */
  async element({ well, help, own }: Element): Promise<void> {
    const { page } = this;
    if (own) {
      this.tally.choices += 1;
      await page.getByRole('button', { name: /own words$/ }).click();
      await page.getByRole('textbox', { name: /own words$/ }).fill(own);
    }
    this.tally.boxes += own ? 3 : 2;
    await page.getByRole('textbox', { name: 'What is going well' }).fill(well);
    await this.said('Who said what is going well?', 'I saw it');
    await page.getByRole('textbox', { name: 'What would help' }).fill(help);
    await this.said('Who said what would help?', /^Kit/);
  }

  /** Stores the part and goes on. @returns the title of the next one */
  async next(): Promise<string> {
    this.tally.pages += 1;
    const before = await this.page.getByRole('heading', { level: 1 }).innerText();
    await this.page.getByRole('button', { name: /^Next:/ }).click();
    await this.page.waitForFunction((title) => {
      const heading = document.querySelector('h1');
      return heading !== null && heading.innerText !== title;
    }, before);
    return this.page.getByRole('heading', { level: 1 }).innerText();
  }

  private async said(whose: string, who: string | RegExp): Promise<void> {
    this.tally.choices += 1;
    await this.page.getByRole('group', { name: whose }).getByRole('button', { name: who }).click();
  }
}

/** Questions of every kind, by their words, on the page or in one line of it. */
export class AssessmentFields {
  constructor(
    private readonly where: Locator,
    private readonly tally: Tally,
  ) {}

  async choose(question: string, answer: string): Promise<void> {
    this.tally.choices += 1;
    await this.where
      .getByRole('radiogroup', { name: question })
      .getByRole('radio', { name: answer, exact: true })
      .check();
  }

  /** The first box of that name, where lines further down have one as well. */
  async write(label: string, words: string): Promise<void> {
    this.tally.boxes += 1;
    await this.where.getByLabel(label, { exact: true }).first().fill(words);
  }

  /** One of many that may all be right. */
  async tick(label: string): Promise<void> {
    this.tally.choices += 1;
    const box = this.where.getByRole('checkbox', { name: label, exact: true });
    // Long lists are chips.
    const chip = this.where.getByRole('button', { name: label, exact: true, pressed: false });
    await box.or(chip).click();
  }

  async pick(label: string, option: string): Promise<void> {
    this.tally.choices += 2;
    await this.where.getByLabel(label, { exact: true }).selectOption({ label: option });
  }
}
