import type { MigrationInterface, QueryRunner } from 'typeorm';
import { changeFunctions, restoreFunctions } from './sql/replaced.js';

const MARK = ' before instants';

/**
 * Two answers of the database that were not the policy's. A line given at the very instant all agreement ended was read by
 * itself, not with the lines before it, which a withdrawal at that instant outweighs. And an archived record that a
 * disclosure opens for what is about one person was opened by its old agreement for its other children too.
 */
export class MindTheInstantAndTheArchive20261127020000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await changeFunctions(q, MARK, {
      'sec.contest_lines(uuid[])': ['c.given_at < x.withdrawn_at', 'c.given_at <= x.withdrawn_at'],
      'sec.open_kinds(uuid)': [
        "if v_role not in ('PRACT', 'AMGR')",
        "if v_role not in ('PRACT', 'AMGR') or sec.archived(p_episode)",
      ],
    });
    await q.query(
      'select sec.contest_lines(array(select x.id from app.episode x where x.withdrawn_at is not null))',
    );
  }

  async down(q: QueryRunner): Promise<void> {
    await restoreFunctions(q, MARK);
  }
}
