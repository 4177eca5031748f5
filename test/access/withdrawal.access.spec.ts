import { Agent, request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { caseOf, familyOf, refOf, surnameOf } from '../factories/situation-case.js';
import type { ActorKey } from '../factories/situations.js';
import { textOf } from '../kit/canary/channels.js';
import { Scanner } from '../kit/canary/scanner.js';
import { stamp } from '../kit/canary/stamp.js';
import { calendarOf, MailCatcher } from '../kit/mail-catcher.js';
import { pdfText } from '../kit/pdf-text.js';
import type { Answer, Client } from '../kit/program.js';
import { startSituations, type SituationProgram } from '../kit/situations.js';
import { askOf } from './matrix/asking.js';

/** Whom the agreement let in: one on the team, and the manager of one. */
const LET_IN: readonly ActorKey[] = ['practitioner', 'manager'];

/** What the practitioner sees the case on while the agreement stands: each must be found empty afterwards. */
const CHANNELS: Readonly<Record<string, string>> = {
  'a list': 'GET /api/my/cases',
  'one record': 'GET /api/episodes/{episodeId}',
  'the child': 'GET /api/children/{id}',
  'one kind of information': 'GET /api/episodes/{episodeId}/content',
  'the notes': 'GET /api/episodes/{episodeId}/notes',
  'the chronology': 'GET /api/episodes/{episodeId}/chronology',
  'the assessment': 'GET /api/assessments/{id}',
  'the assessment on paper': 'GET /api/assessments/{id}/paper.pdf',
  'a meeting, its place and who is asked': 'GET /api/meetings/{id}',
  'the meetings to come': 'GET /api/my/meetings',
  'the plan': 'GET /api/episodes/{id}/plan',
  'the week': 'GET /api/my/week',
  'a search by name': 'GET /api/jump',
  'the index': 'POST /api/find',
  'who sees it': 'GET /api/episodes/{episodeId}/access',
  'the bell': 'GET /api/my/notices',
  'the calendar feed': 'GET /api/calendar/{file}',
  'the link to one report': 'POST /api/report-links/open',
};

/**
 * What is still told to somebody who may know that there is a record (their answer is a refusal with its reason, rule R15):
 * that their place is there, that their reading ended, a question to lead that can be declined, and whose record an
 * emergency would open.
 */
const STILL_TOLD: readonly string[] = [
  'GET /api/my/cases: its id',
  'GET /api/my/cases: its reference',
  'GET /api/my/nominations: its id',
  'GET /api/my/notices: its id',
  'GET /api/my/notices: its reference',
  'GET /api/my/week: its id',
  'GET /api/episodes/{episodeId}/break-glass: person.family_name',
  'GET /api/episodes/{episodeId}/break-glass: person.preferred_name',
];

/** Ways out of the record that are not there yet: when one comes, it must be shown to close at a withdrawal. */
const WAITING: readonly { channel: string; capability: string; until: RegExp }[] = [
  {
    channel: 'prepared files',
    capability: 'M1 exports and printed papers',
    // The papers of a panel are made for whoever opens them: test/api/panels shows them gone, on screen and on paper.
    // A pack for somebody of the family is theirs by right (rule 6.11): taking agreement back does not end it.
    until:
      /export|(?<!consents\/copy|assessments\/\{id\}\/paper|(?:record-requests\/\{requestId\}|panel-items\/\{panelItemId\})\/pack)\.pdf|\.csv|\.xlsx|\/files\//,
  },
  { channel: 'saved searches', capability: 'K5 saved lists', until: /\/saved-(lists|searches)\b/ },
];

/** A connection that was open before and stays open. */
class OpenConnection {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 1 });
  private readonly ports = new Set<number>();

  constructor(
    private readonly url: string,
    private readonly client: Client,
  ) {}

  get(path: string): Promise<string> {
    return new Promise((done, failed) => {
      const headers = { cookie: this.client.cookie };
      const asked = request(`${this.url}${path}`, { agent: this.agent, headers }, (answer) => {
        this.ports.add(answer.socket.localPort ?? 0);
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () => {
          const bytes = new Uint8Array(Buffer.concat(parts));
          const { statusCode: status = 0, headers } = answer;
          textOf({ status, headers, bytes, text: new TextDecoder().decode(bytes), body: null }).then(
            done,
            failed,
          );
        });
      });
      asked.on('error', failed);
      asked.end();
    });
  }

  get connections(): number {
    return this.ports.size;
  }

  close(): void {
    this.agent.destroy();
  }
}

/** The secret of the link the practitioner was sent. */
const LINK = 'withdrawn-agreement-link-of-the-practitioner';

type Texts = ReadonlyMap<string, string>;

describe('a withdrawn agreement', () => {
  let world: SituationProgram;
  let catcher: MailCatcher;
  let scanner: (text: string) => string[];
  let lead: Client;
  const connections = new Map<ActorKey, OpenConnection>();
  /** Each one's own secret address. */
  const feeds = new Map<ActorKey, string>();
  const before = new Map<ActorKey, Texts>();
  const after = new Map<ActorKey, Texts>();
  let line: readonly unknown[];
  let copied: readonly string[];

  beforeAll(async () => {
    catcher = await MailCatcher.start();
    world = await startSituations({
      ENCIRCLE_SMTP_URL: catcher.url,
      ENCIRCLE_MAIL_FROM: 'encircle@borough.example',
      ENCIRCLE_PUBLIC_URL: 'http://encircle.borough.example',
    });
    const canaries = await stamp(world.program);
    const family = new Set<unknown>([caseOf('member'), ...Object.values(familyOf('member'))]);
    scanner = (text) => {
      const reading = new Scanner(canaries);
      reading.read({ actor: '', situation: '', channel: '' }, text);
      const words = reading.hits
        .filter(({ canary: { row } }) =>
          [row['episode_id'], row['id'], row['person_id']].some((id) => family.has(id)),
        )
        .map(({ canary }) => `${canary.table}.${canary.column}`);
      const marks = Object.entries({ 'its id': caseOf('member'), 'its reference': refOf('member') });
      const marked = marks.filter(([, mark]) => text.includes(mark)).map(([says]) => says);
      return [...new Set([...words, ...marked])].sort();
    };
    lead = await world.program.as('lead@situations.example');
    for (const actor of LET_IN)
      connections.set(actor, new OpenConnection(world.program.url, await world.as(actor, 'member')));
    const moved = await moveMeeting(world.ids('member').get('meetings') ?? '', '2026-03-25');
    while (await world.program.deliver());
    // This one is still waiting when the family changes its mind.
    const waiting = await moveMeeting(moved, '2026-03-26');
    await world.program.rows(
      `insert into app.report_request (episode_id, subject_id, category, source_agency_id, author_id, meeting_id, invitation_id,
         address, due_on, expires_on, token_hash)
       select i.episode_id, i.subject_id, 'MEETING', i.source_agency_id, i.author_id, i.meeting_id, i.id, u.email, sec.today(),
         sec.today() + 14, sha256(convert_to($2, 'UTF8'))
       from app.invitation i join app.app_user u on u.id = i.user_id
       where i.meeting_id = $1 and u.email = 'practitioner@situations.example'`,
      [waiting, LINK],
    );
    for (const actor of LET_IN) {
      const client = await world.as(actor, 'member');
      const { body } = await client.put<{ address: string }>('/api/my/calendar-feed', undefined);
      feeds.set(actor, new URL(body.address).pathname);
    }
    for (const actor of LET_IN) before.set(actor, await everything(actor));
    const [listed, copy] = [await lineOf('practitioner'), await familysCopy()];
    const withdrawn = await lead.post(`/api/episodes/${caseOf('member')}/consents/withdraw`, {
      giverPersonId: familyOf('member').mother,
      scope: 'ALL',
      how: 'PHONE',
    });
    if (withdrawn.status !== 200) throw new Error(withdrawn.text);
    for (const actor of LET_IN) after.set(actor, await everything(actor));
    line = [listed, await lineOf('practitioner')];
    copied = [copy, await familysCopy()];
  }, 300_000);
  afterAll(async () => {
    for (const connection of connections.values()) connection.close();
    await world.program.stop();
    await catcher.stop();
  });

  /** Every question that can be asked, over the connection that is open already. */
  async function everything(actor: ActorKey): Promise<Texts> {
    const ids = world.ids('member');
    const fill = (hole: string): string => ids.get(hole) ?? '';
    const answers = new Map<string, string>();
    for (const route of world.routes.all) {
      if (route.method === 'GET') {
        const query = askOf(route, 'member').query;
        const url = query ? `${world.routes.path(route, fill)}?${query}` : world.routes.url(route, fill, '');
        answers.set(route.name, (await connections.get(actor)?.get(url)) ?? '');
      } else if (route.name === 'POST /api/find') {
        const client = await world.as(actor, 'member');
        const { text } = await world.routes.call(client, route, fill, '', askOf(route, 'member'));
        answers.set(route.name, text);
      }
    }
    // These two have no session: their secrets are the gate.
    answers.set(
      CHANNELS['the calendar feed'] ?? '',
      (await connections.get(actor)?.get(feeds.get(actor) ?? '')) ?? '',
    );
    if (actor === 'practitioner') {
      const opened = await world.program.inject('POST', '/api/report-links/open', { token: LINK }, {});
      answers.set(CHANNELS['the link to one report'] ?? '', opened.text);
    }
    return answers;
  }

  /** A meeting that moves is a new one in its place. @returns its id */
  async function moveMeeting(id: string, date: string): Promise<string> {
    const path = `/api/meetings/${id}`;
    const { body } = await lead.get<{ version: number }>(path);
    const to = { change: 'MOVE', date, time: '15:45', reason: 'Somebody is away' };
    const moved = await lead.patch<{ id: string }>(path, { version: body.version, ...to });
    if (moved.status !== 200) throw new Error(moved.text);
    return moved.body.id;
  }

  async function lineOf(actor: ActorKey): Promise<unknown> {
    const { body } = await (
      await world.as(actor, 'member')
    ).get<{ items: { id: string }[] }>('/api/my/cases?limit=50');
    return body.items.find(({ id }) => id === caseOf('member'));
  }

  /** What the mother takes home: printed anew each time it is asked for. */
  async function familysCopy(): Promise<string> {
    const mother = await world.as('parent', 'member');
    const copy: Answer = await mother.get(`/api/episodes/${caseOf('member')}/consents/copy.pdf`);
    return pdfText(copy);
  }

  it('was what let them in: while it stood, the case was on every channel', () => {
    const empty = Object.entries(CHANNELS).filter(
      ([, route]) => scanner(before.get('practitioner')?.get(route) ?? '').length === 0,
    );
    expect(empty).toEqual([]);
  });

  it.each(LET_IN)(
    'closes every way to the record for the %s on the next request of an open session',
    (actor) => {
      const still = [...(after.get(actor) ?? [])].flatMap(([route, text]) => {
        const found = scanner(text);
        return found.map((each) => `${route}: ${each}`);
      });
      // An address that holds the id answers with what it was asked by.
      const asked = /\{(id|episodeId)\}\/?.*: its (id|reference)$/;
      expect(still.filter((each) => !STILL_TOLD.includes(each) && !asked.test(each))).toEqual([]);
      expect(connections.get(actor)?.connections).toBe(1);
    },
  );

  it('leaves in the list of cases a line that says who has the place, and no word of the family', () => {
    expect(line[0]).toMatchObject({ children: [{ name: expect.stringContaining(surnameOf('member')) }] });
    expect(line[1]).toMatchObject({
      children: [{ name: null, chosenName: null, dateOfBirth: null }],
      leadProfessional: null,
      part: 'TACM',
    });
  });

  it('stands in the copy the family takes home from then on', () => {
    expect(copied[0]).toContain('Community Health');
    expect(copied[1]).toContain('You have not said yes to any service.');
    expect(copied[1]).not.toContain('Community Health can');
  });

  it('stops the mails and calendar entries that wait, and only those: what went before had gone', async () => {
    const sent = catcher.to('practitioner@situations.example');
    expect(sent).toHaveLength(1);
    expect(sent.map((mail) => calendarOf(mail)?.includes('DTSTART'))).toEqual([true]);
    catcher.clear();
    while (await world.program.deliver());
    expect(catcher.caught.filter(({ to }) => !to.includes('lead@situations.example'))).toEqual([]);
    const waiting = await world.program.rows<{ topic: string; outcome: string | null }>(
      `select topic, outcome from app.outbox where episode_id = $1 and recipient_id =
         (select id from app.app_user where email = 'practitioner@situations.example') order by created_at, id`,
      [caseOf('member')],
    );
    expect(waiting).toEqual([
      { topic: 'meeting.moved', outcome: 'SENT' },
      { topic: 'meeting.moved', outcome: 'HELD_BACK' },
    ]);
    const payloads = await world.program.rows<{ text: string }>(
      'select payload::text as text from app.outbox',
    );
    const ofTheFamily = (text: string): string[] =>
      scanner(text).filter((found) => !['its id', 'its reference'].includes(found));
    expect(payloads.flatMap(({ text }) => ofTheFamily(text))).toEqual([]);
  });

  it('is asked again at every way out that is there; the others wait and are named', () => {
    const arrived = WAITING.flatMap(({ channel, capability, until }) =>
      world.routes.all
        .filter((route) => until.test(route.path))
        .map((route) => `${channel} (${capability}): ${route.name}`),
    );
    expect(arrived).toEqual([]);
  });
});
