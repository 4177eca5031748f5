import { HOUSE_LEVELS, type LevelsDocument } from '@encircle/shared/levels';
import type { UnitOfWork } from '#api/platform/database/unit-of-work.js';

export interface StoredDocument extends LevelsDocument {
  validFrom: string;
  addedBy: string | null;
}

const DOCUMENT = `
  select d.document_version::text as version, d.levels, d.descriptors, d.valid_from::text as "validFrom",
         u.full_name as "addedBy"
  from app.levels_document d left join app.app_user u on u.id = d.created_by`;

/** Newest first. Bounded: an area changes its words a few times a year. */
export function documentsAdded(uow: UnitOfWork): Promise<StoredDocument[]> {
  return uow.rows<StoredDocument>(`${DOCUMENT} order by d.document_version desc limit 200`);
}

/** What holds today: the version that began last, else the words of the house. */
export async function documentInForce(uow: UnitOfWork): Promise<LevelsDocument> {
  const row = await uow.one<StoredDocument>(
    `${DOCUMENT} where d.valid_from <= sec.today() order by d.valid_from desc, d.document_version desc limit 1`,
  );
  return row ?? HOUSE_LEVELS;
}

/** The versions some levels were chosen by, in force or not. */
export async function documentsNamed(
  uow: UnitOfWork,
  versions: readonly string[],
): Promise<Map<string, LevelsDocument>> {
  const rows = await uow.rows<StoredDocument>(`${DOCUMENT} where d.document_version::text = any ($1)`, [
    versions,
  ]);
  return new Map([HOUSE_LEVELS, ...rows].map((each) => [each.version, each]));
}

/** @returns false when somebody else added this version first */
export async function addDocument(
  uow: UnitOfWork,
  document: LevelsDocument,
  validFrom: string,
): Promise<boolean> {
  const added = await uow.changed(
    `insert into app.levels_document (document_version, levels, descriptors, valid_from, created_by)
     values ($1, $2::jsonb, $3::jsonb, $4, $5) on conflict do nothing`,
    [
      Number(document.version),
      JSON.stringify(document.levels),
      JSON.stringify(document.descriptors),
      validFrom,
      uow.entered.userId,
    ],
  );
  return added === 1;
}
