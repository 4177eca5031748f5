import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { MeetingView } from '@encircle/shared/meetings';
import type { PlanView } from '@encircle/shared/plans';
import { londonTime } from '@encircle/shared/dates';
import { useProblemWords } from '@web/pages/useProblemWords';
import { useWords } from '@web/i18n/useWords';
import { outdate } from '@web/providers/ask-anew';
import { api, newKey } from '@web/providers/http';
import { serverNow } from '@web/providers/me';
import { Problem } from '@web/providers/problem';
import { queryKey } from '@web/providers/useGet';
import type { SavedState } from '@web/ui/SavedLine';
import { alreadyThere, theLine } from './line.model';

type Method = 'POST' | 'PATCH' | 'PUT';

export interface Room {
  saved: SavedState | null;
  setSaved: (state: SavedState | null) => void;
  /** Writes to the meeting and shows its answer; false when it failed, with the reason in the saved line. */
  meeting: (path: string, body: object, method?: Method) => Promise<boolean>;
  /** The same for the plan. */
  plan: (path: string, body: object, method?: Method) => Promise<boolean>;
  /** The latest meeting, for a version that is not a render old. */
  latest: () => MeetingView | undefined;
  showMeeting: (meeting: MeetingView) => void;
  /** Does one thing after the other, so that no save of ours overtakes another and meets an old version. */
  inTurn: <T>(work: () => Promise<T>) => Promise<T>;
}

/** Every change in the room is saved at once; the saved line always says how it stands. */
export function useRoom(meetingId: string, episodeId: string): Room {
  const client = useQueryClient();
  const say = useProblemWords();
  const w = useWords();
  const [saved, setSaved] = useState<SavedState | null>(null);
  const turn = useRef<Promise<unknown>>(Promise.resolve());
  const inTurn = useCallback(<T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.current.then(work, work);
    turn.current = mine.catch(() => undefined);
    return mine;
  }, []);
  const latest = useCallback(
    () => client.getQueryData<MeetingView>(queryKey(`/meetings/${meetingId}`)),
    [client, meetingId],
  );
  const write = useCallback(
    async <T>(path: string, body: object, method: Method, show: (answer: T) => void): Promise<boolean> => {
      const idempotencyKey = newKey();
      const refresh = (): Promise<void> => outdate(client);
      for (let lost = false; ; lost = true) {
        setSaved({ kind: 'saving' });
        try {
          show(await api<T>(path, { method, body, idempotencyKey }));
        } catch (error) {
          if (error instanceof Problem && error.offline) {
            // The same once more under the same key, as soon as there is a line: done twice it is done once.
            setSaved({ kind: 'failed', why: w('meetings.room.noLine') });
            await theLine();
            continue;
          }
          // Somebody else was first: what they saved is shown, so that the next try stands on it.
          if (error instanceof Problem && error.conflict) await refresh();
          const wasOurs = lost && error instanceof Problem && alreadyThere(error.data['stored'], body);
          if (!wasOurs) {
            const first = error instanceof Problem ? Object.values(error.fields)[0]?.[0] : undefined;
            setSaved({ kind: 'failed', why: first ?? say(error) });
            return false;
          }
        }
        setSaved({ kind: 'saved', at: londonTime(serverNow()), short: true });
        return true;
      }
    },
    [client, say, w],
  );
  /** What is on its way is not sent twice, however often the button is pressed. */
  const onItsWay = useRef(new Map<string, Promise<boolean>>());
  const once = useCallback((method: Method, path: string, body: object, work: () => Promise<boolean>) => {
    const name = `${method} ${path} ${JSON.stringify(body)}`;
    const going = onItsWay.current.get(name) ?? work().finally(() => onItsWay.current.delete(name));
    onItsWay.current.set(name, going);
    return going;
  }, []);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent): void => {
      if (onItsWay.current.size > 0) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, []);
  const showMeeting = useCallback(
    (meeting: MeetingView) => client.setQueryData(queryKey(`/meetings/${meetingId}`), meeting),
    [client, meetingId],
  );
  const showPlan = useCallback(
    (plan: PlanView) => client.setQueryData(queryKey(`/episodes/${episodeId}/plan`), plan),
    [client, episodeId],
  );
  /** The version is the one of the moment of sending: our own earlier saves have moved it on. */
  const now = (body: object): object => ('version' in body ? { ...body, version: latest()?.version } : body);
  return {
    saved,
    setSaved,
    meeting: (path, body, method = 'POST') =>
      once(method, path, body, () =>
        inTurn(() => write<MeetingView>(`/meetings/${meetingId}${path}`, now(body), method, showMeeting)),
      ),
    plan: (path, body, method = 'POST') =>
      once(method, path, body, () => inTurn(() => write<PlanView>(path, body, method, showPlan))),
    latest,
    showMeeting,
    inTurn,
  };
}
