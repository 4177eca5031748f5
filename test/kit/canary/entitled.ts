import { AccessContext, AccessService } from '@encircle/api/testing';
import type { Category, EpisodeFacts } from '@encircle/shared/policy';
import { caseOf, familyOf } from '../../factories/situation-case.js';
import { ACTORS, FAMILY, SITUATION_LIST, type ActorKey } from '../../factories/situations.js';
import { userOf, type SituationProgram } from '../situations.js';
import type { Hit } from './scanner.js';

/** What a row without a label of its own is about: having any of these kinds is having it. */
const ABOUT: Readonly<Record<string, readonly Category[]>> = {
  person: ['IDENT', 'INVOLVE', 'FAMILY'],
  other_name: ['IDENT'],
  identifier: ['IDENT'],
  address: ['IDENT'],
  contact_point: ['IDENT'],
  setting: ['IDENT'],
  person_fact: ['IDENT', 'HEALTH', 'IMMIG'],
  relationship: ['IDENT', 'FAMILY'],
  episode: ['INVOLVE'],
  edge: ['INVOLVE'],
  join_request: ['INVOLVE'],
  service_request: ['INVOLVE'],
  nomination: ['INVOLVE'],
  consent: ['INVOLVE'],
  consent_line: ['INVOLVE'],
};

/** Telling where somebody lives or is. */
const LOCATING: ReadonlySet<string> = new Set(['address', 'contact_point', 'setting', 'meeting_place']);

/** Kept by a register of its own: whoever works it, and whom the row names. */
const REGISTERS: Readonly<Record<string, readonly ActorKey[]>> = {
  referral: ['hub', 'caf-team'],
  broker_request: ['caf-team'],
  shield_request: ['caf-team'],
  // Sent to the CAF team with the family's yes, before there is a case.
  enquiry: ['caf-team'],
  enquiry_triage: ['caf-team'],
  enquiry_offer: ['caf-team'],
  disclosure: ['officer', 'caf-team'],
  // In the asker's own words, and of no case.
  account_request: ['officer'],
  // A talk between services that names no child.
  consultation: ['caf-team'],
  conflict_block: ['officer', 'caf-team'],
  shield: ['officer', 'caf-team'],
  break_glass: ['officer', 'caf-team'],
  access_review: ['officer', 'caf-team'],
};

interface Told {
  by: string;
  actors: readonly ActorKey[];
  tables: readonly string[];
  /** In these alone; without them in all. */
  situations?: readonly string[];
  says: string;
}

/** Told by rule to whoever reads this address, whatever they may read of the record itself. */
const TOLD: readonly Told[] = [
  {
    by: 'GET /api/episodes/{episodeId}/break-glass',
    actors: ['practitioner', 'manager', 'hub'],
    tables: ['person'],
    says: 'whose record an emergency would open (6.7a)',
  },
  {
    by: 'GET /api/episodes/{episodeId}/access',
    actors: ['officer'],
    tables: ['person'],
    says: 'the officer looks into who sees any case (2.3)',
  },
  {
    by: 'GET /api/episodes/{episodeId}/blocks',
    actors: ['practitioner'],
    tables: ['conflict_block'],
    says: 'who leads keeps others out (2.2)',
  },
  {
    by: 'POST /api/record-requests/{requestId}/task',
    actors: ['officer'],
    tables: ['person'],
    says: 'an officer takes up a request that came, to check another’s pack (6.11)',
  },
  {
    by: 'GET /api/record-requests/{requestId}/lines',
    actors: ['officer'],
    tables: ['record_request_line'],
    situations: ['member', 'withdrawn', 'closed', 'shielded'],
    says: 'an officer with a task on the case works its pack (6.11); without one there is none',
  },
];

/** An answer in part that still says who a child is. */
const NAMES_IN_PART: ReadonlySet<string> = new Set([
  'person',
  'episode',
  'nomination',
  'consent',
  'consent_line',
  'edge',
]);

/** Answers in part whose part is all of the words: to read only, and what a child reads of themselves. */
const IN_FULL: ReadonlySet<string> = new Set(['ASK_AGAIN', 'CHILD_FRIENDLY']);

interface Asking {
  access: AccessService;
  ctx: AccessContext;
  facts: EpisodeFacts;
}

const SITUATION_BY_ID: ReadonlyMap<unknown, string> = new Map(
  SITUATION_LIST.flatMap(({ key }) =>
    [caseOf(key), ...Object.values(familyOf(key))].map((id) => [id, key] as const),
  ),
);

const situationOf = ({ row }: Hit['canary']): string | null =>
  ['episode_id', 'id', 'person_id', 'child_id', 'subject_id']
    .map((column) => SITUATION_BY_ID.get(row[column]))
    .find((key) => key !== undefined) ?? null;

/** Those hits that nothing entitles: the field is not in what the receiver's decision includes. */
export async function leaksOf(world: SituationProgram, hits: readonly Hit[]): Promise<string[]> {
  const leaks = new Set<string>();
  const groups = new Map<string, Hit[]>();
  for (const hit of hits.filter((each) => !isTold(each))) {
    const family = FAMILY.includes(hit.actor as ActorKey) ? hit.situation : '';
    const key = `${hit.actor} ${family} ${situationOf(hit.canary) ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), hit]);
  }
  for (const group of groups.values()) {
    const [first] = group;
    const about = first && situationOf(first.canary);
    const known = first && ACTORS.some(([key]) => key === first.actor);
    const entitled = about && known ? await entitledOf(world, group, about) : new Set<string>();
    for (const hit of group) if (!entitled.has(hit.canary.token)) leaks.add(said(hit));
  }
  return [...leaks].sort();
}

/** Of words of one case that reached one person: those they may have, asked of the gate as that person. */
function entitledOf(world: SituationProgram, group: readonly Hit[], about: string): Promise<Set<string>> {
  const [first] = group;
  return world.inside(first?.actor as ActorKey, first?.situation ?? '', async (uow) => {
    const access = new AccessService();
    const ctx = AccessContext.for(uow, 'canary', 'canary');
    const facts = await access.facts(ctx, caseOf(about)).catch(() => null);
    const once = new Map(group.map((hit) => [hit.canary.token, hit]));
    const entitled = [...once].filter(([, hit]) => isEntitled(facts && { access, ctx, facts }, hit, about));
    return new Set(entitled.map(([token]) => token));
  });
}

const isTold = ({ actor, channel, canary, situation }: Hit): boolean =>
  (REGISTERS[canary.table]?.includes(actor as ActorKey) ?? false) ||
  TOLD.some(
    ({ by, actors, tables, situations }) =>
      by === channel &&
      actors.includes(actor as ActorKey) &&
      tables.includes(canary.table) &&
      (situations?.includes(situation) ?? true),
  );

const said = ({ canary, actor, situation, channel }: Hit): string =>
  `${canary.table}.${canary.column}${typeof canary.row['category'] === 'string' ? ` (${canary.row['category']})` : ''} of ${situationOf(canary) ?? 'nobody'} reached ${actor} by ${channel} (${situation})`;

function isEntitled(asking: Asking | null, { canary, actor }: Hit, about: string): boolean {
  const { table, row } = canary;
  const me = userOf(actor);
  if (row['user_id'] === me || row['created_by'] === me || row['nominee_id'] === me) return true;
  if (!asking) return false;
  const kinds = ABOUT[table] ?? (typeof row['category'] === 'string' ? [row['category'] as Category] : []);
  return kinds.some((kind) => mayHave(asking, canary, kind, about));
}

function mayHave(
  { access, ctx, facts }: Asking,
  { table, row }: Hit['canary'],
  kind: Category,
  about: string,
): boolean {
  const labelled = 'named_worker_ids' in row;
  const decision = access.decide(ctx, facts, 'read', {
    subjectId: familyOf(about).child,
    aboutPersonId: labelled ? (row['about_person_id'] as string | null) : null,
    categories: [kind],
    sourceAgencyId: labelled ? (row['source_agency_id'] as string | null) : null,
    authorId: (labelled ? row['author_id'] : row['created_by']) as string | null,
    namedWorkerIds: labelled ? (row['named_worker_ids'] as string[]) : [],
    recordedAt: labelled ? new Date(row['created_at'] as string).toISOString() : null,
    locating: LOCATING.has(table),
  });
  if (decision.effect === 'ALLOW') return true;
  return decision.effect === 'LIMITED' && (IN_FULL.has(decision.what ?? '') || NAMES_IN_PART.has(table));
}
