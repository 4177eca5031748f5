import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ROW } from './sql/columns.js';
import { CONTEXT, notBarred, protect } from './sql/guards.js';

const { UID, ROLE, NOW } = CONTEXT;

const TASK = (episode: string): string => `
  exists (select 1 from app.edge k where k.episode_id = ${episode} and k.user_id = ${UID} and k.kind = 'IGO_TASK'
    and k.from_at <= ${NOW} and ${NOW} < k.until_at)`;

/** Requests for records (rule 6.11): the register, the pack line by line as it was found and as it goes out. */
export class KeepRecordRequests20261125113000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table app.record_request (
        ${ROW},
        reference text not null unique,
        episode_id uuid not null references app.episode,
        episode_ref text not null,
        child_id uuid not null references app.person,
        kind text not null check (kind in ('SUBJECT_ACCESS', 'COURT_COPY')),
        status text not null default 'WAITING' check (status in ('WAITING', 'OPEN', 'PACKED', 'CHECKED', 'SENT', 'REFUSED')),
        requester text not null,
        capacity text not null check (capacity in ('SELF', 'PARENT', 'SOLICITOR', 'COURT')),
        for_person_id uuid references app.person,
        received_on date not null,
        identity_proven_on date,
        identity_how text,
        due_on date,
        extended_by smallint check (extended_by between 1 and 2),
        extension_reason text,
        child_answer text check (child_answer in ('AGREES', 'SAYS_NO')),
        child_words text,
        refusal_ground text check (refusal_ground in ('CHILD_DECIDES', 'NOT_ENTITLED', 'NOT_PROVEN', 'EXCESSIVE')),
        reason text,
        located boolean not null default false,
        always text[] not null default '{}',
        packed_by uuid references app.app_user,
        checked_by uuid references app.app_user,
        digest text,
        sent_on date,
        sent_how text check (sent_how in ('SECURE_LINK', 'BY_HAND', 'TRACKED_POST')),
        proof text,
        constraint refused_says_why check ((status = 'REFUSED') = (refusal_ground is not null)),
        constraint checked_by_another check (checked_by is null or checked_by <> packed_by),
        constraint sent_whole check ((status = 'SENT') = (sent_on is not null and proof is not null))
      );
      create index record_request_register on app.record_request (created_at desc, id desc);
      create index record_request_episode on app.record_request (episode_id);

      create table app.record_request_line (
        ${ROW},
        request_id uuid not null references app.record_request,
        position integer not null,
        source text not null,
        source_id uuid not null,
        day date not null,
        category text not null,
        by_whom text,
        text text not null,
        decision text not null check (decision in ('INCLUDE', 'PART', 'WITHHOLD')),
        ground text check (ground in ('THIRD_PARTY', 'REPORTER', 'OTHER_PERSON', 'CHILD_CONFIDENCE', 'SERIOUS_HARM', 'CRIME',
          'LEGAL_PRIVILEGE', 'LOCATION')),
        passages text[] not null default '{}',
        note text,
        locked boolean not null default false,
        constraint kept_back_says_why check ((decision = 'INCLUDE') = (ground is null)),
        unique (request_id, position)
      );

      ${protect('app.record_request')}
      ${protect('app.record_request_line')}
      grant select, insert, update on app.record_request to app_user;
      grant select, insert on app.record_request_line to app_user;
      grant update (decision, ground, passages, note, version, updated_at) on app.record_request_line to app_user;
      create policy officers on app.record_request to app_user using (${ROLE} = 'IGO')
        with check (${ROLE} = 'IGO' and ${TASK('episode_id')});
      create policy not_barred on app.record_request as restrictive to app_user
        using (${notBarred('episode_id')}) with check (${notBarred('episode_id')});
      -- The words of a record are for an officer with a task on it.
      create policy with_the_task on app.record_request_line to app_user
        using (${ROLE} = 'IGO' and exists (select 1 from app.record_request r where r.id = request_id and ${TASK('r.episode_id')}))
        with check (${ROLE} = 'IGO' and exists (select 1 from app.record_request r where r.id = request_id and ${TASK('r.episode_id')}));

      -- A task on one child of a case, for the officer who works on a request about them; nobody blocked takes one.
      create function sec.take_record_task(p_episode uuid, p_child uuid) returns void
        language plpgsql volatile security definer set search_path = ''
        as $$
        begin
          if sec.role() <> 'IGO' or p_episode = any (sec.barred_episodes()) or p_child = any (sec.barred_people())
              or not exists (select 1 from app.episode_subject s where s.episode_id = p_episode and s.person_id = p_child) then
            raise exception 'not allowed to take this task' using errcode = '42501';
          end if;
          if not exists (select 1 from app.edge e where e.episode_id = p_episode and e.user_id = sec.uid() and e.kind = 'IGO_TASK'
              and e.person_id = p_child and e.from_at <= sec.now() and sec.now() < e.until_at) then
            insert into app.edge (episode_id, user_id, agency_id, kind, person_id, created_by)
            values (p_episode, sec.uid(), sec.agency(), 'IGO_TASK', p_child, sec.uid());
          end if;
        end $$;

      -- When nothing is open about the child any more, nobody's task goes on.
      create function sec.end_record_tasks(p_episode uuid, p_child uuid) returns void
        language plpgsql volatile security definer set search_path = ''
        as $$
        begin
          if sec.role() <> 'IGO' then raise exception 'not allowed to end this task' using errcode = '42501'; end if;
          update app.edge e set until_at = sec.now(), version = e.version + 1, updated_at = sec.now()
          where e.episode_id = p_episode and e.person_id = p_child and e.kind = 'IGO_TASK' and e.from_at < sec.now()
            and sec.now() < e.until_at
            and exists (select 1 from app.record_request r where r.episode_id = p_episode and r.child_id = p_child
              and e.user_id in (r.created_by, r.packed_by, r.checked_by))
            and not exists (select 1 from app.record_request r where r.episode_id = p_episode and r.child_id = p_child
              and r.status not in ('SENT', 'REFUSED'));
        end $$;

      -- Every word that tells where the child is, who helps and where they work: for a copy of a shielded record.
      create function sec.locating_words(p_episode uuid, p_child uuid) returns text[]
        language sql stable security definer set search_path = ''
        as $$
          with near as (
            select p_child as id union
            select r.person_id from app.relationship r where r.child_id = p_child and r.lives_with <> 'NO'),
          helpers as (select distinct e.user_id, e.agency_id from app.edge e where e.episode_id = p_episode)
          select coalesce(array_agg(distinct trim(w.word)) filter (where length(trim(w.word)) > 2), '{}') from (
            select unnest(regexp_split_to_array(a.lines, E'[,\\n]')) as word from app.address a where a.person_id in (select id from near)
            union all select a.postcode from app.address a where a.person_id in (select id from near)
            union all select split_part(a.postcode, ' ', 1) from app.address a where a.person_id in (select id from near)
            union all select s.name from app.setting s where s.person_id in (select id from near)
            union all select g.name from app.setting s join app.agency g on g.id = s.agency_id where s.person_id in (select id from near)
            union all select c.value from app.contact_point c where c.person_id in (select id from near)
            union all select g.name from helpers h join app.agency g on g.id = h.agency_id
            union all select u.full_name from helpers h join app.app_user u on u.id = h.user_id
            union all select unnest(regexp_split_to_array(u.full_name, ' ')) from helpers h join app.app_user u on u.id = h.user_id
            union all select u.phone from helpers h join app.app_user u on u.id = h.user_id
            union all select p.place from app.meeting_place p where p.episode_id = p_episode) w
          where sec.role() = 'IGO' and exists (select 1 from app.edge k where k.episode_id = p_episode and k.user_id = sec.uid()
            and k.kind = 'IGO_TASK' and k.person_id = p_child and k.from_at <= sec.now() and sec.now() < k.until_at)
        $$;
      revoke all on function sec.take_record_task(uuid, uuid), sec.end_record_tasks(uuid, uuid), sec.locating_words(uuid, uuid)
        from public;
      grant execute on function sec.take_record_task(uuid, uuid), sec.end_record_tasks(uuid, uuid), sec.locating_words(uuid, uuid)
        to app_user;`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop function sec.locating_words(uuid, uuid), sec.end_record_tasks(uuid, uuid), sec.take_record_task(uuid, uuid);
      drop table app.record_request_line, app.record_request;`);
  }
}
