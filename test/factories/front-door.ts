import type { Program } from '../kit/program.js';

export interface FrontDoor {
  enquiry: string;
  service: string;
  notice: string;
}

/** What came before a case and beside it: a request for support taken up, a question to a service, a notice brought and read. */
export async function aFrontDoor(
  program: Program,
  about: { episode: { id: string }; child: { id: string }; worker: { id: string; agency: { id: string } } },
): Promise<FrontDoor> {
  const by = [about.episode.id, about.child.id, about.worker.id, about.worker.agency.id];
  const one = async (sql: string): Promise<string> =>
    (await program.rows<{ id: string }>(sql, by))[0]?.id ?? '';
  const enquiry = await one(
    `with made as (
       insert into app.enquiry (agency_id, author_id, created_by, kind, source, caller_name, family_name, issues, what_for, agreed,
         status, decide_by, episode_id, subject_id)
       values ($4, $3, $3, 'SUPPORT', 'OTHER', 'Nora Next-Door', 'Ames', '{OTHER}', 'Crying at the gate on Mondays', 'YES', 'DECIDED',
         sec.today(), $1, $2) returning id),
     offered as (insert into app.enquiry_offer (enquiry_id, user_id, agency_id, status, answer_by, answered_at)
       select id, $3, $4, 'ACCEPTED', sec.today(), sec.now() from made),
     decided as (insert into app.enquiry_triage (enquiry_id, decision, why, created_by)
       select id, 'CAF', 'Several services would help', $3 from made)
     select id from made`,
  );
  const service = await one(
    `with entry as (
       insert into app.service_entry (agency_id, name, what, age_from, age_to, levels, how, checked_on, checked_by)
       values ($4, 'Calm hour ' || left($1::uuid::text, 8), 'A calm hour after school', 4, 11, '{1,2}', 'Ring us', sec.today(), $3) returning id)
     insert into app.service_request (entry_id, episode_id, subject_id, asker_id, asker_agency_id, user_id, agency_id, child_name,
       words, answer_by)
     select id, $1::uuid, $2, $3, $4, $3, $4, 'Ava', 'Could Ava come to the calm hour on Mondays?', sec.today() from entry returning id`,
  );
  const notice = await one(
    `with sent as (
       insert into app.police_notice (author_id, source_agency_id, given_names, family_name, date_of_birth, incident_on, facts, before_on)
       select $3, $4, coalesce(p.given_names, 'Ava'), coalesce(p.family_name, 'Ames'), coalesce(p.date_of_birth, '2016-06-10'),
         sec.today(), 'Was awake upstairs when officers came', sec.today() from app.person p where p.id = $2 and $1::uuid is not null
       returning id),
     brought as (insert into app.police_notice_reader (notice_id, user_id, person_id, seen_at, done)
       select id, $3, $2, sec.now(), 'Met at the gate by her teacher' from sent)
     select id from sent`,
  );
  await one(
    `insert into app.oversight (episode_id, source_agency_id, author_id, created_by, kind, body)
     select $1, $4, $3, $3, 'NOTE', 'Ask about Mondays in supervision' where $2::uuid is not null returning id`,
  );
  return { enquiry, service, notice };
}
