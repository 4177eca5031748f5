/** Who is shut out altogether, and the functions that keep the register of it. */
export const BARRED = `
  -- People of whom this actor finds nothing whatever place or role they hold: blocked, or sealed without their name.
  create function sec.barred_people() returns uuid[]
    language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan
    as $$
    declare me uuid := sec.uid(); at_now timestamptz := sec.now();
    begin
      return array(
        select b.person_id from app.conflict_block b
        where b.user_id = me and b.from_at <= at_now and at_now < b.until_at
        union
        select s.person_id from app.shield s
        where s.kind = 'SEAL' and s.from_at <= at_now and at_now < s.until_at
          and not exists (select 1 from app.shield_member m where m.shield_id = s.id and m.user_id = me
            and at_now < m.until_at));
    end $$;
  create index shield_seals on app.shield (person_id) where kind = 'SEAL';

  -- A block or a seal on one child shuts the whole case, as the policy has it.
  create function sec.barred_episodes() returns uuid[]
    language plpgsql stable security definer set search_path = ''
    as $$
    declare people uuid[] := sec.barred_people();
    begin
      if people = '{}' then return people; end if;
      return coalesce((select array_agg(distinct s.episode_id) from app.episode_subject s where s.person_id = any (people)), '{}');
    end $$;
  grant execute on function sec.barred_people(), sec.barred_episodes() to app_user;

  create or replace function sec.related(p_episode uuid) returns boolean
    language sql stable security definer set search_path = ''
    as $$
      select sec.uid() is not null and exists (select 1 from app.episode x where x.id = p_episode)
        and p_episode <> all (sec.barred_episodes()) and (
        sec.role() in ('CAFC', 'MASH', 'IGO')
        or exists (select 1 from app.edge e where e.episode_id = p_episode
             and (e.user_id = sec.uid() or (sec.role() = 'AMGR' and e.agency_id = sec.agency())))
        or p_episode = any (sec.family_episodes())
        or sec.wrote_in(p_episode)
        or exists (select 1 from app.access_grant g where g.episode_id = p_episode
             and (g.user_id = sec.uid() or g.agency_id = sec.agency())))
    $$;`;

export const UNBARRED = `
  create or replace function sec.related(p_episode uuid) returns boolean
    language sql stable security definer set search_path = ''
    as $$
      select sec.uid() is not null and exists (select 1 from app.episode x where x.id = p_episode) and (
        sec.role() in ('CAFC', 'MASH', 'IGO')
        or exists (select 1 from app.edge e where e.episode_id = p_episode
             and (e.user_id = sec.uid() or (sec.role() = 'AMGR' and e.agency_id = sec.agency())))
        or p_episode = any (sec.family_episodes())
        or sec.wrote_in(p_episode)
        or exists (select 1 from app.access_grant g where g.episode_id = p_episode
             and (g.user_id = sec.uid() or g.agency_id = sec.agency())))
    $$;
  drop function sec.barred_episodes(), sec.barred_people();
  drop index app.shield_seals;`;

/** Staff name their own relatives; a record of one of them shuts itself to them, found now or later. */
export const RELATIVES = `
  -- One folding for both sides of the comparison; the day is part of it, so that a name alone never shuts anything.
  create function sec.key_relative() returns trigger
    language plpgsql volatile security definer set search_path = ''
    as $$ begin
      new.name_key := sec.fold(new.family_name) || '|' || to_char(new.date_of_birth, 'YYYY-MM-DD');
      return new;
    end $$;
  create trigger keyed before insert or update on app.staff_relative for each row execute function sec.key_relative();

  create function sec.shut_out_relatives(p_relatives uuid[], p_people uuid[]) returns void
    language sql volatile security definer set search_path = ''
    as $$
      insert into app.conflict_block (person_id, user_id, reason, basis, asked_by, relative_id, created_by)
      select distinct k.person_id, r.user_id, 'Named by the worker as a relative', 'RELATIVE', 'WORKER', r.id, r.user_id
      from app.staff_relative r
      cross join unnest(array['FEMALE', 'MALE', 'INDETERMINATE', 'UNKNOWN']) as s(sex)
      join sec.match_key k on k.kind = 'NAME_DOB_SEX' and k.key = r.name_key || '|' || s.sex
      where r.ended_at is null and (p_relatives is null or r.id = any (p_relatives))
        and (p_people is null or k.person_id = any (p_people))
        and exists (select 1 from sec.match_key f where f.person_id = k.person_id and f.kind = 'FORENAME'
          and f.key in (sec.fold(r.given_names), sec.fold(split_part(r.given_names, ' ', 1))))
        and not exists (select 1 from app.conflict_block b where b.person_id = k.person_id and b.user_id = r.user_id
          and (b.relative_id = r.id or sec.now() < b.until_at))
    $$;

  create function sec.relative_named() returns trigger
    language plpgsql volatile security definer set search_path = ''
    as $$ begin
      perform sec.shut_out_relatives(array(select n.id from named n), null);
      return null;
    end $$;
  create trigger named_shuts_out after insert on app.staff_relative referencing new table as named
    for each statement execute function sec.relative_named();

  create function sec.person_keyed() returns trigger
    language plpgsql volatile security definer set search_path = ''
    as $$ begin
      if exists (select 1 from app.staff_relative) then
        perform sec.shut_out_relatives(null, array(select distinct k.person_id from keyed k where k.kind = 'NAME_DOB_SEX'));
      end if;
      return null;
    end $$;
  create trigger keyed_shuts_out after insert on sec.match_key referencing new table as keyed
    for each statement execute function sec.person_keyed();`;

/** The register. Nobody reads or writes the table itself; who may do what is said here, once. */
export const REGISTER = `
  create function sec.leads_now(p_episode uuid) returns boolean
    language sql stable security definer set search_path = ''
    as $$
      select exists (select 1 from app.edge e where e.episode_id = p_episode and e.user_id = sec.uid()
        and e.kind in ('LP', 'AUTHOR') and e.from_at <= sec.now() and sec.now() < e.until_at)
        and sec.role() in ('PRACT', 'AMGR', 'CAFC') and p_episode <> all (sec.barred_episodes())
    $$;

  create function sec.may_see_blocks(p_episode uuid) returns boolean
    language sql stable security definer set search_path = ''
    as $$ select p_episode <> all (sec.barred_episodes()) and (sec.role() in ('CAFC', 'IGO') or sec.leads_now(p_episode)) $$;

  -- The officer and the CAF team, whoever leads, the worker concerned, their manager, and the young person themselves.
  create function sec.may_block(p_episode uuid, p_person uuid, p_user uuid) returns boolean
    language sql stable security definer set search_path = ''
    as $$
      select sec.may_see_blocks(p_episode)
        or (p_episode <> all (sec.barred_episodes()) and (
          (sec.role() in ('PRACT', 'AMGR', 'CAFC') and p_user = sec.uid() and sec.related(p_episode))
          or (sec.role() = 'AMGR' and exists (select 1 from app.edge e where e.episode_id = p_episode
                and e.user_id = p_user and e.agency_id = sec.agency() and e.kind in ('AUTHOR', 'LP', 'TACM')
                and e.from_at <= sec.now() and sec.now() < e.until_at))
          or (sec.role() = 'YP' and p_person = sec.person())))
    $$;

  create function sec.set_block(p_episode uuid, p_person uuid, p_user uuid, p_basis text, p_asked_by text, p_reason text)
    returns uuid
    language plpgsql volatile security definer set search_path = ''
    as $$
    declare new_id uuid; officer boolean := sec.role() = 'IGO';
    begin
      if not sec.may_block(p_episode, p_person, p_user) or not exists (select 1 from app.episode_subject s
          where s.episode_id = p_episode and s.person_id = p_person and s.role = 'CHILD_SUBJECT') then
        raise exception 'not allowed to shut anybody out here' using errcode = '42501';
      end if;
      if not exists (select 1 from app.membership m where m.user_id = p_user and m.role not in ('YP', 'PAR', 'ADLT')) then
        raise exception 'not a worker' using errcode = 'EC003';
      end if;
      perform pg_advisory_xact_lock(hashtextextended('block ' || p_person || p_user, 0));
      if exists (select 1 from app.conflict_block b where b.person_id = p_person and b.user_id = p_user
          and b.from_at <= sec.now() and sec.now() < b.until_at) then
        raise exception 'shut out already' using errcode = 'EC001';
      end if;
      insert into app.conflict_block (person_id, user_id, reason, basis, asked_by, created_by, confirmed_by, confirmed_at)
      values (p_person, p_user, p_reason, p_basis, p_asked_by, sec.uid(), case when officer then sec.uid() end,
        case when officer then sec.now() end)
      returning id into new_id;
      insert into app.outbox (topic, payload) values ('restriction.block-set', jsonb_build_object('blockId', new_id));
      return new_id;
    end $$;

  create type sec.block_row as (id uuid, version integer, episode_id uuid, episode_ref text, child_id uuid, user_id uuid,
    worker text, agency text, basis text, asked_by text, reason text, from_at timestamptz, until_at timestamptz,
    set_by uuid, set_by_name text, confirmed_at timestamptz, confirmed_by_name text, ended_reason text, ended_by_name text);
  create function sec.block_rows(p_ids uuid[])
    returns setof sec.block_row
    language sql stable security definer set search_path = ''
    as $$
      select b.id, b.version, x.id, x.ref, b.person_id, b.user_id, u.full_name,
        (select a.name from app.membership m join app.agency a on a.id = m.agency_id where m.user_id = u.id
         order by m.valid_to nulls first, m.created_at, m.id limit 1),
        b.basis, b.asked_by, b.reason, b.from_at, b.until_at, b.created_by, c.full_name, b.confirmed_at, k.full_name,
        b.ended_reason, e.full_name
      from app.conflict_block b join app.app_user u on u.id = b.user_id
      left join app.app_user c on c.id = b.created_by left join app.app_user k on k.id = b.confirmed_by
      left join app.app_user e on e.id = b.ended_by
      left join lateral (select y.id, y.ref from app.episode_subject s join app.episode y on y.id = s.episode_id
        where s.person_id = b.person_id and s.role = 'CHILD_SUBJECT' order by y.opened_on desc, y.id limit 1) x on true
      where b.id = any (p_ids)
    $$;

  create function sec.blocks_of(p_episode uuid) returns setof sec.block_row
    language sql stable security definer set search_path = ''
    as $$
      select r.* from sec.block_rows(array(
        select b.id from app.conflict_block b join app.episode_subject s on s.person_id = b.person_id
        where s.episode_id = p_episode and s.role = 'CHILD_SUBJECT' and sec.may_see_blocks(p_episode))) r
      order by r.until_at desc, r.from_at desc, r.id limit 200
    $$;

  -- The officer's list, newest first; the CAF team sees what still waits for the officer.
  create function sec.block_register(p_waiting boolean, p_before timestamptz, p_before_id uuid, p_limit integer)
    returns setof sec.block_row
    language sql stable security definer set search_path = ''
    as $$
      select r.* from sec.block_rows(array(select b.id from app.conflict_block b
      where sec.role() in ('IGO', 'CAFC') and b.user_id <> sec.uid() and b.person_id <> all (sec.barred_people())
        and (not p_waiting or (b.confirmed_at is null and sec.now() < b.until_at))
        and (sec.role() = 'IGO' or b.confirmed_at is null)
        and (p_before is null or (b.from_at, b.id) < (p_before, p_before_id))
      order by b.from_at desc, b.id desc limit least(p_limit, 101))) r order by r.from_at desc, r.id desc
    $$;

  -- Which block this actor may change: null for one they must not learn of.
  create function sec.block_of(p_block uuid) returns setof sec.block_row
    language sql stable security definer set search_path = ''
    as $$
      select r.* from sec.block_rows(array(select b.id from app.conflict_block b
      where b.id = p_block and b.user_id <> sec.uid() and b.person_id <> all (sec.barred_people())
        and (sec.role() in ('IGO', 'CAFC') or b.created_by = sec.uid() or exists (select 1 from app.episode_subject s
          where s.person_id = b.person_id and sec.may_see_blocks(s.episode_id))))) r
    $$;

  -- Until the officer has confirmed it a block is its setter's and the CAF team's to lift too; then the officer's alone.
  create function sec.end_block(p_block uuid, p_version integer, p_reason text) returns boolean
    language plpgsql volatile security definer set search_path = ''
    as $$
    declare b app.conflict_block;
    begin
      select * into b from app.conflict_block where id = (select r.id from sec.block_of(p_block) r) for update;
      if b.id is null or not (sec.role() = 'IGO'
          or (b.confirmed_at is null and (sec.role() = 'CAFC' or b.created_by = sec.uid()))) then
        raise exception 'not allowed to lift this' using errcode = '42501';
      end if;
      update app.conflict_block set until_at = greatest(sec.now(), from_at), ended_by = sec.uid(), ended_reason = p_reason,
        version = version + 1, updated_at = sec.now()
      where id = b.id and version = p_version and sec.now() < until_at;
      return found;
    end $$;

  create function sec.confirm_block(p_block uuid, p_version integer) returns boolean
    language plpgsql volatile security definer set search_path = ''
    as $$
    begin
      if sec.role() <> 'IGO' or not exists (select 1 from sec.block_of(p_block)) then
        raise exception 'only the officer confirms' using errcode = '42501';
      end if;
      update app.conflict_block set confirmed_by = sec.uid(), confirmed_at = sec.now(), version = version + 1, updated_at = sec.now()
      where id = p_block and version = p_version and confirmed_at is null and sec.now() < until_at;
      return found;
    end $$;

  -- For lists decided in another's place: who of those related to a case is shut out of it.
  create function sec.blocked_here(p_episode uuid) returns uuid[]
    language sql stable security definer set search_path = ''
    as $$
      select coalesce(array_agg(distinct b.user_id), '{}')
      from app.conflict_block b join app.episode_subject s on s.person_id = b.person_id
      where s.episode_id = p_episode and b.from_at <= sec.now() and sec.now() < b.until_at and sec.related(p_episode)
    $$;

  grant execute on function sec.leads_now(uuid), sec.may_see_blocks(uuid), sec.may_block(uuid, uuid, uuid),
    sec.set_block(uuid, uuid, uuid, text, text, text), sec.blocks_of(uuid), sec.block_of(uuid),
    sec.block_register(boolean, timestamptz, uuid, integer), sec.end_block(uuid, integer, text),
    sec.confirm_block(uuid, integer), sec.blocked_here(uuid) to app_user;`;
