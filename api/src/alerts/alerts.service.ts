import { Injectable } from '@nestjs/common';
import type {
  AlertLooksPage,
  AlertRow,
  AlertRulesView,
  AlertsPage,
  AlertsQuery,
  AlertView,
  AssignAlert,
  DecideAlert,
  SetAlertRule,
} from '@encircle/shared/alerts';
import { decodeCursor, DEFAULT_LIMIT, encodeCursor, type PageQuery } from '@encircle/shared/paging';
import {
  alertById,
  alertPage,
  assign,
  decide,
  looksBehind,
  officersFor,
  openAlerts,
  rules,
  setRule,
  type StoredAlert,
} from './persistence/alerts.repository.js';
import type { AccessContext } from '#api/access/access-context.js';
import { invalid, notFound, stale } from '#api/platform/errors/domain-error.js';

/**
 * Patterns in who looked at what. The information-governance officer looks into each and says what it came to; a manager
 * may see those about their own staff. Row-level security says which there are; nobody works one about themselves.
 */
@Injectable()
export class AlertsService {
  async list(ctx: AccessContext, query: AlertsQuery): Promise<AlertsPage> {
    const limit = query.limit ?? DEFAULT_LIMIT;
    const done = query.show === 'DONE';
    const rows = await alertPage(ctx, done, momentOf(query.after), limit + 1);
    const page = rows.slice(0, limit);
    const last = rows.length > limit ? page.at(-1) : undefined;
    await this.noted(ctx, { channel: 'list', count: page.length });
    return {
      items: page.map(rowOf),
      next: last ? encodeCursor([(done ? last.decidedAt : last.until) ?? '', last.id]) : null,
      open: await openAlerts(ctx),
    };
  }

  async view(ctx: AccessContext, id: string): Promise<AlertView> {
    const stored = await this.demand(ctx, id);
    await this.noted(ctx, { basis: [stored.reference] });
    return this.viewOf(ctx, stored);
  }

  async looks(ctx: AccessContext, id: string, query: PageQuery): Promise<AlertLooksPage> {
    const { reference } = await this.demand(ctx, id);
    const limit = query.limit ?? DEFAULT_LIMIT;
    const found = await looksBehind(ctx, id, numberOf(query.after), limit + 1);
    const items = found.slice(0, limit);
    const last = found.length > limit ? items.at(-1) : undefined;
    await this.noted(ctx, { basis: [reference], count: items.length });
    return { items, next: last ? encodeCursor([last.id]) : null };
  }

  async assign(ctx: AccessContext, id: string, body: AssignAlert): Promise<AlertView> {
    const stored = await this.workable(ctx, id);
    const officers = await officersFor(ctx, stored.aboutUserId);
    if (!officers.some((officer) => officer.id === body.userId))
      throw invalid({ userId: ['Choose an information officer from the list'] });
    if (!(await assign(ctx, id, body.version, body.userId))) throw stale({ stored: rowOf(stored) });
    await this.noted(ctx, { basis: [stored.reference], fields: ['assignedTo'] });
    return this.viewOf(ctx, await this.demand(ctx, id));
  }

  async decide(ctx: AccessContext, id: string, body: DecideAlert): Promise<AlertView> {
    const stored = await this.workable(ctx, id);
    if (body.words.trim().length < 10)
      throw invalid({ words: ['Say what you found, in at least 10 characters'] });
    if (!(await decide(ctx, id, body)))
      throw stale({ stored: rowOf(stored), sent: { outcome: body.outcome, words: body.words } });
    await this.noted(ctx, { basis: [stored.reference], fields: ['outcome', 'words'] });
    return this.viewOf(ctx, await this.demand(ctx, id));
  }

  async rules(ctx: AccessContext): Promise<AlertRulesView> {
    await this.noted(ctx, {});
    return { items: await rules(ctx) };
  }

  async setRule(ctx: AccessContext, rule: string, body: SetAlertRule): Promise<AlertRulesView> {
    const stored = (await rules(ctx)).find((each) => each.rule === rule);
    if (!stored) throw notFound();
    if (!(await setRule(ctx, rule, body))) throw stale({ stored, sent: body });
    await this.noted(ctx, { basis: [rule], fields: ['on', 'threshold'] });
    return { items: await rules(ctx) };
  }

  private async demand(ctx: AccessContext, id: string): Promise<StoredAlert> {
    const stored = await alertById(ctx, id);
    if (!stored) throw notFound();
    return stored;
  }

  /** The ceiling lets only officers come here. @throws 409 when it is decided already */
  private async workable(ctx: AccessContext, id: string): Promise<StoredAlert> {
    const stored = await this.demand(ctx, id);
    if (stored.decidedAt !== null) throw stale({ stored: rowOf(stored) });
    return stored;
  }

  private async viewOf(ctx: AccessContext, stored: StoredAlert): Promise<AlertView> {
    const { threshold, words, decidedBy, decidedAt, aboutUserId } = stored;
    const mayDecide = ctx.who.role === 'IGO' && decidedAt === null;
    return {
      row: rowOf(stored),
      threshold,
      words,
      decidedBy,
      mayDecide,
      officers: mayDecide ? await officersFor(ctx, aboutUserId) : [],
    };
  }

  private noted(
    ctx: AccessContext,
    facts: { channel?: 'list'; count?: number; basis?: string[]; fields?: string[] },
  ): Promise<void> {
    return ctx.audit({
      ...facts,
      categories: ['LOG'],
      basis: [`role:${ctx.who.role}`, ...(facts.basis ?? [])],
    });
  }
}

function rowOf(stored: StoredAlert): AlertRow {
  const { id, version, reference, rule, worker, agency, looks, from, until, assignedTo, outcome, decidedAt } =
    stored;
  return { id, version, reference, rule, worker, agency, looks, from, until, assignedTo, outcome, decidedAt };
}

const again = (): Error => invalid({ after: ['Begin again from the first page'] });

function momentOf(after: string | undefined): readonly [string, string] | null {
  if (after === undefined) return null;
  const [at, id] = decodeCursor(after, 2) ?? [];
  if (typeof at !== 'string' || typeof id !== 'string') throw again();
  if (!/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(at) || !/^[0-9a-f-]{36}$/.test(id)) throw again();
  return [at, id];
}

function numberOf(after: string | undefined): number | null {
  if (after === undefined) return null;
  const [id] = decodeCursor(after, 1) ?? [];
  if (!Number.isSafeInteger(id)) throw again();
  return id as number;
}
