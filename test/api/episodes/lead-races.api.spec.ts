import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as delay } from 'node:timers/promises';
import { Program, type Client } from '../../kit/program.js';
import { aChild, anAdult, relativeOf } from '../../factories/children.js';
import { anAgreement, ORDINARY } from '../../factories/consents.js';
import { anEpisode, type Episode } from '../../factories/episodes.js';
import { anAgency, aWorker, type Worker } from '../../factories/people.js';

const PAIRS = 50;

interface Offer {
  id: string;
  version: number;
  status: string;
}

describe('two answers to one offer, started together', () => {
  let program: Program;
  let people: { worker: Worker; tabs: [Client, Client] }[];
  let author: Client;
  let episode: Episode;

  beforeAll(async () => {
    program = await Program.start();
    await program.setNow('2026-02-02T09:00:00Z');
    const lena = await aWorker(program, await anAgency(program));
    author = await program.as(lena.email);
    const child = await aChild(program);
    const mia = await anAdult(program);
    await relativeOf(program, child, mia);
    episode = await anEpisode(program, { children: [child], author: lena, lead: lena, state: 'ASSESSED' });
    const others = [
      await aWorker(program, await anAgency(program)),
      await aWorker(program, await anAgency(program)),
    ];
    await anAgreement(
      program,
      episode,
      child,
      mia,
      [lena, ...others].map(({ agency }) => ({ agency, categories: ORDINARY })),
    );
    people = await Promise.all(
      [...others, lena].map(async (worker) => ({
        worker,
        tabs: [await program.as(worker.email), await program.as(worker.email)] as [Client, Client],
      })),
    );
  });
  afterAll(() => program.stop());

  const leads = () =>
    program.rows<{ user_id: string; from: string; until: string }>(
      `select user_id, from_at::text as "from", until_at::text as "until" from app.edge
       where episode_id = $1 and kind = 'LP' order by from_at`,
      [episode.id],
    );

  /** One lead at every instant: each begins when the one before ends, and the last has not ended. */
  async function onlyOneAtAnyInstant(): Promise<void> {
    const spans = await leads();
    spans.slice(1).forEach((span, index) => expect(span.from).toBe(spans[index]?.until));
    expect(spans.filter((span) => span.until === 'infinity')).toHaveLength(1);
  }

  it(`leave exactly one lead at any instant, in ${PAIRS} pairs`, async () => {
    const seen = { accepted: 0, takenBack: 0, twice: 0 };
    for (let n = 0; n < PAIRS; n += 1) {
      const { worker, tabs } = people[n % people.length] as (typeof people)[number];
      const offer = (
        await author.post<Offer>(`/api/episodes/${episode.id}/nominations`, {
          userId: worker.id,
          agencyId: worker.agency.id,
        })
      ).body;
      const answer = (client: Client, said: string) =>
        client.post<Offer>(`/api/nominations/${offer.id}/answer`, { answer: said, version: offer.version });
      // Taking back asks more before it writes: head starts of 0 to 44 ms let each of the two come first.
      const accept = async () => {
        if (n % 2 === 1) await delay((n * 7) % 45);
        return answer(tabs[0], 'ACCEPT');
      };
      const rival = n % 2 === 0 ? answer(tabs[1], 'ACCEPT') : answer(author, 'TAKE_BACK');
      const both = await Promise.all([accept(), rival]);
      const won = both.filter((each) => each.status === 201);
      expect(won).toHaveLength(1);
      expect(both.filter((each) => each.status === 409)).toHaveLength(1);
      await onlyOneAtAnyInstant();
      const now = (await leads()).at(-1)?.user_id;
      if (won[0]?.body.status === 'ACCEPTED') expect(now).toBe(worker.id);
      seen[won[0]?.body.status === 'TAKEN_BACK' ? 'takenBack' : n % 2 === 0 ? 'twice' : 'accepted'] += 1;
    }
    expect(seen.accepted + seen.takenBack + seen.twice).toBe(PAIRS);
  });

  it('hands over at one instant also when an older transaction comes second', async () => {
    const [first] = people;
    if (!first) throw new Error('nobody to ask');
    // The lead of now began a little later than the clock says: as when its transaction began later but came first.
    await program.rows(
      `update app.edge set from_at = sec.now() + interval '2 seconds' where episode_id = $1 and kind = 'LP' and until_at = 'infinity'`,
      [episode.id],
    );
    await program.rows(
      `update app.edge set until_at = (select from_at from app.edge where episode_id = $1 and kind = 'LP' and until_at = 'infinity')
       where episode_id = $1 and kind = 'LP' and until_at <> 'infinity'
         and until_at = (select max(until_at) from app.edge where episode_id = $1 and kind = 'LP' and until_at <> 'infinity')`,
      [episode.id],
    );
    const offer = (
      await author.post<Offer>(`/api/episodes/${episode.id}/nominations`, {
        userId: first.worker.id,
        agencyId: first.worker.agency.id,
      })
    ).body;
    await first.tabs[0].post(`/api/nominations/${offer.id}/answer`, {
      answer: 'ACCEPT',
      version: offer.version,
    });
    await onlyOneAtAnyInstant();
  });
});
