import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Ties are asked for by their child, ended ones too; since somebody may come back, the index of what holds now no longer serves. */
export class IndexTiesByChild20261127010200 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query('create index relationship_child on app.relationship (child_id)');
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop index app.relationship_child');
  }
}
