import { checkName, type NameOptions } from './normalise.js';

export interface NamesTyped extends NameOptions {
  unborn: boolean;
  givenNames?: string | null;
  familyName?: string | null;
  preferredName?: string | null;
  /** The person has one name only; the surname box stays empty. */
  noSurname?: boolean;
}

export interface NameProblem {
  field: 'givenNames' | 'familyName' | 'preferredName' | 'noSurname';
  code: string;
  words: string;
}

/** What is wrong with a child's or an adult's names, in the order of the boxes; empty when they may be saved. */
export function nameProblems(names: NamesTyped): NameProblem[] {
  const given = typed(names.givenNames);
  const family = typed(names.familyName);
  const preferred = typed(names.preferredName);
  const problems: NameProblem[] = [];
  if (!names.unborn && given === '')
    problems.push({ field: 'givenNames', code: 'NAME_EMPTY', words: 'Enter the first name' });
  if (given !== '') problems.push(...fault('givenNames', given, names));
  if (family === '' && !names.noSurname && !names.unborn)
    problems.push({
      field: 'familyName',
      code: 'SURNAME_EMPTY',
      words: 'Enter the surname, or say that there is no surname',
    });
  if (family !== '' && names.noSurname)
    problems.push({
      field: 'noSurname',
      code: 'SURNAME_BOTH',
      words: 'There is a surname in the box. Empty it, or take the tick away',
    });
  if (family !== '') problems.push(...fault('familyName', family, names));
  if (preferred !== '') problems.push(...fault('preferredName', preferred, names));
  return problems;
}

function fault(field: NameProblem['field'], text: string, options: NameOptions): NameProblem[] {
  const answer = checkName(text, options);
  return answer.ok ? [] : [{ field, code: answer.code, words: answer.words }];
}

function typed(text: string | null | undefined): string {
  return text?.trim() ?? '';
}
