import { describe, expect } from '@jest/globals';
import ical, { type VEvent } from 'node-ical';
import { londonDate } from '@encircle/shared/dates';
import { calendarOf } from '../../kit/mail-catcher.js';
import { eventually } from '../kit/eventually.js';
import { HANAS_EMAIL, PEOPLE, VIVS_EMAIL } from '../kit/people.js';
import { JUNO, type Play } from '../kit/play.js';
import { AgreePlanPage } from '../pages/agree-plan.page.js';
import { MeetingPage } from '../pages/meeting.page.js';
import { PlanMeetingPage } from '../pages/plan-meeting.page.js';
import { RoomPage } from '../pages/room.page.js';

import { SCHOOL, WORRY } from './hopes.js';

const CARLS_WORDS = 'Juno names what she feels before it grows.';

const ACTIONS = [
  ['Meet Juno at the gate every Monday', PEOPLE.lena],
  ['Two visits on breathing and the worry box', PEOPLE.hana],
  ['Four visits about bedtime', PEOPLE.yusuf],
  ['Send class staff ideas for calm starts', PEOPLE.carl],
  ['Bedtime chart on the fridge', 'Kit Vale'],
] as const;

/** Step 8: the first meeting, its plan and who agrees to it. */
export function firstMeeting(play: Play): void {
  describe('the first meeting', () => {
    play.story.step('Lena plans it within ten working days of finishing, and everyone is asked', async () => {
      await play.clock.moveTo(`${play.day(28)} 09:00`);
      const page = await play.cast.as('lena');
      const planning = await new PlanMeetingPage(page).open(play.caseId);
      expect(await play.cast.scan('plan a meeting', page)).toEqual([]);
      play.meetingId = await planning.plan({
        date: play.day(38),
        time: '15:45',
        place: 'Northway library',
        family: [JUNO.full, 'Kit Vale'],
      });
      expect(await play.cast.scan('meeting, planned', page)).toEqual([]);
    });

    play.story.step('a mail with a calendar file reaches Hana, and nothing reaches Viv', async () => {
      const invited = await eventually(
        () =>
          Promise.resolve(
            play.post.to(HANAS_EMAIL).filter(({ readable }) => readable.includes(play.meetingId)),
          ),
        (mails) => mails.length > 0,
        20_000,
      );
      const [mail] = invited;
      expect([invited.length, mail?.subject]).toEqual([1, expect.stringMatching(/^A meeting to answer/)]);
      const event = Object.values(ical.sync.parseICS((mail && calendarOf(mail)) ?? '')).find(
        (each): each is VEvent => each?.type === 'VEVENT',
      );
      const day = (at: Date | undefined): string | undefined => at && londonDate(at.toISOString());
      expect([day(event?.start), event?.location, event?.description]).toEqual([
        play.day(38),
        undefined,
        undefined,
      ]);
      expect(mail?.readable).not.toMatch(/Juno|Vale|Northway/);
      const ofJuno = [play.caseId, play.meetingId];
      const vivs = play.post.to(VIVS_EMAIL).map(({ readable }) => readable);
      expect(vivs.filter((text) => ofJuno.some((id) => text.includes(id)))).toEqual([]);
    });

    play.story.step('Carl cannot come and will send a report', async () => {
      const carl = await play.cast.as('carl');
      const meeting = await new MeetingPage(carl).open(play.meetingId);
      expect(await play.cast.scan('meeting, asked', carl)).toEqual([]);
      await meeting.answer('Cannot come, will send a report', play.day(37));
    });

    play.story.step(
      'his week leads him to the questions; Lena reads his report, and it is asked no more',
      async () => {
        const carl = await play.cast.as('carl');
        await carl.goto('/');
        await carl.locator(`a[href$="/meetings/${play.meetingId}#write-report"]`).click();
        await carl.getByRole('button', { name: 'Send report' }).click();
        await carl.getByText('Answer at least one of the three questions').first().waitFor();
        expect(await play.cast.scan('meeting, own report', carl)).toEqual([]);
        await carl.getByLabel('What is going well?').fill(CARLS_WORDS);
        await carl.getByRole('button', { name: 'Send report' }).click();
        await carl.locator('#reports').getByText(CARLS_WORDS).waitFor();
        expect(await carl.getByRole('button', { name: /Send report|Write a report/ }).count()).toBe(0);
        const lena = await new MeetingPage(await play.cast.as('lena')).open(play.meetingId);
        await lena.page.locator('#reports').getByText(CARLS_WORDS).waitFor();
      },
    );

    play.story.step(
      'the team meets: attendance by one key each, a plan with five actions, the next date',
      async () => {
        await play.clock.moveTo(`${play.day(38)} 15:50`);
        const page = await play.cast.as('lena');
        await (await new MeetingPage(page).open(play.meetingId)).enterRoom();
        const room = await new RoomPage(page).ready();
        for (const name of [JUNO.full, 'Kit Vale', PEOPLE.lena, PEOPLE.hana, PEOPLE.yusuf])
          await room.mark(name, 'Came');
        await room.mark(PEOPLE.carl, 'Report');
        await room.beginPlan();
        await room.addHope({
          need: 'Mornings before school are hard',
          statement: WORRY,
          better: 'lower',
          from: 7,
          to: 3,
        });
        await room.addHope({
          need: 'Six Mondays missed',
          statement: SCHOOL,
          better: 'higher',
          from: 4,
          to: 9,
        });
        for (const [text, who] of ACTIONS)
          await room.addAction({ text, who, byWhen: play.day(60), hope: WORRY });
        await room.decide('Plan agreed');
        await room.checks(JUNO.givenNames);
        expect(await play.cast.scan('meeting mode', page)).toEqual([]);
        await room.bookNext(play.day(78));
        expect(await room.tally()).toMatch(/5 of 6 came, 1 report/);
        await room.finish();
        await page.waitForURL(new RegExp(`/meetings/${play.meetingId}$`));
      },
      3,
    );

    play.story.step('Kit agrees the plan, and the case stands where its plan is worked on', async () => {
      const page = await play.cast.as('lena');
      const agreeing = await new AgreePlanPage(page).open(play.caseId);
      expect(await play.cast.scan('agree the plan', page)).toEqual([]);
      await agreeing.says(JUNO.full, 'Agreed');
      await agreeing.says('Kit Vale', 'Agreed');
      await agreeing.agree();
      expect(await play.cast.scan('plan', page)).toEqual([]);
      const [row] = await play.clock.rows<{ state: string; meeting: string }>(
        `select e.state, m.status as meeting from app.episode e join app.meeting m on m.id = $2 where e.id = $1`,
        [play.caseId, play.meetingId],
      );
      expect(row).toEqual({ state: 'PLAN_ACTIVE', meeting: 'HELD' });
    });
  });
}
