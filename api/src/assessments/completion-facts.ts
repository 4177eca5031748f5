import type { CompletionFacts } from '@encircle/shared/forms';
import { dueDate, type Timescales } from '@encircle/shared/lifecycle';
import type { SubjectRow } from '#api/assessments/persistence/people-of-case.repository.js';

/** Who the child is, as the record has it: what a form shows and what completion asks have the same words for it. */
export function whoTheyAre(row: SubjectRow) {
  const { ethnicity, language, interpreter, disability } = row.facts;
  return {
    dateOfBirth: row.dateOfBirth,
    dueDate: row.dueDate,
    sex: row.sex,
    hasCurrentAddress: row.hasCurrentAddress,
    settingRecorded: row.settingRecorded,
    ethnicity: ethnicity?.code ?? null,
    ethnicityText: ethnicity?.text ?? null,
    firstLanguage: language?.name ?? null,
    parentLanguage: language?.parent ?? null,
    interpreterNeeded: interpreter?.needed ?? null,
    interpreterLanguage: interpreter?.language ?? null,
    interpreterArranged: interpreter?.arranged ?? null,
    disabled: disability?.code ?? null,
  };
}

/** What completion asks beside the answers (rule T12), from the child's record and the agreement in force. */
export function completionFacts(
  today: string,
  row: SubjectRow,
  consentValid: boolean,
  timescales: Timescales,
): CompletionFacts {
  const disability = row.facts.disability?.detail?.trim();
  return {
    today,
    subject: {
      unborn: row.unborn,
      hasNames: row.hasNames,
      motherLinked: row.motherLinked,
      ...whoTheyAre(row),
      disabilityRecorded: Boolean(disability),
    },
    familyAdults: row.adults,
    familyAdultsWithoutPrAnswer: row.adultsWithoutPr,
    consentValid,
    latestReview: dueDate('review.first.weeks', today, timescales),
  };
}
