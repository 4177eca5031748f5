import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { agencyId, episodeId, personId, userId } from '@encircle/shared/fixture';
import type { AccessReviewsPage, AccessReviewView } from '@encircle/shared/emergency-access';
import type { SharingRecordsPage, SharingRecordView } from '@encircle/shared/sharing-out';
import type { Client } from '../../kit/program.js';
import { startStory, type StoryProgram } from '../../kit/story.js';

const E1 = episodeId('E1');
const TEXT = 'Ava told me at 9:05 that she was hit on Sunday. Her arm is bruised above the elbow.';
const EMERGENCY = {
  decision: 'SHARED',
  emergency: true,
  subjectId: personId('ava'),
  recipientAgencyId: agencyId('police'),
  categories: ['IDENT', 'CHILD'],
  exactText: TEXT,
  ground: 'CHILD_RISK',
  familyTold: 'NO',
};
const REST = {
  familyTold: 'NO',
  notToldReason: 'RISK_CHILD',
  whyNeeded: 'The police meet her at school today.',
  agreement: 'NOT_SOUGHT',
  agreementReason: 'Asking at home would warn whoever did it.',
  adviceFrom: ['DSL'],
  lawfulBasis: 'PUBLIC_TASK',
  method: 'PHONE',
};

interface Refused {
  code: string;
  fields: Record<string, string[]>;
  data?: { waysOut: string[] };
}

describe('sharing without agreement', () => {
  let story: StoryProgram;
  let lena: Client;
  let shared: SharingRecordView;

  beforeAll(async () => {
    story = await startStory();
    lena = await story.as('lena');
    await story.program.rows(`update app.app_user set training_valid_to = '2099-01-01' where id = $1`, [
      userId('lena'),
    ]);
  });
  afterAll(() => story.program.stop());

  const share = <T = SharingRecordView>(client: Client, body: object, episode = E1) =>
    client.post<T>(`/api/episodes/${episode}/disclosures`, body);
  const plain = (text: string): string => text.replace(/"reference":"[^"]*"/, '');

  it('S36: without a ground nothing is shared, and nobody is left without a next step', async () => {
    const answer = await share<Refused>(lena, { ...EMERGENCY, ground: undefined });
    expect([answer.status, answer.body.code]).toEqual([400, 'R13_NO_GROUND']);
    expect(Object.keys(answer.body.fields)).toEqual(['ground']);
    expect(answer.body.data?.waysOut).toEqual(['SAFEGUARDING_REFERRAL', 'ASK_FOR_AGREEMENT', 'DO_NOT_SHARE']);
    expect(await story.program.rows('select 1 from app.disclosure')).toEqual([]);
  });

  it.each([
    ['recipient', { recipientAgencyId: undefined }],
    ['categories', { categories: [] }],
    ['exactText', { exactText: '   ' }],
    ['subjectId', { subjectId: personId('ben') }],
  ])('names %s when it is missing', async (field, over) => {
    const answer = await share<Refused>(lena, { ...EMERGENCY, ...over });
    expect([answer.status, Object.keys(answer.body.fields)]).toEqual([400, [field]]);
  });

  it('S35: in an emergency six fields are enough; manager and governance are told by a number', async () => {
    expect(
      Object.keys(EMERGENCY).filter((key) => key !== 'decision' && key !== 'emergency').length,
    ).toBeLessThanOrEqual(6);
    await story.program.rows('delete from app.outbox');
    const answer = await share(lena, EMERGENCY);
    expect(answer.status).toBe(201);
    shared = answer.body;
    expect(shared).toMatchObject({ decision: 'SHARED', recipient: 'Police', completedAt: null, mine: true });
    expect(shared.toFinish).toEqual([
      'Why they need it',
      'Why there is no agreement',
      'Why the family was not told',
      'Whose advice you took',
      'The lawful basis',
      'How it was shared',
    ]);
    const mails = await story.program.rows<{ recipient_id: string; payload: object; topic: string }>(
      'select recipient_id, payload, topic from app.outbox',
    );
    expect(mails.map(({ recipient_id }) => recipient_id)).toEqual(
      expect.arrayContaining([userId('okoro'), userId('mo'), userId('gus')]),
    );
    expect(
      mails.every(
        ({ payload }) => JSON.stringify(payload) === JSON.stringify({ reference: shared.reference }),
      ),
    ).toBe(true);
    const [grant] = await story.program.rows<{ purpose: string; categories: string[]; days: number }>(
      `select purpose, categories, extract(day from until_at - from_at)::int as days from app.access_grant
       where agency_id = $1 and kind = 'DISCLOSURE'`,
      [agencyId('police')],
    );
    expect(grant).toEqual({ purpose: 'SAFEGUARD', categories: ['IDENT', 'CHILD'], days: 90 });
  });

  it('what is missing is a task in her week until it is written', async () => {
    const due = async (): Promise<string[]> =>
      (
        await lena.get<{ items: { kind: string; recordId: string }[] }>('/api/my/week?limit=100')
      ).body.items.flatMap(({ kind, recordId }) => (kind === 'FINISH_SHARING' ? [recordId] : []));
    expect(await due()).toEqual([shared.id]);
    const part = await lena.patch<SharingRecordView>(`/api/disclosures/${shared.id}`, {
      version: 1,
      familyTold: 'NO',
      whyNeeded: REST.whyNeeded,
    });
    expect([part.status, part.body.completedAt, part.body.toFinish.length]).toEqual([200, null, 5]);
    const stale = await lena.patch(`/api/disclosures/${shared.id}`, { version: 1, ...REST });
    expect(stale.status).toBe(409);
    const whole = await lena.patch<SharingRecordView>(`/api/disclosures/${shared.id}`, {
      version: 2,
      ...REST,
    });
    expect([whole.body.toFinish, whole.body.completedAt === null]).toEqual([[], false]);
    expect(whole.body.exactText).toBe(TEXT);
    expect(await due()).toEqual([]);
  });

  it('her manager sees that and why, not the words, and says that it was seen', async () => {
    const okoro = await story.as('okoro');
    const week = await okoro.get<{ items: { kind: string; recordId: string }[] }>(
      '/api/my/week?limit=100&show=OFFERS',
    );
    expect(week.body.items.map(({ kind, recordId }) => [kind, recordId])).toContainEqual([
      'SHARING',
      shared.id,
    ]);
    const view = await okoro.get<SharingRecordView>(`/api/disclosures/${shared.id}`);
    expect(view.body).toMatchObject({ ground: 'CHILD_RISK', exactText: null, mayAcknowledge: true });
    expect(view.text).not.toContain('bruised');
    const seen = await okoro.post<SharingRecordView>(`/api/disclosures/${shared.id}/seen`, undefined);
    expect(seen.body.mayAcknowledge).toBe(false);
  });

  it('information governance reviews it like an emergency view', async () => {
    const gus = await story.as('gus');
    const page = await gus.get<AccessReviewsPage>('/api/access-reviews');
    expect(page.body.items).toMatchObject([
      { kind: 'SHARING', reference: shared.reference, ground: 'CHILD_RISK', dueOn: '2026-03-23' },
    ]);
    const view = await gus.get<AccessReviewView>(`/api/access-reviews/${page.body.items[0]?.id}`);
    expect(view.body).toMatchObject({ recipient: 'Police', categories: ['IDENT', 'CHILD'], mayReview: true });
    const onlooker = await (await story.as('mo')).get(`/api/access-reviews/${page.body.items[0]?.id}`);
    expect(onlooker.text).not.toContain('bruised');
    const done = await gus.post<AccessReviewView>(`/api/access-reviews/${page.body.items[0]?.id}/outcome`, {
      version: 1,
      outcome: 'JUSTIFIED',
      words: 'Right people, least needed.',
    });
    expect(done.status).toBe(201);
    expect((await lena.get<SharingRecordView>(`/api/disclosures/${shared.id}`)).body.outcome).toBe(
      'JUSTIFIED',
    );
  });

  it('a decision not to share is kept with its reason, and opens nothing', async () => {
    const wrong = await share<Refused>(lena, { decision: 'NOT_SHARED', subjectId: personId('ava') });
    expect([wrong.status, Object.keys(wrong.body.fields)]).toEqual([400, ['whyNeeded']]);
    const kept = await share(lena, {
      decision: 'NOT_SHARED',
      subjectId: personId('ava'),
      recipient: 'Havenside Homes',
      whyNeeded: 'They asked out of interest; Mia said no, and nobody is at risk.',
    });
    expect([kept.status, kept.body.toFinish]).toEqual([201, []]);
    const list = await lena.get<SharingRecordsPage>(`/api/episodes/${E1}/disclosures?limit=1`);
    expect(list.body.items.map(({ decision }) => decision)).toEqual(['NOT_SHARED']);
    const next = await lena.get<SharingRecordsPage>(
      `/api/episodes/${E1}/disclosures?limit=1&after=${list.body.next}`,
    );
    expect(next.body.items.map(({ decision }) => decision)).toEqual(['SHARED']);
  });

  it('S55: after a withdrawal a new concern is shared all the same', async () => {
    const kim = await story.as('kim');
    const answer = await share(
      kim,
      { ...EMERGENCY, subjectId: personId('gia'), recipientAgencyId: agencyId('mash'), categories: ['SAFE'] },
      episodeId('E6'),
    );
    expect(answer.status).toBe(201);
  });

  it('is not there for whoever may not know: outsiders, the blocked, roles without it', async () => {
    for (const key of ['viv', 'wes', 'sid', 'ana', 'mia']) {
      const client = await story.as(key);
      const there = await share(client, EMERGENCY);
      const nowhere = await share(client, EMERGENCY, randomUUID());
      expect([key, there.status, plain(there.text)]).toEqual([key, nowhere.status, plain(nowhere.text)]);
      expect((await client.get(`/api/disclosures/${shared.id}`)).status).toBe(404);
    }
    const hana = await story.as('hana');
    expect((await hana.get(`/api/disclosures/${shared.id}`)).status).toBe(404);
    await story.program.rows(
      `insert into app.conflict_block (person_id, user_id, reason, from_at) values ($1, $2, 'a relative', '2026-01-01')`,
      [personId('ava'), userId('hana')],
    );
    const blocked = await share(hana, EMERGENCY);
    expect([blocked.status, plain(blocked.text)]).toEqual([
      404,
      plain((await share(hana, EMERGENCY, randomUUID())).text),
    ]);
  });
});
