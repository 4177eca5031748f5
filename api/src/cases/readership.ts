import { Injectable } from '@nestjs/common';
import type { Category, EpisodeFacts } from '@encircle/shared/policy';
import { CaseJudge } from './domain/case-judge.js';
import type { AccessContext } from '#api/access/access-context.js';
import { AccessService } from '#api/access/access.service.js';
import { familyAsker } from '#api/access/family-asker.js';
import { forbidden } from '#api/platform/errors/domain-error.js';

/** For whom a list is decided: its reader, or the person of the family a copy is printed for, whichever may see less. */
export interface Reader {
  /** The person of the family the copy is for. */
  copy: string | null;
  reads(categories: readonly Category[], aboutPersonId?: string): boolean;
}

@Injectable()
export class Readership {
  constructor(private readonly access: AccessService) {}

  /** The information-governance officer reads the log of every record (rule 2.3); the others what they know of the case. */
  async opened(ctx: AccessContext, episodeId: string): Promise<EpisodeFacts> {
    const facts = await this.access.facts(ctx, episodeId);
    const officer = ctx.who.role === 'IGO';
    const decision = this.access.demand(ctx, facts, 'read', { categories: [officer ? 'LOG' : 'INVOLVE'] });
    if (decision.effect !== 'ALLOW' && decision.what !== 'ASK_AGAIN')
      throw forbidden(decision.what ?? 'LIMITED');
    return facts;
  }

  /** @throws 400 for somebody who is not of this family, 403 for one who may not read who is involved */
  readerOf(ctx: AccessContext, facts: EpisodeFacts, copy: string | null): Reader {
    const mine = new CaseJudge(ctx, facts);
    const reading = (judge: CaseJudge): Reader['reads'] => {
      return (categories, aboutPersonId) =>
        facts.subjects.some(({ personId: subjectId }) =>
          judge.mayRead({ subjectId, aboutPersonId: aboutPersonId ?? null, categories }),
        );
    };
    if (copy === null) return { copy, reads: reading(mine) };
    const theirs = reading(new CaseJudge(familyAsker(ctx, facts, copy), facts));
    if (!theirs(['INVOLVE'])) throw forbidden('NOT_FOR_THEM');
    return { copy, reads: (...asked) => reading(mine)(...asked) && theirs(...asked) };
  }

  /** Whether a copy could be printed for this person at all. */
  mayHaveCopy(ctx: AccessContext, facts: EpisodeFacts, personId: string): boolean {
    const judge = new CaseJudge(familyAsker(ctx, facts, personId), facts);
    return facts.subjects.some(({ personId: subjectId }) =>
      judge.mayRead({ subjectId, categories: ['INVOLVE'] }),
    );
  }
}
