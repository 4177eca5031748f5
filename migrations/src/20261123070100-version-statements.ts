import type { MigrationInterface, QueryRunner } from 'typeorm';
import { FIRST_STATEMENTS } from './sql/consent-statements.js';
import { CONTEXT } from './sql/policies.js';

const { UID, ROLE } = CONTEXT;

/**
 * Wording is added, never edited: each text has its version, its language and whether it is easy to read, and an act of
 * agreeing keeps which of them was read out.
 */
export class VersionStatements20261123070100 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table app.consent_statement
        add column form text not null default 'FULL' check (form in ('FULL', 'EASY_READ')),
        drop constraint consent_statement_statement_version_key;
      create unique index consent_statement_once on app.consent_statement (statement_version, language, form);
      alter table app.consent
        add column statement_language text not null default 'en',
        add column statement_form text not null default 'FULL' check (statement_form in ('FULL', 'EASY_READ'));

      grant insert on app.consent_statement to app_user;
      create policy administrators_add on app.consent_statement for insert to app_user
        with check (${ROLE} = 'SADM' and created_by = ${UID} and valid_from >= sec.today());
    `);
    for (const { version, language, form, body } of FIRST_STATEMENTS)
      await q.query(
        `insert into app.consent_statement (statement_version, language, form, body, valid_from)
         values ($1, $2, $3, $4, '2025-09-01')`,
        [version, language, form, body],
      );
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop policy administrators_add on app.consent_statement;
      revoke insert on app.consent_statement from app_user;
      alter table app.consent drop column statement_form, drop column statement_language;
      delete from app.consent_statement where not (statement_version = 'v1' and language = 'en' and form = 'FULL');
      drop index app.consent_statement_once;
      alter table app.consent_statement drop column form,
        add constraint consent_statement_statement_version_key unique (statement_version);
    `);
  }
}
