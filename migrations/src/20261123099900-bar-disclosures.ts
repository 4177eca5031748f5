import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A record of sharing belongs to its case: whoever is blocked, or not named on the seal, finds none of it (rules R21, R03). */
export class BarDisclosures20261123099900 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create policy not_barred on app.disclosure as restrictive for select to app_user
        using (episode_id is null or episode_id <> all ((select sec.barred_episodes())::uuid[]));`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop policy not_barred on app.disclosure;');
  }
}
