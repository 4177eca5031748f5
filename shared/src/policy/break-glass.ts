import type { Category } from './categories.js';
import { decide } from './decide.js';
import type { Facts, Ground, Instant, Item } from './facts.js';
import type { Purpose } from './purposes.js';

/** An emergency view is over at minute 60 (rule 6.7a). */
export const BREAK_GLASS_MINUTES = 60;
/** Views of one user in a day before a manager has to agree. */
export const BREAK_GLASS_A_DAY = 3;
/** Views of one user in 30 days that flag the user. */
export const BREAK_GLASS_REPEATED = 3;
export const BREAK_GLASS_REASON_LENGTH = 30;

/** What breaking the glass would do for one kind of information. */
export type GlassAnswer = 'OPENS' | 'OPEN_ALREADY' | 'REFUSED' | 'HIDDEN';

const NEW_GRANT = 'break-glass:asked';

/**
 * Whether an emergency view would let this actor read this kind about this child: the same decision as any read, asked
 * once as things are and once with the grant in place. So nothing a grant cannot raise can be asked for either.
 */
export function wouldOpen(
  facts: Facts,
  asked: { subjectId: string; category: Category; purpose: Purpose },
  now: Instant,
): GlassAnswer {
  const { episode, actor } = facts;
  if (episode === null) return 'HIDDEN';
  const { subjectId, category, purpose } = asked;
  const item: Item = {
    subjectId,
    aboutPersonId: null,
    categories: [category],
    sourceAgencyId: null,
    authorId: null,
    namedWorkerIds: [],
    recordedAt: null,
  };
  const request = { purpose, action: 'read', channel: 'screen', reasonId: null, item } as const;
  const grant = {
    id: NEW_GRANT,
    userId: actor.userId,
    subjectId,
    categories: [category],
    purpose,
    ground: 'VITAL' as Ground,
    from: now,
    to: null,
  };
  const today = decide(facts, request, now);
  if (today.effect === 'ALLOW') return 'OPEN_ALREADY';
  const broken = { ...facts, episode: { ...episode, breakGlass: [...episode.breakGlass, grant] } };
  const opened = decide(broken, request, now);
  if (opened.effect === 'ALLOW' && opened.reasons.includes('R14_BREAK_GLASS')) return 'OPENS';
  return today.effect === 'DENY_HIDE' ? 'HIDDEN' : 'REFUSED';
}
