import { id, pick } from './seeds.mjs';
import { content } from './world.mjs';

/**
 * A country's worth of children, cases and workers in the migrated schema, made by set-based SQL. Agencies are of very
 * different sizes (Zipf-Mandelbrot: the largest has a place on about 35,000 open cases of 600,000), workers lead from a
 * few cases to some two hundred, and one case in a thousand has a shielded child.
 * @typedef {import('./world.mjs').Size} Size
 */

/** @type {Size} */
export const COUNTRY = { children: 11_000_000, cases: 900_000, users: 330_000, agencies: 3_000 };
/** @type {Size} */
export const TENTH = { children: 1_100_000, cases: 90_000, users: 33_000, agencies: 3_000 };
/** Shows that everything still runs; too small to say anything about speed. @type {Size} */
export const HAMLET = { children: 3_000, cases: 1_500, users: 400, agencies: 20 };

/** Managers first, one an agency; the rest are practitioners, who fill the agencies from the largest on. */
const SHIFT = 8;
const agencyOf = (n, agencies) =>
  `least(${agencies}, floor(${SHIFT} * exp((${n}) * 0.6180339887 % 1 * ln((${agencies} + ${SHIFT}) / ${SHIFT}.0)) - ${SHIFT})::int + 1)`;

/** One case in a thousand has a shielded child. */
const SHIELDED_OF = 1000;

const TABLES = [
  'agency',
  'app_user',
  'membership',
  'person',
  'relationship',
  'episode',
  'episode_subject',
  'edge',
  'case_grant',
  'consent',
  'consent_line',
  'shield',
  'shield_member',
  'case_fact',
  'meeting',
  'invitation',
  'plan',
  'outcome',
  'rating',
  'action',
  'note',
  'episode_move',
].map((table) => `app.${table}`);

/** Numbers to draw from while loading; dropped afterwards. */
const drafts = ({ agencies, users, cases }) => {
  const workers = users - agencies;
  const half = Math.floor(workers / 2) - 1;
  // Three different workers: the lead from the bent end of the list, each other less than half of it further on.
  const places = `select n, floor(${workers} * power(${pick(`'l' || n`, 1_000_000)} / 1000000.0, 1.5))::int as lead,
      1 + ${pick(`'a' || n`, half)} as to_author, 1 + ${pick(`'t' || n`, half)} as to_member from generate_series(1, ${cases}) n`;
  const worker = (place) => `${agencies} + 1 + (${place}) % ${workers}`;
  return [
    `create unlogged table draft_agency as select n, ${id('agency', 'n')} as id from generate_series(1, ${agencies}) n`,
    `create unlogged table draft_user as
     select u.n, ${id('user', 'u.n')} as id, a.id as agency_id, u.n <= ${agencies} as manages
     from (select n, case when n <= ${agencies} then n else ${agencyOf('n', agencies)} end as a from generate_series(1, ${users}) n) u
     join draft_agency a on a.n = u.a`,
    `create unlogged table draft_case as
     select n, ${id('case', 'n')} as id, ${id('child', 'n')} as child_id, ${id('mother', 'n')} as mother_id,
       current_date - 60 - ${pick(`'o' || n`, 900)} as opened,
       (array['PLAN_ACTIVE', 'PLAN_ACTIVE', 'PLAN_ACTIVE', 'TAC_PLANNED', 'ASSESSING', 'ASSESSED', 'CLOSED', 'CLOSED', 'CLOSED'])[1 + n % 9] as state,
       ${worker('lead')} as lead, ${worker('lead + to_author')} as author, ${worker('lead + to_author + to_member')} as member
     from (${places}) p`,
    `create unlogged table draft_place as
     select c.n, c.id as episode_id, c.opened, c.state, u.id as user_id, u.agency_id, p.kind
     from draft_case c cross join lateral (values ('LP', c.lead), ('AUTHOR', c.author), ('TACM', c.member)) as p (kind, worker)
     join draft_user u on u.n = p.worker`,
    `analyze draft_agency, draft_user, draft_case, draft_place`,
  ];
};

const directory = () => [
  `insert into app.agency (id, name, kind, report_group, in_agreement_from)
   select id, 'Agency ' || n, 'SCHOOL', 'Group ' || (n % 12), '2020-01-01' from draft_agency`,
  `insert into app.app_user (id, email, full_name, phone, vetting_valid_to, training_valid_to)
   select id, 'user' || n || '@bench.example', 'Worker ' || n, '01632 960' || lpad((n % 1000)::text, 3, '0'),
     current_date + 300, current_date + 300 from draft_user`,
  `insert into app.membership (user_id, agency_id, role, professional_role, job_title, valid_from)
   select id, agency_id, case when manages then 'AMGR' else 'PRACT' end, 'OTHER', 'Worker', '2020-01-01' from draft_user`,
];

const people = ({ children, cases }) => [
  `insert into app.person (id, kind, given_names, family_name, date_of_birth, sex)
   select ${id('child', 'n')}, 'CHILD', 'Given' || ${pick(`'g' || n`, 6000)}, 'Family' || ${pick(`'f' || n`, 40000)},
     current_date - 400 - ${pick(`'b' || n`, 5000)}, case when n % 2 = 0 then 'FEMALE' else 'MALE' end
   from generate_series(1, ${children}) n`,
  `insert into app.person (id, kind, given_names, family_name)
   select mother_id, 'ADULT', 'Mother' || ${pick(`'m' || n`, 6000)}, 'Family' || ${pick(`'f' || n`, 40000)} from draft_case`,
  `insert into app.relationship (child_id, person_id, kind, has_pr, lives_with, portal)
   select child_id, mother_id, 'MOTHER', 'YES', 'FULL_TIME', 'NONE' from draft_case where n <= ${cases}`,
];

const cases = () => [
  `insert into app.episode (id, ref, type, state, source_of_concern, initiating_agency_id, locality, opened_on, agreed_on,
     completed_on, plan_agreed_on, next_review_on, closed_on, closed_at, closure_reason, created_by)
   select c.id, 'B-' || c.n, 'CHILD', c.state, 'SCHOOL', u.agency_id, 'North', c.opened, c.opened + 7, c.opened + 25, c.opened + 40,
     current_date + 20, case when c.state = 'CLOSED' then current_date - 30 end, case when c.state = 'CLOSED' then current_date - 30 end,
     case when c.state = 'CLOSED' then 'NEEDS_MET' end, u.id
   from draft_case c join draft_user u on u.n = c.author`,
  `insert into app.episode_subject (episode_id, person_id, role) select id, child_id, 'CHILD_SUBJECT' from draft_case`,
  `insert into app.edge (episode_id, user_id, agency_id, kind, from_at)
   select episode_id, user_id, agency_id, kind, opened from draft_place`,
  `insert into app.case_grant (principal_id, episode_id, open, opened_on, shielded, begins)
   select distinct p.principal, d.episode_id, d.state <> 'CLOSED', d.opened, d.n % ${SHIELDED_OF} = 0, d.opened
   from draft_place d cross join lateral (values (d.user_id), (d.agency_id)) p (principal)`,
];

const agreement = () => [
  `insert into app.consent (id, episode_id, subject_id, giver_person_id, capacity, method, statement_version, given_on, given_at,
     recorded_by_agency_id, created_by)
   select ${id('consent', 'c.n')}, c.id, c.child_id, c.mother_id, 'PARENT_PR', 'WET_INK', 'bench', c.opened + 7, c.opened + 7,
     u.agency_id, u.id from draft_case c join draft_user u on u.n = c.author`,
  // Every service is agreed to for who the child is and who helps; those of a case with content for all ordinary kinds.
  `insert into app.consent_line (consent_id, episode_id, subject_id, giver_person_id, recipient_type, recipient_agency_id,
     category, purposes, decision, given_at, valid_from, expires_on, from_at, until_at, team_read_until, lead_read_until, created_by)
   select k.id, k.episode_id, k.subject_id, k.giver_person_id, 'SERVICE', r.agency_id, c.category, array['ASSESS', 'COORDINATE'],
     'GIVEN', k.given_at, k.given_on, current_date + 200, k.given_at, e.ends, e.ends, e.ends, k.created_by
   from app.consent k
   join (select episode_id, agency_id, bool_or(kind = 'LP') as leads from draft_place group by 1, 2) r on r.episode_id = k.episode_id
   cross join (values ('IDENT', 0), ('INVOLVE', 0), ('CHILD', 1), ('PLAN', 1), ('PARENTING', 2), ('FAMILY', 2), ('HEALTH', 2),
     ('MEETING', 2), ('NOTES', 2)) as c (category, wanted)
   cross join (select (current_date + 201)::timestamptz as ends) e
   where c.wanted = 0 or (c.wanted = 1 and r.leads) or k.id < '${SHARE}'`,
];

/** One case in sixteen has content: enough for every table to be as large as a scan must not read. */
const SHARE = '10000000-0000-0000-0000-000000000000';

const shields = () => [
  `insert into app.shield (id, person_id, protected_person_ids, household_person_ids, kind, ground, from_at)
   select ${id('shield', 'n')}, child_id, array[mother_id], array[child_id, mother_id], 'SHIELD', 'DOMESTIC_ABUSE', opened
   from draft_case where n % ${SHIELDED_OF} = 0`,
  `insert into app.shield_member (shield_id, user_id, from_at)
   select ${id('shield', 'd.n')}, d.user_id, d.opened from draft_place d where d.n % ${SHIELDED_OF} = 0 and d.kind = 'LP'`,
];

const indexes = async (client, on) => {
  await client.query(
    `update pg_index set indisready = ${on}, indisvalid = ${on} where indrelid = any ($1::regclass[])`,
    [TABLES],
  );
};

/**
 * Triggers, foreign keys and indexes rest while loading (the indexes are built again afterwards, so the schema is to the
 * letter that of the migrations), and every row is made as the program would have left it.
 * @param {import('pg').Client} client of an administrator
 * @param {Size} size
 */
export async function makeCountry(client, size, { say }) {
  await client.query(`set session_replication_role = replica`);
  await client.query(
    `set synchronous_commit = off; set work_mem = '256MB'; set maintenance_work_mem = '1GB'`,
  );
  await client.query(`set allow_system_table_mods = on`);
  const step = async (title, statements) => {
    const started = performance.now();
    for (const statement of statements) await client.query(statement);
    say(`  ${title}: ${Math.round((performance.now() - started) / 1000)} s`);
  };
  await step('numbers', drafts(size));
  await indexes(client, false);
  await step('agencies and workers', directory());
  await step('people', people(size));
  await step('cases and places', cases());
  await step('agreement and shields', [...agreement(), ...shields()]);
  await step('content', content(`(select * from app.consent where id < '${SHARE}')`));
  await indexes(client, true);
  await step(
    'indexes',
    TABLES.map((table) => `reindex table ${table}`),
  );
  await step('statistics', [
    `drop table draft_place, draft_case, draft_user, draft_agency`,
    `vacuum (freeze, analyze) ${TABLES.join(', ')}`,
    `vacuum analyze`,
  ]);
  await client.query(`reset session_replication_role; reset all`);
  const { rows } = await client.query(
    `select (select count(*) from app.person where kind = 'CHILD')::int as children,
       (select count(*) from app.episode)::int as cases, (select count(*) from app.app_user)::int as users`,
  );
  for (const key of ['children', 'cases', 'users'])
    if (rows[0][key] !== size[key]) throw new Error(`the world has ${rows[0][key]} ${key}, not ${size[key]}`);
}
