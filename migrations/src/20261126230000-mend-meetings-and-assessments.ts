import type { MigrationInterface, QueryRunner } from 'typeorm';
import { TAKE_OFF_ASSESSMENT } from './sql/repairs.js';

/**
 * A wrong day of a meeting that was held, and an assessment on the wrong child or record or begun by mistake (E10): who said that
 * a meeting was held and when stands beside it, because that is whose mistake it is.
 */
export class MendMeetingsAndAssessments20261126230000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table app.repair drop constraint repair_record_kind_check, drop constraint repair_what_check;
      alter table app.repair
        add constraint repair_record_kind_check check (record_kind in ('NOTE', 'MEETING', 'ASSESSMENT')),
        add constraint repair_what_check check (what in ('DATE', 'CHILD', 'CASE', 'START'));
      alter table app.meeting
        add column held_recorded_at timestamptz,
        add column held_recorded_by uuid references app.app_user;
      ${TAKE_OFF_ASSESSMENT}
      revoke all on function sec.take_off_assessment(uuid, text, text) from public;
      grant execute on function sec.take_off_assessment(uuid, text, text) to app_user;`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop function sec.take_off_assessment(uuid, text, text);
      alter table app.meeting drop column held_recorded_at, drop column held_recorded_by;
      delete from app.repaired_value v using app.repair m where m.id = v.repair_id and (m.record_kind = 'ASSESSMENT' or m.what = 'START');
      delete from app.repair where record_kind = 'ASSESSMENT' or what = 'START';
      alter table app.repair drop constraint repair_record_kind_check, drop constraint repair_what_check;
      alter table app.repair
        add constraint repair_record_kind_check check (record_kind in ('NOTE', 'MEETING')),
        add constraint repair_what_check check (what in ('DATE', 'CHILD', 'CASE'));`);
  }
}
