import { compareDates, isCivilDate, type CivilDate } from '../dates/index.js';
import { isBlank, type AnswerValue, type SectionAnswers } from './answers.js';
import type { FieldProblem } from './check-answers.js';
import type { CompletionFacts } from './completion-facts.js';
import type { FormSection } from './form.js';
import { subjectProblems } from './subject-rules.js';

/** Rules of one section that a field by itself cannot say (rules 3.4, 3.7, 3.8). */
export function sectionRules(
  section: FormSection,
  answers: SectionAnswers,
  facts: CompletionFacts,
): FieldProblem[] {
  if (section.element !== undefined) return elementRules(answers);
  return (RULES[section.key] ?? none)(answers, facts);
}

type Rule = (answers: SectionAnswers, facts: CompletionFacts) => FieldProblem[];

const none: Rule = () => [];

const RULES: Readonly<Record<string, Rule>> = {
  who: (answers, facts) => [...subjectProblems(facts), ...whoRules(answers, facts)],
  agreement: (_answers, facts) =>
    unless(facts.consentValid, 'consent', 'CONSENT_MISSING', 'Record an agreement that is in force'),
  conclusions: (answers, facts) => notAhead(answers['referralOn'], 'referralOn', facts.today),
  hopes: (answers, facts) => reviewRules(answers['reviewOn'], facts),
  words: (answers, facts) => [
    ...notAhead(answers['childCommentOn'], 'childCommentOn', facts.today),
    ...unless(
      isBlank(answers['childComment']) || isBlank(answers['noChildComment']),
      'noChildComment',
      'COMMENT_AND_REASON',
      'There are words of the child, so no reason is needed',
    ),
  ],
};

function whoRules(answers: SectionAnswers, facts: CompletionFacts): FieldProblem[] {
  const issues = answers['presentingIssues'];
  const main = answers['primaryIssue'];
  const mainAmongIssues = isBlank(main) || (Array.isArray(issues) && issues.some((issue) => issue === main));
  return [
    ...unless(
      answers['existingChecked'] !== false,
      'existingChecked',
      'CHECK_MISSING',
      'Look whether there is a {assessmentShort} already before you finish',
    ),
    ...notAhead(answers['existingCheckedOn'], 'existingCheckedOn', facts.today),
    ...unless(mainAmongIssues, 'primaryIssue', 'MAIN_NOT_CHOSEN', 'Choose the main one among those ticked'),
    ...unless(
      !facts.subject.unborn || answers['childSeen'] === 'NOT_SEEN',
      'childSeen',
      'UNBORN_SEEN',
      'The baby is not born yet: choose “not seen”',
    ),
  ];
}

function elementRules(answers: SectionAnswers): FieldProblem[] {
  const empty = isBlank(answers['strengths']) && isBlank(answers['needs']);
  return unless(
    answers['status'] !== 'ASSESSED' || !empty,
    'strengths',
    'NOTHING_WRITTEN',
    'Write what is going well or what would help',
  );
}

function reviewRules(value: AnswerValue | undefined, facts: CompletionFacts): FieldProblem[] {
  if (!isCivilDate(value)) return [];
  return [
    ...unless(
      compareDates(value, facts.today) >= 0,
      'reviewOn',
      'REVIEW_PAST',
      'The review cannot be in the past',
    ),
    ...unless(
      compareDates(value, facts.latestReview) <= 0,
      'reviewOn',
      'REVIEW_TOO_LATE',
      'Choose an earlier day: the first review is within six weeks',
    ),
  ];
}

function notAhead(value: AnswerValue | undefined, field: string, today: CivilDate): FieldProblem[] {
  return unless(
    !isCivilDate(value) || compareDates(value, today) <= 0,
    field,
    'DATE_AHEAD',
    'The day cannot be in the future',
  );
}

function unless(fine: boolean, field: string, code: string, words: string): FieldProblem[] {
  return fine ? [] : [{ field, code, words }];
}
