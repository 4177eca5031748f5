import type { UnitOfWork } from '#api/platform/database/unit-of-work.js';
import { DUE } from './due.sql.js';
import { SOURCES } from './sources.sql.js';

export interface DueRow {
  kind: string;
  episodeId: string | null;
  /** The child it is about; null for the first of the record. */
  subjectId: string | null;
  /** A person of the family whose name is its text. */
  personId: string | null;
  recordId: string;
  ownerId: string | null;
  owner: string | null;
  due: string | null;
  base: string | null;
  days: number | null;
  text: string | null;
  note: string | null;
  at: string | null;
  invited: number | null;
  answered: number | null;
  reviewNo: number | null;
  version: number;
}

export interface MeetingRow {
  id: string;
  episodeId: string;
  subjectId: string | null;
  plannedAt: string;
  type: string;
  mode: string;
  reviewNo: number | null;
  place: string | null;
  invited: number;
  answered: number;
  waitingFor: string | null;
}

export interface QuietRow {
  episodeId: string;
  owner: string | null;
  lastOn: string | null;
  openedOn: string;
}

export interface NewsRow {
  key: string;
  kind: 'JOINED' | 'ASSESSMENT' | 'LEAD' | 'PLAN' | 'COMMENT';
  episodeId: string;
  who: string | null;
  at: string;
}

export interface WeekRows {
  due: DueRow[];
  meetings: MeetingRow[];
  quiet: QuietRow[];
  news: NewsRow[];
}

const WORKERS = `
  workers as materialized (
    select u.id, u.full_name from app.app_user u
    where u.id in (select owner_id from due union select about_id from due union select user_id from quiet
      union select who from news union select waiting_for from next_up))`;

/** From when on work counts as drifting: local settings. */
export interface DriftLimits {
  openMonths: number;
  reviews: number;
  childWeeks: number;
  quietDays: number;
  /** Working days without a lead, where no setting says otherwise. */
  vacantDays: number;
  /** Months before a birthday. */
  ofAgeMonths: number;
}

/** Everything of the page but the names of the family, in one statement. `team`: the manager's own agency instead of the reader alone. */
export async function weekOf(uow: UnitOfWork, team: boolean, drift: DriftLimits): Promise<WeekRows> {
  // The planner cannot know how many rows the parts have, takes them for few and joins a manager's thousands row by row.
  await uow.rows(`select set_config('enable_nestloop', 'off', true)`);
  const row = await uow.one<{ week: WeekRows }>(
    `with ${SOURCES}, ${DUE}, ${WORKERS}
     select jsonb_build_object(
       'due', coalesce((select jsonb_agg(jsonb_build_object('kind', d.kind, 'episodeId', d.episode_id, 'recordId', d.record_id,
           'subjectId', d.subject_id, 'personId', case d.kind when 'AGREEMENT' then d.about_id end,
           'ownerId', d.owner_id, 'owner', u.full_name, 'due', d.due, 'base', d.base, 'days', d.days,
           'text', coalesce(d.text, case d.kind when 'REMIND' then a.full_name end),
           'note', coalesce(d.note, case d.kind when 'OFFER' then a.full_name end), 'at', sec.instant(d.at),
           'invited', d.invited, 'answered', d.answered, 'reviewNo', d.review_no, 'version', d.version))
         from due d left join workers u on u.id = d.owner_id left join workers a on a.id = d.about_id), '[]'),
       'meetings', coalesce((select jsonb_agg(jsonb_build_object('id', m.id, 'episodeId', m.episode_id, 'subjectId', m.subject_id,
           'plannedAt', sec.instant(m.planned_at), 'type', m.type, 'mode', m.mode, 'reviewNo', m.review_no, 'place', m.place,
           'invited', coalesce(m.invited, 0), 'answered', coalesce(m.answered, 0), 'waitingFor', u.full_name)
           order by m.planned_at, m.id)
         from next_up m left join workers u on u.id = m.waiting_for), '[]'),
       'quiet', coalesce((select jsonb_agg(jsonb_build_object('episodeId', q.episode_id, 'owner', u.full_name,
           'lastOn', q.last_on, 'openedOn', q.opened_on) order by coalesce(q.last_on, q.opened_on))
         from quiet q left join workers u on u.id = q.user_id), '[]'),
       'news', coalesce((select jsonb_agg(jsonb_build_object('key', n.key, 'kind', n.kind, 'episodeId', n.episode_id,
           'who', u.full_name, 'at', sec.instant(n.at)) order by n.at desc, n.key)
         from news n left join workers u on u.id = n.who), '[]')) as week`,
    [
      team,
      drift.openMonths,
      drift.reviews,
      drift.childWeeks,
      drift.quietDays,
      drift.vacantDays,
      drift.ofAgeMonths,
    ],
  );
  return row?.week ?? { due: [], meetings: [], quiet: [], news: [] };
}
