import { fixture, FIXTURE_TODAY } from '@encircle/shared/fixture';
import type { DemoSignIn } from '@encircle/shared/identity';

/** One password for all invented people; production refuses to start while any account still has it. */
export const DEMO_PASSWORD = 'walk-the-long-way-home';

const PEOPLE: readonly [key: string, what: string][] = [
  ['lena', 'Lead professional for Ava and five others; start here'],
  ['hana', 'On Ava’s team; agreed to see mental-health notes'],
  ['yusuf', 'On Ava’s team; not agreed to see mental-health notes'],
  ['carl', 'On Ava’s team; has not answered the next invitation'],
  ['ola', 'Key worker for a whole family'],
  ['tom', 'Lead professional for Ben, 15, who decides for himself'],
  ['okoro', 'Manages the school’s workers'],
  ['rosa', 'Early help manager: attendance and progress of all agencies'],
  ['mo', 'CAF co-ordinator: index, shields, allocation'],
  ['dee', 'Decides on safeguarding referrals'],
  ['wes', 'GP without a part in any case: finds only what the index says'],
  ['viv', 'Housing: Ava’s mum said no to her service'],
  ['pat', 'Chairs the panel: reads the papers of the coming day and decides'],
  ['uma', 'Auditor, with Ava’s case until it is marked'],
  ['gus', 'Information governance, with one request open'],
  ['ana', 'Figures only, small numbers hidden'],
  ['sid', 'System administrator: no case at all'],
  ['mia', 'Ava’s mum: what families see'],
  ['ava', 'Ava herself'],
];

const ROLE_WORDS: Record<string, string> = {
  PRACT: 'practitioner',
  AMGR: 'agency manager',
  CAFC: 'CAF team',
  MASH: 'safeguarding hub',
  AUDR: 'auditor',
  IGO: 'information governance',
  ANLY: 'analyst',
  SADM: 'administrator',
  PAR: 'parent',
  YP: 'child',
};

function signIns(): DemoSignIn[] {
  const story = fixture(FIXTURE_TODAY);
  return PEOPLE.map(([key, what]) => {
    const user = story.users.find((u) => u.key === key);
    const hat = story.memberships.find((m) => m.userId === user?.id);
    const agency = story.agencies.find((a) => a.id === hat?.agencyId);
    return {
      email: user?.email ?? '',
      name: user?.name ?? '',
      role: user?.jobTitle || (ROLE_WORDS[hat?.role ?? ''] ?? ''),
      agency: agency?.name ?? 'Family',
      what,
    };
  });
}

export const DEMO_SIGN_INS: readonly DemoSignIn[] = signIns();
