import type { Category, Decision, EpisodeFacts } from '@encircle/shared/policy';
import type { AccessService, Asked } from './access.service.js';
import type { Asker } from './asker.js';
import { forbidden, notFound } from '#api/platform/errors/domain-error.js';

/** The label columns of a content row, in the shape the policy takes its items. */
export interface Labelled {
  subjectId: string | null;
  aboutPersonId: string | null;
  category: string;
  sourceAgencyId: string | null;
  authorId: string | null;
  namedWorkerIds: string[];
  recordedAt: string;
  /** Of rows that tell where somebody lives or is. */
  locating?: boolean;
}

/** The same as columns of a select. @param t alias of the labelled table */
export const LABEL = (t: string): string => `
  ${t}.subject_id as "subjectId", ${t}.about_person_id as "aboutPersonId", ${t}.category,
  ${t}.source_agency_id as "sourceAgencyId", ${t}.author_id as "authorId", ${t}.named_worker_ids as "namedWorkerIds",
  sec.instant(${t}.created_at) as "recordedAt"`;

export const askedOf = (row: Labelled): Asked => ({
  subjectId: row.subjectId,
  aboutPersonId: row.aboutPersonId,
  categories: [row.category as Category],
  sourceAgencyId: row.sourceAgencyId,
  authorId: row.authorId,
  namedWorkerIds: row.namedWorkerIds,
  recordedAt: row.recordedAt,
  locating: row.locating ?? false,
});

/** Leaves of some rows those that may be read, by whomever they are for. */
export type Sieve = <R extends Labelled>(rows: readonly R[]) => R[];

/** Rows the actor may read in full; the others leave no trace. Rows with the same label are judged once. */
export function readable<R extends Labelled>(
  access: AccessService,
  asker: Asker,
  facts: EpisodeFacts,
  rows: readonly R[],
): R[] {
  // The moment of recording matters only where some agreement leaves out what was recorded before it (rule S60).
  const timed = facts.consents.some((line) => !line.history);
  const known = new Map<string, boolean>();
  return rows.filter((row) => {
    const asked = askedOf(row);
    const key = JSON.stringify(timed ? asked : { ...asked, recordedAt: null });
    const before = known.get(key);
    if (before !== undefined) return before;
    const may = access.decide(asker, facts, 'read', asked).effect === 'ALLOW';
    known.set(key, may);
    return may;
  });
}

/** One row, or the answer of a row that is not there. @throws 403 with what is left when only a part may be seen */
export function demandRow(
  access: AccessService,
  asker: Asker,
  facts: EpisodeFacts,
  action: 'read' | 'write',
  row: Labelled | null,
): Decision {
  if (row === null) throw notFound();
  const decision = access.demand(asker, facts, action, askedOf(row));
  if (decision.effect !== 'ALLOW') throw forbidden(decision.what ?? 'LIMITED');
  return decision;
}
