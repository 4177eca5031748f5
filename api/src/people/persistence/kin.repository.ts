import type { ChangeRelative, EndRelative, RelativePastView } from '@encircle/shared/people';
import type { NewRelative } from '#api/people/domain/stored-child.js';
import type { UnitOfWork } from '#api/platform/database/unit-of-work.js';

/** Whether who belongs to this child is this worker's to write down. */
export async function keepsFamily(uow: UnitOfWork, childId: string): Promise<boolean> {
  const row = await uow.one<{ keeps: boolean }>('select sec.keeps_family($1) as keeps', [childId]);
  return row?.keeps ?? false;
}

export interface OfTheRecord {
  personId: string;
  givenNames: string | null;
  familyName: string | null;
  preferredName: string | null;
  dateOfBirth: string | null;
  /** What they are, and to which child; empty for a child of the record. */
  kinds: string[];
  childNames: string[];
}

/**
 * Whoever stands in one record with this child, and whoever belongs to one of its children. Row security shows the reader's
 * share of them; people of other records are never among them.
 */
export function peopleOfRecord(uow: UnitOfWork, childId: string): Promise<OfTheRecord[]> {
  return uow.rows<OfTheRecord>(
    `with child as (
       select $1::uuid as id
       union select o.person_id from app.episode_subject s join app.episode_subject o on o.episode_id = s.episode_id
       where s.person_id = $1),
     kin as (
       select r.person_id, r.kind, coalesce(c.preferred_name, c.given_names, '') as child_name, r.created_at
       from child join app.person c on c.id = child.id join app.relationship r on r.child_id = child.id
       where r.valid_to is null or sec.today() <= r.valid_to
       union all select child.id, null, null, null from child where child.id <> $1)
     select p.id as "personId", p.given_names as "givenNames", p.family_name as "familyName",
       p.preferred_name as "preferredName", p.date_of_birth as "dateOfBirth",
       coalesce(array_agg(k.kind order by k.created_at) filter (where k.kind is not null), '{}') as kinds,
       coalesce(array_agg(k.child_name order by k.created_at) filter (where k.kind is not null), '{}') as "childNames"
     from kin k join app.person p on p.id = k.person_id and p.id <> $1
     group by p.id order by p.id limit 200`,
    [childId],
  );
}

/** @returns false when somebody changed the tie first */
export async function changeRelative(
  uow: UnitOfWork,
  tieId: string,
  change: ChangeRelative,
  tie: NewRelative,
): Promise<boolean> {
  const row = await uow.one<{ done: boolean }>('select sec.change_relative($1, $2, $3, $4, $5, $6) as done', [
    tieId,
    change.version,
    change.why,
    change.reason || null,
    JSON.stringify(tie),
    change.prUntil ?? null,
  ]);
  return row?.done ?? false;
}

/** @returns false when somebody changed the tie first */
export async function endRelative(uow: UnitOfWork, tieId: string, end: EndRelative): Promise<boolean> {
  const row = await uow.one<{ done: boolean }>('select sec.end_relative($1, $2, $3, $4, $5) as done', [
    tieId,
    end.version,
    end.why,
    end.reason || null,
    end.endedOn ?? null,
  ]);
  return row?.done ?? false;
}

/** Services that read by what this person agreed to for the child, as far as the reader may see the lines. */
export async function servicesBy(uow: UnitOfWork, childId: string, personId: string): Promise<number> {
  const row = await uow.one<{ n: number }>(
    `select count(distinct c.recipient_agency_id)::int as n from app.consent_line c
     where c.subject_id = $1 and c.giver_person_id = $2 and c.decision = 'GIVEN' and c.status = 'ACTIVE'
       and c.category in ('IDENT', 'INVOLVE', 'CHILD', 'PARENTING', 'FAMILY', 'HEALTH', 'PLAN', 'MEETING', 'NOTES')
       and (c.expires_on is null or sec.today() <= c.expires_on)`,
    [childId, personId],
  );
  return row?.n ?? 0;
}

/** How the family was written down before, newest first. */
export function pastOf(
  uow: UnitOfWork,
  childId: string,
  after: readonly [string, string] | null,
  limit: number,
): Promise<RelativePastView[]> {
  return uow.rows<RelativePastView>(
    `select h.id, h.was ->> 'fullName' as "fullName", h.why, h.reason, h.was ->> 'kind' as kind, h.was ->> 'hasPr' as "hasPr",
       h.was ->> 'prBasis' as "prBasis", h.was ->> 'livesWith' as "livesWith", h.created_at as at,
       (select u.full_name from app.app_user u where u.id = h.created_by) as by
     from app.relationship_past h
     where h.child_id = $1 and ($2::timestamptz is null or (h.created_at, h.id) < ($2::timestamptz, $3::uuid))
     order by h.created_at desc, h.id desc limit $4`,
    [childId, after?.[0] ?? null, after?.[1] ?? null, limit],
  );
}
