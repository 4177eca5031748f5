import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ceilingsOf } from '@encircle/api/testing';
import { ACTORS, FAMILY, type ActorKey } from '../../factories/situations.js';
import type { Answer } from '../../kit/program.js';
import { storedTexts, textOf } from '../../kit/canary/channels.js';
import { leaksOf } from '../../kit/canary/entitled.js';
import { Scanner } from '../../kit/canary/scanner.js';
import { stamp } from '../../kit/canary/stamp.js';
import { logLines, type LogLines } from '../../kit/log-lines.js';
import { startSituations, type SituationProgram } from '../../kit/situations.js';
import { takesAnId, type Route } from '../../kit/routes.js';
import { askOf, ASKS, reasonOf, tracesOf } from './asking.js';
import { CEILING, cellOf, listCell, underCeiling, type Ceiling } from './cell.js';
import { differences, type Line } from './table.js';

/** Enough to tell the rules apart; every window in time is in kinds.csv. */
const READS_IN: readonly string[] = [
  'leads',
  'member',
  'refused',
  'former',
  'withdrawn',
  'closed',
  'shielded',
  'sealed',
  'blocked',
  'stranger',
];
const WRITES_IN: readonly string[] = [
  'leads',
  'member',
  'withdrawn',
  'closed',
  'shielded',
  'sealed',
  'blocked',
  'stranger',
];

/** What lies between the family and the practitioner's service changes nothing for these: not asked, and said so. */
const AS_MEMBER = 'as member';
const isAsMember = (actor: ActorKey, situation: string): boolean =>
  FAMILY.includes(actor)
    ? ['leads', 'refused', 'former', 'blocked'].includes(situation)
    : !['practitioner', 'manager'].includes(actor) && ['leads', 'refused'].includes(situation);

const NOWHERE = '00000000-0000-4000-8000-000000000000';

describe('what every route answers to everybody in every situation', () => {
  let world: SituationProgram;
  let ceilings: ReadonlyMap<string, Ceiling>;
  let table: Line[];
  let scanner: Scanner;
  let log: LogLines;
  const beyond = new Set<string>();

  beforeAll(async () => {
    log = logLines();
    world = await startSituations();
    scanner = new Scanner(await stamp(world.program));
    ceilings = ceilingsOf(world.program.app);
    table = await tableOf();
  }, 1_800_000);
  afterAll(async () => {
    log.stop();
    await world.program.stop();
  });

  const ids = (): Map<string, string> => world.ids('member');

  const call = async (route: Route, actor: ActorKey, situation: string): Promise<Answer> => {
    const client = await world.as(actor, situation);
    const fill = (hole: string): string => world.ids(situation).get(hole) ?? NOWHERE;
    const asked = askOf(route, situation);
    const ask = (): Promise<Answer> =>
      world.routes.call(client, route, fill, NOWHERE, {
        ...asked,
        headers: { ...reasonOf(actor), ...asked.headers },
      });
    let last = await ask();
    // A machine out of breath cuts a statement short; a fault fails every time.
    for (let again = 0; last.status >= 500 && again < 5; again += 1) {
      await delay(500 * 2 ** again);
      last = await ask();
    }
    scanner.read({ actor, situation, channel: route.name }, await textOf(last));
    for (const field of world.routes.beyondView(route, last)) beyond.add(`${route.name}: ${field}`);
    return last;
  };

  /** A role whose ceiling is too low is asked once: it never gets as far as a record. */
  const column = async (
    route: Route,
    actor: ActorKey,
    role: string,
    asked: readonly string[],
  ): Promise<string[]> => {
    const ceiling = ceilings.get(route.operation.operationId);
    if (ceiling && underCeiling(role, ceiling)) {
      const cell = cellOf(await call(route, actor, 'member'));
      return asked.map(() => (cell === 'hide' ? CEILING : cell));
    }
    if (takesAnId(route, ids())) {
      const cells: string[] = [];
      for (const situation of asked)
        cells.push(isAsMember(actor, situation) ? AS_MEMBER : cellOf(await call(route, actor, situation)));
      return cells;
    }
    // A list is asked once and searched for every case; only a question about one case is asked again and again.
    const once = route.name in ASKS || FAMILY.includes(actor) ? null : await call(route, actor, 'member');
    const cells: string[] = [];
    for (const situation of asked) {
      const answer = once ?? (await call(route, actor, situation));
      cells.push(listCell(answer, tracesOf(situation)));
    }
    return cells;
  };

  const linesOf = async (route: Route): Promise<Line[]> => {
    const asked = route.method === 'GET' ? READS_IN : WRITES_IN;
    const columns = await Promise.all(ACTORS.map(([actor, role]) => column(route, actor, role, asked)));
    const lines = asked.map((situation, n) => [
      route.name,
      situation,
      ...columns.map((cells) => cells[n] ?? ''),
    ]);
    const alike = columns.every((cells) => new Set(cells.filter((cell) => cell !== AS_MEMBER)).size === 1);
    const member = columns.map((cells) => cells[asked.indexOf('member')] ?? '');
    return alike ? [[route.name, 'any', ...member]] : lines;
  };

  /** Nothing that is done here is kept, so that every call finds the record as it was. */
  async function tableOf(): Promise<Line[]> {
    world.statements.undo = true;
    const lines: Line[] = [['route', 'situation', ...ACTORS.map(([key]) => key)]];
    const routes = [...world.routes.all].sort((a, b) => order(a).localeCompare(order(b)));
    for (const route of routes) lines.push(...(await linesOf(route)));
    world.statements.undo = false;
    for (const { channel, text } of await storedTexts(world.program))
      scanner.read({ actor: 'whoever reads it', situation: 'any', channel }, text);
    return lines;
  }
  const order = (route: Route): string => `${route.path} ${route.method}`;

  it('every hole of every address has a row behind it', () => {
    const unknown = world.routes.all.flatMap((route) =>
      route.holes.filter((hole) => !ids().get(hole)).map((hole) => `${route.name}: ${hole}`),
    );
    expect(unknown).toEqual([]);
  });

  it('nothing fails, and no call is stopped by its own body before the gate', () => {
    const wrong = table.filter(
      ([route, situation, practitioner, ...others]) =>
        [practitioner, ...others].some((cell) => cell?.startsWith('error')) ||
        (route?.includes('{') &&
          ['stranger', 'any'].includes(situation ?? '') &&
          practitioner === 'allow (INVALID)'),
    );
    expect(wrong).toEqual([]);
  });

  it('no word of a field reaches anybody whose decision does not include it', async () => {
    expect(await leaksOf(world, scanner.hits)).toEqual([]);
    expect(scanner.fieldsMet.length).toBeGreaterThan(30);
  });

  it('a fault that quotes a row is logged without a word of it', async () => {
    const lead = await world.program.as('lead@situations.example');
    const route = world.routes.all.find(
      ({ name }) => name === 'POST /api/episodes/{episodeId}/notes',
    ) as Route;
    const note = { ...(world.routes.body(route, NOWHERE) as object), text: 'They moved to hidden lane' };
    const fill = (hole: string): string => ids().get(hole) ?? NOWHERE;
    await world.program.rows(
      `create function app.quotes_it() returns trigger language plpgsql as
         $$ begin raise exception 'cannot keep %', new.text using errcode = 'XX000', detail = new.text; end $$;
       create trigger quotes_it before insert on app.note for each row execute function app.quotes_it()`,
    );
    const answer = await world.routes.call(lead, route, fill, NOWHERE, { body: note });
    await world.program.rows('drop function app.quotes_it() cascade');
    expect([answer.status, /hidden lane/.test(answer.text)]).toEqual([500, false]);
    expect(log.lines.length).toBeGreaterThan(0);
    expect(log.lines.filter((line) => /hidden lane|zq[a-p]{12}/.test(line))).toEqual([]);
  });

  it('no answer holds a field its declared view does not have', () => {
    expect([...beyond].sort()).toEqual([]);
  });

  it('is what docs/access/routes.csv says', () => {
    expect(differences('routes.csv', table)).toEqual([]);
  });
});
