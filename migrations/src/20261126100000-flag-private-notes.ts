import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ROW } from './sql/columns.js';
import { CONTEXT, notBarred, protect } from './sql/guards.js';

const { ROLE, UID, WORKER_ROLES } = CONTEXT;

const NOTE = `exists (select 1 from app.note n where n.id = note_id and n.episode_id = note_flag.episode_id)`;

/**
 * A child's private words may have to be shared when somebody may be harmed (rule 6.6). The mark that says so stands beside
 * the note, not in it: the child reads their own words, and need not yet have been told.
 */
export class FlagPrivateNotes20261126100000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table app.note_flag (
        ${ROW},
        note_id uuid not null unique references app.note,
        episode_id uuid not null references app.episode,
        child_told text not null check (child_told in ('YES', 'NO')),
        not_told_reason text check (length(not_told_reason) between 10 and 1000),
        referral_id uuid references app.referral,
        constraint says_why_not check ((child_told = 'NO') = (not_told_reason is not null))
      );
      ${protect('app.note_flag')}
      grant select, insert on app.note_flag to app_user;
      grant update (referral_id, version, updated_at) on app.note_flag to app_user;
      -- Workers who read the words, and an officer whose task they are; the family does not learn of it from here.
      create policy with_the_note on app.note_flag for select to app_user
        using ((${ROLE} in ${WORKER_ROLES} or ${ROLE} = 'IGO') and ${NOTE});
      create policy may_add on app.note_flag for insert to app_user with check (${ROLE} in ${WORKER_ROLES}
        and created_by = ${UID} and referral_id is null and exists (select 1 from app.note n where n.id = note_id
          and n.episode_id = note_flag.episode_id and n.category = 'PRIVATE' and n.struck_at is null));
      create policy may_change on app.note_flag for update to app_user using (${ROLE} in ${WORKER_ROLES} and ${NOTE})
        with check (${NOTE} and exists (select 1 from app.referral r where r.id = referral_id and r.author_id = ${UID}));
      create policy not_barred on app.note_flag as restrictive to app_user
        using (${notBarred('episode_id')}) with check (${notBarred('episode_id')});`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop table app.note_flag;`);
  }
}
