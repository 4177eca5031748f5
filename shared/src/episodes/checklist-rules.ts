import { isCivilDate, type CivilDate } from '../dates/index.js';
import { CHECK_DOMAINS, type CheckDomain } from './check-domains.js';
import type { Checklist, FieldProblem } from './checklist.contract.js';

const QUESTIONS: Readonly<Record<CheckDomain, string>> = {
  HEALTHY: 'whether the child is healthy',
  SAFE: 'whether the child is safe from harm',
  LEARNING: 'whether the child is learning and enjoying it',
  RELATIONSHIPS: 'how the child gets on with others',
  MONEY: 'whether money or housing is a worry',
};

/** What stands between this check and a decision (rule 3.10); empty when it is complete. */
export function checklistProblems(checklist: Checklist, today: CivilDate): FieldProblem[] {
  return [
    ...domainProblems(checklist),
    ...yesOrNo(checklist),
    ...outcomeProblems(checklist),
    ...dateProblems(checklist, today),
  ];
}

function domainProblems({ checks }: Checklist): FieldProblem[] {
  return CHECK_DOMAINS.flatMap((domain): FieldProblem[] => {
    const found = checks.find((check) => check.domain === domain);
    if (!found) return [{ field: `checks.${domain}`, words: `Say ${QUESTIONS[domain]}` }];
    const needsWords = found.answer !== 'YES' && isBlank(found.concern);
    return needsWords
      ? [{ field: `checks.${domain}.concern`, words: `Write what you know about ${QUESTIONS[domain]}` }]
      : [];
  });
}

function yesOrNo(c: Checklist): FieldProblem[] {
  const asked: [keyof Checklist, string][] = [
    ['needsClear', 'Say whether it is clear what the child needs'],
    ['ownServiceCanMeet', 'Say whether your own service can help'],
    ['oneOtherServiceCanMeet', 'Say whether one other service can help'],
    ['familyAware', 'Say whether the family knows'],
  ];
  return asked.flatMap(([field, words]) => (c[field] === undefined ? [{ field, words }] : []));
}

/**
 * A doubt or a "no" does not end in "nothing needed" by itself: the reason has to be written. Every decision has one,
 * so the words differ only to say why it is asked.
 */
function outcomeProblems(c: Checklist): FieldProblem[] {
  if (c.outcome === undefined) return [{ field: 'outcome', words: 'Choose what would help' }];
  if (!isBlank(c.rationale)) return [];
  const doubts = c.checks.some((check) => check.answer !== 'YES');
  const words =
    c.outcome === 'NO_ADDITIONAL_NEED' && doubts
      ? 'You were not sure about something. Write why no more help is needed'
      : 'Write why this is the right next step';
  return [{ field: 'rationale', words }];
}

function dateProblems({ decidedOn }: Checklist, today: CivilDate): FieldProblem[] {
  if (decidedOn === undefined) return [{ field: 'decidedOn', words: 'Enter the day of the decision' }];
  if (!isCivilDate(decidedOn)) return [{ field: 'decidedOn', words: 'Enter a real day' }];
  return decidedOn > today ? [{ field: 'decidedOn', words: 'The day cannot be in the future' }] : [];
}

function isBlank(text: string | undefined): boolean {
  return text === undefined || text.trim() === '';
}
