import { describe, expect } from '@jest/globals';
import { atRest } from '../kit/at-rest.js';
import { JUNO, type Play } from '../kit/play.js';
import { NotesPage } from '../pages/notes.page.js';

const HIDDEN = 'Slow breathing helps when the panic comes at night.';

/** Step 10: what those whom the family did not name never learn of. */
export function hiddenWork(play: Play): void {
  describe('who may not see everything', () => {
    play.story.step('Hana writes down what only those may read whom Kit named for it', async () => {
      const page = await play.cast.as('hana');
      const notes = await new NotesPage(page).open(play.caseId);
      expect(await play.cast.scan('write a note', page)).toEqual([]);
      await notes.write({
        kind: 'Talk with the child',
        on: play.day(77),
        text: HIDDEN,
        about: 'Mental health',
      });
    });

    play.story.step(
      'Yusuf finds no trace of it in the case, its meetings, its plan or its notes',
      async () => {
        const page = await play.cast.as('yusuf');
        const answers: string[] = [];
        page.on('response', (answer) => {
          if (answer.url().includes('/api/'))
            void answer.text().then(
              (text) => answers.push(text),
              () => undefined,
            );
        });
        for (const place of ['', '/plan', '/meetings', '/notes', '/chronology']) {
          await page.goto(`/cases/${play.caseId}${place}`);
          await page.getByRole('heading', { level: 1 }).waitFor();
          await atRest(page);
          expect(await page.locator('main').innerText()).not.toMatch(/panic|mental health/i);
        }
        expect(answers.length).toBeGreaterThan(5);
        expect(answers.filter((text) => /panic|SENS_MH/.test(text))).toEqual([]);
        expect(await play.cast.scan('case, as a team member', page)).toEqual([]);
      },
    );

    play.story.step('Lena’s case page and week show what was done', async () => {
      const page = await play.cast.as('lena');
      await page.goto(`/cases/${play.caseId}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(await play.cast.scan('case', page)).toEqual([]);
      await page.goto('/week');
      await page.getByText(JUNO.givenNames).first().waitFor();
      expect(await play.cast.scan('my week', page)).toEqual([]);
    });
  });
}
