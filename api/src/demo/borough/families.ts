import { addDays, ncYear, academicYearOf, type CivilDate } from '@encircle/shared/dates';
import { fixtureId } from '@encircle/shared/fixture';
import type { Random } from '../random.js';
import type { Rows } from '../rows.js';
import { BOYS, FAMILIES, GIRLS, LOCALITIES, MEN, STREETS, WOMEN } from './names.js';
import type { Service } from './services.js';

export interface Child {
  id: string;
  forename: string;
  dob: CivilDate;
  school: Service;
}

export interface Family {
  locality: string;
  parentId: string;
  parentName: string;
  children: Child[];
}

const CHILDREN_PER_FAMILY = { one: 48, two: 38, three: 14 } as const;
const COUNT = { one: 1, two: 2, three: 3 } as const;

/** Families with children of every age, a home and a school, most of whom nobody has worried about. */
export function addFamilies(
  rows: Rows,
  random: Random,
  anchor: CivilDate,
  services: readonly Service[],
  howMany: number,
): Family[] {
  const schools = schoolsByAge(services);
  return Array.from({ length: howMany }, (_, n) => addFamily(rows, random, anchor, schools, n));
}

type Schools = (age: number, random: Random) => Service;

function schoolsByAge(services: readonly Service[]): Schools {
  const of = (kind: string): Service[] => services.filter((s) => s.kind === kind);
  const [nursery, primary, secondary] = [of('NURSERY'), of('PRIMARY_SCHOOL'), of('SECONDARY_SCHOOL')];
  return (age, random) => random.pick(age < 4 ? nursery : age < 11 ? primary : secondary);
}

function addFamily(rows: Rows, random: Random, anchor: CivilDate, schools: Schools, n: number): Family {
  const surname = random.pick(FAMILIES);
  const street = `${random.int(1, 98)} ${random.pick(STREETS)}`;
  const postcode = `QX${random.int(1, 9)} ${random.int(1, 9)}${random.pick('ABDEFGHJLNPQRSTUWXYZ'.split(''))}${random.pick('ABDEFGHJLNPQRSTUWXYZ'.split(''))}`;
  const mother = addAdult(
    rows,
    fixtureId('person', `mother ${n}`),
    random.pick(WOMEN),
    surname,
    'FEMALE',
    addDays(anchor, -random.int(24, 44) * 365),
    n,
  );
  const father = random.chance(0.6)
    ? addAdult(
        rows,
        fixtureId('person', `father ${n}`),
        random.pick(MEN),
        random.chance(0.7) ? surname : random.pick(FAMILIES),
        'MALE',
        addDays(anchor, -random.int(25, 48) * 365),
        n + 5000,
      )
    : null;
  const fatherAtHome = father !== null && random.chance(0.6);
  const count = COUNT[random.weighted(CHILDREN_PER_FAMILY)];
  const children: Child[] = [];
  for (let k = 0; k < count; k += 1) {
    const child = addChild(rows, random, anchor, schools, surname, `${n} ${k}`);
    children.push(child);
    rows.add('app.address', {
      id: fixtureId('address', child.id),
      person_id: child.id,
      kind: 'HOME',
      lines: street,
      postcode,
      valid_from: addDays(anchor, -900),
    });
    tie(rows, mother.id, child.id, 'MOTHER', 'MOTHER', 'FULL_TIME');
    if (father)
      tie(rows, father.id, child.id, 'FATHER', 'REGISTERED_FATHER', fatherAtHome ? 'FULL_TIME' : 'NO');
  }
  return { locality: random.pick(LOCALITIES), parentId: mother.id, parentName: mother.name, children };
}

function addAdult(
  rows: Rows,
  id: string,
  forename: string,
  surname: string,
  sex: string,
  dob: CivilDate,
  n: number,
): { id: string; name: string } {
  rows.add('app.person', {
    id,
    kind: 'ADULT',
    is_unborn: false,
    given_names: forename,
    family_name: surname,
    preferred_name: forename,
    date_of_birth: dob,
    dob_status: 'DECLARED',
    sex,
  });
  rows.add('app.contact_point', {
    id: fixtureId('phone', id),
    person_id: id,
    kind: 'PHONE',
    value: `07700 900${String(400 + (n % 600)).padStart(3, '0')}`,
  });
  return { id, name: forename };
}

function addChild(
  rows: Rows,
  random: Random,
  anchor: CivilDate,
  schools: Schools,
  surname: string,
  key: string,
): Child {
  const girl = random.chance(0.49);
  const id = fixtureId('person', `child ${key}`);
  const forename = random.pick(girl ? GIRLS : BOYS);
  const dob = addDays(anchor, -random.int(200, 17 * 365 + 200));
  const age = Math.floor((Date.parse(anchor) - Date.parse(dob)) / (365.25 * 86_400_000));
  const school = schools(age, random);
  rows.add('app.person', {
    id,
    kind: 'CHILD',
    is_unborn: false,
    given_names: forename,
    family_name: surname,
    preferred_name: forename,
    date_of_birth: dob,
    dob_status: 'VERIFIED',
    sex: girl ? 'FEMALE' : 'MALE',
  });
  const year = ncYear(dob, academicYearOf(anchor));
  rows.add('app.setting', {
    id: fixtureId('school', id),
    person_id: id,
    kind: age < 4 ? 'NURSERY' : 'SCHOOL',
    agency_id: school.id,
    name: school.name,
    year_group: year >= 1 && year <= 13 ? `Year ${year}` : year === 0 ? 'Reception' : null,
    valid_from: addDays(anchor, -200),
  });
  return { id, forename, dob, school };
}

function tie(
  rows: Rows,
  personId: string,
  childId: string,
  kind: string,
  basis: string,
  livesWith: string,
): void {
  rows.add('app.relationship', {
    id: fixtureId('relationship', `${personId} ${childId}`),
    child_id: childId,
    person_id: personId,
    kind,
    has_pr: 'YES',
    pr_basis: basis,
    lives_with: livesWith,
    is_carer: livesWith !== 'NO',
    portal: 'NONE',
  });
}
