import type { MigrationInterface, QueryRunner } from 'typeorm';
import { AGREEMENTS_WAITING, BABY_TASKS, RECORD_BIRTH, REGISTER_PARENT, SILENT } from './sql/births.js';

const KINDS = `'LEVEL', 'ISSUES', 'OWN_WORDS', 'FLAG', 'GOING_WELL', 'HELP_WANTED', 'CONCERN', 'PRECAF', 'STANDING',
  'CLOSURE', 'WISHES', 'RISK_VIEW', 'REFUSAL', 'MOVE'`;

/** An unborn baby is born: the same person goes on, and what was written before the birth stays as it was (rule 5.6). */
export class RecordBirths20261125130000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(
      `insert into sec.replaced_function select s, pg_get_functiondef(s::regprocedure) from unnest($1::text[]) s`,
      [['sec.agreements_waiting()']],
    );
    await q.query(`
      alter table app.case_fact drop constraint case_fact_kind_check;
      alter table app.case_fact add constraint case_fact_kind_check check (kind in (${KINDS}, 'BIRTH'));
      -- Since when parental responsibility is held, and what was seen of it (rule 3.5).
      alter table app.relationship add column pr_from date, add column pr_evidence text;
      ${RECORD_BIRTH}
      ${REGISTER_PARENT}
      ${BABY_TASKS}
      ${SILENT}
      ${AGREEMENTS_WAITING}
      grant execute on function sec.record_birth(uuid, uuid, integer, jsonb), sec.baby_tasks(),
        sec.register_parent(uuid, uuid, integer, date, text), sec.ask_anew_after_birth(uuid, uuid, text[]),
        sec.is_silent(uuid, text[]) to app_user;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    const before = (await q.query(`select definition from sec.replaced_function where signature = any ($1)`, [
      ['sec.agreements_waiting()'],
    ])) as { definition: string }[];
    for (const { definition } of before) await q.query(definition);
    await q.query(`
      delete from sec.replaced_function where signature = 'sec.agreements_waiting()';
      drop function sec.is_silent, sec.baby_tasks, sec.ask_anew_after_birth, sec.register_parent, sec.record_birth;
      alter table app.relationship drop column pr_evidence, drop column pr_from;
      delete from app.case_fact where kind = 'BIRTH';
      alter table app.case_fact drop constraint case_fact_kind_check;
      alter table app.case_fact add constraint case_fact_kind_check check (kind in (${KINDS}));
    `);
  }
}
