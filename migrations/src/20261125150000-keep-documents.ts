import type { MigrationInterface, QueryRunner } from 'typeorm';
import { label, ROW } from './sql/columns.js';
import * as guards from './sql/guards.js';

const { UID, ROLE, WORKER_ROLES } = guards.CONTEXT;

const FILE = `
  kind text not null check (kind in ('PDF', 'JPEG', 'PNG', 'WEBP', 'DOCX', 'XLSX', 'ODT', 'TXT')),
  bytes integer not null check (bytes > 0 and bytes <= 10000000),
  pages integer,
  taken_out text[] not null default '{}',
  state text not null check (state in ('CLEAN', 'QUARANTINED', 'REFUSED')),
  nonce bytea not null,
  ciphertext bytea not null,
  key_version smallint not null`;

/** Documents of a case: what was looked through, sealed under a key outside the database, with the label of all content. */
export class KeepDocuments20261125150000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      -- Waits for a day to be filed in a case; nobody's but whoever sent it.
      create table app.upload (
        ${ROW},
        user_id uuid not null references app.app_user,
        ${FILE},
        expires_at timestamptz not null default sec.now() + interval '24 hours'
      );
      create index upload_user on app.upload (user_id, created_at);
      ${guards.protect('app.upload')}
      grant select, insert, delete on app.upload to app_user;
      create policy sender_only on app.upload to app_user using (user_id = ${UID})
        with check (user_id = ${UID} and ${ROLE} in ${WORKER_ROLES});

      create table app.document (
        ${ROW},
        ${label()},
        title text not null check (length(title) between 1 and 160),
        dated_on date,
        own_work boolean not null default false,
        consent_id uuid references app.consent,
        ${FILE},
        struck_at timestamptz,
        struck_by uuid references app.app_user,
        struck_reason text,
        constraint document_of_a_child check (subject_id is not null),
        constraint document_struck_says_why check (struck_at is null or struck_reason is not null)
      );
      -- Sealed bytes do not get smaller.
      alter table app.document alter column ciphertext set storage external;
      alter table app.upload alter column ciphertext set storage external;
      create index document_episode on app.document (episode_id, created_at desc, id desc);
      create index document_consent on app.document (consent_id) where consent_id is not null;
      ${guards.protectContent('app.document')}
      -- What was filed was filed: it is struck out, and nothing else of it ever changes.
      revoke update on app.document from app_user;
      grant update (version, updated_at, struck_at, struck_by, struck_reason) on app.document to app_user;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop table app.document, app.upload;');
  }
}
