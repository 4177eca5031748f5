import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CATEGORIES, ROW, list } from './sql/columns.js';
import { CONTEXT, protect } from './sql/policies.js';
import { DISCLOSURE_STEPS, DISCLOSURE_STEPS_DOWN } from './sql/emergency/disclosures.js';

const { UID, AGENCY, ROLE } = CONTEXT;

/**
 * Sharing without agreement (rule 6.7), and decisions not to share: what, to whom, on what ground, who was told. What the
 * recipient may see of it is a row of `app.access_grant`; both are written by one function of `sec`.
 */
export class CreateDisclosures20261123051000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table app.disclosure (
        ${ROW},
        reference text not null,
        decision text not null check (decision in ('SHARED', 'NOT_SHARED')),
        emergency boolean not null default false,
        episode_id uuid not null references app.episode,
        subject_id uuid not null references app.person,
        author_id uuid not null references app.app_user,
        source_agency_id uuid not null references app.agency,
        recipient_agency_id uuid references app.agency,
        recipient text,
        categories text[] not null default '{}' check (categories <@ array[${list(CATEGORIES)}]),
        exact_text text,
        ground text check (ground in ('CHILD_RISK', 'ADULT_RISK', 'CRIME_SERIOUS', 'LEGAL_DUTY', 'COURT_ORDER', 'VITAL', 'PUBLIC_INTEREST_OTHER')),
        why_needed text,
        agreement text check (agreement in ('NOT_SOUGHT', 'REFUSED_RESPECTED', 'REFUSED_OVERRIDDEN')),
        agreement_reason text,
        family_told text check (family_told in ('YES', 'NO')),
        not_told_reason text check (not_told_reason in ('RISK_CHILD', 'RISK_ADULT', 'PREJUDICE', 'UNSAFE_DELAY')),
        advice_from text[] not null default '{}' check (advice_from <@ array['DSL', 'MANAGER', 'CALDICOTT', 'LEGAL', 'NOBODY']),
        advice text,
        lawful_basis text check (lawful_basis in ('PUBLIC_TASK', 'LEGAL_OBLIGATION', 'VITAL_INTERESTS', 'LEGITIMATE_INTERESTS')),
        method text check (method in ('PHONE', 'IN_PERSON', 'SECURE_EMAIL', 'SYSTEM', 'POST')),
        shared_at timestamptz not null default sec.now(),
        complete_by timestamptz not null,
        completed_at timestamptz,
        manager_seen_at timestamptz,
        manager_seen_by uuid references app.app_user,
        grant_id uuid references app.access_grant,
        constraint disclosure_reference_once unique (reference),
        constraint shared_says_what check (decision = 'NOT_SHARED' or (
          ground is not null and length(btrim(exact_text)) > 0 and cardinality(categories) > 0 and length(btrim(recipient)) > 0)),
        constraint not_shared_says_why check (decision = 'SHARED' or length(btrim(why_needed)) > 0)
      );
      create index disclosure_episode on app.disclosure (episode_id, created_at desc);
      create index disclosure_author_open on app.disclosure (author_id) where completed_at is null;
      create index disclosure_agency_unseen on app.disclosure (source_agency_id) where manager_seen_at is null;
      ${protect('app.disclosure')}
      grant select on app.disclosure to app_user;
      create policy concerned on app.disclosure for select to app_user using (
        author_id = ${UID} or ${ROLE} in ('CAFC', 'IGO') or (${ROLE} = 'AMGR' and source_agency_id = ${AGENCY}));
      alter table app.access_review add column disclosure_id uuid references app.disclosure;
      create index access_review_sharing on app.access_review (disclosure_id);
      ${DISCLOSURE_STEPS}
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`${DISCLOSURE_STEPS_DOWN}
      alter table app.access_review drop column disclosure_id;
      drop table app.disclosure;`);
  }
}
