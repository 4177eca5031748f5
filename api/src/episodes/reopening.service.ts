import { Injectable } from '@nestjs/common';
import type { EpisodeStateView, ReopenEpisode } from '@encircle/shared/episodes';
import type { AccessContext } from '#api/access/access-context.js';
import { AccessService } from '#api/access/access.service.js';
import { invalid } from '#api/platform/errors/domain-error.js';
import { EpisodesService } from './episodes.service.js';
import { LifecycleService } from './lifecycle.service.js';

/** A closed record never goes on: work that begins again is a new record, linked to the old one (T35). */
@Injectable()
export class ReopeningService {
  constructor(
    private readonly access: AccessService,
    private readonly lifecycle: LifecycleService,
    private readonly episodes: EpisodesService,
  ) {}

  /** What the family agreed to before is not carried over: the new record asks anew. */
  async reopen(ctx: AccessContext, episodeId: string, body: ReopenEpisode): Promise<EpisodeStateView> {
    const access = await this.access.facts(ctx, episodeId);
    this.access.demand(ctx, access, 'read', { categories: ['INVOLVE'], authorId: ctx.userId });
    if (!body.issues.includes(body.mainIssue))
      throw invalid({ mainIssue: ['Choose the main worry among those you ticked'] });
    const facts = await this.lifecycle.facts(ctx, episodeId);
    const { version, ...worry } = body;
    await this.lifecycle.move(ctx, facts, 'T35', { version });
    const { type, childIds } = facts.episode;
    return this.episodes.begin(
      ctx,
      { ...worry, type: type as 'CHILD' | 'FAMILY', childIds },
      // A family that comes back from another area is no second referral (rule 7.2).
      { previousId: episodeId, reReferral: body.source !== 'TRANSFER_IN' },
    );
  }
}
