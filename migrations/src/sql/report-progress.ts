const SHUT = `('CLOSED', 'REJECTED', 'MERGED', 'ARCHIVED', 'DISPOSED')`;

/** As the list of cases has it: a manager without a place on the case finds no trace of a shielded child, in no count. */
export const NOT_HIDDEN = (x: string): string => `not exists (
      select 1 from app.episode_subject s where s.episode_id = ${x}.id and s.person_id = any (hidden)
        and not exists (select 1 from app.edge e where e.episode_id = s.episode_id and e.user_id = me
          and e.kind in ('AUTHOR', 'LP', 'TACM') and e.from_at <= at_now and at_now < e.until_at))`;

/** The CAF team's index has every case, and the analyst's figures tell no case from another. */
export const WHO = `scope text := sec.report_scope(); me uuid := sec.uid(); own uuid := sec.agency(); at_now timestamptz := sec.now();
      hidden uuid[] := case when scope = 'AGENCY' then sec.hidden_people() else '{}' end;`;

export const IN_AREA = (x: string): string => `(p_locality is null or ${x}.locality = p_locality)`;

/** A manager's are those the agency has a place on: the same rows that drive the list of cases. */
export const MINE = (x: string, more = ''): string => `(scope = 'ALL' or exists (
      select 1 from app.case_grant g where g.principal_id = own and g.episode_id = ${x}.id ${more}))`;

const OPEN_CASES = `
  open_case as materialized (
    select x.id, x.state, x.opened_on, x.next_review_on
    from app.episode x
    where x.state not in ${SHUT} and ${IN_AREA('x')} and ${MINE('x', 'and g.open and at_now < g.expires')} and ${NOT_HIDDEN('x')}),
  lead as materialized (
    select e.episode_id, e.user_id, a.name as agency, case when scope = 'AGENCY' then a.name else a.report_group end as name
    from open_case x join app.edge e on e.episode_id = x.id join app.agency a on a.id = e.agency_id
    where e.kind = 'LP' and e.from_at <= at_now and at_now < e.until_at and (scope = 'ALL' or e.agency_id = own)),
  task as materialized (
    select case when scope = 'AGENCY' then a.name else a.report_group end as name, t.by_when
    from open_case x join app.action t on t.episode_id = x.id join app.agency a on a.id = t.owner_agency_id
    where t.status in ('AGREED', 'IN_PROGRESS') and (scope = 'ALL' or t.owner_agency_id = own))`;

/** The level last agreed of each open case. */
const LEVELS = `
  select 'LEVEL', f.level, null, null::date, null::date, count(*)::int
  from open_case x left join lateral (
    select l.body ->> 'level' as level from app.case_fact l
    where l.episode_id = x.id and l.kind = 'LEVEL' and l.ended_at is null
    order by l.said_on desc nulls last, l.created_at desc, l.id limit 1) f on true
  group by f.level`;

/** The band is how many of the five limits a birth date is on or before. */
const AGES = `
  select 'AGE', x.state, case when p.date_of_birth is null or p.date_of_birth > (select sec.today()) then 'UNBORN'
      else (${[1, 2, 3, 4, 5].map((n) => `(p.date_of_birth <= p_cutoffs[${n}])::int`).join(' + ')})::text end,
    null, null, count(*)::int
  from open_case x join app.episode_subject s on s.episode_id = x.id and s.role = 'CHILD_SUBJECT'
  join app.person p on p.id = s.person_id
  group by 2, 3`;

/** Since when nobody leads: since it opened, or since the last lead left. */
const VACANT = `
  select 'VACANT', null, null, v.since, null, count(*)::int
  from (select greatest(x.opened_on, (select max((e.until_at at time zone 'Europe/London')::date) from app.edge e
          where e.episode_id = x.id and e.kind = 'LP' and e.until_at <= at_now)) as since
        from open_case x
        where not exists (select 1 from app.edge e where e.episode_id = x.id and e.kind = 'LP'
          and e.from_at <= at_now and at_now < e.until_at)) v
  group by v.since`;

/** What happened in the quarter, open or not by now. */
const ENDED = `
  select 'ASSESSED', null, null, x.agreed_on, x.completed_on, count(*)::int
  from app.episode x
  where x.completed_on between p_from and p_to and x.agreed_on is not null and ${IN_AREA('x')} and ${MINE('x')} and ${NOT_HIDDEN('x')}
  group by x.agreed_on, x.completed_on
  union all
  select 'CLOSED', x.closure_reason, null, null, null, count(*)::int
  from app.episode x
  where x.closed_on between p_from and p_to and x.closure_reason is not null and ${IN_AREA('x')} and ${MINE('x')} and ${NOT_HIDDEN('x')}
  group by x.closure_reason`;

export const PROGRESS_COUNTS = `
  create function sec.progress_counts(p_from date, p_to date, p_cutoffs date[], p_locality text)
    returns table (figure text, one text, two text, day date, other_day date, n integer)
    language plpgsql stable security definer set search_path = ''
    as $$
    #variable_conflict use_column
    declare
      ${WHO}
    begin
      if scope is null then return; end if;
      return query
        with ${OPEN_CASES}
        select 'STATE'::text, x.state, null::text, null::date, null::date, count(*)::int from open_case x group by x.state
        union all ${AGES}
        union all ${LEVELS}
        union all
        select 'REVIEW', l.name, null, x.next_review_on, null, count(*)::int
        from open_case x left join lead l on l.episode_id = x.id
        where x.next_review_on is not null and (scope = 'ALL' or l.episode_id is not null) group by l.name, x.next_review_on
        union all
        select 'ACTION', t.name, null, t.by_when, null, count(*)::int from task t group by t.name, t.by_when
        union all ${VACANT}
        union all
        select 'LEAD', null, null, null, null, count(distinct l.user_id)::int from lead l
        union all
        select 'LED', null, null, null, null, count(*)::int from lead l
        union all ${ENDED};
    end $$;

  create function sec.report_localities() returns table (locality text)
    language sql stable security definer set search_path = ''
    as $$ select distinct x.locality from app.episode x where sec.report_scope() is not null order by 1 $$;

  -- How many open cases each worker leads; no case is named.
  create function sec.lead_caseloads(p_locality text)
    returns table (id uuid, who text, agency text, cases integer)
    language plpgsql stable security definer set search_path = ''
    as $$
    #variable_conflict use_column
    declare
      ${WHO}
    begin
      if scope is null or sec.role() = 'ANLY' then return; end if;
      return query
        with ${OPEN_CASES}
        select u.id, u.full_name, l.agency, count(*)::int
        from lead l join app.app_user u on u.id = l.user_id group by u.id, u.full_name, l.agency;
    end $$;

  create index episode_closed on app.episode (closed_on) where closed_on is not null;
  create index episode_completed on app.episode (completed_on) where completed_on is not null;

  grant execute on function sec.progress_counts(date, date, date[], text), sec.report_localities(), sec.lead_caseloads(text) to app_user;`;
