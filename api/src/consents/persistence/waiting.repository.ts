import type { AgreementFigureView, DecideDispute, WaitingAgreementView } from '@encircle/shared/consents';
import type { UnitOfWork } from '#api/platform/database/unit-of-work.js';

/** One page by due day. @param after due, kind and record of the last one before */
export function waitingAgreements(
  uow: UnitOfWork,
  after: readonly [string, string, string] | null,
  limit: number,
  kind: string | null,
): Promise<WaitingAgreementView[]> {
  return uow.rows<WaitingAgreementView>(
    `select kind, episode_id as "episodeId", reference, lead, agency, due, due < sec.today() as overdue,
            record_id as "recordId", version
     from sec.agreements_waiting()
     where ($1::date is null or (due, kind, record_id) > ($1::date, $2::text, $3::uuid)) and ($5::text is null or kind = $5)
     order by due, kind, record_id limit $4`,
    [after?.[0] ?? null, after?.[1] ?? null, after?.[2] ?? null, limit, kind],
  );
}

/** How many of them wait for a decision of the CAF team, counted as they are listed. */
export async function disputesWaiting(uow: UnitOfWork): Promise<number> {
  const row = await uow.one<{ n: number }>(
    `select count(*)::int as n from sec.agreements_waiting() where kind = 'DISPUTED'`,
  );
  return row?.n ?? 0;
}

/** Until when the CAF team decides where parents do not agree; null for who need not know, and where nothing is disputed. */
export async function disputeDue(uow: UnitOfWork, episodeId: string): Promise<string | null> {
  const row = await uow.one<{ due: string | null }>('select sec.dispute_due($1) as due', [episodeId]);
  return row?.due ?? null;
}

export async function openDisputes(
  uow: UnitOfWork,
  episodeId: string,
  personId: string,
  due: string,
): Promise<number> {
  const row = await uow.one<{ opened: number }>('select sec.open_disputes($1, $2, $3) as opened', [
    episodeId,
    personId,
    due,
  ]);
  return row?.opened ?? 0;
}

export async function agreedAgain(uow: UnitOfWork, episodeId: string, personId: string): Promise<void> {
  await uow.rows('select sec.agreed_again($1, $2)', [episodeId, personId]);
}

export async function disputeCase(
  uow: UnitOfWork,
  id: string,
): Promise<{ episodeId: string; subjectId: string } | null> {
  return uow.one<{ episodeId: string; subjectId: string }>(
    `select episode_id as "episodeId", subject_id as "subjectId" from app.consent_dispute where id = $1`,
    [id],
  );
}

/** @returns GO_ON, STOP, STALE or NONE */
export async function settleDispute(
  uow: UnitOfWork,
  id: string,
  command: DecideDispute,
  windows: { teamReadUntil: string; leadReadUntil: string },
): Promise<string> {
  const row = await uow.one<{ outcome: string }>(
    'select sec.settle_dispute($1, $2, $3, $4, $5, $6) as outcome',
    [
      id,
      command.version,
      command.decision,
      command.reasons.trim(),
      windows.teamReadUntil,
      windows.leadReadUntil,
    ],
  );
  return row?.outcome ?? 'NONE';
}

export function agreementFigures(uow: UnitOfWork, from: string, to: string): Promise<AgreementFigureView[]> {
  return uow.rows<AgreementFigureView>(
    `select f.figure, f.code, f.n as count
     from (select * from sec.agreement_figures($1, $2) union all select * from sec.refresh_figures($1, $2)) f
     order by array_position(array['ACTS', 'REFRESH', 'WITHDRAWN', 'TAP', 'SHARED', 'EMERGENCY', 'REVIEWS'], f.figure), f.code`,
    [from, to],
  );
}
