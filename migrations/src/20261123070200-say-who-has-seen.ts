import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who of which service has looked at what kind of a case, for the copy a family takes home and the list at a withdrawal.
 * Only for whoever writes agreement down and for the family; the use case shows no more of it than the lines of agreement
 * this reader may see, so that a sensitive service leaves no trace here either.
 */
export class SayWhoHasSeen20261123070200 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create function sec.seen_by(p_episode uuid)
        returns table (user_id uuid, agency_id uuid, category text, first_on date, last_on date)
        language sql stable security definer set search_path = ''
        as $$
          select e.actor_id, e.agency_id, c.category, min((e.at at time zone 'Europe/London')::date),
                 max((e.at at time zone 'Europe/London')::date)
          from audit.entry e cross join lateral unnest(e.categories) as c(category)
          where e.episode_id = p_episode and e.outcome = 'ALLOW' and e.role in ('PRACT', 'AMGR', 'CAFC', 'PANEL')
            and e.agency_id is not null
            and (sec.keeps_agreement(p_episode) or p_episode = any (sec.family_episodes()))
          group by 1, 2, 3
        $$;
      grant execute on function sec.seen_by(uuid) to app_user;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop function sec.seen_by(uuid)');
  }
}
