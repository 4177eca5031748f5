import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ROW } from './sql/columns.js';
import {
  ARCHIVE_DUE,
  DISPOSE,
  KEEP_COMPLETED,
  KEEPING_FACTS,
  KEEPING_WORK,
  KEPT_RECORDS,
  MOVE_EPISODE,
  RETENTION,
  STAMP_CLOSING,
} from './sql/keeping.js';
import { CONTEXT, protect } from './sql/policies.js';

const REPLACED = [
  'sec.move_episode(uuid, text, integer, text, text, text, date, text, jsonb, jsonb)',
  'sec.stamp_closing()',
  'sec.keep_completed_answers()',
  'sec.keep_completed_assessment()',
];

/** Legal holds, duplicates, the archive and the end of a record (rule 5.2, T36 to T40). */
export class KeepRecords20261125120000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(
      `insert into sec.replaced_function select s, pg_get_functiondef(s::regprocedure) from unnest($1::text[]) s`,
      [REPLACED],
    );
    await q.query(`
      alter table app.episode add column merged_into_id uuid references app.episode;
      create index episode_merged_into on app.episode (merged_into_id) where merged_into_id is not null;
      create index episode_held on app.episode (ref) where legal_hold;

      -- What is left to say that a record was destroyed: for ever, and without a name.
      create table app.disposal (
        ${ROW},
        episode_id uuid not null references app.episode,
        ref text not null,
        opened_on date not null,
        closed_on date,
        retention_ended_on date not null,
        ground text not null check (length(btrim(ground)) >= 10),
        approved_by uuid[] not null check (cardinality(approved_by) >= 2),
        counts jsonb not null,
        constraint disposed_once unique (episode_id)
      );
      ${protect('app.disposal')}
      grant select on app.disposal to app_user;
      create policy officers on app.disposal for select to app_user using (${CONTEXT.ROLE} = 'IGO');

      ${MOVE_EPISODE}
      ${STAMP_CLOSING}
      ${KEEP_COMPLETED}
      ${RETENTION}
      ${KEEPING_FACTS}
      ${KEEPING_WORK}
      ${ARCHIVE_DUE}
      ${DISPOSE}
      ${KEPT_RECORDS}

      -- A record that comes from social care begins with its plan still to make: the team is to meet within days (T40).
      create function sec.step_in(p_episode uuid, p_next date) returns void
        language plpgsql volatile security definer set search_path = ''
        as $$
        begin
          update app.episode set next_review_on = p_next
          where id = p_episode and created_by = sec.uid() and created_at = sec.now() and state = 'PLAN_ACTIVE';
          if not found then raise exception 'no such record was begun here' using errcode = '42501'; end if;
        end $$;
      revoke all on function sec.retention_ends(uuid), sec.archive_on(uuid), sec.keeping_facts(uuid), sec.set_hold(uuid, boolean),
        sec.merge_record(uuid, uuid), sec.shield_alike(uuid, uuid), sec.unmerge_record(uuid), sec.archive_due(),
        sec.dispose_record(uuid, text, uuid[]), sec.forget_people(uuid[]), sec.kept_records(text, text, text, integer),
        sec.step_in(uuid, date) from public;
      grant execute on function sec.keeping_facts(uuid), sec.set_hold(uuid, boolean), sec.merge_record(uuid, uuid),
        sec.unmerge_record(uuid), sec.dispose_record(uuid, text, uuid[]), sec.kept_records(text, text, text, integer),
        sec.step_in(uuid, date) to app_user;
      grant execute on function sec.archive_due() to encircle_login;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    const before = (await q.query(`select definition from sec.replaced_function where signature = any ($1)`, [
      REPLACED,
    ])) as { definition: string }[];
    for (const { definition } of before) await q.query(definition);
    await q.query(`
      delete from sec.replaced_function where signature in (${REPLACED.map((each) => `'${each}'`).join(', ')});
      drop function sec.step_in, sec.kept_records, sec.forget_people, sec.dispose_record, sec.archive_due, sec.unmerge_record,
        sec.shield_alike, sec.merge_record, sec.set_hold, sec.keeping_facts, sec.archive_on, sec.retention_ends;
      drop table app.disposal;
      alter table app.episode drop column merged_into_id;
    `);
  }
}
