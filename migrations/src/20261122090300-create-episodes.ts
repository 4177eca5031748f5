import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ROW, label } from './sql/columns.js';

export const STATES = `'CONCERN', 'CONSENT_SEEKING', 'TAP', 'ASSESSING', 'ASSESSED', 'TAC_PLANNED', 'PLAN_ACTIVE',
  'PANEL_REVIEW', 'STEP_UP_PENDING', 'PAUSED_STATUTORY', 'TRANSFER_PENDING', 'CLOSED', 'REJECTED', 'MERGED',
  'ARCHIVED', 'DISPOSED'`;

/**
 * The episode holds only what the index may say; level, issues and words are labelled content beside it. Edges are
 * the truth of who works the case: end-dated, never deleted, so that any past moment can be asked about.
 */
export class CreateEpisodes20261122090300 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create sequence sec.reference_number;

      create table app.episode (
        ${ROW},
        ref text not null unique,
        type text not null check (type in ('CHILD', 'FAMILY')),
        state text not null check (state in (${STATES})),
        state_before text check (state_before in (${STATES})),
        state_since timestamptz not null default sec.now(),
        source_of_concern text not null,
        initiating_agency_id uuid not null references app.agency,
        locality text not null,
        opened_on date not null,
        agreed_on date,
        completed_on date,
        plan_agreed_on date,
        next_review_on date,
        closed_on date,
        closed_at timestamptz,
        closure_reason text,
        withdrawn_at timestamptz,
        legal_hold boolean not null default false,
        disputed_consent boolean not null default false,
        constraint closed_has_reason check ((state <> 'CLOSED') or (closed_on is not null and closure_reason is not null))
      );
      create index episode_state on app.episode (state, opened_on);

      create table app.episode_subject (
        ${ROW},
        episode_id uuid not null references app.episode deferrable initially deferred,
        person_id uuid not null references app.person,
        role text not null check (role in ('CHILD_SUBJECT', 'ADULT_SUBJECT', 'HOUSEHOLD_ONLY')),
        position smallint not null default 0,
        constraint episode_subject_once unique (episode_id, person_id)
      );
      create index episode_subject_person on app.episode_subject (person_id);

      create table app.edge (
        ${ROW},
        episode_id uuid not null references app.episode deferrable initially deferred,
        user_id uuid not null references app.app_user,
        agency_id uuid not null references app.agency,
        kind text not null check (kind in ('AUTHOR', 'LP', 'TACM', 'REFERRER', 'CAFC_TASK', 'BROKER_TASK', 'AUDIT',
          'IGO_TASK', 'PANEL_AGENDA', 'MASH_CONCERN')),
        lead_type text check (lead_type in ('LEAD_PROFESSIONAL', 'KEY_WORKER')),
        professional_role text not null default 'OTHER',
        sensitive_class text not null default 'NONE' check (sensitive_class in ('NONE', 'SENS_SH', 'SENS_MH', 'SENS_SM')),
        categories text[] not null default '{}',
        person_id uuid references app.person,
        from_at timestamptz not null default sec.now(),
        until_at timestamptz not null default 'infinity',
        -- After closing, what is left of the place (rule 6.10); precomputed so that the guard compares one column.
        read_until timestamptz not null default 'infinity',
        ended_reason text,
        check (until_at > from_at)
      );
      create index edge_episode on app.edge (episode_id) include (user_id, agency_id, kind, from_at, until_at, read_until);
      create index edge_user on app.edge (user_id, episode_id) include (agency_id, kind, from_at, until_at, read_until);
      create index edge_agency on app.edge (agency_id, episode_id) include (user_id, kind, from_at, until_at, read_until);
      create unique index one_lead_at_a_time on app.edge (episode_id) where kind = 'LP' and until_at = 'infinity';
      create unique index one_live_edge_of_a_kind on app.edge (episode_id, user_id, kind) where until_at = 'infinity';

      -- Drives lists (which rows, in which order); never decides. Static order, so a save fans out to nothing.
      create table app.case_grant (
        principal_id uuid not null,
        episode_id uuid not null references app.episode deferrable initially deferred,
        open boolean not null default true,
        opened_on date not null,
        expires timestamptz not null default 'infinity',
        primary key (principal_id, episode_id)
      );
      create index case_grant_list on app.case_grant (principal_id, open, opened_on desc, episode_id) include (expires);

      create table app.episode_move (
        ${ROW},
        ${label('INVOLVE')},
        transition text not null,
        from_state text,
        to_state text not null,
        happened_on date not null,
        reason text,
        recorded jsonb not null default '{}'
      );
      create index episode_move_episode on app.episode_move (episode_id, created_at);

      create table app.case_fact (
        ${ROW},
        ${label()},
        kind text not null check (kind in ('LEVEL', 'ISSUES', 'OWN_WORDS', 'FLAG', 'GOING_WELL', 'HELP_WANTED',
          'CONCERN', 'PRECAF', 'STANDING', 'CLOSURE', 'WISHES', 'RISK_VIEW', 'REFUSAL')),
        body jsonb not null,
        said_on date,
        ended_at timestamptz
      );
      create index case_fact_episode on app.case_fact (episode_id, kind);

      create table app.nomination (
        ${ROW},
        episode_id uuid not null references app.episode,
        nominee_id uuid not null references app.app_user,
        nominee_agency_id uuid not null references app.agency,
        lead_type text not null default 'LEAD_PROFESSIONAL' check (lead_type in ('LEAD_PROFESSIONAL', 'KEY_WORKER')),
        status text not null default 'PROPOSED' check (status in ('PROPOSED', 'ACCEPTED', 'DECLINED', 'TAKEN_BACK')),
        family_preference text,
        message text,
        decided_at timestamptz,
        decline_reason text,
        constraint declined_says_why check (status <> 'DECLINED' or decline_reason is not null)
      );
      create index nomination_nominee on app.nomination (nominee_id, status);
      create unique index one_open_nomination on app.nomination (episode_id) where status = 'PROPOSED';
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop table app.nomination, app.case_fact, app.episode_move, app.case_grant, app.edge, app.episode_subject, app.episode;
      drop sequence sec.reference_number;
    `);
  }
}
