import type { MigrationInterface, QueryRunner } from 'typeorm';
import { WRITE_MOVE_RECORD } from './sql/lifecycle.js';

const CHANGES = [
  ['p_body jsonb)', 'p_body jsonb, p_child uuid)'],
  [
    'if not sec.may_move(p_episode, p_transition) then',
    `if not (sec.may_move(p_episode, p_transition) and exists (select 1 from app.episode_subject s
          where s.episode_id = p_episode and s.person_id = p_child and s.role = 'CHILD_SUBJECT')) then`,
  ],
  ['(episode_id, category', '(episode_id, subject_id, category'],
  ['values (p_episode, case', 'values (p_episode, p_child, case'],
] as const;

/** Of one child of a family record: what is written down with its move is content about that child alone (rule F5). */
const OF_A_CHILD = CHANGES.reduce((text, [from, to]) => {
  if (!text.includes(from)) throw new Error(`sec.write_move_record has no ${from}`);
  return text.replace(from, to);
}, WRITE_MOVE_RECORD);

export class NameWhoLeadsAtSocialCare20261126131000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`${OF_A_CHILD}
      revoke all on function sec.write_move_record(uuid, text, jsonb, uuid) from public;
      grant execute on function sec.write_move_record(uuid, text, jsonb, uuid) to app_user;`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop function sec.write_move_record(uuid, text, jsonb, uuid);`);
  }
}
