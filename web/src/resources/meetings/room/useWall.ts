import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { MeetingView } from '@encircle/shared/meetings';
import type { RoomView } from '@encircle/shared/room-view';
import { api } from '@web/providers/http';
import type { Problem } from '@web/providers/problem';
import { queryKey } from '@web/providers/useGet';
import type { Attendance } from './useAttendance';
import { whileDeciding, whoIsHere } from './wall.model';

export interface Wall {
  on: boolean;
  /** What may be shown now; null while it is being decided for these people. */
  view: RoomView | null;
  /** People whose marks are on their way. */
  marking: MeetingView['invitations'];
  problem: Problem | null;
  toggle: () => void;
}

/**
 * Room view: what stands on the screen is asked of the API again whenever somebody comes or goes or anything is kept, and
 * an answer for other people is never shown. @param changed moves with every change of the meeting or its plan
 */
export function useWall(meeting: MeetingView, attendance: Attendance, changed: number): Wall {
  const [on, setOn] = useState(false);
  const here = whoIsHere(meeting.invitations);
  const settled = here === whoIsHere(meeting.invitations, attendance.marks);
  const path = `/meetings/${meeting.id}/room-view`;
  const asked = useQuery<RoomView, Problem>({
    queryKey: [...queryKey(path), here, changed],
    queryFn: ({ signal }) => api<RoomView>(path, { signal }),
    enabled: on && settled,
    gcTime: 0,
    placeholderData: (before, query) => (query?.queryKey.at(-2) === here ? before : undefined),
  });
  const [last, setLast] = useState<MeetingView | null>(null);
  if (asked.data && asked.data.meeting !== last) setLast(asked.data.meeting);
  return {
    on,
    view: settled ? (asked.data ?? null) : null,
    marking: last === null ? [] : whileDeciding(last, attendance.marks),
    problem: asked.error,
    toggle: () => setOn(!on),
  };
}
