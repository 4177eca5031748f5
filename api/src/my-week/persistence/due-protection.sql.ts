import { DAY, row } from './due-row.js';

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

/** What keeps somebody safe and has to be looked at: emergency views, sharing without agreement, orders and shields, police. */
export const PROTECTION_ARMS = [EMERGENCIES, SHARINGS, ORDERS, POLICE];
