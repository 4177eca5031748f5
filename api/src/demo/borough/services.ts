import type { CivilDate } from '@encircle/shared/dates';
import { addDays } from '@encircle/shared/dates';
import { agencyId, fixtureId, type Fixture } from '@encircle/shared/fixture';
import type { Random } from '../random.js';
import type { Rows } from '../rows.js';
import { AGENCY_KIND } from '../story/agency-kinds.js';
import { FAMILIES, MEN, WOMEN } from './names.js';

export interface Service {
  id: string;
  name: string;
  kind: string;
  group: string;
  workers: Worker[];
}

export interface Worker {
  userId: string;
  agencyId: string;
  group: string;
  role: string;
  name: string;
}

/** Services the story does without but a borough has. */
const MORE: readonly [key: string, name: string, kind: string][] = [
  ['educational-psychology', 'Educational Psychology Service', 'EDUCATIONAL_PSYCHOLOGY'],
  ['speech-language', 'Speech and Language Therapy', 'THERAPIES'],
  ['hillside', 'Hillside Primary', 'PRIMARY_SCHOOL'],
  ['larkfield', 'Larkfield Primary', 'PRIMARY_SCHOOL'],
  ['st-brannock', 'St Brannock’s Primary', 'PRIMARY_SCHOOL'],
  ['harbour-academy', 'Harbour Academy', 'SECONDARY_SCHOOL'],
  ['acorn', 'Acorn Nursery', 'NURSERY'],
  ['young-carers', 'Harbour Young Carers', 'VOLUNTARY'],
];

/** Kind of service to the posts it has; the number is how many people hold it. */
const POSTS: Readonly<Record<string, readonly [role: string, title: string, count: number][]>> = {
  PRIMARY_SCHOOL: [
    ['SENCO', 'SENCO', 1],
    ['PASTORAL_LEAD', 'Pastoral lead', 1],
  ],
  SECONDARY_SCHOOL: [
    ['PASTORAL_LEAD', 'Head of year', 2],
    ['EDUCATION_WELFARE', 'Attendance officer', 1],
  ],
  NURSERY: [['EARLY_YEARS_PRACTITIONER', 'Key person', 2]],
  COMMUNITY_HEALTH: [
    ['HEALTH_VISITOR', 'Health visitor', 6],
    ['SCHOOL_NURSE', 'School nurse', 3],
  ],
  FAMILY_SUPPORT: [
    ['FAMILY_SUPPORT_WORKER', 'Family support worker', 9],
    ['FIP_KEY_WORKER', 'Key worker', 3],
  ],
  CAMHS: [
    ['CAMHS_CLINICIAN', 'Clinician', 3],
    ['PRIMARY_MENTAL_HEALTH', 'Primary mental health worker', 2],
  ],
  YOUTH_SERVICE: [['YOUTH_WORKER', 'Youth worker', 5]],
  HOUSING: [['HOUSING_OFFICER', 'Housing officer', 5]],
  POLICE: [['PCSO', 'Community support officer', 2]],
  GP: [['GP', 'GP', 1]],
  EDUCATIONAL_PSYCHOLOGY: [['EDUCATIONAL_PSYCHOLOGIST', 'Educational psychologist', 3]],
  THERAPIES: [['SPEECH_THERAPIST', 'Speech and language therapist', 3]],
  VOLUNTARY: [['YOUNG_CARERS_WORKER', 'Young carers worker', 2]],
};

const CAN_LEAD = new Set([
  'SENCO',
  'PASTORAL_LEAD',
  'HEALTH_VISITOR',
  'SCHOOL_NURSE',
  'FAMILY_SUPPORT_WORKER',
  'FIP_KEY_WORKER',
  'YOUTH_WORKER',
  'EARLY_YEARS_PRACTITIONER',
]);
export const canLead = (worker: Worker): boolean => CAN_LEAD.has(worker.role);

/** The services of the borough with workers of their own; people of the story keep to the story's cases. */
export function addServices(rows: Rows, story: Fixture, random: Random): Service[] {
  const known: Service[] = story.agencies.map((a) => ({
    id: a.id,
    name: a.name,
    kind: a.kind,
    group: AGENCY_KIND[a.kind]?.group ?? a.name,
    workers: [],
  }));
  for (const [key, name, kind] of MORE) {
    const shape = AGENCY_KIND[kind];
    const service = { id: fixtureId('agency', key), name, kind, group: shape?.group ?? name, workers: [] };
    rows.add('app.agency', {
      id: service.id,
      name,
      kind: shape?.kind ?? 'OTHER',
      report_group: service.group,
      sensitive_class: shape?.sensitive ?? 'NONE',
      phone: `01632 9603${String(known.length).padStart(2, '0')}`,
      in_agreement_from: '2020-01-06',
      in_agreement_to: null,
    });
    known.push(service);
  }
  const names = workerNames(random);
  for (const service of known) {
    if (service.id === agencyId('northway')) continue;
    for (const [role, title, count] of POSTS[service.kind] ?? []) {
      for (let n = 0; n < count; n += 1)
        service.workers.push(addWorker(rows, service, role, title, names(), story.anchor));
    }
  }
  return known;
}

function* nameStream(random: Random): Generator<string, never> {
  const used = new Set<string>();
  for (;;) {
    const name = `${random.pick(random.chance(0.7) ? WOMEN : MEN)} ${random.pick(FAMILIES)}`;
    if (!used.has(name)) {
      used.add(name);
      yield name;
    }
  }
}

function workerNames(random: Random): () => string {
  const stream = nameStream(random);
  return () => stream.next().value;
}

function addWorker(
  rows: Rows,
  service: Service,
  role: string,
  title: string,
  name: string,
  anchor: CivilDate,
): Worker {
  const userId = fixtureId('user', `${service.name} ${name}`);
  const mail = name
    .normalize('NFD')
    .replace(/[^A-Za-z ]/g, '')
    .toLowerCase()
    .trim()
    .replace(/ +/g, '.');
  const place =
    service.name
      .normalize('NFD')
      .replace(/[^A-Za-z ]/g, '')
      .toLowerCase()
      .split(' ')[0] ?? 'work';
  rows.add('app.app_user', {
    id: userId,
    email: `${mail}@${place}.example`,
    full_name: name,
    phone: `01632 9604${String(rows.of('app.app_user').length % 100).padStart(2, '0')}`,
    status: 'LIVE',
    person_id: null,
    vetting_valid_to: addDays(anchor, 700),
    training_valid_to: addDays(anchor, 400),
  });
  rows.add('app.membership', {
    id: fixtureId('membership', userId),
    user_id: userId,
    agency_id: service.id,
    role: 'PRACT',
    professional_role: role,
    job_title: title,
    valid_from: '2020-01-06',
    valid_to: null,
  });
  return { userId, agencyId: service.id, group: service.group, role, name };
}
