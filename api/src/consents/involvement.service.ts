import { Injectable } from '@nestjs/common';
import { isSensitive, type Category, type Decision, type EpisodeFacts } from '@encircle/shared/policy';
import type {
  InvolvementView,
  OwnInvolvementsView,
  RegisterInvolvement,
  SensitiveServicesView,
} from '@encircle/shared/sensitive';
import type { AccessContext } from '#api/access/access-context.js';
import { AccessService } from '#api/access/access.service.js';
import { databaseCode } from '#api/platform/errors/database-code.js';
import { forbidden, invalid, notFound } from '#api/platform/errors/domain-error.js';
import { AgreementGate } from './agreement-gate.js';
import {
  endInvolvement,
  ownInvolvements,
  ownKinds,
  registerInvolvement,
  sensitiveHere,
} from './persistence/sensitive.repository.js';

const KINDS = (['SENS_SH', 'SENS_MH', 'SENS_SM'] as const satisfies readonly Category[]).filter(isSensitive);

/**
 * Who of the specialist services works with a child (rule 6.8). What is written down here goes into the audit log
 * without its case: who has looked at a case is shown to its team and family, and must not tell either.
 */
@Injectable()
export class InvolvementService {
  constructor(
    private readonly access: AccessService,
    private readonly gate: AgreementGate,
  ) {}

  /** @throws 403 for a service that is not of this kind; 400 when whoever decides has not agreed */
  async register(ctx: AccessContext, command: RegisterInvolvement): Promise<InvolvementView> {
    const id = await registerInvolvement(ctx.uow, command).catch((error: unknown) => {
      if (databaseCode(error) === '42501') throw forbidden('NOT_THIS_SERVICE');
      if (databaseCode(error) === '23514')
        throw invalid({
          decidedBy: [
            'Under 16, say how you know that they can decide this, or ask someone with parental responsibility. From 16, and once found able, only they decide',
          ],
        });
      throw error;
    });
    await ctx.audit({ categories: [command.category], basis: [id ? `involvement:${id}` : 'none'] });
    return { recorded: id !== null };
  }

  async own(ctx: AccessContext): Promise<OwnInvolvementsView> {
    const items = await ownInvolvements(ctx.uow);
    await ctx.audit({ count: items.length, channel: 'list' });
    return { items, kinds: await ownKinds(ctx.uow) };
  }

  /** @throws 404 for anybody else's, or one that has ended */
  async end(ctx: AccessContext, id: string): Promise<OwnInvolvementsView> {
    if (!(await endInvolvement(ctx.uow, id))) throw notFound();
    await ctx.audit({ basis: [`involvement:${id}`] });
    return { items: await ownInvolvements(ctx.uow), kinds: await ownKinds(ctx.uow) };
  }

  /** As far as the reader may know: no row, no gap, no count for anybody else. */
  async here(ctx: AccessContext, episodeId: string): Promise<SensitiveServicesView> {
    const facts = await this.gate.stand(ctx, episodeId);
    const rows = await sensitiveHere(ctx.uow, episodeId);
    const decided = facts.subjects.flatMap(({ personId }) =>
      KINDS.map((category) => ({ personId, category, decision: this.about(ctx, facts, personId, category) })),
    );
    const may = (personId: string, category: string): boolean =>
      decided.some(
        (each) =>
          each.personId === personId && each.category === category && each.decision.effect === 'ALLOW',
      );
    const items = rows.filter((row) => may(row.personId, row.category));
    await ctx.audit({
      episodeId,
      childIds: facts.subjects.map(({ personId }) => personId),
      categories: [...new Set(items.map((item) => item.category))],
    });
    return { items, line: decided.some(({ decision }) => decision.what === 'SPECIALIST_SERVICE_LINE') };
  }

  private about(ctx: AccessContext, facts: EpisodeFacts, personId: string, category: Category): Decision {
    return this.access.decide(ctx, facts, 'read', {
      subjectId: personId,
      aboutPersonId: personId,
      categories: [category],
    });
  }
}
