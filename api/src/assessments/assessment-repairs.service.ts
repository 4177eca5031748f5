import { Injectable } from '@nestjs/common';
import type { AssessmentsView, RepairAssessment } from '@encircle/shared/assessments';
import type { Category, EpisodeFacts } from '@encircle/shared/policy';
import type { AccessContext } from '#api/access/access-context.js';
import { AccessService } from '#api/access/access.service.js';
import { labelProblems } from '#api/access/label-problems.js';
import { DomainError, forbidden, invalid, stale } from '#api/platform/errors/domain-error.js';
import { RepairsService, type Change } from '#api/repairs/repairs.service.js';
import { AssessmentReader, type Opened } from './assessment-reader.js';
import { AssessmentStarter } from './assessment-starter.js';
import { AssessmentsService } from './assessments.service.js';
import {
  addPart,
  assessmentById,
  assessmentsOf,
  partsOf,
  type StoredPart,
} from './persistence/assessments.repository.js';
import { putUnderChild, takeOff } from './persistence/mended-assessments.repository.js';

const INSTEAD = 'Complete it as it is, or close the case as opened in error';

/** Whoever began an assessment mends that it was begun, for whom, or on which record, while it is being written (E10). */
@Injectable()
export class AssessmentRepairsService {
  constructor(
    private readonly access: AccessService,
    private readonly reader: AssessmentReader,
    private readonly starter: AssessmentStarter,
    private readonly assessments: AssessmentsService,
    private readonly repairs: RepairsService,
  ) {}

  /** @returns the assessments of the record it stood on */
  async mend(ctx: AccessContext, id: string, body: RepairAssessment): Promise<AssessmentsView> {
    const opened = await this.reader.open(ctx, id);
    const { stored, facts } = opened;
    if (!(await this.starter.mayLead(ctx, facts))) throw forbidden('ONLY_THE_LEAD');
    this.access.demand(ctx, facts, 'write', {
      categories: ['INVOLVE'],
      authorId: ctx.userId,
      sourceAgencyId: ctx.agencyId,
    });
    if (stored.status !== 'DRAFT')
      throw new DomainError('SEALED', 409, { detail: 'A completed assessment is never changed' });
    this.repairs.demandOpen(ctx, stored.authorId === ctx.userId, stored.mendUntil, INSTEAD);
    if (stored.version !== body.version) throw stale({ stored: { version: stored.version }, sent: body });
    if (body.what === 'START') await this.unmake(ctx, opened, body.reason);
    else if (body.what === 'CHILD') await this.changeChild(ctx, opened, body);
    else await this.changeRecord(ctx, opened, body);
    await ctx.audit({
      action: 'assessment.mended',
      episodeId: facts.id,
      childIds: facts.subjects.map(({ personId }) => personId),
      categories: ['INVOLVE'],
      basis: [`assessment:${id}`],
      fields: [FIELDS[body.what]],
    });
    return this.assessments.list(ctx, facts.id);
  }

  private async unmake(ctx: AccessContext, { stored }: Opened, reason: string): Promise<void> {
    const before = `${stored.versionNo}, ${stored.startedOn}`;
    await this.repairs.add(ctx, 'ASSESSMENT', stored, { what: 'START', reason, before, after: null });
    await takeOff(ctx.uow, stored.id, 'START', reason);
  }

  /** What its author wrote under one child of the record goes under another; what colleagues wrote stays theirs. */
  private async changeChild(ctx: AccessContext, opened: Opened, body: RepairAssessment): Promise<void> {
    const { stored, facts, children } = opened;
    const { fromSubjectId = '', subjectId = '', reason } = body;
    const known = (id: string): boolean => children.some((each) => each.id === id);
    if (!known(fromSubjectId)) throw invalid({ fromSubjectId: ['Choose the child it stands under now'] });
    if (!known(subjectId) || subjectId === fromSubjectId)
      throw invalid({ subjectId: ['Choose another child of this record'] });
    const all = await partsOf(ctx.uow, stored.id, null);
    const own = all.filter((part) => part.subjectId === fromSubjectId && isOwn(ctx, part));
    if (own.length === 0)
      throw invalid({ fromSubjectId: ['You have written nothing under this child here'] });
    const there = new Set(all.filter((part) => part.subjectId === subjectId).map(placeOf));
    const taken = own.filter((part) => there.has(placeOf(part)));
    if (taken.length > 0)
      throw invalid({
        subjectId: [
          `There are words in the same place already: ${sections(taken)}. Put them together by hand`,
        ],
      });
    for (const part of own) this.demandPlace(ctx, facts, part, subjectId, 'subjectId');
    if (
      !(await putUnderChild(
        ctx,
        stored,
        own.map(({ id }) => id),
        subjectId,
      ))
    )
      throw stale();
    const change: Change = { what: 'CHILD', reason, before: fromSubjectId, after: subjectId };
    await this.repairs.add(ctx, 'ASSESSMENT', { ...stored, subjectId }, change);
  }

  /** Begun anew on the record it belongs on, by the gate of any beginning there, with what its author wrote; here it is gone. */
  private async changeRecord(ctx: AccessContext, opened: Opened, body: RepairAssessment): Promise<void> {
    const { stored, facts, children } = opened;
    const { ref = '', reason } = body;
    const target = await this.repairs.otherRecord(ctx, facts, ref);
    if (children.length > 1)
      throw invalid({
        ref: ['An assessment of several children stays: mend the child, or begin it there anew'],
      });
    const child = await this.repairs.childThere(ctx, target, body.subjectId);
    if ((await assessmentsOf(ctx.uow, target.id)).length > 0)
      throw invalid({ ref: ['That record has an assessment already: write it there'] });
    const own = (await partsOf(ctx.uow, stored.id, null)).filter((part) => isOwn(ctx, part));
    for (const part of own) this.demandPlace(ctx, target, part, child, 'ref');
    const madeId = await this.starter.start(ctx, target.id);
    for (const { section, category, aboutPersonId, answers } of own)
      await addPart(
        ctx,
        { assessmentId: madeId, episodeId: target.id, section, category, subjectId: child, aboutPersonId },
        answers,
      );
    const refs = await this.repairs.references(ctx, facts, target);
    const made = await assessmentById(ctx.uow, madeId);
    const change: Change = { what: 'CASE', reason, before: refs.from, after: refs.to };
    if (made) await this.repairs.add(ctx, 'ASSESSMENT', made, change);
    await this.repairs.add(ctx, 'ASSESSMENT', stored, change);
    await takeOff(ctx.uow, stored.id, 'CASE', reason);
    await ctx.audit({
      action: 'assessment.moved-here',
      episodeId: target.id,
      childIds: [child],
      categories: [...new Set(own.map(({ category }) => category))].sort(),
      count: own.length,
    });
  }

  /** The same gate as for writing it there. @param field of the command that what does not fit is said of */
  private demandPlace(
    ctx: AccessContext,
    facts: EpisodeFacts,
    part: StoredPart,
    subjectId: string,
    field: 'ref' | 'subjectId',
  ): void {
    const category = part.category as Category;
    const { aboutPersonId, namedWorkerIds } = part;
    const label = {
      subjectId,
      category,
      namedWorkerIds,
      ...(aboutPersonId === null ? {} : { aboutPersonId }),
    };
    const [wrong] = Object.values(labelProblems(label, facts, ctx.now)).flat();
    if (wrong !== undefined) throw invalid({ [field]: [`${part.section}: ${wrong}`] });
    this.access.demand(ctx, facts, 'write', {
      subjectId,
      aboutPersonId,
      categories: [category],
      authorId: ctx.userId,
      sourceAgencyId: ctx.agencyId,
      namedWorkerIds,
      recordedAt: ctx.now,
    });
  }
}

const FIELDS = { START: 'status', CHILD: 'subjectId', CASE: 'episodeId' } as const;

/** Written here by the asker, for this child alone; what was carried over belongs to the version before. */
const isOwn = (ctx: AccessContext, part: StoredPart): boolean =>
  part.authorId === ctx.userId &&
  part.carriedFromId === null &&
  part.togetherId === null &&
  Object.keys(part.answers).length > 0;

const placeOf = ({ section, category, aboutPersonId, sourceAgencyId }: StoredPart): string =>
  [section, category, aboutPersonId, sourceAgencyId].join(' ');

const sections = (parts: readonly StoredPart[]): string =>
  [...new Set(parts.map(({ section }) => section))].join(', ');
