import { hasPrOver } from './family-facts.js';
import { londonDate } from '@encircle/shared/dates';
import {
  entitlementOf,
  type AboutWhom,
  type AgreementProblems,
  type Giver,
  type LineReady,
  type RecordAgreement,
} from '@encircle/shared/consents';
import {
  isCompetent,
  lacksCapacity,
  type Category,
  type EpisodeFacts,
  type GiverCapacity,
} from '@encircle/shared/policy';

/** A tie of the family with how parental responsibility came about. */
export interface Tie {
  childId: string;
  personId: string;
  hasPr: string;
  prBasis: string | null;
}

/** What this act itself records about who can decide. */
export type ActRecords = Pick<RecordAgreement, 'competence' | 'bestInterests'>;

/** The person the line is about, with what decides who may agree. */
export function aboutWhom(
  facts: EpisodeFacts,
  ties: readonly Tie[],
  personId: string,
  category: Category,
  at: string,
  recorded: ActRecords = {},
): AboutWhom {
  const none = { competent: false, lacksCapacity: false, careOrder: false, specialGuardian: false };
  const subject = facts.subjects.find((each) => each.personId === personId);
  if (!subject) return { personId, kind: 'ADULT', dateOfBirth: null, ...none };
  const holds = (basis: string): boolean =>
    ties.some((tie) => tie.childId === personId && tie.hasPr === 'YES' && tie.prBasis === basis);
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
      (recorded.competence?.matters.includes(category) ?? false) ||
      isCompetent(facts, personId, category, at),
    lacksCapacity:
      (recorded.bestInterests?.matters.includes(category) ?? false) ||
      lacksCapacity(facts, personId, category, at),
    careOrder,
    specialGuardian: holds('SGO'),
  };
}

export function giverOf(
  facts: EpisodeFacts,
  ties: readonly Tie[],
  personId: string,
  capacity: GiverCapacity,
  aboutId: string,
): Giver {
  const own = ties.find((tie) => tie.personId === personId && tie.childId === aboutId && tie.hasPr === 'YES');
  return {
    personId,
    capacity,
    hasPr: hasPrOver(facts, personId, aboutId),
    basis: own?.prBasis ?? null,
  };
}

/** Lines the giver could not agree to or refuse, each with the reason in words (rule 6.3). */
export function entitlementProblems(
  facts: EpisodeFacts,
  ties: readonly Tie[],
  act: RecordAgreement,
  lines: readonly LineReady[],
  givenAt: string,
): AgreementProblems {
  const problems: AgreementProblems = {};
  lines.forEach((line, n) => {
    if (line.decision === 'NOT_SOUGHT') return;
    const aboutId = line.aboutPersonId ?? act.subjectId;
    const recorded = aboutId === act.subjectId ? recordsOf(act) : {};
    const about = aboutWhom(facts, ties, aboutId, line.category, givenAt, recorded);
    const giver = giverOf(facts, ties, act.giverPersonId, act.capacity, aboutId);
    const answer = entitlementOf(giver, about, line.category, londonDate(givenAt));
    if (!answer.entitled) problems[`lines.${n}`] = [answer.words];
  });
  return problems;
}

/** Competence is the child's own act; best interests are written down when somebody else decides. */
function recordsOf(act: RecordAgreement): ActRecords {
  const own = act.giverPersonId === act.subjectId;
  return own ? { competence: act.competence } : { bestInterests: act.bestInterests };
}
