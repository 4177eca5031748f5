import { Injectable } from '@nestjs/common';
import {
  orderProblems,
  reviewProblems,
  standingOf,
  type ContactOrderList,
  type ContactOrderView,
  type RecordContactOrder,
  type ReviewContactOrder,
} from '@encircle/shared/contact-orders';
import type { EpisodeFacts } from '@encircle/shared/policy';
import {
  insertOrder,
  orderById,
  ordersOf,
  reviewOrder,
  type ContactOrderRow,
} from './persistence/contact-orders.repository.js';
import type { AccessContext } from '#api/access/access-context.js';
import { AccessService, type Asked } from '#api/access/access.service.js';
import { askedOf, demandRow, readable } from '#api/access/labelled.js';
import { DomainError, forbidden, invalid, notFound, stale } from '#api/platform/errors/domain-error.js';

/** Orders about contact (rule 3.5): who may not come near a child, and what of the record is kept from them. */
@Injectable()
export class ContactOrdersService {
  constructor(private readonly access: AccessService) {}

  async list(ctx: AccessContext, episodeId: string): Promise<ContactOrderList> {
    const facts = await this.access.facts(ctx, episodeId);
    const children = facts.subjects.map(({ personId }) => personId);
    const asked = children.map((subjectId): Asked => ({ subjectId, categories: ['FAMILY'] }));
    const readsSome = asked.some((each) => this.access.decide(ctx, facts, 'read', each).effect === 'ALLOW');
    const mayRecord = children.some((childId) => this.mayRecord(ctx, facts, childId));
    if (!readsSome && !mayRecord) {
      const decision = this.access.demand(ctx, facts, 'read', { categories: ['FAMILY'] });
      if (decision.effect !== 'ALLOW') throw forbidden(decision.what ?? 'LIMITED');
    }
    const shown = readable(this.access, ctx, facts, await ordersOf(ctx, episodeId));
    await ctx.audit({
      episodeId,
      childIds: children,
      categories: ['FAMILY'],
      basis: [`role:${ctx.who.role}`],
      channel: 'list',
      count: shown.length,
    });
    return { items: shown.map((row) => this.view(ctx, facts, row)), mayRecord };
  }

  async record(ctx: AccessContext, episodeId: string, body: RecordContactOrder): Promise<ContactOrderView> {
    const facts = await this.access.facts(ctx, episodeId);
    const childId = body.childId ?? facts.subjects[0]?.personId ?? '';
    const decision = this.access.demand(ctx, facts, 'write', own(ctx, childId, body.personId));
    if (!facts.subjects.some(({ personId }) => personId === childId))
      throw invalid({ childId: ['Choose a child of this case'] });
    if (!facts.relatives.some((tie) => tie.childId === childId && tie.personId === body.personId))
      throw invalid({ personId: ['Choose somebody of this child’s family'] });
    const problems = orderProblems(body, ctx.today);
    if (Object.keys(problems).length > 0) throw invalid(problems);
    const id = await insertOrder(ctx, episodeId, childId, body);
    await ctx.audit({
      episodeId,
      childIds: [childId],
      categories: ['FAMILY'],
      basis: [...decision.bases, id],
      fields: ['kind', 'keeps'],
    });
    return this.one(ctx, id);
  }

  async review(ctx: AccessContext, id: string, body: ReviewContactOrder): Promise<ContactOrderView> {
    const found = await orderById(ctx, id);
    if (!found) throw notFound();
    const facts = await this.access.facts(ctx, found.episodeId);
    const decision = demandRow(this.access, ctx, facts, 'write', found);
    if (found.ended) throw new DomainError('ORDER_IS_OVER', 409);
    const problems = reviewProblems(body, found.fromOn, ctx.today);
    if (Object.keys(problems).length > 0) throw invalid(problems);
    if (!(await reviewOrder(ctx, id, body)))
      throw stale({ current: this.view(ctx, facts, found), yours: body });
    await ctx.audit({
      action: body.decision === 'END' ? 'contact-order.ended' : 'contact-order.kept',
      episodeId: found.episodeId,
      childIds: found.subjectId === null ? [] : [found.subjectId],
      categories: ['FAMILY'],
      basis: [...decision.bases, id],
      fields: ['untilOn', 'reviewOn'],
    });
    return this.one(ctx, id);
  }

  private async one(ctx: AccessContext, id: string): Promise<ContactOrderView> {
    const row = await orderById(ctx, id);
    if (!row) throw notFound();
    return this.view(ctx, await this.access.facts(ctx, row.episodeId), row);
  }

  private mayRecord(ctx: AccessContext, facts: EpisodeFacts, childId: string): boolean {
    return this.writes(ctx, facts, own(ctx, childId, null));
  }

  private writes(ctx: AccessContext, facts: EpisodeFacts, asked: Asked): boolean {
    const decision = this.access.decide(ctx, facts, 'write', asked);
    return decision.effect === 'ALLOW' && decision.readOnly !== true;
  }

  private view(ctx: AccessContext, facts: EpisodeFacts, row: ContactOrderRow): ContactOrderView {
    const standing = standingOf(row, ctx.today);
    const due = row.untilOn !== null && row.untilOn < row.reviewOn ? row.untilOn : row.reviewOn;
    return {
      id: row.id,
      version: row.version,
      kind: row.kind as ContactOrderView['kind'],
      standing,
      childId: row.subjectId ?? '',
      child: row.child,
      personId: row.personId,
      person: row.person,
      terms: row.terms,
      documentRef: row.documentRef,
      keeps: row.keeps as ContactOrderView['keeps'],
      fromOn: row.fromOn,
      untilOn: row.untilOn,
      reviewOn: row.reviewOn,
      reviewDue: standing !== 'OVER' && due <= ctx.today,
      recordedBy: row.recordedBy,
      recordedOn: row.recordedOn,
      reviews: row.reviews,
      mayReview: standing !== 'OVER' && this.writes(ctx, facts, askedOf(row)),
    };
  }
}

const own = (ctx: AccessContext, subjectId: string, aboutPersonId: string | null): Asked => ({
  subjectId,
  aboutPersonId,
  categories: ['FAMILY'],
  authorId: ctx.userId,
  sourceAgencyId: ctx.agencyId,
  recordedAt: ctx.now,
});
