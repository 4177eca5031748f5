const PRODUCT = 'Encircle';

let latest = PRODUCT;
let neutral: string | null = null;

function show() {
  document.title = neutral ?? latest;
}

/** Names the browser's tab after the page; waits while quick hide has its neutral name there. */
export function nameTab(page: string): void {
  latest = page ? `${page} · ${PRODUCT}` : PRODUCT;
  show();
}

/** The neutral name that quick hide puts on the tab at once; null gives the page its name back. */
export function coverTab(name: string | null): void {
  neutral = name;
  show();
}
