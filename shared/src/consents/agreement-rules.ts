import {
  addDays,
  addMonths,
  addWorkingDays,
  compareDates,
  isCivilDate,
  type CivilDate,
  type HolidayCalendar,
} from '../dates/index.js';
import { DEFAULT_SETTINGS, type ConsentDecision, type Category, type Purpose } from '../policy/index.js';
import { DEFAULT_PURPOSES } from './agreeable.js';
import type { AgreementLine, RecordAgreement } from './agreement.contract.js';

/** Spoken agreement lasts this many working days unless it is confirmed (rule 3.9, a local setting). */
export const SPOKEN_WORKING_DAYS = 10;
export const USUAL_MONTHS = 12;
const MOST_MONTHS = 24;

/** A line with every default filled in. */
export interface LineReady {
  recipientType: 'SERVICE' | 'PERSON';
  recipientId: string;
  category: Category;
  decision: ConsentDecision;
  purposes: Purpose[];
  validFrom: CivilDate;
  expiresOn: CivilDate | null;
  conditions: string | null;
  indexListing: boolean;
  aboutPersonId: string | null;
  history: boolean;
}

export type AgreementProblems = Record<string, string[]>;

/** The last day of agreement given on a day: twelve months, or ten working days when only spoken. Both days count. */
export function usualLastDay(
  method: string,
  validFrom: CivilDate,
  calendar: HolidayCalendar = DEFAULT_SETTINGS.holidays,
): CivilDate {
  if (method === 'VERBAL_RECORDED') return addWorkingDays(validFrom, SPOKEN_WORKING_DAYS, calendar);
  return addDays(addMonths(validFrom, USUAL_MONTHS), -1);
}

/** The lines with defaults; an agreement about the subject themself names nobody beside. */
export function readyLines(act: RecordAgreement, givenOn: CivilDate): LineReady[] {
  return act.lines.map((line) => {
    const validFrom = line.validFrom ?? givenOn;
    const lasting = line.decision === 'GIVEN' && isCivilDate(validFrom);
    return {
      recipientType: line.recipientType,
      recipientId: line.recipientId,
      category: line.category,
      decision: line.decision,
      purposes: line.purposes ?? [...DEFAULT_PURPOSES],
      validFrom,
      expiresOn: lasting ? (line.expiresOn ?? usualLastDay(act.method, validFrom)) : null,
      conditions: line.conditions?.trim() || null,
      indexListing: line.decision === 'GIVEN' && line.category === 'INVOLVE' && (line.indexListing ?? false),
      aboutPersonId: line.aboutPersonId && line.aboutPersonId !== act.subjectId ? line.aboutPersonId : null,
      history: line.history ?? true,
    };
  });
}

/**
 * What is wrong with an act, by field path; empty when it may be stored. Who is entitled is asked apart
 * (`entitlementOf`), because it needs the family. `today` is the civil date in London.
 */
export function agreementProblems(act: RecordAgreement, today: CivilDate): AgreementProblems {
  const problems: AgreementProblems = {};
  const givenOn = act.givenOn ?? today;
  if (!isCivilDate(givenOn) || compareDates(givenOn, today) > 0)
    note(problems, 'givenOn', 'Enter the day they agreed, not later than today');
  if (act.method === 'VERBAL_RECORDED' && !act.witness?.trim())
    note(problems, 'witness', 'Enter who heard it: spoken agreement needs a witness');
  if (act.method === 'ON_SCREEN' && !act.signature)
    note(problems, 'signature', 'Ask them to sign, or choose another way to agree');
  if (act.paperId !== undefined && act.method !== 'WET_INK')
    note(problems, 'paperId', 'A scanned paper goes with agreement on paper: leave this out');
  if (act.signature?.kind === 'DRAWN' && !isPath(act.signature.value))
    note(problems, 'signature.value', 'Sign again: the drawing could not be read');
  if (Object.keys(problems).length === 0) lineProblems(act, givenOn, problems);
  return problems;
}

function lineProblems(act: RecordAgreement, givenOn: CivilDate, problems: AgreementProblems): void {
  const seen = new Set<string>();
  const ready = readyLines(act, givenOn);
  act.lines.forEach((line, n) => {
    const at = `lines.${n}`;
    const key = [line.recipientId, line.category, line.aboutPersonId ?? act.subjectId].join();
    if (seen.has(key)) note(problems, at, 'This service and kind of information stands here twice');
    seen.add(key);
    if (line.expiresOn !== undefined && line.decision !== 'GIVEN')
      note(problems, `${at}.expiresOn`, 'A no has no last day: leave this empty');
    const filled = ready[n];
    if (filled && line.decision === 'GIVEN') dateProblems(line, filled, act.method, givenOn, at, problems);
  });
}

function dateProblems(
  line: AgreementLine,
  { validFrom, expiresOn }: LineReady,
  method: string,
  givenOn: CivilDate,
  at: string,
  problems: AgreementProblems,
): void {
  if (!isCivilDate(validFrom) || compareDates(validFrom, givenOn) < 0) {
    note(problems, `${at}.validFrom`, 'Enter a first day, not before the day they agreed');
    return;
  }
  if (expiresOn === null || !isCivilDate(expiresOn) || compareDates(expiresOn, validFrom) < 0)
    note(problems, `${at}.expiresOn`, 'Enter a last day, not before the first');
  else if (compareDates(expiresOn, addMonths(validFrom, MOST_MONTHS)) > 0)
    note(problems, `${at}.expiresOn`, 'Agreement lasts two years at most');
  else if (method === 'VERBAL_RECORDED' && compareDates(expiresOn, usualLastDay(method, validFrom)) > 0)
    note(
      problems,
      `${at}.expiresOn`,
      'Spoken agreement lasts 10 working days. Ask for a signature to make it longer',
    );
  else if (line.decision === 'GIVEN' && compareDates(expiresOn, givenOn) < 0)
    note(problems, `${at}.expiresOn`, 'Enter a last day that is still to come');
}

/** Pen strokes only: M and L with numbers. Nothing in a signature can be anything else. */
export function isPath(value: string): boolean {
  return /^(?:[ML]-?\d{1,4}(?:\.\d)?[ ,]-?\d{1,4}(?:\.\d)? ?)+$/.test(value) && value.includes('L');
}

function note(problems: AgreementProblems, field: string, words: string): void {
  (problems[field] ??= []).push(words);
}
