import type { MigrationInterface, QueryRunner } from 'typeorm';
import { label, ROW } from './sql/columns.js';
import { protect, protectContent, readPolicies } from './sql/guards.js';
import { REPORT_LINKS } from './sql/report-links.js';

const TABLES = `
  -- One invitee asked for a written report: whose letter-box the link goes to and until when it may be used. The link itself
  -- is made from a key the database does not have; only what it hashes to is kept.
  create table app.report_request (
    ${ROW},
    ${label('MEETING')},
    meeting_id uuid not null references app.meeting,
    invitation_id uuid not null references app.invitation,
    address text not null check (length(address) between 3 and 254),
    due_on date not null,
    expires_on date not null,
    status text not null default 'ASKED' check (status in ('ASKED', 'SENT', 'TAKEN_BACK')),
    token_hash bytea not null unique check (length(token_hash) = 32),
    sent_at timestamptz,
    constraint due_before_the_end check (due_on <= expires_on),
    constraint sent_when check ((status = 'SENT') = (sent_at is not null))
  );
  create unique index report_request_open_once on app.report_request (invitation_id) where status = 'ASKED';
  create index report_request_meeting on app.report_request (meeting_id);
  create index report_request_due on app.report_request (due_on) where status = 'ASKED';

  -- What was sent instead of coming, with the writer's service as its source.
  create table app.meeting_report (
    ${ROW},
    ${label('MEETING')},
    meeting_id uuid not null references app.meeting,
    invitation_id uuid not null unique references app.invitation,
    going_well text check (length(going_well) between 1 and 4000),
    worries text check (length(worries) between 1 and 4000),
    next_steps text check (length(next_steps) between 1 and 4000),
    received_on date not null,
    constraint says_something check (num_nonnulls(going_well, worries, next_steps) > 0)
  );
  create index meeting_report_meeting on app.meeting_report (meeting_id);`;

/** Reports in lieu: asked for by an expiring link that is used once, works without an account and opens nothing else. */
export class AskForReports20261125160000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(TABLES);
    await q.query(protectContent('app.report_request'));
    await q.query(`${protect('app.meeting_report')}
      grant select on app.meeting_report to app_user;
      ${readPolicies('app.meeting_report')}`);
    await q.query(REPORT_LINKS);
    // What goes out in somebody's name is no notice to them.
    await q.query(`
      drop trigger outbox_makes_notice on app.outbox;
      create trigger outbox_makes_notice after insert on app.outbox for each row
        when (new.recipient_id is not null and new.topic not in ('digest.daily', 'report.link'))
        execute function sec.make_notice();`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop trigger outbox_makes_notice on app.outbox;
      create trigger outbox_makes_notice after insert on app.outbox
        for each row when (new.recipient_id is not null and new.topic <> 'digest.daily') execute function sec.make_notice();
      drop function sec.send_report(bytea, text, text, text, text), sec.open_report_link(bytea, text),
        sec.report_to_mail(uuid), sec.report_link_live(app.report_request);
      drop table app.meeting_report, app.report_request;`);
  }
}
