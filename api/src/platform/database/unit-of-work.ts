import { QueryFailedError, type DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import { nameOf } from './statement-name.js';
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

interface Answer {
  rows: unknown[];
  rowCount: number | null;
}

interface Client {
  query(question: { name?: string; text: string; values: unknown[] }): Promise<Answer>;
}

/** One transaction with an identity. Opened at the edge of a request, closed after its use case; nothing outlives it. */
export class UnitOfWork {
  private constructor(
    private readonly runner: QueryRunner,
    private readonly client: Client,
    readonly entered: Entered,
  ) {}

  /** For single-record loads and saves of entities; lists and counts are written SQL through `rows`. */
  get manager(): EntityManager {
    return this.runner.manager;
  }

  async rows<T = Row>(sql: string, parameters: readonly unknown[] = []): Promise<T[]> {
    return (await this.ask(sql, parameters)).rows as T[];
  }

  async one<T = Row>(sql: string, parameters: readonly unknown[] = []): Promise<T | null> {
    return (await this.rows<T>(sql, parameters))[0] ?? null;
  }

  /** Rows changed by an UPDATE without RETURNING: 0 means stale or not allowed. */
  async changed(sql: string, parameters: readonly unknown[] = []): Promise<number> {
    return (await this.ask(sql, parameters)).rowCount ?? 0;
  }

  /** A refusal of the database keeps the shape it has everywhere else, so that its code can be read. */
  private async ask(sql: string, parameters: readonly unknown[]): Promise<Answer> {
    try {
      return await this.client.query({ name: nameOf(sql), text: sql, values: [...parameters] });
    } catch (error) {
      throw error instanceof Error ? new QueryFailedError(sql, [], error) : error;
    }
  }

  /**
   * Does `work`, keeps what it answers and undoes what it wrote: what would be so if it were done. An audit row written inside is
   * undone too, so the caller writes its own.
   */
  async tried<T>(work: () => Promise<T>): Promise<T> {
    await this.runner.query('savepoint tried');
    try {
      return await work();
    } finally {
      await this.runner.query('rollback to savepoint tried');
    }
  }

  /**
   * Runs `work` in a transaction bound to the session behind `entry.token`.
   * @throws DomainError SIGN_IN when the session is over, unknown or locked.
   */
  static async run<T>(source: DataSource, entry: Entry, work: (uow: UnitOfWork) => Promise<T>): Promise<T> {
    const runner = source.createQueryRunner();
    try {
      const client = (await runner.connect()) as Client;
      await runner.query(
        `begin; set local role app_user; set local statement_timeout = '5s'; set local lock_timeout = '3s'; set local plan_cache_mode = force_generic_plan;
         set local idle_in_transaction_session_timeout = '15s'`,
      );
      const entered = (await runner.query('select sec.enter($1, $2, $3) as entered', [
        entry.token,
        entry.purpose,
        entry.reason,
      ])) as { entered: Entered | null }[];
      const who = entered[0]?.entered;
      if (!who) throw new DomainError('SIGN_IN', 401);
      const result = await work(new UnitOfWork(runner, client, who));
      await runner.query('commit');
      return result;
    } catch (error) {
      await runner.query('rollback').catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }

  /**
   * Runs `work` in a transaction that cannot write, in the identity `enter` binds it to. For background work that decides
   * in somebody's name; the request path has `run`.
   * @param enter a statement that answers `entered`, as `sec.enter` does
   * @returns null when nobody may be entered as
   */
  static async lookOnly<T>(
    source: DataSource,
    enter: string,
    parameters: readonly unknown[],
    work: (uow: UnitOfWork) => Promise<T>,
  ): Promise<T | null> {
    const runner = source.createQueryRunner();
    try {
      const client = (await runner.connect()) as Client;
      await runner.query(
        `begin transaction read only; set local statement_timeout = '5s'; set local plan_cache_mode = force_generic_plan`,
      );
      const entered = (await runner.query(enter, [...parameters])) as { entered: Entered | null }[];
      const who = entered[0]?.entered;
      if (!who) return null;
      await runner.query('set local role app_user');
      return await work(new UnitOfWork(runner, client, who));
    } finally {
      await runner.query('rollback').catch(() => undefined);
      await runner.release();
    }
  }
}
