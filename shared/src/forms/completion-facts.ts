import type { CivilDate } from '../dates/index.js';

/** What the child's own record says, for the checks of rule 3.2. */
export interface SubjectFacts {
  unborn: boolean;
  hasNames: boolean;
  dateOfBirth: CivilDate | null;
  dueDate: CivilDate | null;
  motherLinked: boolean;
  sex: string | null;
  hasCurrentAddress: boolean;
  ethnicity: string | null;
  ethnicityText: string | null;
  firstLanguage: string | null;
  /** Of who looks after the child */
  parentLanguage: string | null;
  /** Null: not asked */
  interpreterNeeded: boolean | null;
  interpreterLanguage: string | null;
  disabled: string | null;
  disabilityRecorded: boolean;
  settingRecorded: boolean;
}

/** What lies outside the answers and is asked when an assessment is completed (rule T12). */
export interface CompletionFacts {
  today: CivilDate;
  subject: SubjectFacts;
  /** Adults of the family on record, with parental responsibility asked about */
  familyAdults: number;
  familyAdultsWithoutPrAnswer: number;
  /** An agreement for assessment is in force */
  consentValid: boolean;
  /** The latest day for the first review, from the settings; usually six weeks from completion */
  latestReview: CivilDate;
}
