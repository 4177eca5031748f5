import type { MigrationInterface, QueryRunner } from 'typeorm';

const ofRef = (roles: string, clear: string): string => `
  create or replace function sec.episode_of_ref(p_ref text) returns uuid
    language sql stable security definer set search_path = ''
    as $$ select x.id from app.episode x where x.ref = p_ref and sec.role() in (${roles}) ${clear} $$;`;

/** The officer names a case by its reference too; a case somebody is shut out of has none for them. */
export class FindByReference20261123060100 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(ofRef(`'CAFC', 'MASH', 'IGO'`, 'and x.id <> all (sec.barred_episodes())'));
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(ofRef(`'CAFC', 'MASH'`, ''));
  }
}
