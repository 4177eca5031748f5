import type { MigrationInterface, QueryRunner } from 'typeorm';
import { label, ROW } from './sql/columns.js';
import { CONTEXT, notBarred, protectContent } from './sql/guards.js';

const { PERSON } = CONTEXT;

/** Who of the family is not asked to a meeting, and why (rule 4.2). Not an invitation: no rate counts it. */
export class LeaveOutOfMeetings20261125112000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table app.left_out (
        ${ROW},
        ${label('FAMILY')},
        meeting_id uuid not null references app.meeting,
        person_id uuid not null references app.person,
        code text not null check (code in ('NOT_INVITED_SAFETY', 'NOT_INVITED_OTHER')),
        reason text not null check (length(reason) between 10 and 1000),
        undone_at timestamptz
      );
      create unique index left_out_once on app.left_out (meeting_id, person_id) where undone_at is null;
      ${protectContent('app.left_out')}
      revoke update on app.left_out from app_user;
      grant update (undone_at, version, updated_at) on app.left_out to app_user;
      -- Whoever is not asked learns of it from a person, never from here.
      create policy not_who_is_left_out on app.left_out as restrictive to app_user
        using (person_id is distinct from ${PERSON}) with check (person_id is distinct from ${PERSON});
      create policy not_barred on app.left_out as restrictive to app_user
        using (${notBarred('episode_id')}) with check (${notBarred('episode_id')});`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop table app.left_out;`);
  }
}
