/** Why a case comes off an agenda. `CASE_MOVED_ON` is written by the record itself, when it goes another way. */
export const OFF_AGENDA_REASONS = [
  'AGREEMENT_ENDED',
  'NO_LONGER_NEEDED',
  'NOT_READY',
  'ANOTHER_DAY',
] as const;
export type OffAgendaReason = (typeof OFF_AGENDA_REASONS)[number];
export const WITHDRAWN_REASONS = [...OFF_AGENDA_REASONS, 'CASE_MOVED_ON'] as const;
export type WithdrawnReason = (typeof WITHDRAWN_REASONS)[number];

export const ITEM_STATUSES = ['ON_AGENDA', 'WITHDRAWN', 'DECIDED'] as const;
export type ItemStatus = (typeof ITEM_STATUSES)[number];

export const PANEL_ATTENDANCE = ['CAME', 'APOLOGIES', 'DID_NOT_COME'] as const;
export type PanelAttendance = (typeof PANEL_ATTENDANCE)[number];

/**
 * What the members may read of a case: everything ordinary that a pack holds, a part of it, nothing any more (the family did
 * not agree, or took it back), or a question without names.
 */
export const PACK_LIGHTS = ['YES', 'PART', 'NO', 'WITHOUT_NAMES'] as const;
export type PackLight = (typeof PACK_LIGHTS)[number];

/** Minutes after midnight of a time of day such as 09:30. */
const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
const two = (n: number): string => String(n).padStart(2, '0');

/** When a case begins that comes after `before` minutes of others; no time is written past the end of the day. */
export function timeAfter(startsAt: string, before: number): string | null {
  const at = minutesOf(startsAt) + before;
  return at < 24 * 60 ? `${two(Math.floor(at / 60))}:${two(at % 60)}` : null;
}

/** What members see of the kinds a pack is made of, child by child, as one light. */
export function lightOf(
  withoutNames: boolean,
  answers: readonly { allowed: number; asked: number }[],
): PackLight {
  if (withoutNames) return 'WITHOUT_NAMES';
  const allowed = answers.reduce((sum, each) => sum + each.allowed, 0);
  if (allowed === 0) return 'NO';
  return answers.every((each) => each.allowed === each.asked) ? 'YES' : 'PART';
}
