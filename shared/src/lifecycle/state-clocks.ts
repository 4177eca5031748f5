import type { EpisodeState } from '../codes/index.js';
import { ENGLAND_AND_WALES, type CivilDate, type HolidayCalendar } from '../dates/index.js';
import { DEFAULT_TIMESCALES, dueDate, type TimescaleKey, type Timescales } from './timescales.js';

/** The clock that runs in a state (rule 5.1). PLAN_ACTIVE runs by its review dates instead. */
const CLOCKS: Readonly<Partial<Record<EpisodeState, TimescaleKey>>> = {
  CONCERN: 'precaf.decision.wd',
  CONSENT_SEEKING: 'consent.seek.wd',
  TAP: 'tap.review.weeks',
  ASSESSING: 'assessment.complete.wd',
  ASSESSED: 'tac.first.wd',
  TAC_PLANNED: 'tac.first.wd',
  PANEL_REVIEW: 'panel.decision.wd',
  STEP_UP_PENDING: 'mash.decision.wd',
  PAUSED_STATUTORY: 'pause.review.weeks',
  TRANSFER_PENDING: 'transfer.wd',
};

export function clockOf(state: EpisodeState): TimescaleKey | null {
  return CLOCKS[state] ?? null;
}

/**
 * When the state's clock runs out; null where none runs. `since` is the day the clock started: the day the
 * state was entered, except that TAC_PLANNED keeps counting from the finished assessment.
 */
export function stateDueDate(
  state: EpisodeState,
  since: CivilDate,
  timescales: Timescales = DEFAULT_TIMESCALES,
  calendar: HolidayCalendar = ENGLAND_AND_WALES,
): CivilDate | null {
  const key = clockOf(state);
  return key === null ? null : dueDate(key, since, timescales, calendar);
}
