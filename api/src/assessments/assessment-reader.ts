import { Injectable } from '@nestjs/common';
import type { AssessmentPersonView, IdentityFactsView, SectionView } from '@encircle/shared/assessments';
import { familyLabelOf, RELATIONSHIPS, labelOf } from '@encircle/shared/codes';
import { ageOn } from '@encircle/shared/dates';
import { type CompletionFacts, type FormSection, type FormVersion } from '@encircle/shared/forms';
import { isEntitled, isInForce, type EpisodeFacts } from '@encircle/shared/policy';
import type { AccessContext } from '#api/access/access-context.js';
import { AccessService } from '#api/access/access.service.js';
import { askedOf, readable } from '#api/access/labelled.js';
import { notFound } from '#api/platform/errors/domain-error.js';
import { TimescalesService } from '#api/timescales/timescales.service.js';
import { completionFacts } from './completion-facts.js';
import { identityView } from './identity-view.js';
import { formNamed } from './persistence/forms.repository.js';
import { formAnswers, sectionView } from './section-views.js';
import {
  assessmentById,
  assessmentsOf,
  partsOf,
  type StoredAssessment,
  type StoredPart,
} from './persistence/assessments.repository.js';
import {
  childrenOfCase,
  FACT_CATEGORIES,
  relativesOfChild,
  seldomFacts,
  subjectFacts,
  type CaseChild,
  type FactCategory,
} from './persistence/people-of-case.repository.js';

/** One version as this reader may see it. */
export interface Opened {
  stored: StoredAssessment;
  facts: EpisodeFacts;
  form: FormVersion;
  child: CaseChild;
  children: CaseChild[];
  parts: StoredPart[];
  previous: StoredAssessment | null;
  completion: CompletionFacts;
}

/** Brings the rows of an assessment through the policy, and shapes them for the screen. */
@Injectable()
export class AssessmentReader {
  constructor(
    private readonly access: AccessService,
    private readonly timescales: TimescalesService,
  ) {}

  /** @throws 404 for an assessment, or a child of it, that this reader may not know of */
  async open(ctx: AccessContext, id: string, subjectId?: string): Promise<Opened> {
    const stored = await assessmentById(ctx.uow, id);
    if (!stored) throw notFound();
    const facts = await this.access.facts(ctx, stored.episodeId);
    if (this.versions(ctx, facts, [stored]).length === 0) throw notFound();
    const all = await childrenOfCase(ctx.uow, stored.episodeId);
    const children =
      all.length === 1 ? all : all.filter((each) => this.access.knowsChild(ctx, facts, each.id));
    const child = subjectId === undefined ? children[0] : children.find((each) => each.id === subjectId);
    const form = await formNamed(ctx.uow, stored.formCode, stored.formVersion);
    if (!child || !form) throw notFound();
    const parts = readable(this.access, ctx, facts, await partsOf(ctx.uow, id, child.id));
    const versions = this.versions(ctx, facts, await assessmentsOf(ctx.uow, stored.episodeId));
    const previous = versions.find((each) => each.versionNo < stored.versionNo) ?? null;
    const completion = await this.completion(ctx, facts, stored.episodeId, child.id);
    return { stored, facts, form, child, children, parts, previous, completion };
  }

  /** Versions this reader may open: in a family record, for the sake of any child they may read of. */
  versions(ctx: AccessContext, facts: EpisodeFacts, rows: readonly StoredAssessment[]): StoredAssessment[] {
    const own = readable(this.access, ctx, facts, rows);
    if (own.length === rows.length || facts.subjects.length < 2) return own;
    return rows.filter((row) =>
      facts.subjects.some(
        ({ personId }) =>
          this.access.decide(ctx, facts, 'read', { ...askedOf(row), subjectId: personId }).effect === 'ALLOW',
      ),
    );
  }

  /** The latest finished version, child by child; empty where there is none this reader may know of. */
  async latestFinished(ctx: AccessContext, episodeId: string): Promise<Opened[]> {
    const facts = await this.access.facts(ctx, episodeId);
    const versions = this.versions(ctx, facts, await assessmentsOf(ctx.uow, episodeId));
    const finished = versions
      .filter(({ status }) => status === 'COMPLETED')
      .sort((a, b) => b.versionNo - a.versionNo)[0];
    if (!finished) return [];
    const opened: Opened[] = [];
    const all = await childrenOfCase(ctx.uow, episodeId);
    for (const child of all)
      if (all.length === 1 || this.access.knowsChild(ctx, facts, child.id))
        opened.push(await this.open(ctx, finished.id, child.id));
    return opened;
  }

  /** The parts as they stand now; everything else as it was when it was opened, in the same transaction. */
  async reread(ctx: AccessContext, opened: Opened): Promise<Opened> {
    const rows = await partsOf(ctx.uow, opened.stored.id, opened.child.id);
    return { ...opened, parts: readable(this.access, ctx, opened.facts, rows) };
  }

  async completion(
    ctx: AccessContext,
    facts: EpisodeFacts,
    episodeId: string,
    childId: string,
  ): Promise<CompletionFacts> {
    const row = await subjectFacts(ctx.uow, episodeId, childId);
    if (!row) throw notFound();
    return completionFacts(ctx.today, row, isAgreed(facts, ctx.now), await this.timescales.now(ctx));
  }

  /** Sections with something to see or to write, in the order of the form: the others leave no gap. */
  async sections(ctx: AccessContext, opened: Opened): Promise<SectionView[]> {
    const before = await this.bodiesBefore(ctx, opened);
    const all = formAnswers(opened.parts);
    return opened.form.sections.flatMap((section) => {
      const parts = opened.parts.filter((part) => part.section === section.key);
      const mayWrite = this.mayWrite(ctx, opened, section);
      if (parts.length === 0 && !mayWrite && !this.mayRead(ctx, opened, section)) return [];
      const { form, completion: facts } = opened;
      const isMine = (part: StoredPart): boolean => this.isMine(ctx, part);
      return [sectionView({ form, section, parts, all, facts, before, mayWrite, isMine })];
    });
  }

  mayWrite(ctx: AccessContext, { stored, facts, child }: Opened, section: FormSection): boolean {
    if (stored.status !== 'DRAFT') return false;
    const decision = this.access.decide(ctx, facts, 'write', {
      subjectId: child.id,
      categories: [section.category],
      authorId: ctx.userId,
      sourceAgencyId: ctx.agencyId,
    });
    return decision.effect === 'ALLOW' && !decision.readOnly;
  }

  isMine(ctx: AccessContext, part: StoredPart): boolean {
    if (part.category === 'PRIVATE') return part.authorId === ctx.userId;
    return part.sourceAgencyId === ctx.agencyId;
  }

  async adults(ctx: AccessContext, { child, facts }: Opened): Promise<AssessmentPersonView[]> {
    const rows = await relativesOfChild(ctx.uow, child.id);
    const may = (personId: string): boolean =>
      this.access.decide(ctx, facts, 'read', {
        subjectId: child.id,
        categories: ['FAMILY'],
        sourceAgencyId: facts.edges.some((e) => e.userId === ctx.userId && e.kind === 'AUTHOR')
          ? ctx.agencyId
          : null,
        aboutPersonId: personId,
      }).effect === 'ALLOW';
    return rows
      .filter((row) => may(row.id))
      .map(({ id, kind, givenNames, familyName }) => ({
        id,
        name: [givenNames, familyName].filter(Boolean).join(' '),
        kind: familyLabelOf(RELATIONSHIPS, kind) ?? labelOf(RELATIONSHIPS, kind),
        age: null,
      }));
  }

  /**
   * Null for a reader who may not see identity; a fact of another kind stays empty for who may not see that kind.
   * @param lets what whoever gets it may have, where that is not the reader alone
   */
  async identity(
    ctx: AccessContext,
    opened: Opened,
    lets: (category: FactCategory) => boolean = () => true,
  ): Promise<IdentityFactsView | null> {
    const { facts, child, stored } = opened;
    const wrote = facts.edges.some((edge) => edge.userId === ctx.userId && edge.kind === 'AUTHOR');
    const kinds = FACT_CATEGORIES.filter(
      (category) =>
        lets(category) &&
        this.access.decide(ctx, facts, 'read', {
          subjectId: child.id,
          categories: [category],
          sourceAgencyId: wrote ? ctx.agencyId : null,
        }).effect === 'ALLOW',
    );
    const row = kinds.includes('IDENT') ? await subjectFacts(ctx.uow, stored.episodeId, child.id) : null;
    if (!row) return null;
    return identityView(child, row, await seldomFacts(ctx.uow, child.id), kinds);
  }

  private mayRead(ctx: AccessContext, { facts, child }: Opened, section: FormSection): boolean {
    return (
      this.access.decide(ctx, facts, 'read', { subjectId: child.id, categories: [section.category] })
        .effect === 'ALLOW'
    );
  }

  private async bodiesBefore(ctx: AccessContext, opened: Opened): Promise<Map<string, unknown>> {
    if (!opened.previous) return new Map();
    const rows = await partsOf(ctx.uow, opened.previous.id, opened.child.id);
    return new Map(readable(this.access, ctx, opened.facts, rows).map((row) => [row.id, row.answers]));
  }
}

/** An agreement to assess, by somebody entitled, is in force (rule T05). */
export function isAgreed(facts: EpisodeFacts, now: string): boolean {
  return facts.consents.some(
    (line) =>
      line.purposes.includes('ASSESS') &&
      isInForce(line, facts, now) &&
      line.categories.every((category) => isEntitled(facts, line, category, now)),
  );
}

export function childName(child: CaseChild): string {
  return child.preferredName ?? child.givenNames ?? (child.isUnborn ? 'the baby' : 'the child');
}

export function childView(child: CaseChild, today: string): AssessmentPersonView {
  return {
    id: child.id,
    name: childName(child),
    kind: 'SUBJECT',
    age: child.dateOfBirth === null ? null : ageOn(child.dateOfBirth, today),
  };
}
