import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, mondayOf } from '@encircle/shared/dates';
import { Cast } from './kit/cast.js';
import { Clock } from './kit/clock.js';
import { AddChildPage } from './pages/add-child.page.js';
import { FindPage } from './pages/find.page.js';
import { StartPage } from './pages/start.page.js';

/**
 * From a first worry at school to the manager's figure, as each person in turn. The days are those of the story as
 * told, counted from the Monday of this week; the child is a new one, because the demo's Ava is further on.
 */
const MINUTE = 60_000;
const CHILD = { givenNames: 'Juno', familyName: 'Vale', full: 'Juno Vale', born: '12 September 2016' };

let cast: Cast;
let clock: Clock;
let monday: string;
let caseId: string;

const day = (n: number) => addDays(monday, n);

beforeAll(async () => {
  clock = await Clock.take();
  monday = mondayOf(await clock.today());
  cast = await Cast.gather();
}, MINUTE);
afterAll(async () => {
  await cast?.close();
  await clock?.release();
});

describe('the first worry, a Monday', () => {
  it(
    'Lena looks for Juno first, and is told that nobody knows of her',
    async () => {
      await clock.moveTo(`${day(0)} 09:00`);
      const page = await cast.as('lena');
      const find = await new FindPage(page).open();
      expect(await cast.scan('find', page)).toEqual([]);
      await find.search({ why: 'Starting or adding support', name: CHILD.full, dateOfBirth: CHILD.born });
      expect(await find.answer()).toBe('No record found');
      expect(await cast.scan('find, answered', page)).toEqual([]);
      await find.addChild();
    },
    MINUTE,
  );

  it(
    'she adds Juno with her mum, after being told what is missing',
    async () => {
      const page = await cast.as('lena');
      const add = new AddChildPage(page);
      await add.save();
      await page.getByRole('alert').first().waitFor();
      expect(await cast.scan('add a child, with errors', page)).toEqual([]);
      await add.fill({
        ...CHILD,
        sex: 'Female',
        postcode: 'QX1 2AB',
        address: '4 Bosun Street',
        school: 'Northway Primary',
        yearGroup: '5',
        mother: { givenNames: 'Kit', familyName: 'Vale', phone: '07700 900321' },
      });
      await add.added();
      expect(await cast.scan('start support', page)).toEqual([]);
    },
    MINUTE,
  );

  it(
    'she writes the worry down',
    async () => {
      const page = await cast.as('lena');
      caseId = await new StartPage(page).start({
        source: 'My own service',
        words: 'Juno missed six Mondays since September. She says her tummy hurts.',
        about: 'Attendance',
      });
      expect(caseId).toMatch(/^[0-9a-f-]{36}$/);
    },
    MINUTE,
  );
});
