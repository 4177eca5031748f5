import type { Page, Request } from 'playwright-core';

const asking = new WeakMap<Page, Set<Request>>();

/** Notes what a page asks for from now on. */
export function watch(page: Page): void {
  const open = new Set<Request>();
  asking.set(page, open);
  page.on('request', (request) => open.add(request));
  page.on('requestfinished', (request) => open.delete(request));
  page.on('requestfailed', (request) => open.delete(request));
}

/** How long a page is left alone after its last answer was drawn, to see whether it asks on, ms. */
const DRAWN = 60;
const PATIENCE = 30_000;

/** Until a page has every answer it asked for, has drawn them, and asked nothing more because of them. */
export async function atRest(page: Page): Promise<void> {
  const open = asking.get(page);
  if (!open) throw new Error('A page that was not opened by the stage is never known to be at rest');
  const end = performance.now() + PATIENCE;
  for (let quiet = false; !quiet;) {
    if (performance.now() > end)
      throw new Error(`Still waiting for ${[...open].map((one) => one.url()).join(', ')}`);
    const before = open.size;
    await page.evaluate(drawn, DRAWN);
    quiet = before === 0 && open.size === 0;
  }
}

/** Two frames, so that what came is on the screen, and a while. */
const drawn = (pause: number): Promise<void> =>
  new Promise((done) =>
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(), pause))),
  );
