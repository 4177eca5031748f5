import type { UnitOfWork } from '#api/platform/database/unit-of-work.js';
import { DUE } from './due.sql.js';

export interface ChildColumns {
  childId: string | null;
  childName: string | null;
  childFullName: string | null;
  childDob: string | null;
}

export interface DueRow extends ChildColumns {
  kind: string;
  episodeId: string;
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

/** The child a row is about, else the first of the record: named only where the reader may know the name. */
const child = (of: string, subject: string): string => `
  left join lateral (
    select p.id, case when known.name then coalesce(p.preferred_name, p.given_names) end as name,
      case when known.name then concat_ws(' ', coalesce(p.preferred_name, p.given_names), p.family_name) end as full_name,
      case when known.name then p.date_of_birth end as dob
    from app.episode_subject s join app.person p on p.id = s.person_id
    cross join lateral (select sec.knows_name(${of}, s.person_id) as name offset 0) known
    where s.episode_id = ${of} and s.role = 'CHILD_SUBJECT'
    order by s.person_id is distinct from ${subject}, s.position limit 1) c on true`;

const CHILD_JSON = `'childId', c.id, 'childName', c.name, 'childFullName', c.full_name, 'childDob', c.dob`;

const MEETINGS = `
  select m.id, m.episode_id, m.planned_at, m.type, m.mode, m.review_no, m.subject_id,
    (select l.place from app.meeting_place l where l.meeting_id = m.id) as place,
    count(i.id)::int as invited,
    count(i.id) filter (where i.rsvp <> 'NO_ANSWER' or i.user_id = m.chair_id)::int as answered,
    case when count(i.id) filter (where i.rsvp = 'NO_ANSWER' and i.user_id is distinct from m.chair_id) = 1
      then max(u.full_name) filter (where i.rsvp = 'NO_ANSWER' and i.user_id is distinct from m.chair_id) end as waiting
  from app.meeting m left join app.invitation i on i.meeting_id = m.id left join app.app_user u on u.id = i.user_id
  where m.id in (select mine.id from mine) and m.status = 'PLANNED' and m.planned_at > sec.now() - interval '2 hours'
  group by m.id order by m.planned_at limit 4`;

/** Nobody of the case met or spoke with the family for thirty days, as far as it was written down. */
const QUIET = `
  select l.episode_id, l.user_id, l.opened_on, t.last_on
  from led l cross join lateral (
    select greatest(
      (select max(n.event_on) from app.note n where n.episode_id = l.episode_id and n.struck_at is null),
      (select max((m.held_at at time zone 'Europe/London')::date) from app.meeting m where m.episode_id = l.episode_id and m.status = 'HELD'),
      (select max(v.held_on) from app.review v where v.episode_id = l.episode_id)) as last_on) t
  where coalesce(t.last_on, l.opened_on) <= sec.today() - 30
  order by coalesce(t.last_on, l.opened_on), l.episode_id limit 6`;

const NEWS = `
  select * from (
    select 'JOINED' as kind, l.episode_id, t.user_id as key, t.full_name as who, t.from_at as at
    from led l cross join lateral sec.team(l.episode_id) t
    where l.user_id = sec.uid() and t.kind = 'TACM' and t.user_id <> sec.uid() and t.from_at > sec.now() - interval '7 days'
    union all
    select 'ASSESSMENT', n.episode_id, (array_agg(n.id order by n.updated_at desc))[1], u.full_name, max(n.updated_at)
    from led l join app.answer n on n.episode_id = l.episode_id join app.app_user u on u.id = coalesce(n.updated_by, n.author_id)
    where l.user_id = sec.uid() and n.updated_at > sec.now() - interval '7 days' and u.id <> sec.uid()
    group by n.episode_id, u.full_name
    union all
    select 'COMMENT', k.episode_id, (array_agg(k.id order by k.created_at desc))[1], u.full_name, max(k.created_at)
    from led l join app.action_comment k on k.episode_id = l.episode_id join app.app_user u on u.id = k.author_id
    where l.user_id = sec.uid() and k.created_at > sec.now() - interval '7 days' and u.id <> sec.uid()
    group by k.episode_id, u.full_name
    union all
    select 'PLAN', p.episode_id, p.id, u.full_name, p.updated_at
    from led l join app.plan p on p.episode_id = l.episode_id join app.app_user u on u.id = p.author_id
    where l.user_id = sec.uid() and p.agreed_on > sec.today() - 7 and u.id <> sec.uid()) x
  order by x.at desc, x.key limit 6`;

/** Everything of the page in one statement. `team`: the manager's own agency instead of the reader alone. */
export async function weekOf(uow: UnitOfWork, team: boolean): Promise<WeekRows> {
  const row = await uow.one<{ week: WeekRows }>(
    `with who as (
       select case when $1 then (select array_agg(distinct m.user_id) from app.membership m
           where m.agency_id = sec.agency() and m.role in ('PRACT', 'AMGR')
             and m.valid_from <= sec.today() and (m.valid_to is null or sec.today() <= m.valid_to))
         else array[sec.uid()] end as ids),
     ${DUE}
     select jsonb_build_object(
       'due', coalesce((select jsonb_agg(jsonb_build_object('kind', d.kind, 'episodeId', d.episode_id, 'recordId', d.record_id,
           'ownerId', d.owner_id, 'owner', u.full_name, 'due', d.due, 'base', d.base, 'days', d.days, 'text', d.text,
           'note', d.note, 'at', sec.instant(d.at), 'invited', d.invited, 'answered', d.answered, 'reviewNo', d.review_no,
           'version', d.version, ${CHILD_JSON}))
         from (select * from due order by coalesce(due, base), kind, record_id limit 500) d
         left join app.app_user u on u.id = d.owner_id ${child('d.episode_id', 'd.subject_id')}), '[]'),
       'meetings', coalesce((select jsonb_agg(jsonb_build_object('id', m.id, 'episodeId', m.episode_id,
           'plannedAt', sec.instant(m.planned_at), 'type', m.type, 'mode', m.mode, 'reviewNo', m.review_no, 'place', m.place,
           'invited', m.invited, 'answered', m.answered, 'waitingFor', m.waiting, ${CHILD_JSON}) order by m.planned_at)
         from (${MEETINGS}) m ${child('m.episode_id', 'm.subject_id')}), '[]'),
       'quiet', coalesce((select jsonb_agg(jsonb_build_object('episodeId', q.episode_id, 'owner', u.full_name,
           'lastOn', q.last_on, 'openedOn', q.opened_on, ${CHILD_JSON}) order by coalesce(q.last_on, q.opened_on))
         from (${QUIET}) q left join app.app_user u on u.id = q.user_id ${child('q.episode_id', 'null::uuid')}), '[]'),
       'news', coalesce((select jsonb_agg(jsonb_build_object('key', n.key, 'kind', n.kind, 'episodeId', n.episode_id,
           'who', n.who, 'at', sec.instant(n.at), ${CHILD_JSON}) order by n.at desc, n.key)
         from (${NEWS}) n ${child('n.episode_id', 'null::uuid')}), '[]')) as week`,
    [team],
  );
  return row?.week ?? { due: [], meetings: [], quiet: [], news: [] };
}
