import type { Page } from 'playwright-core';

/** Where everybody starts. */
export class SignInPage {
  constructor(readonly page: Page) {}

  async open(): Promise<this> {
    await this.page.goto('/sign-in');
    await this.page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
    return this;
  }

  /** Chooses one of the invented people from the list, as a newcomer does. @param name `Lena Okafor` */
  async as(name: string): Promise<void> {
    await this.open();
    const people = this.page.getByRole('region', { name: 'Practice area' });
    await people.getByRole('button', { name }).click();
    await this.submit();
    await this.page.getByRole('button', { name: /^About me/ }).waitFor();
  }

  async with(email: string, password: string): Promise<void> {
    await this.page.getByLabel('Work email').fill(email);
    await this.page.getByLabel('Password', { exact: true }).fill(password);
    await this.submit();
  }

  private submit(): Promise<void> {
    return this.page.getByRole('button', { name: 'Sign in', exact: true }).click();
  }
}
