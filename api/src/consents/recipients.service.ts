import { Injectable } from '@nestjs/common';
import { recipientLight, type RecipientQuery, type RecipientsView } from '@encircle/shared/consents';
import { chosenName } from '@encircle/shared/names';
import { ORDINARY_CATEGORIES, type Category, type EpisodeFacts } from '@encircle/shared/policy';
import type { AccessContext } from '#api/access/access-context.js';
import { AccessService } from '#api/access/access.service.js';
import { TeamService } from '#api/episodes/team.service.js';
import { forbidden } from '#api/platform/errors/domain-error.js';
import { AgreementGate } from './agreement-gate.js';
import { maySend } from './domain/may-send.js';
import { peopleOf } from './persistence/agreements.repository.js';

interface Recipient {
  userId: string | null;
  agencyId: string;
}

/**
 * May this be shared with them? (capability C6) One light for each child and each colleague of the team whom the reader
 * may know of, put together from the policy's answers to sending. Only kinds the reader may read are asked about, and
 * only ordinary ones: what needs a yes of its own is never in a list.
 */
@Injectable()
export class RecipientsService {
  constructor(
    private readonly access: AccessService,
    private readonly gate: AgreementGate,
    private readonly team: TeamService,
  ) {}

  /** @throws 403 to a colleague who asks about somebody outside the team and does not record agreement */
  async view(ctx: AccessContext, episodeId: string, query: RecipientQuery): Promise<RecipientsView> {
    const facts = await this.gate.stand(ctx, episodeId);
    this.access.demand(ctx, facts, 'read', { categories: ['INVOLVE'] });
    const mayAsk = this.gate.mayRecord(ctx, facts);
    const { agencyId, userId = null } = query;
    if (agencyId !== undefined && !mayAsk) throw forbidden('ONLY_THE_LEAD');
    const who = agencyId === undefined ? await this.colleagues(ctx, episodeId) : [{ userId, agencyId }];
    const items = await this.lightsOf(ctx, facts, who);
    await ctx.audit({
      episodeId,
      childIds: [...new Set(items.map((item) => item.subjectId))],
      categories: ['INVOLVE'],
      count: items.length,
    });
    return { items, mayAsk };
  }

  private async colleagues(ctx: AccessContext, episodeId: string): Promise<Recipient[]> {
    const members = await this.team.membersOf(ctx, episodeId);
    const others = members.filter(({ userId }) => userId !== ctx.userId);
    const once = new Map(
      others.map(({ userId, agencyId }) => [`${userId} ${agencyId}`, { userId, agencyId }]),
    );
    return [...once.values()];
  }

  private async lightsOf(
    ctx: AccessContext,
    facts: EpisodeFacts,
    who: readonly Recipient[],
  ): Promise<RecipientsView['items']> {
    const ids = facts.subjects.map((subject) => subject.personId);
    const people = await peopleOf(ctx.uow, ids);
    return ids.flatMap((subjectId) => {
      const kinds = this.access.categories(ctx, facts, subjectId, ORDINARY_CATEGORIES);
      if (!kinds.includes('INVOLVE')) return [];
      const person = kinds.includes('IDENT') ? people.find(({ id }) => id === subjectId) : undefined;
      const answers = (to: Recipient) =>
        kinds.map((category: Category) => ({
          category,
          decision: maySend(ctx, facts, { subjectId, category }, to),
        }));
      return who.map((to) => ({
        ...to,
        subjectId,
        subject: person ? chosenName(person) : null,
        ...recipientLight(answers(to), facts.consents, ctx.today),
      }));
    });
  }
}
