import type { MigrationInterface, QueryRunner } from 'typeorm';
import { DROP_HOT_NOT_BARRED, DROP_NOT_BARRED, HOT_NOT_BARRED, NOT_BARRED } from './sql/barred.js';
import { BARRED, REGISTER, RELATIVES, UNBARRED } from './sql/blocks.js';
import { ROW } from './sql/columns.js';
import { CONTEXT, protect } from './sql/policies.js';

const { UID } = CONTEXT;

/**
 * Conflict-of-interest blocks as people set them (rule R21): who asked, who confirmed, why it ended; staff name their own
 * relatives; and whoever is blocked, or not named on a seal, is shut out by the database of every row of the case.
 */
export class ShutOutConflicts20261123060000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table app.staff_relative (
        ${ROW},
        user_id uuid not null references app.app_user,
        relation text not null check (relation in
          ('OWN_CHILD', 'STEPCHILD', 'GRANDCHILD', 'BROTHER_SISTER', 'NIECE_NEPHEW', 'PARTNERS_CHILD', 'MYSELF', 'OTHER')),
        given_names text not null,
        family_name text not null,
        date_of_birth date not null,
        ended_at timestamptz,
        name_key text not null default ''
      );
      create index staff_relative_user on app.staff_relative (user_id);
      create index staff_relative_key on app.staff_relative (name_key) where ended_at is null;
      ${protect('app.staff_relative')}
      grant select, insert on app.staff_relative to app_user;
      grant update (ended_at, version, updated_at) on app.staff_relative to app_user;
      create policy own on app.staff_relative to app_user using (user_id = ${UID})
        with check (user_id = ${UID} and created_by = ${UID});

      alter table app.conflict_block
        add column basis text not null default 'NAMED' check (basis in ('NAMED', 'RELATIVE')),
        add column asked_by text not null default 'IGO'
          check (asked_by in ('CHILD', 'PARENT', 'LEAD', 'WORKER', 'MANAGER', 'CAF_TEAM', 'IGO')),
        add column relative_id uuid references app.staff_relative,
        add column confirmed_by uuid references app.app_user,
        add column confirmed_at timestamptz,
        add column ended_by uuid references app.app_user,
        add column ended_reason text;
      create index conflict_block_person on app.conflict_block (person_id);
      create index conflict_block_register on app.conflict_block (from_at desc, id desc);`);
    await q.query(BARRED);
    await q.query(NOT_BARRED);
    await q.query(HOT_NOT_BARRED);
    await q.query(RELATIVES);
    await q.query(REGISTER);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop function sec.blocked_here, sec.confirm_block, sec.end_block, sec.block_of, sec.block_register, sec.blocks_of,
        sec.block_rows, sec.set_block, sec.may_block, sec.may_see_blocks, sec.leads_now;
      drop type sec.block_row;
      drop trigger keyed_shuts_out on sec.match_key;
      drop trigger named_shuts_out on app.staff_relative;
      drop trigger keyed on app.staff_relative;
      drop function sec.person_keyed, sec.relative_named, sec.shut_out_relatives, sec.key_relative;
      ${DROP_HOT_NOT_BARRED}
      ${DROP_NOT_BARRED}
      ${UNBARRED}
      drop index app.conflict_block_person, app.conflict_block_register;
      alter table app.conflict_block drop column basis, drop column asked_by, drop column relative_id,
        drop column confirmed_by, drop column confirmed_at, drop column ended_by, drop column ended_reason;
      drop table app.staff_relative;`);
  }
}
