import { describe, expect } from '@jest/globals';
import { Keyboard } from '../kit/hands.js';
import { JunosAssessment } from '../kit/junos-assessment.js';
import type { Play } from '../kit/play.js';
import { AssessmentPage } from '../pages/assessment.page.js';

/** Steps 4 to 6: the assessment, written with the family and finished. */
export function assessment(play: Play): void {
  describe('three weeks later', () => {
    play.story.step(
      'Lena writes the assessment with Juno and Kit, every part of it, by keyboard alone',
      async () => {
        await play.clock.moveTo(`${play.day(21)} 10:00`);
        const page = await play.cast.as('lena');
        const paper = new AssessmentPage(page, new Keyboard(page));
        await paper.begin(play.caseId);
        const look = async (part: string) =>
          expect(await play.cast.scan(`assessment, ${part}`, page)).toEqual([]);
        await new JunosAssessment(paper, play.day(21), play.day(56)).write(look);
        expect(await play.cast.scan('assessment, read through', page)).toEqual([]);
        const { boxes, choices, pages } = paper.tally;
        process.stdout.write(
          `A whole assessment by keyboard alone: ${paper.hand.cost} keys beyond the words (${boxes} boxes, ${choices} choices, ${pages} pages)\n`,
        );
        expect(pages).toBe(25);
        expect(paper.hand.cost).toBeLessThan(700);
      },
      4,
    );

    play.story.step(
      'she finishes it within 20 working days of the agreement, and it stays as it is',
      async () => {
        await play.clock.moveTo(`${play.day(25)} 15:00`);
        const page = await play.cast.as('lena');
        await page.reload();
        await page.getByRole('button', { name: 'Finish the assessment' }).click();
        await page.getByText(/^Finished on/).waitFor();
        expect(await page.getByText('The fox on page one is mine.').count()).toBe(1);
        expect(await page.getByRole('button', { name: 'Finish the assessment' }).count()).toBe(0);
      },
    );

    play.story.step('Kit is given a copy on paper, and who had it stands with the assessment', async () => {
      const page = await play.cast.as('lena');
      await page.getByRole('link', { name: 'Copies' }).click();
      await page.getByRole('radio', { name: 'Kit Vale' }).check();
      expect(await play.cast.scan('copies', page)).toEqual([]);
      await page.getByRole('radio', { name: 'On paper' }).check();
      await page.getByRole('button', { name: 'Write it down' }).click();
      await page.getByText('Written down.').waitFor();
      await page.getByRole('heading', { name: /^Kit Vale: on paper, / }).waitFor();
    });
  });
}
