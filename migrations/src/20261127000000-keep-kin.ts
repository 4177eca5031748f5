import type { MigrationInterface, QueryRunner } from 'typeorm';
import { deriveCaseFacts } from './sql/hot/case-facts.js';
import { HELD_THEN, KEEP_KIN } from './sql/kin.js';
import { mayWrite } from './sql/guards.js';
import { changeFunctions, restoreFunctions } from './sql/replaced.js';

const MARK = ' before kin';

/** Who belongs to a child is written down, put right and ended by those who keep the record, and the history keeps both. */
export class KeepKin20261127000000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(KEEP_KIN);
    await changeFunctions(q, MARK, HELD_THEN);
    await deriveCaseFacts(q);
  }

  async down(q: QueryRunner): Promise<void> {
    await restoreFunctions(q, MARK);
    await deriveCaseFacts(q);
    await q.query(`
      drop policy portal_stays_shut on app.relationship;
      grant update on app.relationship to app_user;
      create policy may_change on app.relationship for update to app_user
        using (exists (select 1 from app.episode_subject s where s.person_id = child_id and ${mayWrite('s')}));
      drop function sec.end_relative, sec.change_relative, sec.pr_end;
      drop table app.relationship_past;
      drop function sec.keeps_family;
      drop index app.relationship_once;
      alter table app.relationship drop column pr_until,
        add constraint relationship_once unique (child_id, person_id, kind);`);
  }
}
