import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The schema of use cases that are one statement each, and what their lists are driven by. */
export class CreateHotReads20261122120000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create schema if not exists hot;
      grant usage on schema hot to app_user, encircle_login;
      create index episode_opened on app.episode (opened_on desc, id);`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop index app.episode_opened; drop schema hot;`);
  }
}
