import type { PlanView } from '@encircle/shared/plans';

export interface ReviewForm {
  meetingId: string;
  heldOn: string;
  level: string;
  whatNext: string;
  nextOn: string;
  childComment: string;
  parentComment: string;
  scores: Readonly<Record<string, string>>;
  statuses: Readonly<Record<string, string>>;
}

/** A hope says something when it has a score or an ending; the others are left out so that the API names them. */
export function reviewCommand(form: ReviewForm, outcomeIds: readonly string[]): Record<string, unknown> {
  const outcomes = outcomeIds.flatMap((outcomeId) => {
    const typed = (form.scores[outcomeId] ?? '').trim();
    const status = form.statuses[outcomeId] ?? 'OPEN';
    const value = typed === '' ? undefined : Number(typed.replace(',', '.'));
    if (value === undefined && status === 'OPEN') return [];
    return [
      { outcomeId, ...(value === undefined ? {} : { value }), ...(status === 'OPEN' ? {} : { status }) },
    ];
  });
  return {
    ...(form.meetingId ? { meetingId: form.meetingId } : { heldOn: form.heldOn }),
    level: Number(form.level),
    whatNext: form.whatNext,
    ...(form.nextOn ? { nextOn: form.nextOn } : {}),
    outcomes,
    childComment: form.childComment,
    parentComment: form.parentComment,
  };
}

/** The API counts the hopes that were sent; the form has a box for each. */
export function idOfReviewPath(path: string, outcomeIds: readonly string[]): string {
  const index = /^outcomes\.(\d+)/.exec(path)?.[1];
  if (index === undefined) return path === 'outcomes' ? `score-${outcomeIds[0] ?? ''}` : path;
  return `score-${outcomeIds[Number(index)] ?? ''}`;
}

/** The day of the review that is overdue, if one is. The last one may have been held under that very day. */
export function lateReviewOf(
  {
    state,
    nextReviewDue,
    reviews,
  }: Pick<PlanView, 'state' | 'nextReviewDue'> & {
    reviews: readonly Pick<PlanView['reviews'][number], 'dueOn'>[];
  },
  today: string,
): string | null {
  if (!['PLAN_ACTIVE', 'PANEL_REVIEW'].includes(state)) return null;
  if (nextReviewDue === null || nextReviewDue >= today) return null;
  return reviews.some(({ dueOn }) => dueOn === nextReviewDue) ? null : nextReviewDue;
}
