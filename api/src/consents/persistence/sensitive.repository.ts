import type {
  AnswerContact,
  ContactRequestView,
  ContactTaskView,
  OwnInvolvementView,
  RegisterInvolvement,
  SensitiveServiceView,
} from '@encircle/shared/sensitive';
import type { UnitOfWork } from '#api/platform/database/unit-of-work.js';

/** @returns the id, or null when there is no one record, or nothing was to be kept */
export async function registerInvolvement(
  uow: UnitOfWork,
  command: RegisterInvolvement,
): Promise<string | null> {
  const row = await uow.one<{ id: string | null }>(
    'select sec.register_sensitive($1, $2, $3, $4, $5, $6, $7, $8) as id',
    [
      command.givenNames.trim(),
      command.familyName.trim(),
      command.dateOfBirth,
      command.category,
      command.level,
      command.lineAgreed ?? false,
      command.decidedBy === 'SELF',
      command.competence?.trim() ?? null,
    ],
  );
  return row?.id ?? null;
}

export async function endInvolvement(uow: UnitOfWork, id: string): Promise<boolean> {
  const row = await uow.one<{ ended: boolean }>('select sec.end_sensitive($1) as ended', [id]);
  return row?.ended ?? false;
}

/** Of this worker's own, without a name: what a service keeps of its people is in its own files. */
export function ownInvolvements(uow: UnitOfWork): Promise<OwnInvolvementView[]> {
  return uow.rows<OwnInvolvementView>(
    `select s.id, s.category, s.level, s.line_agreed as "lineAgreed", sec.instant(s.from_at) as since
     from app.sensitive_service s
     where s.worker_id = $1 and s.from_at <= sec.now() and sec.now() < s.until_at
     order by s.from_at desc, s.id limit 100`,
    [uow.entered.userId],
  );
}

/** The kinds a worker's own service may write down, as the database lets it. */
export async function ownKinds(uow: UnitOfWork): Promise<string[]> {
  const row = await uow.one<{ kind: string | null }>(
    `select case when a.kind = 'CAMHS' then 'SENS_MH' else nullif(a.sensitive_class, 'NONE') end as kind
     from app.agency a where a.id = $1`,
    [uow.entered.agencyId],
  );
  return row?.kind ? [row.kind] : [];
}

export function sensitiveHere(uow: UnitOfWork, episodeId: string): Promise<SensitiveServiceView[]> {
  return uow.rows<SensitiveServiceView>(
    `select id, person_id as "personId", category, service, worker, phone from sec.sensitive_here($1)`,
    [episodeId],
  );
}

export async function insertRequest(
  uow: UnitOfWork,
  episodeId: string,
  subjectId: string,
  reason: string,
): Promise<string> {
  const { userId, agencyId } = uow.entered;
  const row = await uow.one<{ id: string }>(
    `insert into app.broker_request (episode_id, person_id, requester_id, requester_agency_id, reason, created_by)
     values ($1, $2, $3, $4, $5, $3) returning id`,
    [episodeId, subjectId, userId, agencyId, reason.trim()],
  );
  return row?.id ?? '';
}

export function ownRequests(uow: UnitOfWork, episodeId: string): Promise<ContactRequestView[]> {
  return uow.rows<ContactRequestView>(
    `select b.id, b.reason, sec.instant(b.created_at) as "askedOn", b.status = 'ANSWERED' as answered, b.words
     from app.broker_request b where b.episode_id = $1 and b.requester_id = $2
     order by b.created_at desc, b.id limit 50`,
    [episodeId, uow.entered.userId],
  );
}

const TASK = `
  select b.id, b.episode_id as "episodeId", x.ref as reference, u.full_name as requester, a.name as agency, b.reason,
         sec.instant(b.created_at) as "askedOn", b.status, b.taken_by is not distinct from $1 as mine
  from app.broker_request b join app.episode x on x.id = b.episode_id join app.app_user u on u.id = b.requester_id
    join app.agency a on a.id = b.requester_agency_id`;

/** What waits, oldest first. @param after created_at and id of the last one before */
export function waitingRequests(
  uow: UnitOfWork,
  after: readonly [string, string] | null,
  limit: number,
): Promise<ContactTaskView[]> {
  return uow.rows<ContactTaskView>(
    `${TASK} where b.status <> 'ANSWERED'
       and ($2::timestamptz is null or (date_trunc('milliseconds', b.created_at), b.id) > ($2::timestamptz, $3::uuid))
     order by date_trunc('milliseconds', b.created_at), b.id limit $4`,
    [uow.entered.userId, after?.[0] ?? null, after?.[1] ?? null, limit],
  );
}

export function requestById(uow: UnitOfWork, id: string): Promise<ContactTaskView | null> {
  return uow.one<ContactTaskView>(`${TASK} where b.id = $2`, [uow.entered.userId, id]);
}

/** @returns false when somebody else was first */
export async function takeRequest(uow: UnitOfWork, id: string): Promise<boolean> {
  const row = await uow.one(
    `update app.broker_request b set status = 'TAKEN', taken_by = $2, taken_at = sec.now(), version = b.version + 1,
       updated_at = sec.now()
     where b.id = $1 and (b.status = 'ASKED' or (b.status = 'TAKEN' and b.taken_by = $2)) returning b.id`,
    [id, uow.entered.userId],
  );
  if (row) await uow.rows('select sec.broker_task($1, true)', [id]);
  return row !== null;
}

/** @returns false when it is not this worker's to answer */
export async function answerRequest(uow: UnitOfWork, id: string, answer: AnswerContact): Promise<boolean> {
  const row = await uow.one(
    `update app.broker_request b set status = 'ANSWERED', said = $3, words = $4, answered_at = sec.now(),
       version = b.version + 1, updated_at = sec.now()
     where b.id = $1 and b.status = 'TAKEN' and b.taken_by = $2 returning b.id`,
    [id, uow.entered.userId, answer.said, answer.words?.trim() ?? null],
  );
  if (row) await uow.rows('select sec.broker_task($1, false)', [id]);
  return row !== null;
}
