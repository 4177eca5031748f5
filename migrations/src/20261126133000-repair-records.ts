import type { MigrationInterface, QueryRunner } from 'typeorm';
import { label, ROW } from './sql/columns.js';
import * as guards from './sql/guards.js';

const { ROLE } = guards.CONTEXT;

const OF_RECORD = (table: string): string => `
      ${guards.protectContent(table)}
      revoke update on ${table} from app_user;
      create policy not_barred on ${table} as restrictive to app_user
        using (${guards.notBarred('episode_id')}) with check (${guards.notBarred('episode_id')});`;

/**
 * The author mends what was written down wrongly (E10): that it was mended is content of the case like what was mended; what
 * stood there before is a row of its own that only an auditor reads, so that a note on the wrong record leaves nothing behind
 * for those who work with the other family.
 */
export class RepairRecords20261126133000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table app.repair (
        ${ROW},
        ${label()},
        record_kind text not null check (record_kind in ('NOTE', 'MEETING')),
        record_id uuid not null,
        what text not null check (what in ('DATE', 'CHILD', 'CASE')),
        reason text,
        constraint repair_says_why check (what = 'CASE' or reason is not null)
      );
      create index repair_record on app.repair (record_id, created_at desc);
      create index repair_episode on app.repair (episode_id);
      ${OF_RECORD('app.repair')}

      create table app.repaired_value (
        ${ROW},
        ${label()},
        repair_id uuid not null references app.repair unique deferrable initially deferred,
        reason text not null,
        before_it text,
        after_it text
      );
      create index repaired_value_episode on app.repaired_value (episode_id);
      ${OF_RECORD('app.repaired_value')}
      create policy auditors_only on app.repaired_value as restrictive for select to app_user using (${ROLE} = 'AUDR');`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop table app.repaired_value, app.repair;`);
  }
}
