import { daysBetween, type CivilDate } from '../dates/index.js';

const PAUSED = 'PAUSED_STATUTORY';

/** A row of history, as far as a pause follows from it. */
export interface PausingMove {
  from: string | null;
  to: string;
  happenedOn: CivilDate;
  /** The instant at which it was written down. */
  at: string;
  by: string;
  /** The child whose part alone it moves; null for the whole record. */
  subjectId: string | null;
}

export interface Pause {
  childId: string | null;
  since: CivilDate;
  /** When it was written down: its clock goes by the settings of that instant. */
  startedAt: string;
  by: string;
  until: CivilDate | null;
  ended: 'HANDED_BACK' | 'OVER' | null;
}

/** The times social care led, of the record and of each child apart, earliest first; `moves` are in their order. */
export function pausesOf(moves: readonly PausingMove[]): Pause[] {
  const pauses: Pause[] = [];
  for (const move of moves) {
    const over = ['CLOSED', 'MERGED', 'ARCHIVED', 'DISPOSED'].includes(move.to);
    for (const pause of pauses.filter((each) => each.until === null))
      if (pause.childId === move.subjectId ? move.to !== PAUSED : move.subjectId === null && over) {
        pause.until = move.happenedOn;
        pause.ended = over ? 'OVER' : 'HANDED_BACK';
      }
    if (move.to !== PAUSED || move.from === PAUSED) continue;
    const { happenedOn: since, at: startedAt, by, subjectId: childId } = move;
    pauses.push({ childId, since, startedAt, by, until: null, ended: null });
  }
  return pauses;
}

/** Where a pause stands against the day on which it is to be looked at again. */
export function pauseStanding(
  { since, until }: Pick<Pause, 'since' | 'until'>,
  reviewBy: CivilDate,
  today: CivilDate,
): { days: number; when: 'EARLY' | 'RUNNING' | 'LATE' | 'IN_TIME' } {
  const days = daysBetween(since, until ?? today);
  if (until === null) return { days, when: today > reviewBy ? 'LATE' : 'RUNNING' };
  return { days, when: until < reviewBy ? 'EARLY' : 'IN_TIME' };
}
