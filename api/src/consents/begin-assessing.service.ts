import { Injectable } from '@nestjs/common';
import type { AccessContext } from '#api/access/access-context.js';
import { LifecycleService } from '#api/episodes/lifecycle.service.js';

/**
 * Rule T05: agreement to assess, given while it is being sought, begins the assessment. Nobody has to say so twice;
 * agreement that does not cover assessing, or comes at another time, moves nothing.
 */
@Injectable()
export class BeginAssessingService {
  constructor(private readonly lifecycle: LifecycleService) {}

  /** @param agreedOn civil date of agreeing */
  async begin(ctx: AccessContext, episodeId: string, agreedOn: string): Promise<void> {
    const facts = await this.lifecycle.facts(ctx, episodeId);
    if (facts.episode.state !== 'CONSENT_SEEKING') return;
    if (!this.lifecycle.possible(ctx, facts, 'T05')) return;
    await this.lifecycle.move(ctx, facts, 'T05', { happenedOn: agreedOn });
  }
}
