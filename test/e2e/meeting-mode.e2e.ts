import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fixtureId } from '@encircle/shared/fixture';
import type { MeetingView } from '@encircle/shared/meetings';
import type { PlanView } from '@encircle/shared/plans';
import { addDays } from '@encircle/shared/dates';
import type { Page } from 'playwright-core';
import { barriers } from './kit/accessibility.js';
import { Stage } from './kit/browser.js';
import { call } from './kit/calls.js';
import { Clock } from './kit/clock.js';
import { eventually } from './kit/eventually.js';
import { LENAS_EMAIL, PEOPLE } from './kit/people.js';
import { RoomPage } from './pages/room.page.js';

const MINUTE = 60_000;
const MOST = 60;
const GUESTS = ['Ida Brook', 'Sam Field', 'Ros Hill'];

let stage: Stage;
let clock: Clock;
let lena: Page;
let meeting: MeetingView;
let today: string;
/** What is said about six actions: words of this meeting only. */
let said: string[];
/** One for each key, and one for each piece of text that is typed. */
let interactions = 0;

const press = async (key: string): Promise<void> => {
  interactions += 1;
  await lena.keyboard.press(key);
};
const type = async (text: string): Promise<void> => {
  interactions += 1;
  await lena.keyboard.type(text);
};
const stored = (): Promise<MeetingView> => call<MeetingView>(lena, 'GET', `/meetings/${meeting.id}`);

/** Ava's team and three guests meet today; what sets the stage goes by call. */
beforeAll(async () => {
  stage = await Stage.open();
  clock = await Clock.take();
  today = await clock.today();
  lena = await stage.signedIn(LENAS_EMAIL);
  const review = await call<MeetingView>(lena, 'GET', `/meetings/${fixtureId('meeting', 'ava-review-1')}`);
  const asked = review.invitations.map(({ userId, personId }) => (userId ? { userId } : { personId }));
  const agencyId = review.invitations.find(({ name }) => name === PEOPLE.yusuf)?.agencyId;
  const guests = GUESTS.map((name) => ({ guest: { name, agencyId, professionalRole: 'OTHER' } }));
  meeting = await call<MeetingView>(lena, 'POST', `/episodes/${review.episodeId}/meetings`, {
    type: 'EXTRAORDINARY',
    date: today,
    time: '09:00',
    mode: 'IN_PERSON',
    invitees: [...asked, ...guests],
  });
  said = [1, 2, 3, 4, 5, 6].map((n) => `Said in the room ${meeting.id.slice(0, 8)}, ${n}`);
  await lena.goto(`/meetings/${meeting.id}/room`);
  await new RoomPage(lena).ready();
}, MINUTE);
afterAll(async () => {
  await stage?.close();
  await clock?.release();
});

describe('a meeting of nine, by keyboard, on a line that breaks twice', () => {
  it(
    `is written down in under ${MOST} interactions, and nothing is lost`,
    async () => {
      expect(meeting.invitations).toHaveLength(9);
      for (let n = 1; n <= 9; n += 1) await press(String(n));

      // The first break: two updates are written while there is no line at all.
      const line = lena.context();
      for (const [n, words] of said.entries()) {
        if (n === 2) await line.setOffline(true);
        await press('j');
        await press('Enter');
        await type(words);
        await press('Control+Enter');
        if (n === 2) {
          await lena.getByText('It is kept here and sent as soon as there is one').waitFor();
          await line.setOffline(false);
        }
        await lena.getByRole('button').filter({ hasText: words }).waitFor();
      }

      // The second: the program did what was asked, and its answer never arrived.
      await lena.route(
        '**/minutes',
        async (route) => {
          await route.fetch();
          await route.abort('connectionreset');
        },
        { times: 1 },
      );
      for (const [start, words] of [
        ['Take', 'Ask the panel for swimming'],
        ['Lead', 'Lena stays'],
      ] as const) {
        await press('d');
        await type(start);
        await press('Tab');
        await type(words);
        await press('Enter');
        await lena.getByRole('listitem').filter({ hasText: words }).waitFor();
      }

      await press('b');
      await type(addDays(today, 42));
      await press('Enter');
      await lena.getByText(/^Booked/).waitFor();
      process.stdout.write(`\nmeeting of nine: ${interactions} interactions, under ${MOST}\n`);
      expect(interactions).toBeLessThan(MOST);

      const kept = await eventually(stored, (now) =>
        now.invitations.every((who) => who.attendance === 'ATT'),
      );
      const decided = kept.minutes.filter(({ kind }) => kind === 'DECISION').map(({ text }) => text);
      expect(decided).toEqual(['Ask the panel for swimming', 'Lena stays']);
      expect(kept.next).not.toBeNull();
      const { plan } = await call<PlanView>(lena, 'GET', `/episodes/${meeting.episodeId}/plan`);
      const words = (plan?.actions ?? []).flatMap(({ comments }) => comments.map(({ text }) => text));
      expect(words.filter((text) => text.includes(meeting.id.slice(0, 8))).sort()).toEqual(said);
    },
    MINUTE,
  );

  it(
    'turns into what everybody here may see with one key, and back',
    async () => {
      await lena.keyboard.press('Escape');
      await lena.locator('h1').click();
      await lena.keyboard.press('r');
      const pressed = lena.getByRole('button', { name: /^Room view: only what everyone here may see/ });
      await pressed.waitFor();
      const shown = await call<{ plan: PlanView | null }>(lena, 'GET', `/meetings/${meeting.id}/room-view`);
      const rows = (): Promise<number> => lena.getByRole('button', { name: /^Change: / }).count();
      const shownHere = shown.plan?.plan?.actions.length ?? 0;
      expect(await eventually(rows, (n) => n === shownHere)).toBe(shownHere);
      expect(await lena.getByRole('button', { name: 'Finish meeting' }).count()).toBe(0);
      expect(await barriers(lena)).toEqual([]);
      await lena.keyboard.press('r');
      await lena
        .getByText(said[0] ?? '')
        .first()
        .waitFor();
    },
    MINUTE,
  );
});
