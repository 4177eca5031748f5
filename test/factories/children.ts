import { randomUUID } from 'node:crypto';
import type { Rows } from '../kit/rows.js';
import type { Worker } from './people.js';

export interface Person {
  id: string;
  givenNames: string;
  familyName: string;
}

let counter = 0;
const next = (): number => (counter += 1);

export interface ChildOver {
  givenNames: string;
  familyName: string;
  preferredName: string | null;
  dateOfBirth: string;
  sex: string;
  postcode: string;
  addressKind: string;
  nhsNumber: string;
  school: string;
}

/** A born child, with address, NHS number and school where given. Stored directly: no episode, seen by nobody. */
export async function aChild(program: Rows, over: Partial<ChildOver> = {}): Promise<Person> {
  const id = randomUUID();
  const givenNames = over.givenNames ?? `Child${letters(next())}`;
  const familyName = over.familyName ?? 'Tester';
  await program.rows(
    `insert into app.person (id, kind, given_names, family_name, preferred_name, date_of_birth, dob_status, sex)
     values ($1, 'CHILD', $2, $3, $4, $5, 'DECLARED', $6)`,
    [
      id,
      givenNames,
      familyName,
      over.preferredName ?? null,
      over.dateOfBirth ?? '2016-06-10',
      over.sex ?? 'FEMALE',
    ],
  );
  if (over.postcode !== undefined)
    await program.rows(
      `insert into app.address (person_id, kind, lines, postcode, valid_from) values ($1, $2, '1 Test Street', $3, '2020-01-01')`,
      [id, over.addressKind ?? 'HOME', over.postcode],
    );
  if (over.nhsNumber !== undefined)
    await program.rows(`insert into app.identifier (person_id, kind, value) values ($1, 'NHS', $2)`, [
      id,
      over.nhsNumber,
    ]);
  if (over.school !== undefined)
    await program.rows(`insert into app.setting (person_id, kind, name) values ($1, 'SCHOOL', $2)`, [
      id,
      over.school,
    ]);
  return { id, givenNames, familyName };
}

/** A baby not yet born, of this mother, who has parental responsibility. */
export async function anUnbornBaby(program: Rows, mother: Person, dueDate: string): Promise<Person> {
  const id = randomUUID();
  await program.rows(
    `insert into app.person (id, kind, is_unborn, due_date, mother_id, sex) values ($1, 'CHILD', true, $2, $3, 'UNKNOWN')`,
    [id, dueDate, mother.id],
  );
  const baby = { id, givenNames: '', familyName: '' };
  await relativeOf(program, baby, mother, { prBasis: 'MOTHER' });
  return baby;
}

/** An adult; `relativeOf` ties them to a child. */
export async function anAdult(
  program: Rows,
  over: Partial<{ givenNames: string; familyName: string; dateOfBirth: string | null }> = {},
): Promise<Person> {
  const id = randomUUID();
  const givenNames = over.givenNames ?? `Adult${letters(next())}`;
  const familyName = over.familyName ?? 'Tester';
  await program.rows(
    `insert into app.person (id, kind, given_names, family_name, date_of_birth) values ($1, 'ADULT', $2, $3, $4)`,
    [id, givenNames, familyName, over.dateOfBirth ?? null],
  );
  return { id, givenNames, familyName };
}

export async function relativeOf(
  program: Rows,
  child: Person,
  person: Person,
  over: Partial<{ kind: string; hasPr: string; prBasis: string; livesWith: string; portal: string }> = {},
): Promise<void> {
  await program.rows(
    `insert into app.relationship (child_id, person_id, kind, has_pr, pr_basis, lives_with, portal)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      child.id,
      person.id,
      over.kind ?? 'MOTHER',
      over.hasPr ?? 'YES',
      over.prBasis ?? null,
      over.livesWith ?? 'FULL_TIME',
      over.portal ?? 'NONE',
    ],
  );
}

/** A family account for a person: a young person, a parent or another adult of the file. */
export async function aFamilyAccount(
  program: Rows,
  person: Person,
  role: 'YP' | 'PAR' | 'ADLT',
): Promise<Pick<Worker, 'id' | 'email'>> {
  const id = randomUUID();
  const email = `family.${id.slice(0, 8)}@home.example`;
  await program.rows(`insert into app.app_user (id, email, full_name, person_id) values ($1, $2, $3, $4)`, [
    id,
    email,
    `${person.givenNames} ${person.familyName}`,
    person.id,
  ]);
  await program.rows(
    `insert into app.membership (user_id, role, job_title, valid_from) values ($1, $2, 'Family', '2020-01-01')`,
    [id, role],
  );
  return { id, email };
}

/** Names have no digits (rule 8.7): 1 is A, 27 is AA. */
function letters(n: number): string {
  const rest = Math.floor((n - 1) / 26);
  return (rest > 0 ? letters(rest) : '') + String.fromCharCode(97 + ((n - 1) % 26));
}
