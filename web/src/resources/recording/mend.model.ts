import type { NoteView, RepairKind, RepairNote } from '@encircle/shared/recording';

/** What may be wrong with a note: whose it is only where there is another child. */
export const mendable = (otherChildren: number): readonly RepairKind[] =>
  otherChildren > 0 ? ['DATE', 'CHILD', 'CASE'] : ['DATE', 'CASE'];

/** The command: what was typed for another kind of mistake before stays behind. */
export function repairOf(typed: Partial<RepairNote>, version: number): Partial<RepairNote> {
  const { what, eventOn, subjectId, ref, reason } = typed;
  return {
    version,
    ...(what === undefined ? {} : { what }),
    reason: reason ?? '',
    ...(what === 'DATE' && eventOn ? { eventOn } : {}),
    ...(what === 'CHILD' && subjectId ? { subjectId } : {}),
    ...(what === 'CASE' && ref ? { ref: ref.trim(), ...(subjectId ? { subjectId } : {}) } : {}),
  };
}

/** Whether its author may still mend it; `late` when the time for that is over. */
export function mendingOf(
  note: Pick<NoteView, 'mine' | 'struckAt' | 'flag' | 'mendUntil'>,
  today: string,
): 'YES' | 'LATE' | 'NO' {
  if (!note.mine || note.struckAt !== null || note.flag !== null || note.mendUntil === null) return 'NO';
  return today <= note.mendUntil ? 'YES' : 'LATE';
}

interface Child {
  id: string;
  name: string;
}

/** The children of the record a note is to go to, as a refusal names them. */
export function childrenIn(data: Readonly<Record<string, unknown>> | undefined): readonly Child[] {
  const children = data?.['children'];
  return Array.isArray(children) ? (children as Child[]) : [];
}
