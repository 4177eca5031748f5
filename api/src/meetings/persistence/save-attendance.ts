import type { AttendanceEntry, AttendanceSaved } from '@encircle/shared/meetings';
import type { Statement } from '#api/platform/database/ask-once.js';

export interface SaveAnswer {
  /** Why nothing was written; null when it was. */
  refused: string | null;
  /** The entry the refusal is about, counted from 0. */
  entry: number | null;
  /** What is stored: after the save, or instead of it when somebody else saved first. */
  saved: AttendanceSaved | null;
}

/** The one statement of an attendance save (migration SaveAttendance). `csrf` is the digest of the header's token. */
export const saveAttendance = (
  meetingId: string,
  version: number,
  entries: readonly AttendanceEntry[],
  csrf: string,
): Statement => ({
  name: 'save-attendance',
  text: 'select entered, refused, entry, saved from hot.save_attendance($1, $2, $3, $4, $5, $6, $7, $8)',
  values: [csrf, meetingId, version, JSON.stringify(entries)],
});
