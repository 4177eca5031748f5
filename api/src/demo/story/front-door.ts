import { addDays, addWorkingDays, ENGLAND_AND_WALES, type CivilDate } from '@encircle/shared/dates';
import { agencyId, fixtureId, userId } from '@encircle/shared/fixture';
import type { Rows } from '../rows.js';

interface Entry {
  agency: string;
  contact: string | null;
  name: string;
  what: string;
  ages: readonly [from: number, to: number];
  levels: readonly number[];
  topics: readonly string[];
  how: string;
  opening: string;
  area: string;
}

/** What a borough has to offer; the specialist one says on its own door how it is asked. */
const ENTRIES: readonly Entry[] = [
  {
    agency: 'locality-support',
    contact: 'yusuf',
    name: 'Family support at home',
    what: 'A worker comes to the house for six to twelve weeks: routines, mornings, bedtimes, and the forms nobody likes.',
    ages: [0, 17],
    levels: [2, 3],
    topics: ['PARENTING', 'SCHOOL_ATTENDANCE', 'BEHAVIOUR_HOME'],
    how: 'Ask from the case, or ring and speak to the duty worker.',
    opening: 'Monday to Friday, 9 to 5; visits until 7',
    area: 'The whole borough',
  },
  {
    agency: 'community-health',
    contact: 'hana',
    name: 'School nurse drop-in',
    what: 'Sleep, food, worries and growing up: a quarter of an hour with the school nurse, with or without a parent.',
    ages: [5, 16],
    levels: [1, 2],
    topics: ['EMOTIONAL_WELLBEING', 'HEALTH_CONDITION'],
    how: 'Children may simply come. For a longer piece of work, ask from the case.',
    opening: 'Tuesdays and Thursdays at noon, in school time',
    area: 'At each primary and secondary school',
  },
  {
    agency: 'youth-service',
    contact: null,
    name: 'Boathouse evenings',
    what: 'Cooking, music and a bike workshop, with youth workers who have time to listen.',
    ages: [11, 18],
    levels: [1, 2],
    topics: ['OFFENDING_ASB', 'BULLYING'],
    how: 'Ring the Boathouse; no form is needed.',
    opening: 'Mondays, Wednesdays and Fridays, 5 to 8',
    area: 'Quayside',
  },
  {
    agency: 'havenside',
    contact: null,
    name: 'Keeping your home',
    what: 'Help with arrears, repairs and letters about the tenancy before they become a court date.',
    ages: [0, 25],
    levels: [1, 2, 3],
    topics: ['HOUSING', 'DEBT_POVERTY'],
    how: 'The family rings the tenancy team; a worker may ring with them.',
    opening: 'Monday to Friday, 8.30 to 6',
    area: 'Homes of Havenside',
  },
  {
    agency: 'camhs',
    contact: null,
    name: 'Talking together',
    what: 'Assessment and talking therapies for children and young people whose feelings have taken over.',
    ages: [5, 18],
    levels: [3, 4],
    topics: ['MENTAL_HEALTH', 'SELF_HARM'],
    how: 'Through the CAF team, who ask the young person or the parent first.',
    opening: 'By appointment',
    area: 'Harbour Road',
  },
];

/** The directory of services, and two questions that wait for the CAF team: one with a name and a yes, one without either. */
export function addFrontDoor(rows: Rows, anchor: CivilDate, today: CivilDate): void {
  for (const { agency, contact, name, what, ages, levels, topics, how, opening, area } of ENTRIES)
    rows.add('app.service_entry', {
      id: fixtureId('service', name),
      agency_id: agencyId(agency),
      contact_id: contact === null ? null : userId(contact),
      name,
      what,
      age_from: ages[0],
      age_to: ages[1],
      levels,
      topics,
      how,
      opening,
      area,
      checked_on: addDays(anchor, -19),
      checked_by: userId('rosa'),
      created_by: userId('rosa'),
    });
  const decideBy = addWorkingDays(today, 2, ENGLAND_AND_WALES);
  const asked = { source: 'OWN_AGENCY', family_knows: true, decide_by: decideBy };
  rows.add('app.enquiry', {
    ...asked,
    id: fixtureId('enquiry', 'noor'),
    agency_id: agencyId('community-health'),
    author_id: userId('hana'),
    created_by: userId('hana'),
    kind: 'SUPPORT',
    given_names: 'Noor',
    family_name: 'Haddad',
    date_of_birth: addDays(anchor, -2500),
    sex: 'FEMALE',
    postcode: 'QX4 2LD',
    setting: 'Seaview Primary',
    issues: ['PARENTING', 'EMOTIONAL_WELLBEING'],
    what_for:
      'Noor sleeps four hours a night since the move. Her mother says evenings are the hardest and would like somebody to come by.',
    strengths: 'She draws everything she sees, and her mother keeps every picture.',
    tried: 'Two visits to the drop-in; a picture plan for the evening helped for a week.',
    agreed: 'YES',
    agreed_by: 'PARENT',
    agreed_name: 'Rana Haddad',
    agreed_on: addDays(today, -1),
    pass_on: true,
    may_hear: true,
  });
  rows.add('app.enquiry', {
    ...asked,
    id: fixtureId('enquiry', 'advice'),
    agency_id: agencyId('northway'),
    author_id: userId('lena'),
    created_by: userId('lena'),
    kind: 'ADVICE',
    family_knows: null,
    issues: ['BEREAVEMENT'],
    what_for:
      'A boy in year 5 lost his grandfather and has not spoken in class since. What could we try before we ask for more?',
  });
}
