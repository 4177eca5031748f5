import type { Page } from 'playwright-core';

export interface Figure {
  part: number;
  whole: number;
  /** As shown: `78.1%`. */
  percent: string;
}

/** Who takes part in team meetings, agencies by months. */
export class AttendancePage {
  constructor(readonly page: Page) {}

  async open(): Promise<this> {
    await this.page.goto('/attendance');
    await this.page.getByRole('table').first().waitFor();
    return this;
  }

  async countOnlyWhoCame(): Promise<void> {
    await this.page.getByRole('button', { name: 'Came only' }).click();
    await this.page
      .getByText(/ended in someone coming|came/)
      .first()
      .waitFor();
  }

  /** The sentence under the title. */
  async whole(): Promise<Figure> {
    const words = await this.page
      .locator('main')
      .getByText(/ invitations /)
      .first()
      .innerText();
    const [, part = '', whole = '', percent = ''] = /([\d,]+) of ([\d,]+) .*?([\d.]+%)/s.exec(words) ?? [];
    return { part: number(part), whole: number(whole), percent };
  }
}

const number = (text: string): number => Number(text.replaceAll(',', ''));
