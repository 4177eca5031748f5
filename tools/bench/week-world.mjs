import { id, pick, uuid } from './seeds.mjs';
import { makeWorld } from './world.mjs';

/** Workers of the one large agency, each of whom leads so many cases. @type {{ workers: number, each: number }} */
export const LARGE = { workers: 33, each: 40 };
export const FEW = { workers: 3, each: 12 };

const BUSY = uuid(`'agency-busy'`);
const LABEL = 'episode_id, subject_id, category, source_agency_id, author_id, created_by, created_at';

/**
 * The borough of `bench -- http` with one agency whose manager looks after all that its people lead, and a working week in it:
 * meetings spread over twelve weeks, answers outstanding, actions early and late, notes of contact, reviews.
 */
export const makeWeeks = ({ workers, each }) =>
  async function makeBusyWorld(client, size) {
    await makeWorld(client, size);
    await client.query(
      `set session_replication_role = replica; set synchronous_commit = off; set work_mem = '128MB'`,
    );
    for (const statement of statements(workers, each)) await client.query(statement);
    await client.query(`drop table led`);
    await client.query(`set session_replication_role = origin`);
    await client.query('vacuum (analyze)');
  };

const statements = (workers, each) => [
  `insert into app.agency (id, name, kind, report_group, in_agreement_from) values (${BUSY}, 'Busy', 'SCHOOL', 'Busy', '2020-01-01')`,
  `insert into app.app_user (id, email, full_name, phone, vetting_valid_to, training_valid_to)
   select ${id('busy', 'n')}, 'busy' || n || '@bench.example', 'Busy ' || n, '01632 960000', current_date + 300, current_date + 300
   from generate_series(0, ${workers}) n`,
  `insert into app.membership (id, user_id, agency_id, role, professional_role, job_title, valid_from)
   select ${id('busy-hat', 'n')}, ${id('busy', 'n')}, ${BUSY}, case when n = 0 then 'AMGR' else 'PRACT' end, 'OTHER', 'Worker', '2020-01-01'
   from generate_series(0, ${workers}) n`,
  `create unlogged table led as
   select x.id as episode_id, s.person_id as child_id, 1 + (row_number() over (order by x.id) - 1)::int % ${workers} as n,
     ${id('busy', `1 + (row_number() over (order by x.id) - 1)::int % ${workers}`)} as user_id, x.opened_on
   from app.episode x join app.episode_subject s on s.episode_id = x.id where x.state = 'PLAN_ACTIVE' order by x.id limit ${workers * each}`,
  `create index on led (episode_id)`,
  `delete from app.edge e using led l where e.episode_id = l.episode_id and e.kind = 'LP'`,
  `insert into app.edge (id, episode_id, user_id, agency_id, kind, professional_role, from_at)
   select gen_random_uuid(), l.episode_id, l.user_id, ${BUSY}, 'LP', 'OTHER', l.opened_on from led l`,
  `insert into app.case_grant (principal_id, episode_id, open, opened_on, begins)
   select p.principal, l.episode_id, true, l.opened_on, l.opened_on from led l cross join lateral (values (l.user_id), (${BUSY})) p (principal)
   on conflict do nothing`,
  `insert into app.consent_line (consent_id, episode_id, subject_id, giver_person_id, recipient_type, recipient_agency_id, category, purposes,
     decision, given_at, valid_from, expires_on, from_at, until_at, team_read_until, lead_read_until, created_by)
   select c.consent_id, c.episode_id, c.subject_id, c.giver_person_id, 'SERVICE', ${BUSY}, c.category, c.purposes, 'GIVEN', c.given_at, c.valid_from,
     c.expires_on, c.from_at, c.until_at, c.team_read_until, c.lead_read_until, c.created_by
   from (select distinct on (c.episode_id, c.category) c.* from app.consent_line c join led l on l.episode_id = c.episode_id) c`,
  `update app.meeting m set planned_at = current_date + (${pick('m.id::text', 84)} - 1) * interval '1 day' + interval '9 hours', chair_id = l.user_id
   from led l where l.episode_id = m.episode_id and m.status = 'PLANNED'`,
  `insert into app.invitation (${LABEL}, meeting_id, user_id, agency_id, professional_role, invited_on, rsvp, attendance)
   select m.episode_id, m.subject_id, 'MEETING', m.source_agency_id, m.author_id, m.created_by, m.created_at, m.id, l.user_id, ${BUSY}, 'OTHER',
     (m.planned_at - interval '20 days')::date, 'COMING', case when m.status = 'HELD' then 'ATT' end
   from app.meeting m join led l on l.episode_id = m.episode_id`,
  `update app.invitation i set rsvp = (array['COMING', 'COMING', 'NO_ANSWER', 'SENDING_REPORT'])[1 + ${pick('i.id::text', 4)}]
   from led l where l.episode_id = i.episode_id and i.user_id <> l.user_id`,
  `update app.action a set owner_user_id = l.user_id, owner_agency_id = ${BUSY}, by_when = current_date + ${pick('a.id::text', 60)} - 15
   from led l where l.episode_id = a.episode_id and a.status = 'AGREED'`,
  `update app.note n set kind = 'HOME_VISIT', event_on = current_date - ${pick('n.id::text', 120)}, child_seen = (array['SEEN_ALONE', null])[1 + ${pick(`'s' || n.id`, 2)}]
   from led l where l.episode_id = n.episode_id`,
  `insert into app.review (${LABEL}, review_no, due_on, held_on, level, what_next)
   select m.episode_id, m.subject_id, 'PLAN', m.source_agency_id, m.author_id, m.created_by, m.created_at, r, current_date - 60 * r,
     current_date - 60 * r, 2, 'CONTINUE_SAME_LP' from app.meeting m join led l on l.episode_id = m.episode_id cross join generate_series(1, 2) r
   where m.type = 'INITIAL_TAC'`,
  `update app.episode x set next_review_on = current_date + ${pick('x.id::text', 80)} - 10 from led l where l.episode_id = x.id`,
];

/** The manager of the large agency and one of those who lead there. */
export async function peopleOfTheWeek(client) {
  const { rows } = await client.query(
    `select u.id as user, m.id as hat, m.role, (select count(*)::int from app.edge e join app.episode x on x.id = e.episode_id
         where e.kind = 'LP' and x.state = 'PLAN_ACTIVE' and case m.role when 'AMGR' then e.agency_id = m.agency_id else e.user_id = u.id end) as cases
     from app.app_user u join app.membership m on m.user_id = u.id where u.email in ('busy0@bench.example', 'busy1@bench.example') order by m.role`,
  );
  const [manager, lead] = rows;
  return { manager, lead };
}
