import { hasPrOver } from './family-facts.js';
import { londonDate } from '@encircle/shared/dates';
import {
  entitlementOf,
  type AboutWhom,
  type AgreementProblems,
  type CompetenceTyped,
  type Giver,
  type LineReady,
  type RecordAgreement,
} from '@encircle/shared/consents';
import { isCompetent, type Category, type EpisodeFacts, type GiverCapacity } from '@encircle/shared/policy';

/** The person the line is about, with what decides who may agree. `competence` is what this act itself records. */
export function aboutWhom(
  facts: EpisodeFacts,
  personId: string,
  category: Category,
  at: string,
  competence?: CompetenceTyped,
): AboutWhom {
  const subject = facts.subjects.find((each) => each.personId === personId);
  if (!subject) return { personId, kind: 'ADULT', dateOfBirth: null, competent: false, careOrder: false };
  const careOrder = facts.courtOrders.some(
    (order) =>
      order.effect === 'CARE_ORDER' &&
      order.subjectId === personId &&
      order.from <= at &&
      (order.to === null || at < order.to),
  );
  return {
    personId,
    kind: subject.kind,
    dateOfBirth: subject.dob,
    competent:
      (competence?.matters.includes(category) ?? false) || isCompetent(facts, personId, category, at),
    careOrder,
  };
}

export function giverOf(
  facts: EpisodeFacts,
  personId: string,
  capacity: GiverCapacity,
  aboutId: string,
): Giver {
  return { personId, capacity, hasPr: hasPrOver(facts, personId, aboutId) };
}

/** Lines the giver could not agree to or refuse, each with the reason in words (rule 6.3). */
export function entitlementProblems(
  facts: EpisodeFacts,
  act: RecordAgreement,
  lines: readonly LineReady[],
  givenAt: string,
): AgreementProblems {
  const problems: AgreementProblems = {};
  lines.forEach((line, n) => {
    if (line.decision === 'NOT_SOUGHT') return;
    const aboutId = line.aboutPersonId ?? act.subjectId;
    const competence = act.giverPersonId === act.subjectId ? act.competence : undefined;
    const about = aboutWhom(facts, aboutId, line.category, givenAt, competence);
    const giver = giverOf(facts, act.giverPersonId, act.capacity, aboutId);
    const answer = entitlementOf(giver, about, line.category, londonDate(givenAt));
    if (!answer.entitled) problems[`lines.${n}`] = [answer.words];
  });
  return problems;
}
