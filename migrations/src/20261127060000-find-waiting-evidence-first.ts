import type { MigrationInterface, QueryRunner } from 'typeorm';
import { EVIDENCE_TASKS } from './sql/claims.js';

/** The looks that are due were worked out for every closed record of a service before asking which has any evidence. */
export class FindWaitingEvidenceFirst20261127060000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(EVIDENCE_TASKS);
  }

  /** The slow one gave the same answer and is not brought back. */
  async down(): Promise<void> {
    await Promise.resolve();
  }
}
