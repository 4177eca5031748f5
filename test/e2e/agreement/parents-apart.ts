import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { episodeId } from '@encircle/shared/fixture';
import { barriers } from '../kit/accessibility.js';
import type { Clock } from '../kit/clock.js';
import type { Story } from '../kit/story.js';
import type { Windows } from '../kit/windows.js';
import { AgreementPage } from '../pages/agreement.page.js';

const E1 = episodeId('E1');
/** Where Ava's father lives, and how he is reached. */
const HIS = /Tanner Court|QX2 5BD|07700 900318/;

/** Ava's parents live apart and do not agree. Her stepfather has no say, and her mother never learns where her father lives. */
export function parentsApart(
  story: Story,
  windows: () => Windows,
  clock: () => Clock,
  monday: () => string,
): void {
  const refOf = async (): Promise<string> => {
    const [found] = await clock().rows<{ ref: string }>('select ref from app.episode where id = $1', [E1]);
    return found?.ref ?? '';
  };

  /** The CAF team's list, earliest day first, opened as far as this dispute. */
  const listed = async (ref: string): Promise<Page> => {
    const page = await windows().as('mo');
    const rows = page.locator('tbody').first().getByRole('row');
    const row = rows.filter({ hasText: ref }).filter({ hasText: 'Parents do not agree' });
    await page.goto('/agreements');
    await rows.first().waitFor();
    for (let shown = await rows.count(); (await row.count()) === 0; shown = await rows.count()) {
      await page.getByRole('button', { name: 'Show the next ones' }).click();
      await rows.nth(shown).waitFor();
    }
    return page;
  };

  story.step('her stepfather cannot agree for her, and it says why', async () => {
    await clock().moveTo(`${monday()} 10:00`);
    const agreement = await new AgreementPage(await windows().as('lena')).open(E1);
    await agreement.who('Sol Avery, step-parent');
    await agreement.page.getByRole('alert').getByText('parental responsibility').first().waitFor();
  });

  story.step(
    'her father says no where her mother said yes: it is kept, and the CAF team is to decide',
    async () => {
      const agreement = await new AgreementPage(await windows().as('lena')).open(E1);
      await agreement.who('Finn Doyle, father');
      await agreement.talkedThrough();
      await agreement.saidNo('Community Health');
      await agreement.sign('Finn Doyle');
      await agreement.save();
      await agreement.saved.waitFor();
      const copy = agreement.page.locator('article');
      await copy.getByText('You said no to').waitFor();
      expect(await copy.innerText()).toContain('Community Health');
      expect(await windows().read('hana', `/cases/${E1}`)).toContain('Ava');
      const mo = await listed(await refOf());
      expect(await mo.locator('main').innerText()).not.toMatch(/Ava|Ames|Doyle/);
    },
  );

  story.step(
    'her mother reads her own pages: nowhere does it say where he lives, or how to reach him',
    async () => {
      expect(await windows().read('lena', `/cases/${E1}/family`, 'Finn Doyle')).toContain('07700 900318');
      for (const path of ['', '/agreement', '/family', '/sharing'])
        expect(await windows().read('mia', `/cases/${E1}${path}`)).not.toMatch(HIS);
    },
  );

  story.step('the CAF team decides with reasons, and the school nurse goes on reading', async () => {
    const ref = await refOf();
    const mo = await listed(ref);
    await mo.getByRole('button', { name: `Decide on ${ref}` }).click();
    await mo.getByRole('button', { name: 'Save the decision' }).click();
    await mo.getByRole('alert').first().waitFor();
    await mo.getByRole('radio', { name: 'Sharing goes on as the other parent agreed' }).check();
    await mo.getByLabel('Why?').fill('Heard both of them and Ava, who wants the help to go on.');
    expect(await barriers(mo)).toEqual([]);
    await mo.getByRole('button', { name: 'Save the decision' }).click();
    await mo.getByRole('button', { name: 'Save the decision' }).waitFor({ state: 'detached' });
    const after = await clock().rows<{ flagged: boolean }>(
      'select disputed_consent as flagged from app.episode where id = $1',
      [E1],
    );
    expect(after).toEqual([{ flagged: false }]);
    expect(await windows().read('hana', `/cases/${E1}`)).toContain('Ava');
    expect(await windows().read('mia', `/cases/${E1}/agreement`)).not.toMatch(HIS);
  });
}
