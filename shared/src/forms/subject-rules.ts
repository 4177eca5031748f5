import { codeRow, ETHNICITY } from '../codes/index.js';
import { isStatutorySchoolAge } from '../dates/index.js';
import type { CompletionFacts, SubjectFacts } from './completion-facts.js';
import type { FieldProblem } from './check-answers.js';

/** What is missing in the child's own record before an assessment is finished (rule 3.2). */
export function subjectProblems(facts: CompletionFacts): FieldProblem[] {
  const { subject } = facts;
  return [
    ...missing(subject.unborn || subject.hasNames, 'names', 'Enter the child’s names'),
    ...(subject.unborn ? unbornProblems(subject) : bornProblems(subject)),
    ...missing(subject.hasCurrentAddress, 'address', 'Enter the address, or say that there is none'),
    ...ethnicityProblems(subject),
    ...languageProblems(subject),
    ...missing(subject.unborn || subject.disabled !== null, 'disability', 'Ask about disability'),
    ...missing(
      subject.disabled !== 'YES' || subject.disabilityRecorded,
      'disability',
      'Say what the disability means for the child',
    ),
    ...settingProblems(subject, facts),
    ...familyProblems(facts),
  ];
}

function unbornProblems(subject: SubjectFacts): FieldProblem[] {
  return [
    ...missing(
      subject.dueDate !== null,
      'dateOfBirth',
      'Enter the baby’s due date, for example 20 July 2026',
    ),
    ...missing(subject.motherLinked, 'family', 'Add the mother'),
  ];
}

function bornProblems(subject: SubjectFacts): FieldProblem[] {
  return [
    ...missing(
      subject.dateOfBirth !== null,
      'dateOfBirth',
      'Enter the date of birth, for example 10 June 2016',
    ),
    ...missing(subject.sex !== null, 'sex', 'Enter the sex, or “not known”'),
  ];
}

function ethnicityProblems({ unborn, ethnicity, ethnicityText }: SubjectFacts): FieldProblem[] {
  if (ethnicity === null) return missing(unborn, 'ethnicity', 'Ask the family about ethnicity');
  const needsText = codeRow(ETHNICITY, ethnicity).needsText ?? false;
  return missing(!needsText || !!ethnicityText?.trim(), 'ethnicity', 'Write the family’s own words for it');
}

function languageProblems(subject: SubjectFacts): FieldProblem[] {
  const { firstLanguage, parentLanguage, interpreterNeeded, interpreterLanguage } = subject;
  return [
    ...missing(!!firstLanguage?.trim(), 'language', 'Enter the first language'),
    ...missing(!!parentLanguage?.trim(), 'language', 'Enter the first language of the parents'),
    ...missing(interpreterNeeded !== null, 'language', 'Ask whether an interpreter or signer is needed'),
    ...missing(
      interpreterNeeded !== true || interpreterLanguage !== null,
      'language',
      'Say which language or method',
    ),
  ];
}

function settingProblems(subject: SubjectFacts, facts: CompletionFacts): FieldProblem[] {
  const { dateOfBirth } = subject;
  const needed = dateOfBirth !== null && isStatutorySchoolAge(dateOfBirth, facts.today);
  return missing(
    !needed || subject.settingRecorded,
    'setting',
    'Enter the school, or say that there is none',
  );
}

function familyProblems(facts: CompletionFacts): FieldProblem[] {
  return [
    ...missing(facts.familyAdults >= 1, 'family', 'Add at least one adult of the family'),
    ...missing(
      facts.familyAdultsWithoutPrAnswer === 0,
      'family',
      'Say of each adult whether they have parental responsibility',
    ),
  ];
}

function missing(there: boolean, field: string, words: string): FieldProblem[] {
  return there ? [] : [{ field, code: 'REQUIRED', words }];
}
