import type { Program } from '../kit/program.js';

/** What stands in for the parts of an address that are no ids. */
export const WORDS: Readonly<Record<string, string>> = {
  form: 'caf',
  section: 'D04',
  key: 'D04',
  code: 'caf',
  version: 'v1',
  file: 'nobodys.ics',
  rule: 'SWEEP',
  timescale: 'transfer.wd',
};

/**
 * The table behind the noun in front of an id, found by its case; or a select of one id, given the case ($1) and the
 * child ($2). A new route with a new noun needs a line here, and a row in `arrangeTheRest`.
 */
export const TABLES: Readonly<Record<string, string>> = {
  meetings: 'meeting',
  invitations: 'invitation',
  minutes: 'minute',
  plans: 'plan',
  outcomes: 'outcome',
  actions: 'action',
  notes: 'note',
  documentId: 'select id from app.document where episode_id = $1 order by id limit 1',
  consents: 'consent',
  nominations: 'nomination',
  assessments: 'assessment',
  contributions: 'contribution',
  oversight: 'oversight',
  evidenceId: 'select id from app.outcome_evidence where episode_id = $1 order by id limit 1',
  'safeguarding-referrals': 'referral',
  'contact-requests': 'broker_request',
  'join-requests': 'join_request',
  serviceId: 'select id from app.service_entry order by id limit 1',
  'service-requests': 'service_request',
  enquiries: 'enquiry',
  'enquiry-offers':
    'select o.id from app.enquiry_offer o join app.enquiry q on q.id = o.enquiry_id where q.episode_id = $1 order by o.id limit 1',
  'consent-disputes': 'consent_dispute',
  blockId: 'select id from app.conflict_block where person_id = $2 order by user_id, id limit 1',
  shieldRequestId:
    "select id from app.shield_request where episode_id = $1 and status = 'ASKED' order by id limit 1",
  shieldId: 'select id from app.shield order by id limit 1',
  relativeId: 'select id from app.staff_relative order by user_id, id limit 1',
  'break-glass': 'break_glass',
  'access-reviews': 'access_review',
  alertId: 'select id from app.access_alert order by reference limit 1',
  absenceId: 'select id from app.absence_alert order by id limit 1',
  disclosures: 'disclosure',
  'engagement-plans': 'engagement_plan',
  requestId: 'select id from app.record_request where episode_id = $1 order by id limit 1',
  lineId:
    'select l.id from app.record_request_line l join app.record_request r on r.id = l.request_id where r.episode_id = $1 order by l.id limit 1',
  accountRequestId: 'select id from app.account_request order by id limit 1',
  noticeId: 'select id from app.police_notice order by id limit 1',
  leftOutId: 'select id from app.left_out where episode_id = $1 order by id limit 1',
  orderId: 'select id from app.contact_order where episode_id = $1 order by id limit 1',
  panelDayId: 'select day_id as id from app.panel_item where episode_id = $1 order by id limit 1',
  panelItemId: 'select id from app.panel_item where episode_id = $1 order by id limit 1',
  tieId: 'select id from app.relationship where child_id = $2 order by id limit 1',
  consultations:
    'select consultation_id as id from app.consultation_case where episode_id = $1 order by id limit 1',
};

/** An id of this case for every hole an address may have; what the case has no row for is left out. */
export async function idsOf(
  program: Program,
  about: { episode: string; child: string; worker: string },
): Promise<Map<string, string>> {
  const ids = new Map<string, string>([
    ['episodes', about.episode],
    ['children', about.child],
    ['personId', about.child],
    ['childId', about.child],
    ['userId', about.worker],
    ...Object.entries(WORDS),
  ]);
  for (const [noun, table] of Object.entries(TABLES)) {
    const [row] = table.startsWith('select ')
      ? await program.rows<{ id: string }>(
          `select id from (${table}) as found, (select $1::uuid, $2::uuid) as about`,
          [about.episode, about.child],
        )
      : await program.rows<{ id: string }>(
          `select id from app.${table} where episode_id = $1 order by id limit 1`,
          [about.episode],
        );
    if (row) ids.set(noun, row.id);
  }
  ids.set('recordId', ids.get('assessments') ?? '');
  ids.set('noteId', ids.get('notes') ?? '');
  ids.set('consentId', ids.get('consents') ?? '');
  // Nobody's: what a specialist service keeps, and a file on its way, is known to its worker alone.
  ids.set('uploadId', '99999999-9999-4999-8999-999999999999');
  ids.set('involvementId', '99999999-9999-4999-8999-999999999999');
  return ids;
}

/** Whom the rows behind the nouns belong to. */
export interface AboutWhom {
  episode: string;
  child: string;
  worker: string;
  agency: string;
  /** A worker without a place on the case. */
  other: string;
  officer: string;
  /** Whose day the case is brought to; without them it is a day of somebody who sits on no panel. */
  panel?: { user: string; agency: string };
  /** Somebody of the family who does not agree. */
  relative: string;
  /** Keeps reference numbers apart. */
  n: number;
}

/** A row behind every noun that a plain story of a case does not have. */
export async function arrangeTheRest(program: Program, about: AboutWhom): Promise<void> {
  const by = [about.episode, about.child, about.worker, about.agency];
  const reference = `EA-${String(about.n).padStart(8, '0')}`;
  await program.rows(
    `insert into app.referral (episode_id, subject_id, source_agency_id, author_id, created_by, facts) values ($1, $2, $4, $3, $3, 'Ava said')`,
    by,
  );
  await program.rows(
    `insert into app.document (episode_id, subject_id, category, source_agency_id, author_id, created_by, title, kind, bytes,
       state, nonce, ciphertext, key_version)
     select $1, $2, 'NOTES', $4, $3, $3, 'Ava’s letter', 'TXT', 1, 'CLEAN', '\\x00', '\\x00', 1
     where not exists (select 1 from app.document where episode_id = $1)`,
    by,
  );
  await program.rows(
    `insert into app.conflict_block (person_id, user_id, reason, asked_by, created_by, confirmed_by, confirmed_at)
     values ($1, $2, 'A neighbour of the family', 'LEAD', $3, $4, sec.now())`,
    [about.child, about.other, about.worker, about.officer],
  );
  await program.rows(
    `insert into app.access_alert (rule, about_user_id, about_agency_id, key, reference, from_at, until_at, looks, entries)
     values ('SAME_NAME', $1, $2, $3, $4, sec.now(), sec.now(), 1, '{}')`,
    [about.worker, about.agency, about.episode, `AL-2026-${String(about.n).padStart(5, '0')}`],
  );
  await program.rows(
    `insert into app.absence_alert (agency_id, professional_role, absences, raised_on, last_on, run)
     values ($1, 'SENCO', 3, '2026-03-09', '2026-03-09', $2) on conflict (run) do nothing`,
    [about.agency, about.episode],
  );
  await program.rows(
    `insert into app.broker_request (episode_id, person_id, requester_id, requester_agency_id, reason, created_by)
     values ($1, $2, $3, $4, 'Could a service help with the library visits?', $3)`,
    by,
  );
  await program.rows(
    `insert into app.shield_request (episode_id, person_id, requester_id, requester_agency_id, ground, reason, created_by)
     values ($1, $2, $3, $4, 'THREAT', 'Somebody asked for the child at the gate.', $3)`,
    by,
  );
  await program.rows(
    `insert into app.join_request (ask_id, episode_id, subject_id, requester_id, requester_agency_id, asked_for, why, created_by)
     select gen_random_uuid(), $1, $2, $5, m.agency_id, 'Ava Ames', 'I see her at the surgery twice a year', $5
     from app.membership m, (select $3::uuid, $4::uuid) as by where m.user_id = $5 order by m.id limit 1`,
    [...by, about.other],
  );
  await program.rows(
    `with made as (insert into app.enquiry (agency_id, author_id, created_by, kind, source, given_names, family_name, date_of_birth, sex, postcode,
       issues, what_for, family_knows, agreed, agreed_by, agreed_name, agreed_on, pass_on, may_hear, decide_by, episode_id, subject_id)
     values ($4, $3, $3, 'SUPPORT', 'OWN_AGENCY', 'Ava', 'Ames', '2016-06-10', 'FEMALE', 'QX4 7AB', '{SCHOOL_ATTENDANCE}',
       'Ava misses school', true, 'YES', 'PARENT', 'Mia Ames', '2026-01-05', true, true, '2026-01-07', $1, $2) returning id)
     insert into app.enquiry_offer (enquiry_id, user_id, agency_id, answer_by, created_by) select id, $3, $4, '2026-01-09', $3 from made`,
    by,
  );
  await program.rows(
    `with entry as (
       insert into app.service_entry (agency_id, contact_id, name, what, age_from, age_to, levels, how, checked_on, checked_by, created_by)
       values ($4, $3, $5, 'A calm hour after school', 4, 11, '{1,2}', 'Ring us', '2026-03-02', $3, $3) returning id)
     insert into app.service_request (entry_id, episode_id, subject_id, asker_id, asker_agency_id, user_id, agency_id, child_name,
       words, answer_by, created_by)
     select id, $1, $2, $3, $4, $3, $4, 'Ava', 'Could Ava come to the calm hour on Mondays?', '2026-03-09', $3 from entry`,
    [...by, `Calm hour ${about.n}`],
  );
  await program.rows(
    `insert into app.consent_dispute (episode_id, subject_id, person_id, due_on) values ($1, $2, $3, '2026-03-23')`,
    [about.episode, about.child, about.relative],
  );
  await program.rows(
    `insert into app.disclosure (reference, decision, episode_id, subject_id, author_id, source_agency_id, recipient, categories,
       exact_text, ground, complete_by)
     values ($5, 'SHARED', $1, $2, $3, $4, 'Police', '{CHILD}', 'Ava said', 'CHILD_RISK', sec.now())`,
    [...by, `SH-${String(about.n).padStart(8, '0')}`],
  );
  await program.rows(
    `with asked as (
       insert into app.record_request (reference, episode_id, episode_ref, child_id, kind, requester, capacity, for_person_id,
         received_on, created_by)
       select $5, x.id, x.ref, $2, 'SUBJECT_ACCESS', 'Mia Ames', 'PARENT', $4, '2026-03-02', $3
       from app.episode x where x.id = $1 returning id)
     insert into app.record_request_line (request_id, position, source, source_id, day, category, text, decision, created_by)
     select id, 1, 'NOTE', gen_random_uuid(), '2026-03-02', 'NOTES', 'Ava said', 'INCLUDE', $3 from asked`,
    [about.episode, about.child, about.officer, about.relative, `RR-${String(about.n).padStart(8, '0')}`],
  );
  await program.rows(
    `insert into app.account_request (reference, requester, capacity, about, asked_how, received_on, created_by)
     values ($2, 'Finn Doyle', 'PARENT', 'My daughter Ava', 'LETTER', '2026-03-02', $1)`,
    [about.officer, `AR-${String(about.n).padStart(8, '0')}`],
  );
  await program.rows(
    `with sent as (
       insert into app.police_notice (author_id, source_agency_id, given_names, family_name, date_of_birth, incident_on, facts,
         before_on, created_by)
       values ($3, $4, 'Ava', 'Ames', '2016-06-10', '2026-03-15', 'Ava was awake upstairs', '2026-03-17', $3) returning id)
     insert into app.police_notice_reader (notice_id, user_id, person_id, created_by)
     select id, $3, $2, $3 from sent, (select $1::uuid) as about`,
    by,
  );
  await program.rows(
    `insert into app.left_out (episode_id, subject_id, source_agency_id, author_id, created_by, person_id, about_person_id,
       meeting_id, code, reason)
     select $1, $2, $4, $3, $3, $5, $5, m.id, 'NOT_INVITED_SAFETY', 'He shouted at Ava at the last one'
     from app.meeting m where m.episode_id = $1 order by m.id limit 1`,
    [...by, about.relative],
  );
  await program.rows(
    `insert into app.contact_order (episode_id, subject_id, source_agency_id, author_id, created_by, person_id, about_person_id,
       kind, terms, keeps, from_on, review_on)
     values ($1, $2, $4, $3, $3, $5, $5, 'NO_CONTACT', 'Not to come near Ava at school', 'NOTHING', '2026-03-02', '2026-06-01')`,
    [...by, about.relative],
  );
  await program.rows(
    `insert into app.contribution (episode_id, subject_id, category, source_agency_id, author_id, assessment_id, section,
       asked_user_id, asked_agency_id, question, due_on, created_by)
     select $1, $2, 'CHILD', $4, $3, a.id, 'D04', $3, $4, 'How is Ava at the gate in the mornings?', '2026-03-23', $3
     from app.assessment a where a.episode_id = $1 order by a.version_no desc limit 1`,
    by,
  );
  await program.rows(
    `insert into app.oversight (episode_id, category, source_agency_id, author_id, assessment_id, kind, body, created_by)
     select $1, 'NOTES', $4, $3, a.id, 'RETURNED', 'Say in whose words the mornings are', $3
     from app.assessment a join (select $2::uuid) as about on true where a.episode_id = $1 order by a.version_no desc limit 1`,
    by,
  );
  await program.rows(
    `insert into app.outcome_evidence (episode_id, subject_id, source_agency_id, author_id, created_by, framework_version, outcome,
       moment, measure, value, measured_on, source)
     values ($1, $2, $4, $3, $3, 2, 1, 'START', 'ATTENDANCE', 84, '2026-03-02', 'The register of Ava’s school')`,
    by,
  );
  await program.rows(
    `with asked as (
       insert into app.consultation (asked_agency_id, question, created_by)
       values ($4, 'A child of nine often arrives hungry. What would you try?', $3) returning id)
     insert into app.consultation_case (consultation_id, episode_id, agency_id, created_by)
     select id, $1, $4, $3 from asked, (select $2::uuid) as about`,
    by,
  );
  await program.rows(
    `insert into app.engagement_plan (agency_id, author_id, created_by, episode_id, own_part, next_offer_on, review_on)
     select $4, $3, $3, $1, 'Breakfast at the door', '2026-03-30', '2026-04-13' from (select $2::uuid) as about`,
    by,
  );
  await program.rows(
    `with day as (
       insert into app.panel_day (agency_id, on_day, starts_at, place, chair_id) values ($5, '2026-03-23', '09:30', 'Town hall', $6) returning id),
     member as (insert into app.panel_member (day_id, user_id) select id, $6 from day)
     insert into app.panel_item (day_id, episode_id, position, minutes, presenter_id, presenter_agency_id, without_names, sent_at)
     select id, $1, 1, 20, $3, $4, false, sec.now() from day, (select $2::uuid) as about`,
    [...by, about.panel?.agency ?? about.agency, about.panel?.user ?? about.worker],
  );
  await program.rows(
    `insert into app.staff_relative (user_id, relation, given_names, family_name, date_of_birth, created_by)
     values ($1, 'OWN_CHILD', 'Lio', 'Marsh', '2015-04-02', $1)`,
    [about.worker],
  );
  await program.rows(
    `with asked as (
       insert into app.break_glass (reference, episode_id, subject_id, user_id, agency_id, role, categories, purpose, ground, reason)
       values ($5, $1, $2, $3, $4, 'PRACT', '{SENS_SH}', 'COORDINATE', 'VITAL', 'Ava said something that cannot wait') returning id)
     insert into app.access_review (kind, reference, break_glass_id, episode_id, about_user_id, about_agency_id, due_on, start_by)
     select 'BREAK_GLASS', $5, id, $1, $3, $4, '2026-03-23', '2026-03-18' from asked`,
    [...by, reference],
  );
}
