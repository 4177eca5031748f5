import { SHUT, nameOf } from './labels.js';

interface Driver {
  from: string;
  where: string;
}

/** In no list; so no row of a page is archived. */
const GONE = `('MERGED', 'ARCHIVED', 'DISPOSED')`;

/** Which episodes, in which order. They only drive: row-level security decides about each episode that comes out. */
const DRIVERS: Record<'grants' | 'index' | 'family', Driver> = {
  grants: {
    from: 'app.case_grant g join app.episode x on x.id = g.episode_id',
    where: `g.principal_id = mine and g.open = p_open and g.begins <= at_now and at_now < g.expires and x.state not in ${GONE}
      and (elsewhere = '{}' or g.episode_id <> all (elsewhere))`,
  },
  index: {
    from: '(select i.id as episode_id, i.opened_on from app.episode i) g join app.episode x on x.id = g.episode_id',
    where: `(x.state in ${SHUT}) <> p_open and x.state not in ${GONE}`,
  },
  family: {
    from: '(select i.id as episode_id, i.opened_on from app.episode i where i.id = any ((select hot.family())::uuid[])) g join app.episode x on x.id = g.episode_id',
    where: `(x.state in ${SHUT}) <> p_open and x.state not in ${GONE}`,
  },
};

const NOW = 'e.from_at <= at_now and at_now < e.until_at';

const FILTERS = `
  (p_state is null or x.state = p_state)
  and (p_part is null or exists (
    select 1 from app.edge e where e.episode_id = x.id and e.user_id = me and e.kind = p_part and ${NOW}))`;

/** Without a count a page ends one case after its own. With one it is read on to the count's end, under the same guard. */
const casesOf = ({ from, where }: Driver): string => `
  cases := array(select row(x.id, x.ref, x.type, x.state, x.opened_on, x.closed_on, x.next_review_on, x.initiating_agency_id,
      x.created_by)::hot.page_case from ${from}
    where ${where} and g.opened_on <= p_after_on and (g.opened_on < p_after_on or g.episode_id > p_after_id) and ${FILTERS}
    order by g.opened_on desc, g.episode_id limit case when p_count and total is null then 1001 else p_limit + 1 end);`;

/**
 * Cases on which a worker's places have not begun, or are held for another agency or in another role than the one acted in:
 * in no list, also where something of them was disclosed to the worker. That is found with what was disclosed, as by anybody
 * without a place.
 */
const ELSEWHERE = `
  elsewhere := '{}';
  if role not in ('CAFC', 'YP', 'PAR', 'ADLT', 'AMGR') then
    elsewhere := array(select e.episode_id from app.edge e where e.user_id = me group by e.episode_id
      having bool_and(e.from_at > at_now or case when e.kind in ('AUTHOR', 'LP', 'TACM') then e.agency_id <> (select hot.agency())
        else not case e.kind when 'CAFC_TASK' then role = 'CAFC' when 'BROKER_TASK' then role = 'CAFC' when 'MASH_CONCERN' then role = 'MASH'
        when 'AUDIT' then role = 'AUDR' when 'IGO_TASK' then role = 'IGO' when 'PANEL_AGENDA' then role = 'PANEL' else true end end));
  end if;`;

/**
 * Of open cases without a filter the grants themselves are counted: a grant is there because somebody has a place on the
 * case, which is what the guard of a case asks, and of what a shield closes the same list is left out.
 */
const COUNT = `
  if p_count and p_open and p_state is null and p_part is null and role not in ('CAFC', 'YP', 'PAR', 'ADLT') then
    shut := hot.shut() || elsewhere;
    total := (select count(*) from (select 1 from app.case_grant g
      where g.principal_id = mine and g.open and g.begins <= at_now and at_now < g.expires and (shut = '{}' or g.episode_id <> all (shut)) limit 1001) n);
  end if;`;

/** One page as JSON and the children it names; its cases were let through a moment before. */
const PAGE = `
  with child as (
    select k.episode_id, bool_or(k.involve and k.child_id <> all (hidden)) as involve, max(k.part) as part,
      max(k.lead_name) as lead_name, bool_or(k.lead_id = me) as leads,
      array_agg(k.child_id) filter (where k.ident) as ids,
      json_agg(json_build_object('id', k.child_id, 'stub', k.child_id = any (hidden),
        'name', case when k.ident then ${nameOf('p', 'm')} end,
        'chosenName', case when k.ident then coalesce(p.preferred_name, p.given_names) end,
        'dateOfBirth', case when k.ident then p.date_of_birth end,
        'dueDate', case when k.ident then p.due_date end) order by p.date_of_birth, p.id) as list
    from unnest(facts) k join app.person p on p.id = k.child_id left join app.person m on p.is_unborn and m.id = p.mother_id
    group by k.episode_id),
  line as materialized (
    select x.n, c.ids, json_build_object('id', x.id, 'ref', x.ref, 'type', x.type, 'state', x.state,
      'openedOn', x.opened_on, 'closedOn', x.closed_on, 'nextReviewOn', x.next_review_on,
      'children', coalesce(c.list, '[]'), 'part', c.part,
      'leadProfessional', case when c.involve and c.lead_name is not null
        then json_build_object('name', c.lead_name, 'you', c.leads) end) as item
    from unnest(cases) with ordinality as x (id, ref, type, state, opened_on, closed_on, next_review_on, agency, author, n)
    left join child c on c.episode_id = x.id)
  select coalesce((select json_agg(line.item order by line.n) from line), '[]')::text,
    (select array_agg(c) from line cross join unnest(line.ids) c)`;

/**
 * The list of cases in one statement: enters, selects, writes its audit row. `entered` is null when the session is
 * over; `body` is null when rule R01 stops the actor. The total is counted under the same guard, on the first page.
 */
export const CASELOAD = `
  create function hot.caseload(p_token text, p_purpose text, p_reason text, p_request text, p_open boolean,
      p_state text, p_part text, p_after_on date, p_after_id uuid, p_limit integer, p_count boolean,
      out entered jsonb, out body text)
    language plpgsql volatile security definer set search_path = '' set plan_cache_mode = force_generic_plan
    as $$
    declare
      me uuid; mine uuid; role text; at_now timestamptz; hidden uuid[]; cases hot.page_case[]; more boolean;
      items text; named uuid[]; facts hot.page_fact[]; total bigint; shut uuid[]; elsewhere uuid[];
    begin
      entered := sec.enter(p_token, p_purpose, p_reason);
      if entered is null or not hot.may_work(entered) then return; end if;
      perform hot.begin(entered, '{}');
      me := hot.me(); role := hot.role(); at_now := hot.now(); hidden := hot.hidden();
      mine := case when role = 'AMGR' then hot.agency() else me end;
      ${ELSEWHERE}
      ${COUNT}
      if role = 'CAFC' then ${casesOf(DRIVERS.index)}
      elsif role in ('YP', 'PAR', 'ADLT') then ${casesOf(DRIVERS.family)}
      else ${casesOf(DRIVERS.grants)}
      end if;
      more := cardinality(cases) > p_limit;
      total := coalesce(total, cardinality(cases));
      cases := cases[1:p_limit];
      perform set_config('hot.opened', array(select c.id from unnest(cases) c)::text, true);
      facts := sec.page_facts(cases);
      perform set_config('hot.people', array(select f.child_id from unnest(facts) f)::text, true);
      ${PAGE} into items, named;
      perform audit.record('caseload.viewed', 'ALLOW', null, named, array['IDENT', 'INVOLVE'], array['role:' || role],
        'list', cardinality(cases), null, p_request, '{}');
      body := '{"items":' || items || ',"next":' || case when more then to_json(hot.cursor(cases[p_limit].opened_on, cases[p_limit].id))::text else 'null' end
        || case when p_count then ',"total":' || case when total > 1000 then '"1000+"' else total::text end else '' end || '}';
    end $$;`;
