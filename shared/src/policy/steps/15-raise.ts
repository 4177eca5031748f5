import type { Category } from '../categories.js';
import type { Obligation } from '../decision.js';
import type { BreakGlassGrant, Disclosure } from '../facts.js';
import { isLive } from '../instants.js';
import { allow, strictness, type Outcome } from '../outcome.js';
import { concerns, type Question } from '../question.js';
import { isOnTeam, ownEdges, standingsOf } from '../standing.js';

/**
 * Step 15 may raise the base answer: a recorded disclosure (R13), a live break-glass grant (R14), a court
 * order (R16). On a shield only R14 raises. Never reached for a ceiling role or for the family.
 */
export function raise(question: Question, category: Category, base: Outcome, shielded: boolean): Outcome {
  const offers = [
    breakGlass(question, category, shielded),
    ...(shielded ? [] : [disclosed(question, category), ordered(question, category)]),
  ].filter((offer) => offer !== null);
  const better = offers.find((offer) => strictness(offer) < strictness(base));
  if (better) return better;
  return needsReason(question, category)
    ? { ...base, obligations: [...base.obligations, 'REASON_REQUIRED'] }
    : base;
}

function disclosed(question: Question, category: Category): Outcome | null {
  const bases = safeguardBases(question, category);
  if (bases.length === 0 || !hasReason(question)) return null;
  return allow(['R13_DISCLOSURE'], bases, { readOnly: true });
}

/** Recorded disclosures and open referrals that reach this asker; of one category, or of any. */
export function safeguardBases(question: Question, category?: Category): string[] {
  const { actor, episode, item, purpose } = question;
  const covers = (list: readonly Category[] | undefined): boolean =>
    category === undefined || (list ?? []).includes(category);
  const disclosures = episode.disclosures.filter(
    (each) =>
      covers(each.categories) &&
      each.purpose === purpose &&
      isTo(question, each) &&
      concerns(item, each.subjectId) &&
      isLive(each, question.now),
  );
  const atTheDoor = actor.role === 'MASH' && purpose === 'SAFEGUARD';
  const referrals = atTheDoor ? ownEdges(question, 'MASH_CONCERN') : [];
  return [...disclosures, ...referrals.filter((edge) => covers(edge.categories))].map(({ id }) => id);
}

/** A service receives through its front door or through its people on this record, never as a whole. */
function isTo(question: Question, { recipientType, recipientId }: Disclosure): boolean {
  const { actor } = question;
  if (recipientType === 'PERSON') return recipientId === actor.userId;
  return recipientId === actor.agencyId && (actor.role === 'MASH' || isOnTeam(question));
}

/** The front door gives its reason before content is shown (rule 6.5). */
function hasReason({ actor, request }: Question): boolean {
  return actor.role !== 'MASH' || request.reasonId !== null;
}

function needsReason(question: Question, category: Category): boolean {
  return !hasReason(question) && safeguardBases(question, category).length > 0;
}

const REVIEWED: readonly Obligation[] = ['IGO_REVIEW', 'NOTIFY_OWNER', 'NOTIFY_SUPERVISOR', 'NO_EXPORT'];
const ON_SHIELD: readonly Obligation[] = ['END_ON_LEAVING', 'INVESTIGATE_NOW'];

/** Rule 6.7a: this child, these categories, on the screen, to look at only, until the grant ends. */
function breakGlass(question: Question, category: Category, shielded: boolean): Outcome | null {
  const { episode, request, now } = question;
  const onScreen = request.channel === 'screen' || request.channel === 'api';
  if (!onScreen || request.action !== 'read' || !mayBreakGlass(question)) return null;
  const grants = episode.breakGlass.filter(
    (grant) => isGrantFor(question, grant) && grant.categories.includes(category) && isLive(grant, now),
  );
  if (grants.length === 0) return null;
  return allow(
    ['R14_BREAK_GLASS'],
    grants.map((grant) => grant.id),
    { readOnly: true, obligations: shielded ? [...REVIEWED, ...ON_SHIELD] : REVIEWED },
  );
}

function isGrantFor({ actor, item, purpose }: Question, grant: BreakGlassGrant): boolean {
  return grant.userId === actor.userId && grant.purpose === purpose && concerns(item, grant.subjectId);
}

function mayBreakGlass(question: Question): boolean {
  const { actor } = question;
  if (actor.role === 'CAFC' || actor.role === 'MASH' || actor.safeguardingLead === true) return true;
  return standingsOf(question).some(({ kind }) => kind === 'MEMBER' || kind === 'MANAGER');
}

function ordered(question: Question, category: Category): Outcome | null {
  const { actor, episode, item, now } = question;
  const orders = episode.courtOrders.filter(
    (order) =>
      order.effect === 'DISCLOSE' &&
      (order.recipientId === actor.userId || (order.recipientId === actor.agencyId && isOnTeam(question))) &&
      order.categories.includes(category) &&
      concerns(item, order.subjectId) &&
      isLive(order, now),
  );
  if (orders.length === 0) return null;
  return allow(
    ['R16_COURT_ORDER'],
    orders.map((order) => order.id),
    { readOnly: true },
  );
}
