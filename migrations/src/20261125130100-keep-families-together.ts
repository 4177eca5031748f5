import type { MigrationInterface, QueryRunner } from 'typeorm';
import { deriveCaseFacts } from './sql/hot/case-facts.js';
import {
  ADD_CHILD,
  CARRY_ANSWERS,
  FAMILY_ASSESSMENTS,
  FAMILY_COUNTS,
  MOVE_CHILD,
  SUBJECT_STATE,
} from './sql/family-records.js';

const FACTS = 'sec.episode_facts(uuid)';
const COUNTS = 'sec.progress_counts(date, date, date[], text)';
const REPLACED = ['sec.carry_answers(uuid, uuid)', FACTS, COUNTS];

/** Family records: said once for several children, and one child's part may go another way (rule 3.11). */
export class KeepFamiliesTogether20261125130100 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(
      `insert into sec.replaced_function select s || ' before families', pg_get_functiondef(s::regprocedure) from unnest($1::text[]) s`,
      [REPLACED],
    );
    await q.query(`
      alter table app.answer add column together_id uuid;
      create index answer_together on app.answer (together_id) where together_id is not null;
      -- Null: as the record stands. Otherwise this child's part alone.
      alter table app.episode_subject
        add column state text check (state in ('STEP_UP_PENDING', 'PAUSED_STATUTORY', 'CLOSED')),
        add column state_since timestamptz,
        add column closure_reason text;
      ${CARRY_ANSWERS}
      ${MOVE_CHILD}
      ${ADD_CHILD}
      ${FAMILY_ASSESSMENTS}
      grant execute on function sec.move_child(uuid, uuid, text, text, text, date, text, jsonb), sec.add_child(uuid, uuid),
        sec.family_assessments(uuid, uuid) to app_user;
    `);
    await this.change(q, FACTS, SUBJECT_STATE);
    await this.change(q, COUNTS, FAMILY_COUNTS);
    await deriveCaseFacts(q);
  }

  private async change(
    q: QueryRunner,
    signature: string,
    [from, to]: readonly [string, string],
  ): Promise<void> {
    const [{ text }] = (await q.query(`select pg_get_functiondef($1::regprocedure) as text`, [
      signature,
    ])) as [{ text: string }];
    if (!text.includes(from)) throw new Error(`${signature} has no ${from}`);
    await q.query(text.replace(from, () => to));
  }

  async down(q: QueryRunner): Promise<void> {
    const before = (await q.query(
      `delete from sec.replaced_function where signature like '% before families' returning definition`,
    )) as [{ definition: string }[], number];
    await q.query('drop function sec.family_assessments, sec.add_child, sec.move_child');
    for (const { definition } of before[0]) await q.query(definition);
    await deriveCaseFacts(q);
    await q.query(`
      alter table app.episode_subject drop column closure_reason, drop column state_since, drop column state;
      drop index app.answer_together;
      alter table app.answer drop column together_id;
    `);
  }
}
