import type { Locator, Page } from 'playwright-core';

export interface Action {
  text: string;
  who: string;
  byWhen: string;
  hope: string;
}

export interface Hope {
  need: string;
  statement: string;
  better: 'lower' | 'higher';
  from: number;
  to: number;
  /** In a family, whom it is for. */
  child?: string;
}

/** Meeting mode: people, plan, decisions and the next date on one screen. */
export class RoomPage {
  constructor(readonly page: Page) {}

  async ready(): Promise<this> {
    await this.page.getByRole('heading', { name: 'People' }).waitFor();
    return this;
  }

  /** @param choice as on the key: `Came`, `Report` */
  async mark(person: string, choice: string): Promise<void> {
    const row = this.page.getByRole('group', { name: person, exact: true });
    await row.getByRole('radio', { name: choice }).check();
  }

  /** Somebody came in the place of who was asked. */
  async sentDeputy(person: string, deputy: string): Promise<void> {
    await this.mark(person, 'Deputy');
    const name = this.page.getByLabel('Name of the deputy');
    await name.fill(deputy);
    await name.press('Tab');
  }

  /** What the head of the people's column counts. */
  tally(): Promise<string> {
    return this.page.locator('#room-people + p').innerText();
  }

  async beginPlan(): Promise<void> {
    const begin = this.page.getByRole('button', { name: 'Begin the plan' });
    const hope = this.page.getByRole('button', { name: 'Add a hope' });
    await begin.or(hope).first().waitFor();
    if (await begin.count()) await begin.click();
    await hope.waitFor();
  }

  async addHope({ need, statement, better, from, to, child }: Hope): Promise<void> {
    await this.page.getByRole('button', { name: 'Add a hope' }).click();
    const form = this.form('Add a hope');
    if (child) await form.getByRole('radio', { name: child, exact: true }).check();
    await form.getByLabel(/^The need it starts from/).fill(need);
    await form.getByLabel('What will be different?').fill(statement);
    await form.getByRole('radio', { name: `A ${better} score` }).check();
    await form.getByLabel(/^Words at 0/).fill('not at all');
    await form.getByLabel(/^Words at 10/).fill('all the time');
    await form.getByLabel(/^Score at the start/).fill(String(from));
    await form.getByLabel(/^Score hoped for/).fill(String(to));
    await form.getByRole('button', { name: 'Add', exact: true }).click();
    await this.page.getByRole('heading', { name: statement }).waitFor();
  }

  async addAction({ text, who, byWhen, hope }: Action): Promise<void> {
    await this.page.getByRole('button', { name: /^Add an action/ }).click();
    const form = this.form('Add an action');
    await form.getByLabel('What will be done').fill(text);
    await form.getByLabel('Who', { exact: true }).selectOption({ label: who });
    await form.getByLabel('By when').fill(byWhen);
    await form.getByLabel('For which hope').selectOption({ label: hope });
    await form.getByRole('button', { name: 'Add', exact: true }).click();
    await this.page.getByRole('button', { name: `Change: ${text}` }).waitFor();
  }

  async decide(code: string): Promise<void> {
    await this.page.getByRole('button', { name: /^Add a decision/ }).click();
    await this.page.getByLabel('Decision', { exact: true }).selectOption({ label: code });
    await this.page.getByRole('button', { name: 'Add', exact: true }).click();
    await this.page.getByRole('listitem').filter({ hasText: code }).first().waitFor();
  }

  async checks(child: string | RegExp, level = '3'): Promise<void> {
    const { page } = this;
    await this.kept(() => page.getByLabel('Level of need now').selectOption(level));
    await this.kept(() => page.getByRole('checkbox', { name: 'Agreement to share was checked' }).click());
    await this.kept(() =>
      page
        .getByLabel(typeof child === 'string' ? `How did ${child} take part?` : child)
        .selectOption({ label: 'Was there for part' }),
    );
    await this.kept(() => page.getByLabel(/^How did the parents take part/).selectOption({ label: 'Came' }));
  }

  async bookNext(date: string): Promise<void> {
    const card = this.page.locator('section', {
      has: this.page.getByRole('heading', { name: 'Book the next one' }),
    });
    await card.getByLabel('Date').fill(date);
    await card.getByRole('button', { name: /^Invite all/ }).click();
    await card.getByText(/^Booked/).waitFor();
  }

  async finish(): Promise<void> {
    await this.page.getByRole('button', { name: 'Finish meeting' }).click();
  }

  private form(title: string): Locator {
    return this.page.locator('section', {
      has: this.page.getByRole('heading', { name: title, exact: true }),
    });
  }

  /** Waits for the save that follows by itself, as somebody does who watches the saved line. */
  private async kept(act: () => Promise<unknown>): Promise<void> {
    const saved = this.page.waitForResponse(
      (answer) => answer.request().method() === 'PATCH' && answer.url().includes('/api/meetings/'),
    );
    await act();
    await saved;
  }
}
