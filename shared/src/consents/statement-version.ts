import type { StatementForm } from './languages.js';

/** Which wording: version, language and whether it is easy to read. */
export interface StatementKey {
  version: string;
  language: string;
  form: StatementForm;
}

const numberOf = (version: string): number => Number(/^v(\d+)/.exec(version)?.[1] ?? 0);

/**
 * The name of a new wording. English, in full, leads: it is numbered on. Every other text carries the number of the
 * English it says, and a letter when it is put right once more: v2, v2b, v2c.
 */
export function nextVersion(known: readonly StatementKey[], added: Omit<StatementKey, 'version'>): string {
  const leads = known.filter(({ language, form }) => language === 'en' && form === 'FULL');
  const newest = Math.max(0, ...leads.map(({ version }) => numberOf(version)));
  if (added.language === 'en' && added.form === 'FULL') return `v${newest + 1}`;
  const taken = known
    .filter(({ language, form }) => language === added.language && form === added.form)
    .map(({ version }) => version);
  const names = [
    `v${newest}`,
    ...'bcdefghijklmnopqrstuvwxyz'.split('').map((letter) => `v${newest}${letter}`),
  ];
  return names.find((name) => !taken.includes(name)) ?? `v${newest}-${taken.length + 1}`;
}

/** A text that says an older English wording than the one in force. */
export function isBehind(version: string, english: string): boolean {
  return numberOf(version) < numberOf(english);
}
