import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { DomainError } from '#api/platform/errors/domain-error.js';

/** What `sec.enter` answers: who is asking, in which hat, and the one `now` of this transaction. */
export interface Entered {
  userId: string;
  fullName: string;
  membershipId: string;
  role: string;
  /** This hat is a designated safeguarding lead of its agency (rule 6.7a). */
  safeguardingLead: boolean;
  jobTitle: string;
  professionalRole: string;
  agencyId: string | null;
  agencyName: string | null;
  personId: string | null;
  vettingValidTo: string | null;
  trainingValidTo: string | null;
  agencyInAgreement: boolean;
  hatValid: boolean;
  purpose: string;
  reason: string | null;
  assurance: string;
  signedInAt: string;
  csrfHash: string;
  /** ISO UTC instant; the only clock a use case may read. */
  now: string;
  /** Civil date in London. */
  today: string;
}

export interface Entry {
  token: string;
  purpose: string | null;
  reason: string | null;
}

type Row = Record<string, unknown>;

/** One transaction with an identity. Opened at the edge of a request, closed after its use case; nothing outlives it. */
export class UnitOfWork {
  private constructor(
    private readonly runner: QueryRunner,
    readonly entered: Entered,
  ) {}

  /** For single-record loads and saves of entities; lists and counts are written SQL through `rows`. */
  get manager(): EntityManager {
    return this.runner.manager;
  }

  async rows<T = Row>(sql: string, parameters: readonly unknown[] = []): Promise<T[]> {
    const result: unknown = await this.runner.query(sql, [...parameters]);
    // For UPDATE and DELETE the driver answers [rows, count]; with RETURNING the rows are what callers want.
    const pair = result as [T[], number];
    return Array.isArray(result) &&
      result.length === 2 &&
      Array.isArray(pair[0]) &&
      typeof pair[1] === 'number'
      ? pair[0]
      : (result as T[]);
  }

  async one<T = Row>(sql: string, parameters: readonly unknown[] = []): Promise<T | null> {
    return (await this.rows<T>(sql, parameters))[0] ?? null;
  }

  /** Rows changed by an UPDATE without RETURNING: 0 means stale or not allowed. */
  async changed(sql: string, parameters: readonly unknown[] = []): Promise<number> {
    const result = (await this.runner.query(sql, [...parameters])) as [unknown, number];
    return Array.isArray(result) && typeof result[1] === 'number' ? result[1] : 0;
  }

  /**
   * Runs `work` in a transaction bound to the session behind `entry.token`.
   * @throws DomainError SIGN_IN when the session is over, unknown or locked.
   */
  static async run<T>(source: DataSource, entry: Entry, work: (uow: UnitOfWork) => Promise<T>): Promise<T> {
    const runner = source.createQueryRunner();
    try {
      await runner.connect();
      await runner.query(
        `begin; set local role app_user; set local statement_timeout = '5s'; set local lock_timeout = '3s';
         set local idle_in_transaction_session_timeout = '15s'`,
      );
      const entered = (await runner.query('select sec.enter($1, $2, $3) as entered', [
        entry.token,
        entry.purpose,
        entry.reason,
      ])) as { entered: Entered | null }[];
      const who = entered[0]?.entered;
      if (!who) throw new DomainError('SIGN_IN', 401);
      const result = await work(new UnitOfWork(runner, who));
      await runner.query('commit');
      return result;
    } catch (error) {
      await runner.query('rollback').catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }
}
