import * as guards from './guards.js';
import { asked as inVariables, ASKED_VARIABLES } from './hot/reader.js';
import { mayReadStanding } from './hot/labels.js';
import { RULES, type Rules } from './rules.js';

/**
 * What my week reads of the content of cases, for a manager's thousand as for one's own forty. Row-level security asks its
 * whole rule of every row; here what the agreement opens is worked out once for all cases of the question, and only a row
 * that this does not cover is asked the whole rule. Both texts come from `guards.ts`, and a test holds the answer to what
 * row-level security lets through.
 */
const TYPES = {
  week_act:
    'id uuid, episode_id uuid, subject_id uuid, owner_user_id uuid, status text, text text, by_when date, created_at timestamptz, version integer',
  week_asked:
    'id uuid, meeting_id uuid, user_id uuid, rsvp text, invited_on date, report_due_on date, report_received_on date, version integer',
  week_meet: `id uuid, episode_id uuid, subject_id uuid, type text, status text, planned_at timestamptz, held_at timestamptz, mode text,
    review_no integer, chair_id uuid, minute_taker_id uuid, minutes_status text, version integer`,
  week_seat:
    'id uuid, meeting_id uuid, user_id uuid, rsvp text, required boolean, invited_on date, version integer',
  week_place: 'meeting_id uuid, place text',
  week_review: 'id uuid, episode_id uuid, subject_id uuid, review_no integer, held_on date, what_next text',
  week_case:
    'episode_id uuid, contact_on date, looked_on date, met_on date, renewed_on date, is_closing boolean',
  week_child: 'episode_id uuid, person_id uuid, seen_on date',
} as const;

const PARAMETERS =
  'p_people uuid[], p_led uuid[], p_in_touch text[], p_was_there text[], p_child_weeks integer, p_quiet_days integer';
export const WEEK_ROWS = 'sec.week_rows(uuid[], uuid[], text[], text[], integer, integer)';

export const NAMES_KNOWN = 'sec.names_known(uuid[])';
export const JOINED = 'sec.joined_since(uuid[], timestamptz)';
const FUNCTIONS = [WEEK_ROWS, NAMES_KNOWN, JOINED].join(', ');

/** What stands for who is asking and when; who reads what of a content table; who knows a case. */
export interface WeekGuards {
  readonly now: string;
  readonly today: string;
  /** What is worked out once, as common table expressions over `cases`. */
  readonly first: string;
  /** A join that puts what was worked out for its case beside a row. */
  readonly beside: (row: string) => string;
  /** Of the row `t`. */
  readonly mayRead: string;
  readonly knows: (episode: string) => string;
}

const DAY = (at: string): string => `(${at} at time zone 'Europe/London')::date`;
const LABEL =
  't.id, t.episode_id, t.subject_id, t.about_person_id, t.category, t.source_agency_id, t.author_id, t.named_worker_ids, t.created_at';
const rows = (type: string, columns: string, from: string): string =>
  `array(select row(${columns})::sec.${type} from ${from})`;

/** The statement; whoever asks it gets one row of arrays. */
export const weekRows = ({ now, today, first, beside, mayRead, knows }: WeekGuards): string => `
  with acts as materialized (
    select ${LABEL}, t.owner_user_id, t.status, t.text, t.by_when, t.version from app.action t
    where t.owner_user_id = any (p_people) and t.status in ('PROPOSED', 'AGREED', 'IN_PROGRESS') and t.by_when <= ${today} + 28),
  asked as materialized (
    select ${LABEL}, t.meeting_id, t.user_id, t.rsvp, t.invited_on, t.report_due_on, t.report_received_on, t.version from app.invitation t
    where t.user_id = any (p_people) and t.invited_on > ${today} - 400),
  cases as materialized (
    select unnest(p_led) as id union select t.episode_id from acts t union select t.episode_id from asked t),
  ${first}
  led as materialized (
    select x.id as episode_id from unnest(p_led) x (id) where ${knows('x.id')}),
  invited as materialized (select t.* from asked t ${beside('t')} where ${mayRead}),

  -- Meetings the people are asked to, and those of the cases they lead that are to come or to be written up.
  meets as materialized (
    select ${LABEL}, t.type, t.status, t.planned_at, t.held_at, t.mode, t.review_no, t.chair_id, t.minute_taker_id, t.minutes_status, t.version
    from app.meeting t ${beside('t')}
    where (t.status = 'PLANNED' or (t.status = 'HELD' and t.minutes_status = 'DRAFT' and t.held_at > ${now} - interval '90 days'))
      and (t.id = any (array(select i.meeting_id from invited i)) or t.episode_id = any (p_led))
      and ${mayRead}),
  next_up as materialized (
    select m.id from meets m
    where m.status = 'PLANNED' and m.planned_at > ${now} - interval '2 hours'
      and (m.episode_id = any (p_led) or m.id in (select i.meeting_id from invited i where i.rsvp <> 'NOT_COMING'))
    order by m.planned_at, m.id limit 4),
  reviews as materialized (
    select t.id, t.episode_id, t.subject_id, t.review_no, t.held_on, t.what_next from app.review t ${beside('t')}
    where t.episode_id = any (p_led) and ${mayRead}),
  closing as materialized (
    select distinct t.episode_id from app.case_fact t ${beside('t')}
    where t.episode_id = any (p_led) and t.kind = 'CLOSURE' and t.ended_at is null and t.body ->> 'status' = 'WAITING' and ${mayRead}),
  renewed as materialized (
    select t.episode_id, max(t.completed_on) as on_day from app.assessment t ${beside('t')}
    where t.episode_id = any (p_led) and t.status <> 'DRAFT' and t.version_no > 1 and ${mayRead} group by t.episode_id),

  -- When the family was last in touch, the case last talked over, a child last seen: by index, the latest of each.
  noted as materialized (
    select l.episode_id, c.on_day as contact_on, s.on_day as looked_on
    from led l ${beside('l')}
      left join lateral (select t.event_on as on_day from app.note t where t.episode_id = l.episode_id and t.struck_at is null
        and t.kind = any (p_in_touch) and ${mayRead} order by t.event_on desc limit 1) c on true
      left join lateral (select t.event_on as on_day from app.note t where t.episode_id = l.episode_id and t.struck_at is null
        and t.kind = 'SUPERVISION' and ${mayRead} order by t.event_on desc limit 1) s on true),
  met as materialized (
    select l.episode_id, m.on_day
    from noted l ${beside('l')} cross join lateral (select ${DAY('t.held_at')} as on_day from app.meeting t where t.episode_id = l.episode_id and t.status = 'HELD'
        -- Where a note says so already, no meeting is looked for.
        and (l.contact_on is null or l.contact_on <= ${today} - p_quiet_days) and ${mayRead}
      order by t.held_at desc limit 1) m),
  children as materialized (
    select s.episode_id, s.person_id, greatest(n.on_day, m.on_day) as seen_on
    from led l join app.episode_subject s on s.episode_id = l.episode_id and s.role = 'CHILD_SUBJECT' ${beside('s')}
      left join lateral (select t.event_on as on_day from app.note t where t.episode_id = s.episode_id and t.struck_at is null
        and t.child_seen in ('SEEN_ALONE', 'SEEN_WITH_OTHERS') and coalesce(t.subject_id, s.person_id) = s.person_id and ${mayRead}
        order by t.event_on desc limit 1) n on true
      left join lateral (select ${DAY('t.held_at')} as on_day from app.meeting t where t.episode_id = s.episode_id and t.status = 'HELD'
        and t.child_participation = any (p_was_there) and coalesce(t.subject_id, s.person_id) = s.person_id
        and (n.on_day is null or n.on_day + 7 * p_child_weeks <= ${today}) and ${mayRead}
        order by t.held_at desc limit 1) m on true
    where s.episode_id = any (p_led))
  select
    ${rows('week_act', 't.id, t.episode_id, t.subject_id, t.owner_user_id, t.status, t.text, t.by_when, t.created_at, t.version', `acts t ${beside('t')} where ${mayRead}`)} as acts,
    ${rows('week_asked', 't.id, t.meeting_id, t.user_id, t.rsvp, t.invited_on, t.report_due_on, t.report_received_on, t.version', 'invited t')} as asked,
    ${rows('week_meet', 't.id, t.episode_id, t.subject_id, t.type, t.status, t.planned_at, t.held_at, t.mode, t.review_no, t.chair_id, t.minute_taker_id, t.minutes_status, t.version', 'meets t')} as meets,
    -- Who is to be at those still to come or just gone, as far as the reader may know.
    ${rows(
      'week_seat',
      't.id, t.meeting_id, t.user_id, t.rsvp, t.required, t.invited_on, t.version',
      `app.invitation t ${beside('t')} where t.meeting_id = any (array(select m.id from meets m
        where m.id in (select n.id from next_up n) or (m.planned_at > ${now} - interval '90 days'
          and m.planned_at < ${now} + interval '14 days'))) and ${mayRead}`,
    )} as seats,
    ${rows('week_place', 't.meeting_id, t.place', `app.meeting_place t ${beside('t')} where t.meeting_id = any (array(select m.id from meets m where m.status = 'PLANNED')) and ${mayRead}`)} as places,
    ${rows('week_review', 't.id, t.episode_id, t.subject_id, t.review_no, t.held_on, t.what_next', 'reviews t')} as reviews,
    ${rows('week_case', 'n.episode_id, n.contact_on, n.looked_on, m.on_day, r.on_day, k.episode_id is not null', 'noted n left join met m on m.episode_id = n.episode_id left join renewed r on r.episode_id = n.episode_id left join closing k on k.episode_id = n.episode_id')} as known,
    ${rows('week_child', 'c.episode_id, c.person_id, c.seen_on', 'children c')} as children`;

const FIRST_CHILD = (episode: string): string => `(select s.person_id from app.episode_subject s
          where s.episode_id = ${episode} and s.role = 'CHILD_SUBJECT' order by s.position, s.person_id limit 1)`;

const asked = (rule: string): string =>
  inVariables(rule)
    .replaceAll('(select sec.barred_episodes())', 'v_barred')
    .replaceAll('(select sec.raised_episodes())', 'v_raised');

/** The kinds nearly all of these rows are of; a row of another is asked the whole rule. */
const USUAL = `('MEETING', 'PLAN', 'NOTES')`;

/** A case's open kinds as `CATEGORY child`; for a row of the whole case, which counts for its first child, `CATEGORY `. */
const OPEN = (rules: Rules): string => `
  held as materialized (
    select e.episode_id, bool_or(e.user_id = v_me) as own, bool_or(e.user_id <> v_me) as colleagues
    from app.edge e where v_role in ('PRACT', 'AMGR') and ${asked(guards.place('any (array(select k.id from cases k))'))} group by e.episode_id),
  open as materialized (
    select h.episode_id, c.kinds
    from held h cross join lateral (
      select array_agg(l.category || ' ' || l.child_id) || coalesce(array_agg(l.category || ' ') filter (where l.child_id = f.child_id), '{}') as kinds
      from (select c.category, coalesce(c.about_person_id, c.subject_id) as child_id
          -- The kinds alone choose the index.
          from (select k.* from app.consent_line k where k.episode_id = h.episode_id and k.recipient_agency_id = v_agency
            and k.category in ${USUAL} offset 0) c
          where ${guards.reaches('c', rules, 'h.own', 'h.colleagues')} and c.decision = 'GIVEN' and v_purpose = any (c.purposes)
            and c.from_at <= v_now and ${guards.speaksForItself('c', 'v_now')}) l
        cross join (select ${FIRST_CHILD('h.episode_id')} as child_id) f
      where l.child_id <> all (v_hidden)) c
    where h.episode_id <> all (v_barred)
      and (select x.state from app.episode x where x.id = h.episode_id) not in ('DISPOSED', 'MERGED', 'ARCHIVED')),`;

const IS_OPEN = `((t.about_person_id is null or t.about_person_id = t.subject_id)
    and (t.category || ' ' || coalesce(t.subject_id::text, '')) = any (o.kinds)) is true`;

const byRule = (rules: Rules): WeekGuards => ({
  now: 'v_now',
  today: 'v_today',
  first: OPEN(rules),
  beside: (row) => `left join open o on o.episode_id = ${row}.episode_id`,
  mayRead: `(${IS_OPEN} or ((${asked(guards.mayRead('t', rules))}) and ${asked(guards.recordOpen('t'))} and (${asked(guards.notShielded('t'))})))`,
  knows: (episode) => `(${asked(guards.knowsEpisode(episode))}) and ${asked(guards.notBarred(episode))}`,
});

export const createWeekRows = (rules: Rules = RULES): string => `
  ${Object.entries(TYPES)
    .map(([name, columns]) => `create type sec.${name} as (${columns});`)
    .join('\n  ')}
  create function ${WEEK_ROWS.split('(')[0] ?? ''}(${PARAMETERS}, out acts sec.week_act[], out asked sec.week_asked[], out meets sec.week_meet[],
      out seats sec.week_seat[], out places sec.week_place[], out reviews sec.week_review[], out known sec.week_case[], out children sec.week_child[])
    language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan set enable_nestloop = off
    as $$
    #variable_conflict use_column
    declare ${ASKED_VARIABLES} v_today date := sec.today(); v_barred uuid[] := sec.barred_episodes(); v_raised uuid[] := sec.raised_episodes();
    begin
      select w.* into acts, asked, meets, seats, places, reviews, known, children from (${weekRows(byRule(rules))}) w;
    end $$;

  -- Whose names may be known, of the children of many cases at once: sec.knows_name, which asks of one.
  create function ${NAMES_KNOWN.split('(')[0] ?? ''}(p_episodes uuid[]) returns table (episode_id uuid, person_id uuid)
    language plpgsql stable set search_path = '' set plan_cache_mode = force_generic_plan
    as $$
    begin
      return query select s.episode_id, s.person_id from app.episode x join app.episode_subject s on s.episode_id = x.id
        where x.id = any (p_episodes) and s.episode_id = any (p_episodes) and s.role = 'CHILD_SUBJECT'
          and ${mayReadStanding('x', 's.person_id', 'IDENT', guards.mayRead)};
    end $$;

  -- Who joined the team of which of these cases since then, as far as sec.team tells.
  create function ${JOINED.split('(')[0] ?? ''}(p_episodes uuid[], p_since timestamptz) returns table (episode_id uuid, user_id uuid, from_at timestamptz)
    language sql stable security definer set search_path = ''
    as $$
      select x.id, t.user_id, t.from_at
      from (select e.id from unnest(p_episodes) e (id)
          where exists (select 1 from app.edge k where k.episode_id = e.id and k.kind = 'TACM' and k.from_at > p_since) offset 0) x
        cross join lateral sec.team(x.id) t
      where t.kind = 'TACM' and t.from_at > p_since
    $$;
  revoke execute on function ${FUNCTIONS} from public;
  grant execute on function ${FUNCTIONS} to app_user;`;

export const dropWeekRows = `drop function ${FUNCTIONS}; ${Object.keys(TYPES)
  .map((name) => `drop type sec.${name};`)
  .join(' ')}`;
