import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ROW } from './sql/columns.js';
import { CONTEXT, protect } from './sql/policies.js';

const { UID, ROLE } = CONTEXT;

/**
 * Asking to join the work with a child whom one knows from an index answer only (rules R17, R07). The question reaches
 * whoever leads; the asker has their own words back and the outcome. It is written by one function that says yes only
 * where the index would have told of the record.
 */
export class AskToJoin20261125100000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table app.join_request (
        ${ROW},
        ask_id uuid not null,
        episode_id uuid not null references app.episode,
        subject_id uuid not null references app.person,
        requester_id uuid not null references app.app_user,
        requester_agency_id uuid not null references app.agency,
        asked_for text not null check (length(asked_for) between 1 and 200),
        why text not null check (length(why) between 20 and 1000),
        status text not null default 'WAITING' check (status in ('WAITING', 'ACCEPTED', 'DECLINED')),
        answered_by uuid references app.app_user,
        answered_at timestamptz,
        reason text,
        constraint answered_whole check ((status = 'WAITING') = (answered_at is null) and (status = 'WAITING') = (answered_by is null)),
        constraint reason_of_a_no check ((status = 'DECLINED') = (reason is not null))
      );
      create index join_request_episode on app.join_request (episode_id, created_at);
      create unique index join_request_open on app.join_request (episode_id, requester_id) where status = 'WAITING';
      create index join_request_own on app.join_request (requester_id, created_at);
      ${protect('app.join_request')}
      grant select on app.join_request to app_user;
      grant update (status, reason, answered_by, answered_at, version, updated_at) on app.join_request to app_user;
      create policy own_or_leads on app.join_request for select to app_user using (
        requester_id = ${UID} or (sec.leads(episode_id) and subject_id <> all ((select sec.hidden_people())::uuid[])));
      create policy whoever_leads_answers on app.join_request for update to app_user
        using (${ROLE} in ('PRACT', 'AMGR', 'CAFC') and sec.leads(episode_id) and requester_id <> ${UID});
      create policy not_barred on app.join_request as restrictive for select to app_user
        using (episode_id <> all ((select sec.barred_episodes())::uuid[]));

      -- The floor under the policy's index answer: not yet a case, no longer one, protected and refused are nobody.
      create function sec.index_tells(p_episode uuid, p_subject uuid) returns boolean
        language sql stable security definer set search_path = ''
        as $$
          select exists (select 1 from app.episode x
            join app.episode_subject s on s.episode_id = x.id and s.role = 'CHILD_SUBJECT' and s.person_id = p_subject
            where x.id = p_episode and x.state not in ('CONCERN', 'REJECTED', 'ARCHIVED', 'MERGED', 'DISPOSED')
              and x.id <> all (sec.barred_episodes()) and p_subject <> all (sec.hidden_people())
              and not exists (select 1 from app.shield h join app.episode_subject o on o.person_id = h.person_id
                where o.episode_id = x.id and h.from_at <= sec.now() and sec.now() < h.until_at)
              and not exists (select 1 from app.consent_line r where r.episode_id = x.id and r.decision = 'REFUSED'
                and r.status = 'ACTIVE' and r.recipient_agency_id = sec.agency()))
        $$;

      -- Written down once while it waits. Answers whom to tell: whoever leads.
      create function sec.ask_to_join(p_ask uuid, p_episode uuid, p_subject uuid, p_asked_for text, p_why text) returns jsonb
        language plpgsql volatile security definer set search_path = ''
        as $$
        begin
          if sec.role() not in ('PRACT', 'AMGR') or exists (
              select 1 from app.agency a where a.id = sec.agency() and a.sensitive_class <> 'NONE') then
            raise exception 'this role does not ask to join' using errcode = '42501';
          end if;
          if exists (select 1 from app.edge e where e.episode_id = p_episode and e.user_id = sec.uid()
              and e.kind in ('LP', 'AUTHOR', 'TACM') and e.from_at <= sec.now() and sec.now() < e.until_at) then
            return jsonb_build_object('state', 'ON_TEAM', 'to', '[]'::jsonb);
          end if;
          if not sec.index_tells(p_episode, p_subject) then
            return jsonb_build_object('state', 'HIDDEN', 'to', '[]'::jsonb);
          end if;
          insert into app.join_request (ask_id, episode_id, subject_id, requester_id, requester_agency_id, asked_for, why, created_by)
          values (p_ask, p_episode, p_subject, sec.uid(), sec.agency(), p_asked_for, p_why, sec.uid())
          on conflict (episode_id, requester_id) where status = 'WAITING' do nothing;
          if not found then return jsonb_build_object('state', 'WAITING', 'to', '[]'::jsonb); end if;
          return jsonb_build_object('state', 'ASKED', 'to', (
            with here as (
              select e.user_id, e.kind from app.edge e where e.episode_id = p_episode and e.kind in ('LP', 'AUTHOR')
                and e.from_at <= sec.now() and sec.now() < e.until_at)
            select coalesce(jsonb_agg(distinct h.user_id), '[]') from here h
            where h.kind = 'LP' or not exists (select 1 from here l where l.kind = 'LP')));
        end $$;
      revoke all on function sec.index_tells(uuid, uuid), sec.ask_to_join(uuid, uuid, uuid, text, text) from public;
      grant execute on function sec.ask_to_join(uuid, uuid, uuid, text, text) to app_user;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop function sec.ask_to_join(uuid, uuid, uuid, text, text), sec.index_tells(uuid, uuid);
      drop table app.join_request;
    `);
  }
}
