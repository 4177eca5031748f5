import { expect } from '@jest/globals';
import { getDocumentProxy } from 'unpdf';
import { addDays, formatDate } from '@encircle/shared/dates';
import { episodeId, type Fixture } from '@encircle/shared/fixture';
import { barriers } from '../kit/accessibility.js';
import { call } from '../kit/calls.js';
import type { Clock } from '../kit/clock.js';
import type { Story } from '../kit/story.js';
import { recordRequest } from '../kit/record-request.js';
import type { Windows } from '../kit/windows.js';
import { EmergencyPage } from '../pages/emergency.page.js';
import { FindPage } from '../pages/find.page.js';

const E5 = episodeId('E5');
const WHY = 'They came to us last night; his father asks for him at schools.';

/** A child who must not be found: the order, the shield somebody asked for, and every way of looking that leads nowhere. */
export function notToBeFound(
  story: Story,
  windows: () => Windows,
  clock: () => Clock,
  people: () => Fixture,
  monday: () => string,
): void {
  let reference = '';
  const read = (key: string, path: string, wanted?: string): Promise<string> =>
    windows().read(key, path, wanted);
  const seenBy = (keys: readonly string[], path: string): Promise<string[]> =>
    Promise.all(keys.map((key) => read(key, path)));

  /** The demo's own shield ends: this story is about putting it on. The first of two asks, the second agrees. */
  const liftedBy = async (key: string): Promise<void> => {
    const page = await windows().as(key);
    const { items } = await call<{
      items: { id: string; version: number; until: string | null; episodeRef: string }[];
    }>(page, 'GET', '/shields?limit=100');
    const [found] = await clock().rows<{ ref: string }>('select ref from app.episode where id = $1', [E5]);
    const shield = items.find(({ episodeRef, until }) => episodeRef === found?.ref && until === null);
    await call(page, 'POST', `/shields/${shield?.id ?? ''}/lifting`, {
      version: shield?.version,
      reason: 'To be put on again, as asked for.',
    });
  };

  story.step(
    'who leads writes down the order; it stands on every page for her, and nowhere for him',
    async () => {
      const page = await windows().as('sara');
      const [line] = people().consentLines.filter((each) => each.episodeId === E5);
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
          recipientId: people().users.find((user) => user.key === 'sara')?.id,
          category,
          decision: 'GIVEN',
        })),
      });
      await page.goto(`/cases/${E5}/family`);
      await page.getByRole('button', { name: 'Write down an order' }).click();
      await page.getByLabel('Who is it against?').selectOption({ label: 'Rob Voss' });
      await page.getByLabel('What kind of order is it?').selectOption('NON_MOLESTATION');
      await page.getByLabel('What does it say?').fill('Not to come near them or to ask where they are.');
      await page.getByLabel('From which day?').fill(formatDate(addDays(monday(), -60)));
      await page.getByLabel('Until which day?').fill(formatDate(addDays(monday(), 300)));
      await page.getByRole('radio', { name: 'Everything about the child' }).check();
      await page.getByRole('button', { name: 'Write it down' }).click();
      await page.getByText('Rob Voss may not have contact with Eli').waitFor();
      expect(await barriers(page)).toEqual([]);
      expect(await read('rob', `/cases/${E5}/family`)).toContain('No record found');
    },
  );

  story.step(
    'the refuge’s adviser asks for a shield, and the CAF team puts it on within the hour, by the number of the case',
    async () => {
      await clock().moveTo(`${monday()} 10:00`);
      for (const key of ['mo', 'gus']) await liftedBy(key);
      const tess = await windows().as('tess');
      await tess.goto(`/cases/${E5}/sharing`);
      await tess.getByRole('button', { name: 'Ask for a shield' }).click();
      await tess.getByRole('button', { name: 'Send to the CAF team' }).click();
      await tess.getByText('Say what has happened').first().waitFor();
      await tess
        .getByLabel('Why do they need protecting?')
        .selectOption({ label: 'Domestic abuse or a refuge' });
      await tess.getByLabel('What has happened?').fill(WHY);
      await tess.getByRole('button', { name: 'Send to the CAF team' }).click();
      await tess.getByText(/The CAF team answers within the hour/).waitFor();
      expect(await barriers(tess)).toEqual([]);
      await clock().moveTo(`${monday()} 10:40`);
      const mo = await windows().as('mo');
      await mo.goto('/restrictions');
      const asked = mo.locator('main section section').filter({ hasText: WHY });
      await asked.getByText('By 11:00').waitFor();
      await asked.getByRole('button', { name: 'Put a shield on' }).click();
      for (const name of ['Sara Quill', 'Mo Castell']) {
        await asked.getByLabel('Look for a colleague').fill(name);
        await asked.getByRole('checkbox', { name }).check();
      }
      expect(await barriers(mo)).toEqual([]);
      await asked.getByRole('button', { name: 'Protect the record' }).click();
      await asked.waitFor({ state: 'detached' });
      const row = mo.getByRole('row').filter({ hasText: 'Sara Quill' }).filter({ hasText: 'Tess Arlow' });
      await row.first().waitFor();
      expect(await mo.locator('main').innerText()).not.toMatch(/Eli|Voss/);
      expect(await read('tess', `/cases/${E5}/sharing`, 'A shield was put on')).toContain('Eli');
    },
    2,
  );

  story.step(
    'a search by name or by the postcode of the refuge, an old link and the father’s account lead nowhere',
    async () => {
      const eli = people().people.find((person) => person.key === 'eli');
      const find = await new FindPage(await windows().as('wes')).open();
      const why = 'Starting or adding support';
      await find.search({ why, name: 'Eli Voss', dateOfBirth: formatDate(eli?.dob ?? '') });
      expect(await find.answer()).toBe('No record found');
      await find.open();
      await find.searchAt('Voss', eli?.postcode ?? '');
      expect(await find.answer()).toBe('No record found');
      const others = await seenBy(['hana', 'rob'], `/cases/${E5}`);
      for (const seen of others) expect(seen).toContain('No record found');
      expect(await read('rob', '/cases')).not.toContain('Eli');
    },
  );

  story.step('his father asks for an account, and gets the letter everybody gets', async () => {
    const page = await windows().as('gus');
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

  story.step(
    'the meeting is planned without the father, and why is read by those on the list alone',
    async () => {
      const page = await windows().as('sara');
      const { id } = await call<{ id: string }>(page, 'POST', `/episodes/${E5}/meetings`, {
        type: 'EXTRAORDINARY',
        date: addDays(monday(), 15),
        time: '10:00',
        mode: 'VIDEO',
        invitees: [
          {
            personId: people().people.find(({ key }) => key === 'eli')?.id,
          },
        ],
      });
      await page.goto(`/meetings/${id}`);
      await page.getByRole('button', { name: 'Leave somebody out' }).click();
      await page.getByLabel('Who is not invited?').selectOption({ label: 'Rob Voss' });
      await page.getByRole('radio', { name: 'Not invited, for safety' }).check();
      await page.getByLabel('What is the reason?').fill('There is an order, and he is looking for them.');
      await page.getByRole('button', { name: 'Leave them out' }).click();
      await page.getByText('he is looking for them').waitFor();
      const others = await seenBy(['rob', 'hana'], `/meetings/${id}`);
      for (const seen of others) expect(seen).toContain('No record found');
    },
  );

  story.step('police tell of a night at home: it is with her at school, and with nobody else', async () => {
    const page = await windows().as('priya');
    await page.goto('/police-notices');
    await page.getByRole('button', { name: 'Send a notice' }).click();
    await page.getByLabel('First names of the child').fill('Eli');
    await page.getByLabel('Family name of the child').fill('Voss');
    await page
      .getByLabel('Date of birth')
      .fill(formatDate(people().people.find(({ key }) => key === 'eli')?.dob ?? ''));
    await page.getByLabel('What must the school know?').fill('His father shouted at the door of an aunt.');
    await page.getByRole('button', { name: 'Send the notice' }).click();
    await page.getByText(/^Sent\. It will be with whoever looks after the child/).waitFor();
    expect(await page.locator('main').innerText()).not.toMatch(/Sara|Seaview|Lantern/);
    const sara = await windows().as('sara');
    await sara.goto('/police-notices');
    await sara.getByText('shouted at the door of an aunt').waitFor();
    expect(await barriers(sara)).toEqual([]);
    await sara.getByLabel('What did you do, or will you do today?').fill('I sit with him at breakfast.');
    await sara.getByRole('button', { name: 'Keep this' }).click();
    await sara.getByText('I sit with him at breakfast.').waitFor();
    const others = await seenBy(['hana', 'wes', 'mo'], '/police-notices');
    for (const seen of others) expect(seen).not.toMatch(/Eli|Voss|aunt/);
  });

  story.step('the shield is looked at and stays, whatever becomes of the order', async () => {
    const page = await windows().as('mo');
    await page.goto('/restrictions');
    await page.getByRole('button', { name: 'Look at it again' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Why does it stay?').fill('He still asks for them at two schools.');
    await dialog.getByRole('button', { name: 'It stays' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('He still asks for them at two schools.').waitFor();
  });

  story.step('the hub overrides it once, warned; the view ends when she leaves it', async () => {
    const page = await windows().as('dee');
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
    const page = await windows().as('gus');
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
      const page = await windows().as('gus');
      const today = await clock().today();
      const request = await recordRequest(page, clock(), E5, {
        kind: 'COURT_COPY',
        requester: 'Harrow and Pell, solicitors',
        capacity: 'SOLICITOR',
        of: 'Rob',
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
}
