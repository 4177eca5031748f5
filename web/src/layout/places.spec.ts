import { describe, expect, it } from '@jest/globals';
import type { AbilityRule } from '@web/providers/ability';
import { navFor, PLACE_KEYS } from './places';

const everywhere = Object.fromEntries(PLACE_KEYS.map((key) => [key, `/${key}`]));
const read = (...subject: string[]): AbilityRule => ({ action: 'read', subject });
const ROLES = {
  PRACT: [read('index', 'caseload', 'meeting'), { action: 'update', subject: 'meeting' }],
  AMGR: [
    read('index', 'caseload', 'meeting', 'attendance-report', 'dashboard'),
    { action: 'update', subject: 'meeting' },
  ],
  ANLY: [read('attendance-report', 'dashboard')],
  MASH: [read('index', 'safeguarding'), { action: 'approve', subject: 'safeguarding' }],
  SADM: [read('session')],
  PAR: [read('caseload', 'meeting')],
};
type Role = keyof typeof ROLES;
const reader = (role: Role) => ({ abilities: ROLES[role], membership: { role } });
const labels = (role: Role) => navFor(reader(role), everywhere).map(({ label }) => label);

describe('the navigation', () => {
  it('gives a practitioner their own work', () => {
    expect(labels('PRACT')).toEqual([
      'shell.nav.myWeek',
      'shell.nav.find',
      'shell.nav.myCases',
      'shell.nav.meetings',
    ]);
  });

  it('gives a manager the team and the figures', () => {
    expect(labels('AMGR')).toEqual([
      'shell.nav.teamWeek',
      'shell.nav.find',
      'shell.nav.cases',
      'shell.nav.attendance',
      'shell.nav.dashboard',
    ]);
  });

  it('gives an analyst figures only and an administrator of the system nothing', () => {
    expect(labels('ANLY')).toEqual(['shell.nav.attendance', 'shell.nav.dashboard']);
    expect(labels('SADM')).toEqual([]);
  });

  it('gives the front door its referrals first', () => {
    expect(labels('MASH')).toEqual(['shell.nav.referrals', 'shell.nav.find']);
  });

  it('gives a parent one place, in their words', () => {
    expect(labels('PAR')).toEqual(['shell.nav.mySupport']);
  });

  it('shows no place that no feature has', () => {
    expect(navFor(reader('PRACT'), { find: '/find' }).map(({ to }) => to)).toEqual(['/find']);
  });
});
