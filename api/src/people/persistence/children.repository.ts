import { randomUUID } from 'node:crypto';
import type { ChangeChild } from '@encircle/shared/people';
import type { NewPerson } from '#api/people/domain/stored-child.js';
import type { UnitOfWork } from '#api/platform/database/unit-of-work.js';

export interface PersonRow {
  id: string;
  version: number;
  kind: string;
  isUnborn: boolean;
  givenNames: string | null;
  familyName: string | null;
  noSurname: boolean;
  preferredName: string | null;
  pronouns: string | null;
  dateOfBirth: string | null;
  dobStatus: string | null;
  dueDate: string | null;
  motherId: string | null;
  sex: string;
  createdBy: string | null;
}

const PERSON = `p.id, p.version, p.kind, p.is_unborn as "isUnborn", p.given_names as "givenNames",
  p.family_name as "familyName", p.no_surname as "noSurname", p.preferred_name as "preferredName", p.pronouns,
  p.date_of_birth as "dateOfBirth", p.dob_status as "dobStatus", p.due_date as "dueDate", p.mother_id as "motherId",
  p.sex, p.created_by as "createdBy"`;

export function personById(uow: UnitOfWork, id: string): Promise<PersonRow | null> {
  return uow.one<PersonRow>(`select ${PERSON} from app.person p where p.id = $1`, [id]);
}

/** Children of the same family whom the actor may begin work for; eldest first. */
export function siblingsOf(uow: UnitOfWork, childId: string): Promise<PersonRow[]> {
  return uow.rows<PersonRow>(
    `select ${PERSON} from app.person p where p.id = any ((select array_agg(s) from sec.siblings_to_join($1) s)::uuid[])
     order by p.date_of_birth nulls last, p.id limit 30`,
    [childId],
  );
}

/** Episodes of a child that the actor knows, open and newest first; each may carry a different agreement. */
export async function episodesOf(uow: UnitOfWork, childId: string): Promise<string[]> {
  const rows = await uow.rows<{ id: string }>(
    `select x.id from app.episode_subject s join app.episode x on x.id = s.episode_id
     where s.person_id = $1 order by x.closed_on nulls first, x.opened_on desc limit 5`,
    [childId],
  );
  return rows.map(({ id }) => id);
}

/** Added by this worker, and support has not started for them or their family. */
export async function isUnstarted(uow: UnitOfWork, personId: string): Promise<boolean> {
  const row = await uow.one<{ unstarted: boolean }>('select sec.unstarted($1) as unstarted', [personId]);
  return row?.unstarted ?? false;
}

export async function insertPerson(
  uow: UnitOfWork,
  person: NewPerson,
  motherId: string | null,
): Promise<string> {
  const id = randomUUID();
  await uow.rows(
    `insert into app.person (id, kind, is_unborn, given_names, family_name, no_surname, preferred_name, pronouns,
       date_of_birth, dob_status, due_date, mother_id, sex, created_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      id,
      person.kind,
      person.isUnborn,
      person.givenNames,
      person.familyName,
      person.noSurname,
      person.preferredName,
      person.pronouns,
      person.dateOfBirth,
      person.dobStatus,
      person.dueDate,
      motherId,
      person.sex,
      uow.entered.userId,
    ],
  );
  for (const name of person.otherNames)
    await detail(uow, 'other_name', id, {
      kind: name.kind,
      given_names: name.givenNames,
      family_name: name.familyName,
    });
  for (const number of person.identifiers)
    await detail(uow, 'identifier', id, { kind: number.kind, value: number.value });
  for (const address of person.addresses)
    await detail(uow, 'address', id, {
      kind: address.kind,
      lines: address.lines,
      postcode: address.postcode,
      valid_from: address.validFrom,
    });
  for (const contact of person.contacts)
    await detail(uow, 'contact_point', id, {
      kind: contact.kind,
      value: contact.value,
      safe_to_call: contact.safeToCall,
      safe_to_text: contact.safeToText,
      leave_message: contact.leaveMessage,
    });
  for (const setting of person.settings)
    await detail(uow, 'setting', id, {
      kind: setting.kind,
      agency_id: setting.agencyId,
      name: setting.name,
      year_group: setting.yearGroup,
    });
  return id;
}

/** The column names are ours, never the caller's. */
async function detail(
  uow: UnitOfWork,
  table: 'other_name' | 'identifier' | 'address' | 'contact_point' | 'setting',
  personId: string,
  columns: Record<string, unknown>,
): Promise<void> {
  const names = Object.keys(columns);
  await uow.rows(
    `insert into app.${table} (person_id, created_by, ${names.join(', ')})
     values ($1, $2, ${names.map((_, index) => `$${index + 3}`).join(', ')})`,
    [personId, uow.entered.userId, ...Object.values(columns)],
  );
}

/** Tells the CAF team of children who may be the same; nothing comes back (a refusal would tell the adder). */
export async function noteDuplicates(uow: UnitOfWork, childId: string): Promise<void> {
  await uow.rows('select sec.note_possible_duplicates($1)', [childId]);
}

/** @returns false when somebody saved first, or the row may not be changed */
export async function changePerson(
  uow: UnitOfWork,
  id: string,
  change: Omit<ChangeChild, 'digitsConfirmed'>,
): Promise<boolean> {
  const changed = await uow.changed(
    `update app.person set
       given_names = coalesce($3, given_names), family_name = coalesce($4, family_name),
       preferred_name = coalesce($5, preferred_name), pronouns = coalesce($6, pronouns),
       date_of_birth = coalesce($7, date_of_birth), dob_status = coalesce($8, dob_status), sex = coalesce($9, sex),
       version = version + 1, updated_at = sec.now()
     where id = $1 and version = $2`,
    [
      id,
      change.version,
      change.givenNames ?? null,
      change.familyName ?? null,
      change.preferredName ?? null,
      change.pronouns ?? null,
      change.dateOfBirth ?? null,
      change.dobStatus ?? null,
      change.sex ?? null,
    ],
  );
  return changed === 1;
}
