import { Injectable } from '@nestjs/common';
import { dueDate } from '@encircle/shared/lifecycle';
import { chosenName } from '@encircle/shared/names';
import { DEFAULT_LIMIT, encodeCursor, type PageQuery } from '@encircle/shared/paging';
import type { EpisodeFacts } from '@encircle/shared/policy';
import type {
  AnswerServiceRequest,
  AskService,
  ServiceRequestList,
  ServiceRequestView,
} from '@encircle/shared/services';
import type { AccessContext } from '#api/access/access-context.js';
import { maySend } from '#api/access/may-send.js';
import { childrenOf, TeamService } from '#api/episodes/team.service.js';
import { DomainError, forbidden, invalid, notFound, stale } from '#api/platform/errors/domain-error.js';
import { cursorOf } from '#api/platform/http/cursor.js';
import { tell } from '#api/platform/outbox/tell.js';
import { TimescalesService } from '#api/timescales/timescales.service.js';
import {
  answerRequest,
  childNamed,
  insertRequest,
  requestById,
  requestsOfCase,
  requestsToMe,
  takeBack,
  type RequestRow,
} from './persistence/service-requests.repository.js';
import { ServicesService } from './services.service.js';

/** From a case to a service: would it join? Sent only where the family agreed to it, and shown first. */
@Injectable()
export class ServiceRequestsService {
  constructor(
    private readonly team: TeamService,
    private readonly services: ServicesService,
    private readonly timescales: TimescalesService,
  ) {}

  /**
   * @throws 422 FAMILY_SAID_NO, FAMILY_NOT_ASKED, or ASK_BY_BROKERED_CONTACT for a specialist service; 409 ASKED_ALREADY
   */
  async ask(ctx: AccessContext, episodeId: string, body: AskService): Promise<ServiceRequestView> {
    const facts = await this.team.demandLead(ctx, episodeId);
    if (!childrenOf(facts).includes(body.childId))
      throw invalid({ childId: ['Choose a child of this case'] });
    const service = await this.services.one(ctx, body.serviceId).catch((error: unknown) => {
      if (error instanceof DomainError && error.status === 404)
        throw invalid({ serviceId: ['Choose a service from the directory'] });
      throw error;
    });
    if (service.specialist)
      throw new DomainError('ASK_BY_BROKERED_CONTACT', 422, {
        detail: 'A specialist service is asked by the CAF team, who ask the child or the parent first',
      });
    if (service.contactId === null)
      throw invalid({ serviceId: ['Nobody answers for this service here: ask it as the directory says'] });
    const to = { userId: service.contactId, agencyId: service.agencyId };
    await this.team.demandInvitable(ctx, facts, to);
    refuseUnsent(ctx, facts, body.childId, to, service.agency);
    const child = await childNamed(ctx.uow, body.childId);
    const id = await insertRequest(ctx, {
      entryId: service.id,
      episodeId,
      childId: body.childId,
      childName: (child && chosenName(child)) || 'Baby, not yet born',
      ...to,
      words: body.words.trim(),
      answerBy: dueDate('service.answer.wd', ctx.today, await this.timescales.now(ctx)),
    });
    if (id === null)
      throw new DomainError('ASKED_ALREADY', 409, {
        detail: `${service.agency} is asked about this child already`,
      });
    await tell(ctx.uow, {
      topic: 'service.asked',
      episodeId: null,
      payload: { requestId: id },
      to: [to.userId],
    });
    await this.audited(ctx, episodeId, [body.childId], [`agency:${to.agencyId}`]);
    return shownOf(await this.demand(ctx, id));
  }

  async ofCase(ctx: AccessContext, episodeId: string, query: PageQuery): Promise<ServiceRequestList> {
    const facts = await this.team.demandLead(ctx, episodeId);
    const limit = query.limit ?? DEFAULT_LIMIT;
    const rows = await requestsOfCase(ctx, episodeId, cursorOf(query.after), limit + 1);
    await this.audited(ctx, episodeId, childrenOf(facts), []);
    return pageOf(rows, limit);
  }

  async toMe(ctx: AccessContext, query: PageQuery): Promise<ServiceRequestList> {
    const limit = query.limit ?? DEFAULT_LIMIT;
    const rows = await requestsToMe(ctx, cursorOf(query.after), limit + 1);
    const page = pageOf(rows, limit);
    await ctx.audit({ categories: ['IDENT', 'INVOLVE'], count: page.items.length, channel: 'list' });
    return page;
  }

  async view(ctx: AccessContext, id: string): Promise<ServiceRequestView> {
    const row = await this.demand(ctx, id);
    await this.audited(ctx, row.episodeId, [row.subjectId], [`service-request:${id}`]);
    return shownOf(row);
  }

  /** Yes and no are the asked worker's; taking back is the asker's. @throws 409 STALE when it was answered in between */
  async answer(ctx: AccessContext, id: string, body: AnswerServiceRequest): Promise<ServiceRequestView> {
    const row = await this.demand(ctx, id);
    const mine = body.answer === 'TAKE_BACK' ? row.askerId === ctx.userId : row.mine;
    if (!mine) throw forbidden('NOT_YOURS_TO_ANSWER');
    const no = body.answer === 'DECLINE' ? body.reason?.trim() || null : null;
    if (body.answer === 'DECLINE' && no === null)
      throw invalid({ reason: ['Say why not, so that somebody else can be asked'] });
    const done =
      body.answer === 'TAKE_BACK'
        ? await takeBack(ctx.uow, id, body.version)
        : await answerRequest(ctx.uow, id, body.version, no);
    if (!done) throw stale({ stored: { state: row.state, version: row.version } });
    if (body.answer !== 'TAKE_BACK')
      await tell(ctx.uow, {
        topic: 'service.answered',
        episodeId: row.episodeId,
        payload: { episodeId: row.episodeId },
        to: [row.askerId],
      });
    await this.audited(
      ctx,
      row.episodeId,
      [row.subjectId],
      [`service-request:${id}`, `answer:${body.answer}`],
    );
    const states = { ACCEPT: 'ACCEPTED', DECLINE: 'DECLINED', TAKE_BACK: 'TAKEN_BACK' } as const;
    return {
      ...shownOf(row),
      state: states[body.answer],
      overdue: false,
      reason: no,
      version: row.version + 1,
    };
  }

  private async demand(ctx: AccessContext, id: string): Promise<RequestRow> {
    const row = await requestById(ctx, id);
    if (!row) throw notFound();
    return row;
  }

  private audited(
    ctx: AccessContext,
    episodeId: string,
    childIds: readonly string[],
    basis: readonly string[],
  ): Promise<void> {
    return ctx.audit({ episodeId, childIds, categories: ['IDENT', 'INVOLVE'], basis });
  }
}

/** The child's name and that there is a team: the agreement has to hold both, for this service and this child. */
function refuseUnsent(
  ctx: AccessContext,
  facts: EpisodeFacts,
  subjectId: string,
  to: { userId: string; agencyId: string },
  agency: string,
): void {
  const held = (['IDENT', 'INVOLVE'] as const).filter(
    (category) => !maySend(ctx, facts, { subjectId, categories: [category] }, to),
  );
  if (held.length > 0)
    throw new DomainError('FAMILY_NOT_ASKED', 422, {
      detail: `The family’s agreement with ${agency} does not let this be sent`,
      data: { categories: held },
    });
}

const shownOf = ({ askerId: _, subjectId: __, ...row }: RequestRow): ServiceRequestView => row;

function pageOf(rows: readonly RequestRow[], limit: number): ServiceRequestList {
  const items = rows.slice(0, limit);
  const last = rows.length > limit ? items.at(-1) : undefined;
  return { items: items.map(shownOf), next: last ? encodeCursor([last.askedAt, last.id]) : null };
}
