import {
  transition,
  TRANSITIONS,
  type ClosureReason,
  type EpisodeState,
  type LifecycleRole,
  type TransitionId,
} from '@encircle/shared/lifecycle';
import { aChild, anAdult, relativeOf } from '../../factories/children.js';
import { anEpisode, onTheCase } from '../../factories/episodes.js';
import { anAgency, aWorker, type Agency, type Worker } from '../../factories/people.js';
import type { Client, Program } from '../../kit/program.js';
import type { MoveCase, World } from './transition-table.js';

export const ACTORS = [
  'author',
  'lead',
  'member',
  'manager',
  'cafc',
  'mash',
  'panel',
  'officer',
  'outsider',
] as const;
export type Actor = (typeof ACTORS)[number];

/** In which capacities each of them may bring a move about (rule 5.2, column who). */
const CAPACITIES: Readonly<Record<Actor, readonly LifecycleRole[]>> = {
  author: ['AUTHOR', 'PRACT'],
  lead: ['LP', 'PRACT'],
  member: ['PRACT'],
  manager: ['AMGR'],
  cafc: ['CAFC'],
  mash: ['MASH', 'SOCIAL_WORKER'],
  panel: ['PANEL'],
  officer: ['IGO'],
  outsider: [],
};

export const may = (actor: Actor, id: TransitionId): boolean => {
  const { who } = transition(id);
  // What the program proposes its signer takes up.
  const brings = who.some((role) => role === 'SYSTEM') ? (transition(id).approvedBy ?? []) : who;
  return brings.some((role) => CAPACITIES[actor].includes(role));
};

/** The same reason closes from the same stage by another row, which this one may bring about. */
export const mayOtherwise = (actor: Actor, of: MoveCase): boolean =>
  TRANSITIONS.some(
    (row) =>
      row.id !== of.id &&
      row.from?.includes(of.state as EpisodeState) &&
      row.reasons?.includes(of.body['reason'] as ClosureReason) &&
      may(actor, row.id),
  );

export interface Cast {
  workers: Record<Actor, Worker>;
  clients: Record<Actor, Client>;
}

export async function aCast(program: Program): Promise<Cast> {
  const school: Agency = await anAgency(program);
  const [health, council, elsewhere] = [
    await anAgency(program),
    await anAgency(program),
    await anAgency(program),
  ];
  const workers = {
    author: await aWorker(program, school),
    lead: await aWorker(program, school),
    member: await aWorker(program, health),
    manager: await aWorker(program, school, { role: 'AMGR' }),
    cafc: await aWorker(program, council, { role: 'CAFC' }),
    mash: await aWorker(program, council, { role: 'MASH' }),
    panel: await aWorker(program, council, { role: 'PANEL' }),
    officer: await aWorker(program, council, { role: 'IGO' }),
    outsider: await aWorker(program, elsewhere),
  };
  const clients = Object.fromEntries(
    await Promise.all(ACTORS.map(async (actor) => [actor, await program.as(workers[actor].email)] as const)),
  ) as Record<Actor, Client>;
  return { workers, clients };
}

/** The case a move starts from: everybody has a place on it but the outsider. */
export async function aWorld(
  program: Program,
  { workers }: Cast,
  of: MoveCase,
  arranged = true,
): Promise<World> {
  const child = await aChild(program);
  const mother = await anAdult(program);
  await relativeOf(program, child, mother);
  const closed =
    of.state === 'CLOSED' || of.state === 'ARCHIVED'
      ? { closedOn: '2026-03-13', closureReason: 'STEP_DOWN_UNIVERSAL' }
      : {};
  const episode = await anEpisode(program, {
    children: [child],
    author: workers.author,
    lead: workers.lead,
    team: [workers.member],
    state: of.state,
    ...closed,
  });
  await onTheCase(program, episode.id, workers.panel, 'PANEL_AGENDA');
  await program.rows(
    `update app.episode set state_before = $2, state_since = '2026-03-09T09:00:00Z' where id = $1`,
    [
      episode.id,
      ['TRANSFER_PENDING', 'STEP_UP_PENDING', 'CLOSED', 'MERGED'].includes(of.state) ? 'PLAN_ACTIVE' : null,
    ],
  );
  const world = { program, episode, child, mother, author: workers.author };
  if (arranged) await of.arrange?.(world);
  return world;
}
