import type { UnitOfWork } from '#api/platform/database/unit-of-work.js';
import type { DraftPlace, Sealed } from '#api/assessments/domain/sealed-draft.js';

export interface StoredDraft extends Sealed {
  baseVersion: number;
  savedAt: string;
}

const WHERE = `user_id = $1 and form = $2 and record_id = $3 and section = $4`;
const keys = (p: DraftPlace): string[] => [p.userId, p.form, p.recordId, p.section];

export function draftAt(uow: UnitOfWork, place: DraftPlace): Promise<StoredDraft | null> {
  return uow.one<StoredDraft>(
    `select key_version as "keyVersion", nonce, ciphertext, base_version as "baseVersion", sec.instant(saved_at) as "savedAt"
     from app.draft where ${WHERE}`,
    keys(place),
  );
}

/** @returns whether this was the first save, and when it was saved */
export async function keepDraft(
  uow: UnitOfWork,
  place: DraftPlace,
  sealed: Sealed,
  baseVersion: number,
): Promise<{ first: boolean; savedAt: string }> {
  const row = await uow.one<{ first: boolean; savedAt: string }>(
    `insert into app.draft (user_id, form, record_id, section, base_version, nonce, ciphertext, key_version, created_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $1)
     on conflict (user_id, form, record_id, section) do update set base_version = excluded.base_version,
       nonce = excluded.nonce, ciphertext = excluded.ciphertext, key_version = excluded.key_version,
       saved_at = sec.now(), updated_at = sec.now(), version = app.draft.version + 1
     returning version = 1 as first, sec.instant(saved_at) as "savedAt"`,
    [...keys(place), baseVersion, sealed.nonce, sealed.ciphertext, sealed.keyVersion],
  );
  return row ?? { first: false, savedAt: uow.entered.now };
}

/** @returns whether there was one */
export async function dropDraft(uow: UnitOfWork, place: DraftPlace): Promise<boolean> {
  return (await uow.changed(`delete from app.draft where ${WHERE}`, keys(place))) > 0;
}

/** The episode behind a record this actor may see; null when there is none for them. */
export async function episodeBehind(
  uow: UnitOfWork,
  kind: 'assessment' | 'meeting' | 'episode',
  recordId: string,
): Promise<string | null> {
  const row = await uow.one<{ id: string }>(
    kind === 'episode'
      ? `select id from app.episode where id = $1`
      : `select episode_id as id from app.${kind} where id = $1`,
    [recordId],
  );
  return row?.id ?? null;
}
