import { describe, expect } from '@jest/globals';
import { formatLong } from '@encircle/shared/dates';
import { dueDate } from '@encircle/shared/lifecycle';
import { PEOPLE } from '../kit/people.js';
import { JUNO, type Play } from '../kit/play.js';
import { DashboardPage } from '../pages/dashboard.page.js';
import { MeetingPage } from '../pages/meeting.page.js';
import { PlanPage } from '../pages/plan.page.js';
import { ReviewPage } from '../pages/review.page.js';
import { RoomPage } from '../pages/room.page.js';
import { SCHOOL, WORRY } from './hopes.js';

const TEAM = [JUNO.full, 'Kit Vale', PEOPLE.lena, PEOPLE.hana, PEOPLE.yusuf, PEOPLE.carl];

/** Steps 12 and 13: a second review in time, and a third that comes too late. */
export function laterReviews(play: Play): void {
  const latest = (): string => dueDate('review.max.weeks', play.day(148));
  const planned = async (): Promise<string> => {
    const [row] = await play.clock.rows<{ id: string }>(
      `select id from app.meeting where episode_id = $1 and type = 'REVIEW_TAC' and status = 'PLANNED'`,
      [play.caseId],
    );
    return row?.id ?? '';
  };

  describe('the second review, ten weeks later', () => {
    play.story.step(
      'less worry, one hope partly there, one level down, and the next review twelve weeks on',
      async () => {
        await play.clock.moveTo(`${play.day(148)} 15:50`);
        const page = await play.cast.as('lena');
        const id = await planned();
        await (await new MeetingPage(page).open(id)).enterRoom();
        const room = await new RoomPage(page).ready();
        for (const name of TEAM) await room.mark(name, 'Came');
        await room.checks(JUNO.givenNames, '2');
        await room.bookNext(latest());
        await room.finish();
        await page.waitForURL(new RegExp(`/meetings/${id}$`));
        const review = await new ReviewPage(page).open(play.caseId);
        await review.record({
          scores: { [WORRY]: 4, [SCHOOL]: 8 },
          turnedOut: { [SCHOOL]: 'Partly achieved' },
          level: '2',
          child: 'I like the library mornings.',
          parent: 'Two Mondays missed, not six.',
        });
        const kept = await play.clock.rows(
          `select r.review_no as "no", r.held_on <= r.due_on as "inTime", e.next_review_on::text as next,
                  (select status from app.outcome o where o.episode_id = e.id and o.statement = $2) as school
           from app.review r join app.episode e on e.id = r.episode_id where e.id = $1 order by r.review_no`,
          [play.caseId, SCHOOL],
        );
        const line = (no: number) => ({ no, inTime: true, next: latest(), school: 'PARTLY' });
        expect(kept).toEqual([line(1), line(2)]);
      },
      2,
    );
  });

  describe('the third review', () => {
    play.story.step(
      'Kit is away on the day, so Lena moves the meeting, which keeps its first date',
      async () => {
        await play.clock.moveTo(`${play.day(228)} 09:00`);
        // Her yearly training, renewed where it is kept: the story is longer than what is left of the old one.
        await play.clock.rows('update app.app_user set training_valid_to = $2 where full_name = $1', [
          PEOPLE.lena,
          play.day(600),
        ]);
        const page = await play.cast.as('lena');
        const meeting = await new MeetingPage(page).open(await planned());
        await meeting.move({
          date: play.day(245),
          time: '15:45',
          why: 'The family is away',
          asked: 'Kit Vale',
        });
        await page.getByText('The family is away').waitFor();
        expect(await play.cast.scan('meeting, moved', page)).toEqual([]);
      },
    );

    play.story.step('the day after it was due the plan says so, and Rosa’s figures count it', async () => {
      await play.clock.moveTo(`${play.day(233)} 09:00`);
      const plan = await new PlanPage(await play.cast.as('lena')).open(play.caseId);
      await plan.page.getByText(/^The review is overdue/).waitFor();
      const rosa = await play.cast.as('rosa');
      const dashboard = await new DashboardPage(rosa).open();
      const [counted] = await play.clock.rows<{ late: number; due: number }>(
        `select count(*) filter (where next_review_on < sec.today())::int as late, count(*)::int as due
         from app.episode where next_review_on is not null
           and state not in ('CLOSED', 'REJECTED', 'MERGED', 'ARCHIVED', 'DISPOSED')`,
      );
      expect(await dashboard.reviewsOverdue()).toEqual(counted);
      expect(await play.cast.scan('dashboard', rosa)).toEqual([]);
    });

    play.story.step(
      'it is held 13 weeks and 6 days after the one before, and what was hoped for is there',
      async () => {
        await play.clock.moveTo(`${play.day(245)} 15:50`);
        const page = await play.cast.as('lena');
        const id = await planned();
        await (await new MeetingPage(page).open(id)).enterRoom();
        const room = await new RoomPage(page).ready();
        for (const name of TEAM) await room.mark(name, 'Came');
        await room.decide('Close');
        await room.checks(JUNO.givenNames, '1');
        await room.finish();
        await page.waitForURL(new RegExp(`/meetings/${id}$`));
        const review = await new ReviewPage(page).open(play.caseId);
        await review.record({
          scores: { [WORRY]: 3 },
          turnedOut: { [WORRY]: 'Achieved' },
          level: '1',
          next: 'Close',
          child: 'Mondays are fine. The worry box can go to someone else.',
          parent: 'We can do Sundays by ourselves now.',
        });
        await page.getByText(`late, due ${formatLong(latest())}`).waitFor();
      },
      2,
    );
  });
}
