import { describe, expect } from '@jest/globals';
import { JUNO, type Play } from '../kit/play.js';
import { AddChildPage } from '../pages/add-child.page.js';
import { ChecklistPage } from '../pages/checklist.page.js';
import { FindPage } from '../pages/find.page.js';
import { StartPage } from '../pages/start.page.js';

/** Steps 1 and 2: the worry, the search and the first check. */
export function firstWorry(play: Play): void {
  describe('the first worry, a Monday', () => {
    play.story.step('Lena looks for Juno first, and is told that nobody knows of her', async () => {
      await play.clock.moveTo(`${play.day(0)} 09:00`);
      const page = await play.cast.as('lena');
      const find = await new FindPage(page).open();
      expect(await play.cast.scan('find', page)).toEqual([]);
      await find.search({
        why: 'Starting or adding support',
        name: JUNO.full,
        dateOfBirth: JUNO.born,
      });
      expect(await find.answer()).toBe('No record found');
      expect(await play.cast.scan('find, answered', page)).toEqual([]);
      await find.addChild();
    });

    play.story.step('she adds Juno with her mum, after being told what is missing', async () => {
      const page = await play.cast.as('lena');
      const add = new AddChildPage(page);
      await add.save();
      await page.getByRole('alert').first().waitFor();
      expect(await play.cast.scan('add a child, with errors', page)).toEqual([]);
      await add.fill({
        ...JUNO,
        sex: 'Female',
        postcode: 'QX1 2AB',
        address: '4 Bosun Street',
        school: 'Northway Primary',
        yearGroup: '5',
        mother: { givenNames: 'Kit', familyName: 'Vale', phone: '07700 900321' },
      });
      await add.added();
      expect(await play.cast.scan('start support', page)).toEqual([]);
    });

    play.story.step('she writes the worry down', async () => {
      const page = await play.cast.as('lena');
      play.caseId = await new StartPage(page).start({
        source: 'My own service',
        words: 'Juno missed six Mondays since September. She says her tummy hurts.',
        about: 'School attendance',
      });
      expect(play.caseId).toMatch(/^[0-9a-f-]{36}$/);
    });

    play.story.step('the first check says that a full assessment is the right help, and why', async () => {
      const page = await play.cast.as('lena');
      const check = await new ChecklistPage(page).open(play.caseId);
      for (const question of [
        'Is the child healthy?',
        'Is the child safe from harm?',
        'Is the child learning and enjoying it?',
        'Is there enough to live on?',
      ])
        await check.answer(question, 'Yes');
      await check.answer('Does the child get on with others?', 'Not sure');
      await check.answer('What would help?', 'A full Common Assessment would help');
      await check.decide();
      await page.getByRole('alert').first().waitFor();
      expect(await play.cast.scan('first check, with errors', page)).toEqual([]);
      await check.write('What do you know about it?', 'She cries on Monday mornings, Miss Grant says.');
      await check.write('What is going well?', 'Kind to younger children.');
      await check.write('What has been tried?', 'A quiet start in the library since October.');
      for (const question of [
        'Is it clear what the child needs?',
        'Can your own service help?',
        'Can one other service help?',
      ])
        await check.answer(question, 'No');
      await check.answer('Does the family know about the worry?', 'Yes');
      await check.write('What does the family say?', 'Kit wants help with Sunday evenings.');
      await check.write('Why is this the right next step?', 'Sleep, worry and school belong together.');
      await check.write('Decided on', play.day(0));
      await page.getByRole('checkbox', { name: 'I talked about it with my manager' }).check();
      await check.decide();
      await page.waitForURL(`**/cases/${play.caseId}`);
    });
  });
}
