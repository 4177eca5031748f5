import type { UnitOfWork } from '#api/platform/database/unit-of-work.js';

export interface ChildRow {
  id: string;
  name: string | null;
  fullName: string | null;
  dateOfBirth: string | null;
}

/** The child of a case, named only where the actor may know the name. */
export async function childOf(uow: UnitOfWork, episodeId: string, childId: string): Promise<ChildRow> {
  const row = await uow.one<ChildRow>(
    `select p.id, coalesce(p.preferred_name, p.given_names) as name,
            concat_ws(' ', coalesce(p.preferred_name, p.given_names), p.family_name) as "fullName",
            p.date_of_birth as "dateOfBirth"
     from app.person p where p.id = $2 and (sec.knows_name($1, $2) or sec.person() is not null)`,
    [episodeId, childId],
  );
  return row ?? { id: childId, name: null, fullName: null, dateOfBirth: null };
}

export interface InterpreterFact {
  needed?: boolean | null;
  language?: string | null;
  arranged?: boolean | null;
}

/** Whether the family needs an interpreter or signer, as far as the database lets this reader know. */
export async function interpreterOf(uow: UnitOfWork, childId: string): Promise<InterpreterFact | null> {
  const row = await uow.one<{ value: InterpreterFact }>(
    `select f.value from app.person_fact f where f.person_id = $1 and f.key = 'interpreter'`,
    [childId],
  );
  return row?.value ?? null;
}
