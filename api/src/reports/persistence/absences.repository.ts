import type { RecordCommitment } from '@encircle/shared/reports';
import type { UnitOfWork } from '#api/platform/database/unit-of-work.js';

export interface AbsenceRow {
  id: string;
  version: number;
  agency: string;
  role: string;
  absences: number;
  raisedOn: string;
  month: string;
  commitment: string | null;
  promisedBy: string | null;
  dueOn: string | null;
  thenContributed: number;
  thenInvited: number;
  nextContributed: number;
  nextInvited: number;
}

export function absenceAlerts(
  uow: UnitOfWork,
  after: { on: string; id: string } | null,
  limit: number,
): Promise<AbsenceRow[]> {
  return uow.rows<AbsenceRow>(
    `select id, version, agency, professional_role as role, absences, raised_on::text as "raisedOn", month, commitment,
       promised_by as "promisedBy", due_on::text as "dueOn", then_contributed as "thenContributed",
       then_invited as "thenInvited", next_contributed as "nextContributed", next_invited as "nextInvited"
     from sec.absence_alerts($1, $2, $3)`,
    [after?.on ?? null, after?.id ?? null, limit],
  );
}

/** What is stored of a promise; null when there is no such row for whoever asks. */
export function promiseOf(
  uow: UnitOfWork,
  id: string,
): Promise<{
  version: number;
  commitment: string | null;
  promisedBy: string | null;
  dueOn: string | null;
} | null> {
  return uow.one(
    `select version, commitment, promised_by as "promisedBy", due_on::text as "dueOn" from app.absence_alert where id = $1`,
    [id],
  );
}

export async function savePromise(
  uow: UnitOfWork,
  id: string,
  { version, commitment, promisedBy, dueOn }: RecordCommitment,
): Promise<boolean> {
  const changed = await uow.changed(
    `update app.absence_alert set commitment = $3, promised_by = $4, due_on = $5, committed_at = sec.now(),
       version = version + 1, updated_at = sec.now() where id = $1 and version = $2`,
    [id, version, commitment.trim(), promisedBy.trim(), dueOn],
  );
  return changed === 1;
}
