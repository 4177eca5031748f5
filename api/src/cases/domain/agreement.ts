import { addDays } from '@encircle/shared/dates';
import { fullName } from '@encircle/shared/names';
import type { CaseAgreement } from '@encircle/shared/cases';
import type { CaseRows, ConsentLineRow } from './case-rows.js';

const WARNING_DAYS = 30;

const counts = (line: ConsentLineRow, today: string): boolean =>
  line.decision === 'GIVEN' &&
  line.validFrom <= today &&
  (line.expiresOn === null || today <= line.expiresOn);

/** The header's agreement fact, from the lines this reader may see: who agreed, to how many services, until when. */
export function agreementOf(rows: CaseRows, today: string): CaseAgreement {
  const given = rows.consentLines.filter((line) => counts(line, today));
  const services = new Set(given.map((line) => line.recipientAgencyId).filter((id) => id !== null));
  const until =
    given
      .map((line) => line.expiresOn)
      .filter((day) => day !== null)
      .sort()[0] ?? null;
  return {
    state: stateOf(rows, given, until, today),
    givers: [...new Set(given.map((line) => giverName(rows, line.giverId)))].filter((name) => name !== ''),
    services: services.size,
    until,
    refused: refusedServices(rows, services),
  };
}

function stateOf(rows: CaseRows, given: ConsentLineRow[], until: string | null, today: string): string {
  if (given.length === 0)
    return rows.consentLines.some((line) => line.decision === 'REFUSED') ? 'said-no' : 'ask';
  return until !== null && until <= addDays(today, WARNING_DAYS) ? 'lapses' : 'yes';
}

function giverName(rows: CaseRows, giverId: string): string {
  const person = [...rows.relatives, ...rows.children].find(({ id }) => id === giverId);
  return person ? fullName(person) : '';
}

function refusedServices(rows: CaseRows, given: ReadonlySet<string | null>): string[] {
  const refused = rows.consentLines.filter(
    (line) =>
      line.decision === 'REFUSED' && line.recipientAgencyId !== null && !given.has(line.recipientAgencyId),
  );
  return [...new Set(refused.map((line) => line.recipient ?? ''))].filter((name) => name !== '');
}

/** Does any line in force name this worker or their service? */
export function inAgreement(
  rows: CaseRows,
  worker: { userId: string; agencyId: string },
  today: string,
): boolean {
  return rows.consentLines.some(
    (line) =>
      counts(line, today) &&
      (line.recipientAgencyId === worker.agencyId || line.recipientUserId === worker.userId),
  );
}

export function gaveAgreement(rows: CaseRows, personId: string, today: string): boolean {
  return rows.consentLines.some((line) => line.giverId === personId && counts(line, today));
}
