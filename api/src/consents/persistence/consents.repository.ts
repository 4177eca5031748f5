import { randomUUID } from 'node:crypto';
import type { LineInstants, LineReady, RecordAgreement } from '@encircle/shared/consents';
import type { GiverCapacity } from '@encircle/shared/policy';
import type { UnitOfWork } from '#api/platform/database/unit-of-work.js';

/** As stored; the database tells a guardian from a parent, the policy does not. */
const STORED_CAPACITY: Readonly<Record<GiverCapacity, string>> = {
  SELF: 'SELF',
  PR_HOLDER: 'PARENT_PR',
  MOTHER_OF_UNBORN: 'MOTHER_OF_UNBORN',
  LA_CARE_ORDER: 'LOCAL_AUTHORITY_PR',
};

/** The evidence of who could decide: a child's competence, or somebody's best interests. */
const decidingOf = ({ competence, bestInterests }: RecordAgreement): string | null =>
  competence || bestInterests ? JSON.stringify(competence ?? bestInterests) : null;

export interface NewLine extends LineReady, LineInstants {}

export async function insertAct(
  uow: UnitOfWork,
  episodeId: string,
  act: RecordAgreement,
  at: { givenOn: string; givenAt: string },
): Promise<string> {
  const id = randomUUID();
  await uow.rows(
    `insert into app.consent (id, episode_id, subject_id, giver_person_id, capacity, method, witness, statement_version,
       language, interpreter, child_view, competence, understood, signature, given_on, given_at, recorded_by_agency_id,
       created_by, statement_language, statement_form)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)`,
    [
      id,
      episodeId,
      act.subjectId,
      act.giverPersonId,
      act.bestInterests ? 'BEST_INTERESTS' : STORED_CAPACITY[act.capacity],
      act.method,
      act.witness?.trim() || null,
      act.statementVersion,
      act.language ?? 'en',
      act.interpreter?.trim() || null,
      act.childView?.trim() || null,
      decidingOf(act),
      JSON.stringify(act.understood),
      act.signature ? JSON.stringify(act.signature) : null,
      at.givenOn,
      at.givenAt,
      uow.entered.agencyId,
      uow.entered.userId,
      act.statementLanguage ?? 'en',
      act.statementForm ?? 'FULL',
    ],
  );
  return id;
}

/** Ends what the new lines replace, hidden lines included, before they are added. */
export async function replaceLines(
  uow: UnitOfWork,
  consentId: string,
  lines: readonly NewLine[],
): Promise<void> {
  const keys = lines.map(({ category, recipientId, aboutPersonId, fromAt }) => ({
    category,
    recipientId,
    aboutPersonId,
    fromAt,
  }));
  await uow.rows('select sec.replace_lines($1, $2)', [consentId, JSON.stringify(keys)]);
}

export async function insertLines(
  uow: UnitOfWork,
  act: { consentId: string; episodeId: string; subjectId: string; giverPersonId: string; givenAt: string },
  lines: readonly NewLine[],
): Promise<void> {
  await uow.rows(
    `insert into app.consent_line (consent_id, episode_id, subject_id, giver_person_id, given_at, created_by,
       about_person_id, recipient_type, recipient_agency_id, recipient_user_id, category, purposes, decision, conditions,
       history, index_listing, valid_from, expires_on, from_at, until_at, team_read_until, lead_read_until)
     select $1, $2, $3, $4, $5, $6, x."aboutPersonId", x."recipientType",
       case when x."recipientType" = 'SERVICE' then x."recipientId" end,
       case when x."recipientType" = 'PERSON' then x."recipientId" end,
       x.category, x.purposes, x.decision, x.conditions, x.history, x."indexListing", x."validFrom", x."expiresOn",
       x."fromAt", x."untilAt", x."teamReadUntil", x."leadReadUntil"
     from jsonb_to_recordset($7::jsonb) as x("aboutPersonId" uuid, "recipientType" text, "recipientId" uuid, category text,
       purposes text[], decision text, conditions text, history boolean, "indexListing" boolean, "validFrom" date,
       "expiresOn" date, "fromAt" timestamptz, "untilAt" timestamptz, "teamReadUntil" timestamptz,
       "leadReadUntil" timestamptz)`,
    [
      act.consentId,
      act.episodeId,
      act.subjectId,
      act.giverPersonId,
      act.givenAt,
      uow.entered.userId,
      JSON.stringify(lines),
    ],
  );
}

/** Whether somebody can decide these matters, recorded by this worker; counts from the moment of agreeing. */
export async function insertCompetence(
  uow: UnitOfWork,
  personId: string,
  record: { matters: readonly string[]; reasons: string; competent: boolean },
  from: string,
): Promise<void> {
  await uow.rows(
    `insert into app.competence (person_id, matters, competent, reasons, assessed_by, from_at, created_by)
     values ($1, $2, $3, $4, $5, $6, $5)`,
    [personId, record.matters, record.competent, record.reasons.trim(), uow.entered.userId, from],
  );
}

/** The first day of an episode the family agreed on anything, for the index and the timescales. */
export async function noteAgreed(uow: UnitOfWork, episodeId: string, day: string): Promise<void> {
  await uow.rows(
    `update app.episode set agreed_on = $2, version = version + 1, updated_at = sec.now()
     where id = $1 and agreed_on is null`,
    [episodeId, day],
  );
}

/** Whoever has answered was asked: until then a parent sees on a verified request only (rule S14). */
export async function noteAsked(
  uow: UnitOfWork,
  episodeId: string,
  { subjectId, giverPersonId }: Pick<RecordAgreement, 'subjectId' | 'giverPersonId'>,
): Promise<void> {
  await uow.rows('select sec.note_asked($1, $2, $3)', [episodeId, subjectId, giverPersonId]);
}

export interface Withdrawn {
  ended: number;
  categories: string[];
  subjectIds: string[];
}

export async function withdrawLines(
  uow: UnitOfWork,
  episodeId: string,
  which: { giverPersonId: string; recipientId: string | null; category: string | null; how: string },
  windows: { teamReadUntil: string; leadReadUntil: string },
): Promise<Withdrawn> {
  const row = await uow.one<Withdrawn>(
    `select ended, categories, subject_ids as "subjectIds" from sec.withdraw_lines($1, $2, $3, $4, $5, $6, $7)`,
    [
      episodeId,
      which.giverPersonId,
      which.recipientId,
      which.category,
      windows.teamReadUntil,
      windows.leadReadUntil,
      which.how,
    ],
  );
  return row ?? { ended: 0, categories: [], subjectIds: [] };
}

/** The word came before it was written down: the time to close runs from then, never from before it was agreed. */
export async function receivedBefore(
  uow: UnitOfWork,
  episodeId: string,
  giverId: string,
  receivedAt: string,
): Promise<void> {
  await uow.rows('select sec.received_before($1, $2, $3)', [episodeId, giverId, receivedAt]);
}

export async function noteWithdrawal(uow: UnitOfWork, episodeId: string, giverId: string): Promise<string> {
  const row = await uow.one<{ outcome: string }>('select sec.note_withdrawal($1, $2) as outcome', [
    episodeId,
    giverId,
  ]);
  return row?.outcome ?? 'PARTLY';
}

export async function referenceOfCase(uow: UnitOfWork, episodeId: string): Promise<string> {
  const row = await uow.one<{ ref: string }>('select x.ref from app.episode x where x.id = $1', [episodeId]);
  return row?.ref ?? '';
}
