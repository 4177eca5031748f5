import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A question for brokered contact, a dispute over agreement and what was found of a child's competence belong to their case
 * and child: whoever is blocked, or not named on the seal, finds none of them (rules R21, R03).
 */
export class BarQuestionsAndDisputes20261124100100 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    for (const table of ['broker_request', 'consent_dispute'])
      await q.query(
        `create policy not_barred on app.${table} as restrictive for select to app_user
           using (episode_id <> all ((select sec.barred_episodes())::uuid[]))`,
      );
    await q.query(
      `create policy not_barred on app.competence as restrictive for select to app_user
         using (person_id <> all ((select sec.barred_people())::uuid[]))`,
    );
  }

  async down(q: QueryRunner): Promise<void> {
    for (const table of ['broker_request', 'consent_dispute', 'competence'])
      await q.query(`drop policy not_barred on app.${table}`);
  }
}
