import { addDays, compareDates, type CivilDate } from '../dates/index.js';

export const LIGHT_STATES = ['yes', 'part', 'lapses', 'ask', 'said-no'] as const;
export type AgreementLight = (typeof LIGHT_STATES)[number];

/** From this many days before the last one the light says that agreement lapses soon. */
export const LAPSES_WITHIN_DAYS = 28;

export interface LightLine {
  recipientId: string;
  decision: string;
  status: string;
  validFrom: CivilDate;
  expiresOn: CivilDate | null;
}

/**
 * The light over a case: all that were asked agreed (yes), some refused or were not asked (part), the last of it
 * lapses soon (lapses), nothing is agreed and a refusal stands (said-no), nobody was asked (ask).
 * `until` is the earliest last day of what counts.
 */
export function lightOf(
  lines: readonly LightLine[],
  today: CivilDate,
): { state: AgreementLight; until: CivilDate | null } {
  const counting = lines.filter((line) => line.decision === 'GIVEN' && counts(line, today));
  const refused = lines.some((line) => line.decision === 'REFUSED' && line.status === 'ACTIVE');
  if (counting.length === 0) return { state: refused ? 'said-no' : 'ask', until: null };
  const until = counting
    .map((line) => line.expiresOn)
    .filter((day): day is CivilDate => day !== null)
    .sort(compareDates)[0];
  if (until !== undefined && compareDates(until, addDays(today, LAPSES_WITHIN_DAYS)) <= 0)
    return { state: 'lapses', until };
  const agreed = new Set(counting.map((line) => line.recipientId));
  const others = lines.some(
    (line) => line.decision !== 'GIVEN' && line.status === 'ACTIVE' && !agreed.has(line.recipientId),
  );
  return { state: others ? 'part' : 'yes', until: until ?? null };
}

function counts(line: LightLine, today: CivilDate): boolean {
  return (
    line.status === 'ACTIVE' &&
    compareDates(line.validFrom, today) <= 0 &&
    (line.expiresOn === null || compareDates(today, line.expiresOn) <= 0)
  );
}
