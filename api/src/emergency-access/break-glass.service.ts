import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  EMERGENCY_KINDS,
  reviewDates,
  type AnswerBreakGlass,
  type BreakGlass,
  type BreakGlassNotice,
  type BreakGlassStay,
  type BreakGlassView,
  type EmergencyOptions,
  type LiveBreakGlass,
} from '@encircle/shared/emergency-access';
import {
  BREAK_GLASS_A_DAY,
  BREAK_GLASS_MINUTES,
  BREAK_GLASS_REASON_LENGTH,
  DEFAULT_SETTINGS,
  wouldOpen,
  type Category,
  type EpisodeFacts,
  type GlassAnswer,
  type Purpose,
} from '@encircle/shared/policy';
import {
  breakGlass,
  factsNear,
  isFresh,
  liveOf,
  mine,
  namesOf,
  noticeOf,
  stay,
  step,
  usedToday,
} from './persistence/emergency.repository.js';
import type { AccessContext } from '#api/access/access-context.js';
import { AccessService } from '#api/access/access.service.js';
import { forbidden, invalid, notFound, stale } from '#api/platform/errors/domain-error.js';

/** Looking in without agreement, for an hour, in an emergency (rule 6.7a). */
@Injectable()
export class BreakGlassService {
  constructor(private readonly access: AccessService) {}

  /** What could be opened, before anything is asked for. */
  async options(ctx: AccessContext, episodeId: string): Promise<EmergencyOptions> {
    const facts = await this.near(ctx, episodeId);
    const ids = facts.subjects.map(({ personId }) => personId);
    const names = await namesOf(ctx, ids);
    const children = ids.map((id) => ({
      id,
      name: names.get(id) ?? null,
      opens: EMERGENCY_KINDS.filter((kind) => this.would(ctx, facts, id, kind) === 'OPENS'),
      shielded: isShielded(facts, id, ctx),
    }));
    const some = children.filter(({ opens }) => opens.length > 0);
    if (some.length === 0) this.refuse(ctx, facts);
    const used = await usedToday(ctx);
    await this.wroteDown(ctx, 'break-glass.considered', facts, [], []);
    return {
      children: some,
      usedToday: used,
      needsManager: used >= BREAK_GLASS_A_DAY,
      minutes: BREAK_GLASS_MINUTES,
    };
  }

  /**
   * @throws 404 for whoever may not know the record, blocked or not; 403 FRESH_SIGN_IN; 400 naming a kind that is open
   *   already or can never be opened
   */
  async open(ctx: AccessContext, episodeId: string, body: BreakGlass): Promise<BreakGlassView> {
    const facts = await this.near(ctx, episodeId);
    if (body.reason.trim().length < BREAK_GLASS_REASON_LENGTH)
      throw invalid({
        reason: ['Say what has happened and why you need to see this now: at least 30 characters'],
      });
    const answers = body.categories.map((kind) => this.would(ctx, facts, body.subjectId, kind));
    if (answers.includes('OPEN_ALREADY'))
      throw invalid({ categories: ['Some of this is open to you already: choose only what is not'] });
    if (!answers.includes('OPENS')) this.refuse(ctx, facts);
    if (!answers.every((answer) => answer === 'OPENS'))
      throw invalid({ categories: ['Some of this cannot be opened in an emergency'] });
    if (!(await isFresh(ctx))) throw forbidden('FRESH_SIGN_IN');
    const id = randomUUID();
    await breakGlass(ctx, id, episodeId, body, reviewDates(ctx.today));
    return this.opened(ctx, facts, id);
  }

  /** A manager agreed to one more today; the password is asked for again. */
  async openApproved(ctx: AccessContext, id: string, version: number): Promise<BreakGlassView> {
    const view = await mine(ctx, id);
    if (!view) throw notFound();
    const facts = await this.near(ctx, view.episodeId);
    if (view.status !== 'APPROVED') throw forbidden('NOT_APPROVED');
    if (!(await isFresh(ctx))) throw forbidden('FRESH_SIGN_IN');
    const { startBy, dueOn } = reviewDates(ctx.today);
    const done = await step(ctx, 'sec.open_approved_glass($1, $2, $3, $4)', [id, version, startBy, dueOn]);
    if (!done) throw stale({ stored: view });
    return this.opened(ctx, facts, id);
  }

  async live(ctx: AccessContext): Promise<LiveBreakGlass> {
    const items = await liveOf(ctx);
    await ctx.audit({ action: 'break-glass.listed', channel: 'list', count: items.length });
    return { items, now: ctx.now };
  }

  async end(ctx: AccessContext, id: string): Promise<BreakGlassView> {
    const view = await this.own(ctx, id);
    if (view.live) await step(ctx, 'sec.end_break_glass($1)', [id]);
    await this.noted(ctx, 'break-glass.ended', view);
    return (await mine(ctx, id)) ?? view;
  }

  async stay(ctx: AccessContext, id: string): Promise<BreakGlassStay> {
    const view = await this.own(ctx, id);
    await this.noted(ctx, 'break-glass.stayed', view);
    return { endsAt: view.live ? ((await stay(ctx, id)) ?? view.endsAt) : null };
  }

  async notice(ctx: AccessContext, id: string): Promise<BreakGlassNotice> {
    const notice = await noticeOf(ctx, id);
    if (!notice) throw notFound();
    await ctx.audit({
      action: 'break-glass.notice-viewed',
      basis: [`role:${ctx.who.role}`],
      categories: ['LOG'],
    });
    return notice;
  }

  async seen(ctx: AccessContext, id: string): Promise<BreakGlassNotice> {
    const notice = await noticeOf(ctx, id);
    if (!notice) throw notFound();
    await step(ctx, 'sec.see_break_glass_notice($1)', [id]);
    await ctx.audit({ action: 'break-glass.notice-seen', categories: ['LOG'] });
    return (await noticeOf(ctx, id)) ?? notice;
  }

  async answer(ctx: AccessContext, id: string, body: AnswerBreakGlass): Promise<BreakGlassNotice> {
    const notice = await noticeOf(ctx, id);
    if (!notice) throw notFound();
    if (notice.status === 'ASKED' && !notice.mayAnswer) throw forbidden('NOT_THEIR_MANAGER');
    const done = await step(ctx, 'sec.answer_break_glass($1, $2, $3)', [id, body.version, body.yes]);
    if (!done) throw stale({ stored: notice });
    await ctx.audit({
      action: body.yes ? 'break-glass.approved' : 'break-glass.declined',
      categories: ['LOG'],
    });
    return (await noticeOf(ctx, id)) ?? notice;
  }

  /** The record's facts, or the answer of a record that is not there. */
  private async near(ctx: AccessContext, episodeId: string): Promise<EpisodeFacts> {
    const facts = await factsNear(ctx, episodeId);
    if (!facts) throw notFound();
    return facts;
  }

  private async own(ctx: AccessContext, id: string): Promise<BreakGlassView> {
    const view = await mine(ctx, id);
    if (!view) throw notFound();
    return view;
  }

  private would(
    ctx: AccessContext,
    episode: EpisodeFacts,
    subjectId: string,
    category: Category,
  ): GlassAnswer {
    const purpose = ctx.who.purpose as Purpose;
    if (!episode.subjects.some(({ personId }) => personId === subjectId)) return 'HIDDEN';
    return wouldOpen(
      { actor: ctx.actor, episode, settings: DEFAULT_SETTINGS },
      { subjectId, category, purpose },
      ctx.now,
    );
  }

  /** Nothing there would open: not found for who may not know of it, a reason for who may. */
  private refuse(ctx: AccessContext, facts: EpisodeFacts): never {
    this.access.demand(ctx, facts, 'read', { categories: ['INVOLVE'] });
    throw forbidden('BREAK_GLASS_NOTHING');
  }

  private async opened(ctx: AccessContext, facts: EpisodeFacts, id: string): Promise<BreakGlassView> {
    const view = await this.own(ctx, id);
    const action = view.status === 'OPENED' ? 'break-glass.opened' : 'break-glass.asked';
    // Who is helping is always part of it, so that the line in the access history is there for whoever reads that.
    await this.wroteDown(ctx, action, facts, ['INVOLVE', ...view.categories], [id]);
    return view;
  }

  private noted(ctx: AccessContext, action: string, view: BreakGlassView): Promise<void> {
    return ctx.audit({
      action,
      episodeId: view.episodeId,
      childIds: [view.subjectId],
      categories: ['INVOLVE'],
      basis: [view.id],
    });
  }

  private wroteDown(
    ctx: AccessContext,
    action: string,
    facts: EpisodeFacts,
    categories: readonly string[],
    basis: readonly string[],
  ): Promise<void> {
    return ctx.audit({
      action,
      episodeId: facts.id,
      childIds: facts.subjects.map(({ personId }) => personId),
      categories: [...new Set(categories)],
      basis: basis.length > 0 ? basis : [`role:${ctx.who.role}`],
    });
  }
}

function isShielded(facts: EpisodeFacts, subjectId: string, ctx: AccessContext): boolean {
  return facts.shields.some(
    (shield) =>
      shield.from <= ctx.now &&
      (shield.to === null || ctx.now < shield.to) &&
      shield.protectedPersonIds.includes(subjectId) &&
      !shield.listUserIds.includes(ctx.userId),
  );
}
