import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { londonInstant } from '@encircle/shared/dates';
import { heldObstacles } from '@encircle/shared/lifecycle';
import {
  attendanceProblems,
  hasQuorum,
  whoCame,
  type AttendanceSaved,
  type HoldMeeting,
  type MeetingView,
  type RecordAttendance,
} from '@encircle/shared/meetings';
import type { AccessRule } from '#api/access/access.decorator.js';
import type { AccessContext } from '#api/access/access-context.js';
import type { StatementEntry } from '#api/access/ctx.decorator.js';
import { Statements } from '#api/access/statements.js';
import { AccessService } from '#api/access/access.service.js';
import { readable } from '#api/access/labelled.js';
import { DomainError, forbidden, invalid, notFound, stale } from '#api/platform/errors/domain-error.js';
import { TimescalesService } from '#api/timescales/timescales.service.js';
import { leadsOf } from './domain/who-runs.js';
import { FirstPlanService } from './first-plan.service.js';
import { dayOf, MeetingsService, type OpenedMeeting } from './meetings.service.js';
import { invitationsOf } from './persistence/invitations.repository.js';
import { noteAbsences } from './persistence/note-absences.js';
import { updateMeeting } from './persistence/meetings.repository.js';
import { minutesOf } from './persistence/minutes.repository.js';
import { saveAttendance, type SaveAnswer } from './persistence/save-attendance.js';

export const ATTENDANCE_RECORDED: AccessRule = {
  permission: 'meeting.attendance-recorded',
  ceiling: ['update', 'meeting'],
  audited: true,
  oneStatement: true,
};

/** Recording: who came, and that the meeting took place. */
@Injectable()
export class RecordingService {
  constructor(
    private readonly statements: Statements,
    private readonly access: AccessService,
    private readonly meetings: MeetingsService,
    private readonly firstPlan: FirstPlanService,
    private readonly timescales: TimescalesService,
  ) {}

  /** One statement: it enters, checks, writes and audits by itself (docs/decisions on hot statements). */
  async attendance(
    entry: StatementEntry,
    csrfToken: string,
    meetingId: string,
    body: RecordAttendance,
  ): Promise<AttendanceSaved> {
    const problems = attendanceProblems(body.entries);
    if (Object.keys(problems).length > 0) throw invalid(problems);
    const digest = createHash('sha256').update(csrfToken).digest('hex');
    const answer = await this.statements.ask<SaveAnswer>(
      ATTENDANCE_RECORDED,
      entry,
      saveAttendance(meetingId, body.version, body.entries, digest),
    );
    if (answer.refused !== null) throw refusal(answer, body);
    return answer.saved as AttendanceSaved;
  }

  /** Rule 5.3: HELD needs every invitee coded, agreement checked, and the next one booked or a reason why not. */
  async hold(ctx: AccessContext, id: string, body: HoldMeeting): Promise<MeetingView> {
    const opened = await this.meetings.openToRun(ctx, id);
    const { row } = opened;
    if (row.status !== 'PLANNED') throw new DomainError('MEETING_OFF', 422);
    if (dayOf(row) > ctx.today)
      throw new DomainError('NOT_YET', 422, { detail: 'The day of the meeting has not come' });
    const timescales = await this.timescales.now(ctx);
    await this.demandComplete(ctx, opened, timescales['quorum.services']);
    const heldAt = body.time === undefined ? row.plannedAt : londonInstant(dayOf(row), body.time);
    const held = { status: 'HELD', heldAt, heldRecordedAt: ctx.now, heldRecordedBy: ctx.userId };
    if (!(await updateMeeting(ctx.uow, id, body.version, held)))
      throw stale({ stored: await this.meetings.again(ctx, id), sent: body });
    await noteAbsences(ctx.uow, id, timescales['absence.lead.times'], timescales['absence.manager.times']);
    await this.meetings.audit(ctx, opened, { action: 'meeting.held' });
    if (row.type === 'INITIAL_TAC')
      await this.firstPlan.begin(ctx, row.episodeId, row.chairId === ctx.userId);
    return this.meetings.again(ctx, id);
  }

  private async demandComplete(
    ctx: AccessContext,
    { row, facts }: OpenedMeeting,
    quorum: number,
  ): Promise<void> {
    const invitations = readable(this.access, ctx, facts, await invitationsOf(ctx.uow, row.id));
    const coded = invitations.filter((each) => each.attendance !== null);
    const [obstacle] = heldObstacles({
      invitees: invitations.length,
      coded: coded.length,
      ...whoCame(invitations, [...leadsOf(facts, ctx.now), ...(row.chairId === null ? [] : [row.chairId])]),
      quorum: hasQuorum(row.type) ? quorum : 1,
    });
    const fields: Record<string, string[]> = {};
    if (obstacle) fields['attendance'] = [obstacle.words];
    if (row.consentChecked === null)
      fields['consentChecked'] = ['Say whether the agreement to share was checked'];
    if (row.childParticipation === null) fields['childParticipation'] = ['Say how the child took part'];
    if (await this.nextOpen(ctx, { row, facts }))
      fields['next'] = ['Book the next meeting, or say why not yet'];
    if (Object.keys(fields).length > 0) throw invalid(fields, obstacle?.code ?? 'MEETING_INCOMPLETE');
  }

  private async nextOpen(
    ctx: AccessContext,
    { row, facts }: Pick<OpenedMeeting, 'row' | 'facts'>,
  ): Promise<boolean> {
    if (row.nextMeetingId !== null || row.noNextReason || row.type === 'CLOSURE') return false;
    const lines = readable(this.access, ctx, facts, await minutesOf(ctx.uow, row.id));
    return !lines.some((line) => line.kind === 'DECISION' && line.code === 'CLOSE');
  }
}

const WORDS: Readonly<Record<string, string>> = {
  UNKNOWN_INVITATION: 'This person is not invited to this meeting',
  NOTICE_LONG_ENOUGH: 'The notice was long enough: record apologies or no word instead',
  UNINVITED_STAYS: 'Use this only for someone who came without an invitation',
  NOT_YET: 'The day of the meeting has not come',
};

function refusal({ refused, entry, saved }: SaveAnswer, sent: RecordAttendance): DomainError {
  if (refused === 'CSRF') return new DomainError('CSRF', 403);
  if (refused === 'NOT_FOUND') return notFound();
  if (refused === 'STALE') return stale({ stored: saved, sent });
  if (refused === 'MEETING_OFF') return new DomainError('MEETING_OFF', 422);
  const words = refused === null ? undefined : WORDS[refused];
  if (words === undefined || refused === null) return forbidden(refused ?? 'NOT_ALLOWED');
  const field = refused === 'UNKNOWN_INVITATION' ? 'invitationId' : 'code';
  return invalid({ [`entries.${entry ?? 0}.${field}`]: [words] }, refused);
}
