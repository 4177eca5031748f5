import { londonDate, londonStartOfDay, type CivilDate } from '../dates/index.js';
import {
  DEFAULT_SETTINGS,
  endOfReadOnlyDays,
  expiredWindowEnd,
  type ConsentDecision,
  type Instant,
  type PolicySettings,
} from '../policy/index.js';
import { endOfDay } from '../policy/instants.js';

/** How the database writes "without end". */
export const NO_END = 'infinity';

/** The instants stored with a line, because row-level security compares columns and knows no calendar. */
export interface LineInstants {
  /** First instant at which the line can count. */
  fromAt: Instant;
  /** First instant at which it no longer counts; 'infinity' when it has no last day. */
  untilAt: string;
  /** Until when a team member may still read what the line covers (rule 6.10). */
  teamReadUntil: string;
  /** The same for the lead professional and the author. */
  leadReadUntil: string;
}

/** When something agreed on `givenOn` counts as given: now when it is today, else from the start of that day. */
export function givenAtOf(givenOn: CivilDate, now: Instant): Instant {
  return londonDate(now) === givenOn ? now : londonStartOfDay(givenOn);
}

/**
 * Both days count, Europe/London (rule 6.2): from the start of the first day, never before it was given, to the
 * start of the day after the last. After the last day the team may read and ask again for ten working days
 * (rule 6.10). Nothing but an agreement opens a window; a refusal has no end.
 */
export function instantsOfLine(
  line: { decision: ConsentDecision; givenAt: Instant; validFrom: CivilDate; expiresOn: CivilDate | null },
  settings: PolicySettings = DEFAULT_SETTINGS,
): LineInstants {
  const start = londonStartOfDay(line.validFrom);
  const fromAt = Date.parse(start) > Date.parse(line.givenAt) ? start : line.givenAt;
  if (line.expiresOn === null)
    return { fromAt, untilAt: NO_END, teamReadUntil: NO_END, leadReadUntil: NO_END };
  const reading = expiredWindowEnd(line.expiresOn, settings);
  return { fromAt, untilAt: endOfDay(line.expiresOn), teamReadUntil: reading, leadReadUntil: reading };
}

export const WITHDRAWAL_SCOPES = ['ALL', 'SERVICE', 'CATEGORY'] as const;
/** All of one giver's agreement, all with one recipient, or one kind of information. */
export type WithdrawalScope = (typeof WITHDRAWAL_SCOPES)[number];

/**
 * What is left to read at a withdrawal (rule 6.10): the team nothing from that instant; the lead professional and
 * the author ten working days to bring things to a close, but not in one kind of information taken back by itself.
 */
export function windowsAtWithdrawal(
  scope: WithdrawalScope,
  at: Instant,
  settings: PolicySettings = DEFAULT_SETTINGS,
): Omit<LineInstants, 'fromAt'> {
  const lead = scope === 'CATEGORY' ? at : endOfReadOnlyDays(londonDate(at), settings);
  return { untilAt: at, teamReadUntil: at, leadReadUntil: lead };
}
