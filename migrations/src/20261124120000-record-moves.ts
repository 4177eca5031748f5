import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  LIFECYCLE_FACTS,
  MAY_MOVE,
  RECORD_CLOSING,
  UNDO_CLOSING,
  WRITE_MOVE_RECORD,
} from './sql/lifecycle.js';

const REPLACED = [
  'sec.lifecycle_facts(uuid)',
  'sec.may_move(uuid, text)',
  'sec.record_closing(uuid, uuid, jsonb)',
];

/** The moves that had no way yet: panel, step down, moving away, opened again (rule 5.2). */
export class RecordMoves20261124120000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(
      `insert into sec.replaced_function select s, pg_get_functiondef(s::regprocedure) from unnest($1::text[]) s`,
      [REPLACED],
    );
    await q.query(`
      alter table app.case_fact drop constraint case_fact_kind_check;
      alter table app.case_fact add constraint case_fact_kind_check check (kind in (
        'LEVEL', 'ISSUES', 'OWN_WORDS', 'FLAG', 'GOING_WELL', 'HELP_WANTED',
          'CONCERN', 'PRECAF', 'STANDING', 'CLOSURE', 'WISHES', 'RISK_VIEW', 'REFUSAL', 'MOVE'));
      ${LIFECYCLE_FACTS}
      ${MAY_MOVE}
      ${WRITE_MOVE_RECORD}
      ${UNDO_CLOSING}
      ${RECORD_CLOSING}
      grant execute on function sec.write_move_record(uuid, text, jsonb), sec.undo_closing(uuid) to app_user;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    const before = (await q.query(`select definition from sec.replaced_function where signature = any ($1)`, [
      REPLACED,
    ])) as { definition: string }[];
    for (const { definition } of before) await q.query(definition);
    await q.query(`
      delete from sec.replaced_function where signature in (${REPLACED.map((each) => `'${each}'`).join(', ')});
      drop function sec.undo_closing, sec.write_move_record;
      delete from app.case_fact where kind = 'MOVE';
      alter table app.case_fact drop constraint case_fact_kind_check;
      alter table app.case_fact add constraint case_fact_kind_check check (kind in (
        'LEVEL', 'ISSUES', 'OWN_WORDS', 'FLAG', 'GOING_WELL', 'HELP_WANTED',
          'CONCERN', 'PRECAF', 'STANDING', 'CLOSURE', 'WISHES', 'RISK_VIEW', 'REFUSAL'));
    `);
  }
}
