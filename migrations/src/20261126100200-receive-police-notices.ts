import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ROW } from './sql/columns.js';
import { CONTEXT, protect } from './sql/guards.js';

const { UID } = CONTEXT;

const LIVE = (m: string): string =>
  `${m}.valid_from <= sec.today() and (${m}.valid_to is null or sec.today() <= ${m}.valid_to)`;

/**
 * Police tell a school's key adult before the next school day that a child was there when there was violence at home. Whoever
 * sends it names the child and the incident; where it goes is found here, and the sender never learns it.
 */
const SEND = `
  create function sec.send_police_notice(p_id uuid, p jsonb, p_before date) returns void
    language plpgsql volatile security definer set search_path = ''
    as $$
    declare n app.police_notice; child uuid; school uuid; guarded boolean; readers uuid[];
    begin
      if not (sec.role() in ('CAFC', 'MASH') or (sec.role() in ('PRACT', 'AMGR')
          and exists (select 1 from app.agency a where a.id = sec.agency() and a.kind = 'POLICE'))) then
        raise exception 'this service sends no police notices' using errcode = '42501';
      end if;
      insert into app.police_notice (id, author_id, source_agency_id, given_names, family_name, date_of_birth, incident_on, facts,
        before_on, created_by)
      select p_id, sec.uid(), sec.agency(), x.given_names, x.family_name, x.date_of_birth, x.incident_on, x.facts, p_before, sec.uid()
      from jsonb_populate_record(null::app.police_notice, p) x returning * into n;

      select case when count(*) = 1 then (array_agg(c.id))[1] end into child from app.person c
      where c.date_of_birth = n.date_of_birth and c.kind = 'CHILD' and c.merged_into_id is null and c.id <> all (sec.barred_people())
        and sec.fold(c.family_name) = sec.fold(n.family_name)
        and sec.fold(n.given_names) in (sec.fold(c.given_names), sec.fold(split_part(c.given_names, ' ', 1)),
          sec.fold(c.preferred_name));
      select s.agency_id into school from app.setting s
      where s.person_id = child and s.kind in ('SCHOOL', 'NURSERY', 'COLLEGE') and s.agency_id is not null
        and coalesce(s.valid_from, sec.today()) <= sec.today() and coalesce(s.valid_to, sec.today()) >= sec.today()
      order by s.valid_from desc nulls last, s.id limit 1;
      guarded := exists (select 1 from app.shield h where h.from_at <= sec.now() and sec.now() < h.until_at
        and child = any (array_append(h.protected_person_ids, h.person_id) || h.household_person_ids));

      -- The designated lead of the school, or who manages there. Of a protected child only those named for the child.
      with here as (
        select m.user_id, m.role, m.agency_id, m.professional_role, exists (
            select 1 from app.shield h join app.shield_member l on l.shield_id = h.id
            where l.user_id = m.user_id and l.from_at <= sec.now() and sec.now() < l.until_at and h.from_at <= sec.now()
              and sec.now() < h.until_at and child = any (array_append(h.protected_person_ids, h.person_id) || h.household_person_ids)) as named
        from app.membership m join app.app_user u on u.id = m.user_id and u.status = 'LIVE'
        where ${LIVE('m')} and (m.agency_id = school or (guarded and m.role = 'CAFC')) and m.user_id <> sec.uid()
          and not exists (select 1 from app.conflict_block b where b.person_id = child and b.user_id = m.user_id
            and b.from_at <= sec.now() and sec.now() < b.until_at)),
      ranked as (
        select h.user_id, case
            when guarded and not h.named then null
            when guarded then case when h.agency_id = school then 1 else 2 end
            when h.professional_role = 'DSL' then 1
            when h.role = 'AMGR' then 2 end as rank from here h)
      select array_agg(distinct r.user_id) into readers from ranked r
      where r.rank = (select min(o.rank) from ranked o);
      if readers is null then
        -- Nobody to bring it to: the CAF team, with the words of the notice and nothing of a record.
        child := null;
        select array_agg(distinct m.user_id) into readers from app.membership m join app.app_user u on u.id = m.user_id
          and u.status = 'LIVE' where m.role = 'CAFC' and ${LIVE('m')} and m.user_id <> sec.uid();
      end if;
      insert into app.police_notice_reader (notice_id, user_id, person_id, created_by)
      select p_id, r, child, sec.uid() from unnest(readers) r;
      insert into app.outbox (topic, recipient_id, payload)
      select 'police-notice.sent', r, jsonb_build_object('noticeId', p_id) from unnest(readers) r;
    end $$;
  revoke all on function sec.send_police_notice(uuid, jsonb, date) from public;
  grant execute on function sec.send_police_notice(uuid, jsonb, date) to app_user;`;

export class ReceivePoliceNotices20261126100200 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table app.police_notice (
        ${ROW},
        author_id uuid not null references app.app_user,
        source_agency_id uuid not null references app.agency,
        source text not null default 'POLICE_NOTIFICATION' check (source = 'POLICE_NOTIFICATION'),
        category text not null default 'DV' check (category = 'DV'),
        given_names text not null check (length(given_names) between 1 and 100),
        family_name text not null check (length(family_name) between 1 and 100),
        date_of_birth date not null,
        incident_on date not null,
        facts text not null check (length(facts) between 10 and 2000),
        before_on date not null
      );
      create index police_notice_own on app.police_notice (author_id, created_at desc);

      -- Whom it was brought to, and what they did. The sender reads none of it.
      create table app.police_notice_reader (
        ${ROW},
        notice_id uuid not null references app.police_notice,
        user_id uuid not null references app.app_user,
        person_id uuid references app.person,
        seen_at timestamptz,
        done text check (length(done) between 10 and 2000),
        constraint seen_says_what check ((seen_at is null) = (done is null)),
        constraint police_notice_reader_once unique (notice_id, user_id)
      );
      create index police_notice_reader_user on app.police_notice_reader (user_id, created_at desc);

      ${protect('app.police_notice')}
      ${protect('app.police_notice_reader')}
      grant select on app.police_notice, app.police_notice_reader to app_user;
      grant update (seen_at, done, version, updated_at) on app.police_notice_reader to app_user;
      create policy own on app.police_notice_reader to app_user using (user_id = ${UID}) with check (user_id = ${UID});
      create policy not_shielded on app.police_notice_reader as restrictive to app_user
        using (person_id is null or person_id <> all ((select sec.hidden_people())::uuid[]));
      create policy not_barred on app.police_notice_reader as restrictive to app_user
        using (person_id is null or person_id <> all ((select sec.barred_people())::uuid[]));
      create policy sent_or_brought on app.police_notice for select to app_user using (author_id = ${UID}
        or exists (select 1 from app.police_notice_reader r where r.notice_id = police_notice.id));
      ${SEND}`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop function sec.send_police_notice(uuid, jsonb, date);
      drop table app.police_notice_reader, app.police_notice;`);
  }
}
