import type { Page } from 'playwright-core';

export interface Born {
  /** As people write it: `18 July 2026`. */
  bornOn: string;
  names: readonly [given: string, family: string];
  sex: string;
  nhs: string;
}

/** From the family of a case: the birth, and who was registered with it. */
export class BirthPage {
  constructor(readonly page: Page) {}

  async open(caseId: string): Promise<this> {
    await this.page.goto(`/cases/${caseId}/family`);
    await this.page.getByRole('link', { name: /^Record the birth/ }).click();
    await this.page.getByRole('button', { name: 'Record the birth' }).waitFor();
    return this;
  }

  async record({ bornOn, names, sex, nhs }: Born): Promise<void> {
    const { page } = this;
    await page.getByLabel('Date of birth').fill(bornOn);
    await page.getByLabel('How do you know the date?').selectOption({ index: 1 });
    await page.getByLabel('First names').fill(names[0]);
    await page.getByLabel('Surname', { exact: true }).fill(names[1]);
    await page.getByRole('radio', { name: sex, exact: true }).check();
    await page.getByLabel('NHS number').fill(nhs);
    await page.getByRole('button', { name: 'Record the birth' }).click();
  }

  /** @param who as listed: `Ade Bello, Dad` */
  async register(childId: string, caseId: string, who: string, on: string): Promise<void> {
    const { page } = this;
    await page.goto(`/children/${childId}/registration?case=${caseId}`);
    await page.getByRole('radio', { name: who }).check();
    await page.getByLabel('Registered on').fill(on);
    await page.getByRole('button', { name: 'Save the registration' }).click();
    await page.getByText(/has parental responsibility since/).waitFor();
  }
}
