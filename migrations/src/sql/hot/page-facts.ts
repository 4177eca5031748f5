import { standingKnown } from './labels.js';
import { ASKED_VARIABLES, asked } from './reader.js';

const RETURNS =
  'returns table (episode_id uuid, child_id uuid, ident boolean, involve boolean, part text, lead_id uuid, lead_name text)';

const ORDINARY = `('IDENT', 'INVOLVE', 'CHILD', 'PARENTING', 'FAMILY', 'HEALTH', 'PLAN', 'MEETING', 'NOTES')`;

const LIVE = 'e.from_at <= v_now and v_now < e.until_at';

const PART = `min(case e.kind when 'LP' then '1LP' when 'AUTHOR' then '2AUTHOR' when 'TACM' then '3TACM' else '4' || e.kind end)
      filter (where e.user_id = v_me)`;

/** One of a sensitive service shows only to those the agreement names. */
const LEAD = `(min(e.user_id::text) filter (where e.kind = 'LP' and (e.sensitive_class = 'NONE' or e.user_id = v_me
      or exists (select 1 from app.consent_line c where c.episode_id = e.episode_id and c.category = e.sensitive_class
        and c.decision = 'GIVEN' and c.from_at <= v_now and v_now < c.team_read_until
        and (c.recipient_agency_id = v_agency or c.recipient_user_id = v_me)))))::uuid`;

/** Who works on the cases of a page: my part and the lead professional. */
const PLACE = `
  place as materialized (
    select e.episode_id, ${PART} as part, ${LEAD} as lead_id
    from app.edge e where e.episode_id = any (p_episodes) and ${LIVE} group by e.episode_id)`;

const answer = (known: string): string => `
  select s.episode_id, s.person_id, ${known}, substr(place.part, 2), place.lead_id, u.full_name
  from unnest(p_cases) x join app.episode_subject s on s.episode_id = x.id and s.role = 'CHILD_SUBJECT'
  left join place on place.episode_id = s.episode_id left join app.app_user u on u.id = place.lead_id`;

const ENDS = "case when e.kind in ('LP', 'AUTHOR') then c.lead_read_until else c.team_read_until end";

const MINE = `e.kind in ('AUTHOR', 'LP', 'TACM') and ${LIVE} and v_now < e.read_until
      and (e.user_id = v_me or (v_role = 'AMGR' and e.agency_id = v_agency))`;

/**
 * For workers, whose lists are asked all day, the rule on standing facts as probes for each case: own contribution, the
 * agency's with a place on the case, or a line of agreement with the service. A test holds it to the rule itself, for
 * the cases and workers of the story.
 */
const BY_PROBE = `
  select array_agg(row(s.episode_id, s.person_id, own.it or l.ident, own.it or l.involve, substr(t.part, 2), t.lead_id, u.full_name)::hot.page_fact)
  from unnest(p_cases) x
  cross join lateral (
    select ${PART} as part, ${LEAD} as lead_id,
      coalesce(bool_or(${MINE} and e.agency_id = x.initiating_agency_id), false) as agencys
    from app.edge e where e.episode_id = x.id and ${LIVE}) t
  join app.episode_subject s on s.episode_id = x.id and s.role = 'CHILD_SUBJECT'
  left join app.app_user u on u.id = t.lead_id
  cross join lateral (select coalesce(x.created_by = v_me, false)
    or (v_role = 'AMGR' and x.initiating_agency_id = v_agency) or t.agencys as it) own
  cross join lateral (
    select coalesce(bool_or(c.category = 'IDENT'), false) as ident, coalesce(bool_or(c.category = 'INVOLVE'), false) as involve
    from app.edge e join app.consent_line c on c.episode_id = e.episode_id and c.recipient_agency_id = e.agency_id
    where e.episode_id = x.id and ${MINE} and c.category in ('IDENT', 'INVOLVE') and c.decision = 'GIVEN'
      and c.subject_id = s.person_id and c.from_at <= v_now and v_purpose = any (c.purposes) and v_now < ${ENDS}) l`;

const BY_RULE = `
  with ${PLACE}
  ${answer('known.ident, known.involve')}
  cross join lateral (${asked(standingKnown('x', 's.person_id'))}) known`;

const INTERNAL =
  "language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan";

/** Called for cases that passed their guard in the same statement; asked about others it answers nothing of them. */
export const PAGE_FACTS = `
  create type hot.page_case as (id uuid, ref text, type text, state text, opened_on date, closed_on date, next_review_on date,
    initiating_agency_id uuid, created_by uuid);
  create type hot.page_fact as (episode_id uuid, child_id uuid, ident boolean, involve boolean, part text, lead_id uuid, lead_name text);
  create index edge_page on app.edge (episode_id)
    include (user_id, agency_id, kind, sensitive_class, from_at, until_at, read_until);
  create index consent_line_standing on app.consent_line (episode_id, recipient_agency_id)
    include (subject_id, category, purposes, from_at, team_read_until, lead_read_until)
    where category in ('IDENT', 'INVOLVE') and decision = 'GIVEN';

  create function sec.page_by_rule(p_cases hot.page_case[]) ${RETURNS} ${INTERNAL}
    as $$ declare ${ASKED_VARIABLES} p_episodes uuid[] := array(select c.id from unnest(p_cases) c); begin return query ${BY_RULE}; end $$;

  create function sec.page_facts(p_cases hot.page_case[]) returns hot.page_fact[] ${INTERNAL}
    as $$
    declare v_context text[] := sec.context(); v_me uuid := v_context[1]::uuid; v_agency uuid := v_context[2]::uuid;
      v_role text := v_context[4]; v_purpose text := v_context[6]; v_now timestamptz := sec.now();
      p_episodes uuid[] := array(select c.id from unnest(p_cases) c);
    begin
      if v_role not in ('PRACT', 'AMGR') or exists (select 1 from app.access_grant g
          where (g.user_id = v_me or g.agency_id = v_agency) and g.episode_id = any (p_episodes))
          or exists (select 1 from app.consent_line c where c.episode_id = any (p_episodes)
            and c.recipient_user_id = v_me and c.category in ('IDENT', 'INVOLVE')) then
        return array(select row(r.*)::hot.page_fact from sec.page_by_rule(p_cases) r);
      end if;
      return coalesce((${BY_PROBE}), '{}');
    end $$;

  create function sec.page_of(p_cases hot.page_case[]) ${RETURNS} language sql stable security definer set search_path = ''
    as $$ select * from unnest(sec.page_facts(p_cases)) $$;

  -- For the opened case of a worker: which ordinary kinds about which child any row of which they may read.
  create function sec.open_kinds(p_episode uuid) returns text[] ${INTERNAL}
    as $$
    declare v_context text[] := sec.context(); v_me uuid := v_context[1]::uuid; v_agency uuid := v_context[2]::uuid;
      v_role text := v_context[4]; v_purpose text := v_context[6]; v_now timestamptz := sec.now();
    begin
      if v_role not in ('PRACT', 'AMGR') then return '{}'; end if;
      return array(select distinct c.category || ' ' || c.subject_id
        from app.edge e join app.consent_line c on c.episode_id = e.episode_id
        where e.episode_id = p_episode and e.kind in ('AUTHOR', 'LP', 'TACM') and ${LIVE} and v_now < e.read_until
          and (e.user_id = v_me or (v_role = 'AMGR' and e.agency_id = v_agency))
          and (c.recipient_agency_id = e.agency_id or (c.recipient_user_id = v_me and e.user_id = v_me))
          and c.category in ${ORDINARY} and c.decision = 'GIVEN' and c.history and c.from_at <= v_now
          and v_purpose = any (c.purposes) and v_now < ${ENDS}
          and not (c.recipient_user_id is null and e.user_id = v_me and exists (
            select 1 from app.consent_line r where r.episode_id = c.episode_id and r.recipient_user_id = v_me
              and r.category = c.category and r.subject_id = c.subject_id and r.decision = 'REFUSED' and r.status = 'ACTIVE')));
    end $$;`;

export const PAGE_FUNCTIONS = [
  'sec.page_of(hot.page_case[])',
  'sec.page_facts(hot.page_case[])',
  'sec.page_by_rule(hot.page_case[])',
  'sec.open_kinds(uuid)',
];
