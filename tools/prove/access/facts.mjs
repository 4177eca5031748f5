import { DEFAULT_SETTINGS } from '@encircle/shared/policy';

const CAPACITY = { SELF: 'SELF', LOCAL_AUTHORITY_PR: 'LA_CARE_ORDER' };

/**
 * @typedef {import('@encircle/shared/policy').ActorFacts} ActorFacts
 * @typedef {import('@encircle/shared/policy').EpisodeFacts} EpisodeFacts
 * @typedef {import('@encircle/shared/policy').Request} Request
 */

/** What the policy is told about an episode of a generated world, worked out from its rows without a database. @returns {EpisodeFacts} */
export function factsOf(world, episode) {
  const here = (rows) => rows.filter((row) => row.episodeId === episode.id);
  const subjects = here(world.subjects).sort((a, b) => a.position - b.position);
  const people = new Set(subjects.map((row) => row.personId));
  const ties = world.relationships.filter((tie) => people.has(tie.childId));
  const family = new Set([...people, ...ties.map((tie) => tie.personId)]);
  const spell = ({ from, to }) => ({ from, to });
  const isLive = ({ from, to }) => from <= world.now && (to === null || world.now < to);
  const listed = (shield) => shield.members.filter(isLive).map((member) => member.userId);
  return {
    id: episode.id,
    state: episode.state,
    closedAt: episode.closedAt,
    withdrawnAt: episode.withdrawnAt,
    legalHold: false,
    seals: world.shields
      .filter((one) => one.kind === 'SEAL' && people.has(one.personId))
      .map((one) => ({ id: one.id, namedUserIds: listed(one), ...spell(one) })),
    shields: world.shields
      .filter(
        (one) =>
          one.kind === 'SHIELD' &&
          [one.personId, ...one.protectedIds, ...one.householdIds].some((person) => family.has(person)),
      )
      .map((one) => ({
        id: one.id,
        protectedPersonIds: [...one.protectedIds, one.personId],
        householdPersonIds: one.householdIds,
        listUserIds: listed(one),
        ...spell(one),
      })),
    blocks: world.blocks
      .filter((one) => people.has(one.personId))
      .map((one) => ({ id: one.id, userId: one.userId, ...spell(one) })),
    edges: here(world.edges).map((edge) => ({
      id: edge.id,
      userId: edge.userId,
      agencyId: edge.agencyId,
      kind: edge.kind,
      ...(edge.personId ? { personId: edge.personId } : {}),
      ...(edge.kind === 'AUDIT' || edge.kind === 'MASH_CONCERN' ? { categories: edge.categories ?? [] } : {}),
      ...spell(edge),
    })),
    subjects: subjects.map((row) => {
      const person = world.people.find((one) => one.id === row.personId);
      return { personId: person.id, dob: person.dob, kind: person.unborn ? 'UNBORN' : 'CHILD' };
    }),
    relatives: ties.map((tie) => ({
      id: tie.id,
      personId: tie.personId,
      childId: tie.childId,
      hasPr: tie.pr === 'YES',
      prUntil: tie.prUntil ?? null,
      notAsked: tie.portal === 'NOT_ASKED',
      verifiedPortal: tie.portal === 'VERIFIED',
      portalRisk: tie.portal === 'RISK',
    })),
    consents: here(world.lines).map((line) => ({
      id: line.id,
      subjectId: line.aboutId ?? line.subjectId,
      giverId: line.giverId,
      giverCapacity: CAPACITY[line.capacity] ?? 'PR_HOLDER',
      recipientType: line.recipientType,
      recipientId: line.recipientId,
      categories: [line.category],
      purposes: line.purposes,
      decision: line.decision,
      givenAt: line.givenAt,
      validFrom: line.validFrom,
      expiresAt: line.expiresOn,
      withdrawnAt: line.status === 'WITHDRAWN' ? line.endedAt : null,
      supersededAt: line.status === 'SUPERSEDED' ? line.endedAt : null,
      withdrawnAlone: line.status === 'WITHDRAWN' && line.leadReadUntil <= line.endedAt,
      history: line.history,
      indexListing: false,
    })),
    sensitiveLines: here(world.sensitive).map((one) => ({
      id: one.id,
      personId: one.personId,
      giverId: one.giverId,
      category: one.category,
      level: one.level,
      lineAgreed: one.lineAgreed,
      ...spell(one),
    })),
    competence: world.competence
      .filter((one) => people.has(one.personId))
      .map((one) => ({
        id: one.id,
        personId: one.personId,
        matters: one.matters,
        competent: one.competent,
        ...spell(one),
      })),
    disclosures: here(world.grants)
      .filter((one) => one.kind === 'DISCLOSURE')
      .map((one) => ({
        id: one.id,
        recipientType: one.agencyId ? 'SERVICE' : 'PERSON',
        recipientId: one.agencyId ?? one.userId,
        subjectId: one.subjectId,
        categories: one.categories,
        purpose: one.purpose,
        ground: 'CHILD_RISK',
        ...spell(one),
      })),
    breakGlass: here(world.grants)
      .filter((one) => one.kind === 'BREAK_GLASS')
      .map((one) => ({
        id: one.id,
        userId: one.userId,
        subjectId: one.subjectId,
        categories: one.categories,
        purpose: one.purpose,
        ground: 'CHILD_RISK',
        ...spell(one),
      })),
    courtOrders: world.orders
      .filter((one) => people.has(one.personId))
      .map((one) => ({
        id: one.id,
        effect: one.effect,
        subjectId: one.personId,
        recipientId: one.recipientId,
        categories: one.categories,
        ...spell(one),
      })),
    mergedInto: null,
    mergedFrom: [],
  };
}

/** Everybody's account, vetting and agency are in order: rule R01 is asked before any statement and proved elsewhere. @returns {ActorFacts} */
export function actorOf(hat) {
  return {
    userId: hat.userId,
    live: true,
    agencyId: hat.agencyId,
    agencyInAgreement: true,
    vettingValidTo: '2099-12-31',
    trainingValidTo: '2099-12-31',
    role: hat.role,
    personId: hat.personId,
    assurance: 'PASSWORD',
  };
}

export function itemOf(item) {
  return {
    id: item.id,
    subjectId: item.subjectId,
    aboutPersonId: item.aboutId,
    categories: [item.category],
    sourceAgencyId: item.agencyId,
    authorId: item.authorId,
    namedWorkerIds: item.named,
    recordedAt: item.at,
    locating: false,
  };
}

/** @returns {Request} */
export const questionOf = (hat, purpose, item) => ({
  purpose,
  action: 'read',
  channel: 'screen',
  reasonId: hat.reason,
  item: itemOf(item),
});
export const settings = DEFAULT_SETTINGS;
