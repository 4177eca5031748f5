import type { UnitOfWork } from '#api/platform/database/unit-of-work.js';
import { DUE } from './due.sql.js';
import { SOURCES } from './sources.sql.js';

export interface ChildColumns {
  childId: string | null;
  childName: string | null;
  childFullName: string | null;
  childDob: string | null;
}

export interface DueRow extends ChildColumns {
  kind: string;
  episodeId: string | null;
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

export interface MeetingRow extends ChildColumns {
  id: string;
  episodeId: string;
  plannedAt: string;
  type: string;
  mode: string;
  reviewNo: number | null;
  place: string | null;
  invited: number;
  answered: number;
  waitingFor: string | null;
}

export interface QuietRow extends ChildColumns {
  episodeId: string;
  owner: string | null;
  lastOn: string | null;
  openedOn: string;
}

export interface NewsRow extends ChildColumns {
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

/** The children of every case that is mentioned: named only where the reader may know the name. */
const NAMES = `
  cases as materialized (
    select episode_id from due union select episode_id from next_up union select episode_id from quiet union select episode_id from news),
  kids as materialized (
    select s.episode_id, s.person_id, s.position, sec.knows_name(s.episode_id, s.person_id) as known
    from app.episode_subject s
    where s.role = 'CHILD_SUBJECT' and s.episode_id = any ((select array_agg(c.episode_id) from cases c)::uuid[])),
  people as materialized (
    select p.id, coalesce(p.preferred_name, p.given_names) as name,
      concat_ws(' ', coalesce(p.preferred_name, p.given_names), p.family_name) as full_name, p.date_of_birth as dob
    from app.person p
    where p.id = any ((select array_agg(k.person_id) from kids k)::uuid[])
      or p.id = any ((select array_agg(d.about_id) from due d where d.kind = 'AGREEMENT')::uuid[])),
  workers as materialized (
    select u.id, u.full_name from app.app_user u
    where u.id in (select owner_id from due union select about_id from due union select user_id from quiet
      union select who from news union select waiting_for from next_up))`;

/** The child a row is about, else the first of the record. */
const child = (of: string, subject: string): string => `
  left join lateral (
    select k.person_id as id, case when k.known then p.name end as name, case when k.known then p.full_name end as full_name,
      case when k.known then p.dob end as dob
    from kids k left join people p on p.id = k.person_id
    where k.episode_id = ${of} order by k.person_id is distinct from ${subject}, k.position limit 1) c on true`;

const CHILD_JSON = `'childId', c.id, 'childName', c.name, 'childFullName', c.full_name, 'childDob', c.dob`;

/** From when on work counts as drifting: local settings. */
export interface DriftLimits {
  openMonths: number;
  reviews: number;
  childWeeks: number;
  quietDays: number;
}

/** Everything of the page in one statement. `team`: the manager's own agency instead of the reader alone. */
export async function weekOf(uow: UnitOfWork, team: boolean, drift: DriftLimits): Promise<WeekRows> {
  const row = await uow.one<{ week: WeekRows }>(
    `with ${SOURCES}, ${DUE}, ${NAMES}
     select jsonb_build_object(
       'due', coalesce((select jsonb_agg(jsonb_build_object('kind', d.kind, 'episodeId', d.episode_id, 'recordId', d.record_id,
           'ownerId', d.owner_id, 'owner', u.full_name, 'due', d.due, 'base', d.base, 'days', d.days,
           'text', coalesce(d.text, case d.kind when 'AGREEMENT' then g.name when 'REMIND' then a.full_name end),
           'note', coalesce(d.note, case d.kind when 'OFFER' then a.full_name end), 'at', sec.instant(d.at),
           'invited', d.invited, 'answered', d.answered, 'reviewNo', d.review_no, 'version', d.version, ${CHILD_JSON}))
         from due d left join workers u on u.id = d.owner_id left join workers a on a.id = d.about_id
         left join people g on g.id = d.about_id ${child('d.episode_id', 'd.subject_id')}), '[]'),
       'meetings', coalesce((select jsonb_agg(jsonb_build_object('id', m.id, 'episodeId', m.episode_id,
           'plannedAt', sec.instant(m.planned_at), 'type', m.type, 'mode', m.mode, 'reviewNo', m.review_no, 'place', m.place,
           'invited', coalesce(m.invited, 0), 'answered', coalesce(m.answered, 0), 'waitingFor', u.full_name, ${CHILD_JSON})
           order by m.planned_at, m.id)
         from next_up m left join workers u on u.id = m.waiting_for ${child('m.episode_id', 'm.subject_id')}), '[]'),
       'quiet', coalesce((select jsonb_agg(jsonb_build_object('episodeId', q.episode_id, 'owner', u.full_name,
           'lastOn', q.last_on, 'openedOn', q.opened_on, ${CHILD_JSON}) order by coalesce(q.last_on, q.opened_on))
         from quiet q left join workers u on u.id = q.user_id ${child('q.episode_id', 'null::uuid')}), '[]'),
       'news', coalesce((select jsonb_agg(jsonb_build_object('key', n.key, 'kind', n.kind, 'episodeId', n.episode_id,
           'who', u.full_name, 'at', sec.instant(n.at), ${CHILD_JSON}) order by n.at desc, n.key)
         from news n left join workers u on u.id = n.who ${child('n.episode_id', 'null::uuid')}), '[]')) as week`,
    [team, drift.openMonths, drift.reviews, drift.childWeeks, drift.quietDays],
  );
  return row?.week ?? { due: [], meetings: [], quiet: [], news: [] };
}
