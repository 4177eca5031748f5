import type { UnitOfWork } from '#api/platform/database/unit-of-work.js';

export interface CaseChild {
  id: string;
  givenNames: string | null;
  familyName: string | null;
  preferredName: string | null;
  isUnborn: boolean;
  dateOfBirth: string | null;
}

export function childrenOfCase(uow: UnitOfWork, episodeId: string): Promise<CaseChild[]> {
  return uow.rows<CaseChild>(
    `select p.id, p.given_names as "givenNames", p.family_name as "familyName", p.preferred_name as "preferredName",
            p.is_unborn as "isUnborn", p.date_of_birth::text as "dateOfBirth"
     from app.episode_subject s join app.person p on p.id = s.person_id
     where s.episode_id = $1 and s.role = 'CHILD_SUBJECT' order by s.position, p.id`,
    [episodeId],
  );
}

export interface CaseAdult {
  id: string;
  kind: string;
  givenNames: string | null;
  familyName: string | null;
}

/** Relatives of the child this reader may see. */
export function relativesOfChild(uow: UnitOfWork, childId: string): Promise<CaseAdult[]> {
  return uow.rows<CaseAdult>(
    `select p.id, r.kind, coalesce(p.preferred_name, p.given_names) as "givenNames", p.family_name as "familyName"
     from app.relationship r join app.person p on p.id = r.person_id
     where r.child_id = $1 and (r.valid_to is null or sec.today() <= r.valid_to)
     order by r.created_at, r.id limit 100`,
    [childId],
  );
}

export interface SubjectRow {
  unborn: boolean;
  hasNames: boolean;
  dateOfBirth: string | null;
  dueDate: string | null;
  motherLinked: boolean;
  sex: string | null;
  hasCurrentAddress: boolean;
  settingRecorded: boolean;
  facts: {
    ethnicity?: { code: string | null; text: string | null };
    language?: { name: string | null; parent?: string | null };
    interpreter?: { needed: boolean | null; language: string | null; arranged?: boolean | null };
    disability?: { code: string | null; detail: string | null };
  };
  adults: number;
  adultsWithoutPr: number;
}

export async function subjectFacts(
  uow: UnitOfWork,
  episodeId: string,
  childId: string,
): Promise<SubjectRow | null> {
  const row = await uow.one<{ facts: SubjectRow | null }>('select sec.subject_facts($1, $2) as facts', [
    episodeId,
    childId,
  ]);
  return row?.facts ?? null;
}

/** Facts of identity that are asked only where they matter, as far as the database lets this reader have them. */
export interface SeldomFacts {
  religion?: { code?: string | null; text?: string | null };
  requirements?: { text?: string | null };
  immigration?: { code?: string | null };
}

export async function seldomFacts(uow: UnitOfWork, childId: string): Promise<SeldomFacts> {
  const row = await uow.one<{ facts: SeldomFacts | null }>(
    `select jsonb_object_agg(f.key, f.value) as facts from app.person_fact f
     where f.person_id = $1 and f.key in ('religion', 'requirements', 'immigration')`,
    [childId],
  );
  return row?.facts ?? {};
}

export const FACT_CATEGORIES = ['IDENT', 'HEALTH', 'IMMIG'] as const;
export type FactCategory = (typeof FACT_CATEGORIES)[number];

export async function keepPersonFact(
  uow: UnitOfWork,
  childId: string,
  category: FactCategory,
  key: string,
  value: object,
): Promise<void> {
  await uow.rows(
    `insert into app.person_fact (person_id, category, key, value, created_by) values ($1, $2, $3, $4, $5)
     on conflict (person_id, key) do update set value = app.person_fact.value || excluded.value,
       version = app.person_fact.version + 1, updated_at = sec.now()`,
    [childId, category, key, JSON.stringify(value), uow.entered.userId],
  );
}
