import { compareDates, type CivilDate } from '../dates/index.js';
import type { ConsentLine, EpisodeFacts, Instant } from './facts.js';
import { endOfDay, hasCome, latest, millis, startOfDay } from './instants.js';

/** BEFORE: agreed, but not for what was recorded earlier (rule S60). */
export type ConsentState = 'GIVEN' | 'REFUSED' | 'WITHDRAWN' | 'EXPIRED' | 'BEFORE' | 'NONE';

export interface ConsentAnswer {
  state: ConsentState;
  /** The rows that carry a GIVEN or EXPIRED answer. */
  rowIds: readonly string[];
  /** EXPIRED: the last day that was covered. */
  lastDay?: CivilDate;
}

export const NO_ANSWER: ConsentAnswer = { state: 'NONE', rowIds: [] };

/** First instant at which a row can count. */
export function startOfRow(row: ConsentLine): Instant {
  const start = startOfDay(row.validFrom);
  return millis(start) > millis(row.givenAt) ? start : row.givenAt;
}

/** Withdrawn by itself, or with all agreement of the episode. */
export function withdrawalOf(row: ConsentLine, episode: EpisodeFacts): Instant | null {
  const all = episode.withdrawnAt;
  const covered = all !== null && millis(row.givenAt) < millis(all) ? all : null;
  if (row.withdrawnAt === null || covered === null) return row.withdrawnAt ?? covered;
  return millis(row.withdrawnAt) < millis(covered) ? row.withdrawnAt : covered;
}

/** GIVEN, begun, and not over, withdrawn or superseded; says nothing of later decisions. */
export function isInForce(row: ConsentLine, episode: EpisodeFacts, at: Instant): boolean {
  return (
    row.decision === 'GIVEN' &&
    hasCome(startOfRow(row), at) &&
    !isOver(row, at) &&
    !hasCome(row.supersededAt, at) &&
    !hasCome(withdrawalOf(row, episode), at)
  );
}

export function isOver(row: ConsentLine, at: Instant): boolean {
  return row.expiresAt !== null && hasCome(endOfDay(row.expiresAt), at);
}

/** How a row that had begun came to its end, if it has; a superseded row lives on in the newer one. */
export function endOfRow(
  row: ConsentLine,
  episode: EpisodeFacts,
  at: Instant,
): { at: Instant; how: 'WITHDRAWN' | 'EXPIRED' } | null {
  if (!hasCome(startOfRow(row), at) || hasCome(row.supersededAt, at)) return null;
  const withdrawn = withdrawalOf(row, episode);
  const expired = row.expiresAt === null ? null : endOfDay(row.expiresAt);
  const first = (a: Instant, b: Instant | null): boolean => b === null || millis(a) < millis(b);
  if (withdrawn !== null && hasCome(withdrawn, at) && first(withdrawn, expired))
    return { at: withdrawn, how: 'WITHDRAWN' };
  return expired !== null && hasCome(expired, at) ? { at: expired, how: 'EXPIRED' } : null;
}

/**
 * What one giver's matching rows come to: the most recent decision wins; a withdrawal is a decision and never
 * revives an older row; a refusal lasts until a later agreement (rule 6.2).
 */
export function stateOfGiver(
  rows: readonly ConsentLine[],
  episode: EpisodeFacts,
  recordedAt: Instant | null,
  at: Instant,
): ConsentAnswer {
  const no = lastRefusal(rows, episode, at);
  const run = rows.filter(
    (row) =>
      row.decision === 'GIVEN' &&
      hasCome(startOfRow(row), at) &&
      (no === null || millis(row.givenAt) > millis(no.at)),
  );
  const now = run.filter((row) => isInForce(row, episode, at));
  const over = run.filter((row) => isOver(row, at) && !hasCome(row.supersededAt, at));
  if (now.length === 0 && over.length === 0) return { state: no?.state ?? 'NONE', rowIds: [] };
  if (!isCovered(run, recordedAt)) return { state: 'BEFORE', rowIds: [] };
  if (now.length > 0) return { state: 'GIVEN', rowIds: now.map((row) => row.id) };
  return { state: 'EXPIRED', rowIds: over.map((row) => row.id), lastDay: lastDayOf(over) };
}

function isCovered(run: readonly ConsentLine[], recordedAt: Instant | null): boolean {
  return (
    recordedAt === null ||
    run.some((row) => row.history || millis(startOfDay(row.validFrom)) <= millis(recordedAt))
  );
}

function lastRefusal(
  rows: readonly ConsentLine[],
  episode: EpisodeFacts,
  at: Instant,
): { state: 'REFUSED' | 'WITHDRAWN'; at: Instant } | null {
  const refused = latest(rows.filter((row) => isRefusal(row, at)).map(startOfRow));
  const withdrawn = latest(
    rows
      .filter((row) => row.decision === 'GIVEN')
      .map((row) => withdrawalOf(row, episode))
      .filter((when): when is Instant => hasCome(when, at)),
  );
  if (refused === null) return withdrawn === null ? null : { state: 'WITHDRAWN', at: withdrawn };
  if (withdrawn !== null && millis(withdrawn) > millis(refused)) return { state: 'WITHDRAWN', at: withdrawn };
  return { state: 'REFUSED', at: refused };
}

/** A refusal does not expire and is not superseded: only a later agreement ends it (rule 6.2). */
export function isRefusal(row: ConsentLine, at: Instant): boolean {
  return row.decision === 'REFUSED' && hasCome(startOfRow(row), at);
}

function lastDayOf(rows: readonly ConsentLine[]): CivilDate | undefined {
  return rows
    .map((row) => row.expiresAt)
    .filter((day): day is CivilDate => day !== null)
    .sort(compareDates)
    .at(-1);
}
