import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Program } from '../../kit/program.js';
import { aChild, anAdult, relativeOf } from '../../factories/children.js';
import { anAgreement, ORDINARY } from '../../factories/consents.js';
import { anEpisode, type Episode } from '../../factories/episodes.js';
import { anAgency, aWorker, type Worker } from '../../factories/people.js';

/** Agreement runs out after twelve months: on 11 January 2027. */
describe('whoever leads is told that agreement lapses', () => {
  let program: Program;
  let lena: Worker;
  let hana: Worker;
  let episode: Episode;

  beforeAll(async () => {
    program = await Program.start();
    await program.setNow('2026-02-02T09:00:00Z');
    lena = await aWorker(program, await anAgency(program));
    hana = await aWorker(program, await anAgency(program));
  });
  afterAll(() => program.stop());

  beforeEach(async () => {
    await program.rows(`delete from app.outbox where topic = 'agreement.lapses'`);
    await program.rows(`update app.consent_line set status = 'EXPIRED' where status = 'ACTIVE'`);
    const child = await aChild(program);
    const mia = await anAdult(program);
    await relativeOf(program, child, mia);
    episode = await anEpisode(program, { children: [child], author: lena, lead: lena, team: [hana] });
    await anAgreement(program, episode, child, mia, [
      { agency: lena.agency, categories: ORDINARY },
      { agency: hana.agency, categories: ORDINARY },
      { agency: hana.agency, categories: ['SENS_MH'] },
    ]);
  });

  const on = async (day: string): Promise<number> => {
    await program.setNow(`${day}T09:00:00Z`);
    const [row] = await program.rows<{ told: number }>('select sec.prompt_renewals() as told');
    return row?.told ?? -1;
  };
  const told = () =>
    program.rows<{ to: string; day: string }>(
      `select recipient_id as to, payload ->> 'lastDay' as day from app.outbox
       where topic = 'agreement.lapses' and episode_id = $1 order by created_at, id`,
      [episode.id],
    );

  it('30 days and 7 days before, once each, and nobody but the lead', async () => {
    const days = [
      '2026-12-11',
      '2026-12-12',
      '2026-12-12',
      '2027-01-03',
      '2027-01-04',
      '2027-01-05',
      '2027-01-11',
    ];
    const counts: number[] = [];
    for (const day of days) counts.push(await on(day));
    expect(counts).toEqual([0, 1, 0, 0, 1, 0, 0]);
    expect(await told()).toEqual([
      { to: lena.id, day: '2027-01-11' },
      { to: lena.id, day: '2027-01-11' },
    ]);
  });

  it('found late, only the nearer one is told', async () => {
    expect([await on('2027-01-08'), await on('2027-01-09'), await on('2027-01-12')]).toEqual([1, 0, 0]);
  });

  it('a specialist kind alone tells nobody; neither does agreement that was renewed, nor a case that is over', async () => {
    const line = `update app.consent_line set status = 'SUPERSEDED' where episode_id = $1`;
    await program.rows(`${line} and category <> 'SENS_MH'`, [episode.id]);
    expect(await on('2026-12-20')).toBe(0);
    await program.rows(`update app.consent_line set status = 'ACTIVE' where episode_id = $1`, [episode.id]);
    await program.rows(`update app.episode set state = 'REJECTED' where id = $1`, [episode.id]);
    expect(await on('2026-12-21')).toBe(0);
  });

  it('two replicas at the same moment tell once', async () => {
    await program.setNow('2026-12-20T09:00:00Z');
    const both = await Promise.all(
      [1, 2].map(() => program.rows<{ told: number }>('select sec.prompt_renewals() as told')),
    );
    expect(both.map(([row]) => row?.told).sort()).toEqual([0, 1]);
  });

  it('the notice says so without a name, and leads to the agreement', async () => {
    await on('2026-12-20');
    const mine = await (
      await program.as(lena.email)
    ).get<{ items: { topic: string; path: string }[] }>('/api/my/notices');
    const path = `/cases/${episode.id}/agreement`;
    expect(mine.body.items.filter((notice) => notice.path === path)).toEqual([
      expect.objectContaining({ topic: 'agreement.lapses', read: false }),
    ]);
  });
});
