/** Written in one step: the record, what the recipient may see of it, who is told and the review. */
export const DISCLOSURE_STEPS = `
  -- Anybody who has to do with the case may say that something must be shared, agreement or none; nobody shut out of it.
  create function sec.may_share_out(p_episode uuid) returns boolean
    language sql stable security definer set search_path = ''
    as $$ select sec.role() in ('PRACT', 'AMGR', 'CAFC', 'MASH') and sec.related(p_episode) and not sec.never_opens(p_episode) $$;

  create function sec.tell_of_disclosure(p_reference text, p_agency uuid) returns void
    language sql volatile security definer set search_path = ''
    as $$
      insert into app.outbox (topic, recipient_id, payload)
      select 'disclosure.recorded', t.user_id, jsonb_build_object('reference', p_reference) from (
        select sec.line_managers(sec.uid(), p_agency) as user_id
        union
        select m.user_id from app.membership m join app.app_user u on u.id = m.user_id
        where m.role in ('CAFC', 'IGO') and u.status = 'LIVE' and m.valid_from <= sec.today()
          and (m.valid_to is null or sec.today() <= m.valid_to)) t
      where t.user_id <> sec.uid()
    $$;

  create function sec.record_disclosure(p_id uuid, p_episode uuid, p_subject uuid, p jsonb, p_start_by date, p_due_on date)
      returns text
    language plpgsql volatile security definer set search_path = ''
    as $$
    declare v_reference text := 'SH-' || upper(substr(md5(gen_random_uuid()::text), 1, 8)); v_grant uuid; d app.disclosure;
    begin
      if not sec.may_share_out(p_episode) or not exists (select 1 from app.episode_subject s
          where s.episode_id = p_episode and s.person_id = p_subject) then
        raise exception 'may not share from here' using errcode = '42501';
      end if;
      insert into app.disclosure (id, reference, decision, emergency, episode_id, subject_id, author_id, source_agency_id,
        recipient_agency_id, recipient, categories, exact_text, ground, why_needed, agreement, agreement_reason, family_told,
        not_told_reason, advice_from, advice, lawful_basis, method, complete_by, created_by)
      select p_id, v_reference, x.decision, coalesce(x.emergency, false), p_episode, p_subject, sec.uid(), sec.agency(),
        x.recipient_agency_id, coalesce(nullif(btrim(x.recipient), ''), a.name), coalesce(x.categories, '{}'), x.exact_text, x.ground,
        x.why_needed, x.agreement, x.agreement_reason, x.family_told, x.not_told_reason, coalesce(x.advice_from, '{}'), x.advice,
        x.lawful_basis, x.method, sec.now() + interval '24 hours', sec.uid()
      from jsonb_populate_record(null::app.disclosure, p) x left join app.agency a on a.id = x.recipient_agency_id
      returning * into d;
      if d.decision = 'SHARED' then
        if d.recipient_agency_id is not null then
          insert into app.access_grant (kind, episode_id, subject_id, agency_id, categories, purpose, ground, reason, from_at, until_at, created_by)
          values ('DISCLOSURE', p_episode, p_subject, d.recipient_agency_id, d.categories, 'SAFEGUARD', d.ground, v_reference, sec.now(),
            sec.now() + interval '90 days', sec.uid()) returning id into v_grant;
          update app.disclosure set grant_id = v_grant where id = p_id;
        end if;
        insert into app.access_review (kind, reference, disclosure_id, episode_id, about_user_id, about_agency_id, due_on, start_by, created_by)
        values ('SHARING', v_reference, p_id, p_episode, sec.uid(), sec.agency(), p_due_on, p_start_by, sec.uid());
        perform sec.tell_of_disclosure(v_reference, sec.agency());
      end if;
      return v_reference;
    end $$;

  -- What was left out in the emergency; what was shared, with whom and when stays as it was.
  create function sec.complete_disclosure(p_id uuid, p_version integer, p jsonb, p_done boolean) returns boolean
    language plpgsql volatile security definer set search_path = ''
    as $$
    begin
      update app.disclosure d set why_needed = x.why_needed, agreement = x.agreement, agreement_reason = x.agreement_reason,
        family_told = x.family_told, not_told_reason = x.not_told_reason, advice_from = coalesce(x.advice_from, '{}'),
        advice = x.advice, lawful_basis = x.lawful_basis, method = x.method,
        completed_at = case when p_done then coalesce(d.completed_at, sec.now()) end,
        version = d.version + 1, updated_at = sec.now()
      from jsonb_populate_record(null::app.disclosure, p) x
      where d.id = p_id and d.version = p_version and d.author_id = sec.uid();
      return found;
    end $$;

  create function sec.see_disclosure(p_id uuid) returns boolean
    language plpgsql volatile security definer set search_path = ''
    as $$
    begin
      update app.disclosure d set manager_seen_at = coalesce(d.manager_seen_at, sec.now()),
        manager_seen_by = coalesce(d.manager_seen_by, sec.uid())
      where d.id = p_id and sec.role() = 'AMGR' and d.source_agency_id = sec.agency() and d.author_id <> sec.uid();
      return found;
    end $$;

  -- What the review came to, for its writer, their manager and those who watch over it.
  create function sec.disclosure_outcome(p_id uuid) returns text
    language sql stable security definer set search_path = ''
    as $$
      select r.outcome from app.access_review r join app.disclosure d on d.id = r.disclosure_id
      where d.id = p_id and r.kind = 'SHARING' and (d.author_id = sec.uid() or sec.role() in ('CAFC', 'IGO')
        or (sec.role() = 'AMGR' and d.source_agency_id = sec.agency()))
    $$;

  grant execute on function sec.disclosure_outcome(uuid), sec.record_disclosure(uuid, uuid, uuid, jsonb, date, date),
    sec.complete_disclosure(uuid, integer, jsonb, boolean), sec.see_disclosure(uuid) to app_user;`;

export const DISCLOSURE_STEPS_DOWN = `
  drop function sec.disclosure_outcome(uuid), sec.see_disclosure(uuid), sec.complete_disclosure(uuid, integer, jsonb, boolean),
    sec.record_disclosure(uuid, uuid, uuid, jsonb, date, date), sec.tell_of_disclosure(text, uuid), sec.may_share_out(uuid);`;
