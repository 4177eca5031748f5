import type { MigrationInterface, QueryRunner } from 'typeorm';
import { OWN_REPORTS } from './sql/own-reports.js';
import { SEND_REPORT } from './sql/report-links.js';

/** A member with an account writes their report in lieu inside the program; it is kept as one that came by a link. */
export class WriteOwnReports20261126161000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(OWN_REPORTS);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop function sec.write_own_report(uuid, text, text, text);
      ${SEND_REPORT}
      drop function sec.keep_report(app.invitation, text, text, text, uuid);`);
  }
}
