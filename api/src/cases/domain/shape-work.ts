import type { EpisodeState } from '@encircle/shared/codes';
import { londonDate } from '@encircle/shared/dates';
import { supportPath } from '@encircle/shared/lifecycle';
import { fullName } from '@encircle/shared/names';
import type { CaseMeeting, CaseOutcome, CasePathStep, CaseScore, CaseView } from '@encircle/shared/cases';
import type { CaseFactRow, CaseRows, MeetingRow, OutcomeRow } from './case-rows.js';
import type { CaseJudge } from './case-judge.js';
import type { Asker } from '#api/access/asker.js';

/** The level last written down or agreed in a meeting, whichever came later. */
export function levelOf(fact: CaseFactRow | undefined, meetings: readonly MeetingRow[]): CaseView['level'] {
  const { level, words } = (fact?.body ?? {}) as { level?: unknown; words?: unknown };
  const written =
    typeof level === 'number'
      ? { level, setOn: fact?.saidOn ?? null, words: typeof words === 'string' ? words : null }
      : null;
  const met = meetings.findLast(({ levelAgreed }) => levelAgreed !== null);
  if (!met || met.levelAgreed === null) return written;
  const agreed = { level: met.levelAgreed, setOn: londonDate(met.heldAt ?? met.plannedAt), words: null };
  return written?.setOn && written.setOn > agreed.setOn ? written : agreed;
}

export function nextMeeting(
  asker: Asker,
  judge: CaseJudge,
  meetings: readonly MeetingRow[],
  rows: CaseRows,
): CaseMeeting | null {
  const next = meetings.find(
    ({ status, plannedAt }) => status === 'PLANNED' && londonDate(plannedAt) >= asker.today,
  );
  if (!next) return null;
  const place =
    next.place && judge.mayRead({ ...next.place.label, locating: true }) ? next.place.place : null;
  return {
    id: next.id,
    type: next.type,
    plannedAt: next.plannedAt,
    reviewNo: next.reviewNo,
    place,
    mode: next.mode,
    invitees: judge.readable(next.invitations).map((one) => ({
      name: one.name || relativeName(judge, rows, one.personId),
      rsvp: one.rsvp,
      note: one.rsvpNote,
      isFamily: one.isFamily,
      you: one.userId === asker.actor.userId,
    })),
  };
}

/** A relative's name comes with the relation, whose label decides; without it the line stays unnamed. */
function relativeName(judge: CaseJudge, rows: CaseRows, personId: string | null): string {
  const relative = judge.readable(rows.relatives).find(({ id }) => id === personId);
  return relative ? fullName(relative) : '';
}

export function pathOf(
  { episode }: CaseRows,
  meetings: readonly MeetingRow[],
  today: string,
): CasePathStep[] {
  const dayOf = (meeting: MeetingRow): string => londonDate(meeting.heldAt ?? meeting.plannedAt);
  const first = meetings.find(({ type }) => type === 'INITIAL_TAC');
  return supportPath({
    state: episode.state as EpisodeState,
    today,
    worryOn: episode.openedOn,
    agreementOn: episode.agreedOn,
    assessedOn: episode.completedOn,
    firstMeetingOn: first ? dayOf(first) : null,
    planAgreedOn: episode.planAgreedOn,
    reviews: meetings
      .filter(({ type }) => type === 'REVIEW_TAC')
      .map((meeting) => ({ on: dayOf(meeting), held: meeting.status === 'HELD' })),
    nextReviewDue: episode.nextReviewOn,
    closedOn: episode.closedOn,
  }).map(({ key, label, status, words }) => ({ key, label, status, words }));
}

export function outcomeView(judge: CaseJudge, row: OutcomeRow): CaseOutcome {
  const start =
    row.baselineValue !== null && row.baselineOn !== null
      ? [{ value: row.baselineValue, on: row.baselineOn, rater: row.rater }]
      : [];
  const ratings = judge
    .readable(row.ratings)
    .map(({ value, ratedOn, rater }) => ({ value, on: ratedOn, rater }));
  return {
    id: row.id,
    statement: row.statement,
    measure: measureWords(row.measure),
    rater: row.rater,
    better: row.better,
    low: row.scaleLow,
    high: row.scaleHigh,
    lowWords: row.lowWords,
    highWords: row.highWords,
    target: row.targetValue,
    status: row.status,
    scores: startsWithBaseline(start, ratings) ? ratings : [...start, ...ratings],
  };
}

/** What is measured, in words; older records hold a code there, which says nothing to people. */
const measureWords = (measure: string | null | undefined): string | null =>
  !measure || /^[A-Z_]+$/.test(measure) ? null : measure;

/** The first score given is often the baseline itself: one dot, not two. */
function startsWithBaseline(start: readonly CaseScore[], ratings: readonly CaseScore[]): boolean {
  const [baseline, first] = [start[0], ratings[0]];
  return baseline !== undefined && baseline.on === first?.on && baseline.value === first.value;
}
