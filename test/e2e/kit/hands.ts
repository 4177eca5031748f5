import type { Locator, Page } from 'playwright-core';

/** How somebody works a form, and what it costs beyond the words: clicks, keys or taps. */
export interface Hand {
  readonly cost: number;
  write(box: Locator, words: string): Promise<void>;
  /** One of several of which one is right. */
  choose(radio: Locator): Promise<void>;
  pick(list: Locator, option: string): Promise<void>;
  /** A button, a chip, a box to tick. */
  press(button: Locator): Promise<void>;
  goOn(button: Locator): Promise<void>;
}

/** A box is gone to, a choice made, a page turned: one click each; a list takes one to open and one to choose. */
export class Mouse implements Hand {
  cost = 0;

  async write(box: Locator, words: string): Promise<void> {
    this.cost += 1;
    await box.fill(words);
  }
  async choose(radio: Locator): Promise<void> {
    this.cost += 1;
    await radio.check();
  }
  async pick(list: Locator, option: string): Promise<void> {
    this.cost += 2;
    await list.selectOption({ label: option });
  }
  async press(button: Locator): Promise<void> {
    this.cost += 1;
    await button.click();
  }
  async goOn(button: Locator): Promise<void> {
    await this.press(button);
  }
}

/** A finger: what is tapped has to be large enough and not covered. The phone's own list opens for a choice. */
export class Finger implements Hand {
  cost = 0;

  constructor(private readonly page: Page) {}

  async write(box: Locator, words: string): Promise<void> {
    await this.press(box);
    await this.page.keyboard.insertText(words);
  }
  async choose(radio: Locator): Promise<void> {
    // The words beside it belong to it, as on any phone.
    await this.press(radio.locator('xpath=ancestor::label').or(radio).first());
  }
  async pick(list: Locator, option: string): Promise<void> {
    this.cost += 2;
    await list.tap();
    await list.selectOption({ label: option });
  }
  async press(button: Locator): Promise<void> {
    this.cost += 1;
    await button.tap();
  }
  async goOn(button: Locator): Promise<void> {
    await this.press(button);
  }
}

/** Rounds of walking towards a control before it counts as out of reach. */
const ROUNDS = 8;
/** The top of the page that a Tab walks from, when nothing has the focus. */
const MOST_STEPS = 400;

/** Keys alone: Tab until one is there, arrows in a group, letters in a list, a space on a button, a chord to go on. */
export class Keyboard implements Hand {
  cost = 0;

  constructor(private readonly page: Page) {}

  async write(box: Locator, words: string): Promise<void> {
    await this.reach(box);
    if ((await box.inputValue()) !== '') await this.key('Control+a');
    await this.page.keyboard.insertText(words);
  }

  async choose(radio: Locator): Promise<void> {
    await this.reach(radio);
    const steps = await radio.evaluate((wanted) => {
      const all = [...document.querySelectorAll<HTMLInputElement>('input[type=radio]')].filter(
        ({ name }) => name === (wanted as HTMLInputElement).name,
      );
      return (
        all.indexOf(wanted as HTMLInputElement) - all.indexOf(document.activeElement as HTMLInputElement)
      );
    });
    if (steps === 0 && !(await radio.isChecked())) await this.key('Space');
    for (let n = 0; n < Math.abs(steps); n += 1) await this.key(steps > 0 ? 'ArrowDown' : 'ArrowUp');
    if (!(await radio.isChecked())) throw new Error('the arrows do not choose here');
  }

  async pick(list: Locator, option: string): Promise<void> {
    await this.reach(list);
    const prefix = await list.evaluate((select, wanted) => {
      const labels = [...(select as HTMLSelectElement).options].map(({ label }) => label.toLowerCase());
      const whole = wanted.toLowerCase();
      for (let n = 1; n <= whole.length; n += 1)
        if (labels.find((each) => each.startsWith(whole.slice(0, n))) === whole) return wanted.slice(0, n);
      return wanted;
    }, option);
    this.cost += prefix.length;
    await this.page.keyboard.type(prefix);
    const chosen = await list.evaluate((select) => (select as HTMLSelectElement).selectedOptions[0]?.label);
    if (chosen !== option) throw new Error(`letters chose ${chosen ?? 'nothing'} instead of ${option}`);
  }

  async press(button: Locator): Promise<void> {
    await this.reach(button);
    await this.key('Space');
  }

  async goOn(): Promise<void> {
    await this.key('Control+Enter');
  }

  private async key(key: string): Promise<void> {
    this.cost += 1;
    await this.page.keyboard.press(key);
  }

  /** Walks with Tab until the control has the focus; of a group of radios any of them will do. */
  private async reach(control: Locator): Promise<void> {
    await control.waitFor();
    for (let round = 0; round < ROUNDS; round += 1) {
      const steps = await control.evaluate(stepsTo);
      if (steps === 0) return;
      if (steps === null || Math.abs(steps) > MOST_STEPS) break;
      for (let n = 0; n < Math.abs(steps); n += 1) await this.key(steps > 0 ? 'Tab' : 'Shift+Tab');
    }
    throw new Error(`no key leads to ${String(control)}`);
  }
}

/** How many Tabs away a control should be, counted on the page; 0 when it has the focus. The walk itself is by keys. */
function stepsTo(wanted: Element): number | null {
  const group = (each: Element): string | null =>
    each instanceof HTMLInputElement && each.type === 'radio' ? each.name : null;
  const same = (a: Element, b: Element): boolean => a === b || (group(a) !== null && group(a) === group(b));
  const { activeElement: here } = document;
  if (here !== null && same(here, wanted)) return 0;
  const seen = new Set<string>();
  const stops = [
    ...document.querySelectorAll<HTMLElement>(
      'a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex="-1"])',
    ),
  ].filter((each) => {
    if (each.tabIndex < 0 || each.getClientRects().length === 0 || (each as HTMLButtonElement).disabled)
      return false;
    if (getComputedStyle(each).visibility === 'hidden') return false;
    const name = group(each);
    if (name === null) return true;
    if (seen.has(name)) return false;
    seen.add(name);
    return true;
  });
  const to = stops.findIndex((each) => same(each, wanted));
  if (to < 0) return null;
  const from = here === null ? -1 : stops.findIndex((each) => same(each, here));
  if (from >= 0) return to - from;
  // Somewhere that is no stop, such as a heading: the next stop behind it is one Tab away.
  const behind = stops.findIndex(
    (each) => here !== null && (here.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
  );
  return behind < 0 || here === document.body ? to + 1 : to >= behind ? to - behind + 1 : to - behind;
}
