import { addWorkingDays, type CivilDate } from '@encircle/shared/dates';
import { DEFAULT_SETTINGS } from '@encircle/shared/policy';

/** The CAF team has five working days (rule 5.5, a local setting). */
const DECIDE_WITHIN = 5;
export const decideBy = (today: CivilDate): CivilDate =>
  addWorkingDays(today, DECIDE_WITHIN, DEFAULT_SETTINGS.holidays);
