import type { BaseRole } from './roles.js';

/** Why someone asks (rule 6.2). SAFEGUARD never needs agreement; SUBJECT is a person using their own rights. */
export const PURPOSES = [
  'ASSESS',
  'COORDINATE',
  'REFER',
  'PANEL',
  'TRANSFER',
  'EVALUATE',
  'BROKER',
  'SAFEGUARD',
  'SUBJECT',
  'AUDIT',
  'MI',
] as const;
export type Purpose = (typeof PURPOSES)[number];

const CASE_WORK: readonly Purpose[] = [
  'ASSESS',
  'COORDINATE',
  'REFER',
  'PANEL',
  'TRANSFER',
  'EVALUATE',
  'SAFEGUARD',
];

/** Rule R02: the purposes each role may give. A relation (AUTHOR, LP, TACM) keeps its base role's purposes. */
export const PURPOSES_OF_ROLE: Readonly<Record<BaseRole, readonly Purpose[]>> = {
  PRACT: CASE_WORK,
  AMGR: CASE_WORK,
  CAFC: [...CASE_WORK.filter((purpose) => purpose !== 'REFER'), 'BROKER'],
  MASH: ['COORDINATE', 'SAFEGUARD'],
  PANEL: ['PANEL'],
  ANLY: ['MI'],
  AUDR: ['AUDIT'],
  IGO: ['SUBJECT', 'AUDIT'],
  EXTM: ['COORDINATE', 'REFER'],
  YP: ['SUBJECT'],
  PAR: ['SUBJECT'],
  ADLT: ['SUBJECT'],
  SADM: [],
};

export function mayGivePurpose(role: BaseRole, purpose: Purpose): boolean {
  return PURPOSES_OF_ROLE[role].includes(purpose);
}
