import { Injectable } from '@nestjs/common';
import { compareDates } from '@encircle/shared/dates';
import type { BringToPanel, CasePanelView, PanelDecisionView } from '@encircle/shared/panels';
import type { EpisodeFacts } from '@encircle/shared/policy';
import type { AccessContext } from '#api/access/access-context.js';
import { AccessService } from '#api/access/access.service.js';
import { readable } from '#api/access/labelled.js';
import { IdentifyingService } from '#api/engagement/identifying.service.js';
import { LifecycleService } from '#api/episodes/lifecycle.service.js';
import { DomainError, forbidden, invalid, stale } from '#api/platform/errors/domain-error.js';
import { AgendaService } from './agenda.service.js';
import { PanelDaysService } from './panel-days.service.js';
import { copiesOf } from './persistence/copies.repository.js';
import { insertItem, itemOfCase, type ItemRow } from './persistence/items.repository.js';
import { decisionsOf } from './persistence/words.repository.js';

/** A case and the panel: brought with its question, followed by those who work with the family (T19). */
@Injectable()
export class CasePanelService {
  constructor(
    private readonly access: AccessService,
    private readonly agenda: AgendaService,
    private readonly days: PanelDaysService,
    private readonly lifecycle: LifecycleService,
    private readonly identifying: IdentifyingService,
  ) {}

  async view(ctx: AccessContext, episodeId: string): Promise<CasePanelView> {
    const facts = await this.demandTeam(ctx, episodeId);
    const view = await this.shaped(ctx, facts);
    await this.wroteDown(ctx, facts, view.item?.id ?? null, []);
    return view;
  }

  async bring(ctx: AccessContext, episodeId: string, body: BringToPanel): Promise<CasePanelView> {
    const facts = await this.demandTeam(ctx, episodeId);
    if (!leads(ctx, facts)) throw forbidden('ONLY_THE_LEAD');
    const before = await itemOfCase(ctx, episodeId);
    if (before?.status === 'ON_AGENDA') throw new DomainError('ON_AGENDA_ALREADY', 409);
    const day = (await this.days.coming(ctx)).find(({ id }) => id === body.dayId);
    if (!day) throw invalid({ dayId: ['Choose a day that is still to come'] });
    const words = await this.wordsWithoutNames(ctx, facts, body);
    // The same question the guard of T19 asks, of this panel and not of any.
    if (words === null && this.agenda.light(ctx, facts, day.panelId, false) === 'NO')
      throw new DomainError('PANEL_CONSENT_MISSING', 422, {
        detail: 'Ask the family to agree to this panel’s reading it, or leave names out',
      });
    const { episode } = await this.lifecycle.facts(ctx, episodeId);
    const waits = episode.state === 'PANEL_REVIEW';
    if (waits && episode.version !== body.version) throw stale();
    const record = { question: body.question, deidentified: words !== null };
    await this.lifecycle.write(ctx, episodeId, 'T19', record);
    if (!waits)
      await this.lifecycle.move(ctx, await this.lifecycle.facts(ctx, episodeId), 'T19', {
        version: body.version,
      });
    await insertItem(ctx, { dayId: body.dayId, episodeId, minutes: body.minutes, words });
    const item = await itemOfCase(ctx, episodeId);
    await this.wroteDown(ctx, facts, item?.id ?? null, ['question']);
    return this.shaped(ctx, await this.access.facts(ctx, episodeId));
  }

  private async shaped(ctx: AccessContext, facts: EpisodeFacts): Promise<CasePanelView> {
    const { id: episodeId } = facts;
    const { episode } = await this.lifecycle.facts(ctx, episodeId);
    const row: ItemRow | null = await itemOfCase(ctx, episodeId);
    const days = await this.days.coming(ctx);
    const panelId = row?.panelId ?? days[0]?.panelId ?? null;
    const live = row?.status === 'ON_AGENDA';
    return {
      episodeId,
      ref: episode.ref,
      state: episode.state,
      version: episode.version,
      light: panelId === null ? 'NO' : this.agenda.light(ctx, facts, panelId, false),
      item: row === null ? null : await this.agenda.shaped(ctx, row, facts),
      day: row === null ? null : await this.days.day(ctx, row.dayId),
      days: days.filter(({ onDay }) => compareDates(onDay, ctx.today) >= 0),
      decisions: await decisionViews(ctx, this.access, facts),
      copies: row === null ? [] : await copiesOf(ctx, row.id),
      mayBring: leads(ctx, facts) && !live && ['PLAN_ACTIVE', 'PANEL_REVIEW'].includes(episode.state),
    };
  }

  /** @throws 400 naming the words that say who it is */
  private async wordsWithoutNames(
    ctx: AccessContext,
    facts: EpisodeFacts,
    { withoutNames, question, summary }: BringToPanel,
  ): Promise<{ question: string; summary: string } | null> {
    if (!withoutNames) return null;
    if ((summary ?? '').length < 3)
      throw invalid({ summary: ['Write what the panel needs to know, without names'] });
    const words = { question, summary: summary ?? '' };
    await this.identifying.refuse(ctx, facts, words);
    return words;
  }

  /** Those who work with the family, and the CAF team by its index (rule 6.5). @throws 404 for everybody else */
  private async demandTeam(ctx: AccessContext, episodeId: string): Promise<EpisodeFacts> {
    const facts = await this.access.facts(ctx, episodeId);
    if (ctx.actor.role === 'CAFC') return facts;
    const sourceAgencyId = ctx.agencyId || null;
    this.access.demand(ctx, facts, 'read', { categories: ['INVOLVE'], sourceAgencyId });
    return facts;
  }

  private wroteDown(
    ctx: AccessContext,
    facts: EpisodeFacts,
    itemId: string | null,
    fields: readonly string[],
  ): Promise<void> {
    return ctx.audit({
      episodeId: facts.id,
      childIds: facts.subjects.map(({ personId }) => personId),
      categories: ['INVOLVE', 'PLAN'],
      basis: itemId === null ? [] : [`panel-item:${itemId}`],
      fields,
    });
  }
}

function leads(ctx: AccessContext, { edges }: EpisodeFacts): boolean {
  return edges.some(
    ({ userId, kind, from, to }) =>
      userId === ctx.userId && kind === 'LP' && from <= ctx.now && (to === null || ctx.now < to),
  );
}

export async function decisionViews(
  ctx: AccessContext,
  access: AccessService,
  facts: EpisodeFacts,
): Promise<PanelDecisionView[]> {
  return readable(access, ctx, facts, await decisionsOf(ctx, facts.id)).map(
    ({ decision, resources, owner, dueOn, by, recordedAt }) => ({
      decision,
      resources,
      owner,
      dueOn,
      by,
      at: recordedAt,
    }),
  );
}
