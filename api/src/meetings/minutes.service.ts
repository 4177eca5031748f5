import { Injectable } from '@nestjs/common';
import type {
  AddMinute,
  ChangeMinute,
  MeetingView,
  MinutesPreview,
  RecipientPreview,
  SendMinutes,
} from '@encircle/shared/meetings';
import type { Category } from '@encircle/shared/policy';
import type { AccessContext } from '#api/access/access-context.js';
import { AccessService } from '#api/access/access.service.js';
import { askedOf, demandRow, readable } from '#api/access/labelled.js';
import { DomainError, invalid, stale } from '#api/platform/errors/domain-error.js';
import { minuteView } from './domain/meeting-view.js';
import { agencyOnCase } from './domain/who-runs.js';
import { maySend } from '#api/access/may-send.js';
import { MeetingsService, type OpenedMeeting } from './meetings.service.js';
import { invitationsOf, tellInvited, type InvitationRow } from './persistence/invitations.repository.js';
import { updateMeeting } from './persistence/meetings.repository.js';
import {
  insertMinute,
  minuteRow,
  minutesOf,
  updateMinute,
  type MinuteRow,
} from './persistence/minutes.repository.js';

/**
 * Minutes as rows: each line has its own kind of information, version and time, so that a line others may not see
 * leaves no trace in theirs. The meeting itself changes only when ordinary lines change after they were sent round.
 */
@Injectable()
export class MinutesService {
  constructor(
    private readonly access: AccessService,
    private readonly meetings: MeetingsService,
  ) {}

  async add(ctx: AccessContext, meetingId: string, body: AddMinute): Promise<MeetingView> {
    const opened = await this.meetings.openToRun(ctx, meetingId);
    const { row, facts } = opened;
    if (row.status !== 'PLANNED' && row.status !== 'HELD') throw new DomainError('MEETING_OFF', 422);
    if (body.kind === 'DECISION' && body.code === undefined && body.text.trim() === '')
      throw invalid({ text: ['Write what was decided'] });
    const subjectId = body.subjectId ?? row.subjectId;
    if (body.subjectId !== undefined && !facts.subjects.some((each) => each.personId === body.subjectId))
      throw invalid({ subjectId: ['Choose a child of this record'] });
    const category: Category = body.category ?? 'MEETING';
    const aboutPersonId = body.aboutPersonId ?? null;
    const known = [...facts.subjects, ...facts.relatives].some((each) => each.personId === aboutPersonId);
    if (aboutPersonId !== null && !known) throw invalid({ aboutPersonId: ['Choose someone of the family'] });
    await insertMinute(ctx, {
      meetingId,
      episodeId: row.episodeId,
      subjectId,
      aboutPersonId,
      category,
      kind: body.kind,
      code: body.code ?? null,
      text: body.text.trim(),
      saidBy: body.saidBy?.trim() || null,
      answered: body.answered?.trim() || null,
    });
    await this.amended(ctx, opened, category);
    await this.meetings.audit(ctx, opened, { action: 'meeting.minute-added', categories: [category] });
    return this.meetings.again(ctx, meetingId);
  }

  async change(ctx: AccessContext, meetingId: string, body: ChangeMinute): Promise<MeetingView> {
    const opened = await this.meetings.openToRun(ctx, meetingId);
    const found = await minuteRow(ctx.uow, body.minuteId);
    const line = found?.meetingId === meetingId ? found : null;
    demandRow(this.access, ctx, opened.facts, 'write', line);
    const saved = await updateMinute(ctx.uow, body.minuteId, body.version, {
      text: body.text?.trim() || null,
      saidBy: body.saidBy?.trim() ?? null,
      answered: body.answered?.trim() ?? null,
      position: body.position ?? null,
    });
    if (!saved) throw stale({ stored: line && minuteView(line), sent: body });
    const category = line?.category ?? 'MEETING';
    await this.amended(ctx, opened, category);
    await this.meetings.audit(ctx, opened, { action: 'meeting.minute-changed', categories: [category] });
    return this.meetings.again(ctx, meetingId);
  }

  /** What each recipient would be sent, before anything is. */
  async preview(ctx: AccessContext, meetingId: string): Promise<MinutesPreview> {
    const opened = await this.meetings.openToRun(ctx, meetingId);
    const { lines, invitations } = await this.parts(ctx, opened);
    await this.meetings.audit(ctx, opened, { action: 'meeting.minutes-previewed', count: lines.length });
    return { recipients: invitations.map((who) => this.forOne(ctx, opened, who, lines)) };
  }

  async send(ctx: AccessContext, meetingId: string, body: SendMinutes): Promise<MeetingView> {
    const opened = await this.meetings.openToRun(ctx, meetingId);
    if (opened.row.status !== 'HELD') throw new DomainError('MEETING_NOT_HELD', 422);
    const { lines, invitations } = await this.parts(ctx, opened);
    const to = invitations.filter((who) => this.forOne(ctx, opened, who, lines).sends);
    const fields = { minutesStatus: 'CIRCULATED', minutesSentOn: ctx.today };
    if (!(await updateMeeting(ctx.uow, meetingId, body.version, fields)))
      throw stale({ stored: await this.meetings.again(ctx, meetingId), sent: body });
    const userIds = to.flatMap((who) => (who.userId === null ? [] : [who.userId]));
    await tellInvited(ctx, 'meeting.minutes', meetingId, opened.row.episodeId, userIds);
    await this.meetings.audit(ctx, opened, { action: 'meeting.minutes-sent', count: to.length });
    return this.meetings.again(ctx, meetingId);
  }

  private async parts(
    ctx: AccessContext,
    { row, facts }: OpenedMeeting,
  ): Promise<{ lines: MinuteRow[]; invitations: InvitationRow[] }> {
    const lines = readable(this.access, ctx, facts, await minutesOf(ctx.uow, row.id));
    const invitations = readable(this.access, ctx, facts, await invitationsOf(ctx.uow, row.id));
    return { lines, invitations: invitations.filter((each) => each.userId !== null) };
  }

  private forOne(
    ctx: AccessContext,
    { row, facts }: OpenedMeeting,
    who: InvitationRow,
    lines: readonly MinuteRow[],
  ): RecipientPreview {
    const to = { userId: who.userId, agencyId: who.agencyId ?? '' };
    const person = { name: who.name ?? '', agencyName: who.agencyName };
    const me = who.userId === ctx.userId;
    const not = (why: string): RecipientPreview => ({
      ...person,
      sends: false,
      why,
      minutes: [],
      heldBack: 0,
    });
    // The mail is a link to sign in behind: somebody without a place would open nothing.
    if (!me && agencyOnCase(facts, who.userId ?? '', ctx.now) === null)
      return not('They have no place on this record now');
    if (!me && !maySend(ctx, facts, askedOf(row), to)) return not('The family has not agreed to this');
    const seen = lines.filter((line) => me || maySend(ctx, facts, askedOf(line), to));
    return {
      ...person,
      sends: true,
      why: null,
      minutes: seen.map(minuteView),
      heldBack: lines.length - seen.length,
    };
  }

  private async amended(ctx: AccessContext, { row }: OpenedMeeting, category: string): Promise<void> {
    if (category !== 'MEETING' || row.minutesStatus !== 'CIRCULATED') return;
    await updateMeeting(ctx.uow, row.id, row.version, { minutesStatus: 'AMENDED' });
  }
}
