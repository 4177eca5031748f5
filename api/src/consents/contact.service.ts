import { Injectable } from '@nestjs/common';
import { DEFAULT_LIMIT, decodeCursor, encodeCursor, type PageQuery } from '@encircle/shared/paging';
import type {
  AnswerContact,
  AskForContact,
  ContactRequestsView,
  ContactTasksView,
  SensitiveServicesView,
} from '@encircle/shared/sensitive';
import type { EpisodeFacts } from '@encircle/shared/policy';
import type { AccessContext } from '#api/access/access-context.js';
import { AccessService } from '#api/access/access.service.js';
import { DomainError, forbidden, invalid, notFound } from '#api/platform/errors/domain-error.js';
import { AgreementGate } from './agreement-gate.js';
import {
  answerRequest,
  insertRequest,
  ownRequests,
  requestById,
  sensitiveHere,
  takeRequest,
  waitingRequests,
} from './persistence/sensitive.repository.js';

/**
 * Brokered contact (rule 6.8): somebody of the team asks, the CAF team asks the service, the service asks the young
 * person. A no, and no such service, are the same to whoever asked.
 */
@Injectable()
export class ContactService {
  constructor(
    private readonly access: AccessService,
    private readonly gate: AgreementGate,
  ) {}

  async ask(ctx: AccessContext, episodeId: string, command: AskForContact): Promise<ContactRequestsView> {
    const facts = await this.demand(ctx, episodeId);
    const [only] = facts.subjects;
    const subjectId = command.subjectId ?? (facts.subjects.length === 1 ? only?.personId : undefined);
    if (subjectId === undefined || !facts.subjects.some((subject) => subject.personId === subjectId))
      throw invalid({ subjectId: ['Choose a child of this episode'] });
    const id = await insertRequest(ctx.uow, episodeId, subjectId, command.reason);
    await ctx.audit({ basis: [`request:${id}`] });
    return { items: await ownRequests(ctx.uow, episodeId) };
  }

  async own(ctx: AccessContext, episodeId: string): Promise<ContactRequestsView> {
    await this.demand(ctx, episodeId);
    const items = await ownRequests(ctx.uow, episodeId);
    await ctx.audit({ count: items.length });
    return { items };
  }

  async waiting(ctx: AccessContext, query: PageQuery): Promise<ContactTasksView> {
    const after = query.after === undefined ? null : decodeCursor(query.after, 2);
    if (query.after !== undefined && after === null)
      throw invalid({ after: ['Start the list again from its first page'] });
    const limit = query.limit ?? DEFAULT_LIMIT;
    const rows = await waitingRequests(ctx.uow, after as [string, string] | null, limit + 1);
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    await ctx.audit({ count: items.length, channel: 'list' });
    return { items, next: rows.length > limit && last ? encodeCursor([last.askedOn, last.id]) : null };
  }

  /** Takes it on: from now until it is answered this worker, and nobody else, learns service and contact. */
  async take(ctx: AccessContext, id: string): Promise<ContactTasksView> {
    if (!(await requestById(ctx.uow, id))) throw notFound();
    if (!(await takeRequest(ctx.uow, id))) throw new DomainError('TAKEN_ALREADY', 409);
    await ctx.audit({ basis: [`request:${id}`] });
    const task = await requestById(ctx.uow, id);
    return { items: task ? [task] : [], next: null };
  }

  /** Under the purpose of brokering, while the task is one's own: which services, and whom to ring. */
  async services(ctx: AccessContext, id: string): Promise<SensitiveServicesView> {
    const task = await requestById(ctx.uow, id);
    if (!task || !task.mine || task.status !== 'TAKEN') throw notFound();
    const facts = await this.access.facts(ctx, task.episodeId);
    const rows = await sensitiveHere(ctx.uow, task.episodeId);
    const items = rows.filter((row) => {
      const { effect, what } = this.access.decide(ctx, facts, 'read', {
        subjectId: row.personId,
        aboutPersonId: row.personId,
        categories: [row.category as 'SENS_SH'],
      });
      return effect === 'LIMITED' && what === 'SERVICE_AND_WORKER_CONTACT';
    });
    await ctx.audit({
      outcome: 'LIMITED',
      categories: [...new Set(items.map((item) => item.category))],
      basis: [`request:${id}`],
      count: items.length,
    });
    return { items, line: false };
  }

  async answer(ctx: AccessContext, id: string, command: AnswerContact): Promise<ContactTasksView> {
    const told = command.said === 'YES' || command.said === 'THIRD_WAY';
    if (told && !command.words) throw invalid({ words: ['Write what the asker is told'] });
    if (!told && command.words)
      throw invalid({ words: ['Leave this empty: a no is told in the same words as no service'] });
    const task = await requestById(ctx.uow, id);
    if (!task) throw notFound();
    if (!(await answerRequest(ctx.uow, id, command))) throw new DomainError('NOT_YOURS_TO_ANSWER', 409);
    await ctx.audit({ basis: [`request:${id}`], fields: told ? ['words'] : [] });
    return this.waiting(ctx, {});
  }

  private async demand(ctx: AccessContext, episodeId: string): Promise<EpisodeFacts> {
    const facts = await this.gate.stand(ctx, episodeId);
    if (!this.gate.isOnTeam(ctx, facts)) throw forbidden('R05_RELATION');
    return facts;
  }
}
