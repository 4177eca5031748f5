import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CATEGORIES, ROW, list } from './sql/columns.js';

/**
 * The family's agreement: one act of agreeing (who, in what capacity, how, under which wording) and one line for each
 * recipient and kind of information. Lines are never edited; they are ended or superseded (REFERENCE 5.3, 6.2).
 */
export class CreateConsents20261122090400 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table app.consent_statement (
        ${ROW},
        statement_version text not null unique,
        language text not null default 'en',
        body text not null,
        valid_from date not null
      );

      create table app.consent (
        ${ROW},
        episode_id uuid not null references app.episode,
        subject_id uuid not null references app.person,
        giver_person_id uuid not null references app.person,
        capacity text not null check (capacity in
          ('SELF', 'PARENT_PR', 'GUARDIAN', 'LOCAL_AUTHORITY_PR', 'MOTHER_OF_UNBORN', 'BEST_INTERESTS')),
        method text not null check (method in ('WET_INK', 'ON_SCREEN', 'VERBAL_RECORDED', 'PORTAL')),
        witness text,
        statement_version text not null,
        language text not null default 'en',
        interpreter text,
        child_view text,
        competence jsonb,
        given_on date not null,
        given_at timestamptz not null,
        recorded_by_agency_id uuid not null references app.agency
      );
      create index consent_episode on app.consent (episode_id);

      create table app.consent_line (
        ${ROW},
        consent_id uuid not null references app.consent,
        episode_id uuid not null references app.episode,
        subject_id uuid not null references app.person,
        about_person_id uuid references app.person,
        giver_person_id uuid not null references app.person,
        recipient_type text not null check (recipient_type in ('SERVICE', 'PERSON')),
        recipient_agency_id uuid references app.agency,
        recipient_user_id uuid references app.app_user,
        category text not null check (category in (${list(CATEGORIES)})),
        purposes text[] not null,
        decision text not null check (decision in ('GIVEN', 'REFUSED', 'NOT_SOUGHT')),
        conditions text,
        history boolean not null default true,
        index_listing boolean not null default false,
        given_at timestamptz not null,
        valid_from date not null,
        expires_on date,
        from_at timestamptz not null,
        until_at timestamptz not null default 'infinity',
        team_read_until timestamptz not null default 'infinity',
        lead_read_until timestamptz not null default 'infinity',
        status text not null default 'ACTIVE' check (status in ('ACTIVE', 'WITHDRAWN', 'EXPIRED', 'SUPERSEDED')),
        ended_at timestamptz,
        ended_by uuid references app.app_user,
        ended_how text,
        superseded_by_id uuid references app.consent,
        constraint one_recipient check (
          (recipient_type = 'SERVICE' and recipient_agency_id is not null and recipient_user_id is null) or
          (recipient_type = 'PERSON' and recipient_user_id is not null and recipient_agency_id is null)),
        constraint runs_forward check (until_at >= from_at),
        constraint refusal_has_no_end check (decision <> 'REFUSED' or expires_on is null)
      );
      create index consent_line_service on app.consent_line (episode_id, recipient_agency_id, category);
      create index consent_line_person on app.consent_line (episode_id, recipient_user_id, category)
        where recipient_user_id is not null;
      create unique index one_live_line on app.consent_line (episode_id, subject_id, giver_person_id, category,
        coalesce(recipient_agency_id, recipient_user_id), coalesce(about_person_id, subject_id)) where status = 'ACTIVE';

      -- A sensitive service's involvement (rule 6.8): SL1 recorded only, SL2 disclosed to those the lines name.
      create table app.sensitive_service (
        ${ROW},
        episode_id uuid not null references app.episode,
        person_id uuid not null references app.person,
        giver_person_id uuid not null references app.person,
        category text not null check (category in ('SENS_SH', 'SENS_MH', 'SENS_SM')),
        level text not null check (level in ('SL1', 'SL2')),
        line_agreed boolean not null default false,
        agency_id uuid references app.agency,
        worker_id uuid references app.app_user,
        from_at timestamptz not null default sec.now(),
        until_at timestamptz not null default 'infinity'
      );
      create index sensitive_service_episode on app.sensitive_service (episode_id);

      create table app.competence (
        ${ROW},
        person_id uuid not null references app.person,
        matters text[] not null,
        competent boolean not null,
        reasons text not null,
        assessed_by uuid not null references app.app_user,
        from_at timestamptz not null default sec.now(),
        until_at timestamptz not null default 'infinity'
      );
      create index competence_person on app.competence (person_id);

      create table app.court_order (
        ${ROW},
        person_id uuid not null references app.person,
        effect text not null check (effect in ('DISCLOSE', 'RESTRICT', 'CARE_ORDER')),
        recipient_id uuid,
        categories text[] not null default '{}',
        from_at timestamptz not null default sec.now(),
        until_at timestamptz not null default 'infinity'
      );
      create index court_order_person on app.court_order (person_id);
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(
      `drop table app.court_order, app.competence, app.sensitive_service, app.consent_line, app.consent, app.consent_statement;`,
    );
  }
}
