import { Injectable } from '@nestjs/common';
import type { AssessmentView, CompleteAssessment, CompletionProblemView } from '@encircle/shared/assessments';
import {
  completionProblems,
  formWords,
  mergedAnswers,
  section as sectionOf,
  type SectionAnswers,
} from '@encircle/shared/forms';
import type { AccessContext } from '#api/access/access-context.js';
import { LevelsDocumentsService } from '#api/levels/levels-documents.service.js';
import { LifecycleService } from '#api/episodes/lifecycle.service.js';
import { addCaseFact } from '#api/episodes/case-facts.service.js';
import { DomainError, forbidden, stale } from '#api/platform/errors/domain-error.js';
import { AssessmentReader, childName, type Opened } from './assessment-reader.js';
import { AssessmentStarter } from './assessment-starter.js';
import { AssessmentsService } from './assessments.service.js';
import { formAnswers } from './section-views.js';
import { endCaseFacts, sealAssessment } from './persistence/assessments.repository.js';

/** Finishing a version (rule T12): everything there, then frozen with its digest; what it says becomes the summary. */
@Injectable()
export class CompletionService {
  constructor(
    private readonly reader: AssessmentReader,
    private readonly starter: AssessmentStarter,
    private readonly lifecycle: LifecycleService,
    private readonly assessments: AssessmentsService,
    private readonly levels: LevelsDocumentsService,
  ) {}

  /** @throws 422 ASSESSMENT_INCOMPLETE with every problem: child, section, field and words */
  async complete(ctx: AccessContext, id: string, body: CompleteAssessment): Promise<AssessmentView> {
    const first = await this.reader.open(ctx, id);
    const { stored } = first;
    if (!(await this.starter.mayLead(ctx, first.facts))) throw forbidden('ONLY_THE_LEAD');
    if (stored.status !== 'DRAFT' || stored.version !== body.version)
      throw stale({ version: stored.version });
    const each = [];
    for (const child of first.children) each.push(await this.reader.open(ctx, id, child.id));
    const problems = each.flatMap(problemsOf);
    if (problems.length > 0)
      throw new DomainError('ASSESSMENT_INCOMPLETE', 422, {
        detail:
          problems.length === 1 ? 'One thing is still to do' : `${problems.length} things are still to do`,
        data: { problems },
      });
    const hash = await sealAssessment(ctx.uow, id, body.version, ctx.today);
    for (const opened of each) await this.summarise(ctx, opened);
    await this.move(ctx, first, hash);
    await ctx.audit({
      episodeId: stored.episodeId,
      childIds: first.children.map((child) => child.id),
      categories: ['INVOLVE'],
      basis: [`version:${stored.versionNo}`, `sha256:${hash.slice(0, 16)}`],
    });
    return this.assessments.view(ctx, id);
  }

  /** The lines of the case page that the assessment says: level, the child's own words, what goes well, what would help. */
  private async summarise(ctx: AccessContext, opened: Opened): Promise<void> {
    const { stored, child } = opened;
    const answers = (key: string): SectionAnswers =>
      mergedAnswers(sectionOf(opened.form, key), formAnswers(opened.parts)[key]);
    const conclusions = answers('conclusions');
    const level = answers('who')['levelOfNeed'];
    const words = text(answers('child')['likes']);
    const facts: [kind: string, body: object | null][] = [
      ['LEVEL', typeof level === 'number' ? { level, ...(await this.levels.beside(ctx, level)) } : null],
      ['OWN_WORDS', words === null ? null : { text: words, saidBy: childName(child) }],
      ['GOING_WELL', listOf(conclusions['overallStrengths'], ctx.today)],
      ['HELP_WANTED', listOf(conclusions['overallNeeds'], ctx.today)],
    ];
    const written = facts.filter((fact): fact is [string, object] => fact[1] !== null);
    await endCaseFacts(
      ctx.uow,
      stored.episodeId,
      child.id,
      written.map(([kind]) => kind),
    );
    for (const [kind, body] of written)
      await addCaseFact(ctx, {
        episodeId: stored.episodeId,
        subjectId: child.id,
        category: kind === 'LEVEL' ? 'INVOLVE' : 'CHILD',
        kind,
        body,
      });
  }

  /** Only the first version moves the case; later ones are written while the plan goes on. */
  private async move(ctx: AccessContext, { stored }: Opened, hash: string): Promise<void> {
    const facts = await this.lifecycle.facts(ctx, stored.episodeId);
    if (facts.episode.state !== 'ASSESSING') return;
    await this.lifecycle.move(ctx, facts, 'T12', {
      known: { assessmentProblems: 0 },
      recorded: { assessmentId: stored.id, versionNo: stored.versionNo, hash },
      dates: { completedOn: ctx.today },
    });
  }
}

function problemsOf(opened: Opened): (CompletionProblemView & { subjectId: string })[] {
  const { form, parts, completion, child } = opened;
  return completionProblems(form, formAnswers(parts), completion).map((each) => ({
    ...each,
    words: formWords(each.words, childName(child)),
    subjectId: child.id,
  }));
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/** One line each, as the summary shows them. */
function listOf(value: unknown, on: string): object | null {
  const whole = text(value);
  if (whole === null) return null;
  const items = whole
    .split(/\n+/)
    .map((line) => line.trim())
    .filter(Boolean);
  return { items, checkedWith: 'the family', checkedOn: on };
}
