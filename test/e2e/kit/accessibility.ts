import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { DESK, PHONE } from './browser.js';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const LOOKS = [
  { name: 'desk, light', viewport: DESK, colorScheme: 'light' },
  { name: 'desk, dark', viewport: DESK, colorScheme: 'dark' },
  { name: 'phone, dark', viewport: PHONE, colorScheme: 'dark' },
  { name: 'phone, light', viewport: PHONE, colorScheme: 'light' },
] as const;

/** What a scan found wrong: one line for each element, empty when all is well. */
export type Barriers = string[];

/**
 * Scans the open page in light and dark, wide and narrow, and leaves it as it was on a desk in light.
 * Also finds a page that scrolls sideways on a phone, which the scan itself does not look for.
 */
export async function barriers(page: Page): Promise<Barriers> {
  const found: Barriers = [];
  for (const { name, viewport, colorScheme } of LOOKS) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme });
    await settled(page);
    for (const { id, nodes } of await violationsOf(page))
      for (const node of nodes) found.push(`${name}: ${id} at ${node.target.join(' ')}: ${why(node)}`);
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    if (sideways > 0) found.push(`${name}: the page is ${sideways} px wider than the screen`);
  }
  await page.setViewportSize(DESK);
  await page.emulateMedia({ colorScheme: 'light' });
  return found;
}

/** The scanner is brought into a page once, not for each look. Encircle has no frames. */
async function violationsOf(page: Page): Promise<axe.Result[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  return page.evaluate(async (tags) => {
    const scanner = (globalThis as unknown as { axe: typeof axe }).axe;
    const { violations } = await scanner.run(document, {
      runOnly: { type: 'tag', values: tags },
      resultTypes: ['violations'],
      elementRef: false,
    });
    return violations;
  }, RULES);
}

const why = (node: {
  any: { message: string }[];
  all: { message: string }[];
  none: { message: string }[];
}): string =>
  [...node.all, ...node.none, ...node.any]
    .map(({ message }) => message)
    .join('; ')
    .slice(0, 200);

/** From the top, where no bar lies over anything, and after two frames: the new width and colours are drawn. */
const settled = (page: Page): Promise<void> =>
  page.evaluate(() => {
    window.scrollTo(0, 0);
    return new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));
  });
