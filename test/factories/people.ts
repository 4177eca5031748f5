import { randomUUID } from 'node:crypto';
import type { Rows } from '../kit/rows.js';

export interface Agency {
  id: string;
  name: string;
}

export interface Worker {
  id: string;
  email: string;
  fullName: string;
  agency: Agency;
}

let counter = 0;
const next = (): number => (counter += 1);

/** An agency in the information-sharing agreement. */
export async function anAgency(
  program: Rows,
  over: Partial<{
    name: string;
    kind: string;
    reportGroup: string;
    sensitiveClass: string;
    inAgreementTo: string | null;
  }> = {},
): Promise<Agency> {
  const id = randomUUID();
  const name = over.name ?? `Agency ${next()}`;
  await program.rows(
    `insert into app.agency (id, name, kind, report_group, sensitive_class, in_agreement_from, in_agreement_to)
     values ($1, $2, $3, $4, $5, '2020-01-01', $6)`,
    [
      id,
      name,
      over.kind ?? 'SCHOOL',
      over.reportGroup ?? 'Schools',
      over.sensitiveClass ?? 'NONE',
      over.inAgreementTo ?? null,
    ],
  );
  return { id, name };
}

/** A worker whose account, vetting and training are in date. */
export async function aWorker(
  program: Rows,
  agency: Agency,
  over: Partial<{
    email: string;
    fullName: string;
    role: string;
    professionalRole: string;
    jobTitle: string;
    phone: string;
    vettingValidTo: string | null;
  }> = {},
): Promise<Worker> {
  const id = randomUUID();
  const n = next();
  const email = over.email ?? `worker${n}.${id.slice(0, 8)}@work.example`;
  const fullName = over.fullName ?? `Worker ${n}`;
  await program.rows(
    `insert into app.app_user (id, email, full_name, phone, vetting_valid_to, training_valid_to)
     values ($1, $2, $3, $4, $5, '2099-12-31')`,
    [
      id,
      email,
      fullName,
      over.phone ?? '01632960100',
      over.vettingValidTo === undefined ? '2099-12-31' : over.vettingValidTo,
    ],
  );
  await program.rows(
    `insert into app.membership (user_id, agency_id, role, professional_role, job_title, valid_from)
     values ($1, $2, $3, $4, $5, '2020-01-01')`,
    [id, agency.id, over.role ?? 'PRACT', over.professionalRole ?? 'OTHER', over.jobTitle ?? 'Practitioner'],
  );
  return { id, email, fullName, agency };
}
