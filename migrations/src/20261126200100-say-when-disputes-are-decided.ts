import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever leads, or began the work, knows until when the CAF team decides where parents do not agree; not who said what. */
export class SayWhenDisputesAreDecided20261126200100 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create function sec.dispute_due(p_episode uuid) returns date
        language sql stable security definer set search_path = ''
        as $$
          select min(d.due_on) from app.consent_dispute d
          where d.episode_id = p_episode and d.status = 'OPEN' and p_episode <> all (sec.barred_episodes())
            and (sec.role() = 'CAFC' or exists (
              select 1 from app.edge e where e.episode_id = p_episode and e.user_id = sec.uid() and e.kind in ('AUTHOR', 'LP')
                and e.from_at <= sec.now() and sec.now() < e.until_at))
        $$;
      revoke all on function sec.dispute_due(uuid) from public;
      grant execute on function sec.dispute_due(uuid) to app_user;`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop function sec.dispute_due(uuid)');
  }
}
