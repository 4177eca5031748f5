import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ContentView, JumpAnswer, LooksPage, SharingView } from '@encircle/shared/cases';
import type { ChronologyPage, NotesPage, NoteView } from '@encircle/shared/recording';
import { aChild, anAdult, aFamilyAccount, relativeOf, type Person } from '../../factories/children.js';
import { anAgreement, ORDINARY } from '../../factories/consents.js';
import { anEpisode, aShield, onTheCase, type Episode } from '../../factories/episodes.js';
import { anAgency, aWorker, type Agency, type Worker } from '../../factories/people.js';
import { Program, type Client } from '../../kit/program.js';

let program: Program;
let lena: Worker;
let hana: Worker;
let yusuf: Worker;
let carl: Worker;
let head: Worker;
let mental: Agency;
let ava: Person;
let mia: Person;
let episode: Episode;
const as = (worker: Worker): Promise<Client> => program.as(worker.email);
const NOTE = { category: 'NOTES', kind: 'HOME_VISIT', eventOn: '2026-03-10', text: 'Bedtime chart started' };

beforeAll(async () => {
  program = await Program.start();
  await program.setNow('2026-03-16T09:00:00Z');
  const school = await anAgency(program, { name: 'Northway Primary' });
  const health = await anAgency(program);
  const locality = await anAgency(program);
  mental = await anAgency(program, { name: 'Calm Minds', sensitiveClass: 'SENS_MH' });
  const housing = await anAgency(program, { name: 'Havenside Homes' });
  lena = await aWorker(program, school);
  head = await aWorker(program, school, { role: 'AMGR' });
  hana = await aWorker(program, health);
  yusuf = await aWorker(program, locality);
  carl = await aWorker(program, mental);
  ava = await aChild(program, { givenNames: 'Ava', familyName: 'Ames' });
  mia = await anAdult(program, { givenNames: 'Mia', familyName: 'Ames' });
  await relativeOf(program, ava, mia);
  episode = await anEpisode(program, { children: [ava], author: lena, lead: lena, team: [hana, yusuf] });
  await anAgreement(program, episode, ava, mia, [
    { agency: school, categories: ORDINARY },
    { agency: health, categories: ORDINARY },
    { agency: locality, categories: ORDINARY },
    { user: hana, categories: ['SENS_MH'] },
    { agency: housing, categories: ORDINARY, decision: 'REFUSED' },
  ]);
});

afterAll(() => program.stop());

describe('notes', () => {
  it('keeps what happened, when, and when it was written, and shows it to those agreed', async () => {
    const client = await as(yusuf);
    const key = randomUUID();
    const made = await client.post<NoteView>(`/api/episodes/${episode.id}/notes`, NOTE, {
      'idempotency-key': key,
    });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ ...NOTE, mine: true, significant: false, struckAt: null });
    expect(made.body.recordedAt.slice(0, 10)).toBe('2026-03-16');
    const again = await client.post<NoteView>(`/api/episodes/${episode.id}/notes`, NOTE, {
      'idempotency-key': key,
    });
    expect(again.body.id).toBe(made.body.id);
    const list = await (await as(lena)).get<NotesPage>(`/api/episodes/${episode.id}/notes`);
    expect(list.body.items.map(({ id }) => id)).toEqual([made.body.id]);
    const rows = await program.rows(
      `select categories from audit.entry where action = 'note.written' and actor_id = $1`,
      [yusuf.id],
    );
    expect(rows).toEqual([{ categories: ['NOTES'] }]);
  });

  it('keeps a confidence with the service that was told: for others there is nothing, not a count', async () => {
    const told = await (
      await as(yusuf)
    ).post<NoteView>(`/api/episodes/${episode.id}/notes`, {
      ...NOTE,
      category: 'THIRD',
      text: 'A neighbour rang',
    });
    expect(told.status).toBe(201);
    const mine = await (await as(yusuf)).get<NotesPage>(`/api/episodes/${episode.id}/notes?category=THIRD`);
    expect(mine.body.items).toHaveLength(1);
    const before = await (await as(lena)).get<NotesPage>(`/api/episodes/${episode.id}/notes`);
    expect(before.text).not.toContain('neighbour');
    expect(before.body.items).toHaveLength(1);
    const hidden = await (await as(lena)).get(`/api/episodes/${episode.id}/content?category=THIRD`);
    const random = await (await as(lena)).get(`/api/episodes/${randomUUID()}/content?category=THIRD`);
    expect([hidden.status, hidden.text]).toEqual([404, random.text]);
    const own = await (
      await as(yusuf)
    ).get<ContentView>(`/api/episodes/${episode.id}/content?category=THIRD`);
    expect(own.body).toMatchObject({ effect: 'ALLOW', items: [{ id: told.body.id }] });
  });

  it('names each field that is wrong', async () => {
    const client = await as(yusuf);
    const ask = (over: object) =>
      client.post<{ fields: Record<string, string[]> }>(`/api/episodes/${episode.id}/notes`, {
        ...NOTE,
        ...over,
      });
    const shape = await ask({ kind: 'NOPE', text: '  ' });
    expect(shape.status).toBe(400);
    expect(Object.keys(shape.body.fields).sort()).toEqual(['kind', 'text']);
    expect((await ask({ eventOn: '2026-03-17' })).body.fields).toEqual({
      eventOn: ['The day cannot be in the future'],
    });
    expect((await ask({ category: 'ADULT' })).body.fields).toHaveProperty('aboutPersonId');
    expect((await ask({ category: 'PRIVATE' })).body.fields).toHaveProperty('namedWorkerIds');
    expect((await ask({ category: 'PRIVATE', namedWorkerIds: [carl.id] })).body.fields).toEqual({
      namedWorkerIds: ['Choose workers of this team'],
    });
    expect((await ask({ subjectId: mia.id })).body.fields).toHaveProperty('subjectId');
  });

  it('pages newest first without gaps', async () => {
    const other = await anEpisode(program, { children: [await aChild(program)], author: lena, lead: lena });
    const client = await as(lena);
    for (let n = 1; n <= 5; n += 1)
      await client.post(`/api/episodes/${other.id}/notes`, {
        ...NOTE,
        eventOn: `2026-03-0${1 + (n % 2)}`,
        text: `n${n}`,
      });
    const texts: string[] = [];
    let after: string | null = null;
    do {
      const address: string = `/api/episodes/${other.id}/notes?limit=2${after ? `&after=${after}` : ''}`;
      const page = await client.get<NotesPage>(address);
      texts.push(...page.body.items.map(({ text }) => text));
      after = page.body.next;
    } while (after !== null);
    expect(texts).toEqual(['n5', 'n3', 'n1', 'n4', 'n2']);
  });

  it('strikes a note out with a reason, by its author only, once', async () => {
    const client = await as(yusuf);
    const made = await client.post<NoteView>(`/api/episodes/${episode.id}/notes`, {
      ...NOTE,
      text: 'Wrong child',
    });
    const body = { version: 1, reason: 'Written in the wrong file' };
    const other = await (await as(lena)).patch<{ code: string }>(`/api/notes/${made.body.id}`, body);
    expect([other.status, other.body.code]).toEqual([403, 'NOT_YOUR_NOTE']);
    const struck = await client.patch<NoteView>(`/api/notes/${made.body.id}`, body);
    expect(struck.body).toMatchObject({ version: 2, struckReason: body.reason, text: 'Wrong child' });
    expect((await client.patch(`/api/notes/${made.body.id}`, body)).status).toBe(409);
    const chronology = await client.get<ChronologyPage>(`/api/episodes/${episode.id}/chronology`);
    expect(chronology.text).not.toContain('Wrong child');
  });

  it('flags a child’s private words for safeguarding, for the workers who read them and for nobody else', async () => {
    const ben = await aChild(program, { dateOfBirth: '2010-09-01' });
    const his = await anEpisode(program, { children: [ben], author: lena, lead: lena, team: [hana, yusuf] });
    const pia = await anAdult(program);
    await relativeOf(program, ben, pia);
    const agreed = [lena, hana, yusuf].map((user) => ({ user, categories: ORDINARY }));
    await anAgreement(program, his, ben, pia, agreed);
    const account = await aFamilyAccount(program, ben, 'YP');
    const own = await program.as(account.email);
    const clients = {
      lena: await as(lena),
      yusuf: await as(yusuf),
      hana: await as(hana),
      head: await as(head),
    };
    const list = `/api/episodes/${his.id}/notes`;
    const { body: words } = await clients.yusuf.post<NoteView>(list, {
      ...NOTE,
      category: 'PRIVATE',
      namedWorkerIds: [lena.id],
      text: 'She is much older',
    });
    const path = `/api/notes/${words.id}/flag`;
    const flag = { childTold: 'NO', notToldReason: 'He would be in danger if she heard of it.' };
    type Refusal = { code: string; fields: Record<string, string[]> };
    const bad = (body: object) => clients.lena.post<Refusal>(path, body);
    expect(Object.keys((await bad({})).body.fields)).toEqual(['childTold']);
    expect((await bad({ childTold: 'NO' })).body.fields).toEqual({
      notToldReason: ['Say why the child was not told'],
    });
    expect(Object.keys((await bad({ childTold: 'NO', notToldReason: 'No' })).body.fields)).toEqual([
      'notToldReason',
    ]);
    for (const key of ['hana', 'head'] as const) {
      const [there, nowhere] = [
        await clients[key].post(path, flag),
        await clients[key].post(`/api/notes/${randomUUID()}/flag`, flag),
      ];
      expect([key, there.status, there.text]).toEqual([key, 404, nowhere.text]);
    }
    const { body: plain } = await clients.lena.post<NoteView>(list, NOTE);
    const refused = await clients.lena.post<Refusal>(`/api/notes/${plain.id}/flag`, flag);
    expect([refused.status, refused.body.code]).toEqual([409, 'NOT_TO_BE_FLAGGED']);
    const made = await clients.lena.post<NoteView>(path, flag);
    expect(made.body.flag).toEqual({
      ...flag,
      flaggedAt: expect.stringMatching(/^2026-03-16T09:/),
      flaggedBy: lena.fullName,
      referral: null,
    });
    const again = await clients.yusuf.post<Refusal>(path, { childTold: 'YES' });
    expect([again.status, again.body.code]).toEqual([409, 'FLAGGED_ALREADY']);
    const flagsOf = async (client: Client) =>
      (await client.get<NotesPage>(list)).body.items.map((note) => [
        note.category,
        note.flag?.childTold ?? null,
      ]);
    expect(await flagsOf(clients.yusuf)).toContainEqual(['PRIVATE', 'NO']);
    // The child reads what they said, and does not learn of the flag from here; nobody else reads either.
    expect(await flagsOf(own)).toEqual([
      ['NOTES', null],
      ['PRIVATE', null],
    ]);
    for (const key of ['hana', 'head'] as const)
      expect(await flagsOf(clients[key])).toEqual([['NOTES', null]]);

    const sent = await clients.lena.post<{ id: string }>('/api/safeguarding-referrals', {
      episodeId: his.id,
      noteId: words.id,
      facts: 'A much older partner',
    });
    const stray = { episodeId: his.id, noteId: words.id, facts: 'Something else' };
    expect((await clients.hana.post('/api/safeguarding-referrals', stray)).status).toBe(201);
    const [mine] = (await clients.lena.get<NotesPage>(`${list}?category=PRIVATE`)).body.items;
    expect(mine?.flag?.referral).toMatchObject({ id: sent.body.id, status: 'SENT' });
    // A referral is read by its author, their manager and the hub: to the other worker the flag leads nowhere.
    const [theirs] = (await clients.yusuf.get<NotesPage>(`${list}?category=PRIVATE`)).body.items;
    expect(theirs?.flag).toMatchObject({ childTold: 'NO', referral: null });
    const told = await program.rows(
      `select recipient_id, episode_id, payload from app.outbox where topic = 'referral.sent' and payload ->> 'referralId' = $1`,
      [sent.body.id],
    );
    expect(told).toEqual([
      { recipient_id: head.id, episode_id: null, payload: { referralId: sent.body.id } },
    ]);
    const hub = await as(await aWorker(program, await anAgency(program), { role: 'MASH' }));
    expect((await hub.get(`/api/safeguarding-referrals/${sent.body.id}`)).text).not.toMatch(
      new RegExp(`${words.id}|She is`),
    );
    expect(
      await program.rows(
        `select categories, fields from audit.entry where action = 'note.flagged' and outcome = 'ALLOW'`,
      ),
    ).toEqual([{ categories: ['PRIVATE'], fields: ['flag'] }]);
  });

  it('answers an outsider as for a random id and writes nothing', async () => {
    const outsider = await as(await aWorker(program, await anAgency(program)));
    const count = () => program.rows('select count(*)::int as n from app.note');
    const before = await count();
    for (const [method, tail] of [
      ['GET', 'notes'],
      ['GET', 'chronology'],
      ['GET', 'access'],
      ['GET', 'looks'],
      ['GET', 'content?category=CHILD'],
      ['POST', 'notes'],
    ] as const) {
      const call = (id: string) =>
        method === 'GET'
          ? outsider.get(`/api/episodes/${id}/${tail}`)
          : outsider.post(`/api/episodes/${id}/${tail}`, NOTE);
      const [real, random] = [await call(episode.id), await call(randomUUID())];
      expect([method, tail, real.status, real.text]).toEqual([method, tail, 404, random.text]);
    }
    expect(await count()).toEqual(before);
  });
});

describe('mending a mistake (E10)', () => {
  let other: Episode;
  let ben: Person;
  let ivy: Person;
  let kit: Worker;
  let nina: Worker;
  let auditor: Worker;

  beforeAll(async () => {
    [kit, nina] = [await aWorker(program, lena.agency), await aWorker(program, await anAgency(program))];
    auditor = await aWorker(program, await anAgency(program), { role: 'AUDR' });
    [ben, ivy] = [await aChild(program), await aChild(program)];
    const mother = await anAdult(program);
    for (const child of [ben, ivy]) await relativeOf(program, child, mother);
    other = await anEpisode(program, { children: [ben, ivy], author: lena, lead: lena, team: [kit, nina] });
    other.ref = 'CAF-2026-000777';
    await program.rows('update app.episode set ref = $2 where id = $1', [other.id, other.ref]);
    for (const child of [ben, ivy])
      await anAgreement(program, other, child, mother, [
        { agency: lena.agency, categories: ORDINARY },
        ...(child === ben ? [{ agency: nina.agency, categories: ORDINARY }] : []),
      ]);
    await onTheCase(program, episode.id, auditor, 'AUDIT');
    await onTheCase(program, other.id, auditor, 'AUDIT');
  });

  type Refused = NoteView & { code: string; detail: string; fields: Record<string, string[]> };
  const write = async (who: Worker, of: Episode, over: object = {}) =>
    (await (await as(who)).post<NoteView>(`/api/episodes/${of.id}/notes`, { ...NOTE, ...over })).body;
  const mend = async (who: Worker, { id, version }: NoteView, body: object) =>
    (await as(who)).post<Refused>(`/api/notes/${id}/repairs`, {
      version,
      reason: 'A slip of the pen',
      ...body,
    });
  const list = async (who: Worker, of: Episode) =>
    (
      await (
        await as(who)
      ).get<NotesPage>(
        `/api/episodes/${of.id}/notes?limit=100`,
        who === auditor ? { 'x-encircle-purpose': 'AUDIT', 'x-encircle-reason': 'Spring audit' } : {},
      )
    ).body;
  const seen = async (who: Worker, of: Episode, { id }: NoteView) =>
    (await list(who, of)).items.find((each) => each.id === id);

  it('puts a wrong day right: readers see the day that is right and that it was mended, an auditor both', async () => {
    const note = await write(yusuf, episode, { eventOn: '2026-03-01' });
    expect(note).toMatchObject({ repairs: [], mendUntil: '2026-03-30' });
    const stale = await mend(yusuf, { ...note, version: 7 }, { what: 'DATE', eventOn: '2026-03-02' });
    expect([stale.status, stale.body.code]).toEqual([409, 'STALE']);
    const bad = await Promise.all([
      mend(yusuf, note, { what: 'DATE' }),
      mend(yusuf, note, { what: 'DATE', eventOn: '2026-03-17' }),
      mend(yusuf, note, { what: 'DATE', eventOn: '2026-03-01' }),
      mend(yusuf, note, { what: 'DATE', eventOn: '2026-03-02', reason: ' ' }),
      mend(yusuf, note, { what: 'WORDS' }),
    ]);
    expect(bad.map(({ status, body }) => [status, ...Object.keys(body.fields)])).toEqual([
      [400, 'eventOn'],
      [400, 'eventOn'],
      [400, 'eventOn'],
      [400, 'reason'],
      [400, 'what'],
    ]);
    const done = await mend(yusuf, note, { what: 'DATE', eventOn: '2026-03-02' });
    expect([done.status, done.body]).toMatchObject([201, { id: note.id, eventOn: '2026-03-02', version: 2 }]);
    const repair = { what: 'DATE', by: yusuf.fullName, reason: 'A slip of the pen' };
    expect(await seen(lena, episode, note)).toMatchObject({
      eventOn: '2026-03-02',
      mendUntil: null,
      repairs: [{ ...repair, before: null, after: null }],
    });
    expect(await seen(auditor, episode, note)).toMatchObject({
      repairs: [{ ...repair, before: '2026-03-01', after: '2026-03-02' }],
    });
    const rows = await program.rows(
      `select fields from audit.entry where action = 'note.mended' and actor_id = $1 and outcome = 'ALLOW'`,
      [yusuf.id],
    );
    expect(rows).toEqual([{ fields: ['eventOn'] }]);
  });

  it('gives a note to the child it is about: from then on that child’s agreement says who reads it', async () => {
    const note = await write(lena, other, { subjectId: ben.id, text: 'Ivy slept at her aunt’s' });
    expect((await seen(nina, other, note))?.text).toBe(note.text);
    const stranger = await mend(lena, note, { what: 'CHILD', subjectId: ava.id });
    expect(stranger.body.fields).toEqual({ subjectId: ['Choose a child of this case'] });
    expect((await mend(lena, note, { what: 'CHILD', subjectId: ivy.id })).body.subjectId).toBe(ivy.id);
    expect(await seen(nina, other, note)).toBeUndefined();
    expect((await seen(kit, other, note))?.repairs).toMatchObject([{ what: 'CHILD', before: null }]);
  });

  it('moves a note to the record it belongs on; where it stood nothing of it is left', async () => {
    const note = await write(lena, episode, { text: 'Ben was at the swimming bath', saidBy: 'Bens coach' });
    const nowhere = await mend(lena, note, { what: 'CASE', ref: 'CAF-2026-999999' });
    expect([nowhere.status, nowhere.body.fields]).toEqual([
      400,
      { ref: ['Enter the reference of another record you work on'] },
    ]);
    const yusufs = await write(yusuf, episode);
    const notHis = await mend(yusuf, yusufs, { what: 'CASE', ref: other.ref });
    expect([notHis.status, notHis.body.fields]).toEqual([400, nowhere.body.fields]);
    const whose = await mend(lena, note, { what: 'CASE', ref: other.ref });
    expect([whose.status, whose.body.fields]).toEqual([
      400,
      { subjectId: ['Say which child of that record it is about'] },
    ]);
    expect(JSON.parse(whose.text)).toMatchObject({ data: { children: [{ id: ben.id }, { id: ivy.id }] } });
    const moved = await mend(lena, note, {
      what: 'CASE',
      ref: other.ref,
      subjectId: ben.id,
      reason: 'Two windows were open, Ben’s and Ava’s',
    });
    expect([moved.status, moved.body]).toMatchObject([201, { text: note.text, subjectId: ben.id }]);
    expect(moved.body.id).not.toBe(note.id);
    expect(await seen(nina, other, moved.body)).toMatchObject({
      text: note.text,
      repairs: [{ what: 'CASE', reason: null, before: null, after: null }],
    });
    expect(await seen(yusuf, episode, note)).toMatchObject({
      text: '',
      saidBy: null,
      struckReason: 'It was about another record',
      repairs: [{ what: 'CASE', reason: null, before: null, after: null }],
    });
    for (const who of [yusuf, hana, head])
      expect(JSON.stringify(await list(who, episode))).not.toMatch(/Ben/);
    expect(await seen(auditor, episode, note)).toMatchObject({
      repairs: [{ before: expect.stringContaining(note.text), after: other.ref, reason: /windows/ }].map(
        (each) => ({ ...each, reason: expect.stringMatching(each.reason) }),
      ),
    });
    const again = await mend(lena, { ...note, version: 2 }, { what: 'CASE', ref: other.ref });
    expect(again.body.code).toBe('NOT_TO_BE_MENDED');
  });

  it('takes nothing along that does not fit there, and nothing out of a shielded record', async () => {
    const adults = await write(lena, episode, { category: 'ADULT', aboutPersonId: mia.id });
    const misfit = await mend(lena, adults, { what: 'CASE', ref: other.ref, subjectId: ben.id });
    expect(misfit.body.fields).toEqual({ aboutPersonId: ['Choose a person of this family'] });
    const hidden = await aChild(program);
    const safe = await anEpisode(program, { children: [hidden], author: lena });
    const note = await write(lena, safe);
    await aShield(program, hidden, [lena]);
    expect((await mend(lena, note, { what: 'CASE', ref: other.ref })).body.code).toBe('ASK_INSTEAD');
  });

  it('is the author’s alone, for as long as the area allows; to an outsider it is not there', async () => {
    const note = await write(yusuf, episode);
    const right = { what: 'DATE', eventOn: '2026-03-09' };
    expect([(await mend(lena, note, right)).status, (await mend(lena, note, right)).body.code]).toEqual([
      403,
      'NOT_YOURS_TO_MEND',
    ]);
    const [there, random] = [
      await mend(nina, note, right),
      await mend(nina, { ...note, id: randomUUID() }, right),
    ];
    expect([there.status, there.text]).toEqual([404, random.text]);
    await program.setNow('2026-03-31T09:00:00Z');
    const late = await mend(yusuf, note, right);
    expect([late.status, late.body.code]).toEqual([409, 'REPAIR_TOO_LATE']);
    expect(late.body.detail).toContain('2026-03-30');
    await program.setNow('2026-03-30T09:00:00Z');
    expect((await mend(yusuf, note, right)).status).toBe(201);
    await program.setNow('2026-03-16T09:00:00Z');
  });
});

describe('content by kind', () => {
  it('answers ALLOW with rows, and a refusal that may be known with its reason', async () => {
    const notes = await (
      await as(lena)
    ).get<ContentView>(`/api/episodes/${episode.id}/content?category=NOTES`);
    expect(notes.body.effect).toBe('ALLOW');
    expect(notes.body.items.length).toBeGreaterThan(0);
    const cafc = await as(await aWorker(program, await anAgency(program), { role: 'CAFC' }));
    const index = await cafc.get<ContentView>(`/api/episodes/${episode.id}/content?category=IDENT`);
    expect(index.body).toMatchObject({ effect: 'LIMITED', what: 'INDEX_ROW', items: [] });
    const refused = await cafc.get<{ code: string }>(`/api/episodes/${episode.id}/content?category=CHILD`);
    expect(refused.status).toBe(403);
    expect(refused.body.code).toMatch(/^R\d\d/);
  });

  it('names the field when the kind is not one', async () => {
    const answer = await (await as(lena)).get(`/api/episodes/${episode.id}/content?category=GOSSIP`);
    expect(answer).toMatchObject({
      status: 400,
      body: { fields: { category: ['Choose one kind of information'] } },
    });
  });
});

describe('who can see this, and who has', () => {
  it('shows each person with what they see and why, and a no as plainly', async () => {
    const { body } = await (await as(lena)).get<SharingView>(`/api/episodes/${episode.id}/access`);
    const line = (name: string) => body.lines.find((one) => one.name === name);
    expect(line(lena.fullName)).toMatchObject({
      you: true,
      part: 'LP',
      why: 'AGREED_SERVICE',
      cells: { work: 'sees' },
    });
    expect(line(head.fullName)).toMatchObject({ kind: 'MANAGER', why: 'MANAGER', cells: { notes: 'sees' } });
    expect(line('Mia Ames')).toMatchObject({ kind: 'FAMILY', why: 'OWN_RIGHT', cells: { who: 'sees' } });
    expect(line('Havenside Homes')).toMatchObject({ kind: 'SERVICE', why: 'REFUSED', cells: { who: 'no' } });
    expect(body.givers).toEqual(['Mia Ames']);
  });

  it('has a sensitive column only for those the agreement names', async () => {
    const keys = async (worker: Worker) =>
      (await (await as(worker)).get<SharingView>(`/api/episodes/${episode.id}/access`)).body.columns.map(
        ({ key }) => key,
      );
    expect(await keys(hana)).toContain('SENS_MH');
    expect(await keys(lena)).not.toContain('SENS_MH');
  });

  it('shows looks to the lead professional, without a trace of a sensitive service', async () => {
    await program.rows(
      `insert into audit.entry (actor_id, agency_id, role, action, outcome, episode_id, categories)
       values ($1, $2, 'PRACT', 'case.opened', 'ALLOW', $3, '{IDENT}'), ($4, null, 'PRACT', 'case.opened', 'ALLOW', $3, '{SENS_MH}')`,
      [carl.id, mental.id, episode.id, hana.id],
    );
    const looks = await (await as(lena)).get<LooksPage>(`/api/episodes/${episode.id}/looks`);
    expect(looks.body.items.length).toBeGreaterThan(0);
    expect(looks.text).not.toContain('Calm Minds');
    expect(looks.text).not.toContain('SENS_MH');
    expect(
      (await (await as(yusuf)).get<{ code: string }>(`/api/episodes/${episode.id}/looks`)).body.code,
    ).toBe('LOG_NOT_YOURS');
  });
});

describe('jump', () => {
  it('finds children of my own cases only, by the beginning of a name', async () => {
    const find = async (worker: Worker, q: string) =>
      (await (await as(worker)).get<JumpAnswer>(`/api/jump?q=${q}`)).body.items.map(({ name }) => name);
    expect(await find(lena, 'av')).toEqual(['Ava Ames']);
    expect(await find(lena, 'ava%20am')).toEqual(['Ava Ames']);
    expect(await find(lena, '%25%25')).toEqual([]);
    expect(await find(await aWorker(program, await anAgency(program)), 'ava')).toEqual([]);
    expect((await (await as(lena)).get('/api/jump?q=a')).status).toBe(400);
  });
});
