import type { ActorFacts } from '@encircle/shared/policy';
import { actorOf } from './asker.js';
import type { Entered, UnitOfWork } from '#api/platform/database/unit-of-work.js';
import type { AuditFacts } from '#api/audit/audit.recorder.js';

/**
 * Who is asking, for what purpose, in which transaction. Only the access interceptor, the job runner and tests make
 * one (`AccessContext.for`); every use case takes it as its first argument.
 */
export class AccessContext {
  /** Rows written to the audit log so far; the interceptor holds the answer back while this is 0. */
  audits = 0;

  private constructor(
    readonly uow: UnitOfWork,
    readonly permission: string,
    readonly requestId: string,
  ) {}

  static for(uow: UnitOfWork, permission: string, requestId: string): AccessContext {
    return new AccessContext(uow, permission, requestId);
  }

  get who(): Entered {
    return this.uow.entered;
  }

  get userId(): string {
    return this.uow.entered.userId;
  }

  /** The worker's agency. Family accounts have none and never reach a use case that needs it. */
  get agencyId(): string {
    return this.uow.entered.agencyId ?? '';
  }

  get now(): string {
    return this.uow.entered.now;
  }

  get today(): string {
    return this.uow.entered.today;
  }

  get actor(): ActorFacts {
    return actorOf(this.uow.entered);
  }

  /** Writes the audit row of this use case in this transaction. */
  async audit(facts: AuditFacts): Promise<void> {
    await this.uow.rows('select audit.record($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)', [
      facts.action ?? this.permission,
      facts.outcome ?? 'ALLOW',
      facts.episodeId ?? null,
      facts.childIds ?? [],
      facts.categories ?? [],
      facts.basis ?? [],
      facts.channel ?? 'screen',
      facts.count ?? null,
      facts.queryHash ?? null,
      this.requestId,
      facts.fields ?? [],
    ]);
    this.audits += 1;
  }
}
