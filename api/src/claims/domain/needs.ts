import { familyOutcomeLabel, SF_OUTCOMES } from '@encircle/shared/codes';
import type { EvidenceView, NeedView } from '@encircle/shared/claims';

/** A stored piece of evidence, as far as a view of it goes. */
export interface Shown extends Omit<EvidenceView, 'outcomeLabel'> {
  outcome: number;
  frameworkVersion: number;
}

/** The needs there is anything to say of, in the order of the framework; the latest of what is not struck out counts. */
export function needsOf(rows: readonly Shown[], tagged: readonly number[]): NeedView[] {
  return SF_OUTCOMES.rows
    .map(({ code }) => Number(code))
    .filter((outcome) => tagged.includes(outcome) || rows.some((row) => row.outcome === outcome))
    .map((outcome) => {
      const own = rows.filter((row) => row.outcome === outcome);
      const latest = (moment: string): Shown | undefined => counting(own, moment);
      return {
        outcome,
        label: familyOutcomeLabel(outcome),
        tagged: tagged.includes(outcome),
        present: latest('START') !== undefined,
        met: latest('CLOSURE')?.met ?? null,
        sustained: latest('SUSTAINED')?.met ?? null,
        evidence: own.map(evidenceView),
      };
    });
}

/** Of one need: the piece that counts for that moment. @param rows the latest first */
export function counting<R extends { moment: string; struckReason: string | null }>(
  rows: readonly R[],
  moment: string,
): R | undefined {
  return rows.find((row) => row.moment === moment && row.struckReason === null);
}

const evidenceView = (row: Shown): EvidenceView => ({
  id: row.id,
  version: row.version,
  moment: row.moment,
  measure: row.measure,
  value: row.value,
  measuredOn: row.measuredOn,
  source: row.source,
  met: row.met,
  about: row.about,
  by: row.by,
  outcomeLabel: familyOutcomeLabel(row.outcome, row.frameworkVersion),
  struckReason: row.struckReason,
});
