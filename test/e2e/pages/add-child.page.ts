import type { Page } from 'playwright-core';

export interface NewChild {
  givenNames: string;
  familyName: string;
  sex: string;
  postcode: string;
  address: string;
  school: string;
  yearGroup: string;
  mother: { givenNames: string; familyName: string; phone: string };
}

/** Adds a child after a search; what was searched stands in the boxes already. */
export class AddChildPage {
  constructor(readonly page: Page) {}

  /** Sends the form as it is, to see what it asks for. */
  async save(): Promise<void> {
    await this.page.getByRole('button', { name: 'Add this child' }).click();
  }

  async fill(child: NewChild): Promise<void> {
    const { page } = this;
    await page.getByLabel('How do you know the date?').selectOption({ label: 'Told by the family' });
    await page.getByRole('radio', { name: child.sex, exact: true }).check();
    await page.getByLabel('Postcode').fill(child.postcode);
    await page.getByLabel('Address', { exact: true }).fill(child.address);
    await page.getByLabel('School, nursery or college').fill(child.school);
    await page.getByLabel('Year group').fill(child.yearGroup);
    const person = page.getByRole('group', { name: 'Person 1' });
    await person.getByLabel('First names').fill(child.mother.givenNames);
    await person.getByLabel('Surname').fill(child.mother.familyName);
    await person.getByLabel('Who are they to the child?').selectOption({ label: 'Mother' });
    await person.getByLabel('Where do they live?').selectOption({ label: 'Lives with the child' });
    await person.getByLabel('Parental responsibility').selectOption({ label: 'Has parental responsibility' });
    await person.getByLabel('How did it come about?').selectOption({ label: 'Birth mother' });
    await person.getByLabel('Their phone').fill(child.mother.phone);
  }

  async added(): Promise<void> {
    await this.save();
    await this.page.waitForURL(/\/children\/[^/]+\/start$/);
  }
}
