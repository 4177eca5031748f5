import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ContactRequestsView, OwnInvolvementsView } from '@encircle/shared/sensitive';
import { Program } from '../../kit/program.js';
import { aChild } from '../../factories/children.js';
import { anEpisode } from '../../factories/episodes.js';
import { anAgency, aWorker, type Worker } from '../../factories/people.js';

const REASON = 'Could any other service help with relationships?';

describe('brokered contact and what a service may write down', () => {
  let program: Program;
  let hana: Worker;

  beforeAll(async () => {
    program = await Program.start();
    hana = await aWorker(program, await anAgency(program));
  });
  afterAll(() => program.stop());

  const ask = async (children: number, body: object) => {
    const kids = await Promise.all(Array.from({ length: children }, () => aChild(program)));
    const episode = await anEpisode(program, { children: kids, team: [hana], lead: hana });
    return (await program.as(hana.email)).post<ContactRequestsView & { fields: object }>(
      `/api/episodes/${episode.id}/contact-requests`,
      body,
    );
  };

  it('somebody who may not know who the child is asks about the one child of the record', async () => {
    const asked = await ask(1, { reason: REASON });
    expect([asked.status, asked.body.items.map((item) => item.reason)]).toEqual([201, [REASON]]);
  });

  it.each([
    ['no child of two', 2, { reason: REASON }, 'subjectId'],
    ['another child', 1, { reason: REASON, subjectId: '99999999-9999-4999-8999-999999999999' }, 'subjectId'],
    ['no reason', 1, { reason: 'please' }, 'reason'],
  ])('%s is refused and names the field', async (_, children, body, field) => {
    const refused = await ask(children, body);
    expect([refused.status, Object.keys(refused.body.fields)]).toEqual([400, [field]]);
  });

  it.each([
    ['a clinic', { sensitiveClass: 'SENS_SH' }, ['SENS_SH']],
    ['CAMHS', { kind: 'CAMHS' }, ['SENS_MH']],
    ['a school', { kind: 'SCHOOL' }, []],
  ])('%s is told which kind it may write down', async (_, over, kinds) => {
    const worker = await aWorker(program, await anAgency(program, over));
    const own = await (await program.as(worker.email)).get<OwnInvolvementsView>('/api/my/involvements');
    expect(own.body).toEqual({ items: [], kinds });
  });
});
