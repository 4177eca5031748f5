import type { Rows } from '../kit/rows.js';
import { aChild, anAdult, relativeOf, type Person } from './children.js';
import { anAgreement, ORDINARY } from './consents.js';
import { anEpisode, type Episode } from './episodes.js';
import type { Worker } from './people.js';

export interface FinishedCase {
  episode: Episode;
  child: Person;
  mother: Person;
  planId: string;
}

interface About {
  lead: Worker;
  member: Worker;
  state: string;
  /** What stands in the assessment about the child, the mother and what a specialist saw, and one hope of the plan. */
  words: { child: string; adult: string; sensitive: string; hope: string };
}

/** A case with a finished assessment and an agreed plan; the family lets somebody have some of it for one more purpose. */
export async function aFinishedCase(
  program: Rows,
  { lead, member, state, words }: About,
  also: { agency: { id: string }; categories: readonly string[]; purpose: string } | null,
): Promise<FinishedCase> {
  const child = await aChild(program);
  const mother = await anAdult(program);
  await relativeOf(program, child, mother);
  const episode = await anEpisode(program, { children: [child], author: lead, lead, team: [member], state });
  const purposes = ['ASSESS', 'COORDINATE'];
  const more = also?.agency.id === lead.agency.id ? also.categories : [];
  await anAgreement(program, episode, child, mother, [
    { agency: member.agency, categories: ORDINARY },
    { agency: lead.agency, categories: ORDINARY.filter((each) => !more.includes(each)), purposes },
    ...(also
      ? [
          {
            agency: also.agency,
            categories: also.categories,
            purposes: [...(more.length > 0 ? purposes : []), also.purpose],
          },
        ]
      : []),
  ]);
  const by = [episode.id, child.id, lead.agency.id, lead.id];
  const [assessment] = await program.rows<{ id: string }>(
    `insert into app.assessment (episode_id, subject_id, source_agency_id, author_id, category, version_no, form_code, form_version, started_on)
     values ($1, $2, $3, $4, 'CHILD', 1, 'caf', 'v1', '2026-02-02') returning id`,
    by,
  );
  for (const [section, category, about, needs] of [
    ['D01', 'CHILD', null, words.child],
    ['P01', 'ADULT', mother.id, words.adult],
    ['D02', 'SENS_MH', null, words.sensitive],
  ])
    await program.rows(
      `insert into app.answer (episode_id, subject_id, source_agency_id, author_id, about_person_id, category, assessment_id, section, body)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [...by, about, category, assessment?.id, section, JSON.stringify({ status: 'DISCUSSED', needs })],
    );
  await program.rows(
    `update app.assessment set status = 'COMPLETED', completed_on = '2026-02-20', content_hash = repeat('a', 64) where id = $1`,
    [assessment?.id],
  );
  const [plan] = await program.rows<{ id: string }>(
    `insert into app.plan (episode_id, subject_id, source_agency_id, author_id, category, version_no, status, agreed_on)
     values ($1, $2, $3, $4, 'PLAN', 1, 'AGREED', '2026-03-02') returning id`,
    by,
  );
  await program.rows(
    `insert into app.outcome (episode_id, subject_id, source_agency_id, author_id, category, plan_id, statement)
     values ($1, $2, $3, $4, 'PLAN', $5, $6)`,
    [...by, plan?.id, words.hope],
  );
  return { episode, child, mother, planId: plan?.id ?? '' };
}
