import type { Page } from 'playwright-core';

/** Where support has got to, in figures. */
export class DashboardPage {
  constructor(readonly page: Page) {}

  async open(): Promise<this> {
    await this.page.goto('/dashboard');
    await this.page.locator('#closed').waitFor();
    return this;
  }

  async reviewsOverdue(): Promise<{ late: number; due: number }> {
    const words = await this.page.getByText(/ cases with a review date$/).innerText();
    const [, late = '', due = ''] = /([\d,]+) of ([\d,]+) cases/.exec(words) ?? [];
    return { late: number(late), due: number(due) };
  }

  /** Of those closed in the quarter, how many with needs met or stepped down. */
  async metOf(): Promise<{ met: number; closed: number }> {
    const [, met = '', closed = ''] = /([\d,]+) of ([\d,]+) closed with/.exec(await this.quarter()) ?? [];
    return { met: number(met), closed: number(closed) };
  }

  /** What the card of the quarter says in words. */
  quarter(): Promise<string> {
    return this.page.locator('#closed').innerText();
  }
}

const number = (text: string): number => Number(text.replaceAll(',', ''));
