import type { Client, Program } from '../kit/program.js';
import { aChild, type Person } from './children.js';
import type { Worker } from './people.js';

export interface StartedEpisode {
  id: string;
  ref: string;
  state: string;
  version: number;
  childIds: string[];
  dueOn: string | null;
}

/** The worker has looked for the child within the last day, as the guard of T01 asks. */
export async function hasSearched(program: Program, worker: Pick<Worker, 'id'>): Promise<void> {
  await program.rows(
    `insert into app.search_allowance (user_id, hour, used) values ($1, date_trunc('hour', sec.now()), 1)
     on conflict (user_id, hour) do update set used = app.search_allowance.used + 1`,
    [worker.id],
  );
}

export const aWorry = (childId: string): Record<string, unknown> => ({
  type: 'CHILD',
  childIds: [childId],
  source: 'OWN_AGENCY',
  issues: ['SCHOOL_ATTENDANCE', 'EMOTIONAL_WELLBEING'],
  mainIssue: 'SCHOOL_ATTENDANCE',
  worry: 'Missed 12 days since September and cries at the gate most Mondays.',
  familyAware: true,
});

/** A child this worker added, and an episode this worker began for the child through the API. */
export async function aStartedEpisode(
  program: Program,
  worker: Worker,
  client: Client,
  child?: Person,
): Promise<StartedEpisode & { child: Person }> {
  const subject = child ?? (await aChild(program));
  await program.rows(`update app.person set created_by = $1 where id = $2`, [worker.id, subject.id]);
  await hasSearched(program, worker);
  const answer = await client.post<StartedEpisode>('/api/episodes', aWorry(subject.id));
  if (answer.status !== 201) throw new Error(`the episode did not start: ${answer.text}`);
  return { ...answer.body, child: subject };
}

/** All that the first check asks, answered; `over` changes answers. */
export const aChecklist = (over: Record<string, unknown> = {}): Record<string, unknown> => ({
  version: 0,
  checks: [
    { domain: 'HEALTHY', answer: 'YES' },
    { domain: 'SAFE', answer: 'YES' },
    { domain: 'LEARNING', answer: 'NO', concern: 'Behind in reading, away one day in five.' },
    { domain: 'RELATIONSHIPS', answer: 'NOT_SURE', concern: 'Quiet at playtime since the summer.' },
    { domain: 'MONEY', answer: 'YES' },
  ],
  needsClear: true,
  ownServiceCanMeet: false,
  oneOtherServiceCanMeet: false,
  familyAware: true,
  outcome: 'FULL_CAF',
  rationale: 'School and health both need to help.',
  decidedOn: '2026-01-05',
  ...over,
});
