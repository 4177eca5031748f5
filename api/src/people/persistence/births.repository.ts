import type { RecordBirth, RegisterParent } from '@encircle/shared/people';
import type { UnitOfWork } from '#api/platform/database/unit-of-work.js';

export interface StoredBirth extends Pick<RecordBirth, 'dateOfBirth' | 'dobStatus' | 'sex'> {
  givenNames: string | null;
  familyName: string | null;
  noSurname: boolean;
  preferredName: string | null;
  nhsNumber: string | null;
}

/** @returns false when somebody saved first, or recorded the birth */
export async function recordBirth(
  uow: UnitOfWork,
  childId: string,
  episodeId: string | null,
  version: number,
  birth: StoredBirth,
): Promise<boolean> {
  const row = await uow.one<{ done: boolean }>('select sec.record_birth($1, $2, $3, $4) as done', [
    childId,
    episodeId,
    version,
    JSON.stringify(birth),
  ]);
  return row?.done ?? false;
}

/** @returns false when somebody changed the tie first */
export async function registerParent(
  uow: UnitOfWork,
  episodeId: string | null,
  told: RegisterParent,
): Promise<boolean> {
  const row = await uow.one<{ done: boolean }>('select sec.register_parent($1, $2, $3, $4, $5) as done', [
    episodeId,
    told.relationshipId,
    told.version,
    told.registeredOn,
    told.evidence?.trim() || null,
  ]);
  return row?.done ?? false;
}
