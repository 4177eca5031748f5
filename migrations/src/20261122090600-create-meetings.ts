import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ROW, label } from './sql/columns.js';

/** Team meetings: when, who was asked, what came of it. The place is a row of its own because it can locate a child. */
export class CreateMeetings20261122090600 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table app.meeting (
        ${ROW},
        ${label('MEETING')},
        type text not null check (type in ('INITIAL_TAC', 'REVIEW_TAC', 'EXTRAORDINARY', 'TROUBLESHOOTING',
          'TAP_CONSULTATION', 'STEP_DOWN_HANDOVER', 'TRANSFER_HANDOVER', 'CLOSURE')),
        status text not null default 'PLANNED' check (status in ('PLANNED', 'HELD', 'POSTPONED', 'CANCELLED', 'INQUORATE')),
        planned_at timestamptz not null,
        duration_minutes integer not null default 60 check (duration_minutes between 15 and 480),
        mode text not null check (mode in ('IN_PERSON', 'VIDEO', 'PHONE', 'HYBRID')),
        held_at timestamptz,
        review_no integer,
        due_on date,
        chair_id uuid references app.app_user,
        minute_taker_id uuid references app.app_user,
        status_reason text,
        consent_checked boolean,
        child_participation text,
        parent_participation text,
        level_agreed smallint check (level_agreed between 1 and 4),
        minutes_status text not null default 'DRAFT' check (minutes_status in ('DRAFT', 'CIRCULATED', 'AMENDED', 'FINAL')),
        minutes_sent_on date,
        next_meeting_id uuid references app.meeting,
        no_next_reason text,
        constraint held_when check (status <> 'HELD' or held_at is not null),
        constraint off_says_why check (status in ('PLANNED', 'HELD') or status_reason is not null)
      );
      create index meeting_episode on app.meeting (episode_id, planned_at);
      create index meeting_held on app.meeting (held_at) where status = 'HELD';

      create table app.meeting_place (
        ${ROW},
        ${label('MEETING')},
        meeting_id uuid not null references app.meeting unique,
        place text not null
      );

      create table app.invitation (
        ${ROW},
        ${label('MEETING')},
        meeting_id uuid not null references app.meeting,
        user_id uuid references app.app_user,
        person_id uuid references app.person,
        guest_name text,
        agency_id uuid references app.agency,
        professional_role text,
        is_family boolean not null default false,
        required boolean not null default true,
        reason text,
        invited_on date not null,
        rsvp text not null default 'NO_ANSWER' check (rsvp in
          ('NO_ANSWER', 'COMING', 'COMING_PART', 'DEPUTY', 'SENDING_REPORT', 'NOT_COMING')),
        rsvp_note text,
        attendance text check (attendance in ('ATT', 'PART', 'DEP', 'REP', 'APO', 'DNA', 'LATE_NOTICE', 'NOT_REQ',
          'DECL_CONSENT', 'UNINV', 'MTG_CAN')),
        attendance_reason text,
        deputy_name text,
        report_due_on date,
        report_received_on date,
        constraint invites_somebody check (num_nonnulls(user_id, person_id, guest_name) = 1),
        constraint worker_has_agency check (is_family or agency_id is not null),
        constraint deputy_named check (attendance is distinct from 'DEP' or deputy_name is not null)
      );
      create index invitation_meeting on app.invitation (meeting_id);
      create unique index invited_once on app.invitation (meeting_id, coalesce(user_id, person_id)) where guest_name is null;
      create index invitation_user on app.invitation (user_id, invited_on);
      create index invitation_agency on app.invitation (agency_id, meeting_id) include (attendance, professional_role)
        where not is_family;

      create table app.minute (
        ${ROW},
        ${label('MEETING')},
        meeting_id uuid not null references app.meeting,
        kind text not null check (kind in ('POINT', 'DECISION', 'QUESTION', 'PARKED')),
        code text,
        text text not null,
        said_by text,
        answered text,
        position integer not null default 0
      );
      create index minute_meeting on app.minute (meeting_id, position);
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop table app.minute, app.invitation, app.meeting_place, app.meeting;`);
  }
}
