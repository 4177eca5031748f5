import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ROW, label } from './sql/columns.js';

/** Assessment versions, their answers (one row for each section, subject and kind of information) and drafts. */
export class CreateAssessments20261122090500 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table app.assessment (
        ${ROW},
        ${label('INVOLVE')},
        version_no integer not null check (version_no > 0),
        form_code text not null,
        form_version text not null,
        status text not null default 'DRAFT' check (status in ('DRAFT', 'COMPLETED', 'SUPERSEDED')),
        started_on date not null,
        completed_on date,
        content_hash text,
        constraint assessment_version_once unique (episode_id, version_no),
        constraint completed_is_sealed check (status = 'DRAFT' or (completed_on is not null and content_hash is not null)),
        check (completed_on is null or completed_on >= started_on)
      );

      create table app.answer (
        ${ROW},
        ${label()},
        assessment_id uuid not null references app.assessment,
        section text not null,
        body jsonb not null,
        carried_from_id uuid references app.answer,
        updated_by uuid references app.app_user
      );
      create unique index answer_once on app.answer (assessment_id, section, category,
        coalesce(subject_id, '00000000-0000-0000-0000-000000000000'),
        coalesce(about_person_id, '00000000-0000-0000-0000-000000000000'));

      create table app.draft (
        ${ROW},
        user_id uuid not null references app.app_user,
        form text not null,
        record_id uuid not null,
        section text not null,
        base_version integer not null default 0,
        nonce bytea not null,
        ciphertext bytea not null,
        saved_at timestamptz not null default sec.now(),
        constraint draft_once unique (user_id, form, record_id, section)
      );
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop table app.draft, app.answer, app.assessment;`);
  }
}
