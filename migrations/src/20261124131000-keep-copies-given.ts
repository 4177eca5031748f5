import type { MigrationInterface, QueryRunner } from 'typeorm';
import { label, ROW } from './sql/columns.js';
import { protectContent } from './sql/guards.js';

/** Proof that a copy of an assessment was given: to whom of the family, how, when, by whom, and what it said. */
export class KeepCopiesGiven20261124131000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table app.assessment_copy (
        ${ROW},
        ${label('INVOLVE')},
        assessment_id uuid not null references app.assessment,
        kind text not null check (kind in ('FULL', 'FAMILY', 'CHILD')),
        person_id uuid not null references app.person,
        method text not null,
        given_on date not null,
        note text,
        digest text not null check (digest ~ '^[0-9a-f]{64}$')
      );
      create index assessment_copy_assessment on app.assessment_copy (assessment_id);
      ${protectContent('app.assessment_copy')}
      -- What was given was given: nobody rewrites it.
      drop policy may_change on app.assessment_copy;
      revoke update on app.assessment_copy from app_user;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop table app.assessment_copy;');
  }
}
