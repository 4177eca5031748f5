import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AccountRequestView } from '@encircle/shared/account-requests';
import { agencyId, episodeId, personId } from '@encircle/shared/fixture';
import type { PackPage, RecordRequestView, RequestRegister } from '@encircle/shared/record-requests';
import { aFrontDoor } from '../../factories/front-door.js';
import { aWorker } from '../../factories/people.js';
import { pdfText } from '../../kit/pdf-text.js';
import type { Answer, Client } from '../../kit/program.js';
import { startStory, type StoryProgram } from '../../kit/story.js';

let story: StoryProgram;
let gus: Client;
let second: Client;
type Refused = { code: string; fields: Record<string, string[]> };
type Given = Answer<RecordRequestView & Refused>;

const refOf = async (key: 'E1' | 'E2' | 'E5' | 'E6'): Promise<string> =>
  (
    await story.program.rows<{ ref: string }>('select ref from app.episode where id = $1', [episodeId(key)])
  )[0]?.ref ?? '';
const ask = async (key: 'E1' | 'E2' | 'E5' | 'E6', over: object, who = gus): Promise<Given> =>
  who.post('/api/record-requests', {
    ref: await refOf(key),
    kind: 'SUBJECT_ACCESS',
    requester: 'Mia Ames',
    capacity: 'PARENT',
    receivedOn: '2026-03-02',
    ...over,
  });
const at = (id: string, part: string, body: object, who = gus): Promise<Given> =>
  who.post(`/api/record-requests/${id}/${part}`, body);
const change = (id: string, body: object): Promise<Given> => gus.put(`/api/record-requests/${id}`, body);
const linesOf = async (id: string, who = gus): Promise<PackPage> =>
  (await who.get<PackPage>(`/api/record-requests/${id}/lines?limit=100`)).body;
const without = (answer: Answer): unknown[] => [
  answer.status,
  answer.text.replace(/"reference":"[^"]*"/, ''),
];
const IDENTITY = { provenOn: '2026-03-04', how: 'Passport seen by the school office' };
const goOn = { decision: 'GO_ON', reason: 'Mia has parental responsibility and may ask for Ava' };

beforeAll(async () => {
  story = await startStory(null, { avasTeamsWork: true });
  gus = await story.as('gus');
  const worker = await aWorker(
    story.program,
    { id: agencyId('governance'), name: 'Governance' },
    { fullName: 'Ines Moor', jobTitle: 'Information officer', role: 'IGO' },
  );
  second = await story.program.as(worker.email);
});
afterAll(() => story.program.stop());

describe('a request for records (ST12)', () => {
  let request: RecordRequestView;

  it('is opened by information governance alone, and names what is wrong', async () => {
    const wrong = async (over: object): Promise<string[]> => Object.keys((await ask('E1', over)).body.fields);
    expect(await wrong({ ref: 'x', kind: 'X', requester: '', capacity: 'X', receivedOn: '' })).toEqual(
      expect.arrayContaining(['ref', 'kind', 'requester', 'capacity', 'receivedOn']),
    );
    expect(await wrong({ ref: 'CAF-1999-000000', forPersonId: personId('mia') })).toEqual(['ref']);
    expect(await wrong({ receivedOn: '2026-03-17', forPersonId: personId('mia') })).toEqual(['receivedOn']);
    expect(await wrong({ capacity: 'COURT', forPersonId: personId('mia') })).toEqual(['forPersonId']);
    expect(await wrong({ forPersonId: personId('rob') })).toEqual(['forPersonId']);
    for (const key of ['lena', 'mo', 'sid', 'mia', 'dee'])
      expect((await ask('E1', { forPersonId: personId('mia') }, await story.as(key))).status).toBe(404);
  });

  it('runs a month from the day identity is settled, over Easter to the next working day', async () => {
    const made = await ask('E1', {});
    expect([made.status, made.body.status, made.body.dueOn, made.body.child]).toEqual([
      201,
      'WAITING',
      null,
      expect.stringMatching(/^Ava/),
    ]);
    const { id, version } = made.body;
    expect((await at(id, 'decision', { ...goOn, version })).body.code).toBe('NOT_PROVEN');
    expect((await change(id, { version: 9, identity: IDENTITY })).status).toBe(409);
    const early = await change(id, { version, identity: { ...IDENTITY, provenOn: '2026-03-01' } });
    expect(Object.keys(early.body.fields)).toEqual(['identity.provenOn']);
    const whose = await change(id, { version, identity: IDENTITY });
    expect([whose.body.status, whose.body.dueOn]).toEqual(['OPEN', '2026-04-07']);
    expect((await at(id, 'decision', { ...goOn, version: whose.body.version })).body.code).toBe(
      'WHOSE_RIGHT',
    );
    expect(whose.body.family.map(({ personId: one }) => one)).toEqual(
      expect.arrayContaining([personId('ava'), personId('mia')]),
    );
    const proven = await change(id, { version: whose.body.version, forPersonId: personId('mia') });
    const longer = await change(id, {
      version: proven.body.version,
      extension: { months: 1, reason: 'Three services hold paper files' },
    });
    expect(longer.body.dueOn).toBe('2026-05-05');
    request = longer.body;
    const register = await gus.get<RequestRegister>('/api/record-requests');
    expect(register.body.items[0]).toMatchObject({ reference: request.reference, overdue: false });
    expect(register.text).not.toMatch(/Mia|Ava|Ames/);
  });

  it('is nothing to anybody else, nor to an officer who has not taken it up', async () => {
    for (const key of ['lena', 'mo', 'sid', 'mia']) {
      const who = await story.as(key);
      for (const path of ['', '/lines', '/pack.pdf'])
        expect(without(await who.get(`/api/record-requests/${request.id}${path}`))).toEqual(
          without(await who.get(`/api/record-requests/${randomUUID()}${path}`)),
        );
    }
    expect((await second.get<Refused>(`/api/record-requests/${request.id}`)).body.code).toBe('TAKE_IT_UP');
    expect((await second.get(`/api/record-requests/${request.id}/lines`)).text).not.toMatch(/Ava|neighbour/i);
  });

  it('makes a pack decided for its reader: a neighbour’s call and a child’s secret are not in it', async () => {
    const [lead] = await story.program.rows<{ id: string; agency: string }>(
      `select e.user_id as id, e.agency_id as agency from app.edge e where e.episode_id = $1 and e.kind = 'LP' limit 1`,
      [episodeId('E1')],
    );
    await aFrontDoor(story.program, {
      episode: { id: episodeId('E1') },
      child: { id: personId('ava') },
      worker: { id: lead?.id ?? '', agency: { id: lead?.agency ?? '' } },
    });
    // A request that names nobody's record: found by name and birthday, and perhaps another child.
    await story.program.rows(
      `insert into app.enquiry (agency_id, author_id, created_by, kind, source, given_names, family_name, date_of_birth, issues,
         what_for, agreed, decide_by)
       select $2, $3, $3, 'SUPPORT', 'OWN_AGENCY', p.given_names, upper(p.family_name), p.date_of_birth, '{OTHER}',
         'Perhaps a namesake', 'YES', sec.today() from app.person p where p.id = $1`,
      [personId('ava'), lead?.agency, lead?.id],
    );
    await story.program.rows(
      `insert into app.outcome_evidence (episode_id, subject_id, source_agency_id, author_id, created_by, framework_version, outcome,
         moment, measure, value, measured_on, source)
       values ($1, $2, $3, $4, $4, 2, 1, 'START', 'ATTENDANCE', 84.50, '2026-03-02', 'School register')`,
      [episodeId('E1'), personId('ava'), lead?.agency, lead?.id],
    );
    const packed = await at(request.id, 'decision', { ...goOn, version: request.version });
    expect([packed.status, packed.body.status]).toEqual([200, 'PACKED']);
    request = packed.body;
    const { items, total, included } = await linesOf(request.id);
    const of = (source: string) =>
      items
        .filter((line) => line.source === source)
        .map(({ text, ground, locked }) => [text, ground, locked]);
    // Who rang is somebody else; a notice of police goes out only when the officer says so, and with a reason.
    expect(of('ENQUIRY')).toEqual(
      expect.arrayContaining([
        ['Nora Next-Door', 'THIRD_PARTY', false],
        ['Crying at the gate on Mondays', null, false],
        ['Several services would help', null, false],
        ['Perhaps a namesake', 'THIRD_PARTY', false],
      ]),
    );
    expect(of('SERVICE_REQUEST')).toEqual([['Could Ava come to the calm hour on Mondays?', null, false]]);
    expect(of('EVIDENCE')).toEqual([
      ['Getting a good education, School attendance, %: 84.5, School register', null, false],
    ]);
    expect(of('OVERSIGHT')).toContainEqual(['Ask about Mondays in supervision', null, false]);
    expect(of('POLICE_NOTICE')).toEqual(
      expect.arrayContaining([
        ['Was awake upstairs when officers came', 'THIRD_PARTY', false],
        ['Met at the gate by her teacher', 'THIRD_PARTY', false],
      ]),
    );
    expect([items.length, items.filter(({ decision }) => decision !== 'WITHHOLD').length]).toEqual([
      total,
      included,
    ]);
    const third = items.find(({ category }) => category === 'THIRD');
    expect(third).toMatchObject({ decision: 'WITHHOLD', ground: 'THIRD_PARTY', locked: false, shown: null });
    for (const line of items.filter(
      ({ category }) => ['PRIVATE', 'ADULT'].includes(category) && category === 'PRIVATE',
    ))
      expect([line.decision, line.locked]).toEqual(['WITHHOLD', true]);
    expect(items.some(({ decision, source }) => decision === 'INCLUDE' && source === 'NOTE')).toBe(true);
  });

  it('takes words out and never puts any in', async () => {
    const { items } = await linesOf(request.id);
    const line = items.find(({ decision, text }) => decision === 'INCLUDE' && text.split(' ').length > 4);
    const word = line?.text.match(/\p{L}{5,}/u)?.[0] ?? '';
    const path = `/api/record-requests/${request.id}/lines/${line?.id ?? ''}`;
    const put = (body: object): Promise<Answer<Refused & { shown: string; version: number }>> =>
      gus.put(path, body);
    const part = { version: line?.version, decision: 'PART', ground: 'THIRD_PARTY', passages: [word] };
    expect(Object.keys((await put({ ...part, passages: ['Zanzibarian'] })).body.fields)).toEqual([
      'passages',
    ]);
    expect(Object.keys((await put({ ...part, ground: undefined })).body.fields)).toEqual(['ground']);
    expect((await put({ ...part, version: 9 })).status).toBe(409);
    const done = await put(part);
    expect(done.body.shown).toContain('[withheld]');
    expect(done.body.shown).not.toContain(word);
    const third = items.find(({ category }) => category === 'THIRD');
    const out = await gus.put<Refused>(`/api/record-requests/${request.id}/lines/${third?.id ?? ''}`, {
      version: third?.version,
      decision: 'INCLUDE',
    });
    expect(Object.keys(out.body.fields)).toEqual(['note']);
    const draft = await pdfText(await gus.get(`/api/record-requests/${request.id}/pack.pdf`));
    expect(draft).toContain('not checked by a second person');
  });

  it('is checked by another person, and goes out as it was checked, with proof', async () => {
    const { id, version } = request;
    expect((await at(id, 'check', { version })).body.code).toBe('SECOND_PERSON');
    expect((await at(id, 'sending', { version, how: 'BY_HAND', proof: 'Signed by Mia' })).body.code).toBe(
      'NOT_NOW',
    );
    const taken = await at(id, 'task', {}, second);
    expect(taken.body.mayCheck).toBe(true);
    const checked = await at(id, 'check', { version: taken.body.version }, second);
    expect([checked.body.status, checked.body.checkedBy]).toEqual(['CHECKED', 'Ines Moor']);
    const { items } = await linesOf(id);
    const answer = await gus.get(`/api/record-requests/${id}/pack.pdf`);
    expect(answer.headers['content-disposition']).toBe('attachment; filename="copy-of-a-record.pdf"');
    const text = await pdfText(answer);
    expect(text).not.toContain('not checked');
    for (const line of items.filter(({ shown }) => shown === null)) {
      const words = line.text.split('\n')[0]?.slice(0, 40) ?? '';
      if (words.length > 15) expect(text.replaceAll(/\s+/g, ' ')).not.toContain(words);
    }
    expect(text).toContain('about somebody else');
    const one = items[0];
    const late = await gus.put<Refused>(`/api/record-requests/${id}/lines/${one?.id ?? ''}`, {
      version: one?.version,
      decision: 'WITHHOLD',
      ground: 'CRIME',
    });
    expect(late.body.code).toBe('NOT_NOW');
    const sent = await at(id, 'sending', {
      version: checked.body.version,
      how: 'SECURE_LINK',
      proof: 'Opened 16 March',
    });
    expect([sent.body.status, sent.body.sentOn, sent.body.proof]).toEqual([
      'SENT',
      '2026-03-16',
      'Opened 16 March',
    ]);
    const actions = await story.program.rows<{ action: string }>(
      `select distinct action from audit.entry where action like 'record-request.%' order by 1`,
    );
    expect(actions.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['record-request.checked', 'record-request.packed', 'record-request.sent']),
    );
  });

  it('leaves the officers without the record when it is over', async () => {
    await story.at('2026-03-16', '10:05');
    const kept = await second.get<RecordRequestView>(`/api/record-requests/${request.id}`);
    expect([kept.body.status, kept.body.proof]).toEqual(['SENT', 'Opened 16 March']);
    expect((await second.get(`/api/record-requests/${request.id}/lines`)).status).toBe(403);
    expect((await second.get(`/api/episodes/${episodeId('E1')}`)).text).not.toContain('Ames');
    await story.at('2026-03-16');
  });
});

describe('a parent asks for a young person who decides (ST06.12)', () => {
  it('is refused after the no, in words that tell nothing of why', async () => {
    const made = await ask('E2', { requester: 'Pia Brook', forPersonId: personId('pia') });
    expect(made.body.childDecides).toBe(true);
    const proven = await change(made.body.id, { version: made.body.version, identity: IDENTITY });
    const { id } = proven.body;
    expect((await at(id, 'decision', { ...goOn, version: proven.body.version })).body.code).toBe(
      'CHILD_DECIDES',
    );
    const refuse = {
      decision: 'REFUSE',
      ground: 'CHILD_DECIDES',
      reason: 'Ben said that his mother would read about the clinic',
    };
    const before = await at(id, 'decision', { ...refuse, version: proven.body.version });
    expect(Object.keys(before.body.fields)).toEqual(['ground']);
    const said = await change(id, {
      version: proven.body.version,
      childSaid: { answer: 'SAYS_NO', words: 'Tom asked him on Monday, alone' },
    });
    const refused = await at(id, 'decision', { ...refuse, version: said.body.version });
    expect([refused.body.status, refused.body.answer.length]).toEqual(['REFUSED', 2]);
    expect(refused.body.answer.join(' ')).not.toMatch(/clinic|Ben|Tom/);
    expect((await gus.get<Refused>(`/api/record-requests/${id}/lines`)).status).toBe(403);
  });
});

describe('what was shared without agreement (ST03.11)', () => {
  it('shows in the pack with its reason, unless an exemption is given', async () => {
    const { program } = story;
    await program.rows(
      `insert into app.disclosure (reference, decision, episode_id, subject_id, author_id, source_agency_id, recipient, categories,
         exact_text, why_needed, ground, complete_by, shared_at)
       select 'SH-0000ABCD', 'SHARED', $1, $2, u.id, $3, 'the front door', '{CHILD}', 'Gia told Kim something worrying',
         'She may be at risk at home', 'CHILD_RISK', sec.now(), sec.now()
       from app.app_user u where u.full_name like 'Kim%' limit 1`,
      [episodeId('E6'), personId('gia'), agencyId('northway')],
    );
    const [mother] = await program.rows<{ id: string }>(
      `select person_id as id from app.relationship where child_id = $1 and has_pr = 'YES' limit 1`,
      [personId('gia')],
    );
    const made = await ask('E6', { requester: 'Gia’s mother', forPersonId: mother?.id });
    const proven = await change(made.body.id, { version: made.body.version, identity: IDENTITY });
    const packed = await at(made.body.id, 'decision', { ...goOn, version: proven.body.version });
    const line = (await linesOf(made.body.id)).items.find(({ source }) => source === 'DISCLOSURE');
    expect(line).toMatchObject({ decision: 'INCLUDE', locked: false });
    const pdf = async (): Promise<string> =>
      pdfText(await gus.get(`/api/record-requests/${made.body.id}/pack.pdf`));
    expect((await pdf()).replaceAll(/\s+/g, ' ')).toContain('She may be at risk at home');
    expect(packed.body.status).toBe('PACKED');
    await gus.put(`/api/record-requests/${made.body.id}/lines/${line?.id ?? ''}`, {
      version: line?.version,
      decision: 'WITHHOLD',
      ground: 'SERIOUS_HARM',
    });
    expect(await pdf()).not.toContain('at risk');
  });
});

describe('a court copy for the father’s solicitor (ST07.12)', () => {
  it('tells the work with the child, and neither where nor who', async () => {
    const { program } = story;
    await program.rows(
      `insert into app.note (episode_id, subject_id, category, source_agency_id, author_id, created_by, kind, event_on, text)
       select $1, $2, 'NOTES', e.agency_id, e.user_id, e.user_id, 'VISIT', '2026-03-12',
         'Eli built a tower with ' || u.full_name || ' at ' || g.name || ' and slept well. Lives at ' || coalesce(
           (select a.lines || ' ' || a.postcode from app.address a where a.person_id = $2 limit 1), '')
       from app.edge e join app.app_user u on u.id = e.user_id join app.agency g on g.id = e.agency_id
       where e.episode_id = $1 and e.kind = 'LP' limit 1`,
      [episodeId('E5'), personId('eli')],
    );
    const made = await ask('E5', {
      kind: 'COURT_COPY',
      capacity: 'SOLICITOR',
      requester: 'Harrow and Pell, for Rob Voss',
      forPersonId: personId('rob'),
    });
    const proven = await change(made.body.id, { version: made.body.version, identity: IDENTITY });
    const packed = await at(made.body.id, 'decision', { ...goOn, version: proven.body.version });
    expect(packed.body.status).toBe('PACKED');
    const answer = await gus.get(`/api/record-requests/${made.body.id}/pack.pdf`);
    const text = (await pdfText(answer)).replaceAll(/\s+/g, ' ');
    expect(text).toContain('built a tower with [withheld]');
    const words = await program.rows<{ word: string }>(
      `select u.full_name as word from app.edge e join app.app_user u on u.id = e.user_id where e.episode_id = $1 and e.kind in ('LP', 'TACM')
       union select g.name from app.edge e join app.agency g on g.id = e.agency_id where e.episode_id = $1 and e.kind in ('LP', 'TACM')
       union select a.lines from app.address a where a.person_id = $2 union select a.postcode from app.address a where a.person_id = $2
       union select s.name from app.setting s where s.person_id = $2`,
      [episodeId('E5'), personId('eli')],
    );
    expect(words.length).toBeGreaterThan(2);
    for (const { word } of words) if (word) expect(text).not.toContain(word);
    const raw = Buffer.from(answer.bytes).toString('latin1');
    expect(raw).not.toMatch(/\/(Author|Creator|Producer) \((?!\))/);
    expect(raw).not.toContain('/EmbeddedFile');
  });
});

describe('asking for an account (ST07.4)', () => {
  type Request = AccountRequestView & Refused;
  const ASKED = {
    requester: 'Rob Voss',
    capacity: 'PARENT',
    about: 'My son Eli, born 8 August 2018',
    askedHow: 'LETTER',
    receivedOn: '2026-03-13',
  };
  const keep = (over: object = {}, who = gus) =>
    who.post<Request>('/api/account-requests', { ...ASKED, ...over });
  const answer = (id: string, body: object, who = gus) =>
    who.post<Request>(`/api/account-requests/${id}/answer`, {
      version: 1,
      reason: 'He wrote as the father of a child',
      ...body,
    });
  const OPEN = { answer: 'OPENED', identity: 'Passport, seen by the officer' };

  it('is kept in the asker’s words, and names what is wrong', async () => {
    const wrong = async (over: object): Promise<string[]> =>
      Object.keys((await keep(over)).body.fields).sort();
    expect(await wrong({ requester: ' ', capacity: 'X', about: '', askedHow: 'X', receivedOn: 'x' })).toEqual(
      ['about', 'askedHow', 'capacity', 'receivedOn', 'requester'],
    );
    expect(await wrong({ receivedOn: '2026-03-17' })).toEqual(['receivedOn']);
    const made = await keep();
    expect([made.status, made.body.status, made.body.requester]).toEqual([201, 'WAITING', 'Rob Voss']);
    expect(
      await story.program.rows(
        'select episode_id, child_ids from audit.entry where action = $1 and outcome = $2',
        ['account-request.kept', 'ALLOW'],
      ),
    ).toEqual([{ episode_id: null, child_ids: [] }]);
    for (const key of ['lena', 'mo', 'sid', 'rob', 'dee']) {
      const who = await story.as(key);
      expect((await who.get('/api/account-requests')).status).toBe(404);
      expect((await answer(made.body.id, { answer: 'NEUTRAL' }, who)).text).toBe(
        (await answer(randomUUID(), { answer: 'NEUTRAL' }, who)).text,
      );
    }
    expect((await gus.get('/api/account-requests?after=zz')).body).toMatchObject({
      fields: { after: expect.anything() as object },
    });
  });

  it('tells of a protected child what it tells of a child nobody knows', async () => {
    const { body: rob } = await keep();
    const { body: nobody } = await keep({ requester: 'Sam Nobody', about: 'My daughter' });
    const tried = [
      await answer(rob.id, { ...OPEN, ref: await refOf('E5') }),
      await answer(nobody.id, { ...OPEN, ref: 'CAF-1999-000000' }),
      await answer(nobody.id, { ...OPEN, ref: await refOf('E1') }),
    ];
    for (const each of tried) expect([each.status, each.body.fields]).toEqual([400, tried[1]?.body.fields]);
    expect(Object.keys((await answer(rob.id, { answer: 'OPENED' })).body.fields)).toEqual([
      'ref',
      'identity',
    ]);
    expect(Object.keys((await answer(rob.id, { answer: 'NEUTRAL', reason: 'No' })).body.fields)).toEqual([
      'reason',
    ]);
    const letter = await answer(rob.id, { answer: 'NEUTRAL' });
    expect([letter.status, letter.body.status, letter.body.answeredOn]).toEqual([
      201,
      'NEUTRAL',
      '2026-03-16',
    ]);
    expect((await answer(rob.id, { answer: 'NEUTRAL' })).body.code).toBe('STALE');
    expect((await (await story.as('rob')).get(`/api/episodes/${episodeId('E5')}`)).status).toBe(404);
  });

  it('opens the record to a parent whose name and responsibility stand on the case', async () => {
    const finn = await story.as('finn');
    const plan = () => finn.get<{ effect: string }>(`/api/episodes/${episodeId('E1')}/content?category=PLAN`);
    expect((await plan()).body.effect).toBe('LIMITED');
    const { body: asked } = await keep({ requester: 'finn doyle', about: 'Ava' });
    const opened = await answer(asked.id, { ...OPEN, ref: (await refOf('E1')).toLowerCase() });
    expect([opened.status, opened.body.status]).toEqual([201, 'OPENED']);
    expect((await plan()).body.effect).toBe('ALLOW');
  });
});
