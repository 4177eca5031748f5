import { MINE, NOT_HIDDEN, WHO } from './report-progress.js';

/** From the agreement on somebody leads (rule 5.3): until then nobody is missing. */
const LED = `('ASSESSING', 'ASSESSED', 'TAC_PLANNED', 'PLAN_ACTIVE', 'PANEL_REVIEW', 'STEP_UP_PENDING', 'TRANSFER_PENDING')`;
const DAY = (at: string): string => `(${at} at time zone 'Europe/London')::date`;

/** Cases nobody leads at `at_now`: since when, and the working days that were allowed when that clock began. */
const vacant = (where: string, apart = ''): string => `(
    select v.*, ${DAY('v.since_at')} as since, coalesce((sec.timescales_at(v.since_at) ->> 'lead.vacant.wd')::integer, p_usual) as allowed
    from (
      select x.id, x.ref, x.state, x.initiating_agency_id, greatest(
          coalesce(x.agreed_on, x.opened_on)::timestamp at time zone 'Europe/London',
          (select max(e.until_at) from app.edge e where e.episode_id = x.id and e.kind = 'LP' and e.until_at <= at_now)) as since_at
      from app.episode x
      where x.state in ${LED} and ${where} and not exists (select 1 from app.edge e where e.episode_id = x.id and e.kind = 'LP'
        and e.from_at <= at_now and at_now < e.until_at)${apart}) v)`;

const SEEN = `x.id <> all (barred) and ${MINE('x', 'and g.open and at_now < g.expires')} and ${NOT_HIDDEN('x')}`;
const ASKS = `${WHO} barred uuid[] := sec.barred_episodes();`;
const ASKED = (v: string): string => `
      left join app.nomination n on n.episode_id = ${v}.id and n.status = 'PROPOSED' left join app.app_user u on u.id = n.nominee_id`;
const isTurn = (times: number): string => `sec.working_day(v.since, ${times} * v.allowed + 1) <= sec.today()`;

export const VACANCY_TASKS = `  -- Whose turn it is, for my week: the author at once, the manager after the first term, the CAF team after the second.
  create function sec.vacancy_tasks(p_usual integer)
    returns table (episode_id uuid, ref text, asked text, since date, due date)
    language plpgsql stable security definer set search_path = ''
    as $$
    #variable_conflict use_column
    declare ${ASKS}
    begin
      if sec.role() = 'PRACT' then
        return query
          select v.id, v.ref, u.full_name, v.since, sec.working_day(v.since, v.allowed)
          from ${vacant(`x.id <> all (barred) and x.id in (select o.episode_id from app.edge o where o.user_id = me
            and o.kind = 'AUTHOR' and o.from_at <= at_now and at_now < o.until_at)`)} v ${ASKED('v')}
          order by v.since, v.id limit 100;
      elsif sec.role() in ('AMGR', 'CAFC') then
        return query
          select v.id, v.ref, u.full_name, v.since,
            sec.working_day(v.since, case scope when 'ALL' then 3 else 2 end * v.allowed)
          from ${vacant(SEEN)} v ${ASKED('v')}
          where case scope when 'ALL' then ${isTurn(2)} else ${isTurn(1)} end
          order by v.since, v.id limit 100;
      end if;
    end $$;
`;

/** A manager's are found by the agency's grants, not among all open cases; only what nobody leads is reckoned with. */
const BY_GRANTS = `x.id <> all (barred) and x.id = any (array(select g.episode_id from app.case_grant g
          where g.principal_id = own and g.open and at_now < g.expires)) and ${NOT_HIDDEN('x')}`;
const APART = ' offset 0';
const tasksOf = (where: string, times: number): string => `
        return query
          select v.id, v.ref, u.full_name, v.since, sec.working_day(v.since, ${times} * v.allowed)
          from ${vacant(where, APART)} v ${ASKED('v')}
          where ${times === 1 ? 'true' : isTurn(times - 1)}
          order by v.since, v.id limit 100;`;

/** The same tasks, asked in my week of a thousand cases: it joins nothing row by row, this does. */
export const QUICK_VACANCY_TASKS = `
  create or replace function sec.vacancy_tasks(p_usual integer)
    returns table (episode_id uuid, ref text, asked text, since date, due date)
    language plpgsql stable security definer set search_path = '' set enable_nestloop = on
    as $$
    #variable_conflict use_column
    declare ${ASKS}
    begin
      if sec.role() = 'PRACT' then ${tasksOf(
        `x.id <> all (barred) and x.id = any (array(select o.episode_id from app.edge o where o.user_id = me
          and o.kind = 'AUTHOR' and o.from_at <= at_now and at_now < o.until_at))`,
        1,
      )}
      elsif sec.role() = 'AMGR' then ${tasksOf(BY_GRANTS, 2)}
      elsif sec.role() = 'CAFC' then ${tasksOf(SEEN, 3)}
      end if;
    end $$;`;

/**
 * A case without a lead is first the author's to mend, then the manager's, then the central team's, each for as many working
 * days (F2). Nothing is stored: a task and a notice are there while it is so.
 */
export const VACANCIES = `
  -- The working day that many working days after a day (rule 8.8).
  create function sec.working_day(p_day date, p_count integer) returns date
    language plpgsql stable security definer set search_path = ''
    as $$
    declare d date := p_day; n integer := p_count;
    begin
      while n > 0 loop
        d := d + 1;
        if extract(isodow from d) < 6 and not exists (select 1 from sec.holiday h where h.day = d) then n := n - 1; end if;
      end loop;
      return d;
    end $$;

  create function sec.lead_vacancies(p_since date, p_ref text, p_limit integer, p_usual integer)
    returns table (id uuid, ref text, state text, agency text, since date, allowed integer, asked text, asked_on date)
    language plpgsql stable security definer set search_path = ''
    as $$
    #variable_conflict use_column
    declare ${ASKS}
    begin
      if scope is null or sec.role() = 'ANLY' then return; end if;
      return query
        select v.id, v.ref, v.state, a.name, v.since, v.allowed, u.full_name, ${DAY('n.created_at')}
        from ${vacant(SEEN)} v join app.agency a on a.id = v.initiating_agency_id ${ASKED('v')}
        where p_since is null or (v.since, v.ref) > (p_since, p_ref)
        order by v.since, v.ref limit least(p_limit, 101);
    end $$;

${VACANCY_TASKS}
  -- The manager of a service at work there, and the CAF team, may ask somebody where nobody leads.
  create function sec.may_fill(p_episode uuid) returns boolean
    language plpgsql stable security definer set search_path = ''
    as $$
    #variable_conflict use_column
    declare ${ASKS} p_usual integer := 1;
    begin
      return sec.role() in ('AMGR', 'CAFC') and exists (select 1 from ${vacant(`x.id = p_episode and ${SEEN}`)} v);
    end $$;

  -- Once to each when it becomes their turn; what is hidden from somebody is held back when it is to be sent.
  create function sec.tell_of_vacancies(p_usual integer) returns integer
    language plpgsql volatile security definer set search_path = ''
    as $$
    #variable_conflict use_column
    declare at_now timestamptz := sec.now(); told integer;
    begin
      insert into app.outbox (topic, episode_id, recipient_id, payload, dedup_key)
      select distinct 'lead.vacant', v.id, m.user_id, jsonb_build_object('episodeId', v.id, 'role', m.role),
        concat_ws(':', 'lead-vacant', v.id, v.since, m.role, m.user_id)
      from ${vacant('true')} v
        join app.membership m on (m.role = 'AMGR' and m.agency_id = v.initiating_agency_id and ${isTurn(1)})
          or (m.role = 'CAFC' and ${isTurn(2)})
        join app.app_user u on u.id = m.user_id and u.status = 'LIVE'
      where m.valid_from <= sec.today() and (m.valid_to is null or sec.today() <= m.valid_to)
      on conflict do nothing;
      get diagnostics told = row_count;
      return told;
    end $$;

  -- Who has led, latest first: with the same rule about specialist workers as the team of today.
  create function sec.lead_history(p_episode uuid)
    returns table (name text, agency text, lead_type text, interim boolean, from_at timestamptz, until_at timestamptz, how text)
    language plpgsql stable security definer set search_path = ''
    as $$
    begin
      if not sec.related(p_episode) then return; end if;
      return query
        select u.full_name, a.name, coalesce(e.lead_type, 'LEAD_PROFESSIONAL'), e.interim, e.from_at, nullif(e.until_at, 'infinity'),
          case when e.ended_reason in ('HANDED_OVER', 'LEFT') then e.ended_reason end
        from app.edge e join app.app_user u on u.id = e.user_id join app.agency a on a.id = e.agency_id
        where e.episode_id = p_episode and e.kind = 'LP' and e.from_at <= sec.now()
          and (e.sensitive_class = 'NONE' or e.user_id = sec.uid() or exists (
            select 1 from app.consent_line c where c.episode_id = p_episode and c.category = e.sensitive_class
              and c.decision = 'GIVEN' and c.from_at <= sec.now() and sec.now() < c.team_read_until
              and (c.recipient_agency_id = sec.agency() or c.recipient_user_id = sec.uid())))
        order by e.from_at desc, e.id limit 100;
    end $$;

  revoke all on function sec.working_day(date, integer), sec.lead_vacancies(date, text, integer, integer), sec.vacancy_tasks(integer),
    sec.may_fill(uuid), sec.tell_of_vacancies(integer), sec.lead_history(uuid) from public;
  grant execute on function sec.lead_vacancies(date, text, integer, integer), sec.vacancy_tasks(integer), sec.may_fill(uuid),
    sec.lead_history(uuid) to app_user;
  grant execute on function sec.tell_of_vacancies(integer) to encircle_login;`;
