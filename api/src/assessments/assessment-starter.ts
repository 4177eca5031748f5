import { Injectable } from '@nestjs/common';
import { currentForm, notBeforeBirth, unbornDefaults } from '@encircle/shared/forms';
import type { EpisodeFacts } from '@encircle/shared/policy';
import type { AccessContext } from '#api/access/access-context.js';
import { rolesOf, type MoveFacts } from '#api/episodes/move-facts.service.js';
import { LifecycleService } from '#api/episodes/lifecycle.service.js';
import { DomainError, forbidden } from '#api/platform/errors/domain-error.js';
import { formInForce } from './persistence/forms.repository.js';
import { addAssessment, addPart, assessmentsOf, carryAnswers } from './persistence/assessments.repository.js';
import { childrenOfCase } from './persistence/people-of-case.repository.js';

/** States in which a finished assessment may be written anew as the next version. */
const AGAIN = ['ASSESSED', 'TAC_PLANNED', 'PLAN_ACTIVE', 'PANEL_REVIEW'];

interface Obstacle {
  code: string;
  words: string;
}

/** Begins a version: the first with the family's agreement, the next ones with what was known before. */
@Injectable()
export class AssessmentStarter {
  constructor(private readonly lifecycle: LifecycleService) {}

  /** @returns the id. @throws 403 to who neither wrote nor leads the case, 422 with what stands in the way */
  async start(ctx: AccessContext, episodeId: string): Promise<string> {
    const facts = await this.lifecycle.facts(ctx, episodeId);
    if (!this.mayLeadSync(ctx, facts.access)) throw forbidden('ONLY_THE_LEAD');
    const versions = await assessmentsOf(ctx.uow, episodeId);
    const obstacle = obstacleTo(facts, versions);
    if (obstacle) throw new DomainError(obstacle.code, 422, { detail: obstacle.words });
    const form = await formInForce(ctx.uow, 'caf');
    const id = await addAssessment(ctx, {
      episodeId,
      versionNo: (versions[0]?.versionNo ?? 0) + 1,
      formCode: form.code,
      formVersion: form.version,
    });
    const [before] = versions;
    if (before) await carryAnswers(ctx.uow, before.id, id, notBeforeBirth(currentForm('caf')));
    else await this.defaults(ctx, episodeId, id);
    await ctx.audit({
      episodeId,
      childIds: facts.episode.childIds,
      categories: ['INVOLVE'],
      basis: before ? ['carried'] : [],
    });
    return id;
  }

  /** Why no version can be begun now, in words; null when one can. */
  async whyNot(ctx: AccessContext, episodeId: string): Promise<string | null> {
    const facts = await this.lifecycle.facts(ctx, episodeId);
    if (!this.mayLeadSync(ctx, facts.access)) return 'The author or the lead professional begins it';
    return obstacleTo(facts, await assessmentsOf(ctx.uow, episodeId))?.words ?? null;
  }

  mayLead(ctx: AccessContext, facts: EpisodeFacts): Promise<boolean> {
    return Promise.resolve(this.mayLeadSync(ctx, facts));
  }

  private mayLeadSync(ctx: AccessContext, facts: EpisodeFacts): boolean {
    const roles = rolesOf(ctx, facts);
    return roles.includes('AUTHOR') || roles.includes('LP');
  }

  private async defaults(ctx: AccessContext, episodeId: string, assessmentId: string): Promise<void> {
    const children = await childrenOfCase(ctx.uow, episodeId);
    for (const child of children.filter((each) => each.isUnborn))
      for (const [section, parts] of Object.entries(unbornDefaults(currentForm('caf'))))
        for (const { category, answers } of parts)
          await addPart(
            ctx,
            { assessmentId, episodeId, section, category, subjectId: child.id, aboutPersonId: null },
            { ...answers },
          );
  }
}

function obstacleTo(facts: MoveFacts, versions: readonly { status: string }[]): Obstacle | null {
  const { state } = facts.episode;
  if (versions.some((each) => each.status === 'DRAFT'))
    return { code: 'ALREADY_STARTED', words: 'A version is being written already' };
  if (!facts.known.assessConsent)
    return { code: 'CONSENT_MISSING', words: 'Record the agreement of someone who may give it' };
  const fits = versions.length === 0 ? state === 'ASSESSING' : AGAIN.includes(state);
  return fits ? null : { code: 'WRONG_STATE', words: 'This cannot be done where the work stands now' };
}
