import type { Page } from 'playwright-core';

/** Who asks me to lead. */
export class OffersPage {
  constructor(readonly page: Page) {}

  async open(): Promise<this> {
    await this.page.goto('/offers');
    await this.page.getByRole('heading', { level: 1, name: 'Asked to lead' }).waitFor();
    return this;
  }

  /** @param words of the family's wish, which tell this offer from others */
  async accept(words: string): Promise<void> {
    const offer = this.page.locator('section', { hasText: words });
    await offer.getByRole('button', { name: 'Yes, I lead' }).click();
    await this.page.getByText('You lead now.').waitFor();
  }
}
