import type { DataSource } from 'typeorm';
import type { StatementEntry } from '#api/access/ctx.decorator.js';
import { UnitOfWork } from '#api/platform/database/unit-of-work.js';

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;

/**
 * Writes down a refusal in a transaction of its own, after the use case rolled back, so that the rollback cannot erase
 * it. The episode is the one named in the address, used or not: asking is what is recorded.
 */
export class DeniedAccessRecorder {
  constructor(private readonly source: DataSource) {}

  async record(
    entry: StatementEntry,
    permission: string,
    status: number,
    code: string,
    path: string,
  ): Promise<void> {
    const asked = /\/episodes\//.test(path) ? (UUID.exec(path)?.[0] ?? null) : null;
    await UnitOfWork.run(this.source, entry, (uow) =>
      uow.rows('select audit.record($1, $2, $3, $4, $5, $6, $7, null, null, $8, $9)', [
        permission,
        status === 404 ? 'DENY_HIDE' : 'DENY',
        asked,
        [],
        [],
        [code],
        'screen',
        entry.requestId,
        [],
      ]),
    ).catch(() => undefined);
  }
}
