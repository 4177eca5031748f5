import { Injectable } from '@nestjs/common';
import { topicOf } from '@encircle/shared/notices';
import type { AccessContext } from '#api/access/access-context.js';
import { AccessService } from '#api/access/access.service.js';
import { TeamService } from '#api/episodes/team.service.js';
import { AnswerRequestsService } from '#api/meetings/answer-requests.service.js';
import { MeetingNoticesService, type MeetingInCalendar } from '#api/meetings/meeting-notices.service.js';
import { ReportRequestsService } from '#api/meetings/report-requests.service.js';
import { DomainError } from '#api/platform/errors/domain-error.js';
import type { Notice } from './domain/notice.js';
import {
  isAskedFor,
  isOfferedTo,
  isSilent,
  mayReadEnquiry,
  isAskedToJoin,
} from './persistence/notices.repository.js';

export interface Allowed {
  bases: readonly string[];
  calendar: MeetingInCalendar | null;
  /** A link with a secret of its own, and where it goes. */
  letter?: { address: string; path: string };
}

/** Decides, for whoever is asked about and at the moment it is asked, whether they may be told of something. */
@Injectable()
export class NoticeGateService {
  constructor(
    private readonly access: AccessService,
    private readonly meetings: MeetingNoticesService,
    private readonly reports: ReportRequestsService,
    private readonly answers: AnswerRequestsService,
    private readonly team: TeamService,
  ) {}

  /** @returns null when they may not, or there is nothing to be told any more */
  async may(ctx: AccessContext, notice: Notice): Promise<Allowed | null> {
    const topic = topicOf(notice.topic);
    if (topic === null || !ctx.actor.live) return null;
    if (topic.kind !== 'SAFETY' && (await isSilent(ctx, notice.episodeId))) return null;
    try {
      switch (topic.gate) {
        case 'MEETING':
          return await this.meetings.toldOf(ctx, notice.topic, String(notice.payload['meetingId'] ?? ''));
        case 'REPORT':
          return await this.reports.toldOf(ctx, String(notice.payload['requestId'] ?? ''));
        case 'ANSWER':
          return await this.answers.toldOf(ctx, String(notice.payload['answerLinkId'] ?? ''));
        case 'OFFER':
          return (await isOfferedTo(ctx, String(notice.payload['nominationId'] ?? ''))) ? own() : null;
        case 'VACANCY':
          return notice.episodeId !== null && (await this.team.mayFill(ctx, notice.episodeId)) ? own() : null;
        case 'CONTRIBUTION':
          return (await isAskedFor(ctx, String(notice.payload['contributionId'] ?? ''))) ? own() : null;
        case 'ENQUIRY':
          return (await mayReadEnquiry(ctx, String(notice.payload['enquiryId'] ?? ''))) ? own() : null;
        case 'SERVICE':
          return (await isAskedToJoin(ctx, String(notice.payload['requestId'] ?? ''))) ? own() : null;
        case 'CASE':
          return await this.ofCase(ctx, notice, topic.category ?? 'INVOLVE');
        case 'ACCOUNT':
          return notice.payload['role'] === undefined || notice.payload['role'] === ctx.who.role
            ? own()
            : null;
      }
    } catch (error) {
      if (error instanceof DomainError && (error.status === 404 || error.status === 403)) return null;
      throw error;
    }
  }

  private async ofCase(
    ctx: AccessContext,
    { episodeId }: Notice,
    category: 'INVOLVE' | 'MEETING' | 'PLAN',
  ): Promise<Allowed | null> {
    if (episodeId === null) return null;
    const facts = await this.access.facts(ctx, episodeId);
    const decision = this.access.demand(ctx, facts, 'read', { categories: [category] });
    return { bases: decision.bases, calendar: null };
  }
}

const own = (): Allowed => ({ bases: [], calendar: null });
