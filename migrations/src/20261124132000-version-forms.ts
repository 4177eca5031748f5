import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ROW } from './sql/columns.js';
import { CONTEXT, protect } from './sql/guards.js';

const { UID, ROLE } = CONTEXT;

/**
 * What an area asks beyond the form of the house, in versions: a draft is written until it is published, and a published
 * one is never changed, whoever asks. There is no child in it.
 */
export class VersionForms20261124132000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table app.form_version (
        ${ROW},
        form_code text not null,
        form_version text not null,
        status text not null default 'DRAFT' check (status in ('DRAFT', 'PUBLISHED')),
        questions jsonb not null check (jsonb_typeof(questions) = 'array'),
        published_on date,
        published_by uuid references app.app_user,
        constraint form_version_once unique (form_code, form_version),
        constraint published_whole check ((status = 'PUBLISHED') = (published_on is not null and published_by is not null))
      );
      create unique index one_form_draft on app.form_version (form_code) where status = 'DRAFT';
      ${protect('app.form_version')}
      grant select, insert, update, delete on app.form_version to app_user;
      create policy signed_in on app.form_version for select to app_user
        using (${UID} is not null and (status = 'PUBLISHED' or ${ROLE} = 'SADM'));
      create policy administrators_add on app.form_version for insert to app_user
        with check (${ROLE} = 'SADM' and created_by = ${UID} and status = 'DRAFT');
      create policy administrators_change on app.form_version for update to app_user
        using (${ROLE} = 'SADM' and status = 'DRAFT') with check (${ROLE} = 'SADM');
      create policy administrators_drop on app.form_version for delete to app_user
        using (${ROLE} = 'SADM' and status = 'DRAFT');

      create function sec.keep_published_form() returns trigger
        language plpgsql volatile security definer set search_path = ''
        as $$
        begin
          if old.status = 'PUBLISHED' then
            raise exception 'a published form is never changed' using errcode = 'EC003';
          end if;
          return case tg_op when 'DELETE' then old else new end;
        end $$;
      create trigger published_form_stays before update or delete on app.form_version
        for each row execute function sec.keep_published_form();
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop table app.form_version; drop function sec.keep_published_form();');
  }
}
