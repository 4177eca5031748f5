import type { CompletionFacts } from '@encircle/shared/forms';
import { dueDate, type Timescales } from '@encircle/shared/lifecycle';
import type { SubjectRow } from '#api/assessments/persistence/people-of-case.repository.js';

/** What completion asks beside the answers (rule T12), from the child's record and the agreement in force. */
export function completionFacts(
  today: string,
  row: SubjectRow,
  consentValid: boolean,
  timescales: Timescales,
): CompletionFacts {
  const { ethnicity, language, interpreter, disability } = row.facts;
  return {
    today,
    subject: {
      unborn: row.unborn,
      hasNames: row.hasNames,
      dateOfBirth: row.dateOfBirth,
      dueDate: row.dueDate,
      motherLinked: row.motherLinked,
      sex: row.sex,
      hasCurrentAddress: row.hasCurrentAddress,
      ethnicity: ethnicity?.code ?? null,
      ethnicityText: ethnicity?.text ?? null,
      firstLanguage: language?.name ?? null,
      interpreterNeeded: interpreter?.needed ?? null,
      interpreterLanguage: interpreter?.language ?? null,
      disabled: disability?.code ?? null,
      disabilityRecorded: Boolean(disability?.detail?.trim()),
      settingRecorded: row.settingRecorded,
    },
    familyAdults: row.adults,
    familyAdultsWithoutPrAnswer: row.adultsWithoutPr,
    consentValid,
    latestReview: dueDate('review.first.weeks', today, timescales),
  };
}
