import { randomUUID } from 'node:crypto';
import { givenAtOf, instantsOfLine } from '@encircle/shared/consents';
import type { Rows } from '../kit/rows.js';
import type { Person } from './children.js';
import type { Episode } from './episodes.js';

/** What C1 of the fixture covers: every ordinary kind. */
export const ORDINARY = [
  'IDENT',
  'INVOLVE',
  'CHILD',
  'PARENTING',
  'FAMILY',
  'HEALTH',
  'PLAN',
  'MEETING',
  'NOTES',
] as const;

export interface AgreementLine {
  /** One of the two. */
  agency?: { id: string };
  user?: { id: string };
  categories: readonly string[];
  decision?: 'GIVEN' | 'REFUSED' | 'NOT_SOUGHT';
  purposes?: readonly string[];
  validFrom?: string;
  expiresOn?: string | null;
  indexListing?: boolean;
  about?: Person;
  history?: boolean;
}

/** One act of agreeing with its lines, stored directly, with the instants row-level security compares. */
export async function anAgreement(
  program: Rows,
  episode: Episode,
  subject: Person,
  giver: Person,
  lines: readonly AgreementLine[],
  over: Partial<{
    capacity: string;
    givenOn: string;
    recordedBy: { id: string; agency: { id: string } };
  }> = {},
): Promise<string> {
  const id = randomUUID();
  const givenOn = over.givenOn ?? '2026-01-12';
  const givenAt = givenAtOf(givenOn, `${givenOn}T00:00:00.000Z`);
  const agencyId =
    over.recordedBy?.agency.id ??
    (
      await program.rows<{ id: string }>(`select initiating_agency_id as id from app.episode where id = $1`, [
        episode.id,
      ])
    )[0]?.id;
  await program.rows(
    `insert into app.consent (id, episode_id, subject_id, giver_person_id, capacity, method, statement_version,
       given_on, given_at, recorded_by_agency_id, created_by)
     values ($1, $2, $3, $4, $5, 'ON_SCREEN', 'v1', $6, $7, $8, $9)`,
    [
      id,
      episode.id,
      subject.id,
      giver.id,
      over.capacity ?? (giver.id === subject.id ? 'SELF' : 'PARENT_PR'),
      givenOn,
      givenAt,
      agencyId,
      over.recordedBy?.id ?? null,
    ],
  );
  for (const line of lines)
    for (const category of line.categories)
      await insertLine(program, { id, episode, subject, giver, givenOn, givenAt }, line, category);
  return id;
}

interface Act {
  id: string;
  episode: Episode;
  subject: Person;
  giver: Person;
  givenOn: string;
  givenAt: string;
}

async function insertLine(program: Rows, act: Act, line: AgreementLine, category: string): Promise<void> {
  const decision = line.decision ?? 'GIVEN';
  const validFrom = line.validFrom ?? act.givenOn;
  const expiresOn =
    decision === 'GIVEN' ? (line.expiresOn === undefined ? '2027-01-11' : line.expiresOn) : null;
  const at = instantsOfLine({ decision, givenAt: act.givenAt, validFrom, expiresOn });
  await program.rows(
    `insert into app.consent_line (consent_id, episode_id, subject_id, about_person_id, giver_person_id, recipient_type,
       recipient_agency_id, recipient_user_id, category, purposes, decision, history, index_listing, given_at, valid_from,
       expires_on, from_at, until_at, team_read_until, lead_read_until)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)`,
    [
      act.id,
      act.episode.id,
      act.subject.id,
      line.about?.id ?? null,
      act.giver.id,
      line.user ? 'PERSON' : 'SERVICE',
      line.agency?.id ?? null,
      line.user?.id ?? null,
      category,
      line.purposes ?? ['ASSESS', 'COORDINATE'],
      decision,
      line.history ?? true,
      line.indexListing ?? false,
      act.givenAt,
      validFrom,
      expiresOn,
      at.fromAt,
      at.untilAt,
      at.teamReadUntil,
      at.leadReadUntil,
    ],
  );
}
