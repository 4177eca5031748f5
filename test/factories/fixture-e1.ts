import type { Program } from '../kit/program.js';
import { aChild, anAdult, relativeOf, type Person } from './children.js';
import { anAgreement, ORDINARY } from './consents.js';
import { anEpisode, aShield, onTheCase, type Episode } from './episodes.js';
import { anAgency, aWorker, type Agency, type Worker } from './people.js';

/** E1 of the fixture: Ava's plan, with the people of C1 to C3, and those who have no place in it. */
export interface WorldOfAva {
  agencies: Record<
    'northway' | 'health' | 'locality' | 'camhs' | 'havenside' | 'police' | 'surgery' | 'council',
    Agency
  >;
  lena: Worker;
  okoro: Worker;
  hana: Worker;
  ruth: Worker;
  yusuf: Worker;
  carl: Worker;
  viv: Worker;
  wes: Worker;
  mo: Worker;
  dee: Worker;
  sid: Worker;
  /** Works at Northway, no place on the case. */
  colleague: Worker;
  ava: Person;
  mia: Person;
  finn: Person;
  sol: Person;
  e1: Episode;
}

export const TODAY = '2026-03-16T09:00:00Z';

/** Ava's world as of Monday 16 March 2026; moves the clock of this database there. */
export async function theWorldOfAva(program: Program): Promise<WorldOfAva> {
  await program.setNow(TODAY);
  const agencies = {
    northway: await anAgency(program, { name: 'Northway Primary', kind: 'SCHOOL' }),
    health: await anAgency(program, {
      name: 'Community Health',
      kind: 'COMMUNITY_HEALTH',
      reportGroup: 'Health',
    }),
    locality: await anAgency(program, {
      name: 'Locality Support',
      kind: 'EARLY_HELP',
      reportGroup: 'Council',
    }),
    camhs: await anAgency(program, { name: 'CAMHS', kind: 'CAMHS', reportGroup: 'Health' }),
    havenside: await anAgency(program, { name: 'Havenside Homes', kind: 'HOUSING', reportGroup: 'Housing' }),
    police: await anAgency(program, { name: 'Police', kind: 'POLICE', reportGroup: 'Police' }),
    surgery: await anAgency(program, { name: 'Harbour Surgery', kind: 'GP', reportGroup: 'Health' }),
    council: await anAgency(program, { name: 'CAF team', kind: 'CAF_TEAM', reportGroup: 'Council' }),
  };
  const worker = (agency: Agency, fullName: string, jobTitle: string, role = 'PRACT'): Promise<Worker> =>
    aWorker(program, agency, { fullName, jobTitle, role });
  const people = {
    lena: await worker(agencies.northway, 'Lena Marsh', 'SENCO'),
    okoro: await worker(agencies.northway, 'Mr Okoro', 'Head', 'AMGR'),
    hana: await worker(agencies.health, 'Hana Ali', 'School nurse'),
    ruth: await worker(agencies.health, 'Ruth Bell', 'Manager', 'AMGR'),
    yusuf: await worker(agencies.locality, 'Yusuf Khan', 'Family support worker'),
    carl: await worker(agencies.camhs, 'Carl Dean', 'Clinician'),
    viv: await worker(agencies.havenside, 'Viv Hall', 'Housing officer'),
    wes: await worker(agencies.surgery, 'Wes Tan', 'GP'),
    mo: await worker(agencies.council, 'Mo Reed', 'CAF co-ordinator', 'CAFC'),
    dee: await worker(agencies.council, 'Dee Fox', 'Front door', 'MASH'),
    sid: await worker(agencies.council, 'Sid Gray', 'Administrator', 'SADM'),
    colleague: await worker(agencies.northway, 'Col League', 'Teacher'),
  };
  const ava = await aChild(program, {
    givenNames: 'Ava',
    familyName: 'Ames',
    preferredName: 'Ava',
    dateOfBirth: '2016-06-10',
    postcode: 'QX4 7AB',
    nhsNumber: '9990000018',
    school: 'Northway Primary',
  });
  const mia = await anAdult(program, { givenNames: 'Mia', familyName: 'Ames' });
  const finn = await anAdult(program, { givenNames: 'Finn', familyName: 'Ames' });
  const sol = await anAdult(program, { givenNames: 'Sol', familyName: 'Price' });
  await relativeOf(program, ava, mia, { kind: 'MOTHER', prBasis: 'MOTHER' });
  await relativeOf(program, ava, finn, {
    kind: 'FATHER',
    prBasis: 'MARRIED_FATHER',
    livesWith: 'NO',
    portal: 'NOT_ASKED',
  });
  await relativeOf(program, ava, sol, { kind: 'STEP_PARENT', hasPr: 'NO' });
  const e1 = await anEpisode(program, {
    children: [ava],
    author: people.lena,
    lead: people.lena,
    team: [people.hana, people.yusuf],
    agreedOn: '2026-01-12',
  });
  await onTheCase(program, e1.id, people.carl, 'TACM', { sensitiveClass: 'SENS_MH' });
  return { agencies, ...people, ava, mia, finn, sol, e1 };
}

/** C1, C2 and C3 of the fixture and the refusal of Havenside, as stored rows. */
export async function theAgreementOfMia(program: Program, world: WorldOfAva): Promise<void> {
  const { northway, health, locality, camhs, havenside, police } = world.agencies;
  await anAgreement(
    program,
    world.e1,
    world.ava,
    world.mia,
    [
      ...[northway, health, locality, camhs].map((agency) => ({
        agency,
        categories: ORDINARY,
        indexListing: true,
      })),
      { agency: havenside, categories: ORDINARY, decision: 'REFUSED' as const },
      { agency: police, categories: ['INVOLVE'], decision: 'NOT_SOUGHT' as const },
      { user: world.lena, categories: ['SENS_MH'] },
      { agency: health, categories: ['SENS_MH'] },
      { user: world.lena, categories: ['ADULT'], about: world.mia },
    ],
    { recordedBy: world.lena },
  );
}

/** E5: Eli, shielded; Sara leads and is on the list with Mo. */
export async function theWorldOfEli(
  program: Program,
  world: WorldOfAva,
): Promise<{ eli: Person; sara: Worker; e5: Episode }> {
  const sara = await aWorker(program, world.agencies.locality, {
    fullName: 'Sara Nye',
    jobTitle: 'Family worker',
  });
  const eli = await aChild(program, {
    givenNames: 'Eli',
    familyName: 'Stone',
    dateOfBirth: '2018-08-08',
    sex: 'MALE',
    postcode: 'QX9 9ZZ',
    addressKind: 'REFUGE',
  });
  const mother = await anAdult(program, { givenNames: 'Ria', familyName: 'Stone' });
  await relativeOf(program, eli, mother, { kind: 'MOTHER', prBasis: 'MOTHER' });
  const e5 = await anEpisode(program, { children: [eli], lead: sara, agreedOn: '2026-01-12' });
  await anAgreement(
    program,
    e5,
    eli,
    mother,
    [sara, world.mo].map((user) => ({
      user,
      categories: ['IDENT', 'INVOLVE', 'CHILD', 'PLAN'],
      indexListing: true,
    })),
    { recordedBy: sara },
  );
  await aShield(program, eli, [sara, world.mo]);
  return { eli, sara, e5 };
}
