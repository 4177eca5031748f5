import { Injectable } from '@nestjs/common';
import type {
  AssessmentsView,
  AssessmentView,
  SaveIdentityFacts,
  SaveSection,
  SectionSavedView,
} from '@encircle/shared/assessments';
import { completionProblems, formWords, hasSection, section as sectionOf } from '@encircle/shared/forms';
import { dueDate } from '@encircle/shared/lifecycle';
import type { Category } from '@encircle/shared/policy';
import type { AccessContext } from '#api/access/access-context.js';
import { AccessService } from '#api/access/access.service.js';
import { DomainError, forbidden, invalid, notFound, stale } from '#api/platform/errors/domain-error.js';
import { AssessmentReader, childName, childView, type Opened } from './assessment-reader.js';
import { AssessmentStarter } from './assessment-starter.js';
import { sectionFaults } from './domain/check-section.js';
import { formAnswers } from './section-views.js';
import { SeveralChildren } from './several-children.js';
import { RepairsService } from '#api/repairs/repairs.service.js';
import { TimescalesService } from '#api/timescales/timescales.service.js';
import { DraftsService } from './drafts.service.js';
import {
  addPart,
  assessmentsOf,
  changePart,
  ownPart,
  type PartPlace,
} from './persistence/assessments.repository.js';
import { keepPersonFact, type FactCategory } from './persistence/people-of-case.repository.js';

/** Reading and writing a version of the assessment, section by section. */
@Injectable()
export class AssessmentsService {
  constructor(
    private readonly access: AccessService,
    private readonly reader: AssessmentReader,
    private readonly starter: AssessmentStarter,
    private readonly drafts: DraftsService,
    private readonly timescales: TimescalesService,
    private readonly several: SeveralChildren,
    private readonly repairs: RepairsService,
  ) {}

  async list(ctx: AccessContext, episodeId: string): Promise<AssessmentsView> {
    const facts = await this.access.facts(ctx, episodeId);
    const rows = this.reader.versions(ctx, facts, await assessmentsOf(ctx.uow, episodeId));
    const whyNot = await this.starter.whyNot(ctx, episodeId);
    if (rows.length === 0 && whyNot !== null) {
      // Nothing to see and nothing to begin: only somebody at work on the case learns that there is nothing yet.
      const decision = this.access.demand(ctx, facts, 'read', {
        categories: ['INVOLVE'],
        sourceAgencyId: ctx.agencyId || null,
      });
      // An index answer tells of the case, not of what was begun in it.
      if (decision.effect === 'LIMITED') throw forbidden(decision.reasons[0] ?? 'NOT_ALLOWED');
    }
    await ctx.audit({
      episodeId,
      childIds: facts.subjects.map((each) => each.personId),
      categories: ['INVOLVE'],
      count: rows.length,
    });
    return {
      items: rows.map(({ id, versionNo, status, startedOn, completedOn, startedBy, mendUntil }) => ({
        id,
        episodeId,
        versionNo,
        status,
        startedOn,
        completedOn,
        startedBy,
        mendUntil,
      })),
      repairs: await this.repairs.of(ctx, facts, 'ASSESSMENT', null),
      mayStart: whyNot === null,
      whyNot,
    };
  }

  async view(ctx: AccessContext, id: string, subjectId?: string): Promise<AssessmentView> {
    const opened = await this.reader.open(ctx, id, subjectId);
    const view = await this.viewOf(ctx, opened);
    await ctx.audit({
      action: 'assessment.viewed',
      episodeId: opened.stored.episodeId,
      childIds: [opened.child.id],
      categories: [...new Set(view.sections.flatMap((each) => each.parts.map((part) => part.category)))],
      count: view.sections.length,
    });
    return view;
  }

  /** @throws 409 STALE with each part's stored text and the one that was sent; nothing is stored then */
  async save(ctx: AccessContext, id: string, key: string, body: SaveSection): Promise<SectionSavedView> {
    const opened = await this.reader.open(ctx, id, body.subjectId);
    if (!hasSection(opened.form, key)) throw notFound();
    refuseSealed(opened);
    const section = sectionOf(opened.form, key);
    const faults = sectionFaults(section, body, opened.facts, opened.child.id);
    if (Object.keys(faults).length > 0) throw invalid(faults);
    for (const part of body.parts)
      this.access.demand(ctx, opened.facts, 'write', {
        subjectId: opened.child.id,
        aboutPersonId: part.aboutPersonId ?? null,
        categories: [part.category],
        authorId: ctx.userId,
        sourceAgencyId: ctx.agencyId,
        namedWorkerIds: part.category === 'PRIVATE' ? [ctx.userId] : [],
      });
    await this.write(ctx, opened, key, body);
    await this.several.say(ctx, opened, section, body);
    const { episodeId } = opened.stored;
    const draft = opened.children.length > 1 ? `${key}.${opened.child.id}` : key;
    await this.drafts.submitted(ctx, 'caf', id, draft, episodeId);
    await ctx.audit({
      episodeId,
      childIds: [opened.child.id],
      categories: body.parts.map((part) => part.category),
      fields: body.parts.flatMap((part) => Object.keys(part.answers).map((field) => `${key}.${field}`)),
    });
    const after = await this.reader.reread(ctx, opened);
    const saved = (await this.reader.sections(ctx, after)).find((each) => each.key === key);
    if (!saved) throw notFound();
    return { section: saved, savedAt: ctx.now };
  }

  /** What the form shows of the child's own record and the family is asked for (rule 3.2). */
  async saveIdentity(ctx: AccessContext, id: string, body: SaveIdentityFacts): Promise<AssessmentView> {
    const opened = await this.reader.open(ctx, id, body.subjectId);
    const { facts, child, stored } = opened;
    const given = identityFacts(body);
    const categories = [...new Set<Category>(['IDENT', ...given.map(({ category }) => category)])];
    this.access.demand(ctx, facts, 'write', {
      subjectId: child.id,
      categories,
      authorId: ctx.userId,
      sourceAgencyId: ctx.agencyId,
    });
    for (const { key, category, value } of given)
      await keepPersonFact(ctx.uow, child.id, category, key, value);
    await ctx.audit({
      episodeId: stored.episodeId,
      childIds: [child.id],
      categories,
      fields: Object.keys(body).filter((key) => key !== 'subjectId'),
    });
    return this.viewOf(ctx, await this.reader.open(ctx, id, body.subjectId));
  }

  private async write(ctx: AccessContext, opened: Opened, key: string, body: SaveSection): Promise<void> {
    const conflicts: object[] = [];
    for (const part of body.parts) {
      const place: PartPlace = {
        assessmentId: opened.stored.id,
        episodeId: opened.stored.episodeId,
        section: key,
        category: part.category,
        subjectId: opened.child.id,
        aboutPersonId: part.aboutPersonId ?? null,
      };
      const stored = await ownPart(ctx, place);
      const inTime =
        stored === null
          ? part.version === 0
          : stored.version === part.version && (await changePart(ctx, stored.id, part.version, part.answers));
      if (!inTime) conflicts.push(conflictOf(part, stored));
      else if (stored === null && Object.keys(part.answers).length > 0)
        await addPart(ctx, place, part.answers);
    }
    if (conflicts.length > 0) throw stale({ section: key, conflicts });
  }

  private async viewOf(ctx: AccessContext, opened: Opened): Promise<AssessmentView> {
    const { stored, form, child, children, parts, completion, previous } = opened;
    const { id, episodeId, versionNo, status, startedOn, completedOn, startedBy, version } = stored;
    const mayComplete = status === 'DRAFT' && (await this.starter.mayLead(ctx, opened.facts));
    const problems = mayComplete ? completionProblems(form, formAnswers(parts), completion) : [];
    return {
      id,
      episodeId,
      versionNo,
      status,
      startedOn,
      completedOn,
      startedBy,
      version,
      formCode: stored.formCode,
      formVersion: stored.formVersion,
      mendUntil: stored.mendUntil,
      contentHash: stored.contentHash,
      subjectId: child.id,
      children: children.map((each) => childView(each, ctx.today)),
      adults: await this.reader.adults(ctx, opened),
      // The clock of the stage: a first version is a draft only while the case is in it.
      dueOn:
        status === 'DRAFT' && versionNo === 1
          ? dueDate('assessment.complete.wd', startedOn, await this.timescales.ofStage(ctx, episodeId))
          : null,
      sections: await this.reader.sections(ctx, opened),
      problems: problems.map((each) => ({ ...each, words: formWords(each.words, childName(child)) })),
      mayComplete,
      identity: await this.reader.identity(ctx, opened),
      previousId: previous?.id ?? null,
    };
  }
}

function refuseSealed({ stored }: Opened): void {
  if (stored.status !== 'DRAFT')
    throw new DomainError('ASSESSMENT_COMPLETED', 409, {
      detail: 'This version is finished and stays as it was. Begin the next version to change something',
    });
}

function conflictOf(part: SaveSection['parts'][number], stored: Awaited<ReturnType<typeof ownPart>>): object {
  return {
    category: part.category,
    aboutPersonId: part.aboutPersonId ?? null,
    sent: part.answers,
    stored: stored && {
      answers: stored.answers,
      version: stored.version,
      savedBy: stored.savedBy,
      savedAt: stored.savedAt,
    },
  };
}

interface GivenFact {
  key: string;
  category: FactCategory;
  value: Record<string, unknown>;
}

/** The facts this command speaks of, each under its own kind of information; what it leaves out stays as it is. */
function identityFacts(body: SaveIdentityFacts): GivenFact[] {
  const fact = (key: string, category: FactCategory, pairs: Record<string, unknown>): GivenFact[] => {
    const given = Object.entries(pairs).filter(([, value]) => value !== undefined);
    return given.length === 0 ? [] : [{ key, category, value: Object.fromEntries(given) }];
  };
  const { interpreterNeeded: needed, interpreterLanguage, interpreterArranged: arranged } = body;
  return [
    ...fact('ethnicity', 'IDENT', { code: body.ethnicity, text: body.ethnicityText }),
    ...fact('language', 'IDENT', { name: body.firstLanguage, parent: body.parentLanguage }),
    ...fact('interpreter', 'IDENT', { needed, language: interpreterLanguage, arranged }),
    ...fact('disability', 'HEALTH', { code: body.disabled, detail: body.disabilityDetail }),
    ...fact('religion', 'IDENT', { code: body.religion, text: body.religionText }),
    ...fact('requirements', 'HEALTH', { text: body.requirements }),
    ...fact('immigration', 'IMMIG', { code: body.immigration }),
  ];
}
