import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AlertLooksPage, AlertRulesView, AlertsPage, AlertView } from '@encircle/shared/alerts';
import type { Client } from '../../kit/program.js';
import { startStory, type StoryProgram } from '../../kit/story.js';

let story: StoryProgram;
let gus: Client;
let episodes: string[];
const ids: Record<string, string> = {};

const rows = <T extends object>(sql: string, values: unknown[] = []) => story.program.rows<T>(sql, values);
const pass = () => story.program.alerts();

interface Entry {
  who: string;
  action?: string;
  outcome?: string;
  episode?: string | null;
  reason?: string;
  at?: string;
  hash?: string;
}

/** A row of the log as a request would leave it. */
async function logged({
  who,
  action = 'case.opened',
  outcome = 'ALLOW',
  episode = null,
  reason,
  at,
  hash,
}: Entry): Promise<void> {
  await rows(
    `insert into audit.entry (at, actor_id, agency_id, role, action, outcome, episode_id, reason, query_hash)
     select coalesce($1::timestamptz, sec.now() - interval '1 minute'), u.id, m.agency_id, m.role, $3, $4, $5, $6, $7
     from app.app_user u join app.membership m on m.user_id = u.id where u.id = $2 order by m.created_at, m.id limit 1`,
    [at ?? null, ids[who], action, outcome, episode, reason ?? null, hash ?? null],
  );
}

const open = async (client = gus): Promise<AlertsPage['items']> =>
  (await client.get<AlertsPage>('/api/alerts?limit=100')).body.items;
const raised = async (rule: string) => (await open()).filter((row) => row.rule === rule);

beforeAll(async () => {
  story = await startStory();
  gus = await story.as('gus');
  for (const { key, email } of story.story.users)
    ids[key] =
      (await rows<{ id: string }>('select id from app.app_user where email = $1', [email]))[0]?.id ?? '';
  // Enough cases to look at: copies of one, without people.
  episodes = (
    await rows<{ id: string }>(
      `insert into app.episode (ref, type, state, source_of_concern, initiating_agency_id, locality, opened_on)
       select 'CAF-2026-9' || lpad(n::text, 5, '0'), 'CHILD', 'ASSESSED', 'OWN_AGENCY', (select id from app.agency limit 1), 'UNKNOWN', sec.today()
       from generate_series(1, 60) n returning id`,
    )
  ).map(({ id }) => id);
});
afterAll(() => story.program.stop());

describe('the rules', () => {
  it('find nothing in a plain day', async () => {
    await logged({ who: 'lena', episode: episodes[0] ?? null });
    expect(await pass()).toBe(0);
    expect(await pass()).toBe(0);
  });

  it('a child with the worker’s surname, and one telephone number', async () => {
    const [child] = await rows<{ episode_id: string; family_name: string; person_id: string }>(
      `select s.episode_id, p.family_name, p.id as person_id from app.episode_subject s join app.person p on p.id = s.person_id
       where s.role = 'CHILD_SUBJECT' and p.family_name is not null order by s.episode_id limit 1`,
    );
    await rows('update app.app_user set full_name = $2, phone = $3 where id = $1', [
      ids['kim'],
      `Kim ${child?.family_name ?? ''}`,
      '01632 960777',
    ]);
    await rows(
      `insert into app.contact_point (person_id, kind, value) values ($1, 'PHONE', '+44 1632 960777')`,
      [child?.person_id],
    );
    await logged({ who: 'kim', episode: child?.episode_id ?? null });
    await logged({ who: 'lena', episode: child?.episode_id ?? null });
    expect(await pass()).toBe(2);
    for (const rule of ['SAME_NAME', 'SAME_PHONE']) {
      const found = await raised(rule);
      expect(found).toMatchObject([{ rule, worker: `Kim ${child?.family_name}`, looks: 1 }]);
    }
    // The same look is not told twice; a second one makes the alert grow.
    await pass();
    expect(await raised('SAME_NAME')).toMatchObject([{ looks: 1 }]);
    await rows(`update sec.clock set "offset" = "offset" + interval '5 minutes'`);
    await logged({ who: 'kim', episode: child?.episode_id ?? null });
    await pass();
    expect(await raised('SAME_NAME')).toMatchObject([{ looks: 2 }]);
  });

  it('night and weekend, but not for who works then', async () => {
    for (const who of ['rosa', 'dee'])
      for (const episode of episodes.slice(0, 4)) await logged({ who, episode, at: '2026-03-15T23:30:00Z' });
    await pass();
    expect(await raised('OUT_OF_HOURS')).toMatchObject([{ looks: 4 }]);
  });

  it('many cases within ten minutes, and far more than usual in a day', async () => {
    for (const [n, episode] of episodes.entries())
      await logged({ who: 'yusuf', episode, at: new Date(Date.UTC(2026, 2, 16, 9, 0, n)).toISOString() });
    await pass();
    expect(await raised('SWEEP')).toMatchObject([{ looks: 60 }]);
    expect(await raised('MANY_LOOKS')).toMatchObject([{ looks: 60 }]);
    expect(await raised('NO_ACTIVITY')).toMatchObject([{ looks: 60 }]);
  });

  it('refusals, the same words as a reason, and the glass broken again and again', async () => {
    for (let n = 0; n < 12; n += 1) {
      await logged({ who: 'asha', outcome: 'DENY_HIDE', action: 'GET /api/episodes/:id' });
      await logged({ who: 'lena', action: 'index.searched', reason: 'Checking something', hash: String(n) });
      await logged({ who: 'rosa', action: 'index.searched', reason: 'ROUTINE_CHECK', hash: String(n) });
    }
    for (let n = 0; n < 3; n += 1)
      await logged({ who: 'mo', action: 'break-glass.opened', episode: episodes[n] ?? null });
    await pass();
    expect(await raised('REFUSALS')).toMatchObject([{ looks: 12 }]);
    expect(await raised('SAME_REASON')).toMatchObject([{ looks: 12 }]);
    expect(await raised('BREAK_GLASS')).toMatchObject([{ looks: 3 }]);
  });

  it('are settings: an officer changes a number, with its version, and the rule obeys', async () => {
    const before = (await gus.get<AlertRulesView>('/api/alert-rules')).body.items;
    const rule = before.find((each) => each.rule === 'REFUSALS');
    expect(rule).toMatchObject({ on: true, threshold: 10 });
    const bad = await gus.put<{ fields: Record<string, string[]> }>('/api/alert-rules/REFUSALS', {
      version: 1,
      on: true,
      threshold: 0,
    });
    expect([bad.status, bad.body.fields['threshold']]).toEqual([400, ['Enter 1 or more']]);
    const set = { version: rule?.version, on: true, threshold: 3 };
    expect((await gus.put('/api/alert-rules/REFUSALS', set)).status).toBe(200);
    expect((await gus.put('/api/alert-rules/REFUSALS', set)).status).toBe(409);
    expect((await gus.put('/api/alert-rules/NO_SUCH', set)).status).toBe(404);
    for (let n = 0; n < 3; n += 1) await logged({ who: 'uma', outcome: 'DENY' });
    await pass();
    expect(await raised('REFUSALS')).toHaveLength(2);
  });
});

describe('an officer', () => {
  it('pages through the list and through the looks behind one', async () => {
    const all = await open();
    const pages: string[] = [];
    for (let after: string | null = null, n = 0; n === 0 || after; n += 1) {
      const page: AlertsPage = (
        await gus.get<AlertsPage>(`/api/alerts?limit=2${after ? `&after=${encodeURIComponent(after)}` : ''}`)
      ).body;
      pages.push(...page.items.map((row) => row.id));
      after = page.next;
    }
    expect(pages).toEqual(all.map((row) => row.id));
    const [sweep] = await raised('SWEEP');
    const first = (await gus.get<AlertLooksPage>(`/api/alerts/${sweep?.id}/looks?limit=50`)).body;
    const second = (
      await gus.get<AlertLooksPage>(
        `/api/alerts/${sweep?.id}/looks?limit=50&after=${encodeURIComponent(first.next ?? '')}`,
      )
    ).body;
    expect([first.items.length, second.items.length, second.next]).toEqual([50, 10, null]);
    expect(first.items[0]?.caseReference).toMatch(/^CAF-2026-9/);
    const bad = await gus.get<{ fields: object }>('/api/alerts?after=nonsense');
    expect([bad.status, Object.keys(bad.body.fields)]).toEqual([400, ['after']]);
  });

  it('takes one, says what it came to, and it is done; each step is in the log', async () => {
    const [sweep] = await raised('SWEEP');
    const path = `/api/alerts/${sweep?.id}`;
    const view = (await gus.get<AlertView>(path)).body;
    expect(view).toMatchObject({ mayDecide: true, threshold: 15, officers: [{ id: ids['gus'] }] });
    expect(JSON.stringify(view)).not.toMatch(/CAF-2026|Ava|Ben/);
    const nobody = await gus.post<{ fields: object }>(`${path}/assign`, { version: 1, userId: ids['lena'] });
    expect([nobody.status, Object.keys(nobody.body.fields)]).toEqual([400, ['userId']]);
    const taken = await gus.post<AlertView>(`${path}/assign`, { version: 1, userId: ids['gus'] });
    expect(taken.body.row).toMatchObject({ version: 2, assignedTo: 'Gus Hale' });
    const late = await gus.post(`${path}/outcome`, {
      version: 1,
      outcome: 'EXPLAINED',
      words: 'Took over a caseload',
    });
    expect(late.status).toBe(409);
    const short = await gus.post<{ fields: object }>(`${path}/outcome`, {
      version: 2,
      outcome: 'FINE',
      words: 'ok',
    });
    expect([short.status, Object.keys(short.body.fields).sort()]).toEqual([400, ['outcome', 'words']]);
    const done = await gus.post<AlertView>(`${path}/outcome`, {
      version: 2,
      outcome: 'EXPLAINED',
      words: 'Took over a caseload',
    });
    expect(done.body).toMatchObject({
      mayDecide: false,
      decidedBy: 'Gus Hale',
      row: { outcome: 'EXPLAINED' },
    });
    expect((await gus.post(`${path}/assign`, { version: 3, userId: ids['gus'] })).status).toBe(409);
    expect(await raised('SWEEP')).toEqual([]);
    const finished = (await gus.get<AlertsPage>('/api/alerts?show=DONE')).body.items;
    expect(finished.map((row) => row.id)).toEqual([sweep?.id]);
    const steps = await rows<{ action: string }>(
      `select action from audit.entry where actor_id = $1 and action like 'alert.%' order by id desc limit 20`,
      [ids['gus']],
    );
    expect(steps.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['alert.assigned', 'alert.decided', 'alert.viewed']),
    );
  });
});

describe('others', () => {
  it('a manager sees those about their own staff, without cases, and decides none', async () => {
    const [about] = await rows<{ id: string; agency: string }>(
      `select a.id, a.about_agency_id as agency from app.access_alert a where a.decided_at is null
         and exists (select 1 from app.membership m where m.role = 'AMGR' and m.agency_id = a.about_agency_id and m.user_id <> a.about_user_id) limit 1`,
    );
    const [manager] = await rows<{ email: string }>(
      `select u.email from app.membership m join app.app_user u on u.id = m.user_id where m.role = 'AMGR' and m.agency_id = $1`,
      [about?.agency],
    );
    const client = await story.program.as(manager?.email ?? '', { role: 'AMGR' });
    const seen = await open(client);
    expect(seen.map((row) => row.id)).toContain(about?.id);
    const [theirs] = await rows<{ n: string }>(
      'select count(*) as n from app.access_alert where decided_at is null and about_agency_id = $1',
      [about?.agency],
    );
    expect(seen).toHaveLength(Number(theirs?.n));
    const looks = (await client.get<AlertLooksPage>(`/api/alerts/${about?.id}/looks`)).body.items;
    expect(looks.length).toBeGreaterThan(0);
    for (const look of looks) expect([look.caseReference, look.reason]).toEqual([null, null]);
    const refused = await client.post<{ code: string }>(`/api/alerts/${about?.id}/outcome`, {
      version: 1,
      outcome: 'EXPLAINED',
      words: 'This is quite fine',
    });
    expect(refused.status).toBe(404);
    const [other] = await rows<{ id: string }>(
      'select id from app.access_alert where about_agency_id is distinct from $1 limit 1',
      [about?.agency],
    );
    const unknown = await client.get(`/api/alerts/${randomUUID()}`);
    expect(await client.get(`/api/alerts/${other?.id}`)).toMatchObject({ status: 404, text: unknown.text });
  });

  it('nobody sees one about themselves', async () => {
    await rows(
      `insert into app.access_alert (rule, about_user_id, key, reference, from_at, until_at, looks, entries)
       values ('SWEEP', $1, 'own', 'AL-OWN', sec.now(), sec.now(), 1, '{}')`,
      [ids['gus']],
    );
    expect((await open()).map((row) => row.reference)).not.toContain('AL-OWN');
    const [own] = await rows<{ id: string }>(`select id from app.access_alert where key = 'own'`);
    expect((await gus.get(`/api/alerts/${own?.id}`)).status).toBe(404);
    expect((await gus.get(`/api/alerts/${own?.id}/looks`)).status).toBe(404);
  });

  it.each(['lena', 'rosa', 'dee', 'uma', 'sid', 'mia'])(
    '%s is refused before anything is looked up',
    async (key) => {
      const client = await story.as(key);
      const [any] = await rows<{ id: string }>('select id from app.access_alert limit 1');
      const known = await client.get(`/api/alerts/${any?.id}`);
      const unknown = await client.get(`/api/alerts/${randomUUID()}`);
      expect([403, 404]).toContain(known.status);
      expect([known.status, known.text]).toEqual([unknown.status, unknown.text]);
      expect((await client.get('/api/alerts')).status).toBe(known.status);
    },
  );
});
