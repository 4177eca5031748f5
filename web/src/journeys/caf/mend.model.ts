import type { AssessmentRepair, RepairAssessment } from '@encircle/shared/assessments';

/** What can be wrong with an assessment: which child only where there are several, the record only where there is one. */
export const mendable = (children: number): readonly AssessmentRepair[] =>
  children > 1 ? ['START', 'CHILD'] : ['START', 'CASE'];

/** The command: what was typed for another kind of mistake before stays behind. */
export function assessmentRepairOf(
  typed: Partial<RepairAssessment>,
  version: number,
): Partial<RepairAssessment> {
  const { what, fromSubjectId, subjectId, ref, reason } = typed;
  return {
    version,
    ...(what === undefined ? {} : { what }),
    reason: reason ?? '',
    ...(what === 'CHILD' && fromSubjectId ? { fromSubjectId } : {}),
    ...(what === 'CHILD' && subjectId ? { subjectId } : {}),
    ...(what === 'CASE' && ref ? { ref: ref.trim(), ...(subjectId ? { subjectId } : {}) } : {}),
  };
}
