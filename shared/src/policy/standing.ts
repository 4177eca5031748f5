import { isInForce } from './consent-state.js';
import { names, type ConsentRecipient } from './consent-match.js';
import type { Edge, EdgeKind } from './facts.js';
import { hasCome, isLive } from './instants.js';
import type { Question } from './question.js';
import type { StandingKind } from './reach.js';
import type { RelationRole } from './roles.js';

/**
 * One reason the asker may have to be on this record (rule R05). Each is judged by itself; the best one wins.
 * NONE is the row of rule 6.5; RECIPIENT stands in for the asker when something is sent out.
 */
export type Standing =
  | { kind: 'MEMBER' | 'MANAGER'; role: RelationRole; bases: readonly string[]; recipient: ConsentRecipient }
  | {
      kind: Exclude<StandingKind, 'MEMBER' | 'MANAGER' | 'AUDITOR' | 'OFFICER' | 'SELF' | 'PARENT'>;
      bases: readonly string[];
      recipient: ConsentRecipient;
    };

export function standingsOf(question: Question): Standing[] {
  const found = [...memberships(question), ...coordination(question)];
  const present = found.filter((standing) => standing.kind !== 'FORMER');
  const standings = present.length > 0 ? present : found;
  const { role } = question.actor;
  const hasOwnRow = role === 'CAFC' || role === 'MASH';
  return standings.length === 0 || hasOwnRow ? [...standings, noStanding(question)] : standings;
}

export function noStanding({ actor }: Question): Standing {
  return { kind: 'NONE', bases: [`role:${actor.role}`], recipient: asService(actor.userId, actor.agencyId) };
}

/** A live place of this user, for the agency acted for. */
export function ownEdges({ episode, actor, now }: Question, kind: EdgeKind): Edge[] {
  return episode.edges.filter(
    (edge) => edge.userId === actor.userId && edge.kind === kind && isLive(edge, now),
  );
}

/** On the episode's team at this moment, whatever was agreed. */
export function isOnTeam(question: Question): boolean {
  return memberships(question).some((standing) => standing.kind === 'MEMBER');
}

function memberships(question: Question): Standing[] {
  const { episode, actor, now } = question;
  return episode.edges.flatMap((edge): Standing[] => {
    const role = edge.kind;
    if (!isRelation(role) || edge.agencyId !== actor.agencyId || !hasCome(edge.from, now)) return [];
    const own = edge.userId === actor.userId;
    if (!own && actor.role !== 'AMGR') return [];
    const recipient = asService(own ? actor.userId : null, actor.agencyId);
    if (!isLive(edge, now)) return [{ kind: 'FORMER', bases: [edge.id], recipient }];
    return [{ kind: own ? 'MEMBER' : 'MANAGER', role, bases: [edge.id], recipient }];
  });
}

function coordination(question: Question): Standing[] {
  const { actor, episode, now } = question;
  if (actor.role !== 'CAFC') return [];
  const recipient = asService(actor.userId, actor.agencyId);
  const tasks = ownEdges(question, 'CAFC_TASK').map((edge) => edge.id);
  const rows = episode.consents.filter((row) => names(row, recipient) && isInForce(row, episode, now));
  const standings: Standing[] = [];
  if (tasks.length > 0) standings.push({ kind: 'CAFC_TASK', bases: tasks, recipient });
  if (rows.length > 0) standings.push({ kind: 'CAFC_NAMED', bases: rows.map((row) => row.id), recipient });
  return standings;
}

function isRelation(kind: EdgeKind): kind is RelationRole {
  return kind === 'AUTHOR' || kind === 'LP' || kind === 'TACM';
}

function asService(userId: string | null, agencyId: string | null): ConsentRecipient {
  return { userId, agencyId };
}
