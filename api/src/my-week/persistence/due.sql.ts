/**
 * What there is to do, as one union. Each branch starts from an index on the people of the question (`ids`): actions by
 * owner, invitations by user, places on cases by user. Row-level security guards every row that comes out, so a
 * manager gets the same shape without what a manager may not see.
 *
 * `due` is a date; where it counts working days, `base` and `days` say from when and how many, and the program counts.
 */
const OPEN_STATES = `('ASSESSING', 'ASSESSED', 'TAC_PLANNED', 'PLAN_ACTIVE', 'PANEL_REVIEW', 'STEP_UP_PENDING', 'TRANSFER_PENDING')`;
const LONDON_DAY = (at: string): string => `(${at} at time zone 'Europe/London')::date`;

const row = (columns: Record<string, string>): string => {
  const all = {
    kind: 'null::text',
    episode_id: 'null::uuid',
    record_id: 'null::uuid',
    owner_id: 'null::uuid',
    due: 'null::date',
    base: 'null::date',
    days: 'null::int',
    text: 'null::text',
    note: 'null::text',
    at: 'null::timestamptz',
    invited: 'null::int',
    answered: 'null::int',
    review_no: 'null::int',
    version: '1',
    subject_id: 'null::uuid',
    ...columns,
  };
  return `select ${Object.entries(all)
    .map(([name, sql]) => `${sql} as ${name}`)
    .join(', ')}`;
};

/** Cases the people of the question lead; the author leads while nobody else does. */
export const LED = `
  led as materialized (
    select e.episode_id, e.user_id, x.state, x.next_review_on, x.opened_on
    from app.edge e join app.episode x on x.id = e.episode_id
    where e.user_id = any ((select ids from who)::uuid[]) and e.kind = 'LP' and e.from_at <= sec.now() and sec.now() < e.until_at
      and x.state in ${OPEN_STATES})`;

const ACTIONS = `
  ${row({
    kind: `case when a.status = 'PROPOSED' then 'ACCEPT_ACTION' else 'ACTION' end`,
    episode_id: 'a.episode_id',
    record_id: 'a.id',
    owner_id: 'a.owner_user_id',
    due: `case when a.status = 'PROPOSED' then least(a.by_when, ${LONDON_DAY('a.created_at')} + 7) else a.by_when end`,
    text: 'a.text',
    at: 'coalesce(m.planned_at, a.created_at)',
    version: 'a.version',
    subject_id: 'a.subject_id',
  })}
  from app.action a left join app.meeting m on m.id = a.meeting_id
  where a.owner_user_id = any ((select ids from who)::uuid[]) and a.status in ('PROPOSED', 'AGREED', 'IN_PROGRESS')
    and a.by_when <= sec.today() + 28
    and exists (select 1 from app.plan p where p.id = a.plan_id and p.status in ('DRAFT', 'AGREED'))`;

const invitation = (kind: string, due: string, where: string): string => `
  ${row({
    kind: `'${kind}'`,
    episode_id: 'm.episode_id',
    record_id: 'i.id',
    owner_id: 'i.user_id',
    due,
    text: 'm.type',
    note: 'm.id::text',
    at: 'm.planned_at',
    review_no: 'm.review_no',
    version: 'i.version',
    subject_id: 'm.subject_id',
  })}
  from app.invitation i join app.meeting m on m.id = i.meeting_id
  where i.user_id = any ((select ids from who)::uuid[]) and m.status = 'PLANNED' and ${where}`;

const REPORTS = invitation(
  'REPORT',
  `coalesce(i.report_due_on, ${LONDON_DAY('m.planned_at')})`,
  `i.rsvp = 'SENDING_REPORT' and i.report_received_on is null and m.planned_at > sec.now() - interval '60 days'`,
);

const ANSWERS = invitation(
  'ANSWER',
  `least(i.invited_on + 7, ${LONDON_DAY('m.planned_at')})`,
  `i.rsvp = 'NO_ANSWER' and i.user_id is distinct from m.chair_id and m.planned_at > sec.now()`,
);

const REMINDERS = `
  ${row({
    kind: `'REMIND'`,
    episode_id: 'm.episode_id',
    record_id: 'i.id',
    owner_id: 'm.chair_id',
    due: `greatest(${LONDON_DAY('m.planned_at')} - 4, least(sec.today(), ${LONDON_DAY('m.planned_at')}))`,
    text: 'u.full_name',
    note: 'm.id::text',
    at: 'm.planned_at',
    review_no: 'm.review_no',
    version: 'i.version',
    subject_id: 'm.subject_id',
  })}
  from app.meeting m join app.invitation i on i.meeting_id = m.id join app.app_user u on u.id = i.user_id
  where m.chair_id = any ((select ids from who)::uuid[]) and m.status = 'PLANNED' and m.planned_at > sec.now()
    and m.planned_at < sec.now() + interval '14 days' and i.rsvp = 'NO_ANSWER' and i.required
    and i.user_id is distinct from m.chair_id and i.invited_on <= sec.today() - 5`;

const OFFERS = `
  ${row({
    kind: `'OFFER'`,
    episode_id: 'n.episode_id',
    record_id: 'n.id',
    owner_id: 'n.nominee_id',
    base: LONDON_DAY('n.created_at'),
    days: '4',
    note: '(select u.full_name from app.app_user u where u.id = n.created_by)',
    at: 'n.created_at',
    version: 'n.version',
  })}
  from app.nomination n where n.nominee_id = any ((select ids from who)::uuid[]) and n.status = 'PROPOSED'`;

/** Those invited and those who lead: each meeting once for each of them. */
const MEETINGS_OF = `
  mine as materialized (
    select i.meeting_id as id, i.user_id from app.invitation i
    where i.user_id = any ((select ids from who)::uuid[]) and i.rsvp <> 'NOT_COMING'
    union
    select m.id, l.user_id from led l join app.meeting m on m.episode_id = l.episode_id)`;

const MEETINGS = `
  ${row({
    kind: `'MEETING'`,
    episode_id: 'm.episode_id',
    record_id: 'm.id',
    owner_id: 'mine.user_id',
    due: LONDON_DAY('m.planned_at'),
    text: 'm.type',
    note: '(select l.place from app.meeting_place l where l.meeting_id = m.id)',
    at: 'm.planned_at',
    invited: '(select count(*)::int from app.invitation i where i.meeting_id = m.id)',
    answered: `(select count(*)::int from app.invitation i where i.meeting_id = m.id and (i.rsvp <> 'NO_ANSWER' or i.user_id = m.chair_id))`,
    review_no: 'm.review_no',
    version: 'm.version',
    subject_id: 'm.subject_id',
  })}
  from mine join app.meeting m on m.id = mine.id
  where m.status = 'PLANNED' and ${LONDON_DAY('m.planned_at')} between sec.today() and sec.today() + 7`;

const RUNS = `(m.chair_id = w.id or m.minute_taker_id = w.id or (m.chair_id is null and exists (
    select 1 from led l where l.episode_id = m.episode_id and l.user_id = w.id)))`;

const toRecord = (kind: string, base: string, days: string, where: string): string => `
  ${row({
    kind: `'${kind}'`,
    episode_id: 'm.episode_id',
    record_id: 'm.id',
    owner_id: 'w.id',
    due: days === 'null::int' ? base : 'null::date',
    base,
    days,
    text: 'm.type',
    at: 'm.planned_at',
    invited: '(select count(*)::int from app.invitation i where i.meeting_id = m.id)',
    review_no: 'm.review_no',
    version: 'm.version',
    subject_id: 'm.subject_id',
  })}
  from unnest((select ids from who)::uuid[]) as w(id)
  join lateral (select x.* from app.meeting x where x.id in (select mine.id from mine where mine.user_id = w.id)) m on ${RUNS}
  where ${where}`;

const RECORDINGS = toRecord(
  'RECORD_MEETING',
  LONDON_DAY('m.planned_at'),
  'null::int',
  `m.status = 'PLANNED' and ${LONDON_DAY('m.planned_at')} < sec.today()`,
);

const MINUTES = toRecord(
  'MINUTES',
  LONDON_DAY('m.held_at'),
  '10',
  `m.status = 'HELD' and m.minutes_status = 'DRAFT' and m.held_at > sec.now() - interval '90 days'`,
);

const REVIEWS = `
  ${row({
    kind: `'SET_REVIEW'`,
    episode_id: 'l.episode_id',
    record_id: 'l.episode_id',
    owner_id: 'l.user_id',
    due: 'l.next_review_on',
    review_no: '(select count(*)::int + 1 from app.review v where v.episode_id = l.episode_id)',
  })}
  from led l
  where l.state in ('PLAN_ACTIVE', 'PANEL_REVIEW') and l.next_review_on <= sec.today() + 28
    and not exists (select 1 from app.meeting m where m.episode_id = l.episode_id and m.status = 'PLANNED'
      and m.type in ('REVIEW_TAC', 'CLOSURE') and m.planned_at > sec.now() - interval '1 day')
    and not coalesce((select v.what_next in ('CLOSE', 'STEP_DOWN_SINGLE', 'STEP_DOWN_UNIVERSAL') from app.review v
      where v.episode_id = l.episode_id order by v.review_no desc limit 1), false)`;

const AGREEMENTS = `
  ${row({
    kind: `'AGREEMENT'`,
    episode_id: 'c.episode_id',
    record_id: '(array_agg(c.consent_id order by c.created_at desc))[1]',
    owner_id: 'l.user_id',
    due: 'c.expires_on',
    text: 'max(coalesce(g.preferred_name, g.given_names))',
    at: 'min(c.given_at)',
    subject_id: '(array_agg(c.subject_id))[1]',
  })}
  from led l join app.consent_line c on c.episode_id = l.episode_id
  left join app.person g on g.id = c.giver_person_id
  where c.status = 'ACTIVE' and c.decision = 'GIVEN' and c.expires_on between sec.today() - 10 and sec.today() + 30
  group by c.episode_id, c.giver_person_id, c.expires_on, l.user_id`;

const CLOSINGS = `
  ${row({
    kind: `'CLOSING'`,
    episode_id: 'k.episode_id',
    record_id: 'k.fact_id',
    owner_id: 'sec.uid()',
    base: 'k.asked_on',
    days: '5',
    note: 'k.asked_by',
    text: `'SIGN'`,
    version: 'k.version',
  })}
  from sec.closings_waiting(100) k
  union all
  ${row({
    kind: `'CLOSING'`,
    episode_id: 'l.episode_id',
    record_id: 'v.id',
    owner_id: 'l.user_id',
    base: 'v.held_on',
    days: '5',
    text: `'CLOSE'`,
    subject_id: 'v.subject_id',
  })}
  from led l join lateral (select r.* from app.review r where r.episode_id = l.episode_id order by r.review_no desc limit 1) v on true
  where v.what_next in ('CLOSE', 'STEP_DOWN_SINGLE', 'STEP_DOWN_UNIVERSAL')
    and not exists (select 1 from app.case_fact f where f.episode_id = l.episode_id and f.kind = 'CLOSURE' and f.ended_at is null
      and f.body ->> 'status' = 'WAITING')`;

export const DUE = `
  ${LED}, ${MEETINGS_OF},
  due as materialized (
    ${[ACTIONS, REPORTS, ANSWERS, REMINDERS, OFFERS, MEETINGS, RECORDINGS, MINUTES, REVIEWS, AGREEMENTS, CLOSINGS].join('\n    union all\n')})`;
