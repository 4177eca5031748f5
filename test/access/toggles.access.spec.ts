import { fixtureId } from '@encircle/shared/fixture';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { caseOf, familyOf } from '../factories/situation-case.js';
import type { Client } from '../kit/program.js';
import { pdfText } from '../kit/pdf-text.js';
import { shapeOf, takesAnId } from '../kit/routes.js';
import { agencyOf, startSituations, userOf, type SituationProgram } from '../kit/situations.js';
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

const CASE = caseOf('leads');
const CHILD = familyOf('leads').child;
const LABEL = `episode_id, subject_id, category, source_agency_id, author_id, created_by`;
const label = [CASE, CHILD, 'SENS_SH', agencyOf('clinic'), userOf('clinic'), userOf('clinic')];
const own = (what: string): string => fixtureId('toggle', what);

/** All that comes with a sensitive service: agreement, a place on the team, an invitation, words, a look at the case. */
async function clinicComes({ program }: SituationProgram): Promise<void> {
  await program.rows(
    `insert into app.sensitive_service (id, episode_id, person_id, giver_person_id, category, level, agency_id, worker_id, from_at)
     values ($1, $2, $3, $4, 'SENS_SH', 'SL1', $5, $6, '2026-02-01')`,
    [own('service'), CASE, CHILD, familyOf('leads').mother, agencyOf('clinic'), userOf('clinic')],
  );
  await program.rows(
    `insert into app.edge (id, episode_id, user_id, agency_id, kind, sensitive_class, professional_role, from_at)
     values ($1, $2, $3, $4, 'TACM', 'SENS_SH', 'OTHER', '2026-02-01')`,
    [own('edge'), CASE, userOf('clinic'), agencyOf('clinic')],
  );
  await program.rows(
    `insert into app.consent (id, episode_id, subject_id, giver_person_id, capacity, method, statement_version, given_on, given_at, recorded_by_agency_id, created_by)
     values ($1, $2, $3, $4, 'PARENT_PR', 'ON_SCREEN', 'v1', '2026-02-01', '2026-02-01', $5, $6)`,
    [own('consent'), CASE, CHILD, familyOf('leads').mother, agencyOf('clinic'), userOf('clinic')],
  );
  for (const category of ['SENS_SH', 'IDENT', 'INVOLVE', 'PLAN', 'MEETING'])
    await program.rows(
      `insert into app.consent_line (id, consent_id, episode_id, subject_id, giver_person_id, recipient_type, recipient_agency_id, category, purposes, decision, given_at, valid_from, expires_on, from_at, until_at, created_by)
       values ($1, $2, $3, $4, $5, 'SERVICE', $6, $7, '{ASSESS,COORDINATE}', 'GIVEN', '2026-02-01', '2026-02-01', '2027-01-31', '2026-02-01', '2027-02-01', $8)`,
      [
        own(`line ${category}`),
        own('consent'),
        CASE,
        CHILD,
        familyOf('leads').mother,
        agencyOf('clinic'),
        category,
        userOf('clinic'),
      ],
    );
  await program.rows(
    `insert into app.note (id, ${LABEL}, kind, event_on, text) values ($1, $2, $3, $4, $5, $6, $7, 'OTHER', '2026-03-01', 'Seen at the clinic')`,
    [own('note'), ...label],
  );
  await program.rows(
    `insert into app.invitation (id, ${LABEL}, meeting_id, user_id, agency_id, professional_role, invited_on)
     select $1, $2, $3, $4, $5, $6, $7, m.id, $6, $5, 'OTHER', '2026-03-01' from app.meeting m where m.episode_id = $2`,
    [own('invitation'), ...label],
  );
  await program.rows(
    `insert into app.minute (id, ${LABEL}, meeting_id, kind, text, position)
     select $1, $2, $3, $4, $5, $6, $7, m.id, 'POINT', 'Said by the clinic', 9 from app.meeting m where m.episode_id = $2`,
    [own('minute'), ...label],
  );
  const clinic = await program.as('clinic@situations.example');
  for (const path of ['', '/notes', '/team']) await clinic.get(`/api/episodes/${CASE}${path}`);
}

async function clinicGoes({ program }: SituationProgram): Promise<void> {
  for (const table of [
    'invitation',
    'minute',
    'note',
    'consent_line',
    'consent',
    'edge',
    'sensitive_service',
  ])
    await program.rows(
      table === 'consent_line'
        ? 'delete from app.consent_line where consent_id = $1'
        : `delete from app.${table} where id = $1`,
      [own(table === 'consent_line' ? 'consent' : table === 'sensitive_service' ? 'service' : table)],
    );
}

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
      taken.set(route.name, said.replace(/\\"now\\":\\"[^"\\]*\\"/g, ''));
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
    const notes = await clinic.get(`/api/episodes/${CASE}/notes`);
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
