import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CATEGORIES, ROW, list } from './sql/columns.js';
import { CONTEXT, protect } from './sql/policies.js';

const { UID, AGENCY, ROLE } = CONTEXT;
const GROUNDS = `('CHILD_RISK', 'ADULT_RISK', 'CRIME_SERIOUS', 'LEGAL_DUTY', 'COURT_ORDER', 'VITAL', 'PUBLIC_INTEREST_OTHER')`;

/**
 * Emergency access (break-glass): who asked for which kinds of one child's record and why, who was told, and what the
 * review said. The access itself is a row of `app.access_grant`, which the policy knows; here is what surrounds it.
 * The running role may read, never write: every step is a function of `sec` that checks it again.
 */
export class CreateEmergencyAccess20261123050000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table app.membership add column safeguarding_lead boolean not null default false;
      alter table sec.session add column proved_at timestamptz;

      create table app.break_glass (
        ${ROW},
        reference text not null,
        episode_id uuid not null references app.episode,
        subject_id uuid not null references app.person,
        user_id uuid not null references app.app_user,
        agency_id uuid not null references app.agency,
        role text not null,
        categories text[] not null check (cardinality(categories) > 0 and categories <@ array[${list(CATEGORIES)}]),
        purpose text not null,
        ground text not null check (ground in ${GROUNDS}),
        reason text not null check (length(btrim(reason)) between 30 and 2000),
        on_shield boolean not null default false,
        status text not null default 'ASKED' check (status in ('ASKED', 'APPROVED', 'DECLINED', 'OPENED')),
        answered_by uuid references app.app_user,
        answered_at timestamptz,
        grant_id uuid references app.access_grant,
        opened_at timestamptz,
        ends_at timestamptz,
        ended_at timestamptz,
        constraint break_glass_reference_once unique (reference),
        constraint opened_with_its_grant check ((status = 'OPENED') = (grant_id is not null and opened_at is not null and ends_at is not null))
      );
      create index break_glass_user on app.break_glass (user_id, opened_at desc);
      create index break_glass_agency on app.break_glass (agency_id, status);
      create index break_glass_grant on app.break_glass (grant_id);

      create table app.break_glass_notice (
        ${ROW},
        break_glass_id uuid not null references app.break_glass,
        recipient_id uuid not null references app.app_user,
        part text not null check (part in ('OWNER', 'SUPERVISOR', 'OVERSIGHT')),
        seen_at timestamptz,
        constraint told_once unique (break_glass_id, recipient_id)
      );
      create index break_glass_notice_open on app.break_glass_notice (recipient_id) where seen_at is null;

      create table app.access_review (
        ${ROW},
        kind text not null check (kind in ('BREAK_GLASS', 'INVESTIGATION', 'BREACH', 'SHARING')),
        reference text not null,
        break_glass_id uuid references app.break_glass,
        episode_id uuid not null references app.episode,
        about_user_id uuid not null references app.app_user,
        about_agency_id uuid not null references app.agency,
        uses integer not null default 0,
        due_on date not null,
        start_by date not null,
        started_at timestamptz,
        reviewer_id uuid references app.app_user,
        outcome text check (outcome in ('JUSTIFIED', 'JUSTIFIED_POOR_RECORD', 'NOT_JUSTIFIED', 'BREACH_RECORDED', 'BREACH_REPORTED')),
        words text,
        decided_at timestamptz,
        constraint decided_by_somebody_in_words check (
          (outcome is null) = (decided_at is null) and (outcome is null or (reviewer_id is not null and length(btrim(words)) >= 10)))
      );
      create index access_review_open on app.access_review (due_on, id) where decided_at is null;
      create index access_review_done on app.access_review (decided_at desc, id);
      create index access_review_use on app.access_review (break_glass_id);

      ${['break_glass', 'break_glass_notice', 'access_review'].map((table) => protect(`app.${table}`)).join('')}
      grant select on app.break_glass, app.break_glass_notice, app.access_review to app_user;
      create policy own on app.break_glass_notice for select to app_user using (recipient_id = ${UID});
      create policy concerned on app.break_glass for select to app_user using (
        user_id = ${UID} or ${ROLE} in ('CAFC', 'IGO') or (${ROLE} = 'AMGR' and agency_id = ${AGENCY})
        or exists (select 1 from app.break_glass_notice n where n.break_glass_id = break_glass.id and n.recipient_id = ${UID}));
      create policy overseers on app.access_review for select to app_user using (
        ${ROLE} in ('CAFC', 'IGO') and about_user_id <> ${UID});
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop table app.access_review, app.break_glass_notice, app.break_glass;
      alter table sec.session drop column proved_at;
      alter table app.membership drop column safeguarding_lead;
    `);
  }
}
