import { isRefusedService } from './consent-match.js';
import { isInForce, isRefusal } from './consent-state.js';
import type { EpisodeState } from './facts.js';
import { isEntitled } from './givers.js';
import { hide, limited, type Outcome } from './outcome.js';
import type { Question } from './question.js';
import { isShieldedRecord } from './steps/04-shield.js';

/** States the index is silent about: not yet a CAF, never one, or no longer one (rule R17). */
const UNLISTED: readonly EpisodeState[] = ['CONCERN', 'REJECTED', 'ARCHIVED', 'MERGED', 'DISPOSED'];

/**
 * Rule R17: what an exact search may say of a record it found. Never more than that there may be one and, where
 * the family agreed to listing, whom to ring. The CAF team, the front door and the information officer see the
 * row of the index; a shielded child is never returned to anyone.
 */
export function indexAnswer(question: Question): Outcome {
  if (isShieldedRecord(question)) return hide(['R04_SHIELD', 'R17_NO_MATCH']);
  const { role } = question.actor;
  if (role === 'CAFC' || role === 'IGO' || role === 'MASH')
    return limited('INDEX_ROW', ['R17_MATCH'], [`role:${role}`]);
  if (!isMatchable(question)) return hide(['R17_NO_MATCH']);
  const rows = listingRows(question);
  if (rows.length === 0) return limited('INDEX_MATCH', ['R17_MATCH']);
  return limited('INDEX_MATCH_LP', ['R17_MATCH'], rows);
}

/** Whether a search by this asker's service would be answered with a match at all. */
export function isMatchable(question: Question): boolean {
  const { episode, actor, now } = question;
  if (UNLISTED.includes(episode.state) || isShieldedRecord(question)) return false;
  return !isRefusedService(episode, actor.agencyId, now);
}

/** The rows whose giver lets the index name the lead professional. */
function listingRows({ episode, item, now }: Question): string[] {
  return episode.consents
    .filter(
      (row) =>
        row.indexListing &&
        row.subjectId === item.subjectId &&
        row.categories.includes('INVOLVE') &&
        isInForce(row, episode, now) &&
        isEntitled(episode, row, 'INVOLVE', now),
    )
    .map((row) => row.id);
}

/** The family was asked and said no, and nothing is agreed: the CAF team sees that fact (rule 6.5, S32). */
export function refusalIsOnRecord({ episode, now }: Question): boolean {
  const agreed = episode.consents.some((row) => isInForce(row, episode, now));
  return (
    !agreed &&
    episode.consents.some(
      (row) => isRefusal(row, now) && row.categories.some((each) => isEntitled(episode, row, each, now)),
    )
  );
}
