import { Injectable } from '@nestjs/common';
import { SF_OUTCOMES } from '@encircle/shared/codes';
import {
  checkDueOn,
  evidenceCategory,
  evidenceProblems,
  momentsNow,
  type EvidenceTimes,
  type OutcomeEvidenceView,
  type RecordEvidence,
  type StrikeEvidence,
} from '@encircle/shared/claims';
import type { EpisodeFacts } from '@encircle/shared/policy';
import type { AccessContext } from '#api/access/access-context.js';
import { AccessService } from '#api/access/access.service.js';
import { labelProblems } from '#api/access/label-problems.js';
import { readable } from '#api/access/labelled.js';
import { forbidden, invalid, notFound, stale } from '#api/platform/errors/domain-error.js';
import { PlansService } from '#api/plans/plans.service.js';
import { TimescalesService } from '#api/timescales/timescales.service.js';
import { counting, needsOf } from './domain/needs.js';
import { recordsEvidence } from './domain/who-records.js';
import {
  addEvidence,
  closingDayOf,
  evidenceById,
  evidenceOf,
  strikeEvidence,
  tagsOf,
  type EvidenceRow,
} from './persistence/evidence.repository.js';

/** What shows that a family's needs were there, were met, and stayed met (rule 9.1). */
@Injectable()
export class EvidenceService {
  constructor(
    private readonly access: AccessService,
    private readonly plans: PlansService,
    private readonly timescales: TimescalesService,
  ) {}

  async view(ctx: AccessContext, episodeId: string): Promise<OutcomeEvidenceView> {
    const facts = await this.open(ctx, episodeId);
    const view = await this.shaped(ctx, facts);
    await this.audit(ctx, facts, ['PLAN'], { count: view.needs.length });
    return view;
  }

  /** @throws 403 for whoever does not lead; 400 naming what does not show what is said */
  async record(ctx: AccessContext, episodeId: string, body: RecordEvidence): Promise<OutcomeEvidenceView> {
    const facts = await this.open(ctx, episodeId);
    const times = await this.times(ctx, episodeId);
    const category = evidenceCategory(body.outcome);
    const subjectId = body.subjectId ?? facts.subjects[0]?.personId ?? '';
    if (!recordsEvidence(ctx.actor, facts, ctx.now)) throw forbidden('NOT_YOURS_TO_LEAD');
    // Help has ended: what is found later is written beside a record that is only read.
    if (times.closedOn === null)
      this.access.demand(ctx, facts, 'write', {
        subjectId,
        aboutPersonId: body.aboutPersonId ?? null,
        categories: [category],
        authorId: ctx.userId,
        sourceAgencyId: ctx.agencyId,
        recordedAt: ctx.now,
      });
    const label = { subjectId, category, aboutPersonId: body.aboutPersonId };
    const labels = labelProblems(
      body.aboutPersonId === undefined
        ? { subjectId, category }
        : { ...label, aboutPersonId: body.aboutPersonId },
      facts,
      ctx.now,
    );
    if (category !== 'PLAN' && body.aboutPersonId === undefined)
      labels['aboutPersonId'] = ['Say whom this is about'];
    const evidence = { ...body, met: body.moment === 'START' ? null : (body.met ?? null) };
    const own = (await this.rows(ctx, facts)).filter(
      (row) => row.outcome === body.outcome && row.measure === body.measure,
    );
    const problems = { ...evidenceProblems(evidence, times, counting(own, 'START') ?? null), ...labels };
    if (Object.keys(problems).length > 0) throw invalid(problems);
    const id = await addEvidence(ctx, {
      ...evidence,
      episodeId,
      subjectId,
      aboutPersonId: body.aboutPersonId ?? null,
      category,
      frameworkVersion: SF_OUTCOMES.version,
    });
    await this.audit(ctx, facts, [category], { basis: [`evidence:${id}`], fields: [body.moment] });
    return this.shaped(ctx, facts);
  }

  async strike(ctx: AccessContext, id: string, body: StrikeEvidence): Promise<OutcomeEvidenceView> {
    const row = await evidenceById(ctx, id);
    if (row === null) throw notFound();
    const facts = await this.open(ctx, row.episodeId);
    if (readable(this.access, ctx, facts, [row]).length === 0) throw notFound();
    if (!recordsEvidence(ctx.actor, facts, ctx.now)) throw forbidden('NOT_YOURS_TO_LEAD');
    if (!(await strikeEvidence(ctx, id, body.version, body.reason)))
      throw stale({ stored: (await this.shaped(ctx, facts)).needs, sent: body });
    await this.audit(ctx, facts, [row.category], { basis: [`evidence:${id}`], fields: ['struckReason'] });
    return this.shaped(ctx, facts);
  }

  /** Kept for a whole family: read for the sake of any of its children. */
  private async open(ctx: AccessContext, episodeId: string): Promise<EpisodeFacts> {
    const facts = await this.access.facts(ctx, episodeId);
    const decision = this.access.demandOfAny(ctx, facts, { categories: ['PLAN'] });
    if (decision.effect !== 'ALLOW') throw forbidden(decision.what ?? 'LIMITED');
    return facts;
  }

  private async shaped(ctx: AccessContext, facts: EpisodeFacts): Promise<OutcomeEvidenceView> {
    const times = await this.times(ctx, facts.id);
    const rows = await this.rows(ctx, facts);
    const tags = readable(this.access, ctx, facts, await tagsOf(ctx, facts.id));
    const mayRecord = recordsEvidence(ctx.actor, facts, ctx.now);
    return {
      episodeId: facts.id,
      needs: needsOf(
        rows,
        tags.flatMap(({ familyOutcomes }) => familyOutcomes),
      ),
      closedOn: times.closedOn,
      checkDueOn: times.checkDueOn,
      mayRecord,
      moments: mayRecord ? momentsNow(times) : [],
      people: mayRecord ? await this.plans.familyOf(ctx, facts) : [],
    };
  }

  private async rows(ctx: AccessContext, facts: EpisodeFacts): Promise<EvidenceRow[]> {
    return readable(this.access, ctx, facts, await evidenceOf(ctx, facts.id));
  }

  private async times(ctx: AccessContext, episodeId: string): Promise<EvidenceTimes> {
    const closing = await closingDayOf(ctx, episodeId);
    if (!closing?.closedOn) return { today: ctx.today, closedOn: null, checkDueOn: null };
    const set = await this.timescales.at(ctx, closing.closedAt ?? ctx.now);
    return {
      today: ctx.today,
      closedOn: closing.closedOn,
      checkDueOn: checkDueOn(closing.closedOn, set['evidence.check.months']),
    };
  }

  private audit(
    ctx: AccessContext,
    facts: EpisodeFacts,
    categories: readonly string[],
    more: { count?: number; basis?: string[]; fields?: string[] },
  ): Promise<void> {
    const childIds = facts.subjects.map((each) => each.personId);
    return ctx.audit({ episodeId: facts.id, childIds, categories, ...more });
  }
}
