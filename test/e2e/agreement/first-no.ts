import { expect } from '@jest/globals';
import { addDays, formatDate } from '@encircle/shared/dates';
import { addChild, motherNamed, stateOf, toBeAsked } from '../kit/family-calls.js';
import { call } from '../kit/calls.js';
import type { Story } from '../kit/story.js';
import type { Windows } from '../kit/windows.js';
import { AgreementPage } from '../pages/agreement.page.js';
import { ChecklistPage } from '../pages/checklist.page.js';
import { EngagementPage } from '../pages/engagement.page.js';
import { FindPage } from '../pages/find.page.js';
import { StartPage } from '../pages/start.page.js';
import { WithoutAgreementPage } from '../pages/without-agreement.page.js';

/**
 * From the first worry to a family that says no, and to a family nobody can reach. The nursery of the demo has no manager
 * of its own, so a school plays it: Kim writes, Lee manages.
 */
export function firstNo(story: Story, windows: () => Windows, monday: () => string): void {
  const born = (): string => addDays(monday(), -1600);
  let caseId = '';

  const add = async (givenNames: string, dateOfBirth: string): Promise<string> => {
    const kim = await windows().as('kim');
    const { id } = await addChild(kim, {
      givenNames,
      familyName: 'Larch',
      isUnborn: false,
      dobStatus: 'VERIFIED',
      sex: 'FEMALE',
      dateOfBirth,
      relatives: [
        motherNamed('Wren', 'Larch'),
        {
          givenNames: 'Olive',
          familyName: 'Larch',
          kind: 'GRANDPARENT',
          hasPr: 'NO',
          livesWith: 'FULL_TIME',
        },
      ],
    });
    return id;
  };

  const hiddenFrom = async (keys: readonly string[], id: string): Promise<void> => {
    const seen = await Promise.all(keys.map((key) => windows().read(key, `/cases/${id}`)));
    for (const page of seen) expect(page).toContain('No record found');
  };

  story.step(
    'Kim looks for a child who arrives hungry, writes it down, and a full assessment would help',
    async () => {
      const kim = await windows().as('kim');
      const find = await new FindPage(kim).open();
      await find.search({
        why: 'Starting or adding support',
        name: 'Posy Larch',
        dateOfBirth: formatDate(born()),
      });
      expect(await find.answer()).toBe('No record found');
      const childId = await add('Posy', born());
      await kim.goto(`/children/${childId}/start`);
      caseId = await new StartPage(kim).start({
        source: 'My own service',
        words: 'Posy often arrives hungry and asks for food before nine.',
        about: 'School attendance',
      });
      const check = await new ChecklistPage(kim).open(caseId);
      for (const question of ['safe from harm?', 'learning and enjoying it?'])
        await check.answer(`Is the child ${question}`, 'Yes');
      for (const question of ['Does the child get on with others?', 'Is there enough to live on?'])
        await check.answer(question, 'Yes');
      await check.answer('Is the child healthy?', 'Not sure');
      await check.write('What do you know about it?', 'Hungry on most mornings since January.');
      await check.answer('What would help?', 'A full Common Assessment would help');
      await check.write('What is going well?', 'Her mother brings her every day, and on time.');
      await check.write('What has been tried?', 'A bowl of porridge at the door.');
      for (const question of [
        'Is it clear what the child needs?',
        'Can your own service help?',
        'Can one other service help?',
      ])
        await check.answer(question, 'No');
      await check.answer('Does the family know about the worry?', 'Yes');
      await check.write('What does the family say?', 'Her mother says it is in hand.');
      await check.write('Why is this the right next step?', 'Food, sleep and money belong together.');
      await check.write('Decided on', monday());
      await kim.getByRole('checkbox', { name: 'I talked about it with my manager' }).check();
      await check.decide();
      await kim.waitForURL(`**/cases/${caseId}`);
      expect((await stateOf(kim, caseId)).state).toBe('CONSENT_SEEKING');
    },
  );

  story.step(
    'her mother says no: why, and the view of the risk, are asked for; the manager signs',
    async () => {
      const kim = await new WithoutAgreementPage(await windows().as('kim')).open(caseId);
      await kim.send();
      await kim.page.getByRole('alert').first().waitFor();
      await kim.write({
        who: 'Wren Larch, her mother',
        reason: 'She does not want other services to know.',
        risk: 'Level two. She is fed at school, and seen every day.',
      });
      expect((await stateOf(kim.page, caseId)).state).toBe('CONSENT_SEEKING');
      const lee = await new WithoutAgreementPage(await windows().as('lee')).open(caseId);
      await lee.approve(caseId);
      expect((await stateOf(kim.page, caseId)).state).toBe('TAP');
      const kept = await windows().read(
        'kim',
        `/cases/${caseId}/engagement`,
        'She does not want other services',
      );
      expect(kept).toContain('Wren Larch, her mother said no on');
      expect(kept).toContain('She is fed at school, and seen every day.');
      await hiddenFrom(['jo', 'hope'], caseId);
      await expect(call(kim.page, 'POST', `/episodes/${caseId}/assessments`, {})).rejects.toThrow(/: 4\d\d /);
    },
  );

  story.step(
    'nobody can be reached: her grandmother says yes to what her own school does today, and cannot agree to sharing',
    async () => {
      const kim = await windows().as('kim');
      const childId = await add('Bryony', addDays(born(), 400));
      const { id } = await call<{ id: string }>(kim, 'POST', '/episodes', {
        type: 'CHILD',
        childIds: [childId],
        source: 'OWN_AGENCY',
        issues: ['PARENTING'],
        mainIssue: 'PARENTING',
        worry: 'Her grandmother brings her, and nobody knows when her mother comes home.',
        familyAware: true,
      });
      await toBeAsked(kim, id, monday());
      const agreement = await new AgreementPage(kim).open(id);
      await agreement.who('Olive Larch, grandparent');
      await kim.getByRole('alert').getByText('parental responsibility').first().waitFor();
      const page = await new WithoutAgreementPage(kim).open(id);
      await page.write({
        reason: 'Three calls and two letters.',
        risk: 'Safe with her grandmother, who asks us.',
      });
      await (await new WithoutAgreementPage(await windows().as('lee')).open(id)).approve(id);
      const kept = await windows().read('kim', `/cases/${id}/engagement`, 'Nobody could be reached');
      expect(kept).toContain('Three calls and two letters.');
      const help = await new EngagementPage(kim).open(id);
      const does = 'Breakfast at the door each day: her grandmother, who looks after her, said yes to that.';
      await help.write({ does, offerAgain: addDays(monday(), 10), lookAgain: addDays(monday(), 30) });
      await help.page.getByRole('paragraph').filter({ hasText: 'Breakfast at the door each day' }).waitFor();
      await hiddenFrom(['jo', 'hope'], id);
    },
  );
}
