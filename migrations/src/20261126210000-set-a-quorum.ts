import type { MigrationInterface, QueryRunner } from 'typeorm';

const CHECK = (pattern: string): string => `alter table app.timescale drop constraint timescale_key_check,
  add constraint timescale_key_check check (key ~ '${pattern}')`;

/**
 * A local setting may also say how many services must come for a meeting to count; and the time for reading a police notice, whose
 * name has a dash in it, can be set.
 */
export class SetAQuorum20261126210000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(CHECK('^[a-z.-]+\\.(wd|weeks|months|days|times|services)$'));
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`delete from app.timescale where key ~ '-|\\.services$'`);
    await q.query(CHECK('^[a-z.]+\\.(wd|weeks|months|days|times)$'));
  }
}
