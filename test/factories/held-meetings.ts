import { randomUUID } from 'node:crypto';
import type { Program } from '../kit/program.js';
import type { Rows } from '../kit/rows.js';
import type { Episode } from './episodes.js';
import type { Agency, Worker } from './people.js';

export interface Invited {
  /** A worker with an account; left out, a guest of `agency`. */
  worker?: Worker;
  agency?: Agency;
  role?: string;
  family?: boolean;
  code: string | null;
  reason?: string;
}

/** A meeting as it stands afterwards, stored directly: who was asked and what became of it. */
export async function aMeeting(
  program: Rows,
  episode: Episode,
  about: { at: string; status?: string; invited: readonly Invited[] },
): Promise<string> {
  const id = randomUUID();
  const status = about.status ?? 'HELD';
  await program.rows(
    `insert into app.meeting (id, episode_id, type, status, planned_at, mode, held_at, status_reason)
     values ($1, $2, 'REVIEW_TAC', $3, $4::timestamptz, 'IN_PERSON', case when $3 in ('HELD', 'INQUORATE') then $4::timestamptz end, 'Said so')`,
    [id, episode.id, status, about.at],
  );
  for (const [n, each] of about.invited.entries()) {
    const agency = each.worker?.agency ?? each.agency;
    await program.rows(
      `insert into app.invitation (episode_id, meeting_id, user_id, guest_name, agency_id, professional_role, is_family,
         invited_on, attendance, attendance_reason, deputy_name)
       values ($1, $2, $3, $4, $5, $6, $7, ($8::timestamptz - interval '30 days')::date, $9, $10, $11)`,
      [
        episode.id,
        id,
        each.worker?.id ?? null,
        each.worker ? null : `Guest ${n}`,
        each.family ? null : (agency?.id ?? null),
        each.family ? null : (each.role ?? 'OTHER'),
        each.family ?? false,
        about.at,
        each.code,
        each.reason ?? null,
        each.code === 'DEP' ? 'Somebody else' : null,
      ],
    );
  }
  return id;
}

/** Takes away what `aMeeting` made, so that one database serves many worlds. */
export async function noMeetings(program: Program): Promise<void> {
  await program.rows('delete from app.invitation');
  await program.rows('delete from app.meeting');
}
