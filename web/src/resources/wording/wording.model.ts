import {
  STATEMENT_LANGUAGES,
  statementProblems,
  type AddStatement,
  type StatementVersionView,
} from '@encircle/shared/consents';
import type { FormError } from '@web/ui/ErrorSummary';

const FEWEST = 200;

/** A language and form with its wording in force and what came before and comes after. */
export interface WordingGroup {
  key: string;
  language: string;
  languageName: string;
  form: 'FULL' | 'EASY_READ';
  current: StatementVersionView | null;
  others: StatementVersionView[];
}

/** English first, then by name; the full wording before the easy-read one. */
export function groupsOf(items: readonly StatementVersionView[]): WordingGroup[] {
  const groups = new Map<string, WordingGroup>();
  for (const item of items) {
    const key = `${item.language} ${item.form}`;
    const group = groups.get(key) ?? {
      key,
      language: item.language,
      languageName: languageName(item.language),
      form: item.form,
      current: null,
      others: [],
    };
    if (item.inForce) group.current = item;
    else group.others.push(item);
    groups.set(key, group);
  }
  const rank = (group: WordingGroup): string =>
    `${group.language === 'en' ? 0 : 1}${group.languageName}${group.form === 'FULL' ? 0 : 1}`;
  return [...groups.values()].sort((a, b) => rank(a).localeCompare(rank(b), 'en'));
}

export function languageName(code: string): string {
  return STATEMENT_LANGUAGES.find((each) => each.code === code)?.label ?? code;
}

/** What the API would say, before it is asked. */
export function wordingErrors(command: AddStatement, today: string, short: string): FormError[] {
  if (command.body.trim().length < FEWEST) return [{ field: 'body', message: short }];
  return Object.entries(statementProblems(command, today)).map(([field, [message = '']]) => ({
    field,
    message,
  }));
}
