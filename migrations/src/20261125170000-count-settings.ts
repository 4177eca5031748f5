import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A local setting may also say how often something happens, such as the reviews after which a case is thought over anew. */
export class CountSettings20261125170000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table app.timescale drop constraint timescale_key_check,
        add constraint timescale_key_check check (key ~ '^[a-z.]+\\.(wd|weeks|months|days|times)$')`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      delete from app.timescale where key ~ '\\.times$';
      alter table app.timescale drop constraint timescale_key_check,
        add constraint timescale_key_check check (key ~ '^[a-z.]+\\.(wd|weeks|months|days)$')`);
  }
}
