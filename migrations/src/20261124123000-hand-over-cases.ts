import type { MigrationInterface, QueryRunner } from 'typeorm';
import { LEAVERS } from './sql/leavers.js';

/** Many cases at once go from a worker who leaves to a colleague of the same service. */
export class HandOverCases20261124123000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(LEAVERS);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop function sec.hand_over, sec.places_of, sec.manages;`);
  }
}
