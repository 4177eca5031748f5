/**
 * What came before a case, or beside it: requests for support, questions to services, what was said in charge, police notices.
 * They go with the record they belong to: into the one that goes on when two are joined, into the pack, and away at its end.
 */

/** All that is one record: what was merged into it, and what it was merged into. */
export const SAME_RECORD = `
  create function sec.same_record(p_episode uuid) returns uuid[]
    language sql stable security definer set search_path = ''
    as $$
      with recursive up(id, into_id) as (
        select x.id, x.merged_into_id from app.episode x where x.id = p_episode
        union select o.id, o.merged_into_id from up u join app.episode o on o.id = u.into_id),
      down(id) as (
        select u.id from up u where u.into_id is null
        union select d.id from down w join app.episode d on d.merged_into_id = w.id)
      select coalesce(array_agg(d.id), '{}') from down d
    $$;

  create function sec.same_person(p_person uuid) returns uuid[]
    language sql stable security definer set search_path = ''
    as $$
      with recursive up(id, into_id) as (
        select p.id, p.merged_into_id from app.person p where p.id = p_person
        union select o.id, o.merged_into_id from up u join app.person o on o.id = u.into_id),
      down(id) as (
        select u.id from up u where u.into_id is null
        union select d.id from down w join app.person d on d.merged_into_id = w.id)
      select coalesce(array_agg(d.id), '{}') from down d
    $$;`;

/** The one child of each of two records, when they are about one child each. */
const CHILDREN = (here: string, there: string): string => `
      select s.person_id, t.person_id into here, there from app.episode_subject s, app.episode_subject t
      where s.episode_id = ${here} and t.episode_id = ${there} and s.role = 'CHILD_SUBJECT' and t.role = 'CHILD_SUBJECT'
        and (select count(*) from app.episode_subject c where c.episode_id in (${here}, ${there}) and c.role = 'CHILD_SUBJECT') = 2;`;

/**
 * A merge takes them to the record that goes on, the move keeps which went, and undoing it takes those back. The same question
 * waiting at the same service twice stays where it is.
 */
export const REHOME = `
  create function sec.rehome(p_episode uuid, p_into uuid) returns void
    language plpgsql volatile security definer set search_path = ''
    as $$
    declare here uuid; there uuid; went jsonb;
    begin${CHILDREN('p_episode', 'p_into')}
      with asked as (
        update app.enquiry q set episode_id = p_into, subject_id = case when q.subject_id = here then there else q.subject_id end
        where q.episode_id = p_episode returning q.id),
      decided as (
        update app.enquiry_triage t set episode_id = p_into, subject_id = case when t.subject_id = here then there else t.subject_id end
        where t.episode_id = p_episode returning t.id),
      services as (
        update app.service_request r set episode_id = p_into, subject_id = case when r.subject_id = here then there else r.subject_id end
        where r.episode_id = p_episode and not (r.status = 'WAITING' and exists (select 1 from app.service_request o
          where o.episode_id = p_into and o.agency_id = r.agency_id and o.status = 'WAITING'
            and o.subject_id = case when r.subject_id = here then there else r.subject_id end)) returning r.id),
      notices as (
        update app.police_notice_reader n set person_id = there where n.person_id = here and here is distinct from there returning n.id)
      select jsonb_build_object(
        'enquiries', (select coalesce(jsonb_agg(a.id), '[]') from asked a),
        'decisions', (select coalesce(jsonb_agg(d.id), '[]') from decided d),
        'services', (select coalesce(jsonb_agg(s.id), '[]') from services s),
        'notices', (select coalesce(jsonb_agg(n.id), '[]') from notices n)) into went;
      update app.episode_move m set recorded = m.recorded || jsonb_build_object('rehomed', went)
      where m.episode_id = p_episode and m.transition = 'T36' and m.created_at = sec.now();
    end $$;

  create function sec.rehome_back(p_episode uuid, p_from uuid) returns void
    language plpgsql volatile security definer set search_path = ''
    as $$
    declare here uuid; there uuid; went jsonb;
    begin${CHILDREN('p_episode', 'p_from')}
      select m.recorded -> 'rehomed' into went from app.episode_move m
      where m.episode_id = p_episode and m.transition = 'T36' order by m.created_at desc, m.id desc limit 1;
      if went is null then return; end if;
      update app.enquiry q set episode_id = p_episode, subject_id = case when q.subject_id = there then here else q.subject_id end
      where q.episode_id = p_from and went -> 'enquiries' ? q.id::text;
      update app.enquiry_triage t set episode_id = p_episode, subject_id = case when t.subject_id = there then here else t.subject_id end
      where t.episode_id = p_from and went -> 'decisions' ? t.id::text;
      update app.service_request r set episode_id = p_episode, subject_id = case when r.subject_id = there then here else r.subject_id end
      where r.episode_id = p_from and went -> 'services' ? r.id::text;
      update app.police_notice_reader n set person_id = here where n.person_id = there and went -> 'notices' ? n.id::text;
    end $$;`;

/** What goes at the end of a record, and what goes by itself because no record ever came of it. */
export const DESTROY = `
  create function sec.destroy_enquiries(p_ids uuid[]) returns jsonb
    language plpgsql volatile security definer set search_path = ''
    as $$
    declare offers bigint; n bigint;
    begin
      delete from app.enquiry_offer o where o.enquiry_id = any (p_ids);
      get diagnostics offers = row_count;
      delete from app.enquiry_triage t where t.enquiry_id = any (p_ids);
      delete from app.enquiry q where q.id = any (p_ids);
      get diagnostics n = row_count;
      return case when n = 0 then '{}' else jsonb_build_object('enquiry', n, 'enquiry_offer', offers) end;
    end $$;

  create function sec.destroy_notices(p_ids uuid[]) returns jsonb
    language plpgsql volatile security definer set search_path = ''
    as $$
    declare n bigint;
    begin
      delete from app.police_notice_reader r where r.notice_id = any (p_ids);
      delete from app.police_notice p where p.id = any (p_ids);
      get diagnostics n = row_count;
      return case when n = 0 then '{}' else jsonb_build_object('police_notice', n) end;
    end $$;

  -- With the record: its requests for support, those decided about it, and the notices about children nobody else's record knows.
  create function sec.destroy_front_door(p_episode uuid, p_people uuid[]) returns jsonb
    language sql volatile security definer set search_path = ''
    as $$
      select sec.destroy_enquiries(array(select q.id from app.enquiry q
          where q.episode_id = p_episode or q.subject_id = any (p_people)
            or exists (select 1 from app.enquiry_triage t where t.enquiry_id = q.id
              and (t.episode_id = p_episode or t.subject_id = any (p_people)))))
        || sec.destroy_notices(array(select distinct r.notice_id from app.police_notice_reader r where r.person_id = any (p_people)))
    $$;

  -- A hold, or a request for records that is open, on any record of a child of this family name and birthday. Rather too many.
  create function sec.held_by_name(p_family text, p_born date) returns boolean
    language sql stable security definer set search_path = ''
    as $$
      select exists (select 1 from app.person p join app.episode_subject s on s.person_id = p.id and s.role = 'CHILD_SUBJECT'
        join app.episode x on x.id = s.episode_id
        where sec.fold(p.family_name) = sec.fold(p_family) and (p_born is null or p.date_of_birth is null or p.date_of_birth = p_born)
          and (x.legal_hold or exists (select 1 from app.record_request r
            where r.child_id = p.id and r.status in ('WAITING', 'OPEN', 'PACKED', 'CHECKED'))))
    $$;

  -- No record came of it: away after so many months, unless it is held. One replica at a time.
  create function sec.destroy_unrecorded(p_months integer) returns integer
    language plpgsql volatile security definer set search_path = ''
    as $$
    declare one record; done integer := 0; before timestamptz;
    begin
      if not pg_try_advisory_xact_lock(hashtextextended('encircle front door', 0)) then return 0; end if;
      before := sec.now() - make_interval(months => coalesce((sec.timescales_at(sec.now()) ->> 'enquiry.keep.months')::integer, p_months));
      for one in
        select 'enquiry' as kind, q.id from app.enquiry q
        where q.status in ('DECIDED', 'WITHDRAWN') and q.episode_id is null and q.updated_at < before
          and not exists (select 1 from app.enquiry_triage t where t.enquiry_id = q.id and (t.episode_id is not null or t.created_at >= before))
          and not exists (select 1 from app.enquiry_offer o where o.enquiry_id = q.id and (o.status in ('OFFERED', 'ACCEPTED') or o.updated_at >= before))
          and not sec.held_by_name(q.family_name, q.date_of_birth)
        union all
        select 'police-notice', n.id from app.police_notice n
        where n.created_at < before
          and not exists (select 1 from app.police_notice_reader r where r.notice_id = n.id and (r.updated_at >= before
            or exists (select 1 from app.episode_subject s join app.episode x on x.id = s.episode_id
              where s.person_id = r.person_id and x.state <> 'DISPOSED')))
          and not sec.held_by_name(n.family_name, n.date_of_birth)
        order by 1, 2 limit 500
      loop
        if one.kind = 'enquiry' then perform sec.destroy_enquiries(array[one.id]);
        else perform sec.destroy_notices(array[one.id]);
        end if;
        insert into audit.entry (role, action, outcome, basis, channel)
        values ('SYSTEM', 'front-door.destroyed', 'ALLOW', array[one.kind || ':' || one.id, 'retention'], 'background');
        done := done + 1;
      end loop;
      return done;
    end $$;`;

/**
 * For the pack of an officer with the task (rule 6.11). Who rang stands in a line of its own as somebody else's; so does what was
 * only found by name and birthday, until the officer says that it is this child; so do notices of police, always.
 */
export const FOR_PACK = `
  create function sec.front_door_for_pack(p_episode uuid, p_child uuid)
    returns table (source text, id uuid, made_on date, by_whom text, words text, category text, source_agency_id uuid, author_id uuid,
      recorded_at timestamptz)
    language sql stable security definer set search_path = ''
    as $$
      with task as (
        select sec.same_record(p_episode) as records, sec.same_person(p_child) as people, c.family_name, c.given_names, c.preferred_name,
          c.date_of_birth
        from app.person c where c.id = p_child and sec.role() = 'IGO' and p_episode <> all (sec.barred_episodes())
          and exists (select 1 from app.edge k where k.episode_id = p_episode and k.user_id = sec.uid() and k.kind = 'IGO_TASK'
            and k.person_id = p_child and k.from_at <= sec.now() and sec.now() < k.until_at)),
      asked as (
        select q.*, coalesce(q.subject_id = any (k.people), false)
            or (q.subject_id is null and q.episode_id = any (k.records))
            or exists (select 1 from app.enquiry_triage t where t.enquiry_id = q.id and t.subject_id = any (k.people)) as sure
        from app.enquiry q, task k
        where q.subject_id = any (k.people) or (q.subject_id is null and q.episode_id = any (k.records))
          or exists (select 1 from app.enquiry_triage t where t.enquiry_id = q.id and t.subject_id = any (k.people))
          or (q.subject_id is null and q.date_of_birth = k.date_of_birth and sec.fold(q.family_name) = sec.fold(k.family_name)
            and sec.fold(q.given_names) in (sec.fold(k.given_names), sec.fold(k.preferred_name)))),
      told as (
        select n.* from app.police_notice n, task k
        where exists (select 1 from app.police_notice_reader r where r.notice_id = n.id and r.person_id = any (k.people))
          or (n.date_of_birth = k.date_of_birth and sec.fold(n.family_name) = sec.fold(k.family_name)
            and sec.fold(n.given_names) in (sec.fold(k.given_names), sec.fold(k.preferred_name))
            and not exists (select 1 from app.police_notice_reader r where r.notice_id = n.id and r.person_id is not null))),
      found as (
        select 'ENQUIRY' as source, q.id, q.created_at as at, q.author_id, q.agency_id,
          concat_ws(E'\\n', q.what_for, q.strengths, q.tried) as words, case when q.sure then 'NOTES' else 'THIRD' end as category
        from asked q
        union all
        select 'ENQUIRY', q.id, q.created_at, q.author_id, q.agency_id, concat_ws(', ', q.caller_name, q.caller_contact), 'THIRD'
        from asked q where q.caller_name is not null
        union all
        select 'ENQUIRY', t.id, t.created_at, t.created_by, null,
          concat_ws(E'\\n', t.why, t.told, 'Level of need ' || t.level, t.level_reason), case when q.sure then 'NOTES' else 'THIRD' end
        from asked q join app.enquiry_triage t on t.enquiry_id = q.id
        union all
        select 'ENQUIRY', o.id, o.answered_at, o.user_id, o.agency_id, o.reason, case when q.sure then 'NOTES' else 'THIRD' end
        from asked q join app.enquiry_offer o on o.enquiry_id = q.id where o.reason is not null
        union all
        select 'SERVICE_REQUEST', r.id, r.created_at, r.asker_id, r.asker_agency_id, concat_ws(E'\\n', r.words, r.reason), 'NOTES'
        from app.service_request r, task k where r.episode_id = any (k.records) and r.subject_id = any (k.people)
        union all
        select 'OVERSIGHT', o.id, o.created_at, o.author_id, o.source_agency_id, concat_ws(E'\\n', nullif(o.body, ''), o.answer), 'NOTES'
        from app.oversight o, task k where o.episode_id = any (k.records) and (o.subject_id is null or o.subject_id = any (k.people))
        union all
        select 'POLICE_NOTICE', n.id, n.created_at, n.author_id, n.source_agency_id, n.facts, 'THIRD' from told n
        union all
        select 'POLICE_NOTICE', r.id, r.seen_at, r.user_id, null, r.done, 'THIRD'
        from told n join app.police_notice_reader r on r.notice_id = n.id where r.done is not null)
      select f.source, f.id, (f.at at time zone 'Europe/London')::date, concat_ws(', ', u.full_name, g.name), f.words, f.category,
        f.agency_id, f.author_id, f.at
      from found f left join app.app_user u on u.id = f.author_id left join app.agency g on g.id = f.agency_id
      where f.words <> ''
    $$;`;
