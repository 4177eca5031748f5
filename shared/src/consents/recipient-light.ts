import { addDays, compareDates, type CivilDate } from '../dates/index.js';
import type { Category, ConsentLine, Decision } from '../policy/index.js';
import { LAPSES_WITHIN_DAYS } from './light.js';

export const RECIPIENT_LIGHTS = ['yes', 'part', 'lapses', 'ask', 'said-no', 'stop'] as const;
export type RecipientLight = (typeof RECIPIENT_LIGHTS)[number];

/** Why nothing may go to them; null where something may. */
export const LIGHT_REASONS = ['NOT_ASKED', 'REFUSED', 'WITHDRAWN', 'EXPIRED', 'KEPT_OUT'] as const;
export type LightReason = (typeof LIGHT_REASONS)[number];

/** What the policy answered to sending one kind of information to them. */
export interface KindAnswer {
  category: Category;
  decision: Pick<Decision, 'effect' | 'reasons' | 'bases'>;
}

export interface LightAnswer {
  state: RecipientLight;
  why: LightReason | null;
  /** Kinds they may be told, and those they may not, in the order asked. */
  may: Category[];
  mayNot: Category[];
  /** The earliest last day of what lets them. */
  until: CivilDate | null;
}

/**
 * The light of one recipient (capability C6): nothing but the policy's answers put together. Lapsing comes before "part",
 * because it has a date by which somebody must ask.
 */
export function recipientLight(
  answers: readonly KindAnswer[],
  lines: readonly Pick<ConsentLine, 'id' | 'expiresAt'>[],
  today: CivilDate,
): LightAnswer {
  const allowed = answers.filter(({ decision }) => decision.effect === 'ALLOW');
  const may = allowed.map(({ category }) => category);
  const mayNot = answers.map(({ category }) => category).filter((category) => !may.includes(category));
  if (may.length === 0) return { ...stopped(answers), may, mayNot, until: null };
  const bases = new Set(allowed.flatMap(({ decision }) => decision.bases));
  const until =
    lines
      .filter(({ id, expiresAt }) => bases.has(id) && expiresAt !== null)
      .map(({ expiresAt }) => expiresAt as CivilDate)
      .sort(compareDates)[0] ?? null;
  const lapses = until !== null && compareDates(until, addDays(today, LAPSES_WITHIN_DAYS)) <= 0;
  const state = lapses ? 'lapses' : mayNot.length > 0 ? 'part' : 'yes';
  return { state, why: null, may, mayNot, until };
}

function stopped(answers: readonly KindAnswer[]): Pick<LightAnswer, 'state' | 'why'> {
  const said = new Set(answers.flatMap(({ decision }) => decision.reasons));
  if (said.has('R21_BLOCK') || said.has('R04_SHIELD')) return { state: 'stop', why: 'KEPT_OUT' };
  if (said.has('R15_WITHDRAWN')) return { state: 'stop', why: 'WITHDRAWN' };
  if (said.has('R07_REFUSED')) return { state: 'said-no', why: 'REFUSED' };
  if (said.has('R15_EXPIRED')) return { state: 'ask', why: 'EXPIRED' };
  return { state: 'ask', why: 'NOT_ASKED' };
}
