import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ROW } from './sql/columns.js';

/** Agencies, teams, people with accounts and the hats they wear; sessions and what guards signing in. */
export class CreateDirectory20261122090100 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table app.agency (
        ${ROW},
        name text not null check (length(name) between 2 and 120),
        kind text not null,
        report_group text not null,
        sensitive_class text not null default 'NONE' check (sensitive_class in ('NONE', 'SENS_SH', 'SENS_MH', 'SENS_SM')),
        phone text,
        in_agreement_from date not null,
        in_agreement_to date,
        constraint agency_name_once unique (name)
      );

      create table app.team (
        ${ROW},
        agency_id uuid not null references app.agency,
        name text not null,
        constraint team_name_once unique (agency_id, name)
      );

      create table app.person (
        ${ROW},
        kind text not null check (kind in ('CHILD', 'ADULT')),
        is_unborn boolean not null default false,
        given_names text check (length(given_names) <= 100),
        family_name text check (length(family_name) <= 100),
        no_surname boolean not null default false,
        preferred_name text check (length(preferred_name) <= 100),
        pronouns text check (length(pronouns) <= 30),
        date_of_birth date,
        dob_status text check (dob_status in ('VERIFIED', 'DECLARED', 'ESTIMATED')),
        due_date date,
        mother_id uuid references app.person,
        sex text not null default 'UNKNOWN' check (sex in ('MALE', 'FEMALE', 'INDETERMINATE', 'UNKNOWN')),
        deceased_on date,
        merged_into_id uuid references app.person,
        constraint unborn_has_due_date check (
          not is_unborn or (kind = 'CHILD' and due_date is not null and date_of_birth is null and sex = 'UNKNOWN')),
        constraint born_child_has_birth_date check (kind = 'ADULT' or is_unborn or date_of_birth is not null),
        constraint named check (is_unborn or given_names is not null),
        constraint surname_or_none check (is_unborn or no_surname or family_name is not null)
      );

      create table app.app_user (
        ${ROW},
        email text not null check (email = lower(email)),
        full_name text not null,
        phone text,
        status text not null default 'LIVE' check (status in ('LIVE', 'DISABLED')),
        person_id uuid references app.person,
        vetting_valid_to date,
        training_valid_to date,
        constraint app_user_email_once unique (email)
      );
      alter table app.person add foreign key (created_by) references app.app_user deferrable initially deferred;

      create table app.membership (
        ${ROW},
        user_id uuid not null references app.app_user,
        agency_id uuid references app.agency,
        team_id uuid references app.team,
        role text not null check (role in
          ('PRACT', 'AMGR', 'CAFC', 'PANEL', 'MASH', 'ANLY', 'AUDR', 'IGO', 'SADM', 'EXTM', 'YP', 'PAR', 'ADLT')),
        professional_role text not null default 'OTHER',
        job_title text not null,
        valid_from date not null,
        valid_to date,
        constraint worker_has_agency check (role in ('YP', 'PAR', 'ADLT') or agency_id is not null)
      );
      create index membership_user on app.membership (user_id);
      create index membership_agency on app.membership (agency_id, role);

      create table sec.credential (
        user_id uuid primary key references app.app_user,
        password_hash text not null,
        demo boolean not null default false,
        changed_at timestamptz not null default now()
      );

      create table sec.session (
        token_hash bytea primary key,
        user_id uuid not null references app.app_user,
        membership_id uuid not null references app.membership,
        csrf_hash bytea not null,
        assurance text not null default 'PASSWORD',
        started_at timestamptz not null default clock_timestamp(),
        signed_in_at timestamptz not null default clock_timestamp(),
        last_seen_at timestamptz not null default clock_timestamp(),
        idle interval not null,
        expires_at timestamptz not null,
        locked boolean not null default false,
        ended_at timestamptz
      );
      create index session_of_user on sec.session (user_id) where ended_at is null;

      create table sec.sign_in_throttle (
        key bytea primary key,
        failures integer not null,
        last_failed_at timestamptz not null,
        blocked_until timestamptz not null
      );
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop table sec.sign_in_throttle, sec.session, sec.credential, app.membership;
      alter table app.person drop constraint person_created_by_fkey;
      drop table app.app_user, app.person, app.team, app.agency;
    `);
  }
}
