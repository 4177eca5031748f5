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
const codes = (all: readonly string[]): string => `array[${all.map((code) => `'${code}'`).join(', ')}]`;
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
  places_led as materialized (
    select e.episode_id, e.user_id from app.edge e
    where e.user_id = any ${IDS} and e.kind = 'LP' and e.from_at <= (select sec.now()) and (select sec.now()) < e.until_at),
  led as materialized (
    select e.episode_id, e.user_id, x.state, x.next_review_on, x.opened_on
    from places_led e join app.episode x on x.id = e.episode_id
    where x.id = any ((select array_agg(p.episode_id) from places_led p)::uuid[]) and x.state in ${OPEN_STATES}),

  -- The content of those cases and of those the people are asked to, guarded case by case (migrations/src/sql/week.ts).
  content as materialized (
    select w.* from sec.week_rows(${IDS}, ${LED}, ${IN_TOUCH}, ${WAS_THERE}, $4::int, $5::int) w),
  acts as materialized (select a.* from content c cross join unnest(c.acts) a),
  -- While social care leads, the plan is read and not worked on (rule 5.1): of a whole record, or of one child of a family.
  paused as materialized (
    select x.id as episode_id, null::uuid as subject_id from app.episode x
    where x.id = any ((select array_agg(a.episode_id) from acts a)::uuid[]) and x.state = 'PAUSED_STATUTORY'
    union all
    select s.episode_id, s.person_id from app.episode_subject s
    where s.episode_id = any ((select array_agg(a.episode_id) from acts a)::uuid[]) and s.state = 'PAUSED_STATUTORY'),
  asked as materialized (select a.* from content c cross join unnest(c.asked) a),
  meets as materialized (
    select m.*, (m.planned_at at time zone 'Europe/London')::date as day, (m.held_at at time zone 'Europe/London')::date as held_on
    from content c cross join unnest(c.meets) m),
  seats as materialized (select s.* from content c cross join unnest(c.seats) s),
  places as materialized (select p.* from content c cross join unnest(c.places) p),
  reviews as materialized (
    select v.*, v.what_next in ('CLOSE', 'STEP_DOWN_SINGLE', 'STEP_DOWN_UNIVERSAL') as ends from content c cross join unnest(c.reviews) v),
  reviewed as materialized (
    select distinct on (v.episode_id) v.* from reviews v order by v.episode_id, v.review_no desc),
  known as materialized (select k.* from content c cross join unnest(c.known) k),
  children as materialized (
    select k.episode_id, k.person_id, l.user_id, l.opened_on, k.seen_on
    from content c cross join unnest(c.children) k join led l on l.episode_id = k.episode_id),

  -- Those asked and those who lead: each meeting once for each of them.
  mine as materialized (
    select i.meeting_id as id, i.user_id from asked i where i.rsvp <> 'NOT_COMING'
    union
    select m.id, l.user_id from led l join meets m on m.episode_id = l.episode_id),
  upcoming as materialized (
    select m.id from meets m
    where m.id in (select mine.id from mine) and m.status = 'PLANNED' and m.planned_at > (select sec.now()) - interval '2 hours'
    order by m.planned_at, m.id limit 4),
  filled as materialized (
    select s.meeting_id, count(*)::int as invited,
      count(*) filter (where s.rsvp <> 'NO_ANSWER' or s.user_id = m.chair_id)::int as answered,
      case when count(*) filter (where s.rsvp = 'NO_ANSWER' and s.user_id is distinct from m.chair_id) = 1
        then max(s.user_id::text) filter (where s.rsvp = 'NO_ANSWER' and s.user_id is distinct from m.chair_id) end::uuid as waiting_for
    from seats s join meets m on m.id = s.meeting_id group by s.meeting_id),

  lapsing as materialized (
    select c.episode_id, c.giver_person_id, c.expires_on, min(c.given_at) as given_at,
      (array_agg(c.consent_id order by c.created_at desc))[1] as consent_id, (array_agg(c.subject_id))[1] as subject_id
    from app.consent_line c
    where c.episode_id = any ${LED} and c.status = 'ACTIVE' and c.decision = 'GIVEN'
      and c.expires_on between (select sec.today()) - 10 and (select sec.today()) + 30
    group by c.episode_id, c.giver_person_id, c.expires_on),

  -- New to the reader alone, from others, in the last seven days.
  news as materialized (
    select * from (
      select 'JOINED' as kind, t.episode_id, t.user_id as key, t.user_id as who, t.from_at as at
      from sec.joined_since(${LED}, ${RECENT}) t join led l on l.episode_id = t.episode_id
      where l.user_id = (select sec.uid()) and t.user_id <> (select sec.uid())
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
