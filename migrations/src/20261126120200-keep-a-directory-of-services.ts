import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ROW } from './sql/columns.js';
import { CONTEXT, protect } from './sql/policies.js';

const { UID, ROLE, AGENCY } = CONTEXT;

/**
 * What services there are, for everybody at work to look up (J5), and asking one of them to join the work with a child. The
 * words of a question stand in the row of that question, which is read by whoever leads, by whoever asked, and by the worker
 * who is asked for as long as the family agrees to the service. A yes makes that worker a member of the team.
 */
export class KeepADirectoryOfServices20261126120200 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table app.service_entry (
        ${ROW},
        agency_id uuid not null references app.agency,
        contact_id uuid references app.app_user,
        name text not null check (length(name) between 3 and 120),
        what text not null check (length(what) between 10 and 2000),
        age_from integer not null check (age_from between 0 and 25),
        age_to integer not null check (age_to between 0 and 25),
        levels integer[] not null check (cardinality(levels) > 0 and levels <@ array[1, 2, 3, 4]),
        topics text[] not null default '{}',
        area text check (length(area) <= 120),
        how text not null check (length(how) between 5 and 1000),
        opening text check (length(opening) <= 300),
        phone text check (length(phone) <= 40),
        checked_on date not null,
        checked_by uuid not null references app.app_user,
        ended_on date,
        constraint ages_in_order check (age_from <= age_to)
      );
      create unique index service_entry_name on app.service_entry (lower(name), agency_id) where ended_on is null;
      create index service_entry_list on app.service_entry (lower(name), id) where ended_on is null;
      ${protect('app.service_entry')}
      grant select, insert on app.service_entry to app_user;
      grant update (contact_id, name, what, age_from, age_to, levels, topics, area, how, opening, phone, checked_on, checked_by,
        ended_on, version, updated_at) on app.service_entry to app_user;
      create policy workers_look_up on app.service_entry for select to app_user
        using (${ROLE} in ('PRACT', 'AMGR', 'CAFC', 'MASH', 'IGO'));
      create policy caf_team_adds on app.service_entry for insert to app_user
        with check (${ROLE} = 'CAFC' and created_by = ${UID} and checked_by = ${UID});
      create policy caf_team_keeps on app.service_entry for update to app_user
        using (${ROLE} = 'CAFC') with check (${ROLE} = 'CAFC' and checked_by = ${UID});

      create table app.service_request (
        ${ROW},
        entry_id uuid not null references app.service_entry,
        episode_id uuid not null references app.episode,
        subject_id uuid not null references app.person,
        asker_id uuid not null references app.app_user,
        asker_agency_id uuid not null references app.agency,
        user_id uuid not null references app.app_user,
        agency_id uuid not null references app.agency,
        child_name text not null check (length(child_name) between 1 and 120),
        words text not null check (length(words) between 20 and 2000),
        status text not null default 'WAITING' check (status in ('WAITING', 'ACCEPTED', 'DECLINED', 'TAKEN_BACK')),
        answer_by date not null,
        reason text check (length(reason) <= 1000),
        answered_at timestamptz,
        constraint service_declined_says_why check ((status = 'DECLINED') = (reason is not null))
      );
      create index service_request_episode on app.service_request (episode_id, created_at desc, id desc);
      create index service_request_asked on app.service_request (user_id, created_at desc, id desc);
      create unique index service_request_once on app.service_request (episode_id, subject_id, agency_id) where status = 'WAITING';
      ${protect('app.service_request')}
      grant select, insert on app.service_request to app_user;
      grant update (status, reason, answered_at, version, updated_at) on app.service_request to app_user;

      -- The family's yes to a service, about one child, in force now: without it the question is not there for whoever is asked.
      create function sec.lets_in_now(p_episode uuid, p_subject uuid, p_agency uuid) returns boolean
        language sql stable security definer set search_path = ''
        as $$
          select exists (select 1 from app.consent_line c where c.episode_id = p_episode and c.subject_id = p_subject
              and c.recipient_agency_id = p_agency and c.category = 'INVOLVE' and c.decision = 'GIVEN' and c.status = 'ACTIVE'
              and c.from_at <= sec.now() and sec.now() < c.until_at)
            and not exists (select 1 from app.consent_line r where r.episode_id = p_episode and r.subject_id = p_subject
              and r.recipient_agency_id = p_agency and r.category = 'INVOLVE' and r.decision = 'REFUSED' and r.status = 'ACTIVE')
        $$;

      create policy leads_or_asked on app.service_request for select to app_user using (
        asker_id = ${UID} or (${ROLE} <> 'CAFC' and sec.leads(episode_id))
        or ((user_id = ${UID} or (${ROLE} = 'AMGR' and agency_id = ${AGENCY})) and status in ('WAITING', 'ACCEPTED')
          and sec.lets_in_now(episode_id, subject_id, agency_id)));
      create policy whoever_leads_asks on app.service_request for insert to app_user with check (
        ${ROLE} in ('PRACT', 'AMGR') and asker_id = ${UID} and asker_agency_id = ${AGENCY} and created_by = ${UID}
        and user_id <> ${UID} and sec.leads(episode_id) and sec.lets_in_now(episode_id, subject_id, agency_id));
      create policy lead_takes_back on app.service_request for update to app_user
        using (asker_id = ${UID} or (${ROLE} <> 'CAFC' and sec.leads(episode_id)));
      create policy not_barred on app.service_request as restrictive to app_user
        using (episode_id <> all ((select sec.barred_episodes())::uuid[]))
        with check (episode_id <> all ((select sec.barred_episodes())::uuid[]));
      create policy not_shielded on app.service_request as restrictive to app_user
        using (subject_id <> all ((select sec.hidden_people())::uuid[]))
        with check (subject_id <> all ((select sec.hidden_people())::uuid[]));

      -- The worker's answer. A yes is a place on the team, while the question waits, the family agrees and the case is at work;
      -- after a no, with its reason, the question is no longer theirs to read.
      create function sec.answer_service_request(p_request uuid, p_version integer, p_no text) returns boolean
        language plpgsql volatile security definer set search_path = ''
        as $$
        declare r app.service_request;
        begin
          select * into r from app.service_request where id = p_request and user_id = sec.uid() and status = 'WAITING'
            and version = p_version for update;
          if r.id is null or not sec.lets_in_now(r.episode_id, r.subject_id, r.agency_id)
            or r.episode_id = any (sec.barred_episodes()) or r.subject_id = any (sec.hidden_people()) then
            return false;
          end if;
          if p_no is not null then
            update app.service_request set status = 'DECLINED', reason = p_no, answered_at = sec.now(), version = version + 1,
              updated_at = sec.now() where id = r.id;
            return true;
          end if;
          if not exists (select 1 from app.episode x where x.id = r.episode_id and x.state in ('ASSESSING', 'ASSESSED',
              'TAC_PLANNED', 'PLAN_ACTIVE', 'PANEL_REVIEW', 'STEP_UP_PENDING')) then
            return false;
          end if;
          update app.service_request set status = 'ACCEPTED', answered_at = sec.now(), version = version + 1, updated_at = sec.now()
            where id = r.id;
          if not exists (select 1 from app.edge e where e.episode_id = r.episode_id and e.user_id = r.user_id and e.kind = 'TACM'
              and e.until_at = 'infinity') then
            insert into app.edge (episode_id, user_id, agency_id, kind, professional_role, sensitive_class, created_by)
            select r.episode_id, r.user_id, r.agency_id, 'TACM', m.professional_role, 'NONE', r.asker_id
            from app.membership m where m.user_id = r.user_id and m.agency_id = r.agency_id order by m.valid_from desc, m.id limit 1;
          end if;
          return true;
        end $$;
      revoke all on function sec.lets_in_now(uuid, uuid, uuid), sec.answer_service_request(uuid, integer, text) from public;
      grant execute on function sec.lets_in_now(uuid, uuid, uuid), sec.answer_service_request(uuid, integer, text) to app_user;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop function sec.answer_service_request(uuid, integer, text);
      drop table app.service_request, app.service_entry;
      drop function sec.lets_in_now(uuid, uuid, uuid);
    `);
  }
}
