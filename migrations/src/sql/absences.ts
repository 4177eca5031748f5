/**
 * Absences in a row, counted when a meeting is written down as held. A run is of one service and profession in one case, over
 * the meetings it was needed at: an absence without a report makes it longer, anything that counts as taking part ends it,
 * and what is outside the rates (late notice, not required, cancelled) neither. Specialist services leave no trace here.
 */
export const ABSENCES = `
  create function sec.note_absences(p_meeting uuid, p_lead integer, p_manager integer) returns integer
    language plpgsql volatile security definer set search_path = ''
    as $$
    declare m app.meeting; one record; n integer := 0;
    begin
      select * into m from app.meeting x where x.id = p_meeting and x.status = 'HELD';
      if m.id is null or not sec.related(m.episode_id) then return 0; end if;
      for one in
        with parts as (
          select i.agency_id, coalesce(i.professional_role, 'OTHER') as role, x.id as meeting_id, x.held_at,
            bool_or(i.attendance in ('ATT', 'PART', 'DEP', 'REP') or i.report_received_on is not null) as took_part
          from app.meeting x join app.invitation i on i.meeting_id = x.id
          where x.episode_id = m.episode_id and x.status = 'HELD' and x.held_at <= m.held_at and not i.is_family and i.required
            and i.category = 'MEETING' and i.attendance in ('ATT', 'PART', 'DEP', 'REP', 'APO', 'DNA')
          group by 1, 2, 3, 4),
        since as (
          select p.*, max(p.held_at) filter (where p.took_part) over (partition by p.agency_id, p.role) as last_there
          from parts p)
        select s.agency_id, s.role, count(*)::int as absences, (array_agg(s.meeting_id order by s.held_at))[1] as began
        from since s where s.last_there is null or s.held_at > s.last_there
        group by 1, 2
        having bool_or(s.meeting_id = m.id) and count(*) >= least(p_lead, p_manager)
        order by 1, 2
      loop
        n := n + 1;
        if one.absences >= p_lead then
          insert into app.outbox (topic, episode_id, recipient_id, payload)
          select distinct 'absence.repeated', m.episode_id, e.user_id, jsonb_build_object('meetingId', m.id)
          from app.edge e where e.episode_id = m.episode_id and e.kind = 'LP' and e.from_at <= sec.now() and sec.now() < e.until_at;
        end if;
        if one.absences >= p_manager then
          insert into app.absence_alert (agency_id, professional_role, absences, raised_on, last_on, run)
          values (one.agency_id, one.role, one.absences, sec.today(), (m.held_at at time zone 'Europe/London')::date,
            encode(sha256(convert_to(concat(one.began, one.agency_id, one.role), 'UTF8')), 'hex'))
          on conflict (run) do update set absences = excluded.absences, last_on = excluded.last_on,
            version = app.absence_alert.version + 1, updated_at = sec.now();
          insert into app.outbox (topic, recipient_id, payload)
          select distinct 'absence.escalated', b.user_id, jsonb_build_object('role', b.role)
          from app.membership b join app.app_user u on u.id = b.user_id and u.status = 'LIVE'
          where b.valid_from <= sec.today() and (b.valid_to is null or sec.today() <= b.valid_to)
            and (b.role = 'CAFC' or (b.role = 'AMGR' and b.agency_id = one.agency_id));
        end if;
      end loop;
      return n;
    end $$;

  -- Of the invitations that count, those somebody took part by, in the quarter of a day (M10, contributed).
  create function sec.share_in_quarter(p_agency uuid, p_role text, p_day date, out contributed integer, out invited integer)
    language sql stable security definer set search_path = ''
    as $$
      select count(*) filter (where i.attendance in ('ATT', 'PART', 'DEP', 'REP'))::int, count(*)::int
      from app.meeting m join app.invitation i on i.meeting_id = m.id
      where m.status = 'HELD' and i.agency_id = p_agency and coalesce(i.professional_role, 'OTHER') = p_role and not i.is_family
        and i.attendance in ('ATT', 'PART', 'DEP', 'REP', 'APO', 'DNA')
        and m.held_at >= date_trunc('quarter', p_day::timestamp) at time zone 'Europe/London'
        and m.held_at < (date_trunc('quarter', p_day::timestamp) + interval '3 months') at time zone 'Europe/London'
    $$;

  create function sec.absence_alerts(p_after_on date, p_after_id uuid, p_limit integer)
    returns table (id uuid, version integer, agency text, professional_role text, absences integer, raised_on date, month text,
      commitment text, promised_by text, due_on date, then_contributed integer, then_invited integer, next_contributed integer,
      next_invited integer)
    language sql stable security definer set search_path = ''
    as $$
      select a.id, a.version, g.name, a.professional_role, a.absences, a.raised_on, to_char(a.last_on, 'YYYY-MM'), a.commitment,
        a.promised_by, a.due_on, q.contributed, q.invited, n.contributed, n.invited
      from app.absence_alert a join app.agency g on g.id = a.agency_id
        cross join lateral sec.share_in_quarter(a.agency_id, a.professional_role, a.raised_on) q
        cross join lateral sec.share_in_quarter(a.agency_id, a.professional_role, (a.raised_on + interval '3 months')::date) n
      where (sec.role() = 'CAFC' or (sec.role() = 'AMGR' and a.agency_id = sec.agency()))
        and (p_after_id is null or (a.raised_on, a.id) < (p_after_on, p_after_id))
      order by a.raised_on desc, a.id desc limit least(p_limit, 101)
    $$;
  grant execute on function sec.note_absences(uuid, integer, integer), sec.absence_alerts(date, uuid, integer) to app_user;`;
