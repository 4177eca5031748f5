import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { invitable } from '@encircle/shared/episodes';
import type { InviteByLink, MeetingView } from '@encircle/shared/meetings';
import type { AccessContext } from '#api/access/access-context.js';
import type { Settings } from '#api/platform/config/settings.js';
import { SETTINGS_TOKEN } from '#api/platform/config/settings.token.js';
import { DomainError, invalid } from '#api/platform/errors/domain-error.js';
import { derivedKey } from '#api/platform/keys/derived-key.js';
import { tellOutside } from '#api/platform/outbox/tell.js';
import { dayOf, MeetingsService } from './meetings.service.js';
import { ReportRequestsService, type Letter } from './report-requests.service.js';
import { answerPath, hashOfToken, reportToken } from './report-token.js';
import {
  answerLinkToMail,
  insertReportRequest,
  takeBackRequests,
} from './persistence/report-requests.repository.js';

/** Asking a guest, or somebody of the family, whether they come: by a link that works until the day, without an account (G2). */
@Injectable()
export class AnswerRequestsService {
  private readonly key: Buffer;

  constructor(
    private readonly meetings: MeetingsService,
    private readonly requests: ReportRequestsService,
    @Inject(SETTINGS_TOKEN) { secret }: Settings,
  ) {
    this.key = derivedKey(secret, 'answer-link');
  }

  async ask(ctx: AccessContext, invitationId: string, body: InviteByLink): Promise<MeetingView> {
    const { invitation, opened } = await this.requests.openInvitation(ctx, invitationId);
    if (invitation.userId !== null)
      throw invalid({ address: ['They have an account: they were told, and answer in the program'] });
    const expiresOn = dayOf(opened.row);
    if (opened.row.status !== 'PLANNED' || expiresOn < ctx.today) throw new DomainError('MEETING_OFF', 422);
    if (invitation.agencyId !== null && !invitation.isFamily) {
      const outsider = { userId: '', agencyId: invitation.agencyId };
      const agreed = invitable(opened.facts, outsider, ctx.agencyId, ctx.now);
      if (agreed !== 'AGREED')
        throw invalid(
          { address: ['The family does not agree to this service now. Nothing was sent'] },
          agreed === 'REFUSED' ? 'REFUSED_BY_FAMILY' : 'NOT_AGREED',
        );
    }
    await takeBackRequests(ctx.uow, invitationId, 'ANSWER');
    const id = randomUUID();
    await insertReportRequest(ctx, invitation, {
      id,
      kind: 'ANSWER',
      address: body.address.trim(),
      dueOn: expiresOn,
      expiresOn,
      tokenHash: hashOfToken(reportToken(this.key, id)),
    });
    const { episodeId, meetingId } = invitation;
    await tellOutside(ctx.uow, {
      topic: 'meeting.link',
      episodeId,
      payload: { answerLinkId: id, meetingId },
    });
    await this.meetings.audit(ctx, opened, { action: 'meeting.answer-asked', fields: ['address'] });
    return this.meetings.again(ctx, meetingId);
  }

  /** The link opens nothing any more; where none is open, that is so already. */
  async takeBack(ctx: AccessContext, invitationId: string): Promise<MeetingView> {
    const { opened } = await this.requests.openInvitation(ctx, invitationId);
    await takeBackRequests(ctx.uow, invitationId, 'ANSWER');
    await this.meetings.audit(ctx, opened, { action: 'meeting.answer-taken-back' });
    return this.meetings.again(ctx, opened.row.id);
  }

  /** The letter with the link, decided anew as whoever asked. @returns null when the link opens nothing any more */
  async toldOf(ctx: AccessContext, id: string): Promise<Letter | null> {
    const found = await answerLinkToMail(ctx.uow, id);
    if (found === null) return null;
    const { decision } = await this.meetings.open(ctx, found.meetingId);
    const path = answerPath(reportToken(this.key, id));
    return { bases: decision.bases, calendar: null, letter: { address: found.address, path } };
  }
}
