import { Injectable } from '@nestjs/common';
import type { AccessContext } from '#api/access/access-context.js';
import { MeetingsService } from './meetings.service.js';
import { isInvited } from './persistence/invitations.repository.js';
import { earlierAttempts } from './persistence/meetings.repository.js';

/** When a meeting is, as a calendar wants it: no name, no place, nothing of what it is about. */
export interface MeetingInCalendar {
  /** That of the first attempt: a meeting that moves stays one entry in a calendar. */
  rootId: string;
  id: string;
  sequence: number;
  startsAt: string;
  durationMinutes: number;
  cancelled: boolean;
  stampedAt: string;
}

const CALLED_OFF = ['CANCELLED', 'INQUORATE'];

/** What people asked to a meeting may be told of it, decided for them anew each time. */
@Injectable()
export class MeetingNoticesService {
  constructor(private readonly meetings: MeetingsService) {}

  /**
   * @returns null when the reader is not asked to it, or the notice is out of date
   * @throws 404 or 403 when they may not read it
   */
  async toldOf(
    ctx: AccessContext,
    topic: string,
    meetingId: string,
  ): Promise<{ bases: readonly string[]; calendar: MeetingInCalendar | null } | null> {
    const { row, decision } = await this.meetings.open(ctx, meetingId);
    if (!(await isInvited(ctx, meetingId))) return null;
    if (topic === 'meeting.minutes') return { bases: decision.bases, calendar: null };
    const cancelled = CALLED_OFF.includes(row.status);
    if (row.status !== 'PLANNED' && !cancelled) return null;
    if (cancelled !== (topic === 'meeting.cancelled')) return null;
    const earlier = row.movedFromId === null ? [] : await earlierAttempts(ctx.uow, row.movedFromId);
    return {
      bases: decision.bases,
      calendar: {
        rootId: earlier.at(-1)?.id ?? row.id,
        id: row.id,
        sequence: earlier.length + (cancelled ? 1 : 0),
        startsAt: row.plannedAt,
        durationMinutes: row.durationMinutes,
        cancelled,
        stampedAt: ctx.now,
      },
    };
  }
}
