import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ANSWER_LINKS } from './sql/answer-links.js';
import { reportLinkLive } from './sql/report-links.js';

const noticesFor = (topics: string): string => `
  drop trigger outbox_makes_notice on app.outbox;
  create trigger outbox_makes_notice after insert on app.outbox for each row
    when (new.recipient_id is not null and new.topic not in (${topics})) execute function sec.make_notice();`;

/** Whoever has no account answers an invitation by a link, kept beside the links that ask for a report. */
export class AnswerByLink20261126160000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table app.report_request add column kind text not null default 'REPORT' check (kind in ('REPORT', 'ANSWER'));
      drop index app.report_request_open_once;
      create unique index report_request_open_once on app.report_request (invitation_id, kind) where status = 'ASKED';
      ${reportLinkLive("r.kind = 'REPORT' and ")}
      ${ANSWER_LINKS}
      ${noticesFor("'digest.daily', 'report.link', 'meeting.link'")}`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop function sec.answer_link_to_mail(uuid), sec.answer_by_link(bytea, text, text, text),
        sec.open_answer_link(bytea, text), sec.answer_link_live(app.report_request);
      delete from app.report_request where kind = 'ANSWER';
      ${reportLinkLive()}
      drop index app.report_request_open_once;
      create unique index report_request_open_once on app.report_request (invitation_id) where status = 'ASKED';
      alter table app.report_request drop column kind;
      ${noticesFor("'digest.daily', 'report.link'")}`);
  }
}
