import type { ServiceRequestView } from '@encircle/shared/services';
import type { AccessContext } from '#api/access/access-context.js';
import type { UnitOfWork } from '#api/platform/database/unit-of-work.js';

export type RequestRow = ServiceRequestView & { askerId: string; subjectId: string };

const REQUEST = `
  select r.id, r.version, e.name as service, a.name as agency, w.full_name as worker, r.child_name as "childName", r.words,
    u.full_name as "askedBy", g.name as "askedByAgency", sec.instant(r.created_at) as "askedAt", r.status as state,
    r.answer_by as "answerBy", r.status = 'WAITING' and r.answer_by < sec.today() as overdue, r.reason,
    r.user_id = $1 as mine, r.episode_id as "episodeId", r.asker_id as "askerId", r.subject_id as "subjectId"
  from app.service_request r join app.service_entry e on e.id = r.entry_id join app.agency a on a.id = r.agency_id
  join app.app_user w on w.id = r.user_id join app.app_user u on u.id = r.asker_id join app.agency g on g.id = r.asker_agency_id`;

export const requestById = (ctx: AccessContext, id: string): Promise<RequestRow | null> =>
  ctx.uow.one<RequestRow>(`${REQUEST} where r.id = $2`, [ctx.userId, id]);

type Cursor = readonly [string, string] | null;

/** Of one case, newest first. */
export const requestsOfCase = (
  ctx: AccessContext,
  episodeId: string,
  after: Cursor,
  limit: number,
): Promise<RequestRow[]> =>
  ctx.uow.rows<RequestRow>(
    `${REQUEST} where r.episode_id = $2
       and ($3::timestamptz is null or (date_trunc('milliseconds', r.created_at), r.id) < ($3::timestamptz, $4::uuid))
     order by date_trunc('milliseconds', r.created_at) desc, r.id desc limit $5`,
    [ctx.userId, episodeId, after?.[0] ?? null, after?.[1] ?? null, limit],
  );

/** Asked of the reader, newest first. */
export const requestsToMe = (ctx: AccessContext, after: Cursor, limit: number): Promise<RequestRow[]> =>
  ctx.uow.rows<RequestRow>(
    `${REQUEST} where r.user_id = $1 and r.status = 'WAITING'
       and ($2::timestamptz is null or (date_trunc('milliseconds', r.created_at), r.id) < ($2::timestamptz, $3::uuid))
     order by date_trunc('milliseconds', r.created_at) desc, r.id desc limit $4`,
    [ctx.userId, after?.[0] ?? null, after?.[1] ?? null, limit],
  );

/** @returns null when that service is asked about the child already */
export async function insertRequest(
  ctx: AccessContext,
  asked: {
    entryId: string;
    episodeId: string;
    childId: string;
    childName: string;
    userId: string;
    agencyId: string;
    words: string;
    answerBy: string;
  },
): Promise<string | null> {
  const row = await ctx.uow.one<{ id: string }>(
    `insert into app.service_request (entry_id, episode_id, subject_id, child_name, user_id, agency_id, words, answer_by,
       asker_id, asker_agency_id, created_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $9)
     on conflict (episode_id, subject_id, agency_id) where status = 'WAITING' do nothing returning id`,
    [
      asked.entryId,
      asked.episodeId,
      asked.childId,
      asked.childName,
      asked.userId,
      asked.agencyId,
      asked.words,
      asked.answerBy,
      ctx.userId,
      ctx.agencyId,
    ],
  );
  return row?.id ?? null;
}

/** @param no why not; null is a yes @returns false when it was answered in between, or the family agrees no longer */
export async function answerRequest(
  uow: UnitOfWork,
  id: string,
  version: number,
  no: string | null,
): Promise<boolean> {
  const row = await uow.one<{ done: boolean }>('select sec.answer_service_request($1, $2, $3) as done', [
    id,
    version,
    no,
  ]);
  return row?.done ?? false;
}

/** @returns false when it was answered in between */
export async function takeBack(uow: UnitOfWork, id: string, version: number): Promise<boolean> {
  const changed = await uow.changed(
    `update app.service_request set status = 'TAKEN_BACK', answered_at = sec.now(), version = version + 1, updated_at = sec.now()
     where id = $1 and version = $2 and status = 'WAITING'`,
    [id, version],
  );
  return changed === 1;
}

export interface ChildNamed {
  givenNames: string | null;
  familyName: string | null;
  preferredName: string | null;
}

export const childNamed = (uow: UnitOfWork, id: string): Promise<ChildNamed | null> =>
  uow.one<ChildNamed>(
    `select given_names as "givenNames", family_name as "familyName", preferred_name as "preferredName"
     from app.person where id = $1`,
    [id],
  );
