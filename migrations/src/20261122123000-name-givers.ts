import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever writes agreement down must be able to ask those who can give it, also where the family's story itself is
 * not shared with them: the names and ties of people with parental responsibility, and of those who answered before.
 */
export class NameGivers20261122123000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create function sec.possible_givers(p_episode uuid)
        returns table (child_id uuid, person_id uuid, kind text, has_pr text, portal text, name text, chosen_name text)
        language sql stable security definer set search_path = ''
        as $$
          select r.child_id, r.person_id, r.kind, r.has_pr, r.portal,
                 concat_ws(' ', coalesce(p.preferred_name, p.given_names), p.family_name),
                 coalesce(p.preferred_name, p.given_names, p.family_name, '')
          from app.episode_subject s
            join app.relationship r on r.child_id = s.person_id
            join app.person p on p.id = r.person_id
          where s.episode_id = p_episode and s.role = 'CHILD_SUBJECT' and sec.keeps_agreement(p_episode)
            and s.person_id <> all (sec.hidden_people())
            and (r.valid_to is null or sec.today() <= r.valid_to)
            and (r.has_pr = 'YES' or exists (
              select 1 from app.consent k where k.episode_id = p_episode and k.giver_person_id = r.person_id))
          order by r.created_at, r.id
        $$;
      grant execute on function sec.possible_givers(uuid) to app_user;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop function sec.possible_givers');
  }
}
