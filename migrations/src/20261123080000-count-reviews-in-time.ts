import type { MigrationInterface, QueryRunner } from 'typeorm';
import { IN_AREA, MINE, NOT_HIDDEN, WHO } from './sql/report-progress.js';

/** Reviews that fell due in a period and when they were held (M09): those held, and those whose day went by without one. */
export class CountReviewsInTime20261123080000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create index review_due on app.review (due_on);

      create function sec.reviews_due(p_from date, p_to date, p_locality text)
        returns table (due_on date, held_on date, n integer)
        language plpgsql stable security definer set search_path = ''
        as $$
        #variable_conflict use_column
        declare
          ${WHO}
        begin
          if scope is null then return; end if;
          return query
            select v.due_on, v.held_on, count(*)::int
            from app.review v join app.episode x on x.id = v.episode_id
            where v.due_on between p_from and p_to and ${IN_AREA('x')} and ${MINE('x')} and ${NOT_HIDDEN('x')}
            group by v.due_on, v.held_on
            union all
            select x.next_review_on, null::date, count(*)::int
            from app.episode x
            where x.state in ('PLAN_ACTIVE', 'PANEL_REVIEW') and x.next_review_on between p_from and p_to
              and x.next_review_on < (select sec.today())
              and not exists (select 1 from app.review v where v.episode_id = x.id and v.due_on = x.next_review_on)
              and ${IN_AREA('x')} and ${MINE('x')} and ${NOT_HIDDEN('x')}
            group by x.next_review_on;
        end $$;
      revoke all on function sec.reviews_due(date, date, text) from public;
      grant execute on function sec.reviews_due(date, date, text) to app_user;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop function sec.reviews_due;
      drop index app.review_due;
    `);
  }
}
