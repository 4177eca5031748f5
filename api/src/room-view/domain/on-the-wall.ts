import type { InvitationView, MeetingChild, MeetingView } from '@encircle/shared/meetings';
import type { PlanView } from '@encircle/shared/plans';
import type { Category } from '@encircle/shared/policy';

/** Whether everybody present may know this about a child. */
type MayRead = (asked: { subjectId: string; categories: readonly Category[] }) => boolean;

const NAMELESS = { name: null, fullName: null, age: null };

/** Who the child is, and a relative's name, belong to kinds of their own: they are there when everybody may know them. */
const childFor = <C extends MeetingChild>(child: C, may: MayRead): C =>
  may({ subjectId: child.id, categories: ['IDENT'] }) ? child : { ...child, ...NAMELESS };

const familyNamed = (childId: string, may: MayRead): boolean =>
  may({ subjectId: childId, categories: ['IDENT'] }) && may({ subjectId: childId, categories: ['FAMILY'] });

/** Lines and hopes are counted anew, so that one that is held back leaves no gap. */
export function meetingOnTheWall(meeting: MeetingView, may: MayRead): MeetingView {
  const named = familyNamed(meeting.child.id, may);
  const invitations = meeting.invitations.map((who) => (named ? who : withoutFamilyName(who)));
  const shown = new Set(invitations.flatMap(({ userId }) => (userId === null ? [] : [userId])));
  const known = (id: string | null): boolean => id !== null && shown.has(id);
  return {
    ...meeting,
    child: childFor(meeting.child, may),
    invitations,
    minutes: meeting.minutes.map((line, index) => ({ ...line, position: index + 1 })),
    ...(known(meeting.chairId) ? {} : { chairId: null, chairName: null }),
    ...(known(meeting.minuteTakerId) ? {} : { minuteTakerId: null, minuteTakerName: null }),
  };
}

const withoutFamilyName = (who: InvitationView): InvitationView =>
  who.kind === 'FAMILY' ? { ...who, name: null, relationship: null } : who;

/** @param people ids of those who stand on the wall: nobody else is offered or named as the owner of an action */
export function planOnTheWall(plan: PlanView, people: ReadonlySet<string>, may: MayRead): PlanView | null {
  if (plan.plan === null) return null;
  const named = familyNamed(plan.child.id, may);
  const hopes = new Set(plan.plan.outcomes.map(({ id }) => id));
  return {
    ...plan,
    child: childFor(plan.child, may),
    children: plan.children.filter(({ id }) => may({ subjectId: id, categories: ['IDENT'] })),
    level: null,
    reviews: [],
    nextReviewDue: null,
    nextMeeting: null,
    people: plan.people.filter(({ id, kind }) => people.has(id) && (named || kind === 'WORKER')),
    plan: {
      ...plan.plan,
      agreements: named ? plan.plan.agreements : [],
      outcomes: plan.plan.outcomes.map((hope, index) => ({ ...hope, position: index + 1 })),
      actions: plan.plan.actions.map((action) => ({
        ...action,
        outcomeId: action.outcomeId !== null && hopes.has(action.outcomeId) ? action.outcomeId : null,
        ownerName: action.ownerPersonId !== null && !named ? null : action.ownerName,
      })),
    },
  };
}

/** Everybody who stands on the wall, by the id an action would be given to. */
export const idsOnTheWall = ({ invitations }: MeetingView): ReadonlySet<string> =>
  new Set(invitations.flatMap(({ userId, personId }) => [userId, personId].filter((id) => id !== null)));
