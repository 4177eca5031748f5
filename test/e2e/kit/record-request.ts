import type { Page } from 'playwright-core';
import { call } from './calls.js';
import type { Clock } from './clock.js';

export interface Asked {
  kind: 'SUBJECT_ACCESS' | 'COURT_COPY';
  requester: string;
  capacity: 'PARENT' | 'SOLICITOR';
  /** First name of whoever of the family it is for. */
  of: string;
}

/** A request for a record that came in today, written down by the information-governance officer of a window. */
export async function recordRequest(
  page: Page,
  clock: Clock,
  episodeId: string,
  { of, ...asked }: Asked,
): Promise<{ id: string; version: number }> {
  const [found] = await clock.rows<{ ref: string; forPersonId: string }>(
    `select x.ref, r.person_id as "forPersonId" from app.episode x join app.episode_subject s on s.episode_id = x.id
     join app.relationship r on r.child_id = s.person_id join app.person p on p.id = r.person_id
     where x.id = $1 and p.given_names = $2`,
    [episodeId, of],
  );
  if (!found) throw new Error(`Nobody of the family is called ${of}`);
  return call(page, 'POST', '/record-requests', { ...asked, ...found, receivedOn: await clock.today() });
}
