const CASE = /^\/episodes\/([0-9a-f-]{36})(\/|$)/;

/** Why each case was opened, said once and kept in memory until the page is left; nothing of it is stored. */
const said = new Map<string, string>();
let latest: string | undefined;

export function sayWhy(caseId: string, reason: string): void {
  said.set(caseId, reason);
  latest = reason;
}

/** The reason that goes with a call: that of its case, or, where the address names none, of the case opened last. */
export function whyFor(path: string): string | undefined {
  const [, caseId] = CASE.exec(path) ?? [];
  return caseId === undefined ? latest : said.get(caseId);
}

export function forgetReasons(): void {
  said.clear();
  latest = undefined;
}
