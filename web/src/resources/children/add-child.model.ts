import type { AddChild, AddRelative } from '@encircle/shared/people';

/** One person of the family as typed; empty text is what was not filled in. */
export interface PersonForm {
  /** Tells rows apart while they are added and taken out. */
  key: number;
  /** Somebody of the family who is on record already; empty for somebody new. */
  personId: string;
  givenNames: string;
  familyName: string;
  kind: string;
  hasPr: string;
  prBasis: string;
  livesWith: string;
  phone: string;
}

export interface ChildForm {
  isUnborn: boolean;
  givenNames: string;
  familyName: string;
  noSurname: boolean;
  preferredName: string;
  pronouns: string;
  dateOfBirth: string;
  dobStatus: string;
  dueDate: string;
  sex: string;
  nhsNumber: string;
  addressKind: string;
  lines: string;
  postcode: string;
  phone: string;
  settingKind: string;
  settingName: string;
  yearGroup: string;
  people: PersonForm[];
}

export const newPerson = (key: number, familyName = ''): PersonForm => ({
  key,
  personId: '',
  givenNames: '',
  familyName,
  kind: '',
  hasPr: '',
  prBasis: '',
  livesWith: '',
  phone: '',
});

/** Those who care for the brothers and sisters come first: who they are to this child is asked, their names are known. */
export const withCarers = (
  form: ChildForm,
  carers: readonly { personId: string; name: string }[],
): ChildForm =>
  carers.length === 0
    ? form
    : {
        ...form,
        people: carers.map(({ personId, name }, index) => ({
          ...newPerson(index + 1),
          personId,
          givenNames: name,
        })),
      };

/** The child is of that family after all, or is not: who was typed by hand stays. */
export function changeCarers(
  form: ChildForm,
  carers: readonly { personId: string; name: string }[],
): ChildForm {
  const typed = form.people.filter(({ personId }) => personId === '');
  const known = withCarers({ ...form, people: [] }, carers).people;
  const people = [...known, ...typed].map((person, index) => ({ ...person, key: index + 1 }));
  return { ...form, people: people.length > 0 ? people : [newPerson(1)] };
}

/** The form begins with what was searched, so that nothing is typed twice. */
export function beginWith(typed: {
  givenNames: string;
  familyName: string;
  dateOfBirth: string;
  postcode: string;
  nhsNumber: string;
}): ChildForm {
  return {
    ...typed,
    isUnborn: false,
    noSurname: false,
    preferredName: '',
    pronouns: '',
    dobStatus: '',
    dueDate: '',
    sex: '',
    addressKind: 'HOME',
    lines: '',
    phone: '',
    settingKind: 'SCHOOL',
    settingName: '',
    yearGroup: '',
    people: [newPerson(1)],
  };
}

/** The command. A person row with nothing in it is left out; an unborn baby has no birth date, sex or address. */
export function toCommand(form: ChildForm): AddChild {
  const { isUnborn } = form;
  return {
    isUnborn,
    ...filled('givenNames', form.givenNames),
    ...filled('familyName', form.noSurname ? '' : form.familyName),
    noSurname: form.noSurname,
    ...filled('preferredName', form.preferredName),
    ...filled('pronouns', form.pronouns),
    ...(isUnborn
      ? filled('dueDate', form.dueDate)
      : { ...filled('dateOfBirth', form.dateOfBirth), ...filled('dobStatus', form.dobStatus) }),
    sex: isUnborn ? 'UNKNOWN' : form.sex,
    ...filled('nhsNumber', form.nhsNumber),
    addresses: addressesOf(form),
    contacts: form.phone.trim() === '' ? [] : [{ kind: 'PHONE', value: form.phone.trim() }],
    settings:
      isUnborn || form.settingName.trim() === ''
        ? []
        : [{ kind: form.settingKind, name: form.settingName.trim(), ...filled('yearGroup', form.yearGroup) }],
    relatives: form.people.filter(isFilled).map(relativeOf),
  };
}

/** The path of the command as the id of its control: addresses, numbers and people stand in boxes of their own. */
export function controlOf(path: string, form: ChildForm): string {
  const person = /^relatives\.(\d+)\.(\w+)$/.exec(path);
  if (person) {
    const row = form.people.filter(isFilled)[Number(person[1])];
    return row ? `person-${row.key}-${person[2]}` : 'people';
  }
  if (path === 'relatives') return 'people';
  if (path === 'addresses') return 'lines';
  if (path.startsWith('addresses.')) return path.split('.')[2] ?? 'lines';
  if (path.startsWith('contacts.')) return 'phone';
  if (path.startsWith('settings.')) return 'settingName';
  return path;
}

function addressesOf(form: ChildForm): AddChild['addresses'] {
  if (form.addressKind === 'NFA') return [{ kind: 'NFA' }];
  if (form.lines.trim() === '' && form.postcode.trim() === '') return [];
  return [{ kind: form.addressKind, ...filled('lines', form.lines), ...filled('postcode', form.postcode) }];
}

function relativeOf(person: PersonForm): AddRelative {
  return {
    ...(person.personId === ''
      ? { ...filled('givenNames', person.givenNames), ...filled('familyName', person.familyName) }
      : { personId: person.personId }),
    kind: person.kind,
    hasPr: person.hasPr,
    ...(person.hasPr === 'YES' ? filled('prBasis', person.prBasis) : {}),
    livesWith: person.livesWith,
    ...filled('phone', person.phone),
  };
}

/** The surname alone, or somebody known, is offered by us, so it does not count as typed. */
function isFilled(person: PersonForm): boolean {
  const { personId, givenNames, kind, hasPr, prBasis, livesWith, phone } = person;
  return [personId === '' ? givenNames : '', kind, hasPr, prBasis, livesWith, phone].some(
    (text) => text.trim() !== '',
  );
}

function filled<K extends string>(key: K, text: string): Partial<Record<K, string>> {
  return text.trim() === '' ? {} : ({ [key]: text.trim() } as Partial<Record<K, string>>);
}

/** Answers a choice needs before the rules can look at it; said in the words the API has for them. */
export function missingChoices(form: ChildForm): Record<string, string[]> {
  const missing: Record<string, string[]> = {};
  if (!form.isUnborn && form.sex === '') missing['sex'] = ['Choose the sex, or say that it is not known'];
  form.people.filter(isFilled).forEach((person, n) => {
    if (person.kind === '') missing[`relatives.${n}.kind`] = ['Say who this person is to the child'];
    if (person.hasPr === '')
      missing[`relatives.${n}.hasPr`] = ['Say whether they have parental responsibility'];
    if (person.livesWith === '')
      missing[`relatives.${n}.livesWith`] = ['Say whether they live with the child'];
  });
  return missing;
}

/** First words as forename, the last as surname: the boxes of "Add a child" begin with what was searched. */
export function namesTyped(name: string): { givenNames: string; familyName: string } {
  const words = name.trim().split(/\s+/).filter(Boolean);
  if (words.length < 2) return { givenNames: words.join(' '), familyName: '' };
  return { givenNames: words.slice(0, -1).join(' '), familyName: words.at(-1) ?? '' };
}
