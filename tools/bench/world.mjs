import { id, pick, uuid } from './seeds.mjs';

/**
 * A large invented borough for measuring, made by set-based SQL so that it takes a minute and not a day. It is as the
 * program would have left it: every edge has its grants, every line its moments.
 * @typedef {{ children: number, cases: number, users: number, agencies: number }} Size
 */

/** @type {Size} */
export const FULL = { children: 100_000, cases: 30_000, users: 3_000, agencies: 150 };
/** @type {Size} */
export const SMALL = { children: 600, cases: 400, users: 60, agencies: 6 };

/** Managers come first, one an agency, then the CAF team; the rest are practitioners. */
const people = ({ agencies, users }) => ({
  caf: agencies + 1,
  first: agencies + 1 + Math.ceil(users / 100),
  users,
});

function directory(size) {
  const { caf, first, users } = people(size);
  return [
    `insert into app.agency (id, name, kind, report_group, in_agreement_from)
     select ${id('agency', 'n')}, 'Agency ' || n, 'SCHOOL', 'Group ' || (n % 12), '2020-01-01' from generate_series(1, ${size.agencies}) n`,
    `insert into app.app_user (id, email, full_name, phone, vetting_valid_to, training_valid_to)
     select ${id('user', 'n')}, 'user' || n || '@bench.example', 'Worker ' || n, '01632 960' || lpad((n % 1000)::text, 3, '0'),
       current_date + 300, current_date + 300 from generate_series(1, ${users}) n`,
    `insert into app.membership (id, user_id, agency_id, role, professional_role, job_title, valid_from)
     select ${id('hat', 'n')}, ${id('user', 'n')}, ${id('agency', `1 + n % ${size.agencies}`)},
       case when n < ${caf} then 'AMGR' when n < ${first} then 'CAFC' else 'PRACT' end, 'OTHER', 'Worker', '2020-01-01'
     from generate_series(1, ${users}) n`,
  ];
}

function children(size) {
  return [
    `insert into app.person (id, kind, given_names, family_name, date_of_birth, sex)
     select ${id('child', 'n')}, 'CHILD', 'Given' || ${pick(`'g' || n`, 600)}, 'Family' || ${pick(`'f' || n`, 4000)},
       current_date - 400 - ${pick(`'b' || n`, 5000)}, case when n % 2 = 0 then 'FEMALE' else 'MALE' end
     from generate_series(1, ${size.children}) n`,
    `insert into app.person (id, kind, given_names, family_name)
     select ${id('mother', 'n')}, 'ADULT', 'Mother' || ${pick(`'m' || n`, 600)}, 'Family' || ${pick(`'f' || n`, 4000)}
     from generate_series(1, ${size.cases}) n`,
    `insert into app.relationship (child_id, person_id, kind, has_pr, lives_with, portal)
     select ${id('child', 'n')}, ${id('mother', 'n')}, 'MOTHER', 'YES', 'FULL_TIME', 'NONE' from generate_series(1, ${size.cases}) n`,
    `insert into app.contact_point (person_id, kind, value)
     select ${id('mother', 'n')}, 'PHONE', '07700 900' || lpad((n % 1000)::text, 3, '0') from generate_series(1, ${size.cases}) n`,
    `insert into app.setting (person_id, kind, name, year_group)
     select ${id('child', 'n')}, 'SCHOOL', 'School ' || (n % 90), 'Year ' || (1 + n % 11) from generate_series(1, ${size.cases}) n`,
  ];
}

/** Five places a case: the lead professional, the author and three more, each from another corner of the list. */
const PLACES = [
  ['LP', 0],
  ['AUTHOR', 1],
  ['TACM', 7],
  ['TACM', 401],
  ['TACM', 997],
];

function cases(size) {
  const { first, users } = people(size);
  const worker = (shift) =>
    `(${first} + (${pick(`'w' || n`, users - first)} + ${shift}) % (${users} - ${first}))`;
  const edge = ([kind, shift], index) => `
    select ${id('edge', `n || '-${index}'`)}, ${id('case', 'n')}, ${id('user', worker(shift))},
      ${id('agency', `1 + ${worker(shift)} % ${size.agencies}`)}, '${kind}', 'OTHER', x.opened_on::timestamptz, ${id('user', worker(1))}
    from generate_series(1, ${size.cases}) n join app.episode x on x.id = ${id('case', 'n')}`;
  return [
    `insert into app.episode (id, ref, type, state, source_of_concern, initiating_agency_id, locality, opened_on, agreed_on,
       completed_on, plan_agreed_on, next_review_on, closed_on, closure_reason, created_by)
     select ${id('case', 'n')}, 'B-' || n, 'CHILD', s.state, 'SCHOOL', ${id('agency', `1 + ${worker(1)} % ${size.agencies}`)},
       'North', s.opened, s.opened + 7, s.opened + 25, s.opened + 40, current_date + 20,
       case when s.state = 'CLOSED' then current_date - 30 end, case when s.state = 'CLOSED' then 'NEEDS_MET' end, ${id('user', worker(1))}
     from (select n, current_date - 60 - ${pick(`'o' || n`, 900)} as opened,
             (array['PLAN_ACTIVE', 'PLAN_ACTIVE', 'PLAN_ACTIVE', 'TAC_PLANNED', 'ASSESSING', 'CLOSED'])[1 + n % 6] as state
           from generate_series(1, ${size.cases}) n) s`,
    `insert into app.episode_subject (episode_id, person_id, role, created_by)
     select ${id('case', 'n')}, ${id('child', 'n')}, 'CHILD_SUBJECT', null from generate_series(1, ${size.cases}) n`,
    ...PLACES.map(
      (place, index) =>
        `insert into app.edge (id, episode_id, user_id, agency_id, kind, professional_role, from_at, created_by) ${edge(place, index)}`,
    ),
    `insert into app.case_grant (principal_id, episode_id, open, opened_on, begins)
     select p.principal, e.episode_id, x.state <> 'CLOSED', x.opened_on, min(e.from_at)
     from app.edge e join app.episode x on x.id = e.episode_id cross join lateral (values (e.user_id), (e.agency_id)) p (principal)
     group by 1, 2, 3, 4`,
  ];
}

const ORDINARY = `array['IDENT', 'INVOLVE', 'CHILD', 'PARENTING', 'FAMILY', 'HEALTH', 'PLAN', 'MEETING', 'NOTES']`;

function agreement(size) {
  return [
    `insert into app.consent (id, episode_id, subject_id, giver_person_id, capacity, method, statement_version, given_on,
       given_at, recorded_by_agency_id, created_by)
     select ${id('consent', 'n')}, ${id('case', 'n')}, ${id('child', 'n')}, ${id('mother', 'n')}, 'PARENT_PR', 'WET_INK', 'bench',
       x.opened_on + 7, x.opened_on + 7, x.initiating_agency_id, x.created_by
     from generate_series(1, ${size.cases}) n join app.episode x on x.id = ${id('case', 'n')}`,
    `insert into app.consent_line (consent_id, episode_id, subject_id, giver_person_id, recipient_type, recipient_agency_id,
       category, purposes, decision, given_at, valid_from, expires_on, from_at, until_at, team_read_until, lead_read_until, created_by)
     select k.id, k.episode_id, k.subject_id, k.giver_person_id, 'SERVICE', r.agency_id, c.category, array['ASSESS', 'COORDINATE'],
       'GIVEN', k.given_at, k.given_on, current_date + 200, k.given_at, e.ends, e.ends, e.ends, k.created_by
     from app.consent k
     join (select distinct episode_id, agency_id from app.edge) r on r.episode_id = k.episode_id
     cross join unnest(${ORDINARY}) as c (category)
     cross join (select (current_date + 201)::timestamptz as ends) e`,
  ];
}

const LABEL = 'episode_id, subject_id, category, source_agency_id, author_id, created_by, created_at';
const label = (category) =>
  `k.episode_id, k.subject_id, '${category}', k.recorded_by_agency_id, k.created_by, k.created_by, k.given_at + interval '1 day'`;

/**
 * What a case of some months holds: words, meetings with invitations, a plan with hopes and actions, notes.
 * @param {string} acts the acts of agreement whose cases get it
 */
export function content(acts = 'app.consent') {
  const each = (n) => `from ${acts} k cross join generate_series(1, ${n}) n`;
  return [
    `insert into app.case_fact (${LABEL}, kind, body, said_on)
     select ${label('CHILD')}, f.kind, f.body::jsonb, k.given_on from ${acts} k
     cross join (values ('LEVEL', '{"level":3}'), ('OWN_WORDS', '{"text":"I like drawing foxes and swimming."}'),
       ('GOING_WELL', '{"items":["Comes in happily","Sleeps better"]}'),
       ('HELP_WANTED', '{"items":["Mondays","Falling asleep"]}')) as f (kind, body)`,
    `insert into app.meeting (id, ${LABEL}, type, status, planned_at, mode, held_at, review_no)
     select ${uuid(`'meeting' || k.id || n`)}, ${label('MEETING')}, case when n = 1 then 'INITIAL_TAC' else 'REVIEW_TAC' end,
       case when n < 3 then 'HELD' else 'PLANNED' end, s.at, 'IN_PERSON', case when n < 3 then s.at end, n - 1
     ${each(3)} cross join lateral (select case when n < 3 then k.given_at + n * interval '30 days' else current_date + interval '9 hours' end as at) s`,
    `insert into app.invitation (id, ${LABEL}, meeting_id, user_id, agency_id, professional_role, invited_on, attendance)
     select ${uuid(`'invitation' || m.id || e.user_id`)}, m.episode_id, m.subject_id, 'MEETING', m.source_agency_id, m.author_id,
       m.created_by, m.created_at, m.id, e.user_id, e.agency_id, 'OTHER', (m.planned_at - interval '20 days')::date,
       case when m.status = 'HELD' then (array['ATT', 'ATT', 'ATT', 'REP', 'APO', 'DNA'])[1 + ${pick('m.id::text || e.id', 6)}] end
     from app.meeting m join app.edge e on e.episode_id = m.episode_id`,
    `insert into app.plan (id, ${LABEL}, status, agreed_on)
     select ${uuid(`'plan' || k.id`)}, ${label('PLAN')}, 'AGREED', k.given_on + 40 from ${acts} k`,
    `insert into app.outcome (id, ${LABEL}, plan_id, position, statement, rater, baseline_value, baseline_on, target_value)
     select ${uuid(`'outcome' || k.id || n`)}, ${label('PLAN')}, ${uuid(`'plan' || k.id`)}, n, 'Calmer mornings', 'CHILD', 3, k.given_on + 40, 8
     ${each(2)}`,
    `insert into app.rating (${LABEL}, outcome_id, value, rated_on, rater)
     select o.episode_id, o.subject_id, 'PLAN', o.source_agency_id, o.author_id, o.created_by, o.created_at, o.id, 3 + n,
       o.baseline_on + n * 30, 'CHILD' from app.outcome o cross join generate_series(1, 2) n`,
    `insert into app.action (${LABEL}, plan_id, outcome_id, text, owner_user_id, owner_agency_id, by_when, status, done_on)
     select o.episode_id, o.subject_id, 'PLAN', o.source_agency_id, o.author_id, o.created_by, o.created_at, o.plan_id, o.id,
       'Meet at the gate', o.author_id, o.source_agency_id, current_date + 10 * n, case when n = 1 then 'DONE' else 'AGREED' end,
       case when n = 1 then o.baseline_on + 20 end from app.outcome o cross join generate_series(1, 2) n`,
    `insert into app.note (${LABEL}, kind, event_on, text, significant)
     select ${label('NOTES')}, 'CONTACT', k.given_on + 10 * n, 'Came in on time three days running.', n = 1 ${each(5)}`,
    `insert into app.episode_move (${LABEL}, transition, to_state, happened_on)
     select ${label('INVOLVE')}, 'T0' || n, (array['CONCERN', 'ASSESSING', 'ASSESSED', 'PLAN_ACTIVE'])[n], k.given_on + 10 * n ${each(4)}`,
  ];
}

/**
 * @param {import('pg').Client} client of an administrator
 * @param {Size} size
 */
export async function makeWorld(client, size) {
  // Triggers and keys are left out while loading: every row below is made right, and the counts are checked.
  await client.query(
    `set session_replication_role = replica; set synchronous_commit = off; set work_mem = '128MB'`,
  );
  for (const statement of [
    ...directory(size),
    ...children(size),
    ...cases(size),
    ...agreement(size),
    ...content(),
  ])
    await client.query(statement);
  await client.query(`set session_replication_role = origin; vacuum analyze`.split(';')[0]);
  await client.query('vacuum (analyze)');
  const { rows } =
    await client.query(`select (select count(*) from app.person where kind = 'CHILD')::int as children,
    (select count(*) from app.episode)::int as cases, (select count(*) from app.app_user)::int as users`);
  for (const key of ['children', 'cases', 'users'])
    if (rows[0][key] < size[key]) throw new Error(`the world has ${rows[0][key]} ${key}, not ${size[key]}`);
}

/** Workers with the fullest lists, each with two cases they lead whose meeting is today: one for either side. */
export async function readersOf(client, count) {
  const { rows } = await client.query(
    `select u.id as user, m.id as hat, c.cases[1] as case, c.meetings[1] as meeting, c.meetings[2] as "bareMeeting"
     from (select g.principal_id, count(*) as n from app.case_grant g where g.open group by 1) g
     join app.app_user u on u.id = g.principal_id join app.membership m on m.user_id = u.id and m.role = 'PRACT'
     cross join lateral (select array_agg(e.episode_id order by e.episode_id) as cases, array_agg(t.id order by e.episode_id) as meetings
       from app.edge e join app.episode p on p.id = e.episode_id and p.state = 'PLAN_ACTIVE'
       join app.meeting t on t.episode_id = e.episode_id and t.status = 'PLANNED'
       where e.user_id = u.id and e.kind = 'LP') c
     where g.n >= 25 and cardinality(c.cases) >= 2 order by u.id limit $1`,
    [count],
  );
  return rows;
}

/** What is stored of both meetings of a reader, as an answer of a save has it. */
export async function meetingsToHold(client, { meeting, bareMeeting }) {
  const stored = async (id) =>
    (
      await client.query(
        `select m.version, json_agg(json_build_object('invitationId', i.id, 'version', i.version, 'code', i.attendance) order by i.id) as entries
         from app.meeting m join app.invitation i on i.meeting_id = m.id where m.id = $1 group by m.id`,
        [id],
      )
    ).rows[0];
  return { stored: await stored(meeting), bareStored: await stored(bareMeeting) };
}
