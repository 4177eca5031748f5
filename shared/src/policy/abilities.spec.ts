import { describe, expect, it } from '@jest/globals';
import { BASE_ROLES, KINDS, ROLES, VERBS, abilityOfRole, abilityOfSession, verbsOf } from './index.js';

describe("a role's ceiling (rule 2.3)", () => {
  it('an ability allows exactly what the matrix says, for every role, verb and kind', () => {
    for (const role of ROLES)
      for (const kind of KINDS)
        for (const verb of VERBS)
          expect(`${role} ${verb} ${kind} ${abilityOfRole(role).can(verb, kind)}`).toBe(
            `${role} ${verb} ${kind} ${verbsOf(role, kind).includes(verb)}`,
          );
  });

  it.each([
    ['a system administrator reads no case, plan or meeting', 'SADM', 'read', 'plan', false],
    ['a system administrator keeps accounts', 'SADM', 'create', 'administration', true],
    ['an analyst reads figures', 'ANLY', 'read', 'figures', true],
    ['an analyst reads no assessment', 'ANLY', 'read', 'assessment', false],
    ['a panel member reads no minutes', 'PANEL', 'read', 'meeting', false],
    ['a parent withdraws agreement', 'PAR', 'withdraw', 'consent', true],
    ['a parent approves nothing', 'PAR', 'approve', 'closure', false],
    ['the CAF team approves a closure', 'CAFC', 'approve', 'closure', true],
    ['an auditor changes nothing', 'AUDR', 'update', 'plan', false],
    ['an invited member without account has no menu of kinds', 'EXTM', 'read', 'plan', false],
  ] as const)('%s', (_, role, verb, kind, expected) =>
    expect(abilityOfRole(role).can(verb, kind)).toBe(expected),
  );

  it('a worker may turn out to be lead professional, so a session may record a meeting', () => {
    expect(abilityOfRole('PRACT').can('update', 'meeting')).toBe(false);
    expect(abilityOfSession('PRACT').can('update', 'meeting')).toBe(true);
  });

  it('no relation adds anything to a ceiling role or to the family', () => {
    for (const role of BASE_ROLES.filter((each) => !['PRACT', 'AMGR', 'CAFC', 'MASH'].includes(each)))
      for (const kind of KINDS)
        for (const verb of VERBS)
          expect(abilityOfSession(role).can(verb, kind)).toBe(abilityOfRole(role).can(verb, kind));
  });
});
