import type { OpenRecordRequest, PersonOfFamily } from '@encircle/shared/record-requests';
import type { RequestRow } from '#api/record-requests/domain/request-row.js';
import type { AccessContext } from '#api/access/access-context.js';

const NAME = (p: string): string =>
  `nullif(concat_ws(' ', coalesce(${p}.preferred_name, ${p}.given_names), ${p}.family_name), '')`;

const REQUEST = `
  r.id, r.version, r.reference, r.episode_id as "episodeId", r.episode_ref as "episodeRef", r.child_id as "childId", r.kind,
  r.status, r.requester, r.capacity, r.for_person_id as "forPersonId", r.received_on as "receivedOn",
  r.identity_proven_on as "identityProvenOn", r.identity_how as "identityHow", r.due_on as "dueOn",
  r.extended_by as "extendedBy", r.extension_reason as "extensionReason", r.child_answer as "childAnswer",
  r.child_words as "childWords", r.refusal_ground as "refusalGround", r.reason, r.located, r.always,
  r.packed_by as "packedById", r.digest, r.sent_on as "sentOn", r.sent_how as "sentHow", r.proof,
  to_json(r.created_at) #>> '{}' as "createdKey", coalesce(${NAME('k')}, '') as child, ${NAME('p')} as "forPerson",
  u.full_name as "packedBy", c.full_name as "checkedBy",
  exists (select 1 from app.edge e where e.episode_id = r.episode_id and e.user_id = sec.uid() and e.kind = 'IGO_TASK'
    and e.person_id = r.child_id and e.from_at <= sec.now() and sec.now() < e.until_at) as mine
  from app.record_request r left join app.person k on k.id = r.child_id left join app.person p on p.id = r.for_person_id
  left join app.app_user u on u.id = r.packed_by left join app.app_user c on c.id = r.checked_by`;

export const requestById = (ctx: AccessContext, id: string): Promise<RequestRow | null> =>
  ctx.uow.one<RequestRow>(`select ${REQUEST} where r.id = $1`, [id]);

export const requests = (
  ctx: AccessContext,
  before: readonly [string, string] | null,
  limit: number,
): Promise<RequestRow[]> =>
  ctx.uow.rows<RequestRow>(
    `select ${REQUEST} where $1::timestamptz is null or (r.created_at, r.id) < ($1::timestamptz, $2::uuid)
     order by r.created_at desc, r.id desc limit $3`,
    [before?.[0] ?? null, before?.[1] ?? null, limit],
  );

export const episodeOf = async (ctx: AccessContext, ref: string): Promise<string | null> =>
  (await ctx.uow.one<{ id: string | null }>('select sec.episode_of_ref($1) as id', [ref]))?.id ?? null;

export async function takeTask(ctx: AccessContext, episodeId: string, childId: string): Promise<void> {
  await ctx.uow.rows('select sec.take_record_task($1, $2)', [episodeId, childId]);
}

export async function endTasks(ctx: AccessContext, row: RequestRow): Promise<void> {
  await ctx.uow.rows('select sec.end_record_tasks($1, $2)', [row.episodeId, row.childId]);
}

export async function insertRequest(
  ctx: AccessContext,
  row: { reference: string; episodeId: string; childId: string },
  body: OpenRecordRequest,
): Promise<string> {
  const made = await ctx.uow.one<{ id: string }>(
    `insert into app.record_request (reference, episode_id, episode_ref, child_id, kind, requester, capacity, for_person_id,
       received_on, created_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id`,
    [
      row.reference,
      row.episodeId,
      body.ref.toUpperCase(),
      row.childId,
      body.kind,
      body.requester,
      body.capacity,
      body.forPersonId ?? null,
      body.receivedOn,
      ctx.userId,
    ],
  );
  return made?.id ?? '';
}

/** Names as the officer's task lets them be read. */
export const namesOf = (ctx: AccessContext, ids: readonly string[]): Promise<PersonOfFamily[]> =>
  ctx.uow.rows<PersonOfFamily>(
    `select p.id as "personId", coalesce(${NAME('p')}, '') as name from app.person p where p.id = any ($1::uuid[]) order by name, p.id`,
    [ids],
  );

const COLUMN = {
  status: 'status',
  forPersonId: 'for_person_id',
  identityProvenOn: 'identity_proven_on',
  identityHow: 'identity_how',
  dueOn: 'due_on',
  extendedBy: 'extended_by',
  extensionReason: 'extension_reason',
  childAnswer: 'child_answer',
  childWords: 'child_words',
  refusalGround: 'refusal_ground',
  reason: 'reason',
  located: 'located',
  always: 'always',
  packedById: 'packed_by',
  checkedById: 'checked_by',
  digest: 'digest',
  sentOn: 'sent_on',
  sentHow: 'sent_how',
  proof: 'proof',
} as const;
export type RequestChange = Partial<Record<keyof typeof COLUMN, unknown>>;

const KEYS = Object.keys(COLUMN) as (keyof typeof COLUMN)[];
/** One text for every change: a column that is not named stays. */
const UPDATE = `update app.record_request set version = version + 1, updated_at = sec.now(),
  ${KEYS.map((key, n) => `${COLUMN[key]} = case when $3::jsonb ? '${key}' then $${n + 4} else ${COLUMN[key]} end`).join(', ')}
  where id = $1 and version = $2`;

export async function updateRequest(
  ctx: AccessContext,
  id: string,
  version: number,
  change: RequestChange,
): Promise<boolean> {
  const changed = await ctx.uow.changed(UPDATE, [
    id,
    version,
    JSON.stringify(Object.fromEntries(Object.keys(change).map((key) => [key, true]))),
    ...KEYS.map((key) => change[key] ?? (key === 'always' ? [] : key === 'located' ? false : null)),
  ]);
  return changed === 1;
}
