import type { Look, SharingColumn, SharingLine } from '@encircle/shared/cases';
import type { MarkName } from '@web/ui/Mark';

export const CELL_MARKS: Record<string, MarkName> = { sees: 'tick', part: 'half', no: 'barred' };

/** The kind of a column, without whose it is: "ADULT:5cb9..." is ADULT. */
export const columnKind = ({ key }: Pick<SharingColumn, 'key'>): string => key.split(':')[0] ?? key;

/** A service the family said no to is one sentence over all columns. */
export const isRefusal = ({ why }: Pick<SharingLine, 'why'>): boolean => why === 'REFUSED';

/** A parent whose right to know nothing carries today: all cells no. */
export const seesNothing = ({ cells }: Pick<SharingLine, 'cells'>): boolean =>
  Object.values(cells).every((cell) => cell === 'no');

/** Past tense and never a plain look: "note.written" changed something, "notes.listed" did not. */
const READS = [
  'considered',
  'asked',
  'stayed',
  'ended',
  'viewed',
  'opened',
  'listed',
  'searched',
  'read',
  'printed',
  'exported',
];

export function isChange({ action }: Pick<Look, 'action'>): boolean {
  const verb = action.split('.')[1] ?? '';
  return !READS.some((read) => verb.endsWith(read));
}

/** Break-glass rows stand out wherever they appear. */
export const isEmergency = ({ action, purpose }: Pick<Look, 'action' | 'purpose'>): boolean =>
  action === 'break-glass.opened' || (purpose === 'SAFEGUARD' && /override|emergency/.test(action));
