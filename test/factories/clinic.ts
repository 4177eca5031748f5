import { fixtureId } from '@encircle/shared/fixture';
import { agencyOf, userOf, type SituationProgram } from '../kit/situations.js';
import { caseOf, familyOf } from './situation-case.js';

/** The case it comes into. */
export const CLINIC_CASE = caseOf('leads');
const CASE = CLINIC_CASE;
const CHILD = familyOf('leads').child;
const LABEL = `episode_id, subject_id, category, source_agency_id, author_id, created_by`;
const label = [CASE, CHILD, 'SENS_SH', agencyOf('clinic'), userOf('clinic'), userOf('clinic')];
const own = (what: string): string => fixtureId('toggle', what);

/** All that comes with a sensitive service: agreement, a place on the team, an invitation, words, a look at the case. */
export async function clinicComes({ program }: SituationProgram): Promise<void> {
  await program.rows(
    `insert into app.sensitive_service (id, episode_id, person_id, giver_person_id, category, level, agency_id, worker_id, from_at)
     values ($1, $2, $3, $4, 'SENS_SH', 'SL1', $5, $6, '2026-02-01')`,
    [own('service'), CASE, CHILD, familyOf('leads').mother, agencyOf('clinic'), userOf('clinic')],
  );
  await program.rows(
    `insert into app.edge (id, episode_id, user_id, agency_id, kind, sensitive_class, professional_role, from_at)
     values ($1, $2, $3, $4, 'TACM', 'SENS_SH', 'OTHER', '2026-02-01')`,
    [own('edge'), CASE, userOf('clinic'), agencyOf('clinic')],
  );
  await program.rows(
    `insert into app.consent (id, episode_id, subject_id, giver_person_id, capacity, method, statement_version, given_on, given_at, recorded_by_agency_id, created_by)
     values ($1, $2, $3, $4, 'PARENT_PR', 'ON_SCREEN', 'v1', '2026-02-01', '2026-02-01', $5, $6)`,
    [own('consent'), CASE, CHILD, familyOf('leads').mother, agencyOf('clinic'), userOf('clinic')],
  );
  for (const category of ['SENS_SH', 'IDENT', 'INVOLVE', 'PLAN', 'MEETING'])
    await program.rows(
      `insert into app.consent_line (id, consent_id, episode_id, subject_id, giver_person_id, recipient_type, recipient_agency_id, category, purposes, decision, given_at, valid_from, expires_on, from_at, until_at, created_by)
       values ($1, $2, $3, $4, $5, 'SERVICE', $6, $7, '{ASSESS,COORDINATE}', 'GIVEN', '2026-02-01', '2026-02-01', '2027-01-31', '2026-02-01', '2027-02-01', $8)`,
      [
        own(`line ${category}`),
        own('consent'),
        CASE,
        CHILD,
        familyOf('leads').mother,
        agencyOf('clinic'),
        category,
        userOf('clinic'),
      ],
    );
  await program.rows(
    `insert into app.note (id, ${LABEL}, kind, event_on, text) values ($1, $2, $3, $4, $5, $6, $7, 'OTHER', '2026-03-01', 'Seen at the clinic')`,
    [own('note'), ...label],
  );
  await program.rows(
    `insert into app.invitation (id, ${LABEL}, meeting_id, user_id, agency_id, professional_role, invited_on)
     select $1, $2, $3, $4, $5, $6, $7, m.id, $6, $5, 'OTHER', '2026-03-01' from app.meeting m where m.episode_id = $2`,
    [own('invitation'), ...label],
  );
  await program.rows(
    `insert into app.minute (id, ${LABEL}, meeting_id, kind, text, position)
     select $1, $2, $3, $4, $5, $6, $7, m.id, 'POINT', 'Said by the clinic', 9 from app.meeting m where m.episode_id = $2`,
    [own('minute'), ...label],
  );
  const clinic = await program.as('clinic@situations.example');
  for (const path of ['', '/notes', '/team']) await clinic.get(`/api/episodes/${CASE}${path}`);
}

export async function clinicGoes({ program }: SituationProgram): Promise<void> {
  for (const table of [
    'invitation',
    'minute',
    'note',
    'consent_line',
    'consent',
    'edge',
    'sensitive_service',
  ])
    await program.rows(
      table === 'consent_line'
        ? 'delete from app.consent_line where consent_id = $1'
        : `delete from app.${table} where id = $1`,
      [own(table === 'consent_line' ? 'consent' : table === 'sensitive_service' ? 'service' : table)],
    );
}
