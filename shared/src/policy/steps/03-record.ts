import { isLive } from '../instants.js';
import { hide, type Outcome } from '../outcome.js';
import type { Question } from '../question.js';
import { ownEdges } from '../standing.js';
import { safeguardBases } from './15-raise.js';

/** Rule R21: a conflict-of-interest block hides everything, own contributions too; nothing later raises it. */
export function block({ episode, actor, now }: Question): Outcome | null {
  const blocked = episode.blocks.some((each) => each.userId === actor.userId && isLive(each, now));
  return blocked ? hide(['R21_BLOCK']) : null;
}

/** Rule R03: sealed, disposed, merged and archived records. */
export function record(question: Question): Outcome | null {
  const { episode, actor, now } = question;
  const sealed = episode.seals.some((seal) => isLive(seal, now) && !seal.namedUserIds.includes(actor.userId));
  if (sealed) return hide(['R03_SEALED']);
  if (episode.state === 'DISPOSED') return hide(['R03_DISPOSED']);
  if (episode.state === 'ARCHIVED' && !mayOpenArchive(question)) return hide(['R03_ARCHIVED']);
  return null;
}

function mayOpenArchive(question: Question): boolean {
  const { actor } = question;
  if (actor.role === 'CAFC') return true;
  const tasks = (['AUDIT', 'IGO_TASK', 'PANEL_AGENDA'] as const).flatMap((kind) => ownEdges(question, kind));
  return tasks.length > 0 || safeguardBases(question).length > 0;
}
