import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { anAssessingCase } from '../factories/assessment.js';
import type { Worker } from '../factories/people.js';
import type { Program } from '../kit/program.js';
import { cameraData, jpeg } from '../factories/files/pictures.js';
import { barriers } from './kit/accessibility.js';
import { PHONE, Stage } from './kit/browser.js';
import { Clock } from './kit/clock.js';
import { Finger } from './kit/hands.js';
import { JunosAssessment } from './kit/junos-assessment.js';
import { LENAS_EMAIL, PEOPLE } from './kit/people.js';
import { AssessmentPage } from './pages/assessment.page.js';

const MINUTES = 60_000;
const DAY = '2026-03-16';

let stage: Stage;
let clock: Clock;
let worker: Worker;
let desk: Page;

/** A family of Kit and Juno, who agreed; Lena is to write the assessment with them. */
beforeAll(async () => {
  clock = await Clock.take();
  await clock.moveTo(`${DAY} 09:00`);
  stage = await Stage.open();
  desk = await stage.signedIn(LENAS_EMAIL);
  const [lena] = await clock.rows<{ id: string; agencyId: string; agency: string }>(
    `select u.id, a.id as "agencyId", a.name as agency from app.app_user u join app.membership m on m.user_id = u.id
     join app.agency a on a.id = m.agency_id where u.email = $1 limit 1`,
    [LENAS_EMAIL],
  );
  if (!lena) throw new Error('Lena works nowhere');
  worker = {
    id: lena.id,
    email: LENAS_EMAIL,
    fullName: PEOPLE.lena,
    agency: { id: lena.agencyId, name: lena.agency },
  };
}, MINUTES);
afterAll(async () => {
  await stage?.close();
  await clock?.release();
});

const caseOfJuno = async (): Promise<string> => {
  // The factories only write rows, which the administrator of this database does here.
  const program = { rows: clock.rows.bind(clock) } as unknown as Program;
  const { child, mia, episode } = await anAssessingCase(program, worker);
  await clock.rows(`update app.person set given_names = 'Juno', preferred_name = 'Juno' where id = $1`, [
    child.id,
  ]);
  await clock.rows(`update app.person set given_names = 'Kit', preferred_name = 'Kit' where id = $1`, [
    mia.id,
  ]);
  return episode.id;
};

/** By keyboard alone it is recorded in the first story. */
describe('a whole assessment', () => {
  it(
    'can be recorded on a phone, with a finger',
    async () => {
      const page = await stage.phone(desk);
      const paper = new AssessmentPage(page, new Finger(page));
      await paper.begin(await caseOfJuno());
      await new JunosAssessment(paper, DAY, '2026-04-20').write(() => Promise.resolve());
      // All of it is there, and nothing stands in the way of finishing it.
      await page.getByText('The fox on page one is mine.').waitFor();
      expect(await page.getByRole('button', { name: 'Finish the assessment' }).count()).toBe(1);
      const { boxes, choices, pages } = paper.tally;
      process.stdout.write(
        `A whole assessment on a phone: ${paper.hand.cost} taps beyond the words (${boxes} boxes, ${choices} choices, ${pages} pages)\n`,
      );
      expect(paper.hand.cost).toBeLessThan(200);
      expect(pages).toBe(25);
      expect(page.viewportSize()).toEqual(PHONE);
    },
    3 * MINUTES,
  );
});

describe('a document of the case', () => {
  it(
    'that is refused leaves the rest of the form; a taken one is filed without what it told, and drawn',
    async () => {
      const caseId = await caseOfJuno();
      await desk.goto(`/cases/${caseId}/notes`);
      await desk.getByRole('button', { name: 'Add a document' }).click();
      await desk.getByLabel('What is it?').fill('Juno’s drawing');
      const choose = (name: string, buffer: Buffer) =>
        desk.locator('input[type=file]').first().setInputFiles({ name, mimeType: 'application/pdf', buffer });
      await choose('letter.pdf', Buffer.from('MZ\x90\0 a program', 'latin1'));
      await desk.getByText(/This kind of file is not taken/).waitFor();
      expect(await barriers(desk)).toEqual([]);
      expect(await desk.getByLabel('What is it?').inputValue()).toBe('Juno’s drawing');

      await choose('Juno Vale home.jpg', jpeg([[0xe1, cameraData(1, 'GPS 51.5 N')]]));
      await desk.getByText('Taken out: where and with what it was photographed.').waitFor();
      await desk.getByRole('checkbox', { name: 'The child made it' }).check();
      await desk.getByRole('button', { name: 'File the document' }).click();
      await desk.getByText('The document is filed.').waitFor();
      await desk.getByRole('button', { name: 'Show Juno’s drawing' }).click();
      const drawn = desk.getByRole('img', { name: 'Juno’s drawing' });
      await drawn.waitFor();
      expect(await drawn.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(8);
      expect(await desk.getByText('Juno Vale home').count()).toBe(0);
    },
    MINUTES,
  );
});
