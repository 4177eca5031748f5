import { describe, expect } from '@jest/globals';
import type { Play } from '../kit/play.js';
import { AgreementPage } from '../pages/agreement.page.js';

/** Step 3: what the family agrees to, line by line. */
export function agreement(play: Play): void {
  describe('a week later', () => {
    play.story.step(
      'Kit agrees to four services, one kind of information at a time, and says no to housing',
      async () => {
        await play.clock.moveTo(`${play.day(7)} 15:40`);
        const page = await play.cast.as('lena');
        const agreement = await new AgreementPage(page).open(play.caseId);
        expect(await play.cast.scan('agreement, who', page)).toEqual([]);
        await agreement.who('Kit Vale, mother');
        await page.getByRole('heading', { name: 'Read this aloud, in their language' }).waitFor();
        expect(await play.cast.scan('agreement, talked through', page)).toEqual([]);
        await agreement.talkedThrough();
        await agreement.mayKnow('Northway Primary');
        for (const service of ['Community Health', 'Locality Support', 'CAMHS']) {
          await agreement.addService(service);
          await agreement.mayKnow(service);
        }
        await agreement.ownKind('Juno’s mental health', 'Community Health');
        await agreement.addService('Havenside Homes');
        await agreement.saidNo('Havenside Homes');
        await agreement.effect.getByText('Havenside Homes').first().waitFor();
        expect(await play.cast.scan('agreement, who may know what', page)).toEqual([]);
        await agreement.save();
        await page.getByRole('alert').first().waitFor();
        await agreement.purpose('Understand what would help');
        await agreement.purpose('Work on one plan together');
        await agreement.sign('Kit Vale');
        await agreement.save();
        await agreement.saved.waitFor();
        expect(await play.cast.scan('agreement, the copy', page)).toEqual([]);
      },
      2,
    );

    play.story.step('each answer is a row of its own, under the wording that was read', async () => {
      const rows = await play.clock.rows<{
        service: string;
        decision: string;
        kinds: number;
        wording: string;
      }>(
        `select a.name as service, l.decision, count(*)::int as kinds, min(c.statement_version) as wording
           from app.consent_line l join app.consent c on c.id = l.consent_id
           join app.agency a on a.id = l.recipient_agency_id
           where l.episode_id = $1 group by a.name, l.decision order by a.name`,
        [play.caseId],
      );
      const line = (service: string, kinds: number, decision = 'GIVEN') => ({
        service,
        decision,
        kinds,
        wording: 'v1',
      });
      expect(rows).toEqual([
        line('CAMHS', 9),
        line('Community Health', 10),
        line('Havenside Homes', 9, 'REFUSED'),
        line('Locality Support', 9),
        line('Northway Primary', 9),
      ]);
    });
  });
}
