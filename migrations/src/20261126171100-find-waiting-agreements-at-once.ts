import type { MigrationInterface, QueryRunner } from 'typeorm';
import { AGREEMENTS_WAITING, QUICK_AGREEMENTS_WAITING } from './sql/births.js';

/** What waits of agreement, for thousands of cases: what is due is found first, and its cases after. */
export class FindWaitingAgreementsAtOnce20261126171100 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(QUICK_AGREEMENTS_WAITING);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(AGREEMENTS_WAITING);
  }
}
