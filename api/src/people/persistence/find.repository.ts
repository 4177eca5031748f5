import type { SearchReady } from '@encircle/shared/people';
import type { IndexMatch, KnownDetails, KnownRow } from '#api/people/domain/found.js';
import type { UnitOfWork } from '#api/platform/database/unit-of-work.js';

export type IndexSearchResult =
  { over: true; used: number } | { over: false; used: number; hash: string; matches: IndexMatch[] };

/** A caseload above this is a manager's; the newest cases come first. */
const MOST_KNOWN = 3000;

export async function searchIndex(
  uow: UnitOfWork,
  search: SearchReady,
  most: number,
): Promise<IndexSearchResult> {
  const row = await uow.one<{ result: IndexSearchResult }>(
    'select sec.index_search($1, $2, $3, $4, $5, $6) as result',
    [
      search.name,
      search.dateOfBirth,
      search.sex,
      search.postcode?.replace(/ /g, '') ?? null,
      search.nhsNumber,
      most,
    ],
  );
  if (!row) throw new Error('a search of the index always answers');
  return row.result;
}

/** Children of the searcher's own cases, and those they added whose support has not started. Row security guards both. */
export function knownChildren(uow: UnitOfWork): Promise<KnownRow[]> {
  const { userId, agencyId, role } = uow.entered;
  const principals = role === 'AMGR' && agencyId !== null ? [userId, agencyId] : [userId];
  return uow.rows<KnownRow>(
    `select p.id as "childId", x.id as "episodeId", p.given_names as "givenNames", p.family_name as "familyName",
            p.preferred_name as "preferredName", p.date_of_birth as "dateOfBirth", p.created_by as "createdBy",
            (select e.kind from app.edge e where e.episode_id = x.id and e.user_id = $2
               and e.from_at <= sec.now() and sec.now() < e.until_at
             order by array_position(array['LP', 'AUTHOR', 'TACM', 'CAFC_TASK'], e.kind) limit 1) as place
     from (select distinct g.episode_id from app.case_grant g
           where g.principal_id = any ($1) and g.expires > sec.now()) g
       join app.episode x on x.id = g.episode_id and x.state not in ('MERGED', 'DISPOSED', 'ARCHIVED')
       join app.episode_subject s on s.episode_id = x.id and s.role = 'CHILD_SUBJECT'
       join app.person p on p.id = s.person_id
     union all
     select p.id, null, p.given_names, p.family_name, p.preferred_name, p.date_of_birth, p.created_by, null
     from app.person p where p.created_by = $2 and p.kind = 'CHILD' and sec.unstarted(p.id)
     limit ${MOST_KNOWN}`,
    [principals, userId],
  );
}

/** Those of the known children who carry this NHS number: the number holds when the name has changed. */
export async function knownByNumber(
  uow: UnitOfWork,
  nhsNumber: string | null,
  rows: readonly KnownRow[],
): Promise<KnownRow[]> {
  if (nhsNumber === null) return [];
  const found = await uow.rows<{ id: string }>(
    `select person_id as id from app.identifier where kind = 'NHS' and value = $1 and person_id = any ($2)`,
    [nhsNumber, rows.map((row) => row.childId)],
  );
  const ids = new Set(found.map(({ id }) => id));
  return rows.filter((row) => ids.has(row.childId));
}

/** What else may be matched on, for these children only; rows the searcher may not read are not there. */
export async function detailsOf(uow: UnitOfWork, ids: readonly string[]): Promise<KnownDetails> {
  const rows = await uow.rows<{ id: string; kind: string; value: string }>(
    `select person_id as id, 'NAME' as kind, concat_ws(' ', given_names, family_name) as value
       from app.other_name where person_id = any ($1) and kind in ('AKA', 'ALIAS', 'PREFERRED', 'TRANSLIT')
     union all
     select person_id, 'POSTCODE', postcode from app.address
       where person_id = any ($1) and postcode is not null and kind <> 'REFUGE' and valid_to is null
     union all
     select person_id, 'NHS', value from app.identifier where person_id = any ($1) and kind = 'NHS'
     union all
     select person_id, 'SETTING', name from app.setting
       where person_id = any ($1) and kind in ('SCHOOL', 'NURSERY', 'COLLEGE') and valid_to is null`,
    [ids],
  );
  const of = (kind: string): Map<string, string[]> => {
    const map = new Map<string, string[]>();
    for (const row of rows) if (row.kind === kind) map.set(row.id, [...(map.get(row.id) ?? []), row.value]);
    return map;
  };
  const settings = new Map([...of('SETTING')].map(([id, [first]]) => [id, first ?? '']));
  return { otherNames: of('NAME'), postcodes: of('POSTCODE'), nhsNumbers: of('NHS'), settings };
}

/** Whether this worker has searched in this hour or the one before: a child is added only after a search. */
export async function hasSearched(uow: UnitOfWork): Promise<boolean> {
  const row = await uow.one<{ searched: boolean }>(
    `select exists (select 1 from app.search_allowance
       where user_id = $1 and hour > sec.now() - interval '2 hours') as searched`,
    [uow.entered.userId],
  );
  return row?.searched ?? false;
}

export function cafTeam(uow: UnitOfWork): Promise<{ name: string; phone: string | null } | null> {
  return uow.one(
    `select name, phone from app.agency where kind = 'CAF_TEAM' order by created_at, id limit 1`,
  );
}
