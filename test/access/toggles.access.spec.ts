import { fixtureId } from '@encircle/shared/fixture';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { clinicComes, clinicGoes, CLINIC_CASE } from '../factories/clinic.js';
import { caseOf, familyOf } from '../factories/situation-case.js';
import type { Client } from '../kit/program.js';
import { pdfText } from '../kit/pdf-text.js';
import { shapeOf, takesAnId } from '../kit/routes.js';
import { startSituations, userOf, type SituationProgram } from '../kit/situations.js';
import { askOf } from './matrix/asking.js';

interface Toggle {
  says: string;
  /** The case it happens to. */
  situation: string;
  /** Who must not notice. */
  viewers: readonly string[];
  on: (world: SituationProgram) => Promise<void>;
  off: (world: SituationProgram) => Promise<void>;
}

const own = (what: string): string => fixtureId('toggle', what);

const shieldOn =
  (kind: 'SHIELD' | 'SEAL', situation: string) =>
  async ({ program }: SituationProgram): Promise<void> => {
    await program.rows(
      `insert into app.shield (id, person_id, kind, ground, household_person_ids, protected_person_ids, from_at)
       values ($1, $2, $3, 'DOMESTIC_ABUSE', $4, $5, '2026-03-01')`,
      [
        own(kind),
        familyOf(situation).child,
        kind,
        [familyOf(situation).stepfather],
        [familyOf(situation).mother],
      ],
    );
    await program.rows(
      `insert into app.shield_member (shield_id, user_id, from_at) values ($1, $2, '2026-03-01')`,
      [own(kind), userOf('lead')],
    );
  };
const shieldOff =
  (kind: 'SHIELD' | 'SEAL') =>
  async ({ program }: SituationProgram): Promise<void> => {
    await program.rows('delete from app.shield_member where shield_id = $1', [own(kind)]);
    await program.rows('delete from app.shield where id = $1', [own(kind)]);
  };

/** On the team without being named by the family; and without any relation. */
const TEAM = ['practitioner', 'manager', 'panel'];
const OUTSIDE = ['outsider', 'practitioner'];

const TOGGLES: readonly Toggle[] = [
  {
    says: 'a sensitive service comes into the case and goes',
    situation: 'leads',
    viewers: [...TEAM, 'bystander'],
    on: clinicComes,
    off: clinicGoes,
  },
  {
    says: 'a shield is put around a child and taken away',
    situation: 'stranger',
    viewers: OUTSIDE,
    on: shieldOn('SHIELD', 'stranger'),
    off: shieldOff('SHIELD'),
  },
  {
    says: 'a record is sealed and opened again',
    situation: 'stranger',
    viewers: OUTSIDE,
    on: shieldOn('SEAL', 'stranger'),
    off: shieldOff('SEAL'),
  },
];

/** The clock beside an answer, and when a pack that is made for its reader was made. */
const MOMENT_OF_ASKING = /\\"now\\":\\"[^"\\]*\\"|\\"madeAt\\":\\"[^"\\]*\\"(?=,\\"fingerprint\\")/g;

describe('what nobody outside notices', () => {
  let world: SituationProgram;

  beforeAll(async () => {
    world = await startSituations();
  }, 300_000);
  afterAll(() => world.program.stop());

  /** Every answer to a question that changes nothing, as this person gets it. */
  const snapshot = async (viewer: Client, situation: string): Promise<Map<string, string>> => {
    const ids = world.ids(situation);
    const taken = new Map<string, string>();
    for (const route of world.routes.all) {
      if (route.method !== 'GET') continue;
      const answer = await world.routes.call(
        viewer,
        route,
        (hole) => ids.get(hole) ?? '',
        '',
        takesAnId(route, ids) ? askOf(route, situation) : {},
      );
      // The moment of asking is no part of an answer; a file tells it in its properties, so its words are compared.
      const file = String(answer.headers['content-type']).startsWith('application/pdf');
      const said = file
        ? `${answer.status} ${answer.bytes.length} ${await pdfText(answer)}`
        : shapeOf(answer);
      taken.set(route.name, said.replace(MOMENT_OF_ASKING, ''));
    }
    return taken;
  };

  it.each(TOGGLES.map((toggle) => [toggle.says, toggle] as const))(
    '%s: every answer stays the same, byte for byte',
    async (_says, { situation, viewers, on, off }) => {
      const clients = new Map<string, Client>();
      for (const key of viewers) clients.set(key, await world.program.as(`${key}@situations.example`));
      const all = async (): Promise<Map<string, Map<string, string>>> => {
        // Looking leaves a line in the list of who looked; these looks leave none.
        world.statements.undo = true;
        const taken = new Map<string, Map<string, string>>();
        for (const [key, client] of clients) taken.set(key, await snapshot(client, situation));
        world.statements.undo = false;
        return taken;
      };
      const before = await all();
      await on(world);
      const during = await all();
      await off(world);
      const changed: string[] = [];
      for (const [key, answers] of before)
        for (const [route, answer] of answers) {
          const now = during.get(key)?.get(route);
          if (now !== answer) changed.push(`${key} ${route}: ${oddPart(answer, now ?? '')}`);
        }
      expect(changed).toEqual([]);
      expect([...(before.get('practitioner')?.keys() ?? [])].length).toBeGreaterThan(25);
    },
    600_000,
  );

  it('the toggles are real: the people they concern do notice', async () => {
    const lead = await world.program.as('lead@situations.example');
    const answered = (): Promise<number> =>
      lead.get(`/api/episodes/${caseOf('stranger')}`).then((a) => a.status);
    expect(await answered()).toBe(200);
    await shieldOn('SEAL', 'stranger')(world);
    await world.program.rows('delete from app.shield_member where shield_id = $1', [own('SEAL')]);
    expect(await answered()).toBe(404);
    await shieldOff('SEAL')(world);
    await clinicComes(world);
    const clinic = await world.program.as('clinic@situations.example');
    const notes = await clinic.get(`/api/episodes/${CLINIC_CASE}/notes`);
    await clinicGoes(world);
    expect(notes.text).toContain('Seen at the clinic');
  });
});

/** Where two answers part, with a little around it. */
const oddPart = (before: string, after: string): string => {
  const n = [...before].findIndex((letter, i) => letter !== after[i]);
  const at = Math.max(0, (n < 0 ? before.length : n) - 60);
  return `…${before.slice(at, at + 160)}… became …${after.slice(at, at + 160)}…`;
};
