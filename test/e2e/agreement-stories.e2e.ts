import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { getDocumentProxy } from 'unpdf';
import { addDays, financialQuarterOf, formatDate, mondayOf } from '@encircle/shared/dates';
import { episodeId, fixture, type Fixture } from '@encircle/shared/fixture';
import { barriers } from './kit/accessibility.js';
import { Stage } from './kit/browser.js';
import { call } from './kit/calls.js';
import { Clock } from './kit/clock.js';
import { assess, holdFirstMeeting, review, type Scene } from './kit/set-the-stage.js';
import { Story } from './kit/story.js';
import { eventually } from './kit/eventually.js';
import { Windows } from './kit/windows.js';
import { firstNo } from './agreement/first-no.js';
import { parentsApart } from './agreement/parents-apart.js';
import { AgreementPage } from './pages/agreement.page.js';
import { ClosePage } from './pages/close.page.js';
import { ContactPage } from './pages/contact.page.js';
import { DashboardPage } from './pages/dashboard.page.js';
import { EmergencyPage } from './pages/emergency.page.js';
import { EngagementPage } from './pages/engagement.page.js';
import { FindPage } from './pages/find.page.js';
import { InvolvementsPage } from './pages/involvements.page.js';
import { NotesPage } from './pages/notes.page.js';
import { OffersPage } from './pages/offers.page.js';
import { TeamPage } from './pages/team.page.js';

/**
 * Agreement as families live it: refused and then given in part; withdrawn midway; a young person who decides; a child who
 * must not be found. After each step the people concerned look, in the browser, and see what is theirs to see.
 */
const MINUTE = 60_000;
const [E2, E4, E5, E6] = [episodeId('E2'), episodeId('E4'), episodeId('E5'), episodeId('E6')];

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

/** Refused, not there, or a list without anything in it. */
async function readsNothing(page: Page, path: string): Promise<boolean> {
  try {
    const { items } = await call<{ items: unknown[] }>(page, 'GET', path);
    return items.length === 0;
  } catch {
    return true;
  }
}

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
      expect(await read('hope', `/cases/${E4}`)).toContain('Dot');
      expect(await read('hope', `/cases/${E4}/engagement`, 'two-year check')).not.toContain('Breakfast');
      expect(await searchedBy('wes', 'Dot Tully', 'dot')).toBe('No record found');
      expect(await read('wes', `/cases/${E4}`)).toContain('No record found');
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
  const story = storyOf();
  let referral = '';

  /** What was agreed before, given anew: this story is about taking it back. */
  const agreeAgain = async (): Promise<void> => {
    const page = await as('kim');
    const was = people.consentLines.filter((line) => line.episodeId === E6);
    const [first] = was;
    await call(page, 'POST', `/episodes/${E6}/consents`, {
      subjectId: first?.subjectId,
      giverPersonId: first?.giverId,
      capacity: 'PR_HOLDER',
      method: 'ON_SCREEN',
      statementVersion: 'v1',
      understood: { recording: true, sharing: true, withoutAgreement: true },
      signature: { kind: 'TYPED', value: 'Gia’s mother' },
      lines: was.flatMap((line) =>
        line.categories.map((category) => ({
          recipientType: line.recipientType,
          recipientId: line.recipientId,
          category,
          decision: 'GIVEN',
        })),
      ),
    });
  };

  /** What is left to somebody of the team: what they wrote themselves. */
  const ownOf = async (key: string): Promise<string[]> => {
    const path = `/episodes/${E6}/content?category=MEETING`;
    const { items } = await call<{ items: { detail: { text: string } }[] }>(await as(key), 'GET', path);
    return items.map((item) => item.detail.text);
  };
  const day = (n: number): string =>
    new Date(Date.parse(`${monday}T12:00:00Z`) + n * 86_400_000).toISOString().slice(0, 10);

  story.step('ten working days on, the lead professional still reads to bring it to a close', async () => {
    await clock.moveTo(`${day(-4)} 10:00`);
    await read('kim', `/cases/${E6}/notes`, 'swapping the bedrooms');
    expect(await read('jo', `/cases/${E6}/notes`)).not.toMatch(/Six people came|Tenancy is secure/);
    expect(await ownOf('jo')).toEqual(['Tenancy is secure; repairs booked.']);
  });

  story.step('then it ends for her too, and what each wrote stays their own', async () => {
    await clock.moveTo(`${day(0)} 10:00`);
    expect(await read('kim', `/cases/${E6}/notes`)).not.toContain('swapping the bedrooms');
    expect(await ownOf('kim')).toEqual(['Six people came; next date agreed.']);
    expect(await ownOf('jo')).toEqual(['Tenancy is secure; repairs booked.']);
  });

  story.step('a worry about Gia goes to the safeguarding hub all the same', async () => {
    const page = await as('kim');
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
    await read('dee', `/safeguarding/${referral}`, 'Gia told me something today');
  });

  story.step('the hub does not accept it, and Kim reads why', async () => {
    const page = await as('dee');
    await page.getByRole('radio', { name: 'Not accepted' }).check();
    await page.getByLabel('Why not?').fill('School and health go on; no threshold met.');
    await page.getByRole('checkbox', { name: /The team was told/ }).check();
    await page.getByRole('button', { name: 'Record the decision' }).click();
    await page.getByText('School and health go on').waitFor();
    await read('kim', `/safeguarding/${referral}`, 'School and health go on');
  });

  story.step('her mother agrees once more, and takes it back: who had it is listed for her', async () => {
    await agreeAgain();
    expect(await ownOf('jo')).toContain('Six people came; next date agreed.');
    const page = await as('kim');
    await page.goto(`/cases/${E6}/agreement`);
    await page.getByRole('radio', { name: 'All of it' }).check();
    await page.getByLabel('How did they tell you?').selectOption({ label: 'By phone' });
    await page.getByRole('button', { name: 'Stop sharing' }).click();
    await page.getByRole('heading', { name: 'Who had it before' }).waitFor();
    const past = await page.locator('main').innerText();
    expect(past).toContain('Havenside Homes');
    expect(await barriers(page)).toEqual([]);
  });

  story.step('Jo is told in one line without a reason, reads no more, and finds his own report', async () => {
    expect(await ownOf('jo')).toEqual(['Tenancy is secure; repairs booked.']);
    const told = await eventually(
      () => read('jo', '/notices'),
      (text) => text.includes('Agreement was taken back'),
    );
    expect(told).toContain('Agreement was taken back');
    expect(told).not.toMatch(/Gia|mother|because/);
    await read('kim', `/cases/${E6}/notes`, 'swapping the bedrooms');
  });

  story.step('Kim and her manager think about risk, and close it as chosen by the family', async () => {
    const before = await (await new DashboardPage(await as('mo')).open()).metOf();
    const closing = await new ClosePage(await as('kim')).open(E6);
    await closing.because('Family chose to stop');
    await closing.fill({
      'What was thought about risk?': 'Below the threshold: the hub looked at it today.',
      'Whom can the family ask if they need help again?': 'Kim, or the school office',
      'What does Gia say?': 'Not asked again after her mother stopped.',
      'What does the parent say?': 'Wants to stop.',
      'What changed, and what remains?': 'The family goes on by itself.',
    });
    await closing.page.getByLabel('Level of need now').selectOption('2');
    await closing.familySays('Agrees');
    await closing.send();
    await closing.page.getByText(/It waits for/).waitFor();
    const lee = new ClosePage(await as('lee'));
    await lee.page.goto(`/cases/${E6}/close`);
    await lee.toSign();
    await lee.approve();
    await lee.page
      .getByText(/^Closed on/)
      .first()
      .waitFor();
    await read('lee', '/notices', 'A colleague sent a safeguarding referral');
    const after = await (await new DashboardPage(await as('mo')).open()).metOf();
    expect(after).toEqual({ met: before.met, closed: before.closed + 1 });
  });

  story.step('her mother asks for the record: what went to the hub stands in it, and why', async () => {
    const page = await as('gus');
    const [found] = await clock.rows<{ ref: string }>('select ref from app.episode where id = $1', [E6]);
    const [line] = people.consentLines.filter((each) => each.episodeId === E6);
    const today = await clock.today();
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
});

describe('a young person who decides', () => {
  const story = storyOf();

  story.step('the clinic is recorded at Ben’s word, and leaves no row, gap or count', async () => {
    const before = await read('tom', `/cases/${E2}/sharing`);
    const clinic = await new InvolvementsPage(await as('lin')).open();
    await clinic.write({
      givenNames: 'Ben',
      familyName: 'Brook',
      born: formatDate(people.people.find((person) => person.key === 'ben')?.dob ?? ''),
      level: 'Written down, told to nobody',
      by: 'The young person',
    });
    await clinic.page.getByText('It is written down as they decided.').waitFor();
    expect(await barriers(clinic.page)).toEqual([]);
    expect(await clinic.page.locator('main').innerText()).not.toContain('Brook');
    const after = await read('tom', `/cases/${E2}/sharing`);
    expect(rows(after)).toEqual(rows(before));
    expect(after).not.toMatch(/Brook Sexual Health|Lin Foley/);
  });

  story.step('his mother sees the plan, not his words to Tom, and not the clinic', async () => {
    const seen = await read('pia', `/cases/${E2}`);
    expect(seen).toContain('Ben');
    expect(seen).not.toMatch(/talk about this with you first|clinic|Sexual Health/);
  });

  story.step(
    'the school nurse asks; Ben says no; she reads what she would read with no service',
    async () => {
      const why = 'Could any other service help him with relationships?';
      await new ContactPage(await as('asha')).ask(E2, why);
      const mo = new ContactPage(await as('mo'));
      expect(await mo.take(why)).toContain('Brook Sexual Health');
      await mo.answer(why, 'The young person said no');
      const told = await read('asha', `/cases/${E2}/agreement`, 'Nothing further can be shared');
      expect(told).not.toMatch(/clinic|Sexual Health/);
    },
  );

  story.step('what Ben wrote for Tom alone is there for Tom, and for nobody else of the team', async () => {
    await read('tom', `/cases/${E2}/notes`, 'talk about this with you first');
    const notes = await new NotesPage(await as('tom')).open(E2);
    const text = 'Ben says: I sleep at my friend’s when it is loud at home.';
    const kind = 'Talk with the child';
    await notes.write({
      kind,
      on: await clock.today(),
      text,
      about: 'Not for parent',
      chosen: ['Tom Reyes'],
    });
    for (const key of ['asha', 'pia'])
      expect(await read(key, `/cases/${E2}/notes`)).not.toMatch(
        /talk about this with you first|loud at home/,
      );
  });

  story.step('Tom must share a worry: he flags the words, and tells the hub what it must know', async () => {
    const page = await as('tom');
    const words = page.locator('main section', { hasText: 'talk about this with you first' }).last();
    await page.goto(`/cases/${E2}/notes`);
    await words.getByRole('button', { name: 'Flag for safeguarding' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: 'Yes' }).check();
    await dialog.getByRole('button', { name: 'Flag for safeguarding' }).click();
    await words.getByText('The child was told that it may have to be shared.').waitFor();
    expect(await barriers(page)).toEqual([]);
    for (const key of ['asha', 'pia']) expect(await read(key, `/cases/${E2}/notes`)).not.toMatch(/flag/i);
    await words.getByRole('link', { name: 'Refer to the safeguarding hub' }).click();
    await page.getByLabel(/^What did you see or hear/).fill('Ben told me that his partner is much older.');
    await page.getByRole('button', { name: 'Send the referral' }).click();
    await page.getByRole('link', { name: 'Add to it now' }).waitFor();
    await page.goto(`/cases/${E2}/notes`);
    await words.getByRole('link', { name: /^Referral of/ }).waitFor();
    await call(page, 'POST', `/episodes/${E2}/disclosures`, {
      decision: 'SHARED',
      emergency: true,
      subjectId: people.people.find(({ key }) => key === 'ben')?.id,
      recipientAgencyId: people.agencies.find(({ key }) => key === 'mash')?.id,
      categories: ['CHILD'],
      exactText: 'Ben told me that his partner is much older.',
      ground: 'CHILD_RISK',
    });
    const dee = await as('dee');
    for (const kind of ['SENS_SH', 'PRIVATE'])
      expect(await readsNothing(dee, `/episodes/${E2}/content?category=${kind}`)).toBe(true);
    expect(await read('dee', `/cases/${E2}`)).not.toMatch(/clinic|Sexual Health|talk about this with you/);
  });

  story.step('Ben decides about his own words: found able, in writing, for this matter', async () => {
    const agreement = await new AgreementPage(await as('tom')).open(E2);
    const how = 'He told me who would know, and that his mother need not agree to this.';
    await agreement.decidesAlone('Ben, the young person', ['How the child is doing'], how);
    await agreement.talkedThrough();
    await agreement.mayKnowOnly('Youth Service', 'How Ben is doing');
    await agreement.purpose('Work on one plan together');
    await agreement.sign('Ben Brook');
    await agreement.save();
    await agreement.saved.waitFor();
    expect(await read('pia', `/cases/${E2}`)).toContain('Ben');
  });

  story.step('his mother asks for his record; he says no, and she is told whose right it is', async () => {
    const page = await as('gus');
    const [found] = await clock.rows<{ ref: string; pia: string }>(
      `select x.ref, r.person_id as pia from app.episode x join app.episode_subject s on s.episode_id = x.id
       join app.relationship r on r.child_id = s.person_id join app.person p on p.id = r.person_id
       where x.id = $1 and p.given_names = 'Pia'`,
      [E2],
    );
    const today = await clock.today();
    const request = await call<{ id: string; version: number }>(page, 'POST', '/record-requests', {
      ref: found?.ref,
      kind: 'SUBJECT_ACCESS',
      requester: 'Pia Brook',
      capacity: 'PARENT',
      forPersonId: found?.pia,
      receivedOn: today,
    });
    await page.goto(`/record-requests/${request.id}`);
    await page.getByRole('button', { name: /^Write it down: What does the young person say/ }).click();
    await page.getByRole('radio', { name: 'They say no' }).check();
    await page.getByLabel('How were they asked?').fill('Tom asked him alone, after the club.');
    await page.getByRole('button', { name: 'Keep this' }).click();
    await page.getByLabel('How were they asked?').waitFor({ state: 'detached' });
    await page.getByText('They say no').waitFor();
    await page.getByRole('radio', { name: 'Refuse' }).check();
    await page.getByLabel('On which ground?').selectOption('CHILD_DECIDES');
    await page.getByRole('textbox', { name: /Why/ }).fill('He does not want his mother to read it.');
    await page.getByRole('button', { name: 'Decide' }).click();
    await page.getByText('The right to ask belongs to the young person').waitFor();
  });
});

describe('a child who must not be found', () => {
  const story = storyOf();
  let reference = '';

  story.step('a search, an old link and the father’s account lead nowhere', async () => {
    expect(await searchedBy('wes', 'Eli Voss', 'eli')).toBe('No record found');
    expect(await read('hana', `/cases/${E5}`)).toContain('No record found');
    expect(await read('rob', `/cases/${E5}`)).toContain('No record found');
    expect(await read('rob', '/cases')).not.toContain('Eli');
  });

  story.step('a search by the postcode of the refuge finds nothing', async () => {
    const find = await new FindPage(await as('wes')).open();
    const eli = people.people.find((person) => person.key === 'eli');
    await find.searchAt('Voss', eli?.postcode ?? '');
    expect(await find.answer()).toBe('No record found');
  });

  story.step('the CAF team keeps the shield by the number of the case', async () => {
    const list = await read('mo', '/restrictions', 'Domestic abuse or a refuge');
    expect(list).toMatch(/Sara/);
    expect(list).not.toMatch(/Eli|Voss|Lantern/);
  });

  story.step('his father asks for an account, and gets the letter everybody gets', async () => {
    const page = await as('gus');
    await page.goto('/account-requests');
    await page.getByRole('button', { name: 'Keep a request' }).click();
    await page.getByLabel('Who asks?').fill('Rob Voss');
    await page.getByRole('radio', { name: 'A parent' }).check();
    await page.getByLabel('About whom do they ask?').fill('My son');
    await page.getByLabel('How did they ask?').selectOption({ label: 'Letter' });
    await page.getByRole('button', { name: 'Keep it' }).click();
    await page.getByRole('button', { name: 'Answer' }).first().click();
    await page.getByRole('radio', { name: /^The letter/ }).check();
    await page.getByLabel('Why?').fill('He wrote as the father of a child.');
    await page.getByRole('button', { name: 'Answer' }).first().click();
    await page.getByRole('button', { name: 'Show the letter' }).first().click();
    const letter = page.getByRole('article');
    await letter.getByText('the same to everybody').waitFor();
    expect(await letter.innerText()).not.toMatch(/Eli|CAF-|Seaview|Lantern|Sara/);
    expect(await barriers(page)).toEqual([]);
    expect(await read('rob', `/cases/${E5}`)).toContain('No record found');
  });

  story.step('police tell of a night at home: it is with her at school, and with nobody else', async () => {
    const page = await as('priya');
    await page.goto('/police-notices');
    await page.getByRole('button', { name: 'Send a notice' }).click();
    await page.getByLabel('First names of the child').fill('Eli');
    await page.getByLabel('Family name of the child').fill('Voss');
    await page
      .getByLabel('Date of birth')
      .fill(formatDate(people.people.find(({ key }) => key === 'eli')?.dob ?? ''));
    await page.getByLabel('What must the school know?').fill('His father shouted at the door of an aunt.');
    await page.getByRole('button', { name: 'Send the notice' }).click();
    await page.getByText(/^Sent\. It will be with whoever looks after the child/).waitFor();
    expect(await page.locator('main').innerText()).not.toMatch(/Sara|Seaview|Lantern/);
    const sara = await as('sara');
    await sara.goto('/police-notices');
    await sara.getByText('shouted at the door of an aunt').waitFor();
    expect(await barriers(sara)).toEqual([]);
    await sara.getByLabel('What did you do, or will you do today?').fill('I sit with him at breakfast.');
    await sara.getByRole('button', { name: 'Keep this' }).click();
    await sara.getByText('I sit with him at breakfast.').waitFor();
    for (const key of ['hana', 'wes', 'mo'])
      expect(await read(key, '/police-notices')).not.toMatch(/Eli|Voss|aunt/);
  });

  story.step(
    'who leads writes down the order; it stands on every page for her, and nowhere for him',
    async () => {
      const page = await as('sara');
      const [line] = people.consentLines.filter((each) => each.episodeId === E5);
      await call(page, 'POST', `/episodes/${E5}/consents`, {
        subjectId: line?.subjectId,
        giverPersonId: line?.giverId,
        capacity: 'PR_HOLDER',
        method: 'ON_SCREEN',
        statementVersion: 'v1',
        understood: { recording: true, sharing: true, withoutAgreement: true },
        signature: { kind: 'TYPED', value: 'Eli’s mother' },
        lines: ['FAMILY', 'MEETING'].map((category) => ({
          recipientType: 'PERSON',
          recipientId: people.users.find((user) => user.key === 'sara')?.id,
          category,
          decision: 'GIVEN',
        })),
      });
      await page.goto(`/cases/${E5}/family`);
      await page.getByRole('button', { name: 'Write down an order' }).click();
      await page.getByLabel('Who is it against?').selectOption({ label: 'Rob Voss' });
      await page.getByLabel('What kind of order is it?').selectOption('NON_MOLESTATION');
      await page.getByLabel('What does it say?').fill('Not to come near them or to ask where they are.');
      await page.getByLabel('From which day?').fill(formatDate(addDays(monday, -60)));
      await page.getByLabel('Until which day?').fill(formatDate(addDays(monday, 300)));
      await page.getByRole('radio', { name: 'Everything about the child' }).check();
      await page.getByRole('button', { name: 'Write it down' }).click();
      await page.getByText('Rob Voss may not have contact with Eli').waitFor();
      expect(await barriers(page)).toEqual([]);
      expect(await read('rob', `/cases/${E5}/family`)).toContain('No record found');
    },
  );

  story.step(
    'the meeting is planned without the father, and why is read by those on the list alone',
    async () => {
      const page = await as('sara');
      const { id } = await call<{ id: string }>(page, 'POST', `/episodes/${E5}/meetings`, {
        type: 'EXTRAORDINARY',
        date: addDays(monday, 15),
        time: '10:00',
        mode: 'VIDEO',
        invitees: [{ personId: people.people.find(({ key }) => key === 'eli')?.id }],
      });
      await page.goto(`/meetings/${id}`);
      await page.getByRole('button', { name: 'Leave somebody out' }).click();
      await page.getByLabel('Who is not invited?').selectOption({ label: 'Rob Voss' });
      await page.getByRole('radio', { name: 'Not invited, for safety' }).check();
      await page.getByLabel('What is the reason?').fill('There is an order, and he is looking for them.');
      await page.getByRole('button', { name: 'Leave them out' }).click();
      await page.getByText('he is looking for them').waitFor();
      for (const key of ['rob', 'hana'])
        expect(await read(key, `/meetings/${id}`)).toContain('No record found');
    },
  );

  story.step('the shield is looked at and stays, whatever becomes of the order', async () => {
    const page = await as('mo');
    await page.goto('/restrictions');
    await page.getByRole('button', { name: 'Look at it again' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Why does it stay?').fill('He still asks for them at two schools.');
    await dialog.getByRole('button', { name: 'It stays' }).click();
    await page.getByText('He still asks for them at two schools.').waitFor();
  });

  story.step('the hub overrides it once, warned; the view ends when she leaves it', async () => {
    const page = await as('dee');
    await page.goto(`/cases/${E5}/emergency`);
    await page
      .getByText(/looked into at once|investigat/i)
      .first()
      .waitFor();
    const glass = new EmergencyPage(page);
    const reason = 'Police found a boy who may be this child and must know tonight.';
    await glass.fill({ kind: 'Who the child is', ground: 'Somebody’s life is at stake', reason });
    await glass.send();
    await glass.heading('Emergency view');
    await page.getByText('Eli').first().waitFor();
    reference = /EA-[0-9A-F]{8}/.exec(await glass.banner.innerText())?.[0] ?? '';
    const opened = page.url();
    await page.goto('/safeguarding');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.goto(opened);
    await glass.heading('This emergency view has ended');
  });

  story.step('information governance looks into it and finds it proper', async () => {
    const page = await as('gus');
    await page.goto('/access-reviews');
    await page.getByRole('link', { name: reference }).first().click();
    await page.getByRole('button', { name: 'Begin the review' }).click();
    await page.getByRole('radio', { name: 'Justified', exact: true }).check();
    await page.getByLabel('Why?').fill('The police asked, and it was the boy.');
    await page.getByRole('button', { name: 'Record the outcome' }).click();
    await page.getByRole('heading', { name: /^Decided by/ }).waitFor();
  });

  story.step(
    'a court copy for the father’s solicitor tells neither where they are nor who helps',
    async () => {
      const page = await as('gus');
      const [found] = await clock.rows<{ ref: string; rob: string }>(
        `select x.ref, r.person_id as rob from app.episode x join app.episode_subject s on s.episode_id = x.id
       join app.relationship r on r.child_id = s.person_id join app.person p on p.id = r.person_id
       where x.id = $1 and p.given_names = 'Rob'`,
        [E5],
      );
      const today = await clock.today();
      const request = await call<{ id: string; version: number }>(page, 'POST', '/record-requests', {
        ref: found?.ref,
        kind: 'COURT_COPY',
        requester: 'Harrow and Pell, solicitors',
        capacity: 'SOLICITOR',
        forPersonId: found?.rob,
        receivedOn: today,
      });
      await call(page, 'PUT', `/record-requests/${request.id}`, {
        version: request.version,
        identity: { provenOn: today, how: 'The court’s letter' },
      });
      await page.goto(`/record-requests/${request.id}`);
      await page.getByRole('radio', { name: 'Make a copy' }).check();
      await page.getByRole('textbox', { name: /Why/ }).fill('The court ordered a copy of the work with Eli.');
      await page.getByRole('button', { name: 'Decide' }).click();
      await page.getByRole('heading', { name: 'Line by line' }).waitFor();
      expect(await barriers(page)).toEqual([]);
      const { items } = await call<{ items: { shown: string | null; by: string | null }[] }>(
        page,
        'GET',
        `/record-requests/${request.id}/lines?limit=100`,
      );
      const out = items.flatMap(({ shown }) => shown ?? []).join(' ');
      expect(out).not.toMatch(/Lantern|Sara|Refuge/i);
      expect(items.every(({ by }) => by === null)).toBe(true);
      const { name, bytes } = await page.evaluate(async (path) => {
        const answer = await fetch(path);
        const bytes = [...new Uint8Array(await answer.arrayBuffer())];
        return { name: answer.headers.get('content-disposition') ?? '', bytes };
      }, `/api/record-requests/${request.id}/pack.pdf`);
      expect(name).toBe('attachment; filename="copy-of-a-record.pdf"');
      const { info, metadata } = await (await getDocumentProxy(new Uint8Array(bytes))).getMetadata();
      expect(info).toHaveProperty('Title');
      expect(info).not.toHaveProperty('Author');
      const told = JSON.stringify([info, metadata?.getRaw() ?? '']);
      expect(told).not.toMatch(/Eli|Voss|CAF-|Sara|Quill|Gus|Hale|Lantern|Seaview/);
    },
  );

  story.step('those on the list go on working', async () => {
    expect(await read('sara', `/cases/${E5}`)).toContain('Eli');
  });
});

/** The lines of a page but for hours and minutes. */
const rows = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/\d{2}:\d{2}/g, '').trim())
    .filter((line) => line !== '' && !/looked|Looked|today/i.test(line));
