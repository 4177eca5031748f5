import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ROW } from './sql/columns.js';
import { CONTEXT, protect } from './sql/policies.js';

const { UID, ROLE, AGENCY } = CONTEXT;

const EPISODES = '((select sec.barred_episodes())::uuid[])';

/**
 * Asking for support before there is a case (D1), what the CAF team decides on it (D5), and who is asked to take it up. An
 * enquiry is read by whoever made it and their manager, by the CAF team it was sent to, and by whoever is asked to take it
 * up; by nobody else of either service. What was decided and why stands in rows of its own: the enquirer hears the outcome
 * from one function, which says no more than the index would (D6).
 */
export class AskForSupport20261126120000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table app.enquiry (
        ${ROW},
        agency_id uuid not null references app.agency,
        author_id uuid not null references app.app_user,
        kind text not null check (kind in ('SUPPORT', 'ADVICE')),
        source text not null,
        caller_name text check (length(caller_name) <= 120),
        caller_contact text check (length(caller_contact) <= 200),
        is_unborn boolean not null default false,
        given_names text check (length(given_names) <= 100),
        family_name text check (length(family_name) <= 100),
        no_surname boolean not null default false,
        date_of_birth date,
        due_date date,
        sex text,
        postcode text check (length(postcode) <= 12),
        no_fixed_address boolean not null default false,
        setting text check (length(setting) <= 120),
        issues text[] not null default '{}',
        what_for text not null check (length(what_for) between 1 and 4000),
        strengths text check (length(strengths) <= 4000),
        tried text check (length(tried) <= 4000),
        family_knows boolean,
        agreed text check (agreed in ('YES', 'NO', 'NOT_ASKED')),
        agreed_by text check (agreed_by in ('PARENT', 'YOUNG_PERSON')),
        agreed_name text check (length(agreed_name) <= 120),
        agreed_on date,
        pass_on boolean,
        not_to uuid[] not null default '{}',
        may_hear boolean,
        status text not null default 'WAITING' check (status in ('WAITING', 'DECIDED', 'WITHDRAWN')),
        decide_by date not null,
        withdrawn_reason text,
        episode_id uuid references app.episode,
        subject_id uuid references app.person,
        constraint named_with_a_yes check (kind = 'ADVICE' or agreed = 'YES'),
        constraint advice_names_nobody check (kind = 'SUPPORT' or (given_names is null and family_name is null
          and date_of_birth is null and due_date is null and postcode is null and setting is null)),
        constraint withdrawn_says_why check ((status = 'WITHDRAWN') = (withdrawn_reason is not null))
      );
      create index enquiry_own on app.enquiry (author_id, created_at desc, id desc);
      create index enquiry_of_service on app.enquiry (agency_id, created_at desc, id desc);
      create index enquiry_queue on app.enquiry (created_at, id) where status = 'WAITING';
      create index enquiry_episode on app.enquiry (episode_id) where episode_id is not null;

      create table app.enquiry_triage (
        ${ROW},
        enquiry_id uuid not null references app.enquiry,
        decision text not null check (decision in
          ('ADVICE', 'CHECKLIST', 'CAF', 'TEAM_THERE', 'PANEL', 'SOCIAL_CARE', 'NOT_TAKEN')),
        why text not null check (length(why) between 1 and 2000),
        told text check (length(told) <= 2000),
        episode_id uuid references app.episode,
        subject_id uuid references app.person,
        referral_id uuid references app.referral,
        constraint enquiry_decided_once unique (enquiry_id)
      );

      create table app.enquiry_offer (
        ${ROW},
        enquiry_id uuid not null references app.enquiry,
        user_id uuid not null references app.app_user,
        agency_id uuid not null references app.agency,
        status text not null default 'OFFERED' check (status in ('OFFERED', 'ACCEPTED', 'DECLINED', 'TAKEN_BACK')),
        answer_by date not null,
        reason text check (length(reason) <= 1000),
        answered_at timestamptz,
        constraint declined_says_why check ((status = 'DECLINED') = (reason is not null))
      );
      create index enquiry_offer_enquiry on app.enquiry_offer (enquiry_id, created_at);
      create index enquiry_offer_own on app.enquiry_offer (user_id, created_at desc, id desc);
      create unique index enquiry_in_one_hand on app.enquiry_offer (enquiry_id) where status in ('OFFERED', 'ACCEPTED');

      ${protect('app.enquiry')}
      ${protect('app.enquiry_triage')}
      ${protect('app.enquiry_offer')}
      grant select on app.enquiry, app.enquiry_triage, app.enquiry_offer to app_user;
      grant insert on app.enquiry, app.enquiry_triage, app.enquiry_offer to app_user;
      grant update (status, withdrawn_reason, episode_id, subject_id, version, updated_at) on app.enquiry to app_user;
      grant update (status, reason, answered_at, version, updated_at) on app.enquiry_offer to app_user;

      -- A child of the CAF team's own family, as they named it (rule R21): before there is a record to shut them out of.
      create function sec.is_own_relative(p_family text, p_born date) returns boolean
        language sql stable security definer set search_path = ''
        as $$
          select exists (select 1 from app.staff_relative r where r.user_id = sec.uid() and r.ended_at is null
            and r.name_key = sec.fold(p_family) || '|' || to_char(p_born, 'YYYY-MM-DD'))
        $$;

      create policy asked_to_take_it_up on app.enquiry_offer for select to app_user using (
        ${ROLE} = 'CAFC' or user_id = ${UID} or (${ROLE} = 'AMGR' and agency_id = ${AGENCY}));
      create policy caf_team_asks on app.enquiry_offer for insert to app_user
        with check (${ROLE} = 'CAFC' and created_by = ${UID} and user_id <> ${UID});
      create policy own_answer on app.enquiry_offer for update to app_user using (user_id = ${UID} or ${ROLE} = 'CAFC');

      create policy own_or_sent on app.enquiry for select to app_user using (
        author_id = ${UID}
        or (${ROLE} = 'AMGR' and agency_id = ${AGENCY})
        or (${ROLE} = 'CAFC' and status <> 'WITHDRAWN')
        or (status <> 'WITHDRAWN' and ${ROLE} in ('PRACT', 'AMGR') and exists (
          select 1 from app.enquiry_offer o where o.enquiry_id = enquiry.id and o.status in ('OFFERED', 'ACCEPTED')
            and (o.user_id = ${UID} or (${ROLE} = 'AMGR' and o.agency_id = ${AGENCY})))));
      create policy as_oneself on app.enquiry for insert to app_user
        with check (${ROLE} in ('PRACT', 'AMGR', 'CAFC') and author_id = ${UID} and agency_id = ${AGENCY});
      create policy whoever_has_it on app.enquiry for update to app_user using (
        author_id = ${UID} or ${ROLE} = 'CAFC' or exists (
          select 1 from app.enquiry_offer o where o.enquiry_id = enquiry.id and o.status = 'ACCEPTED' and o.user_id = ${UID}));
      create policy not_barred on app.enquiry as restrictive for select to app_user using (
        episode_id is null or episode_id <> all ${EPISODES});
      create policy not_shielded on app.enquiry as restrictive for select to app_user using (
        subject_id is null or author_id = ${UID} or subject_id <> all ((select sec.hidden_people())::uuid[]));
      create policy not_own_family on app.enquiry as restrictive for select to app_user using (
        ${ROLE} <> 'CAFC' or author_id = ${UID} or date_of_birth is null or not sec.is_own_relative(family_name, date_of_birth));

      create policy decides_or_takes_up on app.enquiry_triage for select to app_user using (
        ${ROLE} = 'CAFC' or exists (
          select 1 from app.enquiry_offer o where o.enquiry_id = enquiry_triage.enquiry_id and o.status in ('OFFERED', 'ACCEPTED')
            and (o.user_id = ${UID} or (${ROLE} = 'AMGR' and o.agency_id = ${AGENCY}))));
      create policy caf_team_decides on app.enquiry_triage for insert to app_user
        with check (${ROLE} = 'CAFC' and created_by = ${UID});
      create policy not_barred on app.enquiry_triage as restrictive for select to app_user using (
        (episode_id is null or episode_id <> all ${EPISODES})
        and exists (select 1 from app.enquiry q where q.id = enquiry_id));

      -- Taken back is taken back everywhere: nobody goes on being asked.
      create function sec.take_offers_back() returns trigger
        language plpgsql security definer set search_path = ''
        as $$
        begin
          update app.enquiry_offer set status = 'TAKEN_BACK', answered_at = sec.now(), version = version + 1, updated_at = sec.now()
            where enquiry_id = new.id and status in ('OFFERED', 'ACCEPTED');
          return null;
        end $$;
      create trigger withdrawn after update of status on app.enquiry for each row
        when (new.status = 'WITHDRAWN' and old.status <> 'WITHDRAWN') execute function sec.take_offers_back();

      -- What the enquirer hears. Of a case there is, no more than the index tells them now; of social care, only that it was
      -- dealt with; and nothing but that where the family did not want it.
      create function sec.enquiry_heard(p_enquiry uuid) returns jsonb
        language sql stable security definer set search_path = ''
        as $$
          select jsonb_build_object('outcome', h.outcome,
              'told', case when h.outcome <> 'DEALT_WITH' then h.told end,
              'takenBy', case when h.outcome in ('CHECKLIST', 'CAF') then (
                select a.name from app.enquiry_offer o join app.agency a on a.id = o.agency_id
                where o.enquiry_id = p_enquiry and o.status = 'ACCEPTED' and a.sensitive_class = 'NONE') end,
              'on', (h.created_at at time zone 'Europe/London')::date)
          from (
            select t.told, t.created_at, case
              when q.kind = 'SUPPORT' and q.may_hear is not true then 'DEALT_WITH'
              when t.decision = 'SOCIAL_CARE' then 'DEALT_WITH'
              when t.decision in ('TEAM_THERE', 'PANEL')
                and not (t.subject_id is not null and sec.index_tells(t.episode_id, t.subject_id)) then 'DEALT_WITH'
              else t.decision end as outcome
            from app.enquiry q join app.enquiry_triage t on t.enquiry_id = q.id
            where q.id = p_enquiry
              and (q.author_id = sec.uid() or (sec.role() = 'AMGR' and q.agency_id = sec.agency()))) h
        $$;
      revoke all on function sec.is_own_relative(text, date), sec.enquiry_heard(uuid), sec.take_offers_back() from public;
      grant execute on function sec.is_own_relative(text, date), sec.enquiry_heard(uuid) to app_user;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop function sec.enquiry_heard(uuid);
      drop table app.enquiry_offer, app.enquiry_triage, app.enquiry cascade;
      drop function sec.take_offers_back(), sec.is_own_relative(text, date);
    `);
  }
}
