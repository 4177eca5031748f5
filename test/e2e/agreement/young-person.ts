import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { formatDate } from '@encircle/shared/dates';
import { episodeId, type Fixture } from '@encircle/shared/fixture';
import { barriers } from '../kit/accessibility.js';
import { call } from '../kit/calls.js';
import type { Clock } from '../kit/clock.js';
import type { Story } from '../kit/story.js';
import { recordRequest } from '../kit/record-request.js';
import type { Windows } from '../kit/windows.js';
import { AgreementPage } from '../pages/agreement.page.js';
import { ContactPage } from '../pages/contact.page.js';
import { InvolvementsPage } from '../pages/involvements.page.js';
import { NotesPage } from '../pages/notes.page.js';
import { SharingPage } from '../pages/sharing.page.js';

const E2 = episodeId('E2');
const YOUTH = 'Youth Service';
const SCHOOL = 'Ormond High';
/** About how he is doing, and about the plan: two notes of Tom's. */
const DOING = 'runs the sound desk';
const PLAN = 'meet at the gate';
const TO_TOM_ALONE = /talk about this with you first|loud at home/;
const CLINIC = /clinic|Sexual Health|Lin Foley/;
const EXTRACT = 'Ben told me that his partner is much older.';

/** A young person of 15, found able to decide who knows how he is doing; his mother, who decides about the rest and herself. */
export function youngPerson(
  story: Story,
  windows: () => Windows,
  clock: () => Clock,
  people: () => Fixture,
): void {
  const read = (key: string, path: string, wanted?: string): Promise<string> =>
    windows().read(key, path, wanted);
  const asked = async (giver: string): Promise<AgreementPage> => {
    const agreement = await new AgreementPage(await windows().as('tom')).open(E2);
    await agreement.who(giver);
    await agreement.talkedThrough();
    return agreement;
  };
  const signed = async (agreement: AgreementPage, name: string): Promise<void> => {
    await agreement.sign(name);
    await agreement.save();
    await agreement.saved.waitFor();
  };

  story.step(
    'Ben is found able to decide who knows how he is doing, and agrees; his mother agrees for the rest, and for herself',
    async () => {
      expect(await read('asha', `/cases/${E2}`)).toContain(
        'The family has not agreed to share this with you',
      );
      const ben = await new AgreementPage(await windows().as('tom')).open(E2);
      await ben.decidesAlone(
        'Ben, the young person',
        ['Who the child is', 'Who is helping', 'How the child is doing'],
        'He told me who would know, and that his mother need not agree to this.',
      );
      await ben.talkedThrough();
      await ben.mayKnowOnly(YOUTH, 'How Ben is doing');
      for (const kind of ['Who Ben is', 'Who is helping', 'How Ben is doing'])
        await ben.mayKnowOnly(SCHOOL, kind);
      await ben.purpose('Work on one plan together');
      await signed(ben, 'Ben Brook');
      const pia = await asked('Pia Brook, mother');
      for (const service of [YOUTH, SCHOOL])
        for (const kind of ['Who Ben is', 'Who is helping']) await pia.mayKnowOnly(service, kind);
      await pia.ownKind('Pia as an adult', YOUTH);
      await signed(pia, 'Pia Brook');
      const seen = await read('asha', `/cases/${E2}/notes`, DOING);
      expect(seen).toContain(PLAN);
      const own = await clock().rows<{ name: string }>(
        `select distinct a.name from app.consent_line l join app.agency a on a.id = l.recipient_agency_id
         where l.episode_id = $1 and l.category = 'ADULT' and l.status = 'ACTIVE' and l.about_person_id = l.giver_person_id`,
        [E2],
      );
      expect(own).toEqual([{ name: YOUTH }]);
    },
    2,
  );

  story.step('the clinic is recorded at Ben’s word, and leaves no row, gap or count', async () => {
    const list = await new SharingPage(await windows().as('tom')).open(E2);
    const before = await list.whoSees.innerText();
    const clinic = await new InvolvementsPage(await windows().as('lin')).open();
    await clinic.write({
      givenNames: 'Ben',
      familyName: 'Brook',
      born: formatDate(people().people.find((person) => person.key === 'ben')?.dob ?? ''),
      level: 'Written down, told to nobody',
      by: 'The young person',
    });
    await clinic.page.getByText('It is written down as they decided.').waitFor();
    expect(await barriers(clinic.page)).toEqual([]);
    expect(await clinic.page.locator('main').innerText()).not.toContain('Brook');
    await list.open(E2);
    expect(await list.whoSees.innerText()).toBe(before);
    expect(await list.page.locator('main').innerText()).not.toMatch(CLINIC);
  });

  story.step(
    'what Ben wrote for Tom alone is there for Tom; his mother sees the plan, not that, and not the clinic',
    async () => {
      const notes = await new NotesPage(await windows().as('tom')).open(E2);
      await notes.page.getByText('talk about this with you first').first().waitFor();
      await notes.write({
        kind: 'Talk with the child',
        on: await clock().today(),
        text: 'Ben says: I sleep at my friend’s when it is loud at home.',
        about: 'Not for parent',
        chosen: ['Tom Reyes'],
      });
      const [asha, pia] = await Promise.all([
        read('asha', `/cases/${E2}/notes`),
        read('pia', `/cases/${E2}/chronology`),
      ]);
      for (const seen of [asha, pia]) {
        expect(seen).toContain(PLAN);
        expect(seen).not.toMatch(TO_TOM_ALONE);
        expect(seen).not.toMatch(CLINIC);
      }
    },
  );

  story.step('the school asks; Ben says no; Asha reads what she would read with no service', async () => {
    const why = 'Could any other service help him with relationships?';
    await new ContactPage(await windows().as('asha')).ask(E2, why);
    const mo = new ContactPage(await windows().as('mo'));
    expect(await mo.take(why)).toContain('Brook Sexual Health');
    await mo.answer(why, 'The young person said no');
    const told = await read('asha', `/cases/${E2}/agreement`, 'Nothing further can be shared');
    expect(told).not.toMatch(CLINIC);
  });

  story.step('Ben takes one kind back from the school: his no stands beside his mother’s yes', async () => {
    const ben = await asked('Ben, the young person');
    await ben.noLonger(SCHOOL, 'How Ben is doing');
    await signed(ben, 'Ben Brook');
    const [asha, tom] = await Promise.all([
      read('asha', `/cases/${E2}/notes`, PLAN),
      read('tom', `/cases/${E2}/notes`, DOING),
    ]);
    expect(asha).not.toContain(DOING);
    expect(tom).toContain(PLAN);
  });

  story.step(
    'he agrees again, and his mother says no to the school: what is his goes on, the rest ends',
    async () => {
      const ben = await asked('Ben, the young person');
      await ben.mayKnowOnly(SCHOOL, 'How Ben is doing');
      await signed(ben, 'Ben Brook');
      const pia = await asked('Pia Brook, mother');
      await pia.saidNo(SCHOOL);
      await signed(pia, 'Pia Brook');
      const [asha, tom, mother] = await Promise.all([
        read('asha', `/cases/${E2}/notes`, DOING),
        read('tom', `/cases/${E2}/agreement`, 'Pia Brook'),
        read('pia', `/cases/${E2}/chronology`),
      ]);
      expect(asha).not.toContain(PLAN);
      expect(tom).toContain(SCHOOL);
      expect(mother).not.toMatch(TO_TOM_ALONE);
    },
  );

  story.step('Tom must share a worry: he flags the words, and refers to the hub', async () => {
    const page = await windows().as('tom');
    const words = page.locator('main section', { hasText: 'talk about this with you first' }).last();
    await page.goto(`/cases/${E2}/notes`);
    await words.getByRole('button', { name: 'Flag for safeguarding' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: 'Yes' }).check();
    await dialog.getByRole('button', { name: 'Flag for safeguarding' }).click();
    await words.getByText('The child was told that it may have to be shared.').waitFor();
    expect(await barriers(page)).toEqual([]);
    await words.getByRole('link', { name: 'Refer to the safeguarding hub' }).click();
    await page.getByLabel(/^What did you see or hear/).fill(EXTRACT);
    await page.getByRole('button', { name: 'Send the referral' }).click();
    await page.getByRole('link', { name: 'Add to it now' }).waitFor();
    await page.goto(`/cases/${E2}/notes`);
    await words.getByRole('link', { name: /^Referral of/ }).waitFor();
  });

  story.step(
    'he shares the extract without agreement, on a ground; his manager learns that and why, not the words',
    async () => {
      const page = await windows().as('tom');
      await page.goto(`/cases/${E2}/share`);
      await page.getByRole('button', { name: 'It cannot wait: record it now' }).click();
      await page.getByLabel('Who is it for?').selectOption({ label: 'Front Door (MASH)' });
      await page.getByRole('radio', { name: 'A child is being harmed, or is likely to be' }).check();
      await page.getByRole('checkbox', { name: 'How the child is doing' }).check();
      await page.getByLabel('What exactly do you share?').fill(EXTRACT);
      await page.getByRole('radio', { name: 'Yes', exact: true }).check();
      await page.getByRole('button', { name: 'Record and share' }).click();
      const heading = page.getByRole('heading', { level: 1, name: /^Sharing without agreement SH-/ });
      await heading.waitFor();
      const reference = /SH-[0-9A-F]{8}/.exec(await heading.innerText())?.[0] ?? '';
      const greta = await windows().as('greta');
      await greta.goto('/week');
      await greta.getByRole('button', { name: /^Offers and notices/ }).click();
      const row = greta.getByRole('listitem').filter({ hasText: reference });
      await row.getByRole('link', { name: 'Look at it' }).first().click();
      await greta.getByText('A child is being harmed, or is likely to be').waitFor();
      expect(await greta.locator('main').innerText()).not.toContain('much older');
    },
  );

  story.step(
    'the hub reads that extract; the clinic and what is Tom’s alone it may not know of',
    async () => {
      const [dee, asha, pia] = await Promise.all([
        read('dee', `/cases/${E2}`),
        read('asha', `/cases/${E2}/notes`),
        read('pia', `/cases/${E2}/chronology`),
      ]);
      expect(dee).not.toMatch(CLINIC);
      for (const seen of [dee, asha, pia]) {
        expect(seen).not.toMatch(TO_TOM_ALONE);
        expect(seen).not.toMatch(/flag|much older/i);
      }
      for (const kind of ['SENS_SH', 'PRIVATE'])
        expect(
          await readsNothing(await windows().as('dee'), `/episodes/${E2}/content?category=${kind}`),
        ).toBe(true);
    },
  );

  story.step('his mother asks for his record; he says no, and she is told whose right it is', async () => {
    const page = await windows().as('gus');
    const request = await recordRequest(page, clock(), E2, {
      kind: 'SUBJECT_ACCESS',
      requester: 'Pia Brook',
      capacity: 'PARENT',
      of: 'Pia',
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
}

/** Refused, not there, or a list without anything in it. */
async function readsNothing(page: Page, path: string): Promise<boolean> {
  try {
    const { items } = await call<{ items: unknown[] }>(page, 'GET', path);
    return items.length === 0;
  } catch {
    return true;
  }
}
