import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { addDays } from '@encircle/shared/dates';
import { invitable } from '@encircle/shared/episodes';
import { lastDayOfLink, type AskForReport, type MeetingView } from '@encircle/shared/meetings';
import type { AccessContext } from '#api/access/access-context.js';
import { AccessService } from '#api/access/access.service.js';
import { demandRow } from '#api/access/labelled.js';
import type { Settings } from '#api/platform/config/settings.js';
import { SETTINGS_TOKEN } from '#api/platform/config/settings.token.js';
import { DomainError, forbidden, invalid, notFound } from '#api/platform/errors/domain-error.js';
import { derivedKey } from '#api/platform/keys/derived-key.js';
import { tell, tellOutside } from '#api/platform/outbox/tell.js';
import { hashOfToken, reportPath, reportToken } from './report-token.js';
import { runsMeetings } from './domain/who-runs.js';
import { dayOf, MeetingsService, type OpenedMeeting } from './meetings.service.js';
import { invitationRow, type InvitationRow } from './persistence/invitations.repository.js';
import {
  addressOf,
  insertReportRequest,
  reportToMail,
  takeBackRequests,
  waitForReport,
} from './persistence/report-requests.repository.js';

export interface Letter {
  bases: readonly string[];
  calendar: null;
  letter: { address: string; path: string };
}

/** Asking somebody who is invited for a written report, by a link that works once and without an account (G3). */
@Injectable()
export class ReportRequestsService {
  private readonly key: Buffer;

  constructor(
    private readonly access: AccessService,
    private readonly meetings: MeetingsService,
    @Inject(SETTINGS_TOKEN) { secret }: Settings,
  ) {
    this.key = derivedKey(secret, 'report-link');
  }

  async ask(ctx: AccessContext, invitationId: string, body: AskForReport): Promise<MeetingView> {
    const { invitation, opened } = await this.openInvitation(ctx, invitationId);
    demandMayBeAsked(invitation, opened);
    const address = await this.letterBox(ctx, invitation, body);
    this.demandAgreed(ctx, invitation, opened);
    const expiresOn = lastDayOfLink(ctx.today);
    const dueOn = body.dueOn ?? usualDay(dayOf(opened.row), ctx.today, expiresOn);
    if (dueOn < ctx.today) throw invalid({ dueOn: ['Choose today or a later day'] });
    if (dueOn > expiresOn)
      throw invalid({ dueOn: [`The link works for 14 days: choose a day up to ${expiresOn}`] });
    await takeBackRequests(ctx.uow, invitationId, 'REPORT');
    const id = randomUUID();
    const tokenHash = hashOfToken(reportToken(this.key, id));
    await insertReportRequest(ctx, invitation, {
      id,
      kind: 'REPORT',
      address,
      dueOn,
      expiresOn,
      tokenHash,
    });
    await waitForReport(ctx.uow, invitationId, dueOn);
    await this.send(ctx, invitation, id);
    await this.meetings.audit(ctx, opened, { action: 'meeting.report-asked', fields: ['dueOn', 'address'] });
    return this.meetings.again(ctx, opened.row.id);
  }

  /** The link opens nothing any more; where none is open, that is so already. */
  async takeBack(ctx: AccessContext, invitationId: string): Promise<MeetingView> {
    const { opened } = await this.openInvitation(ctx, invitationId);
    await takeBackRequests(ctx.uow, invitationId, 'REPORT');
    await this.meetings.audit(ctx, opened, { action: 'meeting.report-taken-back' });
    return this.meetings.again(ctx, opened.row.id);
  }

  /**
   * The letter with the link, decided anew as whoever it is sent in the name of: the colleague who was asked, or whoever
   * asked somebody without an account.
   * @returns null when the link opens nothing any more @throws 404 or 403 when they may not read the meeting
   */
  async toldOf(ctx: AccessContext, requestId: string): Promise<Letter | null> {
    const found = await reportToMail(ctx.uow, requestId);
    if (found === null) return null;
    const { facts, decision } = await this.meetings.open(ctx, found.meetingId);
    if (
      found.userId === null &&
      invitable(facts, outsider(found.agencyId), ctx.agencyId, ctx.now) !== 'AGREED'
    )
      return null;
    const path = reportPath(reportToken(this.key, requestId));
    return { bases: decision.bases, calendar: null, letter: { address: found.address, path } };
  }

  /** The invitation, for whoever runs its meeting. @throws 404 as for a random id; 403 for others of the team */
  async openInvitation(
    ctx: AccessContext,
    invitationId: string,
  ): Promise<{ invitation: InvitationRow; opened: OpenedMeeting }> {
    const invitation = await invitationRow(ctx.uow, invitationId);
    const opened = await this.meetings.open(ctx, invitation?.meetingId ?? invitationId);
    demandRow(this.access, ctx, opened.facts, 'read', invitation);
    demandRow(this.access, ctx, opened.facts, 'write', opened.row);
    if (!runsMeetings(ctx.actor, opened.facts, opened.row, ctx.now)) throw forbidden('NOT_YOURS_TO_RUN');
    if (invitation === null) throw notFound();
    return { invitation, opened };
  }

  private async letterBox(
    ctx: AccessContext,
    invitation: InvitationRow,
    body: AskForReport,
  ): Promise<string> {
    const typed = body.address?.trim() ?? '';
    if (invitation.userId !== null) {
      if (typed !== '') throw invalid({ address: ['The link goes to the address of their account'] });
      const known = await addressOf(ctx.uow, invitation.userId);
      if (known === null) throw invalid({ address: ['Nobody can write to this account'] });
      return known;
    }
    if (typed === '') throw invalid({ address: ['Enter the e-mail address the link goes to'] });
    return typed;
  }

  private demandAgreed(ctx: AccessContext, invitation: InvitationRow, { facts }: OpenedMeeting): void {
    const { userId, agencyId } = invitation;
    const recipient = { userId: userId ?? '', agencyId: agencyId ?? '' };
    const answer = invitable(facts, recipient, ctx.agencyId, ctx.now);
    if (answer === 'AGREED') return;
    const words = 'The family does not agree to this service now. Nothing was sent';
    throw invalid({ invitation: [words] }, answer === 'REFUSED' ? 'REFUSED_BY_FAMILY' : 'NOT_AGREED');
  }

  private async send(ctx: AccessContext, invitation: InvitationRow, requestId: string): Promise<void> {
    const payload = { requestId, meetingId: invitation.meetingId };
    const { episodeId, userId } = invitation;
    if (userId === null) await tellOutside(ctx.uow, { topic: 'report.link', episodeId, payload });
    else await tell(ctx.uow, { topic: 'report.asked', episodeId, payload, to: [userId] });
  }
}

const outsider = (agencyId: string): { userId: string; agencyId: string } => ({ userId: '', agencyId });

/** The day before the meeting, as far as the link lives. */
function usualDay(meetingOn: string, today: string, last: string): string {
  const before = addDays(meetingOn, -1);
  if (before < today) return today;
  return before > last ? last : before;
}

function demandMayBeAsked(invitation: InvitationRow, { row }: OpenedMeeting): void {
  if (invitation.isFamily)
    throw invalid({
      invitation: ['The family says what it wants to say itself: no report is asked of them'],
    });
  if (!['PLANNED', 'HELD'].includes(row.status)) throw new DomainError('MEETING_OFF', 422);
  if (invitation.reportReceivedOn !== null) throw new DomainError('REPORT_THERE', 422);
}
