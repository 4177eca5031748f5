import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { addDays, financialQuarterOf, formatDate, mondayOf } from '@encircle/shared/dates';
import { episodeId, fixture, type Fixture } from '@encircle/shared/fixture';
import { barriers } from './kit/accessibility.js';
import { Stage } from './kit/browser.js';
import { call } from './kit/calls.js';
import { Clock } from './kit/clock.js';
import { assess, holdFirstMeeting, review, type Scene } from './kit/set-the-stage.js';
import { Story } from './kit/story.js';
import { Windows } from './kit/windows.js';
import { firstNo } from './agreement/first-no.js';
import { notToBeFound } from './agreement/not-to-be-found.js';
import { parentsApart } from './agreement/parents-apart.js';
import { takenBack } from './agreement/taken-back.js';
import { youngPerson } from './agreement/young-person.js';
import { AgreementPage } from './pages/agreement.page.js';
import { ClosePage } from './pages/close.page.js';
import { EngagementPage } from './pages/engagement.page.js';
import { FindPage } from './pages/find.page.js';
import { OffersPage } from './pages/offers.page.js';
import { TeamPage } from './pages/team.page.js';

/**
 * Agreement as families live it: refused and then given in part; withdrawn midway; a young person who decides; a child who
 * must not be found. After each step the people concerned look, in the browser, and see what is theirs to see.
 */
const MINUTE = 60_000;
const E4 = episodeId('E4');

let stage: Stage;
let clock: Clock;
let people: Fixture;
let monday: string;
let windows: Windows;
const storyOf = (): Story => new Story(() => Promise.resolve('no pictures'));

beforeAll(async () => {
  clock = await Clock.take();
  monday = mondayOf(await clock.today());
  people = fixture(monday);
  stage = await Stage.open();
  windows = new Windows(stage, people);
}, MINUTE);
afterAll(async () => {
  await stage?.close();
  await clock?.release();
});

const as = (key: string): Promise<Page> => windows.as(key);
const read = (key: string, path: string, wanted?: string): Promise<string> => windows.read(key, path, wanted);

async function searchedBy(key: string, name: string, child: string): Promise<string> {
  const born = people.people.find((person) => person.key === child)?.dob ?? '';
  const find = await new FindPage(await as(key)).open();
  await find.search({ why: 'Starting or adding support', name, dateOfBirth: formatDate(born) });
  return find.answer();
}

describe('a family that says no', () => {
  firstNo(
    storyOf(),
    () => windows,
    () => monday,
  );
});

describe('parents who live apart and do not agree', () => {
  parentsApart(
    storyOf(),
    () => windows,
    () => clock,
    () => monday,
  );
});

describe('no agreement, and then some of it', () => {
  const story = storyOf();

  story.step(
    'Ned keeps to his own work; who looks for Dot is told to ring the CAF team, no more',
    async () => {
      expect(await read('ned', `/cases/${E4}`)).toContain('Dot');
      expect(await searchedBy('wes', 'Dot Tully', 'dot')).toBe('A CAF record may exist');
      expect(await read('wes', `/cases/${E4}`)).toContain('No record found');
    },
  );

  story.step('without agreement no assessment is begun', async () => {
    const page = await as('ned');
    await expect(call(page, 'POST', `/episodes/${E4}/assessments`, {})).rejects.toThrow(/: 4\d\d /);
  });

  story.step('each service writes its own part; nobody reads another’s', async () => {
    const part = { offerAgain: addDays(monday, 10), lookAgain: addDays(monday, 30) };
    const ned = await new EngagementPage(await as('ned')).open(E4);
    await ned.write({ ...part, does: 'Breakfast is there for every child at the door.' });
    expect(await barriers(ned.page)).toEqual([]);
    const hope = await new EngagementPage(await as('hope')).open(E4);
    expect(await hope.page.locator('main').innerText()).not.toContain('Breakfast');
    await hope.write({ ...part, does: 'The two-year check is looked at once more.' });
    await (await new EngagementPage(await as('ned')).open(E4)).page.getByText('Breakfast').waitFor();
    expect(await ned.page.locator('main').innerText()).not.toContain('two-year check');
  });

  story.step('the CAF team and the GP talk about a child of four, and learn no more', async () => {
    const ned = await new EngagementPage(await as('ned')).open(E4);
    const named = 'Dot often arrives hungry. Her mother does not want more help. What would you try?';
    await ned.ask(named, ['Wes Tan']);
    await ned.page.getByRole('link', { name: /Leave out what says who it is: “Dot”/ }).waitFor();
    await ned.question.fill(named.replace('Dot', 'A four-year-old'));
    await ned.send();
    await ned.page.getByText('Asked: Wes Tan, Harbour Surgery').waitFor();
    const wes = await new EngagementPage(await as('wes')).openQuestion();
    expect(await barriers(wes.page)).toEqual([]);
    expect(await wes.page.locator('body').innerText()).not.toMatch(/Dot|Tully|Cass/);
    const part = { offerAgain: addDays(monday, 10), lookAgain: addDays(monday, 30) };
    await wes.write({ ...part, does: 'We ask about meals at the next visit of any young family.' });
    const mo = await new EngagementPage(await as('mo')).openQuestion();
    expect(await mo.page.locator('main').innerText()).not.toMatch(/Dot|Tully|Cass|next visit/);
    await mo.advise('Let whoever she talks to most ask her again.');
    await new EngagementPage(await as('ned')).open(E4);
    await ned.page.getByText('Let whoever she talks to most').waitFor();
    expect(await ned.page.locator('main').innerText()).not.toContain('next visit');
  });

  story.step('looked at again: her mother is willing to talk', async () => {
    const ned = await new EngagementPage(await as('ned')).open(E4);
    const said = 'Her mother asked what the help would be.';
    await ned.lookAgain(said, 'We ask the family again', addDays(monday, 30));
    await ned.page.getByRole('link', { name: 'The family thinks again' }).click();
    await ned.page.getByRole('button', { name: 'Ask for agreement again' }).click();
    await ned.page.waitForURL(/agreement$/);
  });

  story.step(
    'her mother agrees to two services, not to the GP',
    async () => {
      const agreement = await new AgreementPage(await as('ned')).open(E4);
      await agreement.who('Cass Tully, mother');
      await agreement.talkedThrough();
      await agreement.mayKnow('Pebble Nursery');
      await agreement.mayKnow('Community Health');
      await agreement.addService('Harbour Surgery');
      await agreement.saidNo('Harbour Surgery');
      await agreement.effect.getByText('Harbour Surgery').first().waitFor();
      await agreement.purpose('Understand what would help');
      await agreement.purpose('Work on one plan together');
      await agreement.sign('Cass Tully');
      await agreement.save();
      await agreement.saved.waitFor();
      const copy = (await as('ned')).locator('article');
      await copy.getByText('You said no to').waitFor();
      expect(await copy.innerText()).toContain('Harbour Surgery. They cannot see this.'.split('. ')[0]);
    },
    2,
  );

  story.step(
    'the health visitor reads it at once, not what the nursery wrote before; the GP is told that there is nothing',
    async () => {
      const [hope, wes] = await Promise.all([
        read('hope', `/cases/${E4}/engagement`, 'two-year check'),
        read('wes', `/cases/${E4}`),
      ]);
      expect(hope).toContain('Dot');
      expect(hope).not.toContain('Breakfast');
      expect(wes).toContain('No record found');
      expect(await searchedBy('wes', 'Dot Tully', 'dot')).toBe('No record found');
    },
  );

  const idOf = (key: string): string => people.people.find((person) => person.key === key)?.id ?? '';
  const userOf = (key: string): string => people.users.find((user) => user.key === key)?.id ?? '';
  const scene = async (key: string): Promise<Scene> => ({
    page: await as(key),
    caseId: E4,
    childId: idOf('dot'),
    parentId: idOf('cass'),
  });

  story.step('the assessment is done, and Hope, asked with the light beside her name, leads', async () => {
    await clock.moveTo(`${addDays(monday, 21)} 10:00`);
    await assess(await scene('ned'), addDays(monday, 21));
    const team = await new TeamPage(await as('ned')).open(E4);
    await team.bringIn('Hope Adeyemi');
    await team.has('Hope Adeyemi');
    await team.page
      .locator('main li', { hasText: 'Hope Adeyemi' })
      .getByText(/^Yes, agreed until/)
      .waitFor();
    await team.askToLead('Hope Adeyemi', 'Cass would like Hope to be the one she rings.');
    await team.page.getByText(/^Hope Adeyemi has been asked to lead/).waitFor();
    await (await new OffersPage(await as('hope')).open()).accept('Cass would like Hope');
    expect(await read('hope', `/cases/${E4}/team`, 'Lead professional')).toContain('Hope Adeyemi');
  });

  story.step('the first meeting is held: the plan begins, and the GP is told as before', async () => {
    await holdFirstMeeting(await scene('hope'), {
      moveTo: (time) => clock.moveTo(time),
      day: addDays(monday, 31),
      next: addDays(monday, 66),
      team: ['hope', 'ned'].map(userOf),
    });
    expect(await read('ned', `/cases/${E4}/plan`, 'There is a breakfast every day')).toContain(
      'Breakfast at',
    );
    expect(await searchedBy('wes', 'Dot Tully', 'dot')).toBe('No record found');
  });

  story.step(
    'her mother thinks again about the GP; he asks to join, and Hope says yes: he reads, also from before',
    async () => {
      const agreement = await new AgreementPage(await as('hope')).open(E4);
      await agreement.who('Cass Tully, mother');
      await agreement.talkedThrough();
      await agreement.mayKnow('Harbour Surgery');
      await agreement.sign('Cass Tully');
      await agreement.save();
      await agreement.saved.waitFor();
      expect(await searchedBy('wes', 'Dot Tully', 'dot')).toMatch(/A CAF (record may exist|is already open)/);
      const wes = new FindPage(await as('wes'));
      await wes.askToJoin('I see Dot at the surgery and could look at what she eats.');
      expect(await wes.asked('Dot Tully')).toContain('Waiting for an answer');
      expect(await read('wes', `/cases/${E4}`)).toContain('No record found');
      const team = await new TeamPage(await as('hope')).open(E4);
      await team.asksToJoin().getByText('The family agreed to Harbour Surgery').waitFor();
      expect(await barriers(team.page)).toEqual([]);
      await team.asksToJoin().getByRole('button', { name: 'Yes, bring Wes Tan in' }).click();
      await team.asksToJoin().getByText('Wes Tan, Harbour Surgery: Joined').waitFor();
      await wes.open();
      await wes.page.getByRole('link', { name: 'Open the record of Dot Tully' }).click();
      await wes.page.getByRole('heading', { level: 1, name: /Dot/ }).waitFor();
      expect(await read('wes', `/cases/${E4}/plan`, 'There is a breakfast every day')).toContain('Dot');
      expect(await read('wes', `/cases/${E4}/engagement`)).not.toMatch(/two-year check|Breakfast is there/);
    },
    2,
  );

  story.step(
    'after two reviews one service goes on, which has said yes to it; the CAF team signs',
    async () => {
      const [first] = await clock.rows<{ id: string }>(
        `update app.meeting set status = 'HELD', held_at = planned_at where episode_id = $1 and type = 'REVIEW_TAC' returning id`,
        [E4],
      );
      await clock.rows(`update app.invitation set attendance = 'ATT' where meeting_id = $1`, [first?.id]);
      await clock.moveTo(`${addDays(monday, 66)} 17:00`);
      await review(await scene('hope'), { heldOn: addDays(monday, 66), meetingId: first?.id });
      await clock.moveTo(`${addDays(monday, 129)} 10:00`);
      await review(await scene('hope'), { heldOn: addDays(monday, 129), last: true });
      const closing = await new ClosePage(await as('hope')).open(E4);
      await closing.because('One service will go on');
      await closing.everyActionIs('Done');
      await closing.fill({
        'Who goes on helping?': 'Health visiting, Community Health',
        'Whom can the family ask if they need help again?': 'Hope Adeyemi',
        'What does Dot say?': 'Dot shows her plate.',
        'What does the parent say?': 'We ring Hope.',
        'What changed, and what remains?': 'Breakfast every day. Sleep stays with health visiting.',
      });
      await closing.page.getByLabel('Level of need now').selectOption('2');
      await closing.familySays('Agrees');
      await closing.send();
      await closing.page
        .getByRole('alert')
        .getByText(/service/)
        .first()
        .waitFor();
      await closing.page.getByRole('checkbox', { name: 'That service has agreed to go on' }).check();
      await closing.send();
      await closing.page.getByText(/It waits for/).waitFor();
      const mo = new ClosePage(await as('mo'));
      await mo.page.goto(`/cases/${E4}/close`);
      await mo.toSign();
      await mo.approve();
      await mo.page
        .getByText(/^Closed on/)
        .first()
        .waitFor();
    },
  );

  story.step(
    'time counts from the day she agreed; going without agreement is in its own figure alone',
    async () => {
      const [kept] = await clock.rows<{ agreed: string; tap: string; reason: string }>(
        `select x.agreed_on::text as agreed, x.closure_reason as reason,
         (select min(m.happened_on)::text from app.episode_move m where m.episode_id = x.id and m.to_state = 'TAP') as tap
       from app.episode x where x.id = $1`,
        [E4],
      );
      expect(kept?.reason).toBe('STEP_DOWN_SINGLE');
      const [agreed] = await clock.rows<{ on: string }>(
        `select happened_on::text as on from app.episode_move where episode_id = $1 and transition = 'T05'`,
        [E4],
      );
      expect(kept?.agreed).toBe(agreed?.on);
      expect((kept?.tap ?? '') < (kept?.agreed ?? '')).toBe(true);
      await clock.moveTo(`${monday} 10:00`);
      const [tap] = await clock.rows<{ begun: number; later: number }>(
        `select count(*)::int as begun, count(*) filter (where exists (select 1 from app.episode_move t
           where t.episode_id = f.episode_id and t.transition = 'T05' and t.happened_on >= f.since))::int as later
       from (select m.episode_id, min(m.happened_on) as since from app.episode_move m
             where m.to_state = 'TAP' and m.happened_on between $1 and $2 group by m.episode_id) f`,
        [financialQuarterOf(monday).from, financialQuarterOf(monday).to],
      );
      const seen = (await read('mo', '/agreements', 'Work without agreement')).replace(/\s+/g, ' ');
      expect(seen).toContain(`Work without agreement Begun ${tap?.begun}`);
      expect(seen).toContain(`Work without agreement Agreed later ${tap?.later} of ${tap?.begun}`);
    },
  );
});

describe('agreement withdrawn midway', () => {
  takenBack(
    storyOf(),
    () => windows,
    () => clock,
    () => people,
    () => monday,
  );
});

describe('a young person who decides', () => {
  youngPerson(
    storyOf(),
    () => windows,
    () => clock,
    () => people,
  );
});

describe('a child who must not be found', () => {
  notToBeFound(
    storyOf(),
    () => windows,
    () => clock,
    () => people,
    () => monday,
  );
});
