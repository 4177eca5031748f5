import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ROW } from './sql/columns.js';
import { CONTEXT, protect } from './sql/policies.js';

const { UID, ROLE, NOW, TEAM } = CONTEXT;

/**
 * Whoever works with a child asks the CAF team to shield the record (rule 6.8); the team puts the shield on within the hour or
 * says why not. What was asked is read by the asker and the CAF team alone.
 */
export class AskForShields20261126200000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table app.shield_request (
        ${ROW},
        episode_id uuid not null references app.episode,
        person_id uuid not null references app.person,
        requester_id uuid not null references app.app_user,
        requester_agency_id uuid not null references app.agency,
        ground text not null,
        reason text not null check (length(reason) between 20 and 1000),
        status text not null default 'ASKED' check (status in ('ASKED', 'SET', 'DECLINED')),
        answered_by uuid references app.app_user,
        answered_at timestamptz,
        answer text,
        constraint answered_whole check ((status = 'ASKED') = (answered_at is null)),
        constraint declined_says_why check ((status = 'DECLINED') = (answer is not null))
      );
      create index shield_request_episode on app.shield_request (episode_id);
      create index shield_request_waiting on app.shield_request (created_at, id) where status = 'ASKED';
      create unique index shield_request_once on app.shield_request (person_id, requester_id) where status = 'ASKED';
      ${protect('app.shield_request')}
      grant select, insert, update on app.shield_request to app_user;
      create policy concerned on app.shield_request for select to app_user
        using (requester_id = ${UID} or ${ROLE} = 'CAFC');
      create policy not_barred on app.shield_request as restrictive for select to app_user
        using (episode_id <> all ((select sec.barred_episodes())::uuid[]));
      create policy team_asks on app.shield_request for insert to app_user with check (
        requester_id = ${UID} and created_by = ${UID} and status = 'ASKED' and exists (
          select 1 from app.edge e where e.episode_id = shield_request.episode_id and e.user_id = ${UID} and e.kind in ${TEAM}
            and e.from_at <= ${NOW} and ${NOW} < e.until_at));
      create policy caf_team_answers on app.shield_request for update to app_user using (${ROLE} = 'CAFC');`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop table app.shield_request');
  }
}
