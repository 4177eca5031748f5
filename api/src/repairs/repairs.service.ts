import { Injectable } from '@nestjs/common';
import { parseEpisodeReference } from '@encircle/shared/reference-numbers';
import type { EpisodeFacts } from '@encircle/shared/policy';
import type { RepairView } from '@encircle/shared/recording';
import type { AccessContext } from '#api/access/access-context.js';
import { AccessService } from '#api/access/access.service.js';
import { readable } from '#api/access/labelled.js';
import { DomainError, forbidden, invalid } from '#api/platform/errors/domain-error.js';
import {
  addRepair,
  childrenOf,
  recordOf,
  refOf,
  repairsOf,
  type Change,
  type Mended,
  type MendedKind,
} from './persistence/repairs.repository.js';

export type { Change, Mended, MendedKind };

/** What whoever wrote something may mend, and what is kept of it (E10): the same for notes, meetings and assessments. */
@Injectable()
export class RepairsService {
  constructor(private readonly access: AccessService) {}

  /**
   * @param mendUntil last day on which the asker may mend it; null when it is not theirs
   * @throws 403 for what somebody else wrote, 409 after the time the area sets, with what is left to do
   */
  demandOpen(ctx: AccessContext, mine: boolean, mendUntil: string | null, instead: string): void {
    if (!mine) throw forbidden('NOT_YOURS_TO_MEND');
    if (mendUntil === null || ctx.today > mendUntil)
      throw new DomainError('REPAIR_TOO_LATE', 409, {
        detail: `Whoever wrote it could mend it until ${mendUntil ?? ''}. ${instead}`,
      });
  }

  /** One row for its readers, and what stood there for an auditor. */
  add(ctx: AccessContext, kind: MendedKind, of: Mended, change: Change): Promise<void> {
    return addRepair(ctx, kind, of, change);
  }

  /** How something was mended, newest first, as far as this reader may know of it. */
  async of(
    ctx: AccessContext,
    facts: EpisodeFacts,
    kind: MendedKind,
    id: string | null,
  ): Promise<RepairView[]> {
    const rows = readable(this.access, ctx, facts, await repairsOf(ctx.uow, facts.id, kind, id));
    return rows.map(({ what, at, by, reason, before, after, away }) => ({
      what,
      at,
      by,
      reason,
      before,
      after,
      away,
    }));
  }

  /**
   * The other record something belongs on, by its reference: one the asker works on.
   * @throws 400 naming the field, the same for a record that is not there; 409 where nothing goes out by itself
   */
  async otherRecord(ctx: AccessContext, from: EpisodeFacts, ref: string): Promise<EpisodeFacts> {
    const asked = parseEpisodeReference(ref);
    const targetId = asked === null ? null : await recordOf(ctx, asked);
    const target = targetId === null ? null : await this.access.facts(ctx, targetId).catch(hidden);
    if (target === null || target.id === from.id)
      throw invalid({ ref: ['Enter the reference of another record you work on'] });
    if (from.shields.some((each) => each.from <= ctx.now && (each.to === null || ctx.now < each.to)))
      throw new DomainError('ASK_INSTEAD', 409, {
        detail: 'Nothing is taken out of this record by hand. Ask the CAF team',
      });
    return target;
  }

  /** Whom of that record it is about. @throws 400 with the children to choose from when there are several */
  async childThere(ctx: AccessContext, target: EpisodeFacts, subjectId: string | undefined): Promise<string> {
    const child = subjectId ?? (target.subjects.length === 1 ? target.subjects[0]?.personId : undefined);
    if (child !== undefined) return child;
    throw new DomainError('INVALID', 400, {
      fields: { subjectId: ['Say which child of that record it is about'] },
      data: { children: await childrenOf(ctx, target.id) },
    });
  }

  async references(
    ctx: AccessContext,
    from: EpisodeFacts,
    to: EpisodeFacts,
  ): Promise<{ from: string | null; to: string | null }> {
    return { from: await refOf(ctx, from.id), to: await refOf(ctx, to.id) };
  }
}

/** A record that is hidden is one that is not there. */
const hidden = (error: unknown): null => {
  if (error instanceof DomainError && error.status === 404) return null;
  throw error;
};
