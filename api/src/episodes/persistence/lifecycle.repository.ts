import { LABEL, type Labelled } from '#api/access/labelled.js';
import type { UnitOfWork } from '#api/platform/database/unit-of-work.js';

/** What `sec.lifecycle_facts` answers: counted over all rows, not over those the asker may see. */
export interface LifecycleRow {
  id: string;
  ref: string;
  type: string;
  state: string;
  stateBefore: string | null;
  version: number;
  stateSince: string;
  openedOn: string;
  agreedOn: string | null;
  completedOn: string | null;
  planAgreedOn: string | null;
  nextReviewOn: string | null;
  closedOn: string | null;
  legalHold: boolean;
  initiatingAgencyId: string;
  childIds: string[];
  moves: { transition: string; from: string | null; to: string }[];
  otherOpenEpisode: boolean;
  checklist: Record<string, unknown> | null;
  refusal: Record<string, unknown> | null;
  level: number | null;
  leadAccepted: boolean;
  leadNamed: boolean;
  recentAssessment: boolean;
  meetingDateSet: boolean;
  firstMeeting: { held: boolean; invitees: number; coded: number } | null;
  handoverHeld: boolean;
  plan: { agreed: boolean; actions: number; hasNextDate: boolean } | null;
  earlierPlan: boolean;
  consentReconfirmed: boolean;
  tapReviews: number;
  /** What was written down for a move since the stage began, by the move. */
  records: Record<string, Record<string, unknown>>;
  signed: { transition: string; roles: string[]; by: string }[];
}

export async function lifecycleRow(uow: UnitOfWork, episodeId: string): Promise<LifecycleRow | null> {
  const row = await uow.one<{ facts: LifecycleRow | null }>('select sec.lifecycle_facts($1) as facts', [
    episodeId,
  ]);
  return row?.facts ?? null;
}

export interface MoveRecord {
  episodeId: string;
  from: string;
  version: number | null;
  transition: string;
  to: string;
  stateBefore: string | null;
  happenedOn: string;
  reason: string | null;
  recorded: Record<string, unknown>;
  dates: Record<string, string | null>;
}

/** @returns the episode's new version; a version or state that is no longer true fails with 40001 */
export async function writeMove(uow: UnitOfWork, move: MoveRecord): Promise<number> {
  const row = await uow.one<{ version: number }>(
    'select sec.move_episode($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) as version',
    [
      move.episodeId,
      move.from,
      move.version,
      move.transition,
      move.to,
      move.stateBefore,
      move.happenedOn,
      move.reason,
      JSON.stringify(move.recorded),
      JSON.stringify(move.dates),
    ],
  );
  return row?.version ?? 0;
}

export async function writeSignature(
  uow: UnitOfWork,
  episodeId: string,
  transition: string,
  roles: readonly string[],
  recorded: Record<string, unknown>,
): Promise<void> {
  await uow.rows('select sec.sign_move($1, $2, $3, $4)', [
    episodeId,
    transition,
    roles,
    JSON.stringify(recorded),
  ]);
}

export async function nameInterimLead(uow: UnitOfWork, episodeId: string): Promise<void> {
  await uow.rows('select sec.interim_lead($1)', [episodeId]);
}

/** What somebody wrote down with a move: read by whoever may read the plan. */
export async function writeMoveRecord(
  uow: UnitOfWork,
  episodeId: string,
  transition: string,
  record: Record<string, unknown>,
  childId: string | null = null,
): Promise<void> {
  const about = [episodeId, transition, JSON.stringify(record)];
  if (childId === null) await uow.rows('select sec.write_move_record($1, $2, $3)', about);
  else await uow.rows('select sec.write_move_record($1, $2, $3, $4)', [...about, childId]);
}

/** Closed by mistake: what closing ended is as it was. Only right after the move that opened it again. */
export async function undoClosing(uow: UnitOfWork, episodeId: string): Promise<void> {
  await uow.rows('select sec.undo_closing($1)', [episodeId]);
}

export interface MoveRecordRow extends Labelled {
  id: string;
  body: Record<string, unknown>;
  by: string | null;
}

/** Bounded: an episode moves a few dozen times in its life. Latest first. */
export function moveRecords(uow: UnitOfWork, episodeId: string): Promise<MoveRecordRow[]> {
  return uow.rows<MoveRecordRow>(
    `select f.id, f.body, u.full_name as by, ${LABEL('f')}
     from app.case_fact f left join app.app_user u on u.id = f.author_id
     where f.episode_id = $1 and f.kind = 'MOVE' order by f.created_at desc, f.id limit 200`,
    [episodeId],
  );
}

/** Whether a panel is still to decide about it, as far as this actor may know. */
export async function isOnAgenda(uow: UnitOfWork, episodeId: string): Promise<boolean> {
  const found = await uow.rows(
    `select 1 from app.panel_item where episode_id = $1 and status = 'ON_AGENDA' limit 1`,
    [episodeId],
  );
  return found.length > 0;
}

export interface MoveHistoryRow {
  id: string;
  transition: string;
  from: string | null;
  to: string;
  happenedOn: string;
  reason: string | null;
  by: string | null;
  at: string;
  authorId: string | null;
  sourceAgencyId: string | null;
  subjectId: string | null;
}

/** The moves this actor may see, earliest first. Bounded: an episode moves a few dozen times in its life. */
export function moveHistory(uow: UnitOfWork, episodeId: string): Promise<MoveHistoryRow[]> {
  return uow.rows<MoveHistoryRow>(
    `select m.id, m.transition, m.from_state as "from", m.to_state as "to", m.happened_on::text as "happenedOn",
            m.reason, u.full_name as "by", sec.instant(m.created_at) as "at",
            m.author_id as "authorId", m.source_agency_id as "sourceAgencyId", m.subject_id as "subjectId"
     from app.episode_move m left join app.app_user u on u.id = m.author_id
     where m.episode_id = $1 order by m.created_at, m.id limit 500`,
    [episodeId],
  );
}
