import { row } from './due-row.js';

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

/** Meetings to answer, to go to, to write down and to send round. */
export const MEETING_ARMS = [REPORTS, ANSWERS, REMINDERS, MEETINGS, RECORDINGS, MINUTES];
