import { describe, expect } from '@jest/globals';
import { PEOPLE } from '../kit/people.js';
import type { Play } from '../kit/play.js';
import { OffersPage } from '../pages/offers.page.js';
import { TeamPage } from '../pages/team.page.js';

/** Step 7 and who leads: who joins and who may not. */
export function team(play: Play): void {
  describe('the team', () => {
    play.story.step(
      'Viv of the refused housing service cannot be brought in, and hears nothing',
      async () => {
        const page = await play.cast.as('lena');
        const team = await new TeamPage(page).open(play.caseId);
        expect(await play.cast.scan('team', page)).toEqual([]);
        await team.bringIn(PEOPLE.viv);
        await page.getByText('The family said no to Havenside Homes').waitFor();
        const viv = await play.cast.as('viv');
        const answer = await viv.request.get(`/api/episodes/${play.caseId}`);
        const unknown = await viv.request.get('/api/episodes/00000000-0000-4000-8000-000000000000');
        expect([answer.status(), await answer.text()]).toEqual([unknown.status(), await unknown.text()]);
        expect(
          await play.clock.rows(
            'select 1 from app.outbox where recipient_id = (select id from app.app_user where full_name = $1) and episode_id = $2',
            [PEOPLE.viv, play.caseId],
          ),
        ).toEqual([]);
      },
    );

    play.story.step('Hana, Yusuf and Carl join; Lena is asked to lead and says yes', async () => {
      const page = await play.cast.as('lena');
      const team = await new TeamPage(page).open(play.caseId);
      for (const name of [PEOPLE.hana, PEOPLE.yusuf, PEOPLE.carl]) {
        await team.bringIn(name);
        await team.has(name);
      }
      await team.askToLead(PEOPLE.lena, 'Kit would like Lena');
      const offers = await new OffersPage(page).open();
      expect(await play.cast.scan('asked to lead', page)).toEqual([]);
      await offers.accept('Kit would like Lena');
    });
  });
}
