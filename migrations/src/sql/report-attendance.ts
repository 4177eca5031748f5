/**
 * Attendance in numbers. Who asks decides what is counted: the CAF team and the analyst all agencies, a manager the
 * own one, everybody else nothing. No function here hands over a child, a case or a meeting.
 */
export const REPORT_SCOPE = `
  create function sec.report_scope() returns text
    language sql stable security definer set search_path = ''
    as $$ select case sec.role() when 'CAFC' then 'ALL' when 'ANLY' then 'ALL' when 'AMGR' then 'AGENCY' end $$;`;

const MONTH_OF = `to_char(m.held_at at time zone 'Europe/London', 'YYYY-MM')`;
/** A manager's one row bears the agency's own name, not that of the group it is reported in. */
const GROUP_NAME = `case when p_by = 'role' then coalesce(i.professional_role, 'OTHER')
    when scope = 'AGENCY' then a.name else a.report_group end`;
export const KEY_OF = (name: string): string =>
  `left(encode(sha256(convert_to(${name}, 'UTF8')), 'hex'), 12)`;

/** Held meetings of a span of days in London, of one area or all. */
const HELD = `m.status = 'HELD' and m.held_at >= p_from::timestamp at time zone 'Europe/London'
    and m.held_at < (p_to + 1)::timestamp at time zone 'Europe/London'
    and (p_locality is null or exists (select 1 from app.episode x where x.id = m.episode_id and x.locality = p_locality))`;

export const ATTENDANCE_COUNTS = `
  create function sec.attendance_counts(p_from date, p_to date, p_by text, p_locality text)
    returns table (family boolean, key text, name text, month text, code text, invitations integer)
    language plpgsql stable security definer set search_path = ''
    as $$
    #variable_conflict use_column
    declare scope text := sec.report_scope(); own uuid := sec.agency();
    begin
      if scope is null then return; end if;
      return query
        with held as materialized (
          select m.id, ${MONTH_OF} as month from app.meeting m where ${HELD}),
        tally as materialized (
          select i.is_family, h.month, i.attendance, case when p_by = 'role' then null else i.agency_id end as agency_id,
            case when p_by = 'role' then coalesce(i.professional_role, 'OTHER') end as role, count(*)::int as n
          from held h join app.invitation i on i.meeting_id = h.id
          where scope = 'ALL' or (i.agency_id = own and not i.is_family)
          group by 1, 2, 3, 4, 5),
        counted as (
          select t.is_family, t.month, t.attendance, t.n,
            case when p_by = 'role' then t.role when scope = 'AGENCY' then a.name else a.report_group end as name
          from tally t left join app.agency a on a.id = t.agency_id)
        select c.is_family, case when c.is_family then '' else ${KEY_OF('c.name')} end,
          case when c.is_family then '' else c.name end, c.month, c.attendance, sum(c.n)::int
        from counted c group by 1, 2, 3, 4, 5 order by 3, 4, 5;
    end $$;`;

/** The invitations of one cell, of agencies only; the analyst has no cells. */
const CELL = `
  from app.meeting m join app.invitation i on i.meeting_id = m.id join app.agency a on a.id = i.agency_id
  where (select sec.role()) in ('CAFC', 'AMGR') and ${HELD} and not i.is_family and (scope = 'ALL' or i.agency_id = own)
    and (p_by = 'role' or a.id in (select g.id from app.agency g
      where ${KEY_OF(`case when scope = 'AGENCY' then g.name else g.report_group end`)} = p_key))
    and (p_by <> 'role' or ${KEY_OF(`coalesce(i.professional_role, 'OTHER')`)} = p_key)`;

export const ATTENDANCE_CELL = `
  -- A reason is told in its words when three cases share them; anything rarer may say something of one family.
  create function sec.attendance_cell_counts(p_key text, p_from date, p_to date, p_by text, p_locality text)
    returns table (name text, code text, words text, invitations integer)
    language plpgsql stable security definer set search_path = ''
    as $$
    #variable_conflict use_column
    declare scope text := sec.report_scope(); own uuid := sec.agency();
    begin
      return query
        with cell as (
          select ${GROUP_NAME} as name, i.attendance, lower(btrim(i.attendance_reason)) as reason ${CELL}),
        shared as (
          select r.reason,
            (select count(*) from (select distinct o.episode_id from app.invitation o
               where lower(btrim(o.attendance_reason)) = r.reason limit 3) e) >= 3 as told
          from (select distinct c.reason from cell c where c.reason <> '') r)
        select min(c.name), c.attendance,
          case when s.told then upper(left(c.reason, 1)) || substr(c.reason, 2) when c.reason <> '' then '' end, count(*)::int
        from cell c left join shared s on s.reason = c.reason
        group by 2, 3 order by 2, 4 desc, 3;
    end $$;

  create function sec.attendance_cell_people(p_key text, p_from date, p_to date, p_by text, p_locality text,
      p_after_name text, p_after_id uuid, p_limit integer)
    returns table (id uuid, who text, agency text, professional_role text, month text, code text)
    language plpgsql stable security definer set search_path = ''
    as $$
    #variable_conflict use_column
    declare scope text := sec.report_scope(); own uuid := sec.agency();
    begin
      return query
        select c.* from (
          select i.id, coalesce((select u.full_name from app.app_user u where u.id = i.user_id), i.guest_name, '') as who,
            a.name, coalesce(i.professional_role, 'OTHER'), ${MONTH_OF}, i.attendance ${CELL}) c
        where p_after_id is null or (c.who, c.id) > (p_after_name, p_after_id)
        order by c.who, c.id limit least(p_limit, 101);
    end $$;`;

/** Still of use: the meeting was not long ago or is to come, and the worker was not there instead. */
const LATE = `
  from app.invitation i join app.meeting m on m.id = i.meeting_id join app.agency a on a.id = i.agency_id
  where (select sec.role()) in ('CAFC', 'AMGR') and ((select sec.role()) = 'CAFC' or i.agency_id = (select sec.agency())) and not i.is_family
    and i.report_due_on < (select sec.today()) and i.report_received_on is null
    and m.status in ('PLANNED', 'HELD', 'INQUORATE') and m.planned_at > (select sec.now()) - interval '60 days'
    and (i.attendance is null or i.attendance in ('APO', 'DNA', 'LATE_NOTICE'))`;

export const LATE_REPORTS = `
  create function sec.late_reports(p_after_on date, p_after_id uuid, p_limit integer)
    returns table (id uuid, who text, agency text, due_on date, answer text)
    language sql stable security definer set search_path = ''
    as $$
      select i.id, coalesce((select u.full_name from app.app_user u where u.id = i.user_id), i.guest_name, ''), a.name,
        i.report_due_on, i.rsvp ${LATE}
        and (p_after_id is null or (i.report_due_on, i.id) > (p_after_on, p_after_id))
      order by i.report_due_on, i.id limit least(p_limit, 101)
    $$;

  create function sec.late_report_count() returns integer
    language sql stable security definer set search_path = ''
    as $$ select count(*)::int from (select 1 ${LATE} limit 1001) x $$;

  create index invitation_report_missing on app.invitation (report_due_on) where report_received_on is null and not is_family;
  create index invitation_reason on app.invitation (lower(btrim(attendance_reason)), episode_id)
    where attendance_reason is not null;`;

export const ATTENDANCE_GRANTS = `
  grant execute on function sec.attendance_counts(date, date, text, text),
    sec.attendance_cell_counts(text, date, date, text, text),
    sec.attendance_cell_people(text, date, date, text, text, text, uuid, integer),
    sec.late_reports(date, uuid, integer), sec.late_report_count() to app_user;`;
