import { expect } from '@jest/globals';
import { addDays, formatDate } from '@encircle/shared/dates';
import { episodeId, type Fixture } from '@encircle/shared/fixture';
import { barriers } from '../kit/accessibility.js';
import { call } from '../kit/calls.js';
import type { Clock } from '../kit/clock.js';
import { eventually } from '../kit/eventually.js';
import type { Story } from '../kit/story.js';
import type { Windows } from '../kit/windows.js';
import { ClosePage } from '../pages/close.page.js';
import { DashboardPage } from '../pages/dashboard.page.js';
import { MeetingPage } from '../pages/meeting.page.js';

const E6 = episodeId('E6');
const MINUTES = 'Six people came; next date agreed.';
const REPORT = 'Tenancy is secure; repairs booked.';
const FOR_THE_MEETING = 'The rent is paid by direct debit again.';

/** Agreement withdrawn midway, in its order: a meeting, a text on a Sunday, what each may still read, a referral, the closing. */
export function takenBack(
  story: Story,
  windows: () => Windows,
  clock: () => Clock,
  people: () => Fixture,
  monday: () => string,
): void {
  const day = (n: number): string => addDays(monday(), n);
  let meetingId = '';
  let referral = '';

  /** What somebody of the team reads of the meetings of the case. */
  const meetingsReadBy = async (key: string): Promise<string[]> => {
    const path = `/episodes/${E6}/content?category=MEETING`;
    const page = await windows().as(key);
    const { items } = await call<{ items: { detail: { text: string } }[] }>(page, 'GET', path);
    return items.map((item) => item.detail.text);
  };

  /** @param child as she is called on the form: after ten working days it no longer names her to Kim */
  const sendToClose = async (risk: string, child: string): Promise<void> => {
    const closing = await new ClosePage(await windows().as('kim')).open(E6);
    await closing.because('Family chose to stop');
    await closing.fill({
      'What was thought about risk?': risk,
      'Whom can the family ask if they need help again?': 'Kim, or the school office',
      [`What does ${child} say?`]: 'Not asked again after her mother stopped.',
      'What does the parent say?': 'Wants to stop.',
      'What changed, and what remains?': 'The family goes on by itself.',
    });
    await closing.page.getByLabel('Level of need now').selectOption('2');
    await closing.familySays('Agrees');
    await closing.send();
    await closing.page.getByText(/It waits for/).waitFor();
  };

  story.step(
    'while her mother agrees, Jo reports to a meeting, comes to it and reads its minutes',
    async () => {
      await clock().rows(
        `update app.consent_line set status = 'ACTIVE', ended_at = null, ended_by = null, ended_how = null,
         until_at = (expires_on + 1)::timestamp at time zone 'Europe/London' where episode_id = $1`,
        [E6],
      );
      await clock().rows('update app.episode set withdrawn_at = null where id = $1', [E6]);
      await clock().moveTo(`${day(-34)} 09:00`);
      const kim = await windows().as('kim');
      const userOf = (key: string) => people().users.find((user) => user.key === key)?.id;
      const meeting = await call<{ id: string; version: number; invitations: { id: string }[] }>(
        kim,
        'POST',
        `/episodes/${E6}/meetings`,
        {
          type: 'EXTRAORDINARY',
          date: day(-34),
          time: '10:00',
          mode: 'VIDEO',
          invitees: [{ userId: userOf('kim') }, { userId: userOf('jo') }],
        },
      );
      meetingId = meeting.id;
      const jo = (await new MeetingPage(await windows().as('jo')).open(meetingId)).page;
      await jo.getByRole('button', { name: 'Write a report' }).click();
      await jo.getByLabel('What is going well?').fill(FOR_THE_MEETING);
      await jo.getByRole('button', { name: 'Send report' }).click();
      await jo.getByRole('button', { name: 'Send report' }).waitFor({ state: 'detached' });
      await jo.locator('#reports').getByText(FOR_THE_MEETING).waitFor();
      await clock().moveTo(`${day(-34)} 12:00`);
      const path = `/meetings/${meetingId}`;
      const { version } = await call<{ version: number }>(kim, 'GET', path);
      const came = await call<{ version: number }>(kim, 'PUT', `${path}/attendance`, {
        version,
        entries: meeting.invitations.map(({ id }) => ({ invitationId: id, code: 'ATT' })),
      });
      const told = await call<{ version: number }>(kim, 'PATCH', path, {
        version: came.version,
        change: 'DETAILS',
        consentChecked: true,
        childParticipation: 'VIEWS_VIA_WORKER',
        noNextReason: 'Booked by telephone',
      });
      await call(kim, 'POST', `${path}/hold`, { version: told.version });
      expect(await windows().read('jo', path, FOR_THE_MEETING)).toMatch(/Jo Pardoe[\s\S]*Came/);
      expect(await meetingsReadBy('jo')).toContain(MINUTES);
    },
  );

  story.step(
    'a text on a Sunday changes nothing by itself; on Monday Kim writes it down, and it ends',
    async () => {
      await clock().moveTo(`${day(-14)} 09:00`);
      expect(await meetingsReadBy('jo')).toContain(MINUTES);
      const kim = await windows().as('kim');
      await kim.goto(`/cases/${E6}/agreement`);
      await kim.getByRole('radio', { name: 'All of it' }).check();
      await kim.getByLabel('How did they tell you?').selectOption({ label: 'By phone' });
      await kim.getByLabel('When did they tell you?').fill(formatDate(day(-15)));
      await kim.getByRole('button', { name: 'Stop sharing' }).click();
      await kim.getByRole('heading', { name: 'Who had it before' }).waitFor();
      expect(await kim.locator('main').innerText()).toContain('Havenside Homes');
      expect(await barriers(kim)).toEqual([]);
    },
  );

  story.step('Jo is told in one line without a reason; he finds his own report, and no minutes', async () => {
    expect(await meetingsReadBy('jo')).toEqual([REPORT]);
    const told = await eventually(
      () => windows().read('jo', '/notices'),
      (text) => text.includes('Agreement was taken back'),
    );
    expect(told).toContain('Agreement was taken back');
    expect(told).not.toMatch(/Gia|mother|because/);
    const meeting = await windows().read('jo', `/meetings/${meetingId}`);
    expect(meeting).not.toContain('Booked by telephone');
    expect(await windows().read('jo', `/cases/${E6}/notes`)).not.toContain(MINUTES);
  });

  story.step('Kim thinks about risk, below the threshold, and sends it to her manager', async () => {
    await sendToClose('Below the threshold: seen at school every day.', 'Gia');
  });

  story.step('ten working days long Kim reads on; then only what she wrote herself is left', async () => {
    await clock().moveTo(`${day(-4)} 10:00`);
    await windows().read('kim', `/cases/${E6}/notes`, 'swapping the bedrooms');
    await clock().moveTo(`${day(0)} 10:00`);
    expect(await windows().read('kim', `/cases/${E6}/notes`)).not.toContain('swapping the bedrooms');
    expect(await meetingsReadBy('kim')).toEqual([MINUTES]);
    expect(await meetingsReadBy('jo')).toEqual([REPORT]);
  });

  story.step('a worry about Gia goes to the safeguarding hub all the same', async () => {
    const page = await windows().as('kim');
    await page.goto(`/safeguarding/refer?case=${E6}`);
    await page
      .getByLabel(/^What did you see or hear/)
      .fill('Gia told me something today that worries me. She said I may pass it on.');
    await page.getByRole('button', { name: 'Add more' }).click();
    await page.getByLabel('What do you fear may happen?').fill('That it happens again tonight.');
    await page.getByRole('button', { name: 'Send the referral' }).click();
    await page.getByRole('link', { name: 'Add to it now' }).click();
    await page.waitForURL(/safeguarding\/[0-9a-f-]{36}$/);
    referral = page.url().split('/').at(-1) ?? '';
    await windows().read('dee', `/safeguarding/${referral}`, 'Gia told me something today');
    await windows().read('lee', '/notices', 'A colleague sent a safeguarding referral');
  });

  story.step('the hub does not accept it, and Kim reads why and what she can do about it', async () => {
    await clock().moveTo(`${day(1)} 09:00`);
    const page = await windows().as('dee');
    await page.getByRole('radio', { name: 'Not accepted' }).check();
    await page.getByLabel('Why not?').fill('School and health go on; no threshold met.');
    await page.getByRole('checkbox', { name: /The team was told/ }).check();
    await page.getByRole('button', { name: 'Record the decision' }).click();
    await page.getByRole('button', { name: 'Record the decision' }).waitFor({ state: 'detached' });
    await page.getByText('School and health go on').waitFor();
    const kims = await windows().read('kim', `/safeguarding/${referral}`, 'School and health go on');
    expect(kims).toContain('Challenge the decision');
  });

  story.step(
    'she thinks again, her manager signs: chosen by the family, and counted as no success',
    async () => {
      await sendToClose('Below the threshold: the hub looked at it too.', 'a child');
      const before = await (await new DashboardPage(await windows().as('mo')).open()).metOf();
      const lee = new ClosePage(await windows().as('lee'));
      await lee.page.goto(`/cases/${E6}/close`);
      await lee.toSign();
      await lee.approve();
      await lee.page
        .getByText(/^Closed on/)
        .first()
        .waitFor();
      const after = await (await new DashboardPage(await windows().as('mo')).open()).metOf();
      expect(after).toEqual({ met: before.met, closed: before.closed + 1 });
    },
  );

  story.step('her mother asks for the record: what went to the hub stands in it, and why', async () => {
    const page = await windows().as('gus');
    const [found] = await clock().rows<{ ref: string }>('select ref from app.episode where id = $1', [E6]);
    const [line] = people().consentLines.filter((each) => each.episodeId === E6);
    const today = await clock().today();
    const request = await call<{ id: string; version: number }>(page, 'POST', '/record-requests', {
      ref: found?.ref,
      kind: 'SUBJECT_ACCESS',
      requester: 'Gia’s mother',
      capacity: 'PARENT',
      forPersonId: line?.giverId,
      receivedOn: today,
    });
    const proven = await call<{ version: number }>(page, 'PUT', `/record-requests/${request.id}`, {
      version: request.version,
      identity: { provenOn: today, how: 'Her passport' },
      childSaid: { answer: 'AGREES', words: 'Asked alone at school; she agrees.' },
    });
    await call(page, 'POST', `/record-requests/${request.id}/decision`, {
      version: proven.version,
      decision: 'GO_ON',
      reason: 'She has parental responsibility, and Gia agrees.',
    });
    await page.goto(`/record-requests/${request.id}`);
    await page.getByText(/Told the safeguarding hub:/).waitFor();
    const told = await page.locator('main').innerText();
    expect(told).toContain('Gia told me something today that worries me.');
    expect(told).toContain('Because: That it happens again tonight.');
    expect(told).toContain('The hub answered: School and health go on; no threshold met.');
  });
}
