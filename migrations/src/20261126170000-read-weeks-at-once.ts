import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createWeekRows, dropWeekRows } from './sql/week.js';

/** What my week reads of the content of a thousand cases, guarded case by case and not row by row. */
export class ReadWeeksAtOnce20261126170000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(createWeekRows());
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(dropWeekRows);
  }
}
