import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CLAIM_FAMILIES } from './sql/claims.js';

/** The list also says how many children and teams the families on it have. */
export class CountClaimedFamilies20261127010100 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      drop function sec.claim_families();
      ${CLAIM_FAMILIES}
      revoke all on function sec.claim_families() from public;
      grant execute on function sec.claim_families() to app_user;`);
  }

  /** The migration before makes the function from the same text. */
  async down(): Promise<void> {}
}
