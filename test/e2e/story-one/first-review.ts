import { describe, expect } from '@jest/globals';
import { PEOPLE } from '../kit/people.js';
import { JUNO, type Play } from '../kit/play.js';
import { MeetingPage } from '../pages/meeting.page.js';
import { PlanPage } from '../pages/plan.page.js';
import { ReviewPage } from '../pages/review.page.js';
import { RoomPage } from '../pages/room.page.js';
import { SCHOOL, WORRY } from './hopes.js';

/** Step 11: the first review, within six weeks. */
export function firstReview(play: Play): void {
  describe('the first review, within six weeks', () => {
    play.story.step('Hana says that her visits are done', async () => {
      await play.clock.moveTo(`${play.day(76)} 09:00`);
      const page = await play.cast.as('hana');
      const plan = await new PlanPage(page).open(play.caseId);
      expect(await play.cast.scan('plan, as a team member', page)).toEqual([]);
      await plan.closeAction(
        'Two visits on breathing and the worry box',
        'Both done. Juno uses the box on Sundays.',
      );
    });

    play.story.step(
      'the team meets again, and the worry has gone from 7 to 5',
      async () => {
        await play.clock.moveTo(`${play.day(78)} 15:50`);
        const page = await play.cast.as('lena');
        const [next] = await play.clock.rows<{ id: string }>(
          `select id from app.meeting where episode_id = $1 and type = 'REVIEW_TAC' and status = 'PLANNED'`,
          [play.caseId],
        );
        await (await new MeetingPage(page).open(next?.id ?? '')).enterRoom();
        const room = await new RoomPage(page).ready();
        for (const name of [JUNO.full, 'Kit Vale', PEOPLE.lena, PEOPLE.hana, PEOPLE.yusuf, PEOPLE.carl])
          await room.mark(name, 'Came');
        await room.checks(JUNO.givenNames);
        await room.bookNext(play.day(148));
        await room.finish();
        await page.waitForURL(new RegExp(`/meetings/${next?.id}$`));
        const review = await new ReviewPage(page).open(play.caseId);
        await review.save();
        await page.getByRole('alert').first().waitFor();
        expect(await play.cast.scan('review, with errors', page)).toEqual([]);
        await review.record({
          scores: { [WORRY]: 5, [SCHOOL]: 7 },
          child: 'Mondays are boring now.',
          parent: 'She sleeps.',
        });
        const kept = await play.clock.rows(
          `select r.review_no as "no", e.state, e.next_review_on::text as next,
                  (select array_agg(g.value::int order by g.rated_on, g.created_at) from app.rating g
                     join app.outcome o on o.id = g.outcome_id where o.episode_id = e.id) as scores
           from app.review r join app.episode e on e.id = r.episode_id where e.id = $1`,
          [play.caseId],
        );
        // Twelve weeks would be later than what is booked.
        expect(kept).toEqual([
          { no: 1, state: 'PLAN_ACTIVE', next: play.day(148), scores: expect.arrayContaining([5, 7]) },
        ]);
      },
      2,
    );
  });
}
