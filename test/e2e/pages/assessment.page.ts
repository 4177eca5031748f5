import type { Locator, Page } from 'playwright-core';
import { Mouse, type Hand } from '../kit/hands.js';

export interface Element {
  well: string;
  help: string;
  /** The child's own words, where there are some. */
  own?: string;
}

/** What a whole assessment asks for beyond the words themselves. */
export class Tally {
  boxes = 0;
  choices = 0;
  pages = 0;
}

/** The assessment from its first part to its last, each stored by going on to the next. */
export class AssessmentPage {
  readonly tally = new Tally();

  constructor(
    readonly page: Page,
    readonly hand: Hand = new Mouse(),
  ) {}

  async begin(caseId: string): Promise<void> {
    await this.page.goto(`/cases/${caseId}/assessments`);
    await this.hand.press(this.page.getByRole('button', { name: 'Start the assessment' }));
    await this.heading('Who and why').waitFor();
  }

  heading(name: string) {
    return this.page.getByRole('heading', { level: 1, name, exact: true });
  }

  /** One line of a question that has many, to write in. */
  line(question: string, n = 1): AssessmentFields {
    const lines = this.page.getByRole('group', { name: question, exact: true });
    const line = lines.getByRole('group', { name: `Line ${n}`, exact: true });
    return new AssessmentFields(line, this.tally, this.hand);
  }

  get fields(): AssessmentFields {
    return new AssessmentFields(this.page.locator('main'), this.tally, this.hand);
  }

  /** One part of the assessment: strengths, needs, who said it. */
  async element({ well, help, own }: Element): Promise<void> {
    const { page, hand } = this;
    if (own) {
      this.tally.choices += 1;
      await hand.press(page.getByRole('button', { name: /own words$/ }));
      await hand.write(page.getByRole('textbox', { name: /own words$/ }), own);
    }
    this.tally.boxes += own ? 3 : 2;
    await hand.write(page.getByRole('textbox', { name: 'What is going well' }), well);
    await this.said('Who said what is going well?', 'I saw it');
    await hand.write(page.getByRole('textbox', { name: 'What would help' }), help);
    await this.said('Who said what would help?', /^Kit/);
  }

  /** Stores the part and goes on. @returns the title of the next one */
  async next(): Promise<string> {
    this.tally.pages += 1;
    const before = await this.page.getByRole('heading', { level: 1 }).innerText();
    await this.hand.goOn(this.page.getByRole('button', { name: /^Next:|^Read it through/ }));
    await this.page.waitForFunction((title) => {
      const heading = document.querySelector('h1');
      return heading !== null && heading.innerText !== title;
    }, before);
    return this.page.getByRole('heading', { level: 1 }).innerText();
  }

  private async said(whose: string, who: string | RegExp): Promise<void> {
    this.tally.choices += 1;
    await this.hand.press(this.page.getByRole('group', { name: whose }).getByRole('button', { name: who }));
  }
}

/** Questions of every kind, by their words, on the page or in one line of it. */
export class AssessmentFields {
  constructor(
    private readonly where: Locator,
    private readonly tally: Tally,
    private readonly hand: Hand,
  ) {}

  async choose(question: string, answer: string): Promise<void> {
    this.tally.choices += 1;
    await this.hand.choose(
      this.where
        .getByRole('radiogroup', { name: question })
        .getByRole('radio', { name: answer, exact: true }),
    );
  }

  /** The first box of that name, where lines further down have one as well. */
  async write(label: string, words: string): Promise<void> {
    this.tally.boxes += 1;
    await this.hand.write(this.where.getByLabel(label, { exact: true }).first(), words);
  }

  /** One of many that may all be right. */
  async tick(label: string): Promise<void> {
    this.tally.choices += 1;
    const box = this.where.getByRole('checkbox', { name: label, exact: true });
    // Long lists are chips.
    const chip = this.where.getByRole('button', { name: label, exact: true, pressed: false });
    await this.hand.press(box.or(chip));
  }

  async pick(label: string, option: string): Promise<void> {
    this.tally.choices += 2;
    await this.hand.pick(this.where.getByLabel(label, { exact: true }), option);
  }
}
