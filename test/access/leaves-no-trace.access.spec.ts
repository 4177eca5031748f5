import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { clinicComes, clinicGoes } from '../factories/clinic.js';
import { caseOf, familyOf } from '../factories/situation-case.js';
import type { ActorKey } from '../factories/situations.js';
import { storedTexts, textOf } from '../kit/canary/channels.js';
import { logLines, type LogLines } from '../kit/log-lines.js';
import { calendarOf, MailCatcher, type CaughtMail } from '../kit/mail-catcher.js';
import type { Client } from '../kit/program.js';
import { startSituations, type SituationProgram } from '../kit/situations.js';
import { askOf, reasonOf } from './matrix/asking.js';

/**
 * What a specialist service, or a hidden home, must not leave behind anywhere: not in an answer, a header or a paper, not
 * in a mail, its calendar file or what waits to be sent, not in the log or in the audit.
 */
let world: SituationProgram;
let catcher: MailCatcher;
let log: LogLines;

beforeAll(async () => {
  log = logLines();
  catcher = await MailCatcher.start();
  world = await startSituations({
    ENCIRCLE_SMTP_URL: catcher.url,
    ENCIRCLE_MAIL_FROM: 'encircle@borough.example',
    ENCIRCLE_PUBLIC_URL: 'http://encircle.borough.example',
  });
}, 300_000);
afterAll(async () => {
  log.stop();
  await world.program.stop();
  await catcher.stop();
});

/** Every answer to a question this person can ask, with its headers and the words of its papers. */
async function answers(client: Client, actor: string, situation: string): Promise<Map<string, string>> {
  const ids = world.ids(situation);
  const all = new Map<string, string>();
  for (const route of world.routes.all) {
    if (route.method !== 'GET' && route.name !== 'POST /api/find') continue;
    const asked = askOf(route, situation);
    const headers = { ...reasonOf(actor), ...asked.headers };
    const fill = (hole: string): string => ids.get(hole) ?? '';
    const answer = await world.routes.call(client, route, fill, '', { ...asked, headers });
    all.set(route.name, await textOf(answer));
  }
  return all;
}

const clientOf = (key: string): Promise<Client> => world.program.as(`${key}@situations.example`);
const deliver = async (): Promise<void> => {
  while (await world.program.deliver());
};

/** A meeting moves, is held, and its minutes go out: everything the lead does that others are told of. */
async function meetingIsHeld(situation: string): Promise<void> {
  const lead = await clientOf('lead');
  const path = `/api/meetings/${world.ids(situation).get('meetings') ?? ''}`;
  const { body } = await lead.get<{ version: number }>(path);
  const to = { change: 'MOVE', date: '2026-03-25', time: '15:45', reason: 'Somebody is away' };
  const moved = await lead.patch<{ id: string }>(path, { version: body.version, ...to });
  await deliver();
  const [held] = await world.program.rows<{ version: number }>(
    `update app.meeting set status = 'HELD', held_at = planned_at where id = $1 returning version`,
    [moved.body.id],
  );
  const sent = await lead.post(`/api/meetings/${moved.body.id}/minutes/send`, { version: held?.version });
  await deliver();
  expect([moved.status, sent.status]).toEqual([200, 201]);
}

const told = (texts: ReadonlyMap<string, string>, words: RegExp, who: string): string[] =>
  [...texts].flatMap(([route, text]) => {
    const found = words.exec(text);
    return found ? [`${who} ${route}: ${found[0]}`] : [];
  });
const mailed = (mails: readonly CaughtMail[], words: RegExp): string[] =>
  mails.flatMap(({ to, raw, readable }) => {
    const found = words.exec(raw) ?? words.exec(readable);
    return found ? [`mail to ${to.join()}: ${found[0]}`] : [];
  });
const kept = async (words: RegExp): Promise<string[]> => [
  ...(await storedTexts(world.program)).flatMap(({ channel, text }) =>
    words.test(text) ? [`${channel}: ${text.slice(0, 200)}`] : [],
  ),
  ...log.lines.filter((line) => words.test(line)),
];

describe('a specialist service on a case', () => {
  const SERVICE = /Harebell Rooms|Wilhelmina Quist|Seen at the clinic|Said by the clinic/;
  /** Those who list all services and workers of the borough, whatever case they work at. */
  const DIRECTORIES = new Set(['GET /api/agencies', 'GET /api/workers']);
  const NOT_NAMED = ['lead', 'practitioner', 'manager', 'caf-team', 'hub', 'panel', 'auditor', 'guest'];

  beforeAll(async () => {
    await world.program.rows(`update app.agency set name = 'Harebell Rooms' where name = 'Brook'`);
    await world.program.rows(
      `update app.app_user set full_name = 'Wilhelmina Quist' where email = 'clinic@situations.example'`,
    );
    await clinicComes(world);
    await meetingIsHeld('leads');
  }, 300_000);

  it.each(NOT_NAMED)('leaves no word in anything the %s is answered', async (key) => {
    const texts = await answers(await clientOf(key), key, 'leads');
    for (const name of DIRECTORIES) texts.delete(name);
    expect(told(texts, SERVICE, key)).toEqual([]);
    expect(texts.size).toBeGreaterThan(50);
  });

  it('leaves no word in mails, calendar files, what waits to be sent, the audit and the log', async () => {
    expect(mailed(catcher.caught, SERVICE)).toEqual([]);
    expect(await kept(SERVICE)).toEqual([]);
    const others = catcher.caught.filter(({ to }) => !to.includes('clinic@situations.example'));
    expect(others.length).toBeGreaterThan(1);
    expect(others.some((mail) => calendarOf(mail) !== null)).toBe(true);
    for (const mail of others) expect(mail.raw).not.toContain('clinic@situations.example');
  });

  it('is there for those it is for', async () => {
    const clinic = await clientOf('clinic');
    expect((await clinic.get(`/api/episodes/${caseOf('leads')}/notes`)).text).toContain('Seen at the clinic');
  });

  it('leaves, and nothing says that it was there', async () => {
    await clinicGoes(world);
    const texts = await answers(await clientOf('practitioner'), 'practitioner', 'leads');
    for (const name of DIRECTORIES) texts.delete(name);
    expect(told(texts, SERVICE, 'practitioner')).toEqual([]);
  });
});

describe('a hidden home, asked for from the side of a brother or sister', () => {
  const HOME = /Hidden Lodge|QX9 9XX|QX99XX|01632 960777|Far Meadow School|Cellar room/;
  const family = familyOf('shielded');
  const OTHERS: readonly (readonly [ActorKey, string])[] = [
    ['practitioner', 'shielded'],
    ['practitioner', 'member'],
    ['manager', 'shielded'],
    ['panel', 'shielded'],
    ['guest', 'shielded'],
    ['hub', 'shielded'],
    ['auditor', 'shielded'],
    ['analyst', 'shielded'],
    ['administrator', 'shielded'],
    ['parent', 'member'],
    ['young-person', 'member'],
    ['adult', 'shielded'],
  ];

  beforeAll(async () => {
    const home = [family.child, family.mother];
    await world.program.rows(
      `update app.address set lines = 'Hidden Lodge', postcode = 'QX9 9XX' where person_id = any ($1)`,
      [home],
    );
    await world.program.rows(
      `update app.contact_point set value = '01632 960777' where person_id = any ($1)`,
      [home],
    );
    await world.program.rows(`update app.setting set name = 'Far Meadow School' where person_id = $1`, [
      family.child,
    ]);
    await world.program.rows(`update app.meeting_place set place = 'Cellar room' where episode_id = $1`, [
      caseOf('shielded'),
    ]);
    for (const [a, b] of [
      [family.child, familyOf('member').child],
      [familyOf('member').child, family.child],
    ])
      await world.program.rows(
        `insert into app.relationship (child_id, person_id, kind, valid_from) values ($1, $2, 'SIBLING', '2020-01-01')`,
        [a, b],
      );
    catcher.clear();
    await meetingIsHeld('shielded');
  }, 300_000);

  it.each(OTHERS)('the %s of %s is told nothing that tells where, by any way', async (actor, situation) => {
    const texts = await answers(await world.as(actor, situation), actor, situation);
    expect(told(texts, HOME, actor)).toEqual([]);
  });

  it('no mail, calendar file, waiting message, audit row or log line tells where', async () => {
    expect(mailed(catcher.caught, HOME)).toEqual([]);
    expect(catcher.to('specialist@situations.example').length).toBeGreaterThan(0);
    expect(await kept(HOME)).toEqual([]);
    const [place] = await world.program.rows<{ n: number }>(
      `select count(*)::int as n from app.meeting_place where episode_id = $1 and place = 'Cellar room'`,
      [caseOf('shielded')],
    );
    expect(place?.n).toBeGreaterThan(0);
  });

  it('is there for whoever is on the list: every word of it', async () => {
    const texts = await answers(await clientOf('lead'), 'lead', 'shielded');
    const seen = new Set([...texts.values()].flatMap((text) => text.match(new RegExp(HOME, 'g')) ?? []));
    expect([...seen].sort()).toEqual(
      ['01632 960777', 'Cellar room', 'Far Meadow School', 'Hidden Lodge', 'QX9 9XX'].sort(),
    );
  });
});

/** Answers that hold what was just asked, whoever asked it: read for words, and not compared. */
const OF_THE_MOMENT = /looks|\/me$|access-log|audit|copy|notices/;
const still = (texts: ReadonlyMap<string, string>): Map<string, string> =>
  new Map(
    [...texts]
      .filter(([route]) => !OF_THE_MOMENT.test(route))
      .map(([route, text]) => [route, text.replace(/"(?:reference|now|date)":"[^"]*"/g, '')]),
  );

describe('an order about contact, and somebody left out of a meeting for safety', () => {
  const WORDS = /Quillfeather|Marigold gate|NON_MOLESTATION|NOT_INVITED_SAFETY/;
  const CASE = caseOf('member');
  const { stepfather } = familyOf('member');
  let lead: Client;
  let him: Client;
  let before: Map<string, string>;
  let order = { id: '', version: 0 };

  beforeAll(async () => {
    await world.program.rows(`update app.left_out set undone_at = sec.now() where episode_id = $1`, [CASE]);
    lead = await clientOf('lead');
    him = await world.as('adult', 'member');
    before = still(await answers(him, 'adult', 'member'));
    catcher.clear();
  }, 300_000);

  const asBefore = async (): Promise<void> => {
    const now = still(await answers(him, 'adult', 'member'));
    expect([...now].filter(([route, text]) => text !== before.get(route))).toEqual([]);
  };

  it('is written down, and to whom it is against every answer is what it was', async () => {
    const made = await lead.post<{ id: string; version: number }>(`/api/episodes/${CASE}/contact-orders`, {
      personId: stepfather,
      kind: 'NON_MOLESTATION',
      terms: 'Quillfeather: not to come near them or to ask where they are',
      keeps: 'NOTHING',
      fromOn: '2026-03-02',
      reviewOn: '2026-06-01',
    });
    const out = await lead.post(`/api/meetings/${world.ids('member').get('meetings') ?? ''}/left-out`, {
      personId: stepfather,
      code: 'NOT_INVITED_SAFETY',
      reason: 'He waited for them at the Marigold gate',
    });
    expect([made.status, out.status]).toEqual([201, 201]);
    order = made.body;
    await asBefore();
  });

  it('leaves no word with him and with those the family did not name, by any way', async () => {
    for (const key of ['guest', 'hub', 'clinic']) {
      const texts = await answers(await clientOf(key), key, 'member');
      expect(told(texts, WORDS, key)).toEqual([]);
    }
  });

  it('leaves no word in mails, calendar files, minutes, what waits to be sent, the audit and the log', async () => {
    await meetingIsHeld('member');
    expect(catcher.caught.length).toBeGreaterThan(1);
    expect(mailed(catcher.caught, WORDS)).toEqual([]);
    expect(await kept(WORDS)).toEqual([]);
    expect(told(await answers(him, 'adult', 'member'), WORDS, 'adult')).toEqual([]);
  });

  it('is over, and nothing says that it was there', async () => {
    const ended = await lead.post(`/api/contact-orders/${order.id}/review`, {
      version: order.version,
      decision: 'END',
      reason: 'The court lifted it, Quillfeather says',
    });
    expect(ended.status).toBe(200);
    expect(told(await answers(him, 'adult', 'member'), WORDS, 'adult')).toEqual([]);
    expect(await kept(WORDS)).toEqual([]);
  });
});
