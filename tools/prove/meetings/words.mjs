import { randomUUID } from 'node:crypto';
import { MINUTE_CATEGORIES } from '@encircle/shared/meetings';

/** What is said of a grown-up is about one. */
const ABOUT_ADULTS = new Set(['ADULT', 'DV', 'OFFENCE', 'SENS_SM']);

const LABEL = `id, episode_id, subject_id, about_person_id, category, source_agency_id, author_id, created_by, named_worker_ids`;
const LABEL_TYPES = `id uuid, episode_id uuid, subject_id uuid, about_person_id uuid, category text, source_agency_id uuid,
  author_id uuid, created_by uuid, named_worker_ids uuid[]`;

const INSERTS = {
  minute: `insert into app.minute (${LABEL}, meeting_id, kind, text, position)
    select ${LABEL}, meeting_id, 'POINT', word, 900 + n from jsonb_to_recordset($1) x (${LABEL_TYPES}, meeting_id uuid, word text, n int)`,
  outcome: `insert into app.outcome (${LABEL}, plan_id, position, statement, agreed_with, scale_low, scale_high, better, status)
    select ${LABEL}, plan_id, 900 + n, word, '{}', 0, 10, 'HIGHER', 'OPEN'
    from jsonb_to_recordset($1) x (${LABEL_TYPES}, plan_id uuid, word text, n int)`,
  action: `insert into app.action (${LABEL}, plan_id, outcome_id, position, text, owner_user_id, owner_agency_id, by_when, status)
    select ${LABEL}, plan_id, outcome_id, 900 + n, word, author_id, source_agency_id, sec.today() + 30, 'AGREED'
    from jsonb_to_recordset($1) x (${LABEL_TYPES}, plan_id uuid, outcome_id uuid, word text, n int)`,
  action_comment: `insert into app.action_comment (${LABEL}, action_id, text)
    select ${LABEL}, action_id, word from jsonb_to_recordset($1) x (${LABEL_TYPES}, action_id uuid, word text)`,
  meeting_report: `insert into app.meeting_report (${LABEL}, meeting_id, invitation_id, going_well, received_on)
    select ${LABEL}, meeting_id, invitation_id, word, sec.today()
    from jsonb_to_recordset($1) x (${LABEL_TYPES}, meeting_id uuid, invitation_id uuid, word text)
    on conflict (invitation_id) do nothing`,
};

const TEXT = {
  minute: 'text',
  outcome: 'statement',
  action: 'text',
  action_comment: 'text',
  meeting_report: 'going_well',
};
/** Children first, as they are taken away. */
const TABLES = ['action_comment', 'action', 'outcome', 'minute', 'meeting_report'];

/** What the second copy of the rules, row-level security, leaves somebody of a meeting, its plan and its people. */
export const READABLE = `
  select text as word from app.minute where meeting_id = any ($1::uuid[])
  union all select statement from app.outcome where episode_id = $2
  union all select text from app.action where episode_id = $2
  union all select text from app.action_comment where episode_id = $2
  union all select going_well from app.meeting_report where meeting_id = any ($1::uuid[])
  union all select unnest(array[reason, rsvp_note, attendance_reason]) from app.invitation where meeting_id = any ($1::uuid[])
  union all select place from app.meeting_place where meeting_id = any ($1::uuid[])
  union all select 'person ' || id from app.person where id = any ($3::uuid[])`;

/**
 * Puts a line, a hope, an action, a word on it and a report of every kind of information into one meeting and the plan of its
 * case, by one or another of those who were asked, each with a word found nowhere else.
 * @param from where its words are counted from; only the meeting counted from 0 brings those of the plan
 */
export async function addWords(rows, meeting, random, from = 0) {
  const [plan] = await rows(
    `select id from app.plan where episode_id = $1 and status <> 'SUPERSEDED' order by version_no desc limit 1`,
    [meeting.episodeId],
  );
  const all = Object.fromEntries(TABLES.map((table) => [table, []]));
  for (const [n, category] of MINUTE_CATEGORIES.entries()) {
    const add = (table, more) => {
      const row = {
        ...label(meeting, category, random),
        word: `zq${table.replace('_', '')}${from + n}x`,
        n,
        ...more,
      };
      all[table].push(row);
      return row.id;
    };
    add('minute', { meeting_id: meeting.id });
    const invitation = meeting.invitations[n];
    if (invitation) add('meeting_report', { meeting_id: meeting.id, invitation_id: invitation.id });
    if (!plan || from > 0) continue;
    const outcome_id = add('outcome', { plan_id: plan.id });
    const action_id = add('action', { plan_id: plan.id, outcome_id });
    add('action_comment', { action_id });
  }
  for (const table of [...TABLES].reverse())
    if (all[table].length > 0) await rows(INSERTS[table], [JSON.stringify(all[table])]);
  await rows(
    `update app.invitation set reason = concat('zqwhy', $2 + n, 'x'), rsvp_note = concat('zqnote', $2 + n, 'x'),
       attendance_reason = concat('zqabsence', $2 + n, 'x')
     from unnest($1::uuid[]) with ordinality as each (id, n) where invitation.id = each.id`,
    [meeting.invitations.map(({ id }) => id), from],
  );
  await rows(`update app.meeting_place set place = $2 where meeting_id = $1`, [
    meeting.id,
    `zqplace${from + 1}x`,
  ]);
}

function label(meeting, category, random) {
  const by = random.one(meeting.workers);
  return {
    id: randomUUID(),
    episode_id: meeting.episodeId,
    subject_id: meeting.subjectId,
    about_person_id: ABOUT_ADULTS.has(category) ? meeting.adultId : null,
    category,
    source_agency_id: by.agencyId,
    author_id: by.userId,
    created_by: by.userId,
    named_worker_ids: random.chance(0.2) ? [random.one(meeting.workers).userId] : [],
  };
}

/** Takes away what was put in, all of it or all but these words. An action outlives the hope it was for. */
export async function takeAway(rows, meeting, keep = []) {
  await rows(
    `update app.action a set outcome_id = null from app.outcome o
     where o.id = a.outcome_id and o.episode_id = $1 and o.statement ~ '^zq[a-z]+[0-9]+x$' and o.statement <> all ($2)`,
    [meeting.episodeId, keep],
  );
  for (const table of TABLES)
    await rows(
      `delete from app.${table} where episode_id = $1 and ${TEXT[table]} ~ '^zq[a-z]+[0-9]+x$' and ${TEXT[table]} <> all ($2)`,
      [meeting.episodeId, keep],
    );
}

/** The words beside people's names and that of the place go last: while they stand, every answer has the same. */
export async function clearNotes(rows, meeting) {
  await rows(
    `update app.invitation set reason = null, rsvp_note = null, attendance_reason = null where meeting_id = $1`,
    [meeting.id],
  );
  await rows(`update app.meeting_place set place = 'Somewhere' where meeting_id = $1`, [meeting.id]);
}

export const wordsIn = (text) => [...new Set(text.match(/zq[a-z]+\d+x/g) ?? [])].sort();
