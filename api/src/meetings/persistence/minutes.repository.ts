import { randomUUID } from 'node:crypto';
import type { AccessContext } from '#api/access/access-context.js';
import type { UnitOfWork } from '#api/platform/database/unit-of-work.js';
import { LABEL, type Labelled } from '#api/access/labelled.js';

export interface MinuteRow extends Labelled {
  id: string;
  meetingId: string;
  episodeId: string;
  kind: 'POINT' | 'DECISION' | 'QUESTION' | 'PARKED';
  code: string | null;
  text: string;
  saidBy: string | null;
  answered: string | null;
  position: number;
  version: number;
}

const COLUMNS = `n.id, n.meeting_id as "meetingId", n.episode_id as "episodeId", n.kind, n.code, n.text,
  n.said_by as "saidBy", n.answered, n.position, n.version, ${LABEL('n')}`;

export function minutesOf(uow: UnitOfWork, meetingId: string): Promise<MinuteRow[]> {
  return uow.rows<MinuteRow>(
    `select ${COLUMNS} from app.minute n where n.meeting_id = $1 order by n.position, n.created_at, n.id`,
    [meetingId],
  );
}

export function minuteRow(uow: UnitOfWork, id: string): Promise<MinuteRow | null> {
  return uow.one<MinuteRow>(`select ${COLUMNS} from app.minute n where n.id = $1`, [id]);
}

export interface NewMinute {
  meetingId: string;
  episodeId: string;
  subjectId: string | null;
  aboutPersonId: string | null;
  category: string;
  kind: string;
  code: string | null;
  text: string;
  saidBy: string | null;
  answered: string | null;
}

/** Places count ordinary lines only: a line that others may not see leaves no gap in what they see. */
export async function insertMinute(ctx: AccessContext, n: NewMinute): Promise<string> {
  const id = randomUUID();
  await ctx.uow.rows(
    `insert into app.minute (id, meeting_id, episode_id, subject_id, about_person_id, category, source_agency_id,
       author_id, created_by, kind, code, text, said_by, answered, position)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $8, $9, $10, $11, $12, $13,
       (select coalesce(max(x.position), 0) + case when $6 = 'MEETING' then 1 else 0 end
        from app.minute x where x.meeting_id = $2 and x.category = 'MEETING'))`,
    [
      id,
      n.meetingId,
      n.episodeId,
      n.subjectId,
      n.aboutPersonId,
      n.category,
      ctx.agencyId,
      ctx.userId,
      n.kind,
      n.code,
      n.text,
      n.saidBy,
      n.answered,
    ],
  );
  return id;
}

export async function updateMinute(
  uow: UnitOfWork,
  id: string,
  version: number,
  change: { text: string | null; saidBy: string | null; answered: string | null; position: number | null },
): Promise<boolean> {
  const changed = await uow.changed(
    `update app.minute set text = coalesce($3, text), said_by = coalesce($4, said_by), answered = coalesce($5, answered),
       position = coalesce($6, position), version = version + 1, updated_at = sec.now()
     where id = $1 and version = $2`,
    [id, version, change.text, change.saidBy, change.answered, change.position],
  );
  return changed === 1;
}
