import { describe, expect } from '@jest/globals';
import type { Play } from '../kit/play.js';
import { AttendancePage } from '../pages/attendance.page.js';
import { DashboardPage } from '../pages/dashboard.page.js';

/** Steps 9, 13 and 14: what managers count. */
export function figures(play: Play): void {
  describe('the manager', () => {
    play.story.step('Rosa sees the figure that plain SQL counts, with its parts', async () => {
      const page = await play.cast.as('rosa');
      const asked = page.waitForResponse((answer) => answer.url().includes('/api/reports/attendance?'));
      const report = await new AttendancePage(page).open();
      const { from, to } = (await (await asked).json()) as { from: string; to: string };
      const [counted] = await play.clock.rows<{ part: number; whole: number; percent: string }>(
        `select count(*) filter (where i.attendance in ('ATT', 'PART', 'DEP', 'REP'))::int as part, count(*)::int as whole,
                round(100.0 * count(*) filter (where i.attendance in ('ATT', 'PART', 'DEP', 'REP')) / count(*), 1) || '%' as percent
         from app.meeting m join app.invitation i on i.meeting_id = m.id
         where m.status = 'HELD' and not i.is_family and i.attendance in ('ATT', 'PART', 'DEP', 'REP', 'APO', 'DNA')
           and (m.held_at at time zone 'Europe/London')::date between $1 and $2`,
        [from, to],
      );
      expect(await report.whole()).toEqual(counted);
      expect(to >= play.day(78)).toBe(true);
      expect(await play.cast.scan('attendance', page)).toEqual([]);
      expect(await page.locator('main').innerText()).not.toMatch(/Juno|Vale/);
    });

    play.story.step('the quarter counts the late review as late, and the closing as a good one', async () => {
      const page = await play.cast.as('rosa');
      const asked = page.waitForResponse((answer) => answer.url().includes('/api/reports/progress'));
      const dashboard = await new DashboardPage(page).open();
      const { quarter } = (await (await asked).json()) as { quarter: { from: string; to: string } };
      const span = [quarter.from, quarter.to];
      const [reviews] = await play.clock.rows<{ part: string; whole: string }>(
        `select to_char(count(*) filter (where held <= due), 'FM999,999') as part, to_char(count(*), 'FM999,999') as whole
         from (select v.due_on as due, v.held_on as held from app.review v
               union all
               select e.next_review_on, null from app.episode e
               where e.state in ('PLAN_ACTIVE', 'PANEL_REVIEW') and e.next_review_on < sec.today()
                 and not exists (select 1 from app.review v where v.episode_id = e.id and v.due_on = e.next_review_on)) r
         where due between $1 and $2`,
        span,
      );
      const [closed] = await play.clock.rows<{ met: number }>(
        `select count(*)::int as met from app.episode where closure_reason = 'NEEDS_MET' and closed_on between $1 and $2`,
        span,
      );
      const words = (await dashboard.quarter()).replace(/\s+/g, ' ');
      expect(words).toContain(
        `${reviews?.part} of ${reviews?.whole} reviews due in the quarter were held by their day`,
      );
      expect(words).toContain(`Needs met, everyday services are enough ${closed?.met}`);
      expect(words).toContain('closed with needs met or stepped down');
      const late = await play.clock.rows(
        `select review_no as "no", held_on > due_on as late from app.review where episode_id = $1 order by 1`,
        [play.caseId],
      );
      expect(late).toEqual([
        { no: 1, late: false },
        { no: 2, late: false },
        { no: 3, late: true },
      ]);
    });
  });
}
