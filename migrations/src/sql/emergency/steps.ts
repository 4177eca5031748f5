/** Minutes an emergency view lasts, views a day, and how long one on a shielded child lives without a sign of its page. */
const MINUTES = 60;
const A_DAY = 3;
const WITHOUT_A_SIGN = `interval '2 minutes'`;

const TODAY = (at: string): string => `(${at} at time zone 'Europe/London')::date = sec.today()`;

/** From the request to the end. Each checks for itself what no emergency may override. */
export const EMERGENCY_STEPS = `
  -- Blocked, or sealed off: no emergency opens this to them (rules R21, R03).
  create function sec.never_opens(p_episode uuid) returns boolean
    language sql stable security definer set search_path = ''
    as $$
      select exists (select 1 from app.conflict_block b join app.episode_subject s on s.person_id = b.person_id
          where s.episode_id = p_episode and b.user_id = sec.uid() and b.from_at <= sec.now() and sec.now() < b.until_at)
        or exists (select 1 from app.shield h join app.episode_subject s on s.person_id = h.person_id
          where s.episode_id = p_episode and h.kind = 'SEAL' and h.from_at <= sec.now() and sec.now() < h.until_at
            and not exists (select 1 from app.shield_member m where m.shield_id = h.id and m.user_id = sec.uid()
              and m.from_at <= sec.now() and sec.now() < m.until_at))
    $$;

  -- Stands where rule 6.7a lets somebody ask: on the case, its manager, the CAF team, the front door, or a
  -- safeguarding lead whose search has met the record.
  create function sec.may_break_glass(p_episode uuid) returns boolean
    language sql stable security definer set search_path = ''
    as $$
      select not sec.never_opens(p_episode) and exists (select 1 from app.episode x where x.id = p_episode) and (
        sec.role() in ('CAFC', 'MASH')
        or (sec.role() in ('PRACT', 'AMGR') and (
          exists (select 1 from app.edge e where e.episode_id = p_episode and e.kind in ('AUTHOR', 'LP', 'TACM')
            and e.agency_id = sec.agency() and e.from_at <= sec.now() and sec.now() < e.until_at
            and (e.user_id = sec.uid() or sec.role() = 'AMGR'))
          or (sec.safeguarding_lead() and sec.matched_lately(p_episode)))))
    $$;

  -- Managers of somebody's agency; where there is none but themselves, information governance stands in.
  create function sec.line_managers(p_user uuid, p_agency uuid) returns setof uuid
    language sql stable security definer set search_path = ''
    as $$
      with live as (
        select m.user_id, m.role, m.agency_id from app.membership m join app.app_user u on u.id = m.user_id
        where u.status = 'LIVE' and m.user_id <> p_user and m.valid_from <= sec.today()
          and (m.valid_to is null or sec.today() <= m.valid_to)),
      own as (select l.user_id from live l where l.role = 'AMGR' and l.agency_id = p_agency)
      select o.user_id from own o
      union
      select l.user_id from live l where l.role = 'IGO' and not exists (select 1 from own)
    $$;

  -- Tells people, each once: a notice here and a message that holds a reference number and nothing else.
  create function sec.tell_of_break_glass(p_id uuid, p_topic text, p_parts text[]) returns void
    language sql volatile security definer set search_path = ''
    as $$
      with b as (select * from app.break_glass where id = p_id),
      live as (
        select m.user_id, m.role from app.membership m join app.app_user u on u.id = m.user_id
        where u.status = 'LIVE' and m.valid_from <= sec.today() and (m.valid_to is null or sec.today() <= m.valid_to)),
      leads as (
        select e.user_id, e.agency_id from b join app.edge e on e.episode_id = b.episode_id and e.kind = 'LP'
          and e.from_at <= sec.now() and sec.now() < e.until_at),
      told as (
        select l.user_id, 'OWNER' as part, 1 as n from leads l
        union all select sec.line_managers(l.user_id, l.agency_id), 'OWNER', 1 from b, leads l where l.user_id = b.user_id
        union all select sec.line_managers(b.user_id, b.agency_id), 'SUPERVISOR', 2 from b
        union all select l.user_id, 'OVERSIGHT', 3 from live l where l.role in ('CAFC', 'IGO')),
      whom as (
        select distinct on (t.user_id) t.user_id, t.part from told t, b
        where t.part = any (p_parts) and t.user_id <> b.user_id order by t.user_id, t.n),
      noted as (
        insert into app.break_glass_notice (break_glass_id, recipient_id, part, created_by)
        select b.id, w.user_id, w.part, b.user_id from whom w, b
        on conflict (break_glass_id, recipient_id) do update set seen_at = null, updated_at = sec.now(),
          version = break_glass_notice.version + 1)
      insert into app.outbox (topic, recipient_id, payload)
      select p_topic, w.user_id, jsonb_build_object('reference', b.reference) from whom w, b
    $$;

  create function sec.tell_one(p_topic text, p_user uuid, p_reference text) returns void
    language sql volatile security definer set search_path = ''
    as $$ insert into app.outbox (topic, recipient_id, payload)
          values (p_topic, p_user, jsonb_build_object('reference', p_reference)) $$;

  -- Opens the door: the grant, the review that must follow, and everybody told, in this one transaction.
  create function sec.open_glass(p_id uuid, p_start_by date, p_due_on date) returns void
    language plpgsql volatile security definer set search_path = ''
    as $$
    declare b app.break_glass; v_grant uuid; v_uses integer;
    begin
      select * into strict b from app.break_glass where id = p_id for update;
      insert into app.access_grant (kind, episode_id, subject_id, user_id, categories, purpose, ground, reason, from_at, until_at, created_by)
      values ('BREAK_GLASS', b.episode_id, b.subject_id, b.user_id, b.categories, b.purpose, b.ground, b.reason, sec.now(),
        sec.now() + case when b.on_shield then ${WITHOUT_A_SIGN} else interval '${MINUTES} minutes' end, b.user_id)
      returning id into v_grant;
      update app.break_glass set status = 'OPENED', grant_id = v_grant, opened_at = sec.now(),
        ends_at = sec.now() + interval '${MINUTES} minutes', version = version + 1, updated_at = sec.now() where id = p_id;
      select count(*) into v_uses from app.break_glass g
        where g.user_id = b.user_id and g.status = 'OPENED' and g.opened_at > sec.now() - interval '30 days';
      insert into app.access_review (kind, reference, break_glass_id, episode_id, about_user_id, about_agency_id, uses, due_on, start_by, created_by)
      select k.kind, b.reference, b.id, b.episode_id, b.user_id, b.agency_id, v_uses, k.due_on, k.start_by, b.user_id
      from (values ('BREAK_GLASS', p_due_on, p_start_by), ('INVESTIGATION', sec.today(), sec.today())) as k(kind, due_on, start_by)
      where k.kind = 'BREAK_GLASS' or b.on_shield;
      perform sec.tell_of_break_glass(p_id, case when b.on_shield then 'break-glass.investigate' else 'break-glass.opened' end,
        array['OWNER', 'SUPERVISOR', 'OVERSIGHT']);
    end $$;

  create function sec.used_today(p_user uuid) returns integer
    language sql stable security definer set search_path = ''
    as $$ select count(*)::int from app.break_glass g
          where g.user_id = p_user and g.status = 'OPENED' and ${TODAY('g.opened_at')} $$;

  -- Opens at once, or, after ${A_DAY} in a day, waits for a manager's yes.
  create function sec.break_glass(p_id uuid, p_episode uuid, p_subject uuid, p_categories text[], p_ground text, p_reason text,
      p_start_by date, p_due_on date) returns text
    language plpgsql volatile security definer set search_path = ''
    as $$
    declare v_shield boolean; v_reference text := 'EA-' || upper(substr(md5(gen_random_uuid()::text), 1, 8));
    begin
      if not sec.may_break_glass(p_episode) or not exists (select 1 from app.episode_subject s
          where s.episode_id = p_episode and s.person_id = p_subject and s.role = 'CHILD_SUBJECT') then
        raise exception 'may not break glass here' using errcode = '42501';
      end if;
      if not sec.freshly_signed_in() then raise exception 'not freshly signed in' using errcode = '42501'; end if;
      perform pg_advisory_xact_lock(hashtextextended('break-glass ' || sec.uid(), 0));
      v_shield := exists (select 1 from app.shield h where h.kind = 'SHIELD' and h.from_at <= sec.now() and sec.now() < h.until_at
        and (h.person_id = p_subject or p_subject = any (h.protected_person_ids))
        and not exists (select 1 from app.shield_member m where m.shield_id = h.id and m.user_id = sec.uid()
          and m.from_at <= sec.now() and sec.now() < m.until_at));
      insert into app.break_glass (id, reference, episode_id, subject_id, user_id, agency_id, role, categories, purpose, ground,
        reason, on_shield, created_by)
      values (p_id, v_reference, p_episode, p_subject, sec.uid(), sec.agency(), sec.role(), p_categories, sec.purpose(), p_ground,
        btrim(p_reason), v_shield, sec.uid());
      if sec.used_today(sec.uid()) >= ${A_DAY} then
        perform sec.tell_of_break_glass(p_id, 'break-glass.asked', array['SUPERVISOR']);
        return 'ASKED';
      end if;
      perform sec.open_glass(p_id, p_start_by, p_due_on);
      return 'OPENED';
    end $$;

  -- A manager's answer to one more in a day. Nobody answers for themselves.
  create function sec.answer_break_glass(p_id uuid, p_version integer, p_yes boolean) returns boolean
    language plpgsql volatile security definer set search_path = ''
    as $$
    declare b app.break_glass;
    begin
      select * into b from app.break_glass g where g.id = p_id and g.version = p_version and g.status = 'ASKED' for update;
      if not found then return false; end if;
      if sec.role() not in ('AMGR', 'IGO') or sec.uid() not in (select sec.line_managers(b.user_id, b.agency_id)) then
        raise exception 'not their manager' using errcode = '42501';
      end if;
      update app.break_glass set status = case when p_yes then 'APPROVED' else 'DECLINED' end, answered_by = sec.uid(),
        answered_at = sec.now(), version = version + 1, updated_at = sec.now() where id = p_id;
      perform sec.tell_one(case when p_yes then 'break-glass.approved' else 'break-glass.declined' end, b.user_id, b.reference);
      return true;
    end $$;

  -- The yes holds for the day it was given.
  create function sec.open_approved_glass(p_id uuid, p_version integer, p_start_by date, p_due_on date) returns boolean
    language plpgsql volatile security definer set search_path = ''
    as $$
    declare b app.break_glass;
    begin
      select * into b from app.break_glass g where g.id = p_id and g.version = p_version and g.user_id = sec.uid()
        and g.status = 'APPROVED' and ${TODAY('g.answered_at')} for update;
      if not found then return false; end if;
      if not sec.may_break_glass(b.episode_id) or not sec.freshly_signed_in() then
        raise exception 'may not break glass here' using errcode = '42501';
      end if;
      perform sec.open_glass(p_id, p_start_by, p_due_on);
      return true;
    end $$;

  create function sec.end_break_glass(p_id uuid) returns boolean
    language plpgsql volatile security definer set search_path = ''
    as $$
    begin
      update app.access_grant g set until_at = sec.now(), version = g.version + 1, updated_at = sec.now()
        from app.break_glass b where b.id = p_id and b.user_id = sec.uid() and g.id = b.grant_id and sec.now() < g.until_at;
      if not found then return false; end if;
      update app.break_glass set ended_at = sec.now(), version = version + 1, updated_at = sec.now() where id = p_id;
      return true;
    end $$;

  -- On a shielded child the view lives as long as its page says so, and never beyond its hour.
  create function sec.stay_in_break_glass(p_id uuid) returns timestamptz
    language sql volatile security definer set search_path = ''
    as $$
      update app.access_grant g set until_at = greatest(g.until_at, least(b.ends_at, sec.now() + ${WITHOUT_A_SIGN}))
      from app.break_glass b
      where b.id = p_id and b.user_id = sec.uid() and b.on_shield and g.id = b.grant_id and sec.now() < g.until_at
      returning b.ends_at
    $$;

  create function sec.see_break_glass_notice(p_id uuid) returns boolean
    language sql volatile security definer set search_path = ''
    as $$
      with seen as (
        update app.break_glass_notice n set seen_at = coalesce(n.seen_at, sec.now()), version = n.version + 1, updated_at = sec.now()
        where n.break_glass_id = p_id and n.recipient_id = sec.uid() returning 1)
      select exists (select 1 from seen)
    $$;

  grant execute on function sec.break_glass(uuid, uuid, uuid, text[], text, text, date, date),
    sec.answer_break_glass(uuid, integer, boolean), sec.open_approved_glass(uuid, integer, date, date),
    sec.end_break_glass(uuid), sec.stay_in_break_glass(uuid), sec.see_break_glass_notice(uuid), sec.used_today(uuid),
    sec.line_managers(uuid, uuid) to app_user;`;

export const EMERGENCY_STEPS_DOWN = `
  drop function sec.see_break_glass_notice(uuid), sec.stay_in_break_glass(uuid), sec.end_break_glass(uuid),
    sec.open_approved_glass(uuid, integer, date, date), sec.answer_break_glass(uuid, integer, boolean),
    sec.break_glass(uuid, uuid, uuid, text[], text, text, date, date), sec.used_today(uuid), sec.open_glass(uuid, date, date),
    sec.tell_one(text, uuid, text), sec.tell_of_break_glass(uuid, text, text[]), sec.line_managers(uuid, uuid),
    sec.may_break_glass(uuid), sec.never_opens(uuid);`;
