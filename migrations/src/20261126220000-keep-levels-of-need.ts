import type { MigrationInterface, QueryRunner } from 'typeorm';
import { label, ROW } from './sql/columns.js';
import { CONTEXT, notBarred, protect, protectContent } from './sql/guards.js';

const { UID, ROLE } = CONTEXT;

/**
 * By which words a level of need was chosen. The description of levels is added in versions and never edited; a level somebody
 * chose with its help is kept with the version, and what was ticked stands in a row for each kind of information.
 */
export class KeepLevelsOfNeed20261126220000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table app.levels_document (
        ${ROW},
        document_version integer not null check (document_version > 1),
        levels jsonb not null check (jsonb_typeof(levels) = 'array'),
        descriptors jsonb not null check (jsonb_typeof(descriptors) = 'array'),
        valid_from date not null,
        constraint levels_document_once unique (document_version)
      );
      ${protect('app.levels_document')}
      grant select, insert on app.levels_document to app_user;
      create policy signed_in on app.levels_document for select to app_user
        using (${UID} is not null and (valid_from <= sec.today() or ${ROLE} = 'SADM'));
      create policy administrators_add on app.levels_document for insert to app_user
        with check (${ROLE} = 'SADM' and created_by = ${UID} and valid_from >= sec.today());

      create table app.level_judgement (
        ${ROW},
        ${label('INVOLVE')},
        place text not null check (place in ('CHECKLIST', 'WITHOUT_AGREEMENT', 'ASSESSMENT', 'REVIEW', 'CLOSURE')),
        level smallint not null check (level between 1 and 4),
        document_version text not null,
        suggested smallint not null check (suggested between 1 and 4)
      );
      create index level_judgement_episode on app.level_judgement (episode_id, created_at desc, id desc);
      ${protectContent('app.level_judgement')}

      create table app.level_ground (
        ${ROW},
        ${label()},
        judgement_id uuid not null references app.level_judgement,
        ticked text[] not null default '{}',
        reason text check (length(reason) <= 300),
        constraint level_ground_says check (cardinality(ticked) > 0 or reason is not null)
      );
      create index level_ground_judgement on app.level_ground (judgement_id);
      create index level_ground_episode on app.level_ground (episode_id);
      ${protectContent('app.level_ground')}
      ${['level_judgement', 'level_ground']
        .map(
          (table) => `
      revoke update on app.${table} from app_user;
      drop policy may_change on app.${table};
      create policy not_barred on app.${table} as restrictive to app_user
        using (${notBarred(`${table}.episode_id`)}) with check (${notBarred(`${table}.episode_id`)});`,
        )
        .join('')}

      alter table app.enquiry_triage
        add column level smallint check (level between 1 and 4),
        add column level_version text,
        add column level_suggested smallint check (level_suggested between 1 and 4),
        add column level_ticked text[] not null default '{}',
        add column level_reason text check (length(level_reason) <= 300),
        add constraint level_with_its_words check ((level is null) = (level_version is null));
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table app.enquiry_triage drop constraint level_with_its_words, drop column level, drop column level_version,
        drop column level_suggested, drop column level_ticked, drop column level_reason;
      drop table app.level_ground, app.level_judgement, app.levels_document;
    `);
  }
}
