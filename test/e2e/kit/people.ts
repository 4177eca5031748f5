import { fixture } from '@encircle/shared/fixture';

/** The demo's people in the stories, as the sign-in page lists them. */
export const PEOPLE = {
  lena: 'Lena Marsh',
  hana: 'Hana Siddiqui',
  yusuf: 'Yusuf Demir',
  carl: 'Carl Whitlock',
  okoro: 'Peter Okoro',
  rosa: 'Rosa Penn',
  mo: 'Mo Castell',
  viv: 'Viv Carne',
  ana: 'Ana Frost',
  sid: 'Sid Marlow',
} as const;

export const LENAS_EMAIL = 'lena.marsh@northway-primary.example';

/** The school's pastoral lead, whom the sign-in page does not list. */
export const RAES_EMAIL = 'rae.linton@northway-primary.example';

const ANY_MONDAY = '2026-01-05';

/** The address of somebody the sign-in page lists, each of whom works for the agency the demo gives them. */
export function emailOf(name: string): string {
  const found = fixture(ANY_MONDAY).users.find((user) => user.name === name)?.email;
  if (!found) throw new Error(`Nobody in the demo is called ${name}`);
  return found;
}

/** The password all invented people share. */
export const DEMO_PASSWORD = 'walk-the-long-way-home';

/** Yusuf's manager and the information-governance officer, whom it does not list either. */
export const IMANIS_EMAIL = 'imani.clarke@locality-support.example';
export const GUSS_EMAIL = 'gus.hale@information-governance.example';

/** Addresses of people in the stories: one who is asked, one whom a family said no to. */
export const HANAS_EMAIL = 'hana.siddiqui@community-health.example';
export const VIVS_EMAIL = 'viv.carne@havenside-homes.example';
