import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { MyWeekView } from '@encircle/shared/my-week';
import type {
  AgendaView,
  CasePanelView,
  PanelDaysView,
  PanelDayView,
  PanelItemView,
  PanelPackView,
  PanelsView,
} from '@encircle/shared/panels';
import { aFinishedCase, type FinishedCase } from '../../factories/finished-case.js';
import { anAgency, aWorker, type Agency, type Worker } from '../../factories/people.js';
import { pdfText } from '../../kit/pdf-text.js';
import { Program, type Client } from '../../kit/program.js';

interface Refused {
  code: string;
  fields: Record<string, string[]>;
}
type Who = 'lena' | 'hana' | 'mo' | 'pat' | 'quinn' | 'zed' | 'outsider';

let program: Program;
let panel: Agency;
let people: Record<Who, Worker>;
let asks: Record<Who, Client>;
let day: PanelDayView;

const WORDS = {
  child: 'Likes the blue room',
  adult: 'Her own nights are short',
  sensitive: 'Seen by the clinic',
  hope: 'In school every day',
};
const QUESTION = 'Can a mentor be paid for?';
const BRING = { version: 1, question: QUESTION, withoutNames: false, minutes: 30 };
const KINDS = ['IDENT', 'INVOLVE', 'CHILD', 'FAMILY', 'PARENTING', 'HEALTH', 'PLAN'];

beforeAll(async () => {
  program = await Program.start();
  await program.setNow('2026-03-16T09:00:00Z');
  const council = await anAgency(program);
  panel = await anAgency(program, { name: 'Early help panel', kind: 'PANEL' });
  const sits = { role: 'PANEL', jobTitle: 'Panel member' };
  people = {
    lena: await aWorker(program, await anAgency(program)),
    hana: await aWorker(program, await anAgency(program)),
    mo: await aWorker(program, council, { role: 'CAFC' }),
    pat: await aWorker(program, panel, { ...sits, fullName: 'Pat Orme' }),
    quinn: await aWorker(program, panel, sits),
    zed: await aWorker(program, panel, sits),
    outsider: await aWorker(program, council),
  };
  const clients = await Promise.all(
    Object.entries(people).map(async ([key, { email }]) => [key, await program.as(email)] as const),
  );
  asks = Object.fromEntries(clients) as Record<Who, Client>;
});
afterAll(() => program.stop());

const later = (at: string): Promise<void> => program.setNow(at);
const aCase = (agreed: boolean): Promise<FinishedCase> =>
  aFinishedCase(
    program,
    { lead: people.lena, member: people.hana, state: 'PLAN_ACTIVE', words: WORDS },
    agreed ? { agency: panel, categories: KINDS, purpose: 'PANEL' } : null,
  );
const setDay = (over: object, who: Who = 'mo') =>
  asks[who].post<PanelDayView & Refused>('/api/panel-days', {
    panelId: panel.id,
    onDay: '2026-03-23',
    startsAt: '09:30',
    place: 'Town hall, room 2',
    chairId: people.pat.id,
    memberIds: [people.pat.id, people.quinn.id],
    ...over,
  });
const bring = (who: Who, id: string, over: object = {}) =>
  asks[who].post<CasePanelView & Refused>(`/api/episodes/${id}/panel`, { ...BRING, dayId: day.id, ...over });
const ofCase = async (id: string, who: Who = 'lena'): Promise<CasePanelView> =>
  (await asks[who].get<CasePanelView>(`/api/episodes/${id}/panel`)).body;
const agenda = async (who: Who, id = day.id): Promise<PanelItemView[]> =>
  (await asks[who].get<AgendaView>(`/api/panel-days/${id}/items`)).body.items;
const pack = (who: Who, id: string) => asks[who].get<PanelPackView & Refused>(`/api/panel-items/${id}/pack`);
const papers = (id = day.id) => asks.mo.post<PanelDayView>(`/api/panel-days/${id}/papers`, {});
const off = (who: Who, item: PanelItemView, reason = 'NOT_READY', version = item.version) =>
  asks[who].post<PanelItemView & Refused>(`/api/panel-items/${item.id}/withdrawal`, { version, reason });
async function brought(over: object = {}): Promise<{ made: FinishedCase; item: PanelItemView }> {
  const made = await aCase(true);
  const { body } = await bring('lena', made.episode.id, over);
  if (!body.item) throw new Error(JSON.stringify(body));
  return { made, item: body.item };
}
const stateOf = async (id: string): Promise<string | undefined> =>
  (await program.rows<{ state: string }>('select state from app.episode where id = $1', [id]))[0]?.state;

describe('a day of the panel', () => {
  it('is set by the CAF team, and names what is wrong', async () => {
    const wrong = async (over: object): Promise<string[]> => Object.keys((await setDay(over)).body.fields);
    expect(
      await wrong({ panelId: 'x', onDay: '', startsAt: '9', place: ' ', chairId: '', memberIds: [] }),
    ).toEqual(expect.arrayContaining(['panelId', 'onDay', 'startsAt', 'place', 'chairId', 'memberIds']));
    expect(await wrong({ onDay: '2026-03-13' })).toEqual(['onDay']);
    expect(await wrong({ onDay: '2026-02-30' })).toEqual(['onDay']);
    expect(await wrong({ memberIds: [people.pat.id, people.lena.id] })).toEqual(['memberIds']);
    expect(await wrong({ chairId: people.zed.id })).toEqual(['chairId']);
    for (const who of ['lena', 'pat', 'outsider'] as const) expect((await setDay({}, who)).status).toBe(404);
    const made = await setDay({});
    expect([made.status, made.body.chair, made.body.members.length]).toEqual([201, 'Pat Orme', 2]);
    day = made.body;
    const panels = await asks.mo.get<PanelsView>('/api/panels');
    expect(panels.body.items.find(({ id }) => id === panel.id)?.people).toHaveLength(3);
  });

  it('is changed by whoever saw it last, and pages', async () => {
    const { id, version, panelId, onDay, startsAt, chairId, members } = day;
    const body = {
      panelId,
      onDay,
      startsAt,
      chairId,
      place: 'Library',
      memberIds: members.map(({ userId }) => userId),
    };
    const put = (over: object) =>
      asks.mo.put<PanelDayView & Refused>(`/api/panel-days/${id}`, { ...body, ...over });
    expect((await put({ version: 9 })).body.code).toBe('STALE');
    const changed = await put({ version });
    expect([changed.status, changed.body.place]).toEqual([200, 'Library']);
    day = changed.body;
    await setDay({ onDay: '2026-04-20' });
    const first = await asks.mo.get<PanelDaysView>('/api/panel-days?limit=1');
    const second = await asks.mo.get<PanelDaysView>(`/api/panel-days?limit=1&after=${first.body.next ?? ''}`);
    expect([first.body.items[0]?.onDay, second.body.items[0]?.onDay]).toEqual(['2026-04-20', '2026-03-23']);
  });

  it('is nothing to a member of another day', async () => {
    const random = await asks.zed.get(`/api/panel-days/${randomUUID()}`);
    for (const part of ['', '/items']) {
      const answer = await asks.zed.get(`/api/panel-days/${day.id}${part}`);
      expect([answer.status, answer.text]).toEqual([random.status, random.text]);
    }
    expect((await asks.zed.get<PanelDaysView>('/api/panel-days')).body.items).toEqual([]);
  });
});

describe('a case brought to the panel (T19)', () => {
  it('asks for the question and a day, and for the agreement of the family', async () => {
    const { episode } = await aCase(false);
    const fields = async (over: object) => Object.keys((await bring('lena', episode.id, over)).body.fields);
    expect(await fields({ question: ' ', minutes: 1, dayId: '', withoutNames: 'x' })).toEqual(
      expect.arrayContaining(['question', 'minutes', 'dayId', 'withoutNames']),
    );
    expect(await fields({ dayId: randomUUID() })).toEqual(['dayId']);
    expect(await fields({ withoutNames: true })).toEqual(['summary']);
    expect((await bring('lena', episode.id)).body.code).toBe('PANEL_CONSENT_MISSING');
    expect(await ofCase(episode.id)).toMatchObject({ light: 'NO', item: null, mayBring: true });
    expect((await bring('hana', episode.id)).body.code).toBe('ONLY_THE_LEAD');
    const [real, random] = [await bring('outsider', episode.id), await bring('outsider', randomUUID())];
    expect([real.status, real.text]).toEqual([404, random.text]);
    expect(await stateOf(episode.id)).toBe('PLAN_ACTIVE');
  });

  it('stands on the agenda once, without a word for those who keep it', async () => {
    const { made, item } = await brought();
    expect(await stateOf(made.episode.id)).toBe('PANEL_REVIEW');
    expect(item).toMatchObject({
      light: 'YES',
      question: QUESTION,
      at: '09:30',
      status: 'ON_AGENDA',
      sentAt: null,
    });
    expect((await bring('lena', made.episode.id, { version: 2 })).body.code).toBe('ON_AGENDA_ALREADY');
    const kept = (await agenda('mo')).find(({ id }) => id === item.id);
    expect(kept).toMatchObject({ ref: made.episode.ref, light: 'YES', question: null });
    const place = (over: object) =>
      asks.mo.put<PanelItemView & Refused>(`/api/panel-items/${item.id}`, {
        version: item.version,
        position: 1,
        minutes: 45,
        ...over,
      });
    expect(Object.keys((await place({ position: 0, minutes: 500 })).body.fields)).toEqual([
      'position',
      'minutes',
    ]);
    expect((await place({ version: 9 })).body.code).toBe('STALE');
    expect((await place({})).body.minutes).toBe(45);
    const next = await brought();
    expect(next.item.at).toBe('10:15');
    const [first] = (await asks.mo.get<AgendaView>(`/api/panel-days/${day.id}/items?limit=1`)).body.items;
    expect(first?.id).toBe(item.id);
  });

  it('comes off it with a reason, and is back with its team', async () => {
    const { made, item } = await brought();
    await papers();
    await later('2026-03-16T09:10:00Z');
    expect((await pack('pat', item.id)).status).toBe(200);
    const { item: now } = await ofCase(made.episode.id);
    if (!now) throw new Error('not on the agenda');
    expect(Object.keys((await off('lena', now, 'BORED')).body.fields)).toEqual(['reason']);
    expect((await off('lena', now, 'NOT_READY', 9)).body.code).toBe('STALE');
    expect((await off('hana', now)).body.code).toBe('ONLY_THE_LEAD');
    expect((await off('lena', now)).body).toMatchObject({
      status: 'WITHDRAWN',
      withdrawnReason: 'NOT_READY',
    });
    expect(await stateOf(made.episode.id)).toBe('PLAN_ACTIVE');
    await later('2026-03-16T09:11:00Z');
    expect((await pack('pat', item.id)).status).toBe(404);
    expect((await agenda('pat')).map(({ id }) => id)).not.toContain(item.id);
  });

  it('may come on another day, and whoever no longer sits has nothing of it', async () => {
    const { made, item } = await brought();
    expect((await off('mo', item, 'ANOTHER_DAY')).body.withdrawnReason).toBe('ANOTHER_DAY');
    expect(await stateOf(made.episode.id)).toBe('PANEL_REVIEW');
    const other = (await setDay({ onDay: '2026-03-30', memberIds: [people.pat.id, people.zed.id] })).body;
    const again = await bring('lena', made.episode.id, { version: 1, dayId: other.id });
    expect(again.body.code).toBe('STALE');
    const { body } = await bring('lena', made.episode.id, { version: 2, dayId: other.id });
    await papers(other.id);
    await later('2026-03-16T09:20:00Z');
    const itemId = body.item?.id ?? '';
    expect((await pack('zed', itemId)).status).toBe(200);
    const { id, version, panelId, onDay, startsAt, place, chairId } = other;
    const change = { version, panelId, onDay, startsAt, place, chairId, memberIds: [people.pat.id] };
    expect((await asks.mo.put<PanelDayView>(`/api/panel-days/${id}`, change)).body.members).toHaveLength(1);
    await later('2026-03-16T09:21:00Z');
    expect((await pack('zed', itemId)).status).toBe(404);
    expect((await pack('pat', itemId)).status).toBe(200);
  });

  it('goes off the agenda by itself when the case goes another way', async () => {
    const { made, item } = await brought();
    await program.rows(`update app.episode set state = 'STEP_UP_PENDING' where id = $1`, [made.episode.id]);
    expect((await agenda('mo')).find(({ id }) => id === item.id)).toMatchObject({
      status: 'WITHDRAWN',
      withdrawnReason: 'CASE_MOVED_ON',
    });
  });
});

describe('the pack', () => {
  it('is a member’s when the papers have gone out, as far as the family agreed, and proved', async () => {
    const { made, item } = await brought();
    const nothing = await pack('pat', randomUUID());
    for (const who of ['pat', 'zed', 'outsider', 'hana', 'mo'] as const)
      expect([who, (await pack(who, item.id)).text]).toEqual([who, nothing.text]);
    expect((await papers()).body.unsent).toBe(0);
    await later('2026-03-16T09:30:00Z');
    const { status, body, text } = await pack('pat', item.id);
    expect([status, body.item.question, body.mayDecide]).toEqual([200, QUESTION, true]);
    expect(body.item.children).toHaveLength(1);
    for (const word of [WORDS.child, WORDS.hope]) expect(text).toContain(word);
    for (const word of [WORDS.adult, WORDS.sensitive]) expect(text).not.toContain(word);
    expect(body.colleagues.map(({ userId }) => userId)).toEqual(
      expect.arrayContaining([people.lena.id, people.hana.id]),
    );
    const paper = await asks.pat.get(`/api/panel-items/${item.id}/pack.pdf`);
    const printed = await pdfText(paper);
    expect(printed).toContain(WORDS.child);
    expect(printed).not.toContain(WORDS.sensitive);
    expect(paper.headers['content-disposition']).toBe('attachment; filename="papers.pdf"');
    await pack('pat', item.id);
    const { copies } = await ofCase(made.episode.id);
    expect(copies.map(({ name, channel, fingerprint }) => [name, channel, fingerprint])).toEqual([
      ['Pat Orme', 'SCREEN', body.fingerprint],
      ['Pat Orme', 'PDF', body.fingerprint],
    ]);
    expect((await pack('zed', item.id)).text).toBe(nothing.text);
    const told = await program.rows(
      `select 1 from app.notice where recipient_id = $1 and topic = 'panel.papers'`,
      [people.quinn.id],
    );
    expect(told.length).toBeGreaterThan(0);
  });

  it('is gone the moment agreement is', async () => {
    const { made, item } = await brought();
    await papers();
    await later('2026-03-16T09:40:00Z');
    expect((await pack('quinn', item.id)).status).toBe(200);
    await program.rows(
      `update app.consent_line set status = 'WITHDRAWN', ended_at = sec.now(), until_at = sec.now()
       where episode_id = $1 and 'PANEL' = any (purposes)`,
      [made.episode.id],
    );
    const after = await pack('quinn', item.id);
    expect([after.status, after.body.code]).toEqual([403, 'PACK_TAKEN_BACK']);
    expect(after.text).not.toContain(WORDS.child);
    const paper = await asks.quinn.get<Refused>(`/api/panel-items/${item.id}/pack.pdf`);
    expect([paper.status, paper.body.code]).toEqual([403, 'PACK_TAKEN_BACK']);
    const line = (await agenda('quinn')).find(({ id }) => id === item.id);
    expect(line).toMatchObject({ light: 'NO', question: null, children: [] });
  });

  it('without names holds the question, and nothing that says who it is', async () => {
    const { episode, child } = await aCase(false);
    const named = await bring('lena', episode.id, {
      withoutNames: true,
      summary: `${child.givenNames} is away from school`,
    });
    expect(Object.keys(named.body.fields)).toEqual(['summary']);
    const summary = 'A child of nine is away from school';
    const made = await bring('lena', episode.id, { withoutNames: true, summary });
    expect(made.body.item?.light).toBe('WITHOUT_NAMES');
    await papers();
    await later('2026-03-16T09:50:00Z');
    const answer = await pack('pat', made.body.item?.id ?? '');
    expect(answer.body).toMatchObject({
      summary,
      sections: [],
      colleagues: [],
      item: { question: QUESTION },
    });
    for (const trace of [episode.id, episode.ref, child.id, child.familyName, WORDS.child])
      expect(answer.text).not.toContain(trace);
  });
});

describe('at the panel (T20)', () => {
  const DECISION = {
    decision: 'Twelve weeks with a mentor',
    resources: '£900',
    owner: 'Youth service',
    dueOn: '2026-04-13',
  };
  const decide = (who: Who, item: PanelItemView, over: object = {}) =>
    asks[who].post<PanelItemView & Refused>(`/api/panel-items/${item.id}/decision`, {
      version: item.version,
      ...DECISION,
      ...over,
    });

  it('the chair decides on the day: who sees to it, by when, and what colleagues are asked to do', async () => {
    const { made } = await brought();
    await papers();
    const { item } = await ofCase(made.episode.id);
    if (!item) throw new Error('not on the agenda');
    await later('2026-03-16T10:00:00Z');
    expect((await decide('pat', item)).body.code).toBe('NOT_YET');
    await later('2026-03-23T11:00:00Z');
    const came = (who: Who, over: object = {}) =>
      asks[who].put<PanelDayView & Refused>(`/api/panel-days/${day.id}/attendance`, {
        members: [
          { userId: people.pat.id, attendance: 'CAME' },
          { userId: people.quinn.id, attendance: 'APOLOGIES', ...over },
        ],
      });
    expect((await came('quinn')).body.code).toBe('CHAIR_DECIDES');
    expect(Object.keys((await came('pat', { userId: people.zed.id })).body.fields)).toEqual([
      'members.1.userId',
    ]);
    expect((await came('pat')).body.members.map(({ attendance }) => attendance).sort()).toEqual([
      'APOLOGIES',
      'CAME',
    ]);

    expect((await decide('quinn', item)).body.code).toBe('CHAIR_DECIDES');
    const onItsOwnPage = await asks.pat.post<Refused>(`/api/episodes/${made.episode.id}/moves`, {
      transition: 'T20',
      version: 2,
      decision: { decision: 'A mentor', owner: 'Youth service' },
    });
    expect(onItsOwnPage.body.code).toBe('DECIDE_AT_THE_PANEL');
    expect((await decide('zed', item)).status).toBe(404);
    const action = { text: 'Introduce the mentor', ownerUserId: people.hana.id, byWhen: '2026-04-01' };
    const fields = async (over: object) => Object.keys((await decide('pat', item, over)).body.fields);
    expect(await fields({ decision: '', owner: '', dueOn: 'x' })).toEqual(
      expect.arrayContaining(['decision', 'owner', 'dueOn']),
    );
    expect(await fields({ dueOn: '2026-03-01', actions: [{ ...action, byWhen: '2026-03-01' }] })).toEqual([
      'dueOn',
      'actions.0.byWhen',
    ]);
    expect(await fields({ actions: [{ ...action, ownerUserId: people.outsider.id }] })).toEqual([
      'actions.0.ownerUserId',
    ]);
    expect((await decide('pat', item, { version: 9 })).body.code).toBe('STALE');
    expect(await stateOf(made.episode.id)).toBe('PANEL_REVIEW');

    const decided = await decide('pat', item, { actions: [action] });
    expect([decided.status, decided.body.status]).toEqual([200, 'DECIDED']);
    expect(await stateOf(made.episode.id)).toBe('PLAN_ACTIVE');
    const { decisions } = await ofCase(made.episode.id);
    expect(decisions[0]).toMatchObject({ ...DECISION, by: 'Pat Orme' });
    const week = (await asks.hana.get<MyWeekView>('/api/my/week')).body;
    expect(week.items.map(({ kind, text }) => [kind, text])).toContainEqual([
      'ACCEPT_ACTION',
      'Introduce the mentor',
    ]);
    const told = await program.rows(
      `select 1 from app.notice where recipient_id = $1 and topic = 'panel.decided'`,
      [people.lena.id],
    );
    expect(told).toHaveLength(1);
    // Ten working days on, over Easter, and not one more.
    await later('2026-04-08T22:00:00Z');
    expect((await pack('pat', item.id)).status).toBe(200);
    await later('2026-04-09T00:00:00Z');
    expect((await pack('pat', item.id)).status).toBe(404);
  });
});
