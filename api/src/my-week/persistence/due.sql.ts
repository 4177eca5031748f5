import { DEFAULT_TIMESCALES } from '@encircle/shared/lifecycle';
import { DRIFT, DRIFTING } from './drift.sql.js';
import { MEETING_ARMS } from './due-meetings.sql.js';
import { PROTECTION_ARMS } from './due-protection.sql.js';
import { DAY, row } from './due-row.js';

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

/** What there is to do, as one union over what was read once (`SOURCES`). */
export const DUE = `
  ${DRIFT},
  due_all as materialized (
    ${[ACTIONS, ...MEETING_ARMS, OFFERS, REVIEWS, AGREEMENTS, CLOSINGS, CONTRIBUTIONS, OVERSIGHT, ...PROTECTION_ARMS, BABIES, OF_AGE, VACANCIES, EVIDENCE].join('\n    union all\n')}),
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
