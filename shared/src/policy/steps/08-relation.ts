import { isHidden, isSensitive, type Category } from '../categories.js';
import { isMatchable, refusalIsOnRecord } from '../index-answer.js';
import { deny, hide, limited, refuse, type Outcome } from '../outcome.js';
import type { Question } from '../question.js';
import { brokered } from './12-sensitive.js';

/** Rule R05 and the rows of 6.5: what a role sees of a record it has no relation to. */
export function withoutRelation(question: Question, category: Category): Outcome {
  const { role } = question.actor;
  if (role === 'MASH') return frontDoor(category);
  if (role === 'CAFC') return coordinator(question, category);
  if (isHidden(category)) return hide(['R05_RELATION']);
  if (!isMatchable(question)) return hide(['R05_RELATION', 'R17_NO_MATCH']);
  return deny(['R05_RELATION', 'R17_MATCH'], ['HIDE_UNLESS_MATCHED']);
}

function frontDoor(category: Category): Outcome {
  if (category === 'IDENT' || category === 'INVOLVE')
    return limited('IDENT_AND_INVOLVE', ['R05_ROLE_ROW'], ['role:MASH']);
  return refuse(category, ['R05_RELATION']);
}

function coordinator(question: Question, category: Category): Outcome {
  if (category === 'IDENT') return limited('INDEX_ROW', ['R05_ROLE_ROW'], ['role:CAFC']);
  if (category === 'INVOLVE')
    return limited(
      refusalIsOnRecord(question) ? 'REFUSAL_FACT' : 'INDEX_ROW',
      ['R05_ROLE_ROW'],
      ['role:CAFC'],
    );
  return (isSensitive(category) ? brokered(question) : null) ?? refuse(category, ['R05_RELATION']);
}
