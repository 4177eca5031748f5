import { Injectable } from '@nestjs/common';
import { REPORT_QUESTIONS, type MeetingView, type WriteReport } from '@encircle/shared/meetings';
import type { AccessContext } from '#api/access/access-context.js';
import { AccessService } from '#api/access/access.service.js';
import { demandRow } from '#api/access/labelled.js';
import { DomainError, forbidden } from '#api/platform/errors/domain-error.js';
import { reportWords } from './domain/report-words.js';
import { MeetingsService } from './meetings.service.js';
import { invitationRow } from './persistence/invitations.repository.js';
import { writeOwnReport } from './persistence/report-requests.repository.js';

/** The report of a member who is signed in: the questions of a link, before the meeting or after it, once (G3). */
@Injectable()
export class OwnReportsService {
  constructor(
    private readonly access: AccessService,
    private readonly meetings: MeetingsService,
  ) {}

  /** @throws 404 as for a random id; 403 for an invitation that is somebody else's or of another service */
  async write(ctx: AccessContext, invitationId: string, body: WriteReport): Promise<MeetingView> {
    const invitation = await invitationRow(ctx.uow, invitationId);
    const opened = await this.meetings.open(ctx, invitation?.meetingId ?? invitationId);
    demandRow(this.access, ctx, opened.facts, 'read', invitation);
    demandRow(this.access, ctx, opened.facts, 'write', opened.row);
    if (invitation?.userId !== ctx.userId || invitation.agencyId !== ctx.agencyId)
      throw forbidden('NOT_YOURS_TO_WRITE');
    const words = reportWords(body);
    if (!['PLANNED', 'HELD'].includes(opened.row.status)) throw new DomainError('MEETING_OFF', 422);
    if (!(await writeOwnReport(ctx.uow, invitationId, words))) throw new DomainError('REPORT_THERE', 422);
    await this.meetings.audit(ctx, opened, {
      action: 'meeting.report-written',
      categories: [invitation.category],
      fields: REPORT_QUESTIONS.filter((question) => words[question] !== null),
    });
    return this.meetings.again(ctx, opened.row.id);
  }
}
