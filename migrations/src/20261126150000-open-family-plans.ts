import type { MigrationInterface, QueryRunner } from 'typeorm';
import { FAMILY_PLANS } from './sql/family-records.js';

/** The plan of a family is found by who may read of any of its children (rule 3.11: one plan, each line for a child). */
export class OpenFamilyPlans20261126150000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      ${FAMILY_PLANS}
      revoke all on function sec.family_plans(uuid, uuid), sec.latest_plan(uuid) from public;
      grant execute on function sec.family_plans(uuid, uuid) to app_user;
      grant execute on function sec.latest_plan(uuid) to encircle_hot;`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop function sec.latest_plan, sec.family_plans');
  }
}
