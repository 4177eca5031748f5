/** The review of rule 6.7a: by an information-governance officer who is neither the user nor in their line. */
export const EMERGENCY_OVERSIGHT = `
  -- One manages the other's agency, or they are the same person.
  create function sec.same_line(p_one uuid, p_other uuid) returns boolean
    language sql stable security definer set search_path = ''
    as $$
      select p_one = p_other or exists (
        select 1 from app.membership boss join app.membership own on own.agency_id = boss.agency_id
        where boss.role = 'AMGR' and (boss.user_id, own.user_id) in ((p_one, p_other), (p_other, p_one))
          and boss.valid_from <= sec.today() and (boss.valid_to is null or sec.today() <= boss.valid_to)
          and own.valid_from <= sec.today() and (own.valid_to is null or sec.today() <= own.valid_to))
    $$;

  -- Nor by whoever agreed to the view in a manager's place.
  create function sec.may_review_access(p_about uuid, p_break_glass uuid) returns boolean
    language sql stable security definer set search_path = ''
    as $$
      select sec.role() = 'IGO' and not sec.same_line(sec.uid(), p_about) and not exists (
        select 1 from app.break_glass b where b.id = p_break_glass and b.answered_by = sec.uid())
    $$;

  create function sec.start_access_review(p_id uuid, p_version integer) returns boolean
    language plpgsql volatile security definer set search_path = ''
    as $$
    begin
      update app.access_review r set started_at = sec.now(), reviewer_id = sec.uid(), version = r.version + 1, updated_at = sec.now()
      where r.id = p_id and r.version = p_version and r.started_at is null and sec.may_review_access(r.about_user_id, r.break_glass_id);
      return found;
    end $$;

  -- What was not justified is a breach, which is a task of its own at once.
  create function sec.decide_access_review(p_id uuid, p_version integer, p_outcome text, p_words text, p_breach_due date)
      returns boolean
    language plpgsql volatile security definer set search_path = ''
    as $$
    declare r app.access_review;
    begin
      update app.access_review a set outcome = p_outcome, words = btrim(p_words), decided_at = sec.now(), reviewer_id = sec.uid(),
        started_at = coalesce(a.started_at, sec.now()), version = a.version + 1, updated_at = sec.now()
      where a.id = p_id and a.version = p_version and a.decided_at is null and sec.may_review_access(a.about_user_id, a.break_glass_id)
        and (a.kind = 'BREACH') = (p_outcome in ('BREACH_RECORDED', 'BREACH_REPORTED'))
      returning * into r;
      if not found then return false; end if;
      if p_outcome = 'NOT_JUSTIFIED' and not exists (select 1 from app.access_review o
          where o.kind = 'BREACH' and o.break_glass_id is not distinct from r.break_glass_id and o.reference = r.reference) then
        insert into app.access_review (kind, reference, break_glass_id, episode_id, about_user_id, about_agency_id, uses, due_on, start_by, created_by)
        values ('BREACH', r.reference, r.break_glass_id, r.episode_id, r.about_user_id, r.about_agency_id, r.uses, p_breach_due, sec.today(), sec.uid());
        perform sec.tell_one('access-review.breach', m, r.reference) from sec.line_managers(r.about_user_id, r.about_agency_id) m;
      end if;
      perform sec.tell_one('access-review.decided', r.about_user_id, r.reference);
      return true;
    end $$;

  -- What was opened under an emergency view: kinds and moments from the log, never a word of the record.
  create function audit.looks_under(p_break_glass uuid) returns table (at timestamptz, action text, categories text[], result_count integer)
    language plpgsql stable security definer set search_path = ''
    as $$
    begin
      if sec.role() not in ('IGO', 'CAFC') then return; end if;
      return query
        select e.at, e.action, e.categories, e.result_count
        from app.break_glass b join audit.entry e on e.actor_id = b.user_id and e.episode_id = b.episode_id
          and e.at between b.opened_at and coalesce(b.ended_at, b.ends_at)
        where b.id = p_break_glass and b.user_id <> sec.uid() and e.outcome in ('ALLOW', 'LIMITED') and e.action not like 'break-glass.%'
        order by e.id limit 100;
    end $$;

  -- The case's own number, for overseers who have the review before them and not the case.
  create function sec.case_reference(p_review uuid) returns text
    language sql stable security definer set search_path = ''
    as $$
      select x.ref from app.access_review r join app.episode x on x.id = r.episode_id
      where r.id = p_review and sec.role() in ('IGO', 'CAFC') and r.about_user_id <> sec.uid()
    $$;

  -- What the review came to, for those who were told of the view.
  create function sec.break_glass_outcome(p_break_glass uuid) returns text
    language sql stable security definer set search_path = ''
    as $$
      select r.outcome from app.access_review r where r.break_glass_id = p_break_glass and r.kind = 'BREAK_GLASS'
        and (r.about_user_id = sec.uid() or (sec.role() = 'AMGR' and r.about_agency_id = sec.agency()) or exists (
          select 1 from app.break_glass_notice n where n.break_glass_id = p_break_glass and n.recipient_id = sec.uid()))
    $$;

  grant execute on function sec.case_reference(uuid), sec.break_glass_outcome(uuid), sec.may_review_access(uuid, uuid), sec.start_access_review(uuid, integer),
    sec.decide_access_review(uuid, integer, text, text, date), audit.looks_under(uuid) to app_user;`;

export const EMERGENCY_OVERSIGHT_DOWN = `
  drop function sec.break_glass_outcome(uuid), sec.case_reference(uuid), audit.looks_under(uuid), sec.decide_access_review(uuid, integer, text, text, date),
    sec.start_access_review(uuid, integer), sec.may_review_access(uuid, uuid), sec.same_line(uuid, uuid);`;
