import { addDays } from '@encircle/shared/dates';
import { aChild, anAdult, relativeOf, type Person } from '../../factories/children.js';
import { anAgreement, ORDINARY } from '../../factories/consents.js';
import { anEpisode, type Episode } from '../../factories/episodes.js';
import type { Worker } from '../../factories/people.js';
import type { Rows } from '../../kit/rows.js';

export interface Family {
  episode: Episode;
  child: Person;
  mother: Person;
  actionId: string;
  meetingId: string;
}

/** What nobody outside may come to read. */
export const KEPT = {
  child: 'Asked for the blue room.',
  adult: 'Her own nights are short.',
  sensitive: 'Seen by the clinic.',
};

/** Somebody of the demo borough, with the service they act for. */
export async function worker(db: Rows, email: string): Promise<Worker> {
  const [row] = await db.rows<{ id: string; fullName: string; agencyId: string; agency: string }>(
    `select u.id, u.full_name as "fullName", a.id as "agencyId", a.name as agency
     from app.app_user u join app.membership m on m.user_id = u.id join app.agency a on a.id = m.agency_id
     where u.email = $1 order by m.created_at limit 1`,
    [email],
  );
  if (row === undefined) throw new Error(`nobody signs in as ${email}`);
  return { id: row.id, email, fullName: row.fullName, agency: { id: row.agencyId, name: row.agency } };
}

/** A family with a plan: led by one school, a nurse and a colleague on the team, a review meeting this afternoon. */
export async function aFamilyWithAPlan(
  db: Rows,
  about: {
    givenNames: string;
    today: string;
    lead: Worker;
    team: readonly Worker[];
    /** Kinds of information the mother lets go to another area */
    passedOn?: readonly string[];
  },
): Promise<Family> {
  const { lead, team, today } = about;
  const child = await aChild(db, {
    givenNames: about.givenNames,
    familyName: 'Stone',
    dateOfBirth: '2016-06-10',
  });
  const mother = await anAdult(db, { givenNames: 'Ruth', familyName: 'Stone' });
  await relativeOf(db, child, mother);
  const openedOn = addDays(today, -70);
  const episode = await anEpisode(db, {
    children: [child],
    author: lead,
    lead,
    team,
    openedOn,
    agreedOn: openedOn,
  });
  const services = [...new Map([lead, ...team].map((each) => [each.agency.id, each.agency])).values()];
  await anAgreement(
    db,
    episode,
    child,
    mother,
    [
      ...services.flatMap((agency) => {
        const passedOn = agency.id === lead.agency.id ? (about.passedOn ?? []) : [];
        const expiresOn = addDays(today, 290);
        const purposes = ['ASSESS', 'COORDINATE'];
        return [
          { agency, categories: ORDINARY.filter((each) => !passedOn.includes(each)), purposes, expiresOn },
          { agency, categories: passedOn, purposes: [...purposes, 'TRANSFER'], expiresOn },
        ];
      }),
    ],
    { givenOn: openedOn },
  );
  const by = [episode.id, child.id, lead.agency.id, lead.id];
  const made = async (sql: string, more: unknown[] = []): Promise<string> =>
    (await db.rows<{ id: string }>(`${sql} returning id`, [...by, ...more]))[0]?.id ?? '';
  const planId = await made(
    `insert into app.plan (episode_id, subject_id, source_agency_id, author_id, category, version_no, status, agreed_on)
     values ($1, $2, $3, $4, 'PLAN', 1, 'AGREED', $5)`,
    [addDays(today, -40)],
  );
  const actionId = await made(
    `insert into app.action (episode_id, subject_id, source_agency_id, author_id, category, plan_id, text, owner_user_id, owner_agency_id, by_when, status)
     values ($1, $2, $3, $4, 'PLAN', $5, 'Walk to school together', $6, $7, $8, 'AGREED')`,
    [planId, team[0]?.id, team[0]?.agency.id, addDays(today, 30)],
  );
  const meetingId = await made(
    `insert into app.meeting (episode_id, subject_id, source_agency_id, author_id, category, type, status, planned_at, mode, chair_id)
     values ($1, $2, $3, $4, 'MEETING', 'REVIEW_TAC', 'PLANNED', ($5::date + time '14:00') at time zone 'Europe/London', 'IN_PERSON', $4)`,
    [today],
  );
  for (const each of [lead, ...team])
    await made(
      `insert into app.invitation (episode_id, subject_id, source_agency_id, author_id, category, meeting_id, user_id, agency_id, invited_on, professional_role)
       values ($1, $2, $3, $4, 'MEETING', $5, $6, $7, $8, 'OTHER')`,
      [meetingId, each.id, each.agency.id, addDays(today, -20)],
    );
  return { episode, child, mother, actionId, meetingId };
}

/** A finished assessment with a part of each: the child's, the mother's own, and one of a specialist service. */
export async function anAssessmentOf(
  db: Rows,
  { episode, child, mother }: Family,
  by: Worker,
  on: string,
): Promise<void> {
  const [made] = await db.rows<{ id: string }>(
    `insert into app.assessment (episode_id, subject_id, source_agency_id, author_id, category, version_no, form_code, form_version, started_on)
     values ($1, $2, $3, $4, 'CHILD', 1, 'caf', 'v1', $5) returning id`,
    [episode.id, child.id, by.agency.id, by.id, on],
  );
  for (const [section, category, about, words] of [
    ['D01', 'CHILD', null, KEPT.child],
    ['P01', 'ADULT', mother.id, KEPT.adult],
    ['D02', 'SENS_MH', null, KEPT.sensitive],
  ])
    await db.rows(
      `insert into app.answer (episode_id, subject_id, about_person_id, category, source_agency_id, author_id, assessment_id, section, body)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        episode.id,
        child.id,
        about,
        category,
        by.agency.id,
        by.id,
        made?.id,
        section,
        JSON.stringify({ status: 'DISCUSSED', needs: words }),
      ],
    );
  await db.rows(
    `update app.assessment set status = 'COMPLETED', completed_on = $2, content_hash = repeat('a', 64) where id = $1`,
    [made?.id, on],
  );
}
