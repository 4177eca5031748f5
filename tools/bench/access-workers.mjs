import { session } from './stage.mjs';

const WORKER = `
  select u.id as user, m.id as hat, m.role, m.agency_id as agency,
    (select min(e.episode_id::text) from app.edge e join app.meeting t on t.episode_id = e.episode_id
     where e.user_id = u.id and e.kind = 'LP') as case
  from app.membership m join app.app_user u on u.id = m.user_id`;

/**
 * Workers drawn from all there are; as many managers as a tenth of them, for the comparison of rows; one who leads a case
 * with content; and the manager of the agency with the most cases. All are signed in.
 */
export async function withSessions(admin, count) {
  const draw = async (which, limit) =>
    (await admin.query(`${WORKER} where ${which} order by md5(m.user_id::text || 'drawn') limit $1`, [limit]))
      .rows;
  const random = await draw('true', count);
  const managers = await draw(`m.role = 'AMGR'`, count / 10);
  const { rows: leaders } = await admin.query(
    `${WORKER} where m.role = 'PRACT' and m.user_id in (select e.user_id from app.edge e join app.meeting t
       on t.episode_id = e.episode_id where e.kind = 'LP') order by m.user_id limit 1`,
  );
  const { rows: most } = await admin.query(
    `${WORKER} join (select g.principal_id, count(*)::int as cases from app.case_grant g join app.agency a on a.id = g.principal_id
       where g.open group by 1 order by 2 desc limit 1) g on g.principal_id = m.agency_id where m.role = 'AMGR'`.replace(
      'as case\n',
      'as case, g.cases\n',
    ),
  );
  const { rows: held } = await admin.query(
    `select min(e.episode_id::text) as case from app.edge e join app.meeting t on t.episode_id = e.episode_id where e.agency_id = $1`,
    [most[0].agency],
  );
  const largest = { ...most[0], case: held[0].case };
  const all = [...random, ...managers, ...leaders, largest];
  for (const worker of all) Object.assign(worker, await session(admin, worker));
  return { random, managers, leader: leaders[0], largest };
}
