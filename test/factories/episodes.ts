import { randomUUID } from 'node:crypto';
import type { Rows } from '../kit/rows.js';
import type { Person } from './children.js';
import type { Worker } from './people.js';

export interface Episode {
  id: string;
  ref: string;
}

export type Place =
  'AUTHOR' | 'LP' | 'TACM' | 'CAFC_TASK' | 'AUDIT' | 'IGO_TASK' | 'PANEL_AGENDA' | 'MASH_CONCERN';

/** An episode in any state with its children and the workers on it, stored directly; no agreement yet. */
export async function anEpisode(
  program: Rows,
  about: {
    children: readonly Person[];
    state?: string;
    type?: 'CHILD' | 'FAMILY';
    openedOn?: string;
    agreedOn?: string | null;
    author?: Worker;
    lead?: Worker;
    team?: readonly Worker[];
    agency?: { id: string };
    closedOn?: string;
    closureReason?: string;
  },
): Promise<Episode> {
  const id = randomUUID();
  const ref = `T-${id.slice(0, 8).toUpperCase()}`;
  const agency = about.agency ?? about.author?.agency ?? about.lead?.agency ?? about.team?.[0]?.agency;
  if (!agency) throw new Error('an episode begins in an agency: give an author, a lead, a team or an agency');
  const openedOn = about.openedOn ?? '2026-01-05';
  await program.rows(
    `insert into app.episode (id, ref, type, state, source_of_concern, initiating_agency_id, locality, opened_on,
       agreed_on, closed_on, closure_reason)
     values ($1, $2, $3, $4, 'PRACTITIONER', $5, 'NORTH', $6, $7, $8, $9)`,
    [
      id,
      ref,
      about.type ?? 'CHILD',
      about.state ?? 'PLAN_ACTIVE',
      agency.id,
      openedOn,
      about.agreedOn ?? null,
      about.closedOn ?? null,
      about.closureReason ?? null,
    ],
  );
  for (const [position, child] of about.children.entries())
    await program.rows(
      `insert into app.episode_subject (episode_id, person_id, role, position) values ($1, $2, 'CHILD_SUBJECT', $3)`,
      [id, child.id, position],
    );
  const from = `${openedOn}T00:00:00Z`;
  if (about.author) await onTheCase(program, id, about.author, 'AUTHOR', { from });
  if (about.lead) await onTheCase(program, id, about.lead, 'LP', { from });
  for (const member of about.team ?? []) await onTheCase(program, id, member, 'TACM', { from });
  return { id, ref };
}

/** A worker's place on a case. */
export async function onTheCase(
  program: Rows,
  episodeId: string,
  worker: Worker,
  kind: Place,
  over: Partial<{ from: string; until: string; sensitiveClass: string; categories: string[] }> = {},
): Promise<void> {
  await program.rows(
    `insert into app.edge (episode_id, user_id, agency_id, kind, lead_type, sensitive_class, categories, from_at, until_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      episodeId,
      worker.id,
      worker.agency.id,
      kind,
      kind === 'LP' ? 'LEAD_PROFESSIONAL' : null,
      over.sensitiveClass ?? 'NONE',
      over.categories ?? [],
      over.from ?? '2026-01-05T00:00:00Z',
      over.until ?? 'infinity',
    ],
  );
}

/** Shields a child: only these workers are on the list. */
export async function aShield(program: Rows, child: Person, list: readonly Worker[]): Promise<void> {
  const id = randomUUID();
  await program.rows(
    `insert into app.shield (id, person_id, ground, from_at) values ($1, $2, 'REFUGE', '2025-01-01T00:00:00Z')`,
    [id, child.id],
  );
  for (const worker of list)
    await program.rows(
      `insert into app.shield_member (shield_id, user_id, from_at) values ($1, $2, '2025-01-01T00:00:00Z')`,
      [id, worker.id],
    );
}
