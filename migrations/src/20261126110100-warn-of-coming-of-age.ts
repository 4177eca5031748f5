import type { MigrationInterface, QueryRunner } from 'typeorm';

const OVER = `('CLOSED', 'REJECTED', 'MERGED', 'ARCHIVED', 'DISPOSED')`;

/** As the program counts birthdays: who was born on 29 February is of age on 1 March. */
const EIGHTEENTH = (born: string): string => `
  (${born} + interval '18 years')::date
    + case when to_char(${born}, 'MM-DD') = '02-29' and to_char(${born} + interval '18 years', 'MM-DD') = '02-28' then 1 else 0 end`;

/** The last of the children is about to be 18, or is: what comes after is planned in time, and the closing waits (T34). */
export class WarnOfComingOfAge20261126110100 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create function sec.coming_of_age(p_months integer) returns table (episode_id uuid, subject_id uuid, due date)
        language sql stable security definer set search_path = ''
        as $$
          with mine as materialized (
            select distinct e.episode_id from app.edge e join app.episode x on x.id = e.episode_id
            where e.user_id = sec.uid() and e.agency_id = sec.agency() and e.kind = 'LP' and x.state not in ${OVER}
              and e.from_at <= sec.now() and sec.now() < e.until_at and e.episode_id <> all (sec.barred_episodes())),
          youngest as (
            select distinct on (m.episode_id) m.episode_id, p.id, p.date_of_birth
            from mine m join app.episode_subject s on s.episode_id = m.episode_id and s.role = 'CHILD_SUBJECT'
              join app.person p on p.id = s.person_id
            order by m.episode_id, p.date_of_birth desc nulls first, p.id)
          select y.episode_id, y.id, b.on_day from youngest y cross join lateral (select ${EIGHTEENTH('y.date_of_birth')} as on_day) b
          where y.id <> all (sec.hidden_people()) and b.on_day <= (sec.today() + make_interval(months => p_months))::date
        $$;
      revoke all on function sec.coming_of_age(integer) from public;
      grant execute on function sec.coming_of_age(integer) to app_user;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop function sec.coming_of_age(integer);');
  }
}
