/**
 * Who stands where on a panel day. A case comes to the members' eyes with the papers and leaves them with the agenda: the place
 * (`PANEL_AGENDA`) is what the policy asks for, and what the family agreed to is asked for beside it, each time.
 */
export const PANEL_FUNCTIONS = `
  -- The days this member of a panel belongs to, as the member acts now.
  create function sec.panel_days() returns uuid[]
    language sql stable security definer set search_path = ''
    as $$
      select coalesce(array_agg(d.id), '{}') from app.panel_member m join app.panel_day d on d.id = m.day_id
      where sec.role() = 'PANEL' and m.user_id = sec.uid() and d.agency_id = sec.agency()
    $$;

  -- Members a day may have: those with a live place on that panel.
  create function sec.panel_people(p_agency uuid) returns table (user_id uuid, full_name text, job_title text)
    language sql stable security definer set search_path = ''
    as $$
      select distinct on (u.full_name, u.id) u.id, u.full_name, m.job_title
      from app.membership m join app.app_user u on u.id = m.user_id
      where sec.role() = 'CAFC' and m.role = 'PANEL' and m.agency_id = p_agency
        and m.valid_from <= sec.today() and (m.valid_to is null or sec.today() <= m.valid_to)
      order by u.full_name, u.id limit 200
    $$;

  -- Panels there are: services with members.
  create function sec.panels() returns table (id uuid, name text)
    language sql stable security definer set search_path = ''
    as $$
      select a.id, a.name from app.agency a
      where sec.role() in ('CAFC', 'PRACT', 'AMGR', 'PANEL') and exists (select 1 from app.membership m where m.agency_id = a.id and m.role = 'PANEL'
        and m.valid_from <= sec.today() and (m.valid_to is null or sec.today() <= m.valid_to))
      order by a.name, a.id limit 50
    $$;

  -- The papers go out: from now on each member has the case before them. Answers how many cases are new to somebody.
  create function sec.send_panel_papers(p_day uuid) returns integer
    language plpgsql volatile security definer set search_path = ''
    as $$
    declare sent integer;
    begin
      if sec.role() <> 'CAFC' then raise exception 'not allowed to send papers' using errcode = '42501'; end if;
      with placed as (
        insert into app.edge (episode_id, user_id, agency_id, kind, created_by)
        select i.episode_id, m.user_id, d.agency_id, 'PANEL_AGENDA', sec.uid()
        from app.panel_item i join app.panel_day d on d.id = i.day_id join app.panel_member m on m.day_id = d.id
        where i.day_id = p_day and i.status = 'ON_AGENDA' and i.episode_id <> all (sec.barred_episodes())
          and not exists (select 1 from app.edge e where e.episode_id = i.episode_id and e.user_id = m.user_id
            and e.kind = 'PANEL_AGENDA' and e.agency_id = d.agency_id and e.from_at <= sec.now() and sec.now() < e.until_at)
        returning episode_id)
      select count(distinct episode_id)::int into sent from placed;
      update app.panel_item i set sent_at = sec.now(), updated_at = sec.now(), version = i.version + 1
      where i.day_id = p_day and i.status = 'ON_AGENDA' and i.sent_at is null and i.episode_id <> all (sec.barred_episodes());
      return sent;
    end $$;

  -- Places on an agenda end: at once when the case comes off it, after the time allowed when it was decided.
  create function sec.end_panel_places(p_episode uuid, p_day uuid, p_until timestamptz) returns void
    language sql volatile security definer set search_path = ''
    as $$
      update app.edge e set until_at = greatest(p_until, e.from_at + interval '1 microsecond'), version = e.version + 1,
        updated_at = sec.now()
      from app.panel_day d
      where d.id = p_day and e.episode_id = p_episode and e.kind = 'PANEL_AGENDA' and e.agency_id = d.agency_id
        and p_until < e.until_at
    $$;

  -- Who is no member of the day any more has nothing of its agenda before them, at once.
  create function sec.drop_panel_members(p_day uuid, p_stay uuid[]) returns void
    language plpgsql volatile security definer set search_path = ''
    as $$
    begin
      if sec.role() <> 'CAFC' then raise exception 'not allowed to keep a panel' using errcode = '42501'; end if;
      update app.edge e set until_at = greatest(sec.now(), e.from_at + interval '1 microsecond'), version = e.version + 1,
        updated_at = sec.now()
      from app.panel_item i join app.panel_day d on d.id = i.day_id
        join app.panel_member m on m.day_id = d.id and m.user_id <> all (p_stay)
      where i.day_id = p_day and e.episode_id = i.episode_id and e.user_id = m.user_id and e.kind = 'PANEL_AGENDA'
        and e.agency_id = d.agency_id and sec.now() < e.until_at;
      delete from app.panel_member m where m.day_id = p_day and m.user_id <> all (p_stay);
    end $$;

  -- Behind everything on the agenda, also what this actor may not know of.
  create function sec.next_panel_place(p_day uuid) returns integer
    language sql stable security definer set search_path = ''
    as $$ select coalesce(max(i.position) + 1, 1) from app.panel_item i where i.day_id = p_day $$;

  -- Off the agenda, by whoever leads the case or keeps the day.
  create function sec.take_off_agenda(p_item uuid, p_version integer, p_reason text) returns boolean
    language plpgsql volatile security definer set search_path = ''
    as $$
    declare i app.panel_item;
    begin
      select * into i from app.panel_item x where x.id = p_item for update;
      if i.id is null or i.episode_id = any (sec.barred_episodes()) or not (sec.role() = 'CAFC' or (sec.role() in ('PRACT', 'AMGR')
          and exists (select 1 from app.edge e where e.episode_id = i.episode_id and e.user_id = sec.uid() and e.kind in ('LP', 'AUTHOR')
            and e.from_at <= sec.now() and sec.now() < e.until_at))) then
        raise exception 'not allowed to take this off the agenda' using errcode = '42501';
      end if;
      update app.panel_item x set status = 'WITHDRAWN', withdrawn_reason = p_reason, updated_at = sec.now(), version = x.version + 1
      where x.id = p_item and x.version = p_version and x.status = 'ON_AGENDA';
      if not found then return false; end if;
      perform sec.end_panel_places(i.episode_id, i.day_id, sec.now());
      return true;
    end $$;

  -- Decided, by the chair of the day; the members keep the pack until the day given.
  create function sec.decide_panel_item(p_item uuid, p_version integer, p_until timestamptz) returns boolean
    language plpgsql volatile security definer set search_path = ''
    as $$
    declare i app.panel_item;
    begin
      select x.* into i from app.panel_item x join app.panel_day d on d.id = x.day_id
      where x.id = p_item and d.chair_id = sec.uid() and sec.role() = 'PANEL' and d.agency_id = sec.agency() for update of x;
      if i.id is null or i.episode_id = any (sec.barred_episodes()) or p_until < sec.now() then
        raise exception 'not allowed to decide this' using errcode = '42501';
      end if;
      update app.panel_item x set status = 'DECIDED', decided_at = sec.now(), updated_at = sec.now(), version = x.version + 1
      where x.id = p_item and x.version = p_version and x.status = 'ON_AGENDA';
      if not found then return false; end if;
      perform sec.end_panel_places(i.episode_id, i.day_id, p_until);
      return true;
    end $$;

  -- What the panel asks of somebody who works with the family: proposed on the plan, for its owner to accept.
  create function sec.add_panel_action(p_item uuid, p_text text, p_owner uuid, p_by date) returns uuid
    language plpgsql volatile security definer set search_path = ''
    as $$
    declare i app.panel_item; p app.plan; owner_agency uuid; new_id uuid;
    begin
      select x.* into i from app.panel_item x join app.panel_day d on d.id = x.day_id
      where x.id = p_item and d.chair_id = sec.uid() and sec.role() = 'PANEL' and d.agency_id = sec.agency()
        and x.status = 'ON_AGENDA' and x.episode_id <> all (sec.barred_episodes());
      if i.id is null then raise exception 'not allowed to decide this' using errcode = '42501'; end if;
      select e.agency_id into owner_agency from app.edge e where e.episode_id = i.episode_id and e.user_id = p_owner
        and e.kind in ('LP', 'AUTHOR', 'TACM') and e.sensitive_class = 'NONE' and e.from_at <= sec.now() and sec.now() < e.until_at
      order by e.kind = 'LP' desc limit 1;
      select x.* into p from app.plan x where x.episode_id = i.episode_id and x.status in ('AGREED', 'DRAFT')
      order by x.status = 'AGREED' desc, x.version_no desc limit 1;
      if owner_agency is null or p.id is null then return null; end if;
      insert into app.action (episode_id, subject_id, category, source_agency_id, author_id, created_by, plan_id, position, text,
        owner_user_id, owner_agency_id, by_when, status)
      values (i.episode_id, p.subject_id, 'PLAN', sec.agency(), sec.uid(), sec.uid(), p.id,
        coalesce((select max(a.position) + 1 from app.action a where a.plan_id = p.id), 0), p_text, p_owner, owner_agency, p_by, 'PROPOSED')
      returning id into new_id;
      return new_id;
    end $$;

  -- Whom to tell of what the panel decided: whoever leads.
  create function sec.leads_of_panel_item(p_item uuid) returns uuid[]
    language sql stable security definer set search_path = ''
    as $$
      select coalesce(array_agg(distinct e.user_id), '{}') from app.panel_item i join app.edge e on e.episode_id = i.episode_id
      where i.id = p_item and i.day_id = any (sec.panel_days()) and e.kind = 'LP' and e.from_at <= sec.now() and sec.now() < e.until_at
    $$;

  -- A case that goes another way is on no agenda any more.
  create function sec.leave_agenda() returns trigger
    language plpgsql security definer set search_path = ''
    as $$
    begin
      perform sec.end_panel_places(i.episode_id, i.day_id, sec.now()) from app.panel_item i
      where i.episode_id = new.id and i.status = 'ON_AGENDA';
      update app.panel_item i set status = 'WITHDRAWN', withdrawn_reason = 'CASE_MOVED_ON', updated_at = sec.now(), version = i.version + 1
      where i.episode_id = new.id and i.status = 'ON_AGENDA';
      return null;
    end $$;
  create trigger leave_agenda after update of state on app.episode for each row
    when (old.state = 'PANEL_REVIEW' and new.state <> 'PANEL_REVIEW') execute function sec.leave_agenda();
`;

const SIGNATURES = [
  'sec.panel_days()',
  'sec.panel_people(uuid)',
  'sec.panels()',
  'sec.send_panel_papers(uuid)',
  'sec.drop_panel_members(uuid, uuid[])',
  'sec.next_panel_place(uuid)',
  'sec.take_off_agenda(uuid, integer, text)',
  'sec.decide_panel_item(uuid, integer, timestamptz)',
  'sec.add_panel_action(uuid, text, uuid, date)',
  'sec.leads_of_panel_item(uuid)',
];

export const PANEL_GRANTS = `
  revoke all on function ${[...SIGNATURES, 'sec.end_panel_places(uuid, uuid, timestamptz)', 'sec.leave_agenda()'].join(', ')} from public;
  grant execute on function ${SIGNATURES.join(', ')} to app_user;`;

export const DROP_PANEL_FUNCTIONS = `
  drop trigger leave_agenda on app.episode;
  drop function sec.leave_agenda(), sec.end_panel_places(uuid, uuid, timestamptz), ${SIGNATURES.filter((each) => each !== 'sec.panel_days()').join(', ')};`;
