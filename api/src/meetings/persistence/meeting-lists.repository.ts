import type { UnitOfWork } from '#api/platform/database/unit-of-work.js';

export interface CardRow {
  id: string;
  episodeId: string;
  childId: string | null;
  childName: string | null;
  childFullName: string | null;
  childDob: string | null;
  type: string;
  status: string;
  plannedAt: string;
  durationMinutes: number;
  mode: string;
  place: string | null;
  reviewNo: number | null;
  minutesStatus: string;
  invited: number;
  answered: number;
  version: number;
}

/** The child of a row about one, else the first of the record; named only where the actor may know the name. */
const CARD = `
  m.id, m.episode_id as "episodeId", s.person_id as "childId",
  case when k.known then coalesce(p.preferred_name, p.given_names) end as "childName",
  case when k.known then concat_ws(' ', coalesce(p.preferred_name, p.given_names), p.family_name) end as "childFullName",
  case when k.known then p.date_of_birth end as "childDob",
  m.type, m.status, sec.instant(m.planned_at) as "plannedAt", m.duration_minutes as "durationMinutes", m.mode,
  (select l.place from app.meeting_place l where l.meeting_id = m.id) as place, m.review_no as "reviewNo",
  m.minutes_status as "minutesStatus", m.version,
  (select count(*) from app.invitation i where i.meeting_id = m.id) as invited,
  (select count(*) from app.invitation i where i.meeting_id = m.id and (i.rsvp <> 'NO_ANSWER' or i.user_id = m.chair_id)) as answered`;

const CHILD = `
  left join lateral (select es.person_id from app.episode_subject es where es.episode_id = m.episode_id
    and es.role = 'CHILD_SUBJECT' order by es.person_id is distinct from m.subject_id, es.position limit 1) s on true
  left join app.person p on p.id = s.person_id
  cross join lateral (select sec.knows_name(m.episode_id, s.person_id) as known) k`;

/** Latest first. `after` is the place of the last card of the page before. */
export function meetingsOfEpisode(
  uow: UnitOfWork,
  episodeId: string,
  after: { at: string; id: string } | null,
  limit: number,
): Promise<CardRow[]> {
  return uow.rows<CardRow>(
    `select ${CARD} from app.meeting m ${CHILD}
     where m.episode_id = $1 and ($2::timestamptz is null or (m.planned_at, m.id) < ($2, $3::uuid))
     order by m.planned_at desc, m.id desc limit $4`,
    [episodeId, after?.at ?? null, after?.id ?? null, limit],
  );
}

/** Meetings the actor is invited to or runs; coming ones soonest first, past ones latest first. */
export function meetingsOfWorker(
  uow: UnitOfWork,
  when: 'COMING' | 'PAST',
  after: { at: string; id: string } | null,
  limit: number,
): Promise<CardRow[]> {
  const [sign, order] = when === 'COMING' ? ['>', 'asc'] : ['<', 'desc'];
  const side =
    when === 'COMING'
      ? `m.planned_at >= sec.now() - interval '12 hours' and m.status = 'PLANNED'`
      : `m.planned_at < sec.now()`;
  return uow.rows<CardRow>(
    `select ${CARD} from (
       select i.meeting_id as id from app.invitation i where i.user_id = $4
       union
       select x.id from app.edge e join app.meeting x on x.episode_id = e.episode_id
       where e.user_id = $4 and e.kind = 'LP' and e.from_at <= sec.now() and sec.now() < e.until_at) mine
     join app.meeting m on m.id = mine.id ${CHILD}
     where ${side} and ($1::timestamptz is null or (m.planned_at, m.id) ${sign} ($1, $2::uuid))
     order by m.planned_at ${order}, m.id ${order} limit $3`,
    [after?.at ?? null, after?.id ?? null, limit, uow.entered.userId],
  );
}
