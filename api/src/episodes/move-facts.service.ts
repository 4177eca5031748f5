import { DEFAULT_TERMS, fillTerms, type LevelOfNeed } from '@encircle/shared/codes';
import { birthdayOf } from '@encircle/shared/dates';
import {
  checklistProblems,
  othersAgreed,
  recordFacts,
  type Checklist,
  type RefusalRecord,
} from '@encircle/shared/episodes';
import {
  factsWith,
  nextReturnTo,
  TRANSITIONS,
  type EpisodeState,
  type LifecycleFacts,
  type LifecycleRole,
  type Obstacle,
  type TransitionId,
} from '@encircle/shared/lifecycle';
import { isEntitled, isInForce, type EpisodeFacts } from '@encircle/shared/policy';
import type { AccessContext } from '#api/access/access-context.js';
import type { KeepingRow } from '#api/episodes/persistence/keeping.repository.js';
import type { LifecycleRow } from '#api/episodes/persistence/lifecycle.repository.js';
import { DomainError } from '#api/platform/errors/domain-error.js';

/** All that a move of one episode is judged on. */
export interface MoveFacts {
  episode: LifecycleRow;
  access: EpisodeFacts;
  known: LifecycleFacts;
  /** For those who keep records only: what is known of how this one is kept. */
  keeping: KeepingRow | null;
}

export function knownFacts(
  ctx: AccessContext,
  row: LifecycleRow,
  access: EpisodeFacts,
  keeping: KeepingRow | null = null,
): LifecycleFacts {
  const checklist = row.checklist as unknown as Checklist | null;
  const agreedTo = (purpose: 'ASSESS' | 'PANEL' | 'TRANSFER'): boolean =>
    access.consents.some(
      (line) =>
        line.purposes.includes(purpose) &&
        isInForce(line, access, ctx.now) &&
        line.categories.every((category) => isEntitled(access, line, category, ctx.now)),
    );
  return factsWith({
    state: row.state as EpisodeState,
    today: ctx.today,
    returnTo: returnTo(row),
    childMatched: true,
    duplicateSearchDone: true,
    otherOpenEpisode: row.otherOpenEpisode,
    preCaf: checklist && {
      complete: checklistProblems(checklist, ctx.today).length === 0,
      outcome: checklist.outcome ?? null,
      rationale: Boolean(checklist.rationale?.trim()),
    },
    level: (row.level ?? row.refusal?.['level'] ?? null) as LevelOfNeed | null,
    assessConsent: agreedTo('ASSESS'),
    otherServicesAgreed: othersAgreed(access, row.initiatingAgencyId, ctx.now),
    panelConsent: agreedTo('PANEL'),
    transferConsent: agreedTo('TRANSFER'),
    ...refusalFacts(row.refusal as unknown as RefusalRecord | null),
    ...recordFacts(row.records),
    consentReconfirmed: row.consentReconfirmed,
    recentAssessment: row.recentAssessment,
    earlierPlan: row.earlierPlan,
    meetingDateSet: row.meetingDateSet,
    firstMeeting: row.firstMeeting,
    adultOn: adultOn(access),
    handoverHeld: row.handoverHeld || typeof row.records['T26']?.['handoverOn'] === 'string',
    leadAccepted: row.leadAccepted,
    leadNamed: row.leadNamed,
    plan: row.plan,
    closedOn: row.closedOn,
    legalHold: row.legalHold,
    mergeTarget: keeping?.target ?? null,
    mergedOn: keeping?.mergedOn ?? null,
    retentionEnded: Boolean(keeping?.retentionEndsOn && keeping.retentionEndsOn <= ctx.today),
    archiveDue: Boolean(keeping?.archiveOn && keeping.archiveOn <= ctx.today),
  });
}

/** A child without a date of birth is not born yet, and nobody of the family is of age before it is. */
function adultOn({ subjects }: EpisodeFacts): string | null {
  const births = subjects.map((each) => each.dob);
  const youngest = births.every((dob) => dob !== null) ? births.sort().at(-1) : undefined;
  return youngest === undefined ? null : birthdayOf(youngest, 18);
}

/** What was written down when the family said no or could not be reached (rule 5.5, number 1). */
function refusalFacts(refusal: RefusalRecord | null): Partial<LifecycleFacts> {
  if (refusal === null) return {};
  return {
    refusalRecorded: Boolean(refusal.whoSaidNo?.trim()) && refusal.reason.trim() !== '',
    nobodyReachable: refusal.nobodyReachable,
    belowThresholdJudged: refusal.riskView.trim() !== '',
    managerConsulted: refusal.managerConsulted,
  };
}

/** The stack of states to come back to is what the history of moves makes it; old imports have one state only. */
function returnTo(row: LifecycleRow): readonly EpisodeState[] {
  const known = new Set<string>(TRANSITIONS.map(({ id }) => id));
  const stack = row.moves
    .filter((move) => known.has(move.transition))
    .reduce<readonly EpisodeState[]>(
      (soFar, move) =>
        nextReturnTo(
          soFar,
          move.transition as TransitionId,
          move.from as EpisodeState | null,
          move.to as EpisodeState,
        ),
      [],
    );
  return stack.length === 0 && row.stateBefore !== null ? [row.stateBefore as EpisodeState] : stack;
}

/** In which capacities this actor may bring a move about on this case, now. */
export function rolesOf(ctx: AccessContext, access: EpisodeFacts): LifecycleRole[] {
  const { actor, now } = ctx;
  const live = access.edges.filter(
    (edge) => edge.agencyId === actor.agencyId && edge.from <= now && (edge.to === null || now < edge.to),
  );
  const own = live.filter((edge) => edge.userId === actor.userId).map((edge) => edge.kind);
  const roles = new Set<LifecycleRole>();
  if (own.includes('AUTHOR')) roles.add('AUTHOR');
  if (own.includes('LP')) roles.add('LP');
  if (own.some((kind) => kind === 'AUTHOR' || kind === 'LP' || kind === 'TACM')) roles.add('PRACT');
  if (actor.role === 'AMGR' && live.length > 0) roles.add('AMGR');
  if (actor.role === 'CAFC') roles.add('CAFC');
  if (actor.role === 'MASH') roles.add('MASH');
  if (actor.role === 'IGO') roles.add('IGO');
  if (actor.role === 'PANEL' && own.includes('PANEL_AGENDA')) roles.add('PANEL');
  // Social care speaks through the safeguarding hub, or through a social worker who has a place on the case.
  if (actor.role === 'MASH' || (ctx.who.professionalRole === 'SOCIAL_WORKER' && own.length > 0))
    roles.add('SOCIAL_WORKER');
  return [...roles];
}

/** Two signatures are two people: what others have signed for this move since the state began. */
export function signaturesOf(row: LifecycleRow, transition: string): LifecycleRow['signed'] {
  return row.signed.filter((each) => each.transition === transition);
}

/** A refusal by the table of moves, with everything that stands in the way so that it can be put right at once. */
export function moveRefused(code: string, words: string, obstacles: readonly Obstacle[]): DomainError {
  return new DomainError(code, 422, {
    detail: fillTerms(words, DEFAULT_TERMS),
    data: {
      obstacles: obstacles.map((each) => ({ code: each.code, words: fillTerms(each.words, DEFAULT_TERMS) })),
    },
  });
}
