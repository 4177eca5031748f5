import { ATTENDANCE_CODES } from '@encircle/shared/codes';

/** Codes of somebody who is, or was, in the room: themselves or a deputy. */
const IN_THE_ROOM: ReadonlySet<string> = new Set(
  ATTENDANCE_CODES.rows.filter((code) => code.agency).map(({ code }) => code),
);

/** Whoever was asked and is not yet marked may have come in: they count as here until somebody says that they are not. */
export const isHere = ({ attendance }: { attendance: string | null }): boolean =>
  attendance === null || IN_THE_ROOM.has(attendance);

/** Somebody else came in their place: nobody the program knows, only the service that sent them. */
export const isDeputy = ({ attendance }: { attendance: string | null }): boolean => attendance === 'DEP';
