import { ATTENDANCE_CODES } from '@encircle/shared/codes';
import type { InvitationView, MeetingView } from '@encircle/shared/meetings';
import type { Mark } from './attendance.model';

type Asked = Pick<InvitationView, 'id' | 'attendance'>;

/** Away, here, or somebody else in their place: what the wall is decided by. Whoever is not marked counts as here. */
function standing(code: string | null): 'here' | 'away' | 'deputy' {
  if (code === 'DEP') return 'deputy';
  return code === null || ATTENDANCE_CODES.rows.some((row) => row.code === code && row.agency)
    ? 'here'
    : 'away';
}

/** Who is in the room, as text: the wall of one set of people is never shown to another. */
export const whoIsHere = (
  invitations: readonly Asked[],
  marks: Readonly<Record<string, Mark>> = {},
): string =>
  invitations.map(({ id, attendance }) => `${id} ${standing(marks[id]?.code ?? attendance)}`).join(', ');

/** While it is not decided again: nothing but the people whose marks are on their way, so that a mark can be finished. */
export function whileDeciding(last: MeetingView, marks: Readonly<Record<string, Mark>>): InvitationView[] {
  return last.invitations.filter(({ id }) => marks[id] !== undefined);
}

/** Fields with words of their own before anybody typed. */
const FILLED_ANYWAY = new Set(['nextTime', 'asker']);

/** The first field with words that are not kept yet: switching the view would lose them, or put them on the wall. */
export const unfinished = (
  fields: readonly { id: string; name: string; value: string }[],
): { id: string } | null =>
  fields.find(
    ({ name, value }) => value.trim() !== '' && !FILLED_ANYWAY.has(name) && !/^(reason|deputy)-/.test(name),
  ) ?? null;
