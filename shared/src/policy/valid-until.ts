import { birthdayOf } from '../dates/index.js';
import { endOfRow, startOfRow } from './consent-state.js';
import type { EpisodeFacts, Facts, Instant, Period, PolicySettings } from './facts.js';
import { ADULT_AT, DECIDES_ALONE_AT } from './givers.js';
import { dayOf, endOfDay, firstAfter, startOfDay } from './instants.js';
import { closedWindowEnd, endOfReadOnlyDays } from './windows.js';

/**
 * The first later instant at which any fact of the record begins or ends. The answer is constant until then;
 * facts that turn out not to matter can only make it earlier, never later.
 */
export function validUntil(facts: Facts, now: Instant): Instant | null {
  const { actor, episode, settings } = facts;
  const gates = [actor.vettingValidTo, actor.trainingValidTo].filter((day) => day !== null).map(endOfDay);
  const moments = episode === null ? [] : momentsOf(episode, settings, now);
  return firstAfter([...gates, ...moments], now);
}

function momentsOf(episode: EpisodeFacts, settings: PolicySettings, now: Instant): Instant[] {
  const merged = [...episode.mergedFrom, ...(episode.mergedInto ? [episode.mergedInto] : [])];
  return [
    ...periodsOf(episode).flatMap(endsOf),
    ...birthdays(episode, settings),
    ...consentMoments(episode, settings, now),
    ...closingMoments(episode, settings),
    ...merged.flatMap((other) => momentsOf({ ...other, mergedInto: null, mergedFrom: [] }, settings, now)),
  ];
}

function periodsOf(episode: EpisodeFacts): readonly Period[] {
  return [
    ...episode.seals,
    ...episode.shields,
    ...episode.blocks,
    ...episode.edges,
    ...episode.sensitiveLines,
    ...episode.competence,
    ...episode.disclosures,
    ...episode.breakGlass,
    ...episode.courtOrders,
  ];
}

function endsOf({ from, to }: Period): Instant[] {
  return to === null ? [from] : [from, to];
}

function birthdays({ subjects }: EpisodeFacts, settings: PolicySettings): Instant[] {
  const ages = [settings.childFriendlyUnderAge, DECIDES_ALONE_AT, ADULT_AT];
  return subjects.flatMap(({ dob }) =>
    dob === null ? [] : ages.map((age) => startOfDay(birthdayOf(dob, age))),
  );
}

function consentMoments(episode: EpisodeFacts, settings: PolicySettings, now: Instant): Instant[] {
  const moments = episode.withdrawnAt === null ? [] : [episode.withdrawnAt];
  for (const row of episode.consents) {
    moments.push(startOfRow(row));
    if (row.withdrawnAt !== null) moments.push(row.withdrawnAt);
    if (row.supersededAt !== null) moments.push(row.supersededAt);
    if (row.expiresAt !== null) moments.push(endOfDay(row.expiresAt));
    const end = endOfRow(row, episode, now);
    if (end === null) continue;
    const lastDay = end.how === 'EXPIRED' && row.expiresAt !== null ? row.expiresAt : dayOf(end.at);
    moments.push(endOfReadOnlyDays(lastDay, settings));
  }
  return moments;
}

function closingMoments({ closedAt }: EpisodeFacts, settings: PolicySettings): Instant[] {
  if (closedAt === null) return [];
  return [closedAt, closedWindowEnd('TACM', closedAt, settings), closedWindowEnd('LP', closedAt, settings)];
}
