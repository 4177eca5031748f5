import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ROW } from './sql/columns.js';

/**
 * What is known about a person beyond the stub (name, sex, birth date). Whatever could locate somebody lives in rows
 * of its own, so that a shield can hide it without touching a row others may see (REFERENCE 6.8).
 */
export class CreatePeople20261122090200 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table app.other_name (
        ${ROW},
        person_id uuid not null references app.person,
        kind text not null check (kind in ('AKA', 'PREVIOUS', 'BIRTH', 'ALIAS', 'PREFERRED', 'TRANSLIT')),
        given_names text,
        family_name text
      );
      create index other_name_person on app.other_name (person_id);

      create table app.identifier (
        ${ROW},
        person_id uuid not null references app.person,
        kind text not null check (kind in ('NHS', 'UPN', 'FORMER_UPN', 'ULN', 'LOCAL')),
        value text not null,
        status text not null default 'DECLARED' check (status in ('VERIFIED', 'DECLARED'))
      );
      create index identifier_person on app.identifier (person_id);

      create table app.address (
        ${ROW},
        person_id uuid not null references app.person,
        kind text not null check (kind in
          ('HOME', 'OTHER_PARENT', 'TEMPORARY', 'REFUGE', 'PLACEMENT', 'CUSTODY', 'CORRESPONDENCE', 'NFA')),
        lines text,
        postcode text,
        valid_from date,
        valid_to date,
        check (valid_to is null or valid_from is null or valid_to >= valid_from)
      );
      create index address_person on app.address (person_id);

      create table app.contact_point (
        ${ROW},
        person_id uuid not null references app.person,
        kind text not null check (kind in ('PHONE', 'EMAIL')),
        value text not null,
        safe_to_call boolean not null default true,
        safe_to_text boolean not null default true,
        leave_message boolean not null default false
      );
      create index contact_point_person on app.contact_point (person_id);

      create table app.setting (
        ${ROW},
        person_id uuid not null references app.person,
        kind text not null check (kind in ('SCHOOL', 'NURSERY', 'COLLEGE', 'GP', 'HEALTH_VISITOR', 'MIDWIFE', 'EHE', 'NONE')),
        agency_id uuid references app.agency,
        name text not null,
        year_group text,
        valid_from date,
        valid_to date
      );
      create index setting_person on app.setting (person_id);

      create table app.person_fact (
        ${ROW},
        person_id uuid not null references app.person,
        category text not null default 'IDENT' check (category in ('IDENT', 'HEALTH', 'IMMIG')),
        key text not null,
        value jsonb not null,
        constraint person_fact_once unique (person_id, key)
      );

      create table app.relationship (
        ${ROW},
        child_id uuid not null references app.person,
        person_id uuid not null references app.person,
        kind text not null,
        has_pr text not null default 'NOT_KNOWN' check (has_pr in ('YES', 'NO', 'NOT_KNOWN', 'DISPUTED')),
        pr_basis text,
        lives_with text not null default 'NO' check (lives_with in ('FULL_TIME', 'PART_TIME', 'NO')),
        is_carer boolean not null default false,
        portal text not null default 'NONE' check (portal in ('NONE', 'NOT_ASKED', 'VERIFIED', 'RISK')),
        contact_restriction text,
        involvement text,
        valid_from date,
        valid_to date,
        constraint not_own_relative check (child_id <> person_id),
        constraint relationship_once unique (child_id, person_id, kind)
      );
      create index relationship_person on app.relationship (person_id);

      -- Exact-match keys of the index answer (rule R17): compared by equality only, read by one function only.
      create table sec.match_key (
        person_id uuid not null references app.person on delete cascade,
        kind text not null check (kind in ('NHS', 'NAME_DOB_SEX', 'NAME_POSTCODE', 'SURNAME', 'FORENAME', 'POSTCODE')),
        key text not null,
        primary key (person_id, kind, key)
      );
      create index match_key_lookup on sec.match_key (kind, key) include (person_id);
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop table sec.match_key, app.relationship, app.person_fact, app.setting, app.contact_point, app.address,
        app.identifier, app.other_name;
    `);
  }
}
