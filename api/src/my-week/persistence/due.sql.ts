import { DEFAULT_TIMESCALES } from '@encircle/shared/lifecycle';
import { DRIFT, DRIFTING } from './drift.sql.js';

/**
 * What there is to do, as one union over what was read once (`SOURCES`). `due` is a date; where it counts working days,
 * `base` and `days` say from when and how many, and the program counts.
 */
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
    about_id: 'null::uuid',
    ...columns,
  };
  return `select ${Object.entries(all)
    .map(([name, sql]) => `${sql} as ${name}`)
    .join(', ')}`;
};

const DAY = (at: string): string => `(${at} at time zone 'Europe/London')::date`;

const ACTIONS = `
  ${row({
    kind: `case when a.status = 'PROPOSED' then 'ACCEPT_ACTION' else 'ACTION' end`,
    episode_id: 'a.episode_id',
    record_id: 'a.id',
    owner_id: 'a.owner_user_id',
    due: `case when a.status = 'PROPOSED' then least(a.by_when, ${DAY('a.created_at')} + 7) else a.by_when end`,
    text: 'a.text',
    at: 'a.created_at',
    version: 'a.version',
    subject_id: 'a.subject_id',
  })}
  from acts a where a.episode_id not in (select p.episode_id from paused p where p.subject_id is null)
    and (a.subject_id is null or (a.episode_id, a.subject_id) not in (select p.episode_id, p.subject_id from paused p where p.subject_id is not null))`;

const OF_MEETING = {
  episode_id: 'm.episode_id',
  text: 'm.type',
  at: 'm.planned_at',
  review_no: 'm.review_no',
  subject_id: 'm.subject_id',
};

const invitation = (kind: string, due: string, where: string): string => `
  ${row({
    ...OF_MEETING,
    kind: `'${kind}'`,
    record_id: 'i.id',
    owner_id: 'i.user_id',
    due,
    note: 'm.id::text',
    version: 'i.version',
  })}
  from asked i join meets m on m.id = i.meeting_id where m.status = 'PLANNED' and ${where}`;

const REPORTS = invitation(
  'REPORT',
  'coalesce(i.report_due_on, m.day)',
  `i.rsvp = 'SENDING_REPORT' and i.report_received_on is null and m.planned_at > (select sec.now()) - interval '60 days'`,
);

const ANSWERS = invitation(
  'ANSWER',
  'least(i.invited_on + 7, m.day)',
  `i.rsvp = 'NO_ANSWER' and i.user_id is distinct from m.chair_id and m.planned_at > (select sec.now())`,
);

const REMINDERS = `
  ${row({
    ...OF_MEETING,
    kind: `'REMIND'`,
    record_id: 's.id',
    owner_id: 'm.chair_id',
    due: 'greatest(m.day - 4, least((select sec.today()), m.day))',
    text: 'null::text',
    about_id: 's.user_id',
    note: 'm.id::text',
    version: 's.version',
  })}
  from meets m join seats s on s.meeting_id = m.id
  where m.chair_id = any ((select ids from who)::uuid[]) and m.status = 'PLANNED' and m.planned_at > (select sec.now())
    and m.planned_at < (select sec.now()) + interval '14 days' and s.rsvp = 'NO_ANSWER' and s.required and s.user_id is not null
    and s.user_id is distinct from m.chair_id and s.invited_on <= (select sec.today()) - 5`;

const OFFERS = `
  ${row({
    kind: `'OFFER'`,
    episode_id: 'n.episode_id',
    record_id: 'n.id',
    owner_id: 'n.nominee_id',
    base: DAY('n.created_at'),
    days: '4',
    about_id: 'n.created_by',
    at: 'n.created_at',
    version: 'n.version',
  })}
  from app.nomination n where n.nominee_id = any ((select ids from who)::uuid[]) and n.status = 'PROPOSED'`;

const MEETINGS = `
  ${row({
    ...OF_MEETING,
    kind: `'MEETING'`,
    record_id: 'm.id',
    owner_id: 'mine.user_id',
    due: 'm.day',
    note: 'l.place',
    invited: 'f.invited',
    answered: 'f.answered',
    version: 'm.version',
  })}
  from mine join meets m on m.id = mine.id left join filled f on f.meeting_id = m.id left join places l on l.meeting_id = m.id
  where m.status = 'PLANNED' and m.day between (select sec.today()) and (select sec.today()) + 7`;

const toRecord = (kind: string, when: Record<string, string>, where: string): string => `
  ${row({
    ...OF_MEETING,
    kind: `'${kind}'`,
    record_id: 'm.id',
    owner_id: 'mine.user_id',
    invited: 'f.invited',
    version: 'm.version',
    ...when,
  })}
  from mine join meets m on m.id = mine.id left join filled f on f.meeting_id = m.id
  where ${where} and (mine.user_id in (m.chair_id, m.minute_taker_id) or (m.chair_id is null and exists (
    select 1 from led l where l.episode_id = m.episode_id and l.user_id = mine.user_id)))`;

const RECORDINGS = toRecord(
  'RECORD_MEETING',
  { due: 'm.day' },
  `m.status = 'PLANNED' and m.day < (select sec.today())`,
);

const MINUTES = toRecord(
  'MINUTES',
  { base: 'm.held_on', days: '10' },
  `m.status = 'HELD' and m.minutes_status = 'DRAFT' and m.held_at > (select sec.now()) - interval '90 days'`,
);

const REVIEWS = `
  ${row({
    kind: `'SET_REVIEW'`,
    episode_id: 'l.episode_id',
    record_id: 'l.episode_id',
    owner_id: 'l.user_id',
    due: 'l.next_review_on',
    review_no: 'coalesce(v.review_no, 0) + 1',
  })}
  from led l left join reviewed v on v.episode_id = l.episode_id
  where l.state in ('PLAN_ACTIVE', 'PANEL_REVIEW') and l.next_review_on <= (select sec.today()) + 28 and v.ends is not true
    and not exists (select 1 from meets m where m.episode_id = l.episode_id and m.status = 'PLANNED'
      and m.type in ('REVIEW_TAC', 'CLOSURE') and m.planned_at > (select sec.now()) - interval '1 day')`;

const AGREEMENTS = `
  ${row({
    kind: `'AGREEMENT'`,
    episode_id: 'c.episode_id',
    record_id: 'c.consent_id',
    owner_id: 'l.user_id',
    due: 'c.expires_on',
    about_id: 'c.giver_person_id',
    at: 'c.given_at',
    subject_id: 'c.subject_id',
  })}
  from led l join lapsing c on c.episode_id = l.episode_id`;

const CLOSINGS = `
  ${row({
    kind: `'CLOSING'`,
    episode_id: 'k.episode_id',
    record_id: 'k.fact_id',
    owner_id: '(select sec.uid())',
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
  from led l join reviewed v on v.episode_id = l.episode_id
  where v.ends and not exists (select 1 from known f where f.episode_id = l.episode_id and f.is_closing)`;

/** Told of emergency access and not yet looked at. The owner's side knows the case; the others get a number only. */
const EMERGENCIES = `
  ${row({
    kind: `'EMERGENCY'`,
    episode_id: `case when n.part = 'OWNER' then b.episode_id end`,
    record_id: 'b.id',
    owner_id: 'n.recipient_id',
    due: DAY('n.updated_at'),
    text: 'b.reference',
    note: `case when b.status = 'ASKED' then 'ASKED' else n.part end`,
    at: 'n.updated_at',
    version: 'b.version',
  })}
  from app.break_glass_notice n join app.break_glass b on b.id = n.break_glass_id
  where n.recipient_id = (select sec.uid()) and n.seen_at is null and n.updated_at > (select sec.now()) - interval '30 days'
  union all
  ${row({
    kind: `'ACCESS_REVIEW'`,
    record_id: 'r.id',
    owner_id: '(select sec.uid())',
    due: 'r.due_on',
    text: 'r.reference',
    note: 'r.kind',
    at: 'r.created_at',
    version: 'r.version',
  })}
  from app.access_review r
  where r.started_at is null and r.decided_at is null and r.start_by < (select sec.today())`;

/** Something shared without agreement: its writer owes the rest within a day, the writer's manager a look. */
const SHARINGS = `
  ${row({
    kind: `'FINISH_SHARING'`,
    episode_id: 'd.episode_id',
    record_id: 'd.id',
    owner_id: 'd.author_id',
    due: DAY('d.complete_by'),
    text: 'd.reference',
    at: 'd.shared_at',
    subject_id: 'd.subject_id',
    version: 'd.version',
  })}
  from app.disclosure d where d.author_id = (select sec.uid()) and d.decision = 'SHARED' and d.completed_at is null
  union all
  ${row({
    kind: `'SHARING'`,
    record_id: 'd.id',
    owner_id: '(select sec.uid())',
    due: DAY('d.shared_at'),
    text: 'd.reference',
    at: 'd.shared_at',
    version: 'd.version',
  })}
  from app.disclosure d
  where (select sec.role()) = 'AMGR' and d.source_agency_id = (select sec.agency()) and d.author_id <> (select sec.uid())
    and d.decision = 'SHARED' and d.manager_seen_at is null and d.shared_at > (select sec.now()) - interval '30 days'`;

/** Parts of an assessment to write for a colleague; answers to read, and questions nobody answered in time. */
const CONTRIBUTIONS = `
  ${row({
    kind: 'p.kind',
    episode_id: 'p.episode_id',
    record_id: 'p.id',
    owner_id: '(select sec.uid())',
    due: 'p.due_on',
    text: 'p.who',
    note: 'p.assessment_id::text',
    at: 'p.created_at',
    version: 'p.version',
    subject_id: 'p.subject_id',
  })}
  from sec.contributions_due() p`;

/** Work that came back for changes; for managers, finished assessments nobody in charge has looked at. */
const OVERSIGHT = `
  ${row({
    kind: 'o.kind',
    episode_id: 'o.episode_id',
    record_id: 'o.id',
    owner_id: '(select sec.uid())',
    base: 'o.base',
    days: 'o.days',
    text: 'o.who',
    note: 'o.assessment_id::text',
    at: 'o.at',
    version: 'o.version',
  })}
  from sec.oversight_tasks(${DEFAULT_TIMESCALES['oversight.wd']}) o`;

/** Orders about contact and shields, to look at again; nothing of what they say. */
const ORDERS = `
  ${row({
    kind: `'ORDER_REVIEW'`,
    episode_id: 'o.episode_id',
    record_id: 'o.id',
    owner_id: '(select sec.uid())',
    due: 'o.due_on',
    at: 'o.created_at',
    version: 'o.version',
    subject_id: 'o.subject_id',
  })}
  from sec.contact_orders_due() o where not $1
  union all
  ${row({
    kind: `'SHIELD_REVIEW'`,
    record_id: 's.id',
    owner_id: '(select sec.uid())',
    due: 's.due_on',
    text: 's.ref',
    at: 's.from_at',
    version: 's.version',
  })}
  from sec.shield_reviews_due() s
  union all ${row({
    kind: `'SHIELD_ASKED'`,
    record_id: 'r.id',
    owner_id: '(select sec.uid())',
    due: 'sec.today()',
    text: 'x.ref',
    at: 'r.created_at',
    version: 'r.version',
  })}
  from app.shield_request r join app.episode x on x.id = r.episode_id
  where r.status = 'ASKED' and sec.role() = 'CAFC'`;

/** A baby two weeks past the due date; agreement to be asked anew after a birth (rule 5.6). */
const BABIES = `
  ${row({
    kind: 'b.kind',
    episode_id: 'b.episode_id',
    record_id: 'b.subject_id',
    owner_id: '(select sec.uid())',
    due: 'b.due',
    base: 'b.base',
    days: 'b.days',
    subject_id: 'b.subject_id',
  })}
  from sec.baby_tasks() b where not $1`;

/** The last of the children is about to be 18 (T34): what comes after is planned in time. */
const OF_AGE = `
  ${row({
    kind: `'TURNS_18'`,
    episode_id: 'g.episode_id',
    record_id: 'g.subject_id',
    owner_id: '(select sec.uid())',
    due: 'g.due',
    subject_id: 'g.subject_id',
  })}
  from sec.coming_of_age($7) g where not $1`;

/** Cases nobody leads, for whoever's turn it is to find somebody. */
const VACANCIES = `
  ${row({
    kind: `'FIND_LEAD'`,
    episode_id: 'v.episode_id',
    record_id: 'v.episode_id',
    owner_id: '(select sec.uid())',
    due: 'v.due',
    base: 'v.since',
    text: 'v.ref',
    note: 'v.asked',
  })}
  from sec.vacancy_tasks($6) v`;

/** Some months after help ended: is what was needed still met? */
const EVIDENCE = `
  ${row({
    kind: `'EVIDENCE_CHECK'`,
    episode_id: 'k.episode_id',
    record_id: 'k.episode_id',
    owner_id: '(select sec.uid())',
    due: 'k.due',
    text: 'k.ref',
  })}
  from sec.evidence_tasks(${DEFAULT_TIMESCALES['evidence.check.months']}) k`;

/** Brought by police, and nobody it was brought to has written what they did. */
const POLICE = `
  ${row({
    kind: `'POLICE_NOTICE'`,
    record_id: 'n.id',
    owner_id: '(select sec.uid())',
    due: 'n.due',
    at: 'n.at',
    version: 'n.version',
  })}
  from sec.police_notice_tasks() n`;

export const DUE = `
  ${DRIFT},
  due_all as materialized (
    ${[ACTIONS, REPORTS, ANSWERS, REMINDERS, OFFERS, MEETINGS, RECORDINGS, MINUTES, REVIEWS, AGREEMENTS, CLOSINGS, EMERGENCIES, SHARINGS, CONTRIBUTIONS, OVERSIGHT, ORDERS, BABIES, OF_AGE, VACANCIES, EVIDENCE, POLICE].join('\n    union all\n')}),
  due as materialized (
    (select * from due_all d order by coalesce(d.due, d.base), d.kind, d.record_id limit 500)
    union all
    (select * from (${row(DRIFTING)} from drifting d) x order by x.due, x.kind, x.record_id limit 100)),
  next_up as materialized (
    select m.*, f.invited, f.answered, f.waiting_for, l.place
    from meets m left join filled f on f.meeting_id = m.id left join places l on l.meeting_id = m.id
    where m.id in (select upcoming.id from upcoming)),

  -- Nobody met or spoke with the family for some time, as far as it was written down.
  quiet as materialized (
    select l.episode_id, l.user_id, l.opened_on, t.last_on
    from led l left join touched t on t.episode_id = l.episode_id
    where coalesce(t.last_on, l.opened_on) <= (select sec.today()) - $5::int
    order by coalesce(t.last_on, l.opened_on), l.episode_id limit 6)`;
