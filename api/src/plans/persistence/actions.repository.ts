import { randomUUID } from 'node:crypto';
import type { AccessContext } from '#api/access/access-context.js';
import { LABEL, type Labelled } from '#api/access/labelled.js';
import type { UnitOfWork } from '#api/platform/database/unit-of-work.js';

export interface ActionRow extends Labelled {
  id: string;
  episodeId: string;
  planId: string;
  outcomeId: string | null;
  text: string;
  ownerUserId: string | null;
  ownerPersonId: string | null;
  ownerAgencyId: string | null;
  ownerName: string | null;
  byWhen: string;
  priority: string;
  status: string;
  statusReason: string | null;
  transferredTo: string | null;
  doneOn: string | null;
  version: number;
}

const COLUMNS = `a.id, a.episode_id as "episodeId", a.plan_id as "planId", a.outcome_id as "outcomeId", a.text,
  a.owner_user_id as "ownerUserId", a.owner_person_id as "ownerPersonId", a.owner_agency_id as "ownerAgencyId",
  coalesce(u.full_name, nullif(concat_ws(' ', coalesce(p.preferred_name, p.given_names), p.family_name), '')) as "ownerName",
  a.by_when as "byWhen", a.priority, a.status, a.status_reason as "statusReason", a.transferred_to as "transferredTo",
  a.done_on as "doneOn", a.version, ${LABEL('a')}`;
const JOINS = `left join app.app_user u on u.id = a.owner_user_id left join app.person p on p.id = a.owner_person_id`;

export function actionsOf(uow: UnitOfWork, planId: string): Promise<ActionRow[]> {
  return uow.rows<ActionRow>(
    `select ${COLUMNS} from app.action a ${JOINS} where a.plan_id = $1 order by a.position, a.created_at, a.id`,
    [planId],
  );
}

export function actionRow(uow: UnitOfWork, id: string): Promise<ActionRow | null> {
  return uow.one<ActionRow>(`select ${COLUMNS} from app.action a ${JOINS} where a.id = $1`, [id]);
}

export interface NewAction {
  planId: string;
  episodeId: string;
  subjectId: string | null;
  aboutPersonId: string | null;
  category: string;
  outcomeId: string | null;
  meetingId: string | null;
  text: string;
  ownerUserId: string | null;
  ownerPersonId: string | null;
  ownerAgencyId: string | null;
  byWhen: string;
  priority: string;
  status: string;
}

export async function insertAction(ctx: AccessContext, a: NewAction): Promise<string> {
  const id = randomUUID();
  await ctx.uow.rows(
    `insert into app.action (id, plan_id, episode_id, subject_id, about_person_id, category, source_agency_id, author_id,
       created_by, outcome_id, meeting_id, text, owner_user_id, owner_person_id, owner_agency_id, by_when, priority, status,
       position)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
       (select coalesce(max(x.position), 0) + case when $6 = 'PLAN' then 1 else 0 end
        from app.action x where x.plan_id = $2 and x.category = 'PLAN'))`,
    [
      id,
      a.planId,
      a.episodeId,
      a.subjectId,
      a.aboutPersonId,
      a.category,
      ctx.agencyId,
      ctx.userId,
      a.outcomeId,
      a.meetingId,
      a.text,
      a.ownerUserId,
      a.ownerPersonId,
      a.ownerAgencyId,
      a.byWhen,
      a.priority,
      a.status,
    ],
  );
  return id;
}

export interface ActionFields {
  text?: string | null;
  byWhen?: string | null;
  priority?: string | null;
  status?: string | null;
  statusReason?: string | null;
  transferredTo?: string | null;
  doneOn?: string | null;
}

/** What is null stays as it is. */
export async function updateAction(
  uow: UnitOfWork,
  id: string,
  version: number,
  f: ActionFields,
): Promise<boolean> {
  const changed = await uow.changed(
    `update app.action set text = coalesce($3, text), by_when = coalesce($4, by_when), priority = coalesce($5, priority),
       status = coalesce($6, status), status_reason = coalesce($7, status_reason),
       transferred_to = coalesce($8, transferred_to), done_on = coalesce($9, done_on), version = version + 1,
       updated_at = sec.now()
     where id = $1 and version = $2`,
    [
      id,
      version,
      f.text ?? null,
      f.byWhen ?? null,
      f.priority ?? null,
      f.status ?? null,
      f.statusReason ?? null,
      f.transferredTo ?? null,
      f.doneOn ?? null,
    ],
  );
  return changed === 1;
}

export interface CommentRow extends Labelled {
  id: string;
  actionId: string;
  text: string;
  author: string | null;
  statusSet: string | null;
}

export function commentsOf(uow: UnitOfWork, actionIds: readonly string[]): Promise<CommentRow[]> {
  return uow.rows<CommentRow>(
    `select c.id, c.action_id as "actionId", c.text, u.full_name as author, c.status_set as "statusSet", ${LABEL('c')}
     from app.action_comment c left join app.app_user u on u.id = c.author_id
     where c.action_id = any ($1::uuid[]) order by c.created_at, c.id`,
    [actionIds],
  );
}

export async function insertComment(
  ctx: AccessContext,
  action: ActionRow,
  comment: { text: string; meetingId: string | null; statusSet: string | null },
): Promise<void> {
  await ctx.uow.rows(
    `insert into app.action_comment (action_id, episode_id, subject_id, about_person_id, category, source_agency_id,
       author_id, created_by, meeting_id, text, status_set)
     values ($1, $2, $3, $4, $5, $6, $7, $7, $8, $9, $10)`,
    [
      action.id,
      action.episodeId,
      action.subjectId,
      action.aboutPersonId,
      action.category,
      ctx.agencyId,
      ctx.userId,
      comment.meetingId,
      comment.text,
      comment.statusSet,
    ],
  );
}
