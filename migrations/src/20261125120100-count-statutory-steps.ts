import type { MigrationInterface, QueryRunner } from 'typeorm';
import { IN_AREA, MINE, NOT_HIDDEN, WHO } from './sql/report-progress.js';

const SHUT = `('CLOSED', 'REJECTED', 'MERGED', 'ARCHIVED', 'DISPOSED')`;
const REFERRED = `('T04', 'T07', 'T10', 'T21', 'T22')`;

/** The last day of a case that is over; null while it is open. */
const ENDED = `case when x.state in ${SHUT} then coalesce(x.closed_on, (x.state_since at time zone 'Europe/London')::date) end`;

/**
 * Step up and step down in a period (M19, M20), and the days cases were open without those social care led (M33). The way is from
 * the history of moves: every figure is of cases this reader counts elsewhere, too.
 */
export class CountStatutorySteps20261125120100 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create index episode_move_happened on app.episode_move (happened_on, transition);

      create function sec.statutory_counts(p_from date, p_to date, p_locality text)
        returns table (figure text, one integer, two integer, day date, other_day date, n integer)
        language plpgsql stable security definer set search_path = ''
        as $$
        #variable_conflict use_column
        declare
          ${WHO}
        begin
          if scope is null then return; end if;
          return query
            with counted as materialized (
              select x.id, x.opened_on, ${ENDED} as ended_on, x.closed_on, x.closure_reason
              from app.episode x where x.opened_on <= p_to and x.state <> 'MERGED' and ${IN_AREA('x')} and ${MINE('x')} and ${NOT_HIDDEN('x')}),
            moved as materialized (
              select m.episode_id, m.transition, m.happened_on, m.created_at, m.id from counted c
              join app.episode_move m on m.episode_id = c.id where m.happened_on between p_from and p_to),
            paused as (
              select s.episode_id, sum(s.until_on - s.from_on)::int as days from (
                select m.episode_id, m.to_state, m.happened_on as from_on,
                  coalesce(lead(m.happened_on) over (partition by m.episode_id order by m.created_at, m.id), c.closed_on, c.ended_on) as until_on
                from counted c join app.episode_move m on m.episode_id = c.id
                where c.closed_on between p_from and p_to and m.from_state is distinct from m.to_state) s
              where s.to_state = 'PAUSED_STATUTORY' and s.until_on > s.from_on group by s.episode_id)
            select 'OPEN'::text, null::integer, null::integer, null::date, null::date, count(*)::int from counted c
              where c.ended_on is null or c.ended_on >= p_from
            union all
            select 'STEPPED_UP', null, null, null, null, count(distinct m.episode_id)::int from moved m where m.transition = 'T23'
            union all
            select case when m.transition in ${REFERRED} then 'SENT' when m.transition = 'T23' then 'ACCEPTED' else 'NOT_ACCEPTED' end,
              null, null, null, null, count(*)::int
            from moved m where m.transition in ${REFERRED} or m.transition in ('T23', 'T24') group by 1
            union all
            -- Social care handed back: the day of it, and the day the team first met after it.
            select 'INWARD', null, null, i.day, i.met_on, count(*)::int from (
              select m.happened_on as day, (
                select min((t.held_at at time zone 'Europe/London')::date) from app.meeting t
                where t.episode_id = m.episode_id and t.status = 'HELD' and t.type in ('INITIAL_TAC', 'REVIEW_TAC')
                  and (t.held_at at time zone 'Europe/London')::date >= m.happened_on) as met_on
              from moved m where m.transition in ('T26', 'T40')) i
            group by i.day, i.met_on
            union all
            select 'OUTWARD', null, null, null, null, count(*)::int from counted c
            where c.closed_on between p_from and p_to and c.closure_reason like 'STEP_DOWN%'
            union all
            select 'SPENT', greatest(c.closed_on - c.opened_on - coalesce(p.days, 0), 0), coalesce(p.days, 0), null, null, count(*)::int
            from counted c left join paused p on p.episode_id = c.id
            where c.closed_on between p_from and p_to and c.closure_reason is not null
            group by 2, 3;
        end $$;
      revoke all on function sec.statutory_counts(date, date, text) from public;
      grant execute on function sec.statutory_counts(date, date, text) to app_user;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop function sec.statutory_counts; drop index app.episode_move_happened;`);
  }
}
