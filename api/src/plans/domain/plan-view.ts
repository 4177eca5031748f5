import { ageOn } from '@encircle/shared/dates';
import { isOverdue } from '@encircle/shared/lifecycle';
import {
  distanceWords,
  type ActionView,
  type CommentView,
  type OutcomeView,
  type PlanChild,
  type RatingView,
  type ReviewView,
} from '@encircle/shared/plans';

export interface ChildKnown {
  id: string;
  name: string | null;
  fullName: string | null;
  dateOfBirth: string | null;
  /** Where this child's part alone stands; null where the record stands. */
  part: string | null;
}

export function childView({ dateOfBirth, ...child }: ChildKnown, today: string): PlanChild {
  const { id, name, fullName, part } = child;
  return { id, name, fullName, age: dateOfBirth === null ? null : ageOn(dateOfBirth, today), part };
}

type OutcomeLike = Omit<OutcomeView, 'ratings' | 'travelled'>;

export function outcomeView(row: OutcomeLike, ratings: readonly RatingView[]): OutcomeView {
  const shaped = {
    id: row.id,
    subjectId: row.subjectId,
    position: row.position,
    need: row.need,
    elementCode: row.elementCode,
    statement: row.statement,
    agreedWith: row.agreedWith,
    ecmOutcome: row.ecmOutcome,
    familyOutcomes: row.familyOutcomes,
    measure: row.measure,
    scaleLow: row.scaleLow,
    scaleHigh: row.scaleHigh,
    lowWords: row.lowWords,
    highWords: row.highWords,
    better: row.better,
    rater: row.rater,
    baselineValue: row.baselineValue,
    baselineOn: row.baselineOn,
    targetValue: row.targetValue,
    targetOn: row.targetOn,
    status: row.status,
    category: row.category,
    version: row.version,
  };
  const scores = ratings.map(({ id, value, ratedOn, rater }) => ({ id, value, ratedOn, rater }));
  return { ...shaped, ratings: scores, travelled: distanceWords({ ...row, ratings: scores }) };
}

type ActionLike = Omit<ActionView, 'mine' | 'overdue' | 'mayChange' | 'comments'>;

export function actionView(
  row: ActionLike,
  comments: readonly CommentView[],
  who: { userId: string; leads: boolean; mayWrite: boolean; today: string },
): ActionView {
  const mine = row.ownerUserId === who.userId;
  return {
    id: row.id,
    subjectId: row.subjectId,
    outcomeId: row.outcomeId,
    text: row.text,
    ownerUserId: row.ownerUserId,
    ownerPersonId: row.ownerPersonId,
    ownerName: row.ownerName,
    ownerAgencyId: row.ownerAgencyId,
    mine,
    byWhen: row.byWhen,
    priority: row.priority,
    status: row.status,
    statusReason: row.statusReason,
    transferredTo: row.transferredTo,
    doneOn: row.doneOn,
    overdue: isOverdue(row.status, row.byWhen, who.today),
    mayChange: who.mayWrite && (mine || who.leads),
    category: row.category,
    comments: comments.map(({ id, text, author, on, statusSet }) => ({ id, text, author, on, statusSet })),
    version: row.version,
  };
}

export function reviewView(row: Omit<ReviewView, 'late'>): ReviewView {
  const { id, reviewNo, heldOn, dueOn, level, whatNext, nextDueOn, childComment, parentComment } = row;
  return {
    id,
    reviewNo,
    heldOn,
    dueOn,
    late: heldOn > dueOn,
    level,
    whatNext,
    nextDueOn,
    childComment,
    parentComment,
  };
}
