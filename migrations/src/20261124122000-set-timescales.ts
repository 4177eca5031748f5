import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ROW } from './sql/columns.js';
import { CONTEXT, protect } from './sql/policies.js';

/**
 * Local time limits (rule 5.4). A change is a row more, never a change of a row: a clock goes by what was in force when it
 * started, so that nobody who was in time becomes late by a setting.
 */
export class SetTimescales20261124122000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table app.timescale (
        ${ROW},
        key text not null check (key ~ '^[a-z.]+\\.(wd|weeks|months|days)$'),
        value integer not null check (value between 1 and 400),
        number integer not null check (number > 0),
        from_at timestamptz not null default sec.now(),
        constraint timescale_number_once unique (key, number)
      );
      create index timescale_in_force on app.timescale (key, from_at desc, number desc);
      ${protect('app.timescale')}
      grant select on app.timescale to app_user;
      grant insert (key, value, number, created_by) on app.timescale to app_user;
      create policy everybody_reads on app.timescale for select to app_user using (true);
      create policy administrators_set on app.timescale for insert to app_user
        with check (${CONTEXT.ROLE} = 'SADM' and created_by = ${CONTEXT.UID});

      -- What was in force at an instant, by key; the program knows the rest.
      create function sec.timescales_at(p_at timestamptz) returns jsonb
        language sql stable security definer set search_path = ''
        as $$
          select coalesce(jsonb_object_agg(t.key, t.value), '{}') from (
            select distinct on (s.key) s.key, s.value from app.timescale s where s.from_at <= p_at
            order by s.key, s.from_at desc, s.number desc) t
        $$;

      -- What was in force when the clock of a case's stage started: a planned first meeting counts from the finished
      -- assessment, everything else from when the stage began.
      create function sec.timescales_of(p_episode uuid) returns jsonb
        language sql stable security definer set search_path = ''
        as $$
          select sec.timescales_at(case when x.state = 'TAC_PLANNED' then coalesce((
              select max(m.created_at) from app.episode_move m where m.episode_id = x.id and m.to_state = 'ASSESSED'), x.state_since)
            else x.state_since end)
          from app.episode x where x.id = p_episode and sec.related(p_episode)
        $$;
      revoke all on function sec.timescales_at(timestamptz), sec.timescales_of(uuid) from public;
      grant execute on function sec.timescales_at(timestamptz), sec.timescales_of(uuid) to app_user;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop function sec.timescales_of, sec.timescales_at; drop table app.timescale;`);
  }
}
