import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { addMonths, londonInstant } from '@encircle/shared/dates';
import { MEETING_TYPES, labelOf } from '@encircle/shared/codes';
import type {
  AddInvitees,
  AnswerInvitation,
  BookNext,
  ChangeMeeting,
  MeetingTime,
  MeetingView,
  PlanMeeting,
} from '@encircle/shared/meetings';
import type { EpisodeFacts } from '@encircle/shared/policy';
import type { AccessContext } from '#api/access/access-context.js';
import { AccessService } from '#api/access/access.service.js';
import { demandRow } from '#api/access/labelled.js';
import { TimescalesService } from '#api/timescales/timescales.service.js';
import { LifecycleService } from '#api/episodes/lifecycle.service.js';
import { DomainError, forbidden, invalid, stale } from '#api/platform/errors/domain-error.js';
import { dueAfter } from './domain/meeting-view.js';
import { mayPlanNow } from './domain/types-and-states.js';
import { agencyOnCase, runsMeetings } from './domain/who-runs.js';
import { InvitingService } from './inviting.service.js';
import { dayOf, MeetingsService, type OpenedMeeting } from './meetings.service.js';
import { carryLeftOut } from './persistence/left-out.repository.js';
import { invitationRow, markNotHeld, saveAnswer } from './persistence/invitations.repository.js';
import {
  countReviews,
  firstMeetingOf,
  insertMeeting,
  pointToNewAttempt,
  savePlace,
  updateMeeting,
  type MeetingFields,
  type MeetingRow,
} from './persistence/meetings.repository.js';

/** Planning: the date, who is asked, what they answer, and what becomes of a meeting that does not go ahead. */
@Injectable()
export class PlanningService {
  constructor(
    private readonly access: AccessService,
    private readonly meetings: MeetingsService,
    private readonly inviting: InvitingService,
    private readonly lifecycle: LifecycleService,
    private readonly timescales: TimescalesService,
  ) {}

  async plan(ctx: AccessContext, episodeId: string, body: PlanMeeting): Promise<MeetingView> {
    const facts = await this.access.facts(ctx, episodeId);
    const subjectId = subjectOf(facts, body.subjectId);
    this.access.demand(ctx, facts, 'write', {
      subjectId,
      categories: ['MEETING'],
      authorId: ctx.userId,
      sourceAgencyId: ctx.agencyId,
    });
    if (!runsMeetings(ctx.actor, facts, null, ctx.now)) throw forbidden('NOT_YOURS_TO_RUN');
    await this.demandType(ctx, facts, body.type);
    teamOnly(facts, { chairId: body.chairId, minuteTakerId: body.minuteTakerId }, ctx.now);
    const id = await this.make(ctx, facts, { ...body, subjectId, movedFromId: null });
    await this.inviting.invite(ctx, facts, { id, episodeId, subjectId, on: body.date }, body.invitees);
    if (facts.state === 'ASSESSED' && body.type === 'INITIAL_TAC') {
      await this.lifecycle.move(ctx, await this.lifecycle.facts(ctx, episodeId), 'T15');
    }
    await this.audit(ctx, facts, id, 'meeting.planned');
    return this.meetings.again(ctx, id);
  }

  async invite(ctx: AccessContext, id: string, body: AddInvitees): Promise<MeetingView> {
    const opened = await this.meetings.openToRun(ctx, id);
    const { row, facts } = opened;
    if (row.status !== 'PLANNED' && !body.came) throw new DomainError('MEETING_OFF', 422);
    await this.inviting.invite(ctx, facts, { ...row, on: dayOf(row) }, body.invitees, {
      uninvited: body.came ?? false,
      familyAgreed: body.familyAgreed ?? false,
    });
    await this.meetings.audit(ctx, opened, {
      action: body.came ? 'meeting.someone-came' : 'meeting.invited',
    });
    return this.meetings.again(ctx, id);
  }

  async change(ctx: AccessContext, id: string, body: ChangeMeeting): Promise<MeetingView> {
    const opened = await this.meetings.openToRun(ctx, id);
    if (body.change === 'DETAILS') return this.details(ctx, opened, body);
    if (opened.row.status !== 'PLANNED') throw new DomainError('MEETING_OFF', 422);
    if (!body.reason?.trim()) throw invalid({ reason: ['Say why the meeting does not go ahead'] });
    return body.change === 'MOVE' ? this.moveTo(ctx, opened, body) : this.callOff(ctx, opened, body);
  }

  async bookNext(ctx: AccessContext, id: string, body: BookNext): Promise<MeetingView> {
    const opened = await this.meetings.openToRun(ctx, id);
    const { row, facts } = opened;
    if (row.status !== 'PLANNED' && row.status !== 'HELD') throw new DomainError('MEETING_OFF', 422);
    if (row.nextMeetingId !== null) throw new DomainError('NEXT_BOOKED', 422);
    if (body.date <= dayOf(row)) throw invalid({ date: ['The next meeting is after this one'] });
    const nextId = await this.make(ctx, facts, {
      ...body,
      type: body.type ?? 'REVIEW_TAC',
      subjectId: row.subjectId,
      chairId: row.chairId ?? undefined,
      minuteTakerId: row.minuteTakerId ?? undefined,
      movedFromId: null,
      dueOn: dueAfter(row.type, dayOf(row), await this.timescales.now(ctx)),
      // The one at the table is not written down as held yet.
      ...(row.reviewNo === null ? {} : { reviewNo: row.reviewNo + 1 }),
    });
    const invitees = await this.inviting.again(ctx, facts, id);
    const next = { id: nextId, episodeId: row.episodeId, subjectId: row.subjectId, on: body.date };
    await this.inviting.invite(ctx, facts, next, invitees);
    await carryLeftOut(ctx, id, nextId);
    await this.save(ctx, opened, body.version, { nextMeetingId: nextId, noNextReason: null });
    await this.meetings.audit(ctx, opened, { action: 'meeting.next-booked' });
    return this.meetings.again(ctx, id);
  }

  /** A worker answers for themself; whoever runs the meeting writes down what others said. */
  async answer(ctx: AccessContext, invitationId: string, body: AnswerInvitation): Promise<MeetingView> {
    const invitation = await invitationRow(ctx.uow, invitationId);
    const opened = await this.meetings.open(ctx, invitation?.meetingId ?? invitationId);
    demandRow(this.access, ctx, opened.facts, 'read', invitation);
    demandRow(this.access, ctx, opened.facts, 'write', opened.row);
    const own = invitation?.userId === ctx.userId;
    if (!own && !runsMeetings(ctx.actor, opened.facts, opened.row, ctx.now))
      throw forbidden('NOT_YOURS_TO_ANSWER');
    if (opened.row.status !== 'PLANNED') throw new DomainError('MEETING_OFF', 422);
    const saved = await saveAnswer(ctx.uow, invitationId, body.version, {
      rsvp: body.answer,
      note: body.note?.trim() || null,
      deputyName: body.answer === 'DEPUTY' ? body.deputyName?.trim() || null : null,
      reportDueOn: body.answer === 'SENDING_REPORT' ? (body.reportDueOn ?? dayOf(opened.row)) : null,
    });
    if (!saved) throw stale({ stored: invitation, sent: body });
    await this.meetings.audit(ctx, opened, { action: 'meeting.invitation-answered' });
    return this.meetings.again(ctx, opened.row.id);
  }

  private async details(
    ctx: AccessContext,
    opened: OpenedMeeting,
    body: ChangeMeeting,
  ): Promise<MeetingView> {
    const { row, facts } = opened;
    if (body.date !== undefined || body.time !== undefined)
      throw invalid({ date: ['To change the date, move the meeting'] });
    teamOnly(facts, { chairId: body.chairId, minuteTakerId: body.minuteTakerId }, ctx.now);
    const { durationMinutes, mode, chairId, minuteTakerId, consentChecked } = body;
    const { childParticipation, parentParticipation, levelAgreed } = body;
    await this.save(ctx, opened, body.version, {
      durationMinutes,
      mode,
      chairId,
      minuteTakerId,
      consentChecked,
      childParticipation,
      parentParticipation,
      levelAgreed,
      noNextReason: body.noNextReason?.trim(),
    });
    if (body.place !== undefined && body.place.trim() !== '') await savePlace(ctx, row, body.place.trim());
    await this.meetings.audit(ctx, opened, { action: 'meeting.details-changed', fields: Object.keys(body) });
    return this.meetings.again(ctx, row.id);
  }

  /** Rule T17: the attempt that failed stays as it is, with who asked; the next attempt is a meeting of its own. */
  private async moveTo(ctx: AccessContext, opened: OpenedMeeting, body: ChangeMeeting): Promise<MeetingView> {
    const { row, facts } = opened;
    if (body.date === undefined) throw invalid({ date: ['Enter the new date, e.g. 24 March 2026'] });
    if (body.time === undefined) throw invalid({ time: ['Enter the new time, e.g. 15:45'] });
    const invitees = await this.inviting.again(ctx, facts, row.id);
    await this.setAside(ctx, opened, body, 'POSTPONED');
    const place = body.place ?? (await this.meetings.again(ctx, row.id)).place ?? undefined;
    const id = await this.make(ctx, facts, {
      date: body.date,
      time: body.time,
      durationMinutes: body.durationMinutes ?? row.durationMinutes,
      mode: body.mode ?? row.mode,
      place,
      type: row.type,
      subjectId: row.subjectId,
      chairId: row.chairId ?? undefined,
      minuteTakerId: row.minuteTakerId ?? undefined,
      movedFromId: row.id,
      dueOn: row.dueOn,
    });
    await pointToNewAttempt(ctx.uow, row.id, id);
    const moved = { ...row, id, on: body.date };
    await this.inviting.invite(ctx, facts, moved, invitees, undefined, 'meeting.moved');
    await carryLeftOut(ctx, row.id, id);
    await this.noteRearranged(ctx, row);
    await this.meetings.audit(ctx, opened, { action: 'meeting.moved' });
    return this.meetings.again(ctx, id);
  }

  private async callOff(
    ctx: AccessContext,
    opened: OpenedMeeting,
    body: ChangeMeeting,
  ): Promise<MeetingView> {
    await this.setAside(ctx, opened, body, body.change === 'CANCEL' ? 'CANCELLED' : 'INQUORATE');
    if (body.change === 'CANCEL') await this.inviting.callOff(ctx, opened.row);
    await this.noteRearranged(ctx, opened.row);
    await this.meetings.audit(ctx, opened, { action: 'meeting.called-off' });
    return this.meetings.again(ctx, opened.row.id);
  }

  private async setAside(
    ctx: AccessContext,
    opened: OpenedMeeting,
    body: ChangeMeeting,
    status: string,
  ): Promise<void> {
    await this.save(ctx, opened, body.version, {
      status,
      statusReason: body.reason?.trim(),
      askedBy: body.askedBy?.trim() || null,
    });
    await markNotHeld(ctx.uow, opened.row.id);
  }

  private async noteRearranged(ctx: AccessContext, row: MeetingRow): Promise<void> {
    if (row.type !== 'INITIAL_TAC') return;
    const facts = await this.lifecycle.facts(ctx, row.episodeId);
    if (facts.episode.state !== 'TAC_PLANNED') return;
    await this.lifecycle.move(ctx, facts, 'T17', { known: { rearrangeReason: true } });
  }

  private async make(
    ctx: AccessContext,
    facts: EpisodeFacts,
    made: MeetingTime & {
      type: string;
      subjectId: string | null;
      chairId?: string | undefined;
      minuteTakerId?: string | undefined;
      movedFromId: string | null;
      dueOn?: string | null;
      reviewNo?: number;
    },
  ): Promise<string> {
    if (made.date > addMonths(ctx.today, 24))
      throw invalid({ date: ['Choose a date within the next two years'] });
    const id = randomUUID();
    const review =
      made.type === 'REVIEW_TAC' ? (made.reviewNo ?? (await countReviews(ctx.uow, facts.id)) + 1) : null;
    const dueOn = made.dueOn ?? (await this.lifecycle.state(ctx, facts.id)).dueOn ?? null;
    await insertMeeting(ctx, {
      id,
      episodeId: facts.id,
      subjectId: made.subjectId,
      type: made.type,
      plannedAt: londonInstant(made.date, made.time),
      durationMinutes: made.durationMinutes ?? 60,
      mode: made.mode,
      reviewNo: review,
      dueOn,
      chairId: made.chairId ?? ctx.userId,
      minuteTakerId: made.minuteTakerId ?? null,
      movedFromId: made.movedFromId,
    });
    const place = made.place?.trim();
    if (place) await savePlace(ctx, { id, episodeId: facts.id, subjectId: made.subjectId }, place);
    return id;
  }

  private async demandType(ctx: AccessContext, facts: EpisodeFacts, type: string): Promise<void> {
    if (!mayPlanNow(type, facts.state))
      throw invalid(
        { type: [`${labelOf(MEETING_TYPES, type)} does not fit where the work stands now`] },
        'WRONG_STATE',
      );
    if (type === 'INITIAL_TAC' && (await firstMeetingOf(ctx.uow, facts.id)) !== null)
      throw invalid(
        { type: ['The first meeting is planned already: move it instead'] },
        'FIRST_MEETING_THERE',
      );
  }

  private async save(
    ctx: AccessContext,
    { row }: OpenedMeeting,
    version: number,
    fields: MeetingFields,
  ): Promise<void> {
    if (await updateMeeting(ctx.uow, row.id, version, fields)) return;
    throw stale({ stored: await this.meetings.again(ctx, row.id), sent: fields });
  }

  private audit(ctx: AccessContext, facts: EpisodeFacts, id: string, action: string): Promise<void> {
    return ctx.audit({
      action,
      episodeId: facts.id,
      childIds: facts.subjects.map((each) => each.personId),
      categories: ['MEETING'],
      basis: [`meeting:${id}`],
    });
  }
}

function subjectOf(facts: EpisodeFacts, asked: string | undefined): string | null {
  if (asked === undefined) return facts.subjects[0]?.personId ?? null;
  if (!facts.subjects.some((each) => each.personId === asked))
    throw invalid({ subjectId: ['Choose a child of this record'] });
  return asked;
}

function teamOnly(
  facts: EpisodeFacts,
  named: { chairId?: string | undefined; minuteTakerId?: string | undefined },
  now: string,
): void {
  const wrong = Object.entries(named).filter(
    ([, userId]) => userId !== undefined && agencyOnCase(facts, userId, now) === null,
  );
  if (wrong.length === 0) return;
  throw invalid(Object.fromEntries(wrong.map(([field]) => [field, ['Choose a worker of the team']])));
}
