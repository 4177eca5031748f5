import { NOTE_TYPES, type CHILD_PARTICIPATION } from '@encircle/shared/codes';

type ChildParticipation = (typeof CHILD_PARTICIPATION)['codes'][number];

/**
 * Every table the week looks at, read once: each mention of a protected table brings its row-level security with it,
 * and planning that is what costs. Rows come by index from the people of the question (`ids`) and the cases they lead.
 */
const OPEN_STATES = `('ASSESSING', 'ASSESSED', 'TAC_PLANNED', 'PLAN_ACTIVE', 'PANEL_REVIEW', 'STEP_UP_PENDING', 'TRANSFER_PENDING')`;
const IDS = `((select ids from who)::uuid[])`;
const LED = `((select array_agg(l.episode_id) from led l)::uuid[])`;
const RECENT = `(select sec.now()) - interval '7 days'`;
const codes = (all: readonly string[]): string => `(${all.map((code) => `'${code}'`).join(', ')})`;
/** Notes that say that somebody was in touch with the family. */
const IN_TOUCH = codes(NOTE_TYPES.rows.filter(({ contact }) => contact).map(({ code }) => code));
/** Ways of taking part in a meeting in which the child was there to be seen. */
const WAS_THERE = codes(['ATTENDED_THROUGHOUT', 'ATTENDED_PART', 'OBSERVED'] satisfies ChildParticipation[]);

export const SOURCES = `
  who as materialized (
    select case when $1 then (select array_agg(distinct m.user_id) from app.membership m
        where m.agency_id = (select sec.agency()) and m.role in ('PRACT', 'AMGR')
          and m.valid_from <= (select sec.today()) and (m.valid_to is null or (select sec.today()) <= m.valid_to))
      else array[(select sec.uid())] end as ids),

  -- Cases the people of the question lead.
  led as materialized (
    select e.episode_id, e.user_id, x.state, x.next_review_on, x.opened_on
    from app.edge e join app.episode x on x.id = e.episode_id
    where e.user_id = any ${IDS} and e.kind = 'LP' and e.from_at <= (select sec.now()) and (select sec.now()) < e.until_at
      and x.state in ${OPEN_STATES}),

  acts as materialized (
    select a.id, a.episode_id, a.subject_id, a.owner_user_id, a.status, a.text, a.by_when, a.created_at, a.version
    from app.action a
    where a.owner_user_id = any ${IDS} and a.status in ('PROPOSED', 'AGREED', 'IN_PROGRESS') and a.by_when <= (select sec.today()) + 28),

  asked as materialized (
    select i.id, i.meeting_id, i.user_id, i.rsvp, i.invited_on, i.report_due_on, i.report_received_on, i.version
    from app.invitation i where i.user_id = any ${IDS} and i.invited_on > (select sec.today()) - 400),

  -- Meetings the people are asked to, and those of the cases they lead that are to come or to be written up.
  meets as materialized (
    select m.id, m.episode_id, m.subject_id, m.type, m.status, m.planned_at, m.held_at, m.mode, m.review_no, m.chair_id,
      m.minute_taker_id, m.minutes_status, m.version, (m.planned_at at time zone 'Europe/London')::date as day,
      (m.held_at at time zone 'Europe/London')::date as held_on
    from app.meeting m
    where (m.status = 'PLANNED' or (m.status = 'HELD' and m.minutes_status = 'DRAFT' and m.held_at > (select sec.now()) - interval '90 days'))
      and (m.id = any ((select array_agg(asked.meeting_id) from asked)::uuid[]) or m.episode_id = any ${LED})),

  -- Those asked and those who lead: each meeting once for each of them.
  mine as materialized (
    select i.meeting_id as id, i.user_id from asked i where i.rsvp <> 'NOT_COMING'
    union
    select m.id, l.user_id from led l join meets m on m.episode_id = l.episode_id),
  upcoming as materialized (
    select m.id from meets m
    where m.id in (select mine.id from mine) and m.status = 'PLANNED' and m.planned_at > (select sec.now()) - interval '2 hours'
    order by m.planned_at limit 4),

  -- Who is to be at those still to come or just gone, as far as the reader may know.
  seats as materialized (
    select i.id, i.meeting_id, i.user_id, i.rsvp, i.required, i.invited_on, i.version
    from app.invitation i
    where i.meeting_id = any ((select array_agg(m.id) from meets m
      where m.id in (select upcoming.id from upcoming) or (m.planned_at > (select sec.now()) - interval '90 days'
        and m.planned_at < (select sec.now()) + interval '14 days' and (m.status = 'PLANNED' or m.minutes_status = 'DRAFT')))::uuid[])),
  places as materialized (
    select p.meeting_id, p.place from app.meeting_place p
    where p.meeting_id = any ((select array_agg(m.id) from meets m where m.status = 'PLANNED')::uuid[])),
  filled as materialized (
    select s.meeting_id, count(*)::int as invited,
      count(*) filter (where s.rsvp <> 'NO_ANSWER' or s.user_id = m.chair_id)::int as answered,
      case when count(*) filter (where s.rsvp = 'NO_ANSWER' and s.user_id is distinct from m.chair_id) = 1
        then max(s.user_id::text) filter (where s.rsvp = 'NO_ANSWER' and s.user_id is distinct from m.chair_id) end::uuid as waiting_for
    from seats s join meets m on m.id = s.meeting_id group by s.meeting_id),

  reviews as materialized (
    select v.id, v.episode_id, v.subject_id, v.review_no, v.held_on,
      v.what_next in ('CLOSE', 'STEP_DOWN_SINGLE', 'STEP_DOWN_UNIVERSAL') as ends
    from app.review v where v.episode_id = any ${LED}),
  reviewed as materialized (
    select distinct on (v.episode_id) v.* from reviews v order by v.episode_id, v.review_no desc),

  lapsing as materialized (
    select c.episode_id, c.giver_person_id, c.expires_on, min(c.given_at) as given_at,
      (array_agg(c.consent_id order by c.created_at desc))[1] as consent_id, (array_agg(c.subject_id))[1] as subject_id
    from app.consent_line c
    where c.episode_id = any ${LED} and c.status = 'ACTIVE' and c.decision = 'GIVEN'
      and c.expires_on between (select sec.today()) - 10 and (select sec.today()) + 30
    group by c.episode_id, c.giver_person_id, c.expires_on),

  closing as materialized (
    select distinct f.episode_id from app.case_fact f
    where f.episode_id = any ${LED} and f.kind = 'CLOSURE' and f.ended_at is null and f.body ->> 'status' = 'WAITING'),

  -- When the family was last in touch, a child last seen, the case last talked over: by index, the latest of each.
  noted as materialized (
    select l.episode_id, t.on_day as contact_on, k.on_day as looked_on
    from led l
      left join lateral (select n.event_on as on_day from app.note n where n.episode_id = l.episode_id and n.struck_at is null
        and n.kind in ${IN_TOUCH} order by n.event_on desc limit 1) t on true
      left join lateral (select n.event_on as on_day from app.note n where n.episode_id = l.episode_id and n.struck_at is null
        and n.kind = 'SUPERVISION' order by n.event_on desc limit 1) k on true),
  met as materialized (
    select l.episode_id, (m.held_at at time zone 'Europe/London')::date as on_day
    from noted l cross join lateral (select m.held_at from app.meeting m where m.episode_id = l.episode_id and m.status = 'HELD'
        -- Where a note says so already, no meeting is looked for.
        and (l.contact_on is null or l.contact_on <= (select sec.today()) - $5::int)
      order by m.held_at desc limit 1) m),
  children as materialized (
    select s.episode_id, s.person_id, l.user_id, l.opened_on, greatest(n.on_day, (m.held_at at time zone 'Europe/London')::date) as seen_on
    from led l join app.episode_subject s on s.episode_id = l.episode_id and s.role = 'CHILD_SUBJECT'
      left join lateral (select n.event_on as on_day from app.note n where n.episode_id = s.episode_id and n.struck_at is null
        and n.child_seen in ('SEEN_ALONE', 'SEEN_WITH_OTHERS') and coalesce(n.subject_id, s.person_id) = s.person_id
        order by n.event_on desc limit 1) n on true
      left join lateral (select m.held_at from app.meeting m where m.episode_id = s.episode_id and m.status = 'HELD'
        and m.child_participation in ${WAS_THERE} and coalesce(m.subject_id, s.person_id) = s.person_id
        and (n.on_day is null or n.on_day + 7 * $4::int <= (select sec.today()))
        order by m.held_at desc limit 1) m on true
    where s.episode_id = any ${LED}),
  renewed as materialized (
    select a.episode_id, max(a.completed_on) as on_day from app.assessment a
    where a.episode_id = any ${LED} and a.status <> 'DRAFT' and a.version_no > 1 group by a.episode_id),

  -- New to the reader alone, from others, in the last seven days.
  news as materialized (
    select * from (
      select 'JOINED' as kind, l.episode_id, t.user_id as key, t.user_id as who, t.from_at as at
      from led l cross join lateral sec.team(l.episode_id) t
      where l.user_id = (select sec.uid()) and t.kind = 'TACM' and t.user_id <> (select sec.uid()) and t.from_at > ${RECENT}
      union all
      select 'ASSESSMENT', n.episode_id, (array_agg(n.id order by n.updated_at desc))[1], coalesce(n.updated_by, n.author_id), max(n.updated_at)
      from app.answer n
      where n.episode_id = any ${LED} and n.updated_at > ${RECENT} and coalesce(n.updated_by, n.author_id) <> (select sec.uid())
      group by n.episode_id, coalesce(n.updated_by, n.author_id)
      union all
      select 'COMMENT', k.episode_id, (array_agg(k.id order by k.created_at desc))[1], k.author_id, max(k.created_at)
      from app.action_comment k
      where k.episode_id = any ${LED} and k.created_at > ${RECENT} and k.author_id <> (select sec.uid())
      group by k.episode_id, k.author_id
      union all
      select 'PLAN', p.episode_id, p.id, p.author_id, p.updated_at
      from app.plan p where p.episode_id = any ${LED} and p.agreed_on > (select sec.today()) - 7 and p.author_id <> (select sec.uid())) x
    where not $1 order by x.at desc, x.key limit 6)`;
