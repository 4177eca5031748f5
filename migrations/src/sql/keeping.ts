/** The functions under the moves that keep, join and destroy records (rule 5.2, T36 to T39; rules 5.7 and 6.12). */

/** A record that was closed keeps when and why in the archive and while it is merged; only opening it again forgets them. */
const KEPT = `('MERGED', 'ARCHIVED', 'DISPOSED')`;

export const MOVE_EPISODE = `
  create or replace function sec.move_episode(p_episode uuid, p_from text, p_version integer, p_transition text, p_to text,
      p_before text, p_on date, p_reason text, p_recorded jsonb, p_dates jsonb) returns integer
    language plpgsql volatile security definer set search_path = ''
    as $$
    declare x app.episode; keeps boolean;
    begin
      if not sec.may_move(p_episode, p_transition) then
        raise exception 'not allowed to move this episode' using errcode = '42501';
      end if;
      select * into x from app.episode where id = p_episode for update;
      if x.id is null or x.state <> p_from or (p_version is not null and x.version <> p_version) then
        raise exception 'the episode has moved on' using errcode = '40001';
      end if;
      insert into app.episode_move (episode_id, subject_id, category, source_agency_id, author_id, transition,
        from_state, to_state, happened_on, reason, recorded, created_by)
      values (p_episode, null, 'INVOLVE', sec.agency(), sec.uid(), p_transition, x.state, p_to, p_on, p_reason,
        coalesce(p_recorded, '{}'), sec.uid());
      keeps := p_to = 'CLOSED' or p_to in ${KEPT} or x.state <> 'CLOSED';
      update app.episode set
        state = p_to, state_before = p_before,
        state_since = case when p_to = x.state then x.state_since else sec.now() end,
        agreed_on = coalesce((p_dates ->> 'agreedOn')::date, x.agreed_on),
        completed_on = coalesce((p_dates ->> 'completedOn')::date, x.completed_on),
        plan_agreed_on = coalesce((p_dates ->> 'planAgreedOn')::date, x.plan_agreed_on),
        next_review_on = coalesce((p_dates ->> 'nextReviewOn')::date, x.next_review_on),
        closed_on = case when keeps then coalesce((p_dates ->> 'closedOn')::date, x.closed_on) end,
        closure_reason = case when keeps then coalesce(p_dates ->> 'closureReason', x.closure_reason) end,
        version = x.version + 1, updated_at = sec.now()
      where id = p_episode;
      return x.version + 1;
    end $$;`;

export const STAMP_CLOSING = `
  create or replace function sec.stamp_closing() returns trigger
    language plpgsql volatile security definer set search_path = ''
    as $$
    begin
      new.closed_at := case when new.state = 'CLOSED' then coalesce(new.closed_at, sec.now())
        when new.state in ${KEPT} then new.closed_at else null end;
      return new;
    end $$;`;

/** Completed assessments stay as they are until the whole record is destroyed at the end of its time. */
export const KEEP_COMPLETED = `
  create or replace function sec.keep_completed_answers() returns trigger
    language plpgsql volatile security definer set search_path = ''
    as $$
    declare touched uuid;
    begin
      if tg_op = 'INSERT' and session_user <> 'encircle_login' then return new; end if;
      if tg_op = 'DELETE' and exists (select 1 from app.episode x where x.id = old.episode_id and x.state = 'DISPOSED') then
        return old;
      end if;
      foreach touched in array array_remove(array[
          case when tg_op <> 'INSERT' then old.assessment_id end,
          case when tg_op <> 'DELETE' then new.assessment_id end], null) loop
        if exists (select 1 from app.assessment a where a.id = touched and a.status <> 'DRAFT') then
          raise exception 'a completed assessment is never changed' using errcode = 'EC003';
        end if;
      end loop;
      return case tg_op when 'DELETE' then old else new end;
    end $$;

  create or replace function sec.keep_completed_assessment() returns trigger
    language plpgsql volatile security definer set search_path = ''
    as $$
    begin
      if old.status = 'DRAFT' and tg_op = 'UPDATE' then return new; end if;
      if tg_op = 'UPDATE' and old.status = 'COMPLETED' and new.status = 'SUPERSEDED'
         and (new.content_hash, new.completed_on, new.started_on, new.version_no, new.episode_id, new.form_code,
              new.form_version, new.author_id, new.source_agency_id)
           is not distinct from (old.content_hash, old.completed_on, old.started_on, old.version_no, old.episode_id,
              old.form_code, old.form_version, old.author_id, old.source_agency_id) then
        return new;
      end if;
      if tg_op = 'DELETE' and (old.status = 'DRAFT'
          or exists (select 1 from app.episode x where x.id = old.episode_id and x.state = 'DISPOSED')) then
        return old;
      end if;
      raise exception 'a completed assessment is never changed' using errcode = 'EC003';
    end $$;`;

/**
 * How long a record is kept (rule 6.12): to 25 years after the birth of the youngest child, 75 where a child came to be looked
 * after, never less than six years after the last work; three years where nothing came of a worry. Null while work is open.
 */
export const RETENTION = `
  create function sec.retention_ends(p_episode uuid) returns date
    language sql stable security definer set search_path = ''
    as $$
      with kids as (
        select p.id, p.date_of_birth, p.deceased_on from app.episode_subject s join app.person p on p.id = s.person_id
        where s.episode_id = p_episode and s.role = 'CHILD_SUBJECT'),
      works as (
        select o.* from app.episode o where exists (select 1 from app.episode_subject s
          where s.episode_id = o.id and s.role = 'CHILD_SUBJECT' and s.person_id in (select k.id from kids k))),
      ended as (
        select max(coalesce(w.closed_on, (w.state_since at time zone 'Europe/London')::date)) as on_day,
          bool_or(w.state not in ('CLOSED', 'REJECTED', 'MERGED', 'ARCHIVED', 'DISPOSED')) as open,
          bool_and(w.agreed_on is null and w.closed_on is null) as never_begun,
          bool_or(coalesce(w.closure_reason = 'STEP_UP_LAC', false)) as looked_after
        from works w)
      select case when e.open then null when e.never_begun then (e.on_day + interval '3 years')::date
        else greatest((e.on_day + interval '6 years')::date, (select max(greatest(
          (coalesce(k.date_of_birth, e.on_day) + case when e.looked_after then interval '75 years' else interval '25 years' end)::date,
          (k.deceased_on + interval '10 years')::date)) from kids k)) end
      from ended e
    $$;

  create function sec.archive_on(p_episode uuid) returns date
    language sql stable security definer set search_path = ''
    as $$
      select (coalesce(x.closed_on, (x.state_since at time zone 'Europe/London')::date)
        + make_interval(months => coalesce((sec.timescales_at(x.state_since) ->> 'archive.months')::int, 12)))::date
      from app.episode x where x.id = p_episode and x.state in ('CLOSED', 'REJECTED')
    $$;`;

const NHS = (person: string): string =>
  `(select i.value from app.identifier i where i.person_id = ${person} and i.kind = 'NHS' order by i.created_at, i.id limit 1)`;

/** What the guards of these moves ask. The other record is found by its reference, and only where the asker may match it. */
export const KEEPING_FACTS = `
  create function sec.keeping_facts(p_episode uuid) returns jsonb
    language sql stable security definer set search_path = ''
    as $$
      select jsonb_build_object(
        'archiveOn', sec.archive_on(x.id), 'retentionEndsOn', sec.retention_ends(x.id), 'mergedIntoId', x.merged_into_id,
        'mergedOn', case when x.state = 'MERGED' then (x.state_since at time zone 'Europe/London')::date end,
        'target', (select jsonb_build_object('id', o.id,
            'fits', (select count(*) from app.episode_subject s where s.episode_id = x.id and s.role = 'CHILD_SUBJECT') = 1
                and (select count(*) from app.episode_subject s where s.episode_id = o.id and s.role = 'CHILD_SUBJECT') = 1
              or not exists (select 1 from app.episode_subject s where s.episode_id = x.id and s.role = 'CHILD_SUBJECT'
                and not exists (select 1 from app.episode_subject t where t.episode_id = o.id and t.role = 'CHILD_SUBJECT'
                  and t.person_id = s.person_id)),
            'numbersDiffer', exists (select 1 from app.episode_subject s, app.episode_subject t
              where s.episode_id = x.id and t.episode_id = o.id and s.role = 'CHILD_SUBJECT' and t.role = 'CHILD_SUBJECT'
                and not exists (select 1 from app.episode_subject b where b.episode_id = o.id and b.person_id = s.person_id)
                and ${NHS('s.person_id')} <> ${NHS('t.person_id')}))
          from app.case_fact f join app.episode o on o.ref = upper(btrim(f.body ->> 'into'))
          where f.episode_id = x.id and f.kind = 'MOVE' and f.body ->> 'transition' = 'T36' and f.created_at >= x.state_since
            and o.id <> x.id and o.state not in ('MERGED', 'ARCHIVED', 'DISPOSED') and sec.related(o.id)
          order by f.created_at desc, f.id limit 1))
      from app.episode x where x.id = p_episode and sec.related(p_episode)
    $$;`;

const JUST_NOW = (move: string): string => `
      if not exists (select 1 from app.episode_move m where m.episode_id = p_episode and m.transition = '${move}'
          and m.created_at = sec.now() and m.author_id = sec.uid()) then
        raise exception 'no such move was made here' using errcode = '42501';
      end if;`;

/**
 * What follows from a move in its own transaction. A merge shuts the duplicate and points to the record that goes on; where the
 * child stood in the register twice, the second entry points to the first, a shield of either shields both, and a hold on either
 * holds both (rules M3, M5, M7).
 */
export const KEEPING_WORK = `
  create function sec.set_hold(p_episode uuid, p_on boolean) returns void
    language plpgsql volatile security definer set search_path = ''
    as $$
    begin${JUST_NOW('T37')}
      update app.episode set legal_hold = p_on where id = p_episode;
    end $$;

  create function sec.merge_record(p_episode uuid, p_into uuid) returns void
    language plpgsql volatile security definer set search_path = ''
    as $$
    declare here uuid; there uuid;
    begin${JUST_NOW('T36')}
      if not sec.related(p_into) then raise exception 'no such record' using errcode = '42501'; end if;
      perform 1 from app.episode x where x.id = p_into and x.state not in ('MERGED', 'ARCHIVED', 'DISPOSED') for update;
      if not found then raise exception 'the other record has moved on' using errcode = '40001'; end if;
      update app.episode set merged_into_id = p_into where id = p_episode;
      update app.episode o set legal_hold = true from app.episode x
      where o.id = p_into and x.id = p_episode and x.legal_hold and not o.legal_hold;
      update app.episode x set legal_hold = true from app.episode o
      where o.id = p_into and x.id = p_episode and o.legal_hold and not x.legal_hold;
      select s.person_id, t.person_id into here, there from app.episode_subject s, app.episode_subject t
      where s.episode_id = p_episode and t.episode_id = p_into and s.role = 'CHILD_SUBJECT' and t.role = 'CHILD_SUBJECT'
        and (select count(*) from app.episode_subject c where c.episode_id in (p_episode, p_into) and c.role = 'CHILD_SUBJECT') = 2;
      if here is null or here = there then return; end if;
      update app.person set merged_into_id = there, version = version + 1, updated_at = sec.now() where id = here;
      perform sec.shield_alike(here, there);
      perform sec.shield_alike(there, here);
    end $$;

  create function sec.shield_alike(p_from uuid, p_to uuid) returns void
    language plpgsql volatile security definer set search_path = ''
    as $$
    declare s app.shield; twin uuid;
    begin
      for s in select * from app.shield h where h.person_id = p_from and h.from_at <= sec.now() and sec.now() < h.until_at
          and not exists (select 1 from app.shield o where o.person_id = p_to and o.kind = h.kind and sec.now() < o.until_at) loop
        insert into app.shield (person_id, protected_person_ids, household_person_ids, kind, ground, from_at, until_at, review_on, created_by)
        values (p_to, s.protected_person_ids, s.household_person_ids, s.kind, s.ground, sec.now(), s.until_at, s.review_on, sec.uid())
        returning id into twin;
        insert into app.shield_member (shield_id, user_id, from_at, until_at, created_by)
        select twin, m.user_id, sec.now(), m.until_at, sec.uid() from app.shield_member m
        where m.shield_id = s.id and m.from_at <= sec.now() and sec.now() < m.until_at;
      end loop;
    end $$;

  create function sec.unmerge_record(p_episode uuid) returns void
    language plpgsql volatile security definer set search_path = ''
    as $$
    declare other uuid;
    begin${JUST_NOW('T36_UNDO')}
      select x.merged_into_id into other from app.episode x where x.id = p_episode;
      update app.person p set merged_into_id = null, version = version + 1, updated_at = sec.now()
      where p.id in (select s.person_id from app.episode_subject s where s.episode_id = p_episode and s.role = 'CHILD_SUBJECT')
        and p.merged_into_id in (select t.person_id from app.episode_subject t where t.episode_id = other);
      update app.episode set merged_into_id = null where id = p_episode;
    end $$;`;

/** Twelve months after closing a record goes to the archive, unless it is held (T38). One replica at a time. */
export const ARCHIVE_DUE = `
  create function sec.archive_due() returns integer
    language plpgsql volatile security definer set search_path = ''
    as $$
    declare x app.episode; done integer := 0;
    begin
      if not pg_try_advisory_xact_lock(hashtextextended('encircle archive', 0)) then return 0; end if;
      for x in select e.* from app.episode e where e.state in ('CLOSED', 'REJECTED') and not e.legal_hold
          and sec.archive_on(e.id) <= sec.today() order by e.closed_on nulls first, e.id limit 500 for update skip locked loop
        insert into app.episode_move (episode_id, category, transition, from_state, to_state, happened_on)
        values (x.id, 'INVOLVE', 'T38', x.state, 'ARCHIVED', sec.today());
        update app.episode set state = 'ARCHIVED', state_before = x.state, state_since = sec.now(), version = x.version + 1,
          updated_at = sec.now() where id = x.id;
        insert into audit.entry (role, action, outcome, episode_id, child_ids, categories, basis, channel)
        values ('SYSTEM', 'episode.moved', 'ALLOW', x.id,
          array(select s.person_id from app.episode_subject s where s.episode_id = x.id and s.role = 'CHILD_SUBJECT'),
          '{INVOLVE}', array['T38:' || x.state || ':ARCHIVED'], 'background');
        done := done + 1;
      end loop;
      return done;
    end $$;`;

/**
 * The end of a record: every row that belongs to it in any table, and the people nobody else's record knows, are destroyed in
 * one transaction. What stays is the reference, its dates and moves without a word, the access log, and the certificate.
 */
export const DISPOSE = `
  create function sec.dispose_record(p_episode uuid, p_ground text, p_approvers uuid[]) returns uuid
    language plpgsql volatile security definer set search_path = ''
    as $$
    declare
      tables regclass[]; t regclass; left_over regclass[]; n bigint; counts jsonb := '{}'; ids uuid[]; own uuid[]; people uuid[];
      link record; certificate uuid; x app.episode; ended date;
    begin${JUST_NOW('T39')}
      select * into x from app.episode e where e.id = p_episode;
      ended := (select (m.recorded ->> 'retentionEndsOn')::date from app.episode_move m
        where m.episode_id = p_episode and m.transition = 'T39' and m.created_at = sec.now());
      if x.state <> 'DISPOSED' or x.legal_hold or (select count(distinct a) from unnest(p_approvers) a) < 2 then
        raise exception 'not to be destroyed' using errcode = '42501';
      end if;
      people := array(select s.person_id from app.episode_subject s where s.episode_id = p_episode
        and not exists (select 1 from app.episode_subject o where o.person_id = s.person_id and o.episode_id <> p_episode));
      people := people || array(select distinct r.person_id from app.relationship r where r.child_id = any (people)
        and r.person_id <> all (people)
        and not exists (select 1 from app.relationship o where o.person_id = r.person_id and o.child_id <> all (people))
        and not exists (select 1 from app.episode_subject o where o.person_id = r.person_id));
      people := array(select p from unnest(people) p where not exists (select 1 from app.app_user u where u.person_id = p));

      select array_agg(c.oid::regclass order by c.relname) into tables from pg_catalog.pg_class c
        join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attname = 'episode_id' and not a.attisdropped
      where c.relnamespace = 'app'::regnamespace and c.relkind = 'r' and c.relname not in ('disposal', 'episode_move');
      ids := array[p_episode] || people;
      foreach t in array tables loop
        continue when t = 'app.case_grant'::regclass;
        execute format('select coalesce(array_agg(x.id), ''{}'') from %s x where x.episode_id = $1', t) into own using p_episode;
        ids := ids || own;
      end loop;
      delete from app.draft d where d.record_id = any (ids);
      -- Rows that hang on rows of the record, or on its people, without saying whose record they are of.
      for link in select k.conrelid::regclass as child, a.attname as col, k.confrelid::regclass as parent
          from pg_catalog.pg_constraint k join pg_catalog.pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
          where k.contype = 'f' and k.connamespace = 'app'::regnamespace and cardinality(k.conkey) = 1
            and k.confrelid = any (tables) and k.conrelid <> all (tables)
            and k.conrelid not in ('app.disposal'::regclass, 'app.episode_move'::regclass) loop
        execute format('delete from %s where %I = any ($1)', link.child, link.col) using ids;
      end loop;
      loop
        left_over := '{}';
        foreach t in array tables loop
          begin
            execute format('delete from %s where episode_id = $1', t) using p_episode;
            get diagnostics n = row_count;
            if n > 0 then counts := counts || jsonb_build_object(split_part(t::text, '.', 2), n); end if;
          exception when foreign_key_violation then left_over := left_over || t;
          end;
        end loop;
        exit when cardinality(left_over) = 0;
        if cardinality(left_over) = cardinality(tables) then
          raise exception 'something still leads to this record: %', left_over using errcode = '23503';
        end if;
        tables := left_over;
      end loop;
      update app.episode_move set reason = null, recorded = '{}' where episode_id = p_episode;
      n := sec.forget_people(people);
      if n > 0 then counts := counts || jsonb_build_object('person', n); end if;
      insert into app.disposal (episode_id, ref, opened_on, closed_on, retention_ended_on, ground, approved_by, counts, created_by)
      values (x.id, x.ref, x.opened_on, x.closed_on, ended, p_ground, p_approvers, counts, sec.uid())
      returning id into certificate;
      return certificate;
    end $$;

  -- People no other record knows. Who is still named by something else stays.
  create function sec.forget_people(p_people uuid[]) returns bigint
    language plpgsql volatile security definer set search_path = ''
    as $$
    declare link record; person uuid; gone bigint := 0;
    begin
      foreach person in array p_people loop
        begin
          for link in select k.conrelid::regclass as child, a.attname as col
              from pg_catalog.pg_constraint k join pg_catalog.pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
              where k.contype = 'f' and k.confrelid = 'app.person'::regclass and cardinality(k.conkey) = 1
                and k.conrelid::regclass in ('app.relationship'::regclass, 'app.other_name'::regclass, 'app.identifier'::regclass,
                  'app.address'::regclass, 'app.contact_point'::regclass, 'app.setting'::regclass, 'app.person_fact'::regclass,
                  'app.competence'::regclass, 'app.court_order'::regclass) loop
            execute format('delete from %s where %I = $1', link.child, link.col) using person;
          end loop;
          delete from sec.match_key m where m.person_id = person;
          delete from app.person p where p.id = person;
          gone := gone + 1;
        exception when foreign_key_violation then null;
        end;
      end loop;
      return gone;
    end $$;`;

const LISTED = (where: string): string => `
        return query select x.id, x.ref, x.state, x.opened_on::text, x.closed_on::text, x.legal_hold,
          (case when x.state in ('CLOSED', 'REJECTED', 'ARCHIVED') then sec.retention_ends(x.id) end)::text, o.ref
        from app.episode x left join app.episode o on o.id = x.merged_into_id
        where ${where} and x.state <> 'DISPOSED' and x.id <> all (barred) and (p_after is null or x.ref > p_after)
        order by x.ref limit least(p_limit, 101);`;

/** What the keepers of records look through: held, due to be destroyed within three months, merged, or one by its reference. */
export const KEPT_RECORDS = `
  create function sec.kept_records(p_view text, p_ref text, p_after text, p_limit integer)
    returns table (id uuid, ref text, state text, opened_on text, closed_on text, held boolean, keep_until text, merged_into text)
    language plpgsql stable security definer set search_path = ''
    as $$
    declare barred uuid[];
    begin
      if coalesce(sec.role(), '') not in ('IGO', 'CAFC') then return; end if;
      barred := sec.barred_episodes();
      if p_view = 'REF' then ${LISTED('x.ref = upper(btrim(p_ref))')}
      elsif p_view = 'HELD' then ${LISTED('x.legal_hold')}
      elsif p_view = 'MERGED' then ${LISTED(`x.state = 'MERGED'`)}
      elsif p_view = 'DUE' then ${LISTED(`x.state = 'ARCHIVED' and not x.legal_hold
          and sec.retention_ends(x.id) <= (sec.today() + interval '3 months')::date`)}
      end if;
    end $$;`;
