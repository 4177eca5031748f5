import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ROW, label } from './sql/columns.js';

/** The plan: hopes (outcomes) with scores over time, actions with owners, reviews. */
export class CreatePlans20261122090700 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table app.plan (
        ${ROW},
        ${label('PLAN')},
        version_no integer not null default 1,
        status text not null default 'DRAFT' check (status in ('DRAFT', 'AGREED', 'SUPERSEDED', 'CLOSED')),
        agreed_on date,
        contingency text,
        constraint plan_version_once unique (episode_id, version_no),
        constraint agreed_when check (status = 'DRAFT' or agreed_on is not null)
      );

      create table app.plan_agreement (
        ${ROW},
        ${label('PLAN')},
        plan_id uuid not null references app.plan,
        person_id uuid not null references app.person,
        agreed text not null check (agreed in ('AGREED', 'AGREED_WITH_RESERVATION', 'NOT_AGREED', 'NOT_PRESENT')),
        constraint plan_agreement_once unique (plan_id, person_id)
      );

      create table app.outcome (
        ${ROW},
        ${label('PLAN')},
        plan_id uuid not null references app.plan,
        position integer not null default 0,
        need text,
        element_code text,
        statement text not null,
        agreed_with text[] not null default '{}',
        ecm_outcome text check (ecm_outcome in ('BH', 'SS', 'EA', 'PC', 'EW')),
        family_outcomes smallint[] not null default '{}',
        measure text,
        scale_low integer not null default 0,
        scale_high integer not null default 10,
        low_words text,
        high_words text,
        better text not null default 'HIGHER' check (better in ('HIGHER', 'LOWER')),
        rater text,
        baseline_value numeric,
        baseline_on date,
        target_value numeric,
        target_on date,
        status text not null default 'OPEN' check (status in ('OPEN', 'ACHIEVED', 'PARTLY', 'NOT_ACHIEVED', 'NO_LONGER_RELEVANT')),
        check (scale_low < scale_high)
      );
      create index outcome_plan on app.outcome (plan_id, position);

      create table app.rating (
        ${ROW},
        ${label('PLAN')},
        outcome_id uuid not null references app.outcome,
        meeting_id uuid references app.meeting,
        value numeric not null,
        rated_on date not null,
        rater text not null
      );
      create index rating_outcome on app.rating (outcome_id, rated_on);

      create table app.action (
        ${ROW},
        ${label('PLAN')},
        plan_id uuid not null references app.plan,
        outcome_id uuid references app.outcome,
        meeting_id uuid references app.meeting,
        position integer not null default 0,
        text text not null,
        owner_user_id uuid references app.app_user,
        owner_person_id uuid references app.person,
        owner_agency_id uuid references app.agency,
        by_when date not null,
        priority text not null default 'NORMAL' check (priority in ('HIGH', 'NORMAL')),
        status text not null default 'PROPOSED' check (status in
          ('PROPOSED', 'AGREED', 'IN_PROGRESS', 'DONE', 'NOT_DONE', 'CANCELLED', 'TRANSFERRED')),
        status_reason text,
        transferred_to text,
        done_on date,
        constraint one_owner check (num_nonnulls(owner_user_id, owner_person_id) = 1),
        constraint done_when check (status <> 'DONE' or done_on is not null),
        constraint cancelled_says_why check (status <> 'CANCELLED' or status_reason is not null),
        constraint transferred_to_whom check (status <> 'TRANSFERRED' or transferred_to is not null)
      );
      create index action_plan on app.action (plan_id);
      create index action_episode on app.action (episode_id);
      create index action_owner on app.action (owner_user_id, status, by_when);
      create index action_agency_open on app.action (owner_agency_id, by_when) where status in ('AGREED', 'IN_PROGRESS');

      create table app.action_comment (
        ${ROW},
        ${label('PLAN')},
        action_id uuid not null references app.action,
        meeting_id uuid references app.meeting,
        text text not null,
        status_set text
      );
      create index action_comment_action on app.action_comment (action_id, created_at);

      create table app.review (
        ${ROW},
        ${label('PLAN')},
        meeting_id uuid references app.meeting,
        review_no integer not null,
        due_on date not null,
        held_on date not null,
        level smallint not null check (level between 1 and 4),
        what_next text not null,
        next_due_on date,
        child_comment text,
        parent_comment text,
        constraint review_no_once unique (episode_id, review_no)
      );
      create index review_held on app.review (held_on);
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop table app.review, app.action_comment, app.action, app.rating, app.outcome, app.plan_agreement, app.plan;
    `);
  }
}
