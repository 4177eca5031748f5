import type { AccessContext } from '#api/access/access-context.js';
import type { UnitOfWork } from '#api/platform/database/unit-of-work.js';

export interface ClosingRow {
  id: string;
  version: number;
  body: ClosingBody;
  authorId: string;
}

/** What is kept of a closing: the form as it was filled in, and where it stands. */
export interface ClosingBody {
  status: 'WAITING' | 'CLOSED' | 'SENT_BACK';
  transition: string;
  waitingFor: string[];
  form: Record<string, unknown> & { reason: string; closureDate: string };
  outcomes: { statement: string; status: string }[];
  retentionUntil?: string;
  sentBackReason?: string;
}

export function closingOf(uow: UnitOfWork, episodeId: string): Promise<ClosingRow | null> {
  return uow.one<ClosingRow>(`select id, version, body, author_id as "authorId" from sec.closing_of($1)`, [
    episodeId,
  ]);
}

export async function recordClosing(
  ctx: AccessContext,
  episodeId: string,
  subjectId: string | null,
  body: ClosingBody,
): Promise<void> {
  await ctx.uow.rows('select sec.record_closing($1, $2, $3)', [episodeId, subjectId, JSON.stringify(body)]);
}

export async function sendBack(
  uow: UnitOfWork,
  id: string,
  version: number,
  reason: string,
): Promise<boolean> {
  const row = await uow.one<{ done: boolean }>('select sec.send_back_closing($1, $2, $3) as done', [
    id,
    version,
    reason,
  ]);
  return row?.done ?? false;
}

export async function finishClosing(
  uow: UnitOfWork,
  episodeId: string,
  windows: { team: string; lead: string; retention: string },
): Promise<void> {
  await uow.rows('select sec.finish_closing($1, $2, $3, $4)', [
    episodeId,
    windows.team,
    windows.lead,
    windows.retention,
  ]);
}

export async function recordDeath(
  uow: UnitOfWork,
  episodeId: string,
  { childId, on }: { childId: string; on: string },
): Promise<void> {
  await uow.rows('select sec.record_death($1, $2, $3)', [episodeId, childId, on]);
}

export interface ClosingFacts {
  lastEventOn: string | null;
  finalReview: boolean;
  openOutcomes: number;
  openActions: number;
  withdrawn: boolean;
  conclusion: string | null;
  acceptanceRef: string | null;
  acceptedOn: string | null;
  unborn: boolean;
}

/** What the guards of closing ask, over the rows this actor may see. */
export async function closingFacts(uow: UnitOfWork, episodeId: string): Promise<ClosingFacts> {
  const row = await uow.one<ClosingFacts>(
    `select greatest(
         (select max(v.held_on) from app.review v where v.episode_id = $1),
         (select max((m.held_at at time zone 'Europe/London')::date) from app.meeting m where m.episode_id = $1 and m.status = 'HELD'),
         (select max(a.done_on) from app.action a where a.episode_id = $1)) as "lastEventOn",
       coalesce((select v.what_next in ('CLOSE', 'STEP_DOWN_SINGLE', 'STEP_DOWN_UNIVERSAL') from app.review v
         where v.episode_id = $1 order by v.review_no desc limit 1), false) as "finalReview",
       (select count(*) from app.outcome o join app.plan p on p.id = o.plan_id
         where o.episode_id = $1 and o.status = 'OPEN' and p.status <> 'SUPERSEDED') as "openOutcomes",
       (select count(*) from app.action a join app.plan p on p.id = a.plan_id
         where a.episode_id = $1 and a.status in ('PROPOSED', 'AGREED', 'IN_PROGRESS') and p.status <> 'SUPERSEDED') as "openActions",
       (select x.withdrawn_at is not null from app.episode x where x.id = $1) as withdrawn,
       (select coalesce(n.body ->> 'conclusion', n.body -> 'answers' ->> 'conclusion') from app.answer n
         join app.assessment s on s.id = n.assessment_id
         where n.episode_id = $1 and n.section = 'conclusions' and s.status = 'COMPLETED'
         order by s.version_no desc limit 1) as conclusion,
       (select f.acceptance_ref from app.referral f where f.episode_id = $1 and f.status = 'ACCEPTED'
         order by f.decided_at desc limit 1) as "acceptanceRef",
       (select (f.decided_at at time zone 'Europe/London')::date from app.referral f
         where f.episode_id = $1 and f.status = 'ACCEPTED' order by f.decided_at desc limit 1) as "acceptedOn",
       exists (select 1 from app.episode_subject s join app.person p on p.id = s.person_id
         where s.episode_id = $1 and p.is_unborn) as unborn`,
    [episodeId],
  );
  if (!row) throw new Error('a select without from answers one row');
  return {
    ...row,
    openOutcomes: Number(row.openOutcomes),
    openActions: Number(row.openActions),
  };
}
