import { RELATIONSHIPS, familyLabelOf } from '@encircle/shared/codes';
import { ageOn, ageWords, formatDate, gestationWeeks } from '@encircle/shared/dates';
import type { Words } from '@web/i18n/useWords';

/** "Mia", "Mia and Ava", "Mia, Ava and Finn" */
export function listOf(names: readonly string[]): string {
  if (names.length < 2) return names[0] ?? '';
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

export const firstName = (name: string): string => name.split(' ')[0] ?? name;

/** "mum", "grandparent": the word of the family, small inside a sentence. */
export function relationWord(kind: string): string {
  return (familyLabelOf(RELATIONSHIPS, kind) ?? '').toLowerCase();
}

interface Born {
  dateOfBirth: string | null;
  dueDate: string | null;
}

/** "9 years old", "7 months old", "not yet born, due 27 July 2026"; empty when nothing is known. */
export function ageText(
  w: Words,
  { dateOfBirth, dueDate }: Born,
  today: string,
  years: 'cases.age.years' | 'cases.age.short' = 'cases.age.years',
): string {
  if (dateOfBirth === null)
    return dueDate === null
      ? ''
      : w('cases.age.unborn', { date: formatDate(dueDate), weeks: gestationWeeks(dueDate, today) });
  const age = ageWords(dateOfBirth, today);
  if (/^\d+$/.test(age)) return w(years, { smart_count: ageOn(dateOfBirth, today) });
  return years === 'cases.age.short' ? age : w('cases.age.other', { age });
}
