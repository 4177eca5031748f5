import { Injectable } from '@nestjs/common';
import { formatDate, isCivilDate, londonDate, londonInstant, londonTime } from '@encircle/shared/dates';
import type { MeetingView, RepairMeeting } from '@encircle/shared/meetings';
import type { AccessContext } from '#api/access/access-context.js';
import { AccessService } from '#api/access/access.service.js';
import { demandRow } from '#api/access/labelled.js';
import { DomainError, invalid, stale } from '#api/platform/errors/domain-error.js';
import { RepairsService } from '#api/repairs/repairs.service.js';
import { dayOf, MeetingsService } from './meetings.service.js';
import { updateMeeting, type MeetingRow } from './persistence/meetings.repository.js';

const INSTEAD =
  'Write in the minutes of the next meeting when it was, or ask information governance to correct the record';

/** Whoever recorded a meeting as held mends its day (E10). One that is still to come is moved instead. */
@Injectable()
export class MeetingRepairsService {
  constructor(
    private readonly access: AccessService,
    private readonly meetings: MeetingsService,
    private readonly repairs: RepairsService,
  ) {}

  /** @throws 400 naming the field, 403 to who did not record it, 409 when it is too late or was changed meanwhile */
  async mend(ctx: AccessContext, id: string, body: RepairMeeting): Promise<MeetingView> {
    const opened = await this.meetings.open(ctx, id);
    const { row, facts } = opened;
    demandRow(this.access, ctx, facts, 'write', row);
    if (row.status !== 'HELD')
      throw new DomainError('NOT_HELD', 409, {
        detail: 'A meeting that was not held is moved or called off',
      });
    this.repairs.demandOpen(ctx, row.mendUntil !== null, row.mendUntil, INSTEAD);
    refuseDay(ctx.today, row, body.heldOn);
    const { plannedAt, heldAt } = row;
    const moved = {
      plannedAt: londonInstant(body.heldOn, londonTime(plannedAt)),
      heldAt: londonInstant(body.heldOn, londonTime(heldAt ?? plannedAt)),
    };
    if (!(await updateMeeting(ctx.uow, id, body.version, moved)))
      throw stale({ stored: await this.meetings.again(ctx, id), sent: body });
    const change = { what: 'DATE', reason: body.reason, before: dayOf(row), after: body.heldOn } as const;
    await this.repairs.add(ctx, 'MEETING', row, change);
    await this.meetings.audit(ctx, opened, { action: 'meeting.mended', fields: ['heldOn'] });
    return this.meetings.again(ctx, id);
  }
}

function refuseDay(today: string, row: MeetingRow, day: string): void {
  const wrong = (words: string): Error => invalid({ heldOn: [words] });
  if (!isCivilDate(day)) throw wrong('Enter a real day');
  if (day > today) throw wrong('The day cannot be in the future');
  if (day === dayOf(row)) throw wrong('This is the day that stands there already');
  const next = row.nextPlannedAt === null ? null : londonDate(row.nextPlannedAt);
  if (next !== null && day >= next)
    throw wrong(`The next meeting was or is on ${formatDate(next)}: this one was before it`);
}
