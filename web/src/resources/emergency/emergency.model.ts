import { BREAK_GLASS_REASON_LENGTH, type BreakGlass } from '@encircle/shared/emergency-access';

/** Whole minutes left, rounded up, so that "1 minute" is shown until the very end; 0 when over. */
export function minutesLeft(endsAt: string, now: string): number {
  return Math.max(0, Math.ceil((Date.parse(endsAt) - Date.parse(now)) / 60_000));
}

/** The safeguarding hub looks for safeguarding; everybody else for their usual purpose. */
export const purposeOf = (role: string): string => (role === 'MASH' ? 'SAFEGUARD' : 'COORDINATE');

export type AskForm = Partial<Omit<BreakGlass, 'categories'>> & { categories: BreakGlass['categories'] };

export type AskField = 'subjectId' | 'categories' | 'ground' | 'reason' | 'understood' | 'password';

/** What is still missing, in the order it stands on the page. */
export function missingIn(form: AskForm, password: string): AskField[] {
  const gaps: [AskField, boolean][] = [
    ['subjectId', !form.subjectId],
    ['categories', form.categories.length === 0],
    ['ground', !form.ground],
    ['reason', (form.reason ?? '').trim().length < BREAK_GLASS_REASON_LENGTH],
    ['understood', form.understood !== true],
    ['password', password === ''],
  ];
  return gaps.filter(([, gap]) => gap).map(([field]) => field);
}

const SKIPPED = /(Id|^id|version|At|code)$/i;

/** The words of a record of any kind, in the order they were written; ids and times left out. */
export function wordsIn(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return SKIPPED.test(key) || value.trim() === '' ? [] : [value];
  if (Array.isArray(value)) return value.flatMap((each) => wordsIn(each, key));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([name, each]) => wordsIn(each, name));
  return [];
}
