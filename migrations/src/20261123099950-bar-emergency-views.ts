import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['break_glass', 'access_review'];

/**
 * An emergency view and its review belong to their case: whoever is blocked, or not named on the seal, finds neither,
 * also by reference (rules R21, R03).
 */
export class BarEmergencyViews20261123099950 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    for (const table of TABLES)
      await q.query(`
        create policy not_barred on app.${table} as restrictive for select to app_user
          using (episode_id is null or episode_id <> all ((select sec.barred_episodes())::uuid[]));`);
  }

  async down(q: QueryRunner): Promise<void> {
    for (const table of TABLES) await q.query(`drop policy not_barred on app.${table};`);
  }
}
