import type { Program } from '../kit/program.js';
import { aChild, anAdult, relativeOf, type Person } from './children.js';
import { anAgreement, ORDINARY } from './consents.js';
import { anEpisode, type Episode } from './episodes.js';
import { anAgency, aWorker, type Worker } from './people.js';

/** A family record: a mother with three children, a key worker who leads, and a school that is agreed to for one child. */
export interface FamilyWorld {
  ola: Worker;
  bryn: Worker;
  nia: Person;
  kit: Person;
  zoe: Person;
  ivo: Person;
  episode: Episode;
}

export async function aFamily(program: Program, over: { state?: string } = {}): Promise<FamilyWorld> {
  const support = await anAgency(program, { kind: 'EARLY_HELP' });
  const school = await anAgency(program, { kind: 'SCHOOL' });
  const ola = await aWorker(program, support, { fullName: 'Ola Brennan', jobTitle: 'Key worker' });
  const bryn = await aWorker(program, school, { fullName: 'Bryn Hollis', jobTitle: 'Teacher' });
  const nia = await anAdult(program, { givenNames: 'Nia', familyName: 'Lowe' });
  const child = (givenNames: string, dateOfBirth: string): Promise<Person> =>
    aChild(program, { givenNames, familyName: 'Lowe', dateOfBirth });
  const kit = await child('Kit', '2013-02-01');
  const zoe = await child('Zoe', '2015-05-05');
  const ivo = await child('Ivo', '2018-08-08');
  const children = [kit, zoe, ivo];
  for (const each of children) await relativeOf(program, each, nia, { prBasis: 'MOTHER' });
  const episode = await anEpisode(program, {
    children,
    type: 'FAMILY',
    author: ola,
    lead: ola,
    team: [bryn],
    state: over.state ?? 'ASSESSING',
    agreedOn: '2026-01-12',
  });
  for (const each of children)
    await anAgreement(
      program,
      episode,
      each,
      nia,
      [support, ...(each === zoe ? [school] : [])].map((agency) => ({ agency, categories: ORDINARY })),
      { recordedBy: ola },
    );
  return { ola, bryn, nia, kit, zoe, ivo, episode };
}
