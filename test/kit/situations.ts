import { Rows, UnitOfWork } from '@encircle/api/testing';
import { fixtureId } from '@encircle/shared/fixture';
import { arrangeTheRest, idsOf } from '../access/nouns.js';
import { addCase, caseOf, familyOf, type Cast } from '../factories/situation-case.js';
import { ACTORS, FAMILY, SITUATION_LIST, type ActorKey } from '../factories/situations.js';
import { InProcess } from './in-process.js';
import type { Client, Program } from './program.js';
import { Routes } from './routes.js';
import { Statements } from './statements.js';

/** Where each worker of the cases works. */
const AGENCIES: Readonly<Record<string, { name: string; kind: string; sensitive?: string }>> = {
  practitioner: { name: 'Community Health', kind: 'COMMUNITY_HEALTH' },
  lead: { name: 'Northway Primary', kind: 'SCHOOL' },
  specialist: { name: 'CAMHS', kind: 'CAMHS', sensitive: 'SENS_MH' },
  bystander: { name: 'Ormond High', kind: 'SCHOOL' },
  clinic: { name: 'Brook', kind: 'SEXUAL_HEALTH', sensitive: 'SENS_SH' },
  witness: { name: 'Locality Support', kind: 'EARLY_HELP' },
  'caf-team': { name: 'CAF team', kind: 'CAF_TEAM' },
  hub: { name: 'Front door', kind: 'FRONT_DOOR' },
  panel: { name: 'Panel', kind: 'EARLY_HELP' },
  council: { name: 'Council', kind: 'EARLY_HELP' },
  guest: { name: 'Havenside Homes', kind: 'HOUSING' },
};
const WORKS_AT: Readonly<Record<string, string>> = {
  manager: 'practitioner',
  outsider: 'bystander',
  loner: 'bystander',
  analyst: 'council',
  auditor: 'council',
  officer: 'council',
  administrator: 'council',
};

export const agencyOf = (worker: string): string => fixtureId('situation-agency', WORKS_AT[worker] ?? worker);
export const userOf = (key: string): string => fixtureId('situation-user', key);

const CAST: Cast = { worker: (key) => ({ userId: userOf(key), agencyId: agencyOf(key) }) };

export interface SituationProgram {
  program: InProcess;
  routes: Routes;
  statements: Statements;
  /** The actor as they stand in this situation. */
  as(actor: ActorKey, situation: string): Promise<Client>;
  /** Does something in a unit of work that the actor entered. */
  inside<T>(actor: ActorKey, situation: string, work: (uow: UnitOfWork) => Promise<T>): Promise<T>;
  /** An id of the situation's case for every hole of an address. */
  ids(situation: string): Map<string, string>;
}

/** Monday 16 March 2026, ten o'clock, with one family and one whole record for every situation. */
export const SITUATIONS_NOW = '2026-03-16T10:00:00Z';

/**
 * The program with a case for every situation, whole and alike but for the situation itself.
 * @param settings beside the usual ones, such as where mail goes
 */
export async function startSituations(
  settings: Readonly<Record<string, string>> = {},
): Promise<SituationProgram> {
  const program = await InProcess.start(undefined, settings);
  await program.setNow(SITUATIONS_NOW);
  await fill(program);
  const ids = new Map<string, Map<string, string>>();
  for (const { key } of SITUATION_LIST)
    ids.set(
      key,
      await idsOf(program, { episode: caseOf(key), child: familyOf(key).child, worker: userOf('lead') }),
    );
  const signedIn = new Map<string, Client>();
  const as = async (actor: ActorKey, situation: string): Promise<Client> => {
    const email = `${whoIs(actor, situation)}@situations.example`;
    const client = signedIn.get(email) ?? (await program.as(email));
    signedIn.set(email, client);
    return client;
  };
  return {
    program,
    routes: await Routes.of(program),
    statements: Statements.of(program),
    ids: (situation) => ids.get(situation) ?? new Map<string, string>(),
    as,
    inside: async (actor, situation, work) => {
      const { token } = await as(actor, situation);
      return UnitOfWork.run(program.source, { token, purpose: null, reason: null }, work);
    },
  };
}

/** Family accounts belong to the child of the situation; to a stranger's child and a sibling's, those of `member` come. */
function whoIs(actor: ActorKey, situation: string): string {
  if (!FAMILY.includes(actor)) return actor;
  return `${actor}.${HAS_FAMILY(situation) ? situation : 'member'}`;
}

const HAS_FAMILY = (key: string): boolean => SITUATION_LIST.find((s) => s.key === key)?.place !== 'NONE';

async function fill(program: Program): Promise<void> {
  const rows = new Rows();
  addDirectory(rows);
  SITUATION_LIST.forEach((situation, position) => addCase(rows, CAST, situation, position));
  addFamilyAccounts(rows);
  for (const [key, { sibling }] of SITUATION_LIST.map((each) => [each.key, each] as const))
    if (sibling)
      rows.add('app.relationship', {
        id: fixtureId('situation-tie', `${key} sibling`),
        child_id: familyOf(key).child,
        person_id: familyOf('member').child,
        kind: 'SIBLING',
      });
  const client = await program.database.admin.connect();
  try {
    await client.query('begin');
    await rows.write((sql, parameters) => client.query(sql, parameters));
    await client.query('commit');
  } finally {
    client.release();
  }
  for (const [n, { key }] of SITUATION_LIST.entries())
    await arrangeTheRest(program, {
      episode: caseOf(key),
      child: familyOf(key).child,
      worker: userOf('lead'),
      agency: agencyOf('lead'),
      other: userOf('loner'),
      officer: userOf('officer'),
      panel: { user: userOf('panel'), agency: agencyOf('panel') },
      relative: familyOf(key).stepfather,
      n: n + 1,
    });
}

function addDirectory(rows: Rows): void {
  for (const [key, { name, kind, sensitive }] of Object.entries(AGENCIES))
    rows.add('app.agency', {
      id: agencyOf(key),
      name,
      kind,
      report_group: name,
      sensitive_class: sensitive ?? 'NONE',
      in_agreement_from: '2020-01-01',
    });
  const staff: [string, string, string][] = [
    ...ACTORS.filter(([key]) => !FAMILY.includes(key)).map(
      ([key, role, title]) => [key, role, title] as [string, string, string],
    ),
    ['lead', 'PRACT', 'Lead'],
    ['specialist', 'PRACT', 'Specialist'],
    ['witness', 'PRACT', 'Worker'],
    ['bystander', 'PRACT', 'Worker'],
    ['loner', 'PRACT', 'Worker'],
    ['outsider', 'AMGR', 'Manager'],
    ['clinic', 'PRACT', 'Clinician'],
  ];
  for (const [key, role, title] of staff) addUser(rows, key, role, title, { agencyId: agencyOf(key) });
}

function addFamilyAccounts(rows: Rows): void {
  for (const { key } of SITUATION_LIST.filter((each) => HAS_FAMILY(each.key))) {
    const family = familyOf(key);
    addUser(rows, `young-person.${key}`, 'YP', 'Young person', { personId: family.child });
    addUser(rows, `parent.${key}`, 'PAR', 'Parent', { personId: family.mother });
    addUser(rows, `adult.${key}`, 'ADLT', 'Family member', { personId: family.stepfather });
  }
}

function addUser(
  rows: Rows,
  key: string,
  role: string,
  title: string,
  belongs: { agencyId?: string; personId?: string },
): void {
  const worker = belongs.agencyId !== undefined;
  rows.add('app.app_user', {
    id: userOf(key),
    email: `${key}@situations.example`,
    full_name: `${title} ${key.replace(/[^a-z]+/g, ' ')}`,
    phone: '01632960100',
    person_id: belongs.personId ?? null,
    vetting_valid_to: worker ? '2099-12-31' : null,
    training_valid_to: worker ? '2099-12-31' : null,
  });
  rows.add('app.membership', {
    id: fixtureId('situation-membership', key),
    user_id: userOf(key),
    agency_id: belongs.agencyId ?? null,
    role,
    professional_role: 'OTHER',
    job_title: title,
    valid_from: '2020-01-01',
  });
}
