import type { Client, Program } from '../kit/program.js';
import { aChild, anAdult, relativeOf, type Person } from './children.js';
import { anAgreement, ORDINARY } from './consents.js';
import { anEpisode, type Episode } from './episodes.js';
import { anAgency, aWorker, type Agency, type Worker } from './people.js';

/** A small case in the shape of story ST01: a school leads, three services help, housing was refused. */
export interface AvaWorld {
  northway: Agency;
  health: Agency;
  locality: Agency;
  camhs: Agency;
  havenside: Agency;
  ava: Person;
  mia: Person;
  lena: Worker;
  hana: Worker;
  yusuf: Worker;
  carl: Worker;
  viv: Worker;
  episode: Episode;
}

/** Stored directly, on 2026-02-02: assessed, agreement of 12 January in force, nobody invited yet. */
export async function avaWorld(
  program: Program,
  over: Partial<{ state: string; sensitive: boolean }> = {},
): Promise<AvaWorld> {
  const northway = await anAgency(program, { kind: 'SCHOOL' });
  const health = await anAgency(program, { kind: 'HEALTH' });
  const locality = await anAgency(program, { kind: 'LOCAL_AUTHORITY' });
  const camhs = await anAgency(program, { kind: 'HEALTH' });
  const havenside = await anAgency(program, { kind: 'HOUSING' });
  const lena = await aWorker(program, northway, { fullName: 'Lena Marsh', professionalRole: 'SENCO' });
  const hana = await aWorker(program, health, {
    fullName: 'Hana Siddiqui',
    professionalRole: 'SCHOOL_NURSE',
  });
  const yusuf = await aWorker(program, locality, {
    fullName: 'Yusuf Demir',
    professionalRole: 'FAMILY_SUPPORT_WORKER',
  });
  const carl = await aWorker(program, camhs, {
    fullName: 'Carl Whitlock',
    professionalRole: 'CAMHS_CLINICIAN',
  });
  const viv = await aWorker(program, havenside, {
    fullName: 'Viv Stone',
    professionalRole: 'HOUSING_OFFICER',
  });
  const ava = await aChild(program, { givenNames: 'Ava', familyName: 'Ames' });
  const mia = await anAdult(program, { givenNames: 'Mia', familyName: 'Ames' });
  await relativeOf(program, ava, mia);
  const episode = await anEpisode(program, {
    children: [ava],
    state: over.state ?? 'ASSESSED',
    author: lena,
    lead: lena,
    team: [hana, yusuf, carl],
  });
  await anAgreement(program, episode, ava, mia, [
    ...[northway, health, locality, camhs].map((agency) => ({ agency, categories: ORDINARY })),
    { user: lena, categories: ['SENS_MH'], about: ava },
    { agency: health, categories: ['SENS_MH'], about: ava },
    { agency: havenside, categories: ORDINARY, decision: 'REFUSED' as const },
  ]);
  return { northway, health, locality, camhs, havenside, ava, mia, lena, hana, yusuf, carl, viv, episode };
}

export interface Planned {
  id: string;
  version: number;
  invitations: {
    id: string;
    name: string;
    userId: string | null;
    personId: string | null;
    version: number;
  }[];
}

/** The first meeting of the team, planned through the program as Lena. */
export async function aPlannedMeeting(
  lena: Client,
  world: AvaWorld,
  over: Record<string, unknown> = {},
): Promise<Planned> {
  const answer = await lena.post<Planned>(`/api/episodes/${world.episode.id}/meetings`, {
    type: 'INITIAL_TAC',
    date: '2026-02-24',
    time: '15:45',
    mode: 'IN_PERSON',
    place: 'Northway Primary, library',
    invitees: [
      { personId: world.mia.id },
      { userId: world.lena.id },
      { userId: world.hana.id },
      { userId: world.yusuf.id },
      { userId: world.carl.id },
    ],
    ...over,
  });
  if (answer.status !== 201) throw new Error(`not planned: ${answer.text}`);
  return answer.body;
}

/** The invitation of one person of a planned meeting. */
export function invitationOf(meeting: Planned, who: { id: string }): Planned['invitations'][number] {
  const found = meeting.invitations.find((each) => each.userId === who.id || each.personId === who.id);
  if (!found) throw new Error('not invited');
  return found;
}
