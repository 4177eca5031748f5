import type { Page } from 'playwright-core';

export interface WrittenDown {
  names: readonly [given: string, family: string];
  /** As the lists say it. */
  kind: string;
  lives: string;
  /** Code of how parental responsibility came about. */
  basis: string;
}

/** Somebody of the family is written down. */
export class KinPage {
  constructor(readonly page: Page) {}

  async fill({ names, kind, lives, basis }: WrittenDown): Promise<void> {
    const { page } = this;
    await page.getByLabel('First name').fill(names[0]);
    await page.getByLabel('Surname').fill(names[1]);
    await page.getByLabel(/^Who is this person to/).selectOption({ label: kind });
    await page.getByRole('radio', { name: lives, exact: true }).check();
    await page.getByRole('radio', { name: 'Has parental responsibility' }).check();
    await page.getByLabel('How did it come about?').selectOption(basis);
  }
}
