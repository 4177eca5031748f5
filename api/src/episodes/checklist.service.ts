import { Injectable } from '@nestjs/common';
import {
  checklistProblems,
  type Checklist,
  type ChecklistView,
  type SaveChecklist,
} from '@encircle/shared/episodes';
import type { AccessContext } from '#api/access/access-context.js';
import { AccessService } from '#api/access/access.service.js';
import { DraftsService } from '#api/assessments/drafts.service.js';
import { forbidden, stale } from '#api/platform/errors/domain-error.js';
import { addCaseFact } from './persistence/episodes.repository.js';
import { currentChecklist, saveChecklist, type StoredChecklist } from './persistence/checklist.repository.js';

/** The first check before an assessment (rule 3.10): a working record of the author's own service. */
@Injectable()
export class ChecklistService {
  constructor(
    private readonly access: AccessService,
    private readonly drafts: DraftsService,
  ) {}

  async view(ctx: AccessContext, episodeId: string): Promise<ChecklistView> {
    const facts = await this.access.facts(ctx, episodeId);
    const stored = await currentChecklist(ctx.uow, episodeId);
    const decision = this.access.demand(ctx, facts, 'read', {
      categories: ['NOTES'],
      // Nothing saved yet: the empty form is the asker's own.
      authorId: stored?.authorId ?? ctx.userId,
      sourceAgencyId: stored?.sourceAgencyId ?? ctx.agencyId,
    });
    await ctx.audit({
      episodeId,
      childIds: facts.subjects.map((each) => each.personId),
      categories: ['NOTES'],
      basis: decision.bases,
    });
    return viewOf(ctx, stored);
  }

  /** Saved as often as needed, complete or not. @throws 409 with what is stored when somebody saved in between */
  async save(ctx: AccessContext, episodeId: string, body: SaveChecklist): Promise<ChecklistView> {
    const facts = await this.access.facts(ctx, episodeId);
    const decision = this.access.demand(ctx, facts, 'write', {
      categories: ['NOTES'],
      authorId: ctx.userId,
      sourceAgencyId: ctx.agencyId,
    });
    if (facts.state !== 'CONCERN') throw forbidden('CHECK_IS_OVER');
    const { version, ...checklist } = body;
    await this.write(
      ctx,
      episodeId,
      facts.subjects.length === 1 ? (facts.subjects[0]?.personId ?? null) : null,
      version,
      checklist,
    );
    await this.drafts.submitted(ctx, 'checklist', episodeId, 'checklist', episodeId);
    await ctx.audit({
      episodeId,
      childIds: facts.subjects.map((each) => each.personId),
      categories: ['NOTES'],
      basis: decision.bases,
      fields: Object.keys(checklist),
    });
    return viewOf(ctx, await currentChecklist(ctx.uow, episodeId));
  }

  private async write(
    ctx: AccessContext,
    episodeId: string,
    subjectId: string | null,
    version: number,
    checklist: Checklist,
  ): Promise<void> {
    const stored = await currentChecklist(ctx.uow, episodeId);
    if (stored === null && version === 0) {
      await addCaseFact(ctx, { episodeId, subjectId, category: 'NOTES', kind: 'PRECAF', body: checklist });
      return;
    }
    const saved = stored !== null && (await saveChecklist(ctx, stored.id, version, checklist));
    if (!saved) throw stale({ stored: viewOf(ctx, stored), sent: checklist });
  }
}

function viewOf(ctx: AccessContext, stored: StoredChecklist | null): ChecklistView {
  const checklist: Checklist = stored?.checklist ?? { checks: [] };
  return {
    id: stored?.id ?? null,
    version: stored?.version ?? 0,
    checklist,
    problems: checklistProblems(checklist, ctx.today),
    savedAt: stored?.savedAt ?? null,
  };
}
