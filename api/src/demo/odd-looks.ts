import type { Migrating } from './rows.js';

const TYPED = 'Checking';

/**
 * A few looks of the last days that stand out, so that the list of alerts shows what it is for: a child with the
 * worker's own surname, cases opened late in the evening, one word as a reason again and again.
 */
export async function addOddLooks(db: Migrating): Promise<void> {
  const look = `insert into audit.entry (at, actor_id, agency_id, role, action, outcome, episode_id, child_ids, categories, purpose, reason,
    basis, channel, query_hash)`;
  await db.query(`${look}
    select sec.now() - interval '20 hours', u.id, m.agency_id, m.role, 'case.opened', 'ALLOW', s.episode_id, array[s.person_id],
      '{IDENT,INVOLVE}', 'COORDINATE', null, '{LP}', 'screen', null
    from app.edge g join app.app_user u on u.id = g.user_id join app.membership m on m.user_id = u.id and m.agency_id = g.agency_id
    join app.episode_subject s on s.episode_id = g.episode_id and s.role = 'CHILD_SUBJECT'
    join app.person p on p.id = s.person_id and lower(p.family_name) = lower(substring(u.full_name from '\\S+$'))
    where g.until_at > sec.now() and m.role = 'PRACT' order by g.episode_id, u.id limit 1`);
  await db.query(`${look}
    select (sec.today() - 1 + time '23:12' + n * interval '4 minutes') at time zone 'Europe/London', x.user_id, x.agency_id, 'PRACT',
      'case.opened', 'ALLOW', x.episode_id, array[x.person_id], '{IDENT,INVOLVE,PLAN}', 'COORDINATE', null, '{LP}', 'screen', null
    from (select g.user_id, g.agency_id, g.episode_id, s.person_id,
            row_number() over (partition by g.user_id order by g.episode_id) as n, count(*) over (partition by g.user_id) as cases
          from app.edge g join app.membership m on m.user_id = g.user_id and m.role = 'PRACT' and m.agency_id = g.agency_id
          join app.episode_subject s on s.episode_id = g.episode_id and s.role = 'CHILD_SUBJECT'
          where g.kind = 'LP' and g.until_at > sec.now()) x
    where x.user_id = (select g.user_id from app.edge g join app.app_user u on u.id = g.user_id
      where g.kind = 'LP' and g.until_at > sec.now() and u.full_name <> 'Lena Marsh' group by g.user_id having count(*) >= 4
      order by g.user_id limit 1) and x.n <= 4`);
  await db.query(
    `${look}
    select sec.now() - n * interval '3 hours', u.id, m.agency_id, m.role, 'index.searched', 'ALLOW', null, '{}', '{IDENT}', 'ASSESS', $1,
      '{R17_NO_MATCH}', 'screen', md5(n::text)
    from generate_series(1, 14) n, app.app_user u join app.membership m on m.user_id = u.id and m.role = 'PRACT'
    where u.id = (select m.user_id from app.membership m where m.role = 'PRACT'
      and not exists (select 1 from app.edge g where g.user_id = m.user_id) order by m.user_id limit 1)
    order by n desc`,
    [TYPED],
  );
  await db.query('select sec.raise_alerts()');
}
