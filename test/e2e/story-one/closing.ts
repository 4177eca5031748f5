import { describe, expect } from '@jest/globals';
import type { Play } from '../kit/play.js';
import { ClosePage } from '../pages/close.page.js';

/** Step 14: closing with needs met, and the second signature. */
export function closing(play: Play): void {
  describe('closing', () => {
    play.story.step('Lena is told all that is missing before the record can close', async () => {
      const page = await play.cast.as('lena');
      const form = await new ClosePage(page).open(play.caseId);
      expect(await play.cast.scan('close', page)).toEqual([]);
      await form.because('Needs met, everyday services are enough');
      await form.send();
      await page.getByRole('alert').first().waitFor();
      for (const missing of ['Finish, cancel or pass on each action', 'Enter the child’s words'])
        await page
          .getByText(new RegExp(`^${missing}`))
          .first()
          .waitFor();
      expect(await play.cast.scan('close, with errors', page)).toEqual([]);
    });

    play.story.step('she says how each action ended, in whose words, and sends it', async () => {
      const form = new ClosePage(await play.cast.as('lena'));
      await form.everyActionIs('Done');
      await form.fill({
        'Whom can the family ask if they need help again?': 'Lena Marsh at Northway Primary',
        'What does Juno say?': 'Thank you for the fox book.',
        'What does the parent say?': 'We know whom to ring.',
        'What changed, and what remains?': 'Calm mornings, in school on Mondays. Bedtimes stay work.',
      });
      await form.familySays('Agrees');
      await form.send();
      await form.page.getByText('Sent for closing. It waits for: the CAF team.').waitFor();
      expect(await play.cast.scan('close, sent', form.page)).toEqual([]);
      expect(await stateOf(play)).toBe('PLAN_ACTIVE');
    });

    play.story.step('Mo of the CAF team finds it in her week, reads what changed, and approves', async () => {
      const page = await play.cast.as('mo');
      await page.goto('/week');
      const decide = page.locator(`a[href="/cases/${play.caseId}/close"]`, { hasText: 'Look and decide' });
      // How many wait for somebody to lead, and so stand before it, goes by the day the demo was loaded.
      const more = page.getByRole('button', { name: 'Show more' });
      await decide.or(more).first().waitFor();
      if ((await decide.count()) === 0) await more.click();
      await decide.first().waitFor();
      expect(await play.cast.scan('week of the CAF team', page)).toEqual([]);
      await decide.first().click();
      const form = new ClosePage(page);
      await form.toSign();
      await page.getByText('Calm mornings, in school on Mondays.').waitFor();
      expect(await play.cast.scan('close, to sign', page)).toEqual([]);
      await form.approve();
      await page.getByText(/^Closed on .* It is kept until/).waitFor();
      expect(await play.cast.scan('close, closed', page)).toEqual([]);
    });

    play.story.step(
      'the record is closed as met: Lena can read it, and nothing waits for her any more',
      async () => {
        const page = await play.cast.as('lena');
        await page.goto(`/cases/${play.caseId}`);
        await page.getByText('This record is closed. It can be read, and nothing can be changed.').waitFor();
        expect(await play.cast.scan('case, closed', page)).toEqual([]);
        await page.goto(`/cases/${play.caseId}/plan`);
        await page.getByRole('heading', { name: 'Juno feels calmer about school mornings' }).waitFor();
        expect(await page.getByRole('button', { name: /^Change:/ }).count()).toBe(0);
        const [row] = await play.clock.rows(
          `select state, closure_reason as reason, closed_on::text as "closedOn" from app.episode where id = $1`,
          [play.caseId],
        );
        expect(row).toEqual({ state: 'CLOSED', reason: 'NEEDS_MET', closedOn: play.day(245) });
      },
    );
  });
}

async function stateOf(play: Play): Promise<string | undefined> {
  const [row] = await play.clock.rows<{ state: string }>('select state from app.episode where id = $1', [
    play.caseId,
  ]);
  return row?.state;
}
