import { addMonths, moveLaterToWorkingDay, type CivilDate } from '../dates/index.js';

/**
 * One month from the day identity is settled, up to two more with a reason; a day on which nobody works moves to the next
 * on which somebody does (rule 6.11).
 */
export function requestDue(identityProvenOn: CivilDate | null, extendedBy: number | null): CivilDate | null {
  return identityProvenOn === null
    ? null
    : moveLaterToWorkingDay(addMonths(identityProvenOn, 1 + (extendedBy ?? 0)));
}
