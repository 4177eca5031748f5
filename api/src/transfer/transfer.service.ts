import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { formatDate, londonDate } from '@encircle/shared/dates';
import type { MakePackage, PackageView } from '@encircle/shared/episodes';
import {
  isEntitled,
  isInForce,
  isSensitive,
  type Category,
  type EpisodeFacts,
} from '@encircle/shared/policy';
import type { AccessContext } from '#api/access/access-context.js';
import { AccessService } from '#api/access/access.service.js';
import { readable, type Labelled } from '#api/access/labelled.js';
import { CopiesService } from '#api/assessments/copies.service.js';
import { LifecycleService } from '#api/episodes/lifecycle.service.js';
import { DomainError, forbidden } from '#api/platform/errors/domain-error.js';
import { planLines, type PlanLine } from './persistence/plan-lines.repository.js';

/**
 * What goes to the area a family moves to: the finished assessment and the plan, as far as the family agreed to pass on each kind
 * of information about each person, and never what a specialist service wrote. Made by who leads, proved by its fingerprint.
 */
@Injectable()
export class TransferService {
  constructor(
    private readonly access: AccessService,
    private readonly lifecycle: LifecycleService,
    private readonly copies: CopiesService,
  ) {}

  async make(ctx: AccessContext, episodeId: string, body: MakePackage): Promise<PackageView> {
    const { episode, access } = await this.lifecycle.facts(ctx, episodeId);
    const decision = this.access.demand(ctx, access, 'read', {
      categories: ['INVOLVE'],
      sourceAgencyId: ctx.agencyId || null,
    });
    if (!leadsHere(ctx, access)) throw forbidden('ONLY_THE_LEAD');
    if (episode.state !== 'TRANSFER_PENDING')
      throw new DomainError('NOT_MOVING', 409, {
        detail: 'Write down first where the family moves to, under what can happen next',
      });
    const lets = (row: Labelled): boolean => isPassedOn(ctx, access, row);
    const papers = await this.copies.passedOn(ctx, episodeId, lets);
    const plan = readable(this.access, ctx, access, await planLines(ctx.uow, episodeId)).filter(lets);
    const lines = [...papers.flatMap(({ paper }) => paperText(paper)), ...planText(plan)];
    const categories = [
      ...new Set([...papers.flatMap((each) => each.categories), ...plan.map((row) => row.category)]),
    ].sort();
    const receiver = body.receiver.trim();
    const head = [`${episode.ref}, for ${receiver}, ${formatDate(londonDate(ctx.now))}`, ''];
    const text = [...head, ...(lines.length > 0 ? lines : ['The family agreed to pass on nothing.'])].join(
      '\n',
    );
    const fingerprint = createHash('sha256').update(text).digest('hex');
    await this.lifecycle.write(ctx, episodeId, 'T27_PACKAGE', { receiver, fingerprint, kinds: categories });
    await ctx.audit({
      episodeId,
      childIds: episode.childIds,
      categories,
      basis: [...decision.bases, `sha256:${fingerprint.slice(0, 16)}`],
      channel: 'export',
      count: lines.length,
    });
    return {
      episodeId,
      receiver,
      madeAt: ctx.now,
      madeBy: ctx.who.fullName,
      fingerprint,
      categories,
      paragraphs: lines.length,
      text,
    };
  }
}

function leadsHere(ctx: AccessContext, { edges }: EpisodeFacts): boolean {
  return edges.some(
    (edge) =>
      edge.userId === ctx.userId &&
      (edge.kind === 'LP' || edge.kind === 'AUTHOR') &&
      edge.from <= ctx.now &&
      (edge.to === null || ctx.now < edge.to),
  );
}

/** Somebody who may decide about it agreed to pass on this kind of information about this person. */
function isPassedOn(ctx: AccessContext, facts: EpisodeFacts, row: Labelled): boolean {
  const category = row.category as Category;
  if (isSensitive(category) || category === 'PRIVATE' || category === 'SAFE') return false;
  const about = row.aboutPersonId ?? row.subjectId;
  return facts.consents.some(
    (line) =>
      line.purposes.includes('TRANSFER') &&
      line.categories.includes(category) &&
      (about === null
        ? facts.subjects.some((each) => each.personId === line.subjectId)
        : line.subjectId === about) &&
      isInForce(line, facts, ctx.now) &&
      isEntitled(facts, line, category, ctx.now),
  );
}

function paperText(paper: Awaited<ReturnType<CopiesService['passedOn']>>[number]['paper']): string[] {
  const sections = paper.groups.flatMap(({ sections: each }) => each);
  if (sections.length === 0) return [];
  return [
    paper.title,
    ...paper.under,
    ...sections.flatMap(({ title, parts }) => [
      '',
      title,
      ...parts.flatMap(({ lines }) =>
        lines.map((line) =>
          line.kind === 'LIST' ? `${line.label}: ${line.items.join('; ')}` : `${line.label}: ${line.text}`,
        ),
      ),
    ]),
    '',
  ];
}

function planText(rows: readonly PlanLine[]): string[] {
  if (rows.length === 0) return [];
  const line = ({ text, byWhen }: PlanLine): string => (byWhen ? `${text} (by ${formatDate(byWhen)})` : text);
  const of = (kind: PlanLine['kind']): string[] => rows.filter((row) => row.kind === kind).map(line);
  return [
    'Plan',
    ...of('HOPE').map((each) => `Hope: ${each}`),
    ...of('ACTION').map((each) => `Action: ${each}`),
  ];
}
