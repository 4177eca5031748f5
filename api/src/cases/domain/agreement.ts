import { addDays } from '@encircle/shared/dates';
import { fullName } from '@encircle/shared/names';
import { isOrdinary, type ConsentLine, type EpisodeFacts } from '@encircle/shared/policy';
import type { CaseAgreement } from '@encircle/shared/cases';
import type { CaseRows } from './case-rows.js';
import type { Asker } from '#api/access/asker.js';

const WARNING_DAYS = 30;
const TEAM = new Set(['AUTHOR', 'LP', 'TACM']);

/**
 * The lines of agreement this reader may know of: addressed to them or, when given, to their service, given by
 * themselves, or of an ordinary kind when they work on the case. The rule of row-level security on the lines.
 */
export function knownLines(asker: Asker, facts: EpisodeFacts): ConsentLine[] {
  const { actor, now } = asker;
  const onTeam =
    actor.role === 'CAFC' ||
    facts.edges.some(
      ({ userId, agencyId, kind, from, to }) =>
        from <= now &&
        (to === null || now < to) &&
        (userId === actor.userId || (actor.role === 'AMGR' && TEAM.has(kind) && agencyId === actor.agencyId)),
    );
  return facts.consents.filter(
    (line) =>
      line.withdrawnAt === null &&
      line.supersededAt === null &&
      (line.recipientId === actor.userId ||
        (line.recipientId === actor.agencyId && line.decision === 'GIVEN') ||
        (actor.personId !== null && line.giverId === actor.personId) ||
        (onTeam && line.categories.some(isOrdinary))),
  );
}

const counts = (line: ConsentLine, today: string): boolean =>
  line.decision === 'GIVEN' &&
  line.validFrom <= today &&
  (line.expiresAt === null || today <= line.expiresAt);

/**
 * The header's agreement fact: who agreed, to how many services, until when, and who was told no. A sensitive service that
 * this reader may not know of has no name here and counts for nothing.
 */
export function agreementOf(rows: CaseRows, lines: readonly ConsentLine[], today: string): CaseAgreement {
  const known = lines.filter(
    ({ recipientType, recipientId }) =>
      recipientType === 'PERSON' || rows.agencies[recipientId] !== undefined,
  );
  const given = known.filter((line) => counts(line, today));
  const services = new Set(
    given.filter(({ recipientType }) => recipientType === 'SERVICE').map(({ recipientId }) => recipientId),
  );
  const until = given.flatMap(({ expiresAt }) => (expiresAt === null ? [] : [expiresAt])).sort()[0] ?? null;
  return {
    state: stateOf(known, given, until, today),
    givers: [...new Set(given.map(({ giverId }) => giverName(rows, giverId)))].filter((name) => name !== ''),
    services: services.size,
    until,
    refused: refusedServices(rows, known, services),
  };
}

function stateOf(
  lines: readonly ConsentLine[],
  given: readonly ConsentLine[],
  until: string | null,
  today: string,
): string {
  if (given.length === 0) return lines.some(({ decision }) => decision === 'REFUSED') ? 'said-no' : 'ask';
  return until !== null && until <= addDays(today, WARNING_DAYS) ? 'lapses' : 'yes';
}

function giverName(rows: CaseRows, giverId: string): string {
  const person = [...rows.relatives, ...rows.children].find(({ id }) => id === giverId);
  return person ? fullName(person) : '';
}

function refusedServices(
  rows: CaseRows,
  lines: readonly ConsentLine[],
  given: ReadonlySet<string>,
): string[] {
  const refused = lines.filter(
    ({ decision, recipientType, recipientId }) =>
      decision === 'REFUSED' && recipientType === 'SERVICE' && !given.has(recipientId),
  );
  return [...new Set(refused.map(({ recipientId }) => rows.agencies[recipientId] ?? ''))].filter(
    (name) => name !== '',
  );
}

/** Does any line in force name this worker or their service? */
export function inAgreement(
  lines: readonly ConsentLine[],
  worker: { userId: string; agencyId: string },
  today: string,
): boolean {
  return lines.some(
    (line) =>
      counts(line, today) && (line.recipientId === worker.agencyId || line.recipientId === worker.userId),
  );
}

export function gaveAgreement(lines: readonly ConsentLine[], personId: string, today: string): boolean {
  return lines.some((line) => line.giverId === personId && counts(line, today));
}
