import type { Category } from '../categories.js';
import { isRefusal } from '../consent-state.js';
import type { Instant } from '../facts.js';
import { isEntitled } from '../givers.js';
import { allow, deny, hide, limited, type Outcome } from '../outcome.js';
import type { Question } from '../question.js';
import { wayTo } from '../reach.js';
import type { Standing } from '../standing.js';
import { answerByRows } from './row-answer.js';

/** Rule R07: an active row of recipient, category and purpose; a task of the CAF team needs none. */
export function ordinary(question: Question, category: Category, standing: Standing, asOf: Instant): Outcome {
  if (wayTo(standing.kind, category) === 'TASK') return allow(['R07_TASK'], standing.bases);
  return answerByRows(question, category, standing, asOf, { given: 'R07_CONSENT', none: 'R07_NO_CONSENT' });
}

/** Concerns, referrals and overrides: own ones by rule R19, a task of the CAF team, a recorded disclosure. */
export function safeguarding(standing: Standing): Outcome {
  return wayTo(standing.kind, 'SAFE') === 'TASK' ? allow(['R07_TASK'], standing.bases) : hide(['R13_SAFE']);
}

/** The access-log row of rule 2.3. */
export function accessLog(standing: Standing): Outcome {
  if (standing.kind === 'CAFC_TASK') return allow(['LOG_ROW'], standing.bases, { readOnly: true });
  if (standing.kind === 'MANAGER') return limited('OWN_STAFF_VIEWS', ['LOG_ROW'], standing.bases);
  if (standing.kind !== 'MEMBER' || standing.role === 'TACM') return deny(['LOG_ROW']);
  return limited(standing.role === 'LP' ? 'ON_REQUEST' : 'OWN_VIEWS', ['LOG_ROW'], standing.bases);
}

/** An entitled giver said no to audit, whoever the auditor works for (rule 6.5). */
export function isRefusedForAudit({ episode, item, now }: Question, category: Category): boolean {
  return episode.consents.some(
    (row) =>
      row.subjectId === item.subjectId &&
      row.purposes.includes('AUDIT') &&
      row.categories.includes(category) &&
      isRefusal(row, now) &&
      isEntitled(episode, row, category, now),
  );
}
