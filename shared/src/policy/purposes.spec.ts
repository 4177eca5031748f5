import { describe, expect, it } from '@jest/globals';
import { BASE_ROLES, PURPOSES, mayGivePurpose, type BaseRole, type Purpose } from './index.js';

/** Rule R02 as it is written, role by role. */
const WRITTEN: Readonly<Record<BaseRole, string>> = {
  PRACT: 'ASSESS COORDINATE REFER PANEL TRANSFER EVALUATE SAFEGUARD',
  AMGR: 'ASSESS COORDINATE REFER PANEL TRANSFER EVALUATE SAFEGUARD',
  CAFC: 'ASSESS COORDINATE PANEL TRANSFER EVALUATE SAFEGUARD BROKER',
  MASH: 'COORDINATE SAFEGUARD',
  PANEL: 'PANEL',
  ANLY: 'MI',
  AUDR: 'AUDIT',
  IGO: 'SUBJECT AUDIT',
  EXTM: 'COORDINATE REFER',
  YP: 'SUBJECT',
  PAR: 'SUBJECT',
  ADLT: 'SUBJECT',
  SADM: '',
};

describe('the purposes a role may give (rule R02)', () => {
  const cells = BASE_ROLES.flatMap((role) => PURPOSES.map((purpose): [BaseRole, Purpose] => [role, purpose]));

  it.each(cells)('%s for %s', (role, purpose) =>
    expect(mayGivePurpose(role, purpose)).toBe(WRITTEN[role].split(' ').includes(purpose)),
  );
});
