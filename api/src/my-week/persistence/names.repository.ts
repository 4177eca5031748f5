import type { UnitOfWork } from '#api/platform/database/unit-of-work.js';

/** A child of a case, named only where the reader may know the name. */
export interface ChildRow {
  episodeId: string;
  childId: string;
  childName: string | null;
  childFullName: string | null;
  childDob: string | null;
}

/** The children of what is shown, in the order of their records. Whether a name may be known is asked for all of them at once. */
export function childrenOf(uow: UnitOfWork, episodeIds: readonly string[]): Promise<ChildRow[]> {
  return uow.rows<ChildRow>(
    `with kids as materialized (
       select s.episode_id, s.person_id, s.position, n.person_id is not null as known
       from app.episode_subject s
         left join sec.names_known($1::uuid[]) n on n.episode_id = s.episode_id and n.person_id = s.person_id
       where s.role = 'CHILD_SUBJECT' and s.episode_id = any ($1::uuid[])),
     people as materialized (
       select p.id, coalesce(p.preferred_name, p.given_names) as name,
         concat_ws(' ', coalesce(p.preferred_name, p.given_names), p.family_name) as full_name, p.date_of_birth as dob
       from app.person p where p.id = any ((select array_agg(k.person_id) from kids k where k.known)::uuid[]))
     select k.episode_id as "episodeId", k.person_id as "childId", p.name as "childName", p.full_name as "childFullName", p.dob as "childDob"
     from kids k left join people p on p.id = k.person_id order by k.episode_id, k.position`,
    [episodeIds],
  );
}

/** What people of the family are called, as far as the reader may know. */
export async function namesOf(
  uow: UnitOfWork,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (personIds.length === 0) return new Map();
  const rows = await uow.rows<{ id: string; name: string }>(
    `select p.id, coalesce(p.preferred_name, p.given_names) as name from app.person p where p.id = any ($1::uuid[])`,
    [personIds],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
