import { Injectable } from '@nestjs/common';
import type { LeaveOut, LeftOutList, LeftOutView } from '@encircle/shared/meetings';
import type { AccessContext } from '#api/access/access-context.js';
import { AccessService } from '#api/access/access.service.js';
import { demandRow, readable } from '#api/access/labelled.js';
import { DomainError, invalid, notFound, stale } from '#api/platform/errors/domain-error.js';
import { runsMeetings } from './domain/who-runs.js';
import { MeetingsService, type OpenedMeeting } from './meetings.service.js';
import { invitationsOf } from './persistence/invitations.repository.js';
import {
  insertLeftOut,
  leftOutById,
  leftOutOf,
  stillToAsk,
  undoLeftOut,
  type LeftOutRow,
} from './persistence/left-out.repository.js';

/** Who of the family is not asked, and why (rule 4.2): a line of the family's own kind, and in no rate. */
@Injectable()
export class LeftOutService {
  constructor(
    private readonly access: AccessService,
    private readonly meetings: MeetingsService,
  ) {}

  async list(ctx: AccessContext, meetingId: string): Promise<LeftOutList> {
    const opened = await this.meetings.open(ctx, meetingId);
    const list = await this.listOf(ctx, opened);
    await this.meetings.audit(ctx, opened, {
      categories: ['MEETING', 'FAMILY'],
      count: list.items.length,
    });
    return list;
  }

  async leaveOut(ctx: AccessContext, meetingId: string, body: LeaveOut): Promise<LeftOutList> {
    const opened = await this.meetings.openToRun(ctx, meetingId);
    const { row, facts } = opened;
    const childId = childOf(opened);
    const decision = this.access.demand(ctx, facts, 'write', {
      subjectId: childId,
      aboutPersonId: body.personId,
      categories: ['FAMILY'],
      authorId: ctx.userId,
      sourceAgencyId: ctx.agencyId,
      recordedAt: ctx.now,
    });
    if (row.status !== 'PLANNED') throw new DomainError('MEETING_OFF', 422);
    if (!facts.relatives.some((tie) => tie.childId === childId && tie.personId === body.personId))
      throw invalid({ personId: ['Choose somebody of the family'] });
    if ((await invitationsOf(ctx.uow, row.id)).some(({ personId }) => personId === body.personId))
      throw invalid({ personId: ['They are invited already. Call this meeting off and plan it again'] });
    if ((await leftOutOf(ctx, row.id)).some(({ personId }) => personId === body.personId))
      throw new DomainError('ALREADY_THERE', 409);
    await insertLeftOut(ctx, row, childId, body);
    await this.meetings.audit(
      ctx,
      { ...opened, decision },
      {
        action: 'meeting.left-out',
        categories: ['FAMILY'],
        fields: ['code', 'reason'],
      },
    );
    return this.listOf(ctx, opened);
  }

  async undo(ctx: AccessContext, id: string, version: number): Promise<LeftOutList> {
    const found = await leftOutById(ctx, id);
    if (!found) throw notFound();
    const opened = await this.meetings.openToRun(ctx, found.meetingId);
    demandRow(this.access, ctx, opened.facts, 'write', found);
    if (!(await undoLeftOut(ctx, id, version))) throw stale({ current: viewOf(found), yours: { version } });
    await this.meetings.audit(ctx, opened, { action: 'meeting.left-out-undone', categories: ['FAMILY'] });
    return this.listOf(ctx, opened);
  }

  private async listOf(ctx: AccessContext, opened: OpenedMeeting): Promise<LeftOutList> {
    const { row, facts } = opened;
    const rows = readable(this.access, ctx, facts, await leftOutOf(ctx, row.id));
    const runs = row.status === 'PLANNED' && runsMeetings(ctx.actor, facts, row, ctx.now);
    const writes =
      this.access.decide(ctx, facts, 'write', {
        subjectId: childOf(opened),
        categories: ['FAMILY'],
        authorId: ctx.userId,
        sourceAgencyId: ctx.agencyId,
        recordedAt: ctx.now,
      }).effect === 'ALLOW';
    const mayChange = runs && writes;
    const choices = mayChange ? await stillToAsk(ctx, row.id, childOf(opened)) : [];
    return { items: rows.map(viewOf), choices, mayChange };
  }
}

const childOf = ({ row, facts }: OpenedMeeting): string => row.subjectId ?? facts.subjects[0]?.personId ?? '';

const viewOf = (row: LeftOutRow): LeftOutView => ({
  id: row.id,
  version: row.version,
  personId: row.personId,
  name: row.name,
  relationship: row.relationship,
  code: row.code,
  reason: row.reason,
  by: row.by,
});
