import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AgreementsView, RecordAgreement } from '@encircle/shared/consents';
import type { ContentView } from '@encircle/shared/cases';
import { Program, type Answer, type Client } from '../../kit/program.js';
import { aChild, anAdult, relativeOf, type Person } from '../../factories/children.js';
import { anEpisode, type Episode } from '../../factories/episodes.js';
import { anAgency, aWorker, type Agency, type Worker } from '../../factories/people.js';

let program: Program;
let youth: Agency;
let clinic: Agency;
let tom: Worker;
let client: Client;
let mother: Person;

beforeAll(async () => {
  program = await Program.start();
  await program.setNow('2026-03-16T09:00:00Z');
  youth = await anAgency(program, { name: 'Youth Service', kind: 'YOUTH_SERVICE' });
  clinic = await anAgency(program, { name: 'Brook', kind: 'SEXUAL_HEALTH', sensitiveClass: 'SENS_SH' });
  tom = await aWorker(program, youth, { fullName: 'Tom Vale' });
  client = await program.as(tom.email);
  mother = await anAdult(program, { givenNames: 'Pia', familyName: 'Brook' });
});
afterAll(() => program.stop());

const caseOf = async (child: Person): Promise<Episode> => {
  await relativeOf(program, child, mother, { kind: 'MOTHER', prBasis: 'MOTHER' });
  return anEpisode(program, { children: [child], author: tom, lead: tom });
};

const ask = (
  episode: Episode,
  child: Person,
  over: Partial<RecordAgreement>,
): Promise<Answer<AgreementsView & { fields: Record<string, string[]> }>> =>
  client.post(`/api/episodes/${episode.id}/consents`, {
    subjectId: child.id,
    giverPersonId: mother.id,
    capacity: 'PR_HOLDER',
    method: 'WET_INK',
    statementVersion: 'v1',
    understood: { recording: true, sharing: true, withoutAgreement: true },
    lines: [{ recipientType: 'SERVICE', recipientId: youth.id, category: 'CHILD', decision: 'GIVEN' }],
    ...over,
  });

const COMPETENT = {
  matters: ['SENS_SH'],
  understandsWhat: true,
  understandsWhoAndWhy: true,
  understandsConsequences: true,
  freeOfPressure: true,
  reasons: 'He told me who would know and what he could do instead.',
} as const;

describe('an unborn baby: the mother, as mother', () => {
  it('agrees; as an ordinary parent she is asked to say so', async () => {
    const baby: Person = { id: '77777777-7777-4777-8777-777777777777', givenNames: '', familyName: '' };
    await program.rows(
      `insert into app.person (id, kind, is_unborn, due_date, mother_id) values ($1, 'CHILD', true, '2026-07-27', $2)`,
      [baby.id, mother.id],
    );
    const episode = await caseOf(baby);
    expect((await ask(episode, baby, {})).body.fields).toEqual({
      'lines.0': ['Before the birth the mother decides'],
    });
    const { status, body } = await ask(episode, baby, { capacity: 'MOTHER_OF_UNBORN' });
    expect([status, body.subjects[0]?.name, body.acts[0]?.capacity]).toEqual([
      201,
      'Unborn baby of Pia Brook',
      'MOTHER_OF_UNBORN',
    ]);
  });
});

describe('a child of 15', () => {
  let ben: Person;
  let episode: Episode;
  const alone = (): Partial<RecordAgreement> => ({
    giverPersonId: ben.id,
    capacity: 'SELF',
    lines: [{ recipientType: 'PERSON', recipientId: tom.id, category: 'SENS_SH', decision: 'GIVEN' }],
  });
  const read = async (): Promise<number> => {
    const { status, body } = await client.get<ContentView>(
      `/api/episodes/${episode.id}/content?category=SENS_SH`,
    );
    return status === 200 ? body.items.length : -status;
  };

  beforeAll(async () => {
    ben = await aChild(program, {
      givenNames: 'Ben',
      familyName: 'Brook',
      dateOfBirth: '2010-09-01',
      sex: 'MALE',
    });
    episode = await caseOf(ben);
    await program.rows(
      `insert into app.note (episode_id, subject_id, category, source_agency_id, kind, event_on, text)
       values ($1, $2, 'SENS_SH', $3, 'VISIT', '2026-03-01', 'Seen at the clinic.')`,
      [episode.id, ben.id, clinic.id],
    );
  });

  it('does not decide alone without a record of how that is known', async () => {
    expect((await ask(episode, ben, alone())).body.fields['lines.0']?.[0]).toMatch(/^Under 16/);
    const half = { ...COMPETENT, freeOfPressure: false };
    expect((await ask(episode, ben, { ...alone(), competence: half as never })).body.fields).toHaveProperty([
      'competence.freeOfPressure',
    ]);
    expect(await read()).toBe(-404);
  });

  it('decides about the matter that was recorded, and the named worker reads at once', async () => {
    expect((await ask(episode, ben, { ...alone(), competence: COMPETENT as never })).status).toBe(201);
    expect(await read()).toBe(1);
    const [record] = await program.rows(
      `select matters, competent from app.competence where person_id = $1`,
      [ben.id],
    );
    expect(record).toEqual({ matters: ['SENS_SH'], competent: true });
  });

  it('from then on a parent’s word does not stand in for it', async () => {
    const pias = { lines: alone().lines as RecordAgreement['lines'] };
    expect((await ask(episode, ben, pias)).body.fields['lines.0']?.[0]).toMatch(/recorded as able to decide/);
  });

  it('the record is for a child who decides, nobody else', async () => {
    expect((await ask(episode, ben, { competence: COMPETENT as never })).body.fields).toHaveProperty([
      'competence',
    ]);
  });

  it('takes it back alone', async () => {
    const { status } = await client.post(`/api/episodes/${episode.id}/consents/withdraw`, {
      giverPersonId: ben.id,
      scope: 'CATEGORY',
      category: 'SENS_SH',
      how: 'IN_PERSON',
    });
    expect(status).toBe(200);
    expect(await read()).toBeLessThan(1);
  });
});

describe('a young person of 16', () => {
  it('decides; a parent alone is not enough', async () => {
    const kai = await aChild(program, { givenNames: 'Kai', familyName: 'Novak', dateOfBirth: '2009-11-20' });
    const episode = await caseOf(kai);
    expect((await ask(episode, kai, {})).body.fields['lines.0']?.[0]).toMatch(
      /^From 16 the young person decides/,
    );
    expect((await ask(episode, kai, { giverPersonId: kai.id, capacity: 'SELF' })).status).toBe(201);
  });
});

describe('somebody of 16 or 17 who cannot decide', () => {
  const BEST = {
    matters: ['CHILD'],
    helpedToDecide: true,
    wishesConsidered: true,
    consulted: 'Her teacher and her brother',
    reasons: 'She cannot keep in mind who would know; the plan keeps her bus to college.',
  } as const;
  type Givers = AgreementsView['subjects'][number]['givers'];
  const givers = async (episode: Episode): Promise<Givers> =>
    (await client.get<AgreementsView>(`/api/episodes/${episode.id}/consents`)).body.subjects[0]?.givers ?? [];

  it('a parent is offered the record of best interests, is refused without it, and agrees with it', async () => {
    const zia = await aChild(program, { dateOfBirth: '2009-05-02' });
    const episode = await caseOf(zia);
    const offered = (await givers(episode)).map(({ relation, entitled, bestInterests }) => [
      relation,
      entitled,
      bestInterests,
    ]);
    expect(offered).toEqual([
      ['MOTHER', false, true],
      ['SELF', true, false],
    ]);
    expect((await ask(episode, zia, {})).body.fields).toHaveProperty(['lines.0']);
    expect((await ask(episode, zia, { bestInterests: { ...BEST, matters: [...BEST.matters] } })).status).toBe(
      201,
    );
  });

  it('is offered to nobody for a child under 16', async () => {
    const ada = await aChild(program, { dateOfBirth: '2015-05-02' });
    const offered = await givers(await caseOf(ada));
    expect(offered.map(({ bestInterests }) => bestInterests)).toEqual([false, false]);
  });
});
