import type { MigrationInterface, QueryRunner } from 'typeorm';

const LIVE = (m: string): string =>
  `${m}.valid_from <= sec.today() and (${m}.valid_to is null or sec.today() <= ${m}.valid_to)`;
const SHIELDS = (h: string): string => `${h}.from_at <= sec.now() and sec.now() < ${h}.until_at
          and child = any (array_append(${h}.protected_person_ids, ${h}.person_id) || ${h}.household_person_ids)`;

/**
 * A police notice nobody has read after a whole working day is brought to whoever manages its readers, once; where nobody does, to
 * the CAF team, with nothing of a record. Of a protected child only those named for the child hear of it.
 */
const PASS_ON = `
  create function sec.pass_on_unread_notices(p_usual integer) returns integer
    language plpgsql volatile security definer set search_path = ''
    as $$
    declare n app.police_notice; child uuid; guarded boolean; readers uuid[]; brought uuid[]; done integer := 0;
    begin
      if not pg_try_advisory_xact_lock(hashtextextended('encircle police notices', 0)) then return 0; end if;
      for n in select p.* from app.police_notice p
        where p.passed_on_at is null and p.created_at > sec.now() - interval '60 days'
          and not exists (select 1 from app.police_notice_reader r where r.notice_id = p.id and r.seen_at is not null)
          and sec.working_day((p.created_at at time zone 'Europe/London')::date,
            coalesce((sec.timescales_at(p.created_at) ->> 'police-notice.read.wd')::integer, p_usual) + 1) <= sec.today()
        order by p.created_at, p.id limit 200 for update skip locked
      loop
        select array_agg(r.user_id), (array_agg(r.person_id) filter (where r.person_id is not null))[1] into readers, child
        from app.police_notice_reader r where r.notice_id = n.id;
        guarded := exists (select 1 from app.shield h where ${SHIELDS('h')});
        brought := array(select distinct m.user_id from app.membership m join app.app_user u on u.id = m.user_id and u.status = 'LIVE'
          where m.role = 'AMGR' and ${LIVE('m')} and m.user_id <> n.author_id and m.user_id <> all (readers)
            and m.agency_id in (select o.agency_id from app.membership o where o.user_id = any (readers) and ${LIVE('o')}
              and (o.professional_role = 'DSL' or o.role = 'AMGR'))
            and not exists (select 1 from app.conflict_block b where b.person_id = child and b.user_id = m.user_id
              and b.from_at <= sec.now() and sec.now() < b.until_at)
            and (not guarded or exists (select 1 from app.shield h join app.shield_member l on l.shield_id = h.id
              where l.user_id = m.user_id and l.from_at <= sec.now() and sec.now() < l.until_at and ${SHIELDS('h')})));
        if cardinality(brought) = 0 then
          child := null;
          brought := array(select distinct m.user_id from app.membership m join app.app_user u on u.id = m.user_id and u.status = 'LIVE'
            where m.role = 'CAFC' and ${LIVE('m')} and m.user_id <> n.author_id and m.user_id <> all (readers));
        end if;
        insert into app.police_notice_reader (notice_id, user_id, person_id) select n.id, b, child from unnest(brought) b;
        insert into app.outbox (topic, recipient_id, payload)
        select 'police-notice.sent', b, jsonb_build_object('noticeId', n.id) from unnest(brought) b;
        update app.police_notice set passed_on_at = sec.now(), version = version + 1, updated_at = sec.now() where id = n.id;
        insert into audit.entry (role, action, outcome, child_ids, categories, basis, channel, result_count)
        values ('SYSTEM', 'police-notice.passed-on', 'ALLOW', case when child is null then '{}' else array[child] end, '{DV}',
          array['POLICE_NOTIFICATION', n.id::text], 'background', cardinality(brought));
        done := done + 1;
      end loop;
      return done;
    end $$;

  -- What the reader has to read, for my week: until they or a colleague it was brought to has written what they did.
  create function sec.police_notice_tasks()
    returns table (id uuid, due date, at timestamptz, version integer)
    language sql stable security definer set search_path = ''
    as $$
      select r.id, n.before_on, r.created_at, r.version
      from app.police_notice_reader r join app.police_notice n on n.id = r.notice_id
      where r.user_id = sec.uid() and r.seen_at is null and n.created_at > sec.now() - interval '60 days'
        and not exists (select 1 from app.police_notice_reader o where o.notice_id = r.notice_id and o.seen_at is not null)
        and (r.person_id is null or (r.person_id <> all (sec.hidden_people()) and r.person_id <> all (sec.barred_people())))
      order by n.before_on, r.id limit 100
    $$;
  revoke all on function sec.pass_on_unread_notices(integer), sec.police_notice_tasks() from public;
  grant execute on function sec.pass_on_unread_notices(integer) to encircle_login;
  grant execute on function sec.police_notice_tasks() to app_user;`;

export class PassOnUnreadNotices20261126220200 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table app.police_notice add column passed_on_at timestamptz;
      create index police_notice_unread on app.police_notice (created_at) where passed_on_at is null;
      ${PASS_ON}`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop function sec.police_notice_tasks(), sec.pass_on_unread_notices(integer);
      drop index app.police_notice_unread;
      alter table app.police_notice drop column passed_on_at;`);
  }
}
