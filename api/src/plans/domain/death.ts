import { compareDates, isCivilDate } from '@encircle/shared/dates';
import type { CloseEpisode } from '@encircle/shared/plans';
import type { EpisodeFacts } from '@encircle/shared/policy';
import { invalid } from '#api/platform/errors/domain-error.js';

export interface Death {
  childId: string;
  on: string;
}

/** The death a closing speaks of; null when it closes for another reason, or when its day is still to be entered. */
export function deathOf(
  body: Pick<CloseEpisode, 'reason' | 'deathDate' | 'deathOf'>,
  { subjects }: Pick<EpisodeFacts, 'subjects'>,
  today: string,
): Death | null {
  if (body.reason !== 'DECEASED' || body.deathDate === undefined) return null;
  const wanted = body.deathOf ?? (subjects.length === 1 ? subjects[0]?.personId : undefined);
  const child = subjects.find((each) => each.personId === wanted);
  if (!child) throw invalid({ deathOf: ['Choose the child who died'] });
  const on = body.deathDate;
  if (!isCivilDate(on)) throw invalid({ deathDate: ['Enter a real date, for example 20 July 2026'] });
  if (compareDates(on, today) > 0) throw invalid({ deathDate: ['The date cannot be in the future'] });
  if (child.dob !== null && compareDates(on, child.dob) < 0)
    throw invalid({ deathDate: ['The date cannot be before the child was born'] });
  return { childId: child.personId, on };
}
