import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  ATTENDANCE_CELL,
  ATTENDANCE_COUNTS,
  ATTENDANCE_GRANTS,
  LATE_REPORTS,
  REPORT_SCOPE,
} from './sql/report-attendance.js';
import { PROGRESS_COUNTS } from './sql/report-progress.js';

/** Figures for those who look after other people's work: counts over cases they may not open. */
export class CountReports20261122130000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    for (const sql of [
      REPORT_SCOPE,
      ATTENDANCE_COUNTS,
      ATTENDANCE_CELL,
      LATE_REPORTS,
      ATTENDANCE_GRANTS,
      PROGRESS_COUNTS,
    ])
      await q.query(sql);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop index app.episode_completed;
      drop index app.episode_closed;
      drop index app.invitation_reason;
      drop index app.invitation_report_missing;
      drop function sec.lead_caseloads, sec.report_localities, sec.progress_counts, sec.late_report_count, sec.late_reports,
        sec.attendance_cell_people, sec.attendance_cell_counts, sec.attendance_counts, sec.report_scope;
    `);
  }
}
