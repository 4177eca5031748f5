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

/**
 * One page of meetings `m` with what a card shows. The child of a row about one, else the first of the record; named only where
 * the actor may know the name, which is asked once for the whole page.
 */
const cards = (page: string, order: string): string => `
  with page as materialized (${page}),
  named as materialized (select n.episode_id, n.person_id from sec.names_known(array(select m.episode_id from page m)) n)
  select
    m.id, m.episode_id as "episodeId", s.person_id as "childId",
    case when k.known then coalesce(p.preferred_name, p.given_names) end as "childName",
    case when k.known then concat_ws(' ', coalesce(p.preferred_name, p.given_names), p.family_name) end as "childFullName",
    case when k.known then p.date_of_birth end as "childDob",
    m.type, m.status, sec.instant(m.planned_at) as "plannedAt", m.duration_minutes as "durationMinutes", m.mode,
    (select l.place from app.meeting_place l where l.meeting_id = m.id) as place, m.review_no as "reviewNo",
    m.minutes_status as "minutesStatus", m.version, coalesce(c.invited, 0) as invited, coalesce(c.answered, 0) as answered
  from page m
    left join lateral (select es.person_id from app.episode_subject es where es.episode_id = m.episode_id
      and es.role = 'CHILD_SUBJECT' order by es.person_id is distinct from m.subject_id, es.position limit 1) s on true
    cross join lateral (select (m.episode_id, s.person_id) in (select n.episode_id, n.person_id from named n) as known) k
    left join app.person p on p.id = s.person_id
    left join lateral (
      select count(*) as invited, count(*) filter (where i.rsvp <> 'NO_ANSWER' or i.user_id = m.chair_id) as answered
      from app.invitation i where i.meeting_id = m.id) c on true
  order by ${order}`;

/** Latest first. `after` is the place of the last card of the page before. */
export function meetingsOfEpisode(
  uow: UnitOfWork,
  episodeId: string,
  after: { at: string; id: string } | null,
  limit: number,
): Promise<CardRow[]> {
  const order = 'm.planned_at desc, m.id desc';
  return uow.rows<CardRow>(
    cards(
      `select m.* from app.meeting m
       where m.episode_id = $1 and ($2::timestamptz is null or (m.planned_at, m.id) < ($2, $3::uuid))
       order by ${order} limit $4`,
      order,
    ),
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
  const [sign, way] = when === 'COMING' ? ['>', 'asc'] : ['<', 'desc'];
  const order = `m.planned_at ${way}, m.id ${way}`;
  const side =
    when === 'COMING'
      ? `m.planned_at >= (select sec.now()) - interval '12 hours' and m.status = 'PLANNED'`
      : `m.planned_at < (select sec.now())`;
  return uow.rows<CardRow>(
    cards(
      `select m.* from app.meeting m
       where (m.id = any (array(select i.meeting_id from app.invitation i where i.user_id = $4))
           or m.episode_id = any (array(select e.episode_id from app.edge e
             where e.user_id = $4 and e.kind = 'LP' and e.from_at <= (select sec.now()) and (select sec.now()) < e.until_at)))
         and ${side} and ($1::timestamptz is null or (m.planned_at, m.id) ${sign} ($1, $2::uuid))
       order by ${order} limit $3`,
      order,
    ),
    [after?.at ?? null, after?.id ?? null, limit, uow.entered.userId],
  );
}
