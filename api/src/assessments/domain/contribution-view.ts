import type { ContributionView } from '@encircle/shared/assessments';

const WAITS_FOR_THE_COLLEAGUE = ['ASKED', 'RETURNED'];

/** One question to a colleague as it is shown; nothing of a stored row goes beyond these fields. */
export function contributionView(today: string, row: Omit<ContributionView, 'late'>): ContributionView {
  return {
    id: row.id,
    version: row.version,
    assessmentId: row.assessmentId,
    formCode: row.formCode,
    formVersion: row.formVersion,
    section: row.section,
    child: row.child,
    askedOf: row.askedOf,
    agency: row.agency,
    askedBy: row.askedBy,
    askedAt: row.askedAt,
    question: row.question,
    dueOn: row.dueOn,
    late: row.dueOn < today && WAITS_FOR_THE_COLLEAGUE.includes(row.status),
    status: row.status,
    note: row.note,
    declined: row.declined,
    answers: row.answers,
    already: row.already,
    remindedOn: row.remindedOn,
    mine: row.mine,
  };
}
