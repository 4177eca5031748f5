import type { Locator, Page } from 'playwright-core';

/** Asks the family: who agrees, what was explained, who may know what, the signature, the copy. */
export class AgreementPage {
  constructor(readonly page: Page) {}

  async open(caseId: string): Promise<this> {
    await this.page.goto(`/cases/${caseId}/agreement/new`);
    await this.page.getByRole('radiogroup', { name: 'Who is agreeing?' }).waitFor();
    return this;
  }

  /** @param giver as listed: `Kit Vale, mother` */
  async who(giver: string): Promise<void> {
    await this.page.getByRole('radio', { name: giver }).check();
    await this.next();
  }

  /** A young person who decides: which matters, the four points, and how the worker knows. */
  async decidesAlone(person: string, matters: readonly string[], how: string): Promise<void> {
    const { page } = this;
    await page.getByRole('radio', { name: person }).check();
    for (const matter of matters) await page.getByRole('checkbox', { name: matter, exact: true }).check();
    for (const point of ['what', 'who', 'outcome', 'free'])
      await page.locator(`input[name="competence-${point}"]`).check();
    await page.getByLabel('How do you know?').fill(how);
    await this.next();
  }

  /** One tick taken away: a no to that kind alone. */
  async noLonger(service: string, kind: string): Promise<void> {
    await this.page.getByRole('checkbox', { name: `${service}: ${kind}` }).uncheck();
  }

  /** One tick. @param kind as the column says */
  async mayKnowOnly(service: string, kind: string): Promise<void> {
    const row = this.row(service);
    if ((await row.count()) === 0) await this.addService(service);
    const ask = row.getByRole('button', { name: /^(Ask|Change)/ });
    if (await ask.count()) await ask.click();
    await this.page.getByRole('checkbox', { name: `${service}: ${kind}` }).check();
  }

  /** Answers each point by itself. */
  async talkedThrough(): Promise<void> {
    const points = this.page.getByRole('group', { name: 'Answer each by itself' }).getByRole('checkbox');
    await points.first().waitFor();
    for (const point of await points.all()) await point.check();
    await this.next();
  }

  async addService(name: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Add a service or person' }).click();
    await this.page.getByRole('textbox', { name: 'Name of the service or person' }).fill(name);
    await this.page.getByRole('button', { name: `Add ${name}`, exact: true }).click();
  }

  /** Ticks every ordinary kind for a service, one by one: there is no "all". */
  async mayKnow(name: string): Promise<void> {
    const row = this.row(name);
    // A service that is not on the team, as far as the asker may know, is added first.
    if ((await row.count()) === 0) await this.addService(name);
    await row.waitFor();
    const ask = row.getByRole('button', { name: /^(Ask|Change)/ });
    if (await ask.count()) await ask.click();
    const kinds = row.locator('td:not(.own)').getByRole('checkbox');
    await kinds.first().waitFor();
    for (const kind of await kinds.all()) await kind.check();
  }

  async saidNo(name: string): Promise<void> {
    await this.row(name)
      .getByRole('button', { name: /said no/i })
      .click();
  }

  /** A column of its own, then a tick for one service. @param topic as listed: `Juno’s mental health` */
  async ownKind(topic: string, service: string): Promise<void> {
    await this.page.getByLabel('A kind that needs a yes of its own').selectOption({ label: topic });
    await this.page.getByRole('checkbox', { name: `${service}: ${topic}` }).check();
  }

  /** What would happen, shown before anything is saved. */
  get effect(): Locator {
    return this.page.locator('section', {
      has: this.page.getByRole('heading', { name: 'What this will do' }),
    });
  }

  /** What it is for; nothing is ticked by itself. */
  async purpose(words: string): Promise<void> {
    await this.page.getByRole('checkbox', { name: words }).check();
  }

  async sign(name: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Type the name instead' }).click();
    await this.page.getByRole('textbox', { name: /types their own name here$/ }).fill(name);
  }

  async save(): Promise<void> {
    await this.page.getByRole('button', { name: /^Save what/ }).click();
  }

  get saved(): Locator {
    return this.page.getByRole('heading', { name: /^Saved\. Now give/ });
  }

  private row(name: string): Locator {
    return this.page.getByRole('row').filter({ has: this.page.getByRole('rowheader', { name }) });
  }

  private next(): Promise<void> {
    return this.page.getByRole('button', { name: 'Next', exact: true }).click();
  }
}
