import { Injectable } from '@nestjs/common';
import { windowsAtWithdrawal, type WithdrawAgreement, type WithdrawalView } from '@encircle/shared/consents';
import { formatDate, isCivilDate, londonDate, londonStartOfDay } from '@encircle/shared/dates';
import type { Edge, EpisodeFacts } from '@encircle/shared/policy';
import type { AccessContext } from '#api/access/access-context.js';
import { DomainError, invalid } from '#api/platform/errors/domain-error.js';
import { tell } from '#api/platform/outbox/tell.js';
import { AgreementGate } from './agreement-gate.js';
import { AgreementsService } from './agreements.service.js';
import { decideBy } from './domain/decide-by.js';
import {
  noteWithdrawal,
  receivedBefore,
  referenceOfCase,
  withdrawLines,
} from './persistence/consents.repository.js';
import { receivedBy, standingLines } from './persistence/copy.repository.js';
import { openDisputes } from './persistence/waiting.repository.js';

const TEAM: readonly Edge['kind'][] = ['AUTHOR', 'LP', 'TACM'];

/** What a family takes back: as easy as giving, at once, and told in one line to those whose reading ended. */
@Injectable()
export class WithdrawService {
  constructor(
    private readonly gate: AgreementGate,
    private readonly agreements: AgreementsService,
  ) {}

  /** In force from this instant for every reader; what was lawfully shared before is not undone (rule 6.10). */
  async withdraw(ctx: AccessContext, episodeId: string, command: WithdrawAgreement): Promise<WithdrawalView> {
    const before = await this.gate.withdraw(ctx, episodeId, command.giverPersonId);
    const which = scopeOf(command);
    const receivedAt = receivedAtOf(ctx, command);
    const windows = windowsAtWithdrawal(command.scope, receivedAt);
    const ending = (await standingLines(ctx.uow, episodeId, command.giverPersonId)).filter(
      (line) =>
        (which.recipientId === null || line.recipientId === which.recipientId) &&
        (which.category === null || line.category === which.category),
    );
    const agreedOn = latestOf(before, ending);
    if (command.receivedOn !== undefined && agreedOn !== null && command.receivedOn < agreedOn)
      throw invalid({ receivedOn: [`They agreed after that day, on ${formatDate(agreedOn)}`] });
    const pastRecipients = await receivedBy(ctx.uow, episodeId, ending);
    const ended = await withdrawLines(ctx.uow, episodeId, which, windows);
    if (ended.ended === 0) throw new DomainError('NOTHING_AGREED', 409);
    const outcome =
      command.scope === 'ALL' ? await noteWithdrawal(ctx.uow, episodeId, command.giverPersonId) : 'PARTLY';
    if (receivedAt !== ctx.now) await receivedBefore(ctx.uow, episodeId, command.giverPersonId, receivedAt);
    if (outcome === 'DISPUTED')
      await openDisputes(ctx.uow, episodeId, command.giverPersonId, decideBy(ctx.today));
    await this.tellTeam(ctx, before, command, outcome);
    await ctx.audit({
      episodeId,
      childIds: ended.subjectIds,
      categories: ended.categories,
      basis: [outcome],
    });
    const facts = await this.gate.read(ctx, episodeId);
    return {
      outcome: outcome as WithdrawalView['outcome'],
      pastRecipients,
      agreements: await this.agreements.viewOf(ctx, facts),
    };
  }

  /** One line to those whose reading ended, without a reason (rule 5.5, number 3); nobody else hears of it. */
  private async tellTeam(
    ctx: AccessContext,
    facts: EpisodeFacts,
    command: WithdrawAgreement,
    outcome: string,
  ): Promise<void> {
    const all = outcome === 'WITHDRAWN';
    if (!all && command.scope !== 'SERVICE') return;
    const concerned = facts.edges.filter(
      (edge) =>
        TEAM.includes(edge.kind) &&
        edge.from <= ctx.now &&
        (edge.to === null || ctx.now < edge.to) &&
        (all || edge.agencyId === command.recipientId || edge.userId === command.recipientId),
    );
    await tell(ctx.uow, {
      topic: 'agreement.ended',
      episodeId: null,
      payload: { reference: await referenceOfCase(ctx.uow, facts.id) },
      to: concerned.map(({ userId }) => userId),
    });
  }
}

function scopeOf(command: WithdrawAgreement): {
  giverPersonId: string;
  recipientId: string | null;
  category: string | null;
  how: string;
} {
  const { giverPersonId, scope, how } = command;
  if (scope === 'SERVICE' && !command.recipientId)
    throw invalid({ recipientId: ['Choose the service or person'] });
  if (scope === 'CATEGORY' && !command.category)
    throw invalid({ category: ['Choose the kind of information'] });
  return {
    giverPersonId,
    recipientId: scope === 'SERVICE' ? (command.recipientId ?? null) : null,
    category: scope === 'CATEGORY' ? (command.category ?? null) : null,
    how,
  };
}

/** The instant from which the time to close runs. @throws 400 for a day that is none, or is still to come */
function receivedAtOf(ctx: AccessContext, { receivedOn }: WithdrawAgreement): string {
  if (receivedOn === undefined || receivedOn === ctx.today) return ctx.now;
  if (!isCivilDate(receivedOn)) throw invalid({ receivedOn: ['Enter a real day'] });
  if (receivedOn > ctx.today) throw invalid({ receivedOn: ['The day cannot be in the future'] });
  return londonStartOfDay(receivedOn);
}

/** The last day on which any of this was agreed to. */
function latestOf(facts: EpisodeFacts, ending: readonly { id: string }[]): string | null {
  const ids = new Set(ending.map(({ id }) => id));
  const days = facts.consents.filter((line) => ids.has(line.id)).map((line) => londonDate(line.givenAt));
  return days.sort().at(-1) ?? null;
}
