import { standingKnown } from './labels.js';
import { ASKED_VARIABLES, asked } from './reader.js';

const RETURNS =
  'returns table (episode_id uuid, child_id uuid, ident boolean, involve boolean, part text, lead_id uuid, lead_name text)';

const LIVE = 'e.from_at <= v_now and v_now < e.until_at';

/** Who works on the cases of a page, read once: my part, my colleagues' for a manager, and the lead professional. */
const TEAM = `
  team as materialized (
    select e.episode_id, e.user_id, e.agency_id, e.kind, e.read_until, e.sensitive_class from app.edge e
    where e.episode_id = any (p_episodes) and ${LIVE}),
  place as (
    select team.episode_id,
      (array_agg(team.kind order by array_position(array['LP', 'AUTHOR', 'TACM'], team.kind)) filter (where team.user_id = v_me))[1] as part,
      (array_agg(team.user_id) filter (where team.kind = 'LP' and (team.sensitive_class = 'NONE' or team.user_id = v_me
        or exists (select 1 from app.consent_line c where c.episode_id = team.episode_id and c.category = team.sensitive_class
          and c.decision = 'GIVEN' and c.from_at <= v_now and v_now < c.team_read_until
          and (c.recipient_agency_id = v_agency or c.recipient_user_id = v_me)))))[1] as lead_id
    from team group by team.episode_id)`;

const answer = (known: string): string => `
  select s.episode_id, s.person_id, ${known}, place.part, place.lead_id, u.full_name
  from app.episode_subject s join app.episode x on x.id = s.episode_id
  left join place on place.episode_id = s.episode_id left join app.app_user u on u.id = place.lead_id`;

const ENDS = "case when e.kind in ('LP', 'AUTHOR') then c.lead_read_until else c.team_read_until end";

/**
 * For workers, whose lists are asked all day, the rule on standing facts as one join instead of a probe for each child
 * and kind: own contribution, the agency's with a place on the case, or a line of agreement. A test holds it to the
 * rule itself, for the children and workers of a generated borough.
 */
const BY_JOIN = `
  with ${TEAM},
  mine as materialized (
    select e.episode_id, e.agency_id, e.user_id, e.kind from team e
    where e.kind in ('AUTHOR', 'LP', 'TACM') and v_now < e.read_until
      and (e.user_id = v_me or (v_role = 'AMGR' and e.agency_id = v_agency))),
  line as materialized (
    select c.episode_id, c.subject_id, bool_or(c.category = 'IDENT') as ident, bool_or(c.category = 'INVOLVE') as involve
    from (
      select c.episode_id, c.subject_id, c.category from mine e join app.consent_line c
        on c.episode_id = e.episode_id and c.recipient_agency_id = e.agency_id
      where c.category in ('IDENT', 'INVOLVE') and c.decision = 'GIVEN' and c.from_at <= v_now and v_purpose = any (c.purposes)
        and v_now < ${ENDS}
        and not (e.user_id = v_me and exists (select 1 from app.consent_line r where r.episode_id = c.episode_id
          and r.recipient_user_id = v_me and r.category = c.category and r.subject_id = c.subject_id
          and r.decision = 'REFUSED' and r.status = 'ACTIVE'))
      union all
      select c.episode_id, c.subject_id, c.category from mine e join app.consent_line c
        on c.episode_id = e.episode_id and c.recipient_user_id = v_me
      where e.user_id = v_me and c.category in ('IDENT', 'INVOLVE') and c.decision = 'GIVEN' and c.from_at <= v_now
        and v_purpose = any (c.purposes) and v_now < ${ENDS}) c
    group by 1, 2)
  ${answer('own.it or coalesce(l.ident, false), own.it or coalesce(l.involve, false)')}
  cross join lateral (select x.created_by = v_me or (v_role = 'AMGR' and x.initiating_agency_id = v_agency)
    or exists (select 1 from mine e where e.episode_id = x.id and e.agency_id = x.initiating_agency_id) as it) own
  left join line l on l.episode_id = s.episode_id and l.subject_id = s.person_id
  where s.episode_id = any (p_episodes) and s.role = 'CHILD_SUBJECT'`;

const BY_RULE = `
  with ${TEAM}
  ${answer('known.ident, known.involve')}
  cross join lateral (${asked(standingKnown('x', 's.person_id'))}) known
  where s.episode_id = any (p_episodes) and s.role = 'CHILD_SUBJECT'`;

const INTERNAL =
  "language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan";

/** Called for cases that passed their guard in the same statement; asked about others it answers nothing of them. */
export const PAGE_FACTS = `
  create index edge_page on app.edge (episode_id)
    include (user_id, agency_id, kind, sensitive_class, from_at, until_at, read_until);
  create index consent_line_standing on app.consent_line (episode_id, recipient_agency_id)
    include (subject_id, category, purposes, from_at, team_read_until, lead_read_until)
    where category in ('IDENT', 'INVOLVE') and decision = 'GIVEN';

  create function sec.page_by_rule(p_episodes uuid[]) ${RETURNS} ${INTERNAL}
    as $$ declare ${ASKED_VARIABLES} begin return query ${BY_RULE}; end $$;

  create function sec.page_of(p_episodes uuid[]) ${RETURNS} ${INTERNAL}
    as $$
    declare v_context text[] := sec.context(); v_me uuid := v_context[1]::uuid; v_agency uuid := v_context[2]::uuid;
      v_role text := v_context[4]; v_purpose text := v_context[6]; v_now timestamptz := sec.now();
    begin
      if v_role not in ('PRACT', 'AMGR') or exists (select 1 from app.access_grant g
          where (g.user_id = v_me or g.agency_id = v_agency) and g.episode_id = any (p_episodes)) then
        return query select * from sec.page_by_rule(p_episodes);
        return;
      end if;
      return query ${BY_JOIN};
    end $$;`;

export const PAGE_FUNCTIONS = ['sec.page_of(uuid[])', 'sec.page_by_rule(uuid[])'];
