import type { PlanView } from '@encircle/shared/plans';

type Family = Pick<PlanView, 'children'>;

/** Children a new line may be for: a part that is with social care, or over, waits (rule F5). */
export const childrenGoingOn = ({ children }: Family): PlanView['children'] =>
  children.filter(({ part }) => part === null || part === 'STEP_UP_PENDING');

/** Whom a new line is for at the beginning: the child whose part is shown. Nobody, where that must be chosen. */
export function lineChild(plan: Family, shown: string | null): string {
  const going = childrenGoingOn(plan);
  if (going.length === 1 && plan.children.length > 1) return going[0]?.id ?? '';
  return going.some(({ id }) => id === shown) ? (shown ?? '') : '';
}

/** As the command has it: a record of one child says nothing about whom a line is for. */
export const forChild = ({ children }: Family, subjectId: string): { subjectId?: string } =>
  children.length > 1 ? { subjectId } : {};

/** The lines of one child's part; all of them where nobody is chosen. A line of the whole record is everybody's. */
export const linesOf = <T extends { subjectId: string | null }>(
  lines: readonly T[],
  shown: string | null,
): T[] => lines.filter(({ subjectId }) => shown === null || subjectId === null || subjectId === shown);
