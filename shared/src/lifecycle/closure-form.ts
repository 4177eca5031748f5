import { CLOSURE_REASONS, codeRow } from '../codes/index.js';
import { compareDates, type CivilDate } from '../dates/index.js';
import { closureGuardObstacles, filled } from './closure-guards.js';
import type { ClosureFacts } from './closure-facts.js';
import { unless, type Obstacle } from './problem.js';

/** What is missing from the closure form, the reason's own conditions included; empty when it may be closed. */
export function closureObstacles(closure: ClosureFacts, today: CivilDate): Obstacle[] {
  if (closure.reason === null)
    return [
      { code: 'REASON_MISSING', words: 'Choose the reason for closing' },
      ...dateObstacles(closure, today),
    ];
  const row = codeRow(CLOSURE_REASONS, closure.reason);
  // After a death or a loss, or for a record that should not exist, nobody is asked for comments.
  const asked = row.silent || row.counts === 'EXCLUDED' ? [] : formObstacles(closure);
  return [...dateObstacles(closure, today), ...asked, ...closureGuardObstacles(closure)];
}

function dateObstacles(closure: ClosureFacts, today: CivilDate): Obstacle[] {
  const { closureDate, lastEventDate } = closure;
  if (closureDate === null) return unless(false, 'DATE_MISSING', 'Enter the closing date');
  return [
    ...unless(
      compareDates(closureDate, today) <= 0,
      'DATE_AHEAD',
      'The closing date cannot be in the future',
    ),
    ...unless(
      lastEventDate === null || compareDates(closureDate, lastEventDate) >= 0,
      'DATE_TOO_EARLY',
      'The closing date cannot be before the last thing recorded',
    ),
  ];
}

function formObstacles(c: ClosureFacts): Obstacle[] {
  return [
    ...unless(c.level !== null, 'LEVEL_MISSING', 'Set the level of need now'),
    ...unless(c.openActions === 0, 'ACTION_OPEN', 'Finish, cancel or pass on each action of the plan'),
    ...unless(c.openOutcomes === 0, 'OUTCOME_OPEN', 'Say how each hope of the plan turned out'),
    ...unless(
      filled(c.whoToContact),
      'CONTACT_MISSING',
      'Say whom the family can ask if they need help again',
    ),
    ...unless(filled(c.summary), 'SUMMARY_MISSING', 'Write what changed and what remains'),
    ...agreementObstacles(c),
    ...unless(
      filled(c.childComment),
      'CHILD_COMMENT_MISSING',
      'Enter the child’s words, or why there are none',
    ),
    ...unless(
      filled(c.parentComment),
      'PARENT_COMMENT_MISSING',
      'Enter the parent’s words, or why there are none',
    ),
  ];
}

function agreementObstacles(c: ClosureFacts): Obstacle[] {
  if (c.familyAgrees === null)
    return unless(false, 'FAMILY_VIEW_MISSING', 'Say whether the family agrees with closing');
  const needsText = c.familyAgrees !== 'AGREE';
  const words =
    c.familyAgrees === 'DISAGREE'
      ? 'Write why the family disagrees'
      : 'Write what was tried to reach the family';
  return unless(!needsText || filled(c.familyAgreesText), 'FAMILY_VIEW_TEXT_MISSING', words);
}
