import type { MigrationInterface, QueryRunner } from 'typeorm';

const ROWS = `
  create type sec.shield_row as (id uuid, version integer, kind text, ground text, episode_id uuid, episode_ref text,
    child_id uuid, from_at timestamptz, until_at timestamptz, review_on date, members jsonb, set_by text,
    lift_asked_by uuid, lift_asked_by_name text, lift_reason text, lifted_by_name text);

  create function sec.shield_rows(p_ids uuid[]) returns setof sec.shield_row
    language sql stable security definer set search_path = ''
    as $$
      select s.id, s.version, s.kind, s.ground, x.id, x.ref, s.person_id, s.from_at, s.until_at, s.review_on,
        coalesce((select jsonb_agg(jsonb_build_object('userId', u.id, 'name', u.full_name, 'agency', (select a.name
            from app.membership k join app.agency a on a.id = k.agency_id where k.user_id = u.id
            order by k.created_at, k.id limit 1)) order by u.full_name, u.id)
          from app.shield_member m join app.app_user u on u.id = m.user_id
          where m.shield_id = s.id and m.from_at <= sec.now() and sec.now() < m.until_at), '[]'),
        c.full_name, s.lift_asked_by, l.full_name, s.lift_reason, d.full_name
      from app.shield s left join app.app_user c on c.id = s.created_by left join app.app_user l on l.id = s.lift_asked_by
      left join app.app_user d on d.id = s.lifted_by
      left join lateral (select y.id, y.ref from app.episode_subject e join app.episode y on y.id = e.episode_id
        where e.person_id = s.person_id and e.role = 'CHILD_SUBJECT' order by y.opened_on desc, y.id limit 1) x on true
      where s.id = any (p_ids)
    $$;

  -- Shields are the CAF team's, seals the officer's and the CAF team's; nobody keeps one on a child they are blocked for.
  -- A seal shuts out those who keep it too, unless it names them: the register holds a reference and no child.
  create function sec.may_keep_shields(p_person uuid) returns boolean
    language sql stable security definer set search_path = ''
    as $$
      select sec.role() in ('CAFC', 'IGO') and not exists (select 1 from app.conflict_block b
        where b.person_id = p_person and b.user_id = sec.uid() and b.from_at <= sec.now() and sec.now() < b.until_at)
    $$;

  create function sec.shield_of(p_shield uuid) returns setof sec.shield_row
    language sql stable security definer set search_path = ''
    as $$
      select r.* from sec.shield_rows(array(select s.id from app.shield s where s.id = p_shield
        and sec.may_keep_shields(s.person_id))) r
    $$;

  create function sec.shield_register(p_before timestamptz, p_before_id uuid, p_limit integer) returns setof sec.shield_row
    language sql stable security definer set search_path = ''
    as $$
      select r.* from sec.shield_rows(array(select s.id from app.shield s
        where sec.role() in ('CAFC', 'IGO') and sec.may_keep_shields(s.person_id)
          and (p_before is null or (s.from_at, s.id) < (p_before, p_before_id))
        order by s.from_at desc, s.id desc limit least(p_limit, 101))) r
      order by r.from_at desc, r.id desc
    $$;
  grant execute on function sec.shield_of(uuid), sec.shield_register(timestamptz, uuid, integer) to app_user;`;

const STEPS = `
  -- Holds at once. The household is everybody the child lives with and the other children those people live with: where
  -- they are tells where the child is.
  create function sec.set_shield(p_episode uuid, p_person uuid, p_kind text, p_ground text, p_members uuid[], p_review date)
    returns uuid
    language plpgsql volatile security definer set search_path = ''
    as $$
    declare new_id uuid; adults uuid[];
    begin
      if not sec.may_keep_shields(p_person) or (p_kind = 'SHIELD' and sec.role() <> 'CAFC')
          or p_episode = any (sec.barred_episodes())
          or not exists (select 1 from app.episode_subject s where s.episode_id = p_episode and s.person_id = p_person
            and s.role = 'CHILD_SUBJECT') then
        raise exception 'not allowed to protect this record' using errcode = '42501';
      end if;
      if exists (select 1 from unnest(p_members) m where not exists (select 1 from app.membership k
          where k.user_id = m and k.role not in ('YP', 'PAR', 'ADLT'))) then
        raise exception 'not a worker' using errcode = 'EC003';
      end if;
      perform pg_advisory_xact_lock(hashtextextended('shield ' || p_person, 0));
      if exists (select 1 from app.shield s where s.person_id = p_person and s.kind = p_kind and sec.now() < s.until_at) then
        raise exception 'protected already' using errcode = 'EC001';
      end if;
      adults := array(select r.person_id from app.relationship r where r.child_id = p_person and r.lives_with <> 'NO');
      insert into app.shield (person_id, kind, ground, review_on, household_person_ids, created_by)
      values (p_person, p_kind, p_ground, p_review, array(
        select unnest(adults) union
        select r.child_id from app.relationship r where r.person_id = any (adults) and r.lives_with <> 'NO' and r.child_id <> p_person),
        sec.uid())
      returning id into new_id;
      insert into app.shield_member (shield_id, user_id, created_by)
      select distinct new_id, m, sec.uid() from unnest(p_members) m;
      return new_id;
    end $$;

  create function sec.change_shield(p_shield uuid, p_version integer, p_members uuid[], p_review date) returns boolean
    language plpgsql volatile security definer set search_path = ''
    as $$
    declare s app.shield;
    begin
      select * into s from app.shield where id = p_shield for update;
      if s.id is null or not sec.may_keep_shields(s.person_id) or (s.kind = 'SHIELD' and sec.role() <> 'CAFC') then
        raise exception 'not allowed to change this protection' using errcode = '42501';
      end if;
      if exists (select 1 from unnest(p_members) m where not exists (select 1 from app.membership k
          where k.user_id = m and k.role not in ('YP', 'PAR', 'ADLT'))) then
        raise exception 'not a worker' using errcode = 'EC003';
      end if;
      if s.version <> p_version or sec.now() >= s.until_at then return false; end if;
      update app.shield_member m set until_at = greatest(sec.now(), m.from_at), version = m.version + 1, updated_at = sec.now()
      where m.shield_id = s.id and sec.now() < m.until_at and m.user_id <> all (p_members);
      insert into app.shield_member (shield_id, user_id, created_by)
      select distinct s.id, m, sec.uid() from unnest(p_members) m
      where not exists (select 1 from app.shield_member k where k.shield_id = s.id and k.user_id = m and sec.now() < k.until_at);
      update app.shield set review_on = p_review, version = version + 1, updated_at = sec.now() where id = s.id;
      return true;
    end $$;

  -- Opening takes two: one asks with a reason, another one who may keep it agrees.
  create function sec.lift_shield(p_shield uuid, p_version integer, p_reason text) returns text
    language plpgsql volatile security definer set search_path = ''
    as $$
    declare s app.shield;
    begin
      select * into s from app.shield where id = p_shield for update;
      if s.id is null or not sec.may_keep_shields(s.person_id) then
        raise exception 'not allowed to lift this protection' using errcode = '42501';
      end if;
      if s.version <> p_version or sec.now() >= s.until_at then return 'STALE'; end if;
      if s.lift_asked_by is null then
        update app.shield set lift_asked_by = sec.uid(), lift_asked_at = sec.now(), lift_reason = p_reason,
          version = version + 1, updated_at = sec.now() where id = s.id;
        return 'ASKED';
      end if;
      if s.lift_asked_by = sec.uid() then return 'SAME_PERSON'; end if;
      update app.shield set until_at = greatest(sec.now(), s.from_at), lifted_by = sec.uid(), version = version + 1,
        updated_at = sec.now() where id = s.id;
      return 'LIFTED';
    end $$;
  grant execute on function sec.set_shield(uuid, uuid, text, text, uuid[], date), sec.change_shield(uuid, integer, uuid[], date),
    sec.lift_shield(uuid, integer, text) to app_user;
  -- Only through these: a row written past them would have neither household nor second person.
  revoke insert, update on app.shield, app.shield_member from app_user;`;

/** Shields and seals as people set, change and lift them (rule 6.8). */
export class KeepShields20261123060300 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table app.shield add column lift_asked_by uuid references app.app_user, add column lift_asked_at timestamptz,
        add column lift_reason text, add column lifted_by uuid references app.app_user;
      create index shield_register on app.shield (from_at desc, id desc);`);
    await q.query(ROWS);
    await q.query(STEPS);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      grant insert, update on app.shield, app.shield_member to app_user;
      drop function sec.lift_shield, sec.change_shield, sec.set_shield, sec.shield_register, sec.shield_of,
        sec.may_keep_shields, sec.shield_rows;
      drop type sec.shield_row;
      drop index app.shield_register;
      alter table app.shield drop column lift_asked_by, drop column lift_asked_at, drop column lift_reason, drop column lifted_by;`);
  }
}
