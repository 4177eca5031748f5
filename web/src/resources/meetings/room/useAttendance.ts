import { useCallback, useEffect, useRef, useState } from 'react';
import { londonTime } from '@encircle/shared/dates';
import type { AttendanceSaved, MeetingView } from '@encircle/shared/meetings';
import { useWords } from '@web/i18n/useWords';
import { useProblemWords } from '@web/pages/useProblemWords';
import { api } from '@web/providers/http';
import { serverNow } from '@web/providers/me';
import { Problem } from '@web/providers/problem';
import { listen } from '@web/providers/signals';
import { clashesOf, entriesOf, withStored, type Clash, type Mark } from './attendance.model';
import { theLine } from './line.model';
import type { Room } from './useRoom';

/** Keys come in bursts; what a burst marked is saved together. */
const PAUSE = 500;
/** How often a save that was overtaken is tried again. */
const TRIES = 4;

export interface Attendance {
  marks: Readonly<Record<string, Mark>>;
  clashes: readonly Clash[];
  set: (invitationId: string, mark: Mark) => void;
  /** Of a clash: keep what is stored and forget my mark. */
  yield: (invitationId: string) => void;
  /** Of a clash: save my mark over what is stored. */
  insist: () => void;
  /** Saves at once what is marked and not saved yet. */
  flush: () => Promise<void>;
}

/** Who came, saved half a second after the last key; nothing that was marked is lost when a save fails. */
export function useAttendance(meeting: MeetingView, room: Room): Attendance {
  const say = useProblemWords();
  const w = useWords();
  const [marks, setMarks] = useState<Readonly<Record<string, Mark>>>({});
  const [clashes, setClashes] = useState<readonly Clash[]>([]);
  const latest = useRef(marks);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const { latest: latestMeeting, showMeeting, setSaved, inTurn } = room;

  /** @returns whether it is worth another try: there was no line, or somebody saved something else and nothing of ours is in question */
  const send = useCallback(
    async (
      now: MeetingView,
      entries: ReturnType<typeof entriesOf>,
    ): Promise<'done' | 'again' | 'no line'> => {
      setSaved({ kind: 'saving' });
      try {
        const path = `/meetings/${meeting.id}/attendance`;
        const done = await api<AttendanceSaved>(path, {
          method: 'PUT',
          body: { version: now.version, entries },
        });
        const shown = latestMeeting() ?? now;
        showMeeting({
          ...shown,
          version: done.version,
          invitations: withStored(shown.invitations, done.entries),
        });
        setClashes([]);
        setSaved({ kind: 'saved', at: londonTime(serverNow()), short: true });
        return 'done';
      } catch (error) {
        if (error instanceof Problem && error.offline) {
          setSaved({ kind: 'failed', why: w('meetings.room.noLine') });
          return 'no line';
        }
        const stored =
          error instanceof Problem && error.conflict
            ? (error.data['stored'] as AttendanceSaved | null)
            : null;
        const first = error instanceof Problem ? Object.values(error.fields)[0]?.[0] : undefined;
        setSaved({ kind: 'failed', why: first ?? say(error) });
        if (!stored) return 'done';
        const found = clashesOf(now.invitations, latest.current, stored.entries);
        setClashes(found);
        showMeeting({
          ...now,
          version: stored.version,
          invitations: withStored(now.invitations, stored.entries),
        });
        return found.length === 0 ? 'again' : 'done';
      }
    },
    [latestMeeting, meeting.id, say, setSaved, showMeeting, w],
  );
  const save = useCallback(
    () =>
      inTurn(async () => {
        for (let tries = 0; tries < TRIES; tries++) {
          const now = latestMeeting() ?? meeting;
          const entries = entriesOf(now.invitations, latest.current);
          if (entries.length === 0) return;
          const went = await send(now, entries);
          if (went === 'done') return;
          if (went === 'again') continue;
          await theLine();
          tries--;
        }
      }),
    [inTurn, latestMeeting, meeting, send],
  );

  const later = useCallback(() => {
    if (timer.current) clearTimeout(timer.current);
    timer.current = setTimeout(() => void save(), PAUSE);
  }, [save]);
  const change = useCallback((next: Readonly<Record<string, Mark>>) => {
    latest.current = next;
    setMarks(next);
  }, []);
  // A session that ended and was opened again: what waited is sent.
  useEffect(
    () =>
      listen(({ kind }) => {
        if (kind === 'reopened') void save();
      }),
    [save],
  );

  return {
    marks,
    clashes,
    set: (invitationId, mark) => {
      change({ ...latest.current, [invitationId]: mark });
      later();
    },
    yield: (invitationId) => {
      const rest = { ...latest.current };
      delete rest[invitationId];
      change(rest);
      setClashes((old) => old.filter((each) => each.invitationId !== invitationId));
      later();
    },
    insist: () => {
      setClashes([]);
      void save();
    },
    flush: () => {
      if (timer.current) clearTimeout(timer.current);
      return save();
    },
  };
}
