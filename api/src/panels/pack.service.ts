import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { formatDate } from '@encircle/shared/dates';
import type {
  PackColleagueView,
  PackLineView,
  PackSectionView,
  PanelCopyView,
  PanelPackView,
} from '@encircle/shared/panels';
import type { PlanBody } from '@encircle/shared/plans';
import type { EpisodeFacts } from '@encircle/shared/policy';
import type { AccessContext } from '#api/access/access-context.js';
import { AccessService } from '#api/access/access.service.js';
import { CopiesService } from '#api/assessments/copies.service.js';
import { TeamService } from '#api/episodes/team.service.js';
import { PlansService } from '#api/plans/plans.service.js';
import { forbidden, notFound } from '#api/platform/errors/domain-error.js';
import { AgendaService, PACK_KINDS, type OpenedItem } from './agenda.service.js';
import { decisionViews } from './case-panel.service.js';
import { PanelDaysService } from './panel-days.service.js';
import { keepCopy } from './persistence/copies.repository.js';

/**
 * A member's copy of a case. Nothing of it is stored: it is decided for this reader each time it is opened, so that it is gone
 * the moment the family takes agreement back. What stays is its fingerprint, with who had it and when.
 */
@Injectable()
export class PackService {
  constructor(
    private readonly access: AccessService,
    private readonly agenda: AgendaService,
    private readonly days: PanelDaysService,
    private readonly copies: CopiesService,
    private readonly plans: PlansService,
    private readonly team: TeamService,
  ) {}

  /** @throws 404 as for a random id; 403 when the family does not let the panel read it (any more) */
  async view(ctx: AccessContext, itemId: string, channel: PanelCopyView['channel']): Promise<PanelPackView> {
    const opened = await this.agenda.open(ctx, itemId);
    if (ctx.actor.role !== 'PANEL') throw notFound();
    const { row, facts } = opened;
    const pack = row.withoutNames ? nameless : await this.named(ctx, opened);
    const item = await this.agenda.shaped(ctx, row, facts);
    const summary = row.withoutNames ? row.summary : null;
    const fingerprint = createHash('sha256')
      .update(JSON.stringify([item.question, summary, item.children, pack.sections]))
      .digest('hex');
    const paragraphs = pack.sections.reduce((sum, { lines }) => sum + lines.length, 0);
    await keepCopy(ctx, {
      itemId,
      episodeId: row.episodeId,
      channel,
      fingerprint,
      categories: pack.categories,
      paragraphs,
    });
    await ctx.audit({
      episodeId: row.episodeId,
      childIds: facts.subjects.map(({ personId }) => personId),
      categories: pack.categories,
      basis: [`panel-item:${itemId}`, `sha256:${fingerprint.slice(0, 16)}`],
      channel: channel === 'PDF' ? 'pdf' : 'screen',
      count: paragraphs,
    });
    const day = await this.days.day(ctx, row.dayId);
    return {
      item,
      day,
      summary,
      sections: pack.sections,
      colleagues: pack.colleagues,
      decisions: row.withoutNames ? [] : await decisionViews(ctx, this.access, facts),
      madeAt: ctx.now,
      fingerprint,
      categories: [...pack.categories],
      paragraphs,
      mayDecide: row.status === 'ON_AGENDA' && row.chairId === ctx.userId,
    };
  }

  private async named(ctx: AccessContext, { row, facts }: OpenedItem): Promise<Pack> {
    this.demandSome(ctx, facts);
    const papers = await this.copies.passedOn(ctx, row.episodeId, () => true);
    const shown = await this.plans.narrowed(ctx, facts, (rows) => [...rows]);
    // What nobody of the family has agreed to yet is the team's alone.
    const plan = shown.plan?.status === 'DRAFT' ? null : shown.plan;
    const sections = [
      ...papers.flatMap(({ paper }) => paperSections(paper, papers.length > 1)),
      ...planSections(plan),
    ];
    const categories = new Set<string>(papers.flatMap((each) => each.categories));
    if (plan !== null) categories.add('PLAN');
    const colleagues = this.may(ctx, facts, 'INVOLVE') ? await this.colleagues(ctx, row.episodeId) : [];
    if (colleagues.length > 0) categories.add('INVOLVE');
    return { sections, categories: [...categories].sort(), colleagues };
  }

  private async colleagues(ctx: AccessContext, episodeId: string): Promise<PackColleagueView[]> {
    const seen = new Set<string>();
    return (await this.team.membersOf(ctx, episodeId)).flatMap(({ userId, name, jobTitle, agency }) => {
      if (seen.has(userId)) return [];
      seen.add(userId);
      return [{ userId, name, jobTitle, agency }];
    });
  }

  private may(ctx: AccessContext, facts: EpisodeFacts, category: (typeof PACK_KINDS)[number]): boolean {
    return facts.subjects.some(
      ({ personId }) => this.access.categories(ctx, facts, personId, [category]).length > 0,
    );
  }

  private demandSome(ctx: AccessContext, facts: EpisodeFacts): void {
    if (PACK_KINDS.some((category) => this.may(ctx, facts, category))) return;
    throw forbidden('PACK_TAKEN_BACK', 'The family does not agree that the panel reads this');
  }
}

interface Pack {
  sections: PackSectionView[];
  categories: readonly string[];
  colleagues: PackColleagueView[];
}

const nameless: Pack = { sections: [], categories: [], colleagues: [] };

type Paper = Awaited<ReturnType<CopiesService['passedOn']>>[number]['paper'];

/** What somebody wrote: that an element was looked at, or left out, says nothing to a panel. */
function paperSections(paper: Paper, several: boolean): PackSectionView[] {
  return paper.groups.flatMap(({ sections }) =>
    sections.flatMap(({ title, parts }) => {
      const lines = parts.flatMap(({ by, lines: each }) =>
        each
          .filter(({ field }) => field !== 'status')
          .map((line): PackLineView => ({
            label: labelOf(line, by),
            text: line.kind === 'LIST' ? line.items.join('; ') : line.text,
          })),
      );
      return lines.length === 0 ? [] : [{ title: several ? `${paper.title}: ${title}` : title, lines }];
    }),
  );
}

type Line = Paper['groups'][number]['sections'][number]['parts'][number]['lines'][number];

function labelOf(line: Line, by: string | null): string {
  if (line.kind === 'VOICE') return `${line.label} (${line.from})`;
  return by === null ? line.label : `${line.label}, ${by}`;
}

function planSections(plan: PlanBody | null): PackSectionView[] {
  if (plan === null) return [];
  const lines: PackLineView[] = [
    ...plan.outcomes.map(({ statement }) => ({ label: 'Hope', text: statement })),
    ...plan.actions.map(({ text, byWhen }) => ({ label: `Action, by ${formatDate(byWhen)}`, text })),
  ];
  return lines.length === 0 ? [] : [{ title: 'Plan', lines }];
}
