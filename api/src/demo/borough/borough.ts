import { addDays, type CivilDate } from '@encircle/shared/dates';
import { fixtureId, type Fixture } from '@encircle/shared/fixture';
import { episodeReference } from '@encircle/shared/reference-numbers';
import { Random } from '../random.js';
import type { Rows } from '../rows.js';
import { addBoroughAssessment } from './assessments.js';
import { addFrame, asWho, type CaseSpec } from './case-frame.js';
import { playCourse, type Simulated } from './course.js';
import { addFamilies, type Child, type Family } from './families.js';
import { addHeldMeeting, addPlannedMeeting } from './meetings.js';
import { PanelDays } from './panel.js';
import { addPlan } from './plans.js';
import { addServices, canLead, type Service, type Worker } from './services.js';

const SEED = 20_260_316;
const FAMILIES = 1460;
const CASES = 440;
const DAYS_BACK = 590;
/** Worries logged today: nobody has decided yet. */
const NEW_TODAY = 6;

export interface BoroughSettings {
  referenceKey: string;
  /** References already given to the story's cases. */
  taken: number;
}

/** Around the story: families, services and a year and a half of meetings, the same every time. */
export function addBorough(rows: Rows, story: Fixture, settings: BoroughSettings): void {
  const random = new Random(SEED);
  const services = addServices(rows, story, random);
  const families = addFamilies(rows, random, story.anchor, services, FAMILIES);
  const known = random.some(families, CASES);
  const panel = new PanelDays(rows, story.anchor);
  known.forEach((family, n) => addCase(rows, random, story, services, panel, family, n, settings));
}

function addCase(
  rows: Rows,
  random: Random,
  story: Fixture,
  services: readonly Service[],
  panel: PanelDays,
  family: Family,
  n: number,
  settings: BoroughSettings,
): void {
  const openedOn = n < NEW_TODAY ? story.anchor : openingDay(random, story.anchor);
  const child = youngestOldEnough(random, family, openedOn);
  const author = pickAuthor(random, services, child);
  const team = pickTeam(random, services, author, child);
  const lead = random.chance(0.6) ? author : (random.some(team.filter(canLead), 1)[0] ?? author);
  const spec: CaseSpec = {
    key: `borough ${n}`,
    ref: episodeReference(settings.referenceKey, Number(openedOn.slice(0, 4)), settings.taken + n),
    childId: child.id,
    parentId: family.parentId,
    locality: family.locality,
    openedOn,
    author,
    lead,
    team,
    source: random.weighted({
      OWN_AGENCY: 60,
      PARENT: 15,
      OTHER_AGENCY: 15,
      POLICE_NOTIFICATION: 6,
      STEP_DOWN: 4,
    }),
  };
  const course = unsettle(playCourse(random, openedOn, story.anchor), n, story.anchor);
  const frame = addFrame(rows, spec, course);
  panel.add(frame, spec, course);
  if (course.agreedOn && course.completedOn) {
    addSummary(random, frame, spec, child, course.completedOn);
    addBoroughAssessment(rows, random, frame, spec, course.agreedOn, course.completedOn);
  }
  const meetingIds = course.meetings.map((m) => addHeldMeeting(random, frame, spec, m));
  if (course.planned) addPlannedMeeting(random, frame, spec, course.planned);
  addPlan(random, frame, spec, course, meetingIds, story.anchor);
  addContacts(random, frame, spec, course.agreedOn ?? openedOn, course.closedOn ?? story.anchor);
}

/** A few cases stand where few stand for long: with social care, with the panel, on the way to another area. */
const UNSETTLED: readonly [every: number, transition: string, state: string][] = [
  [61, 'T22', 'STEP_UP_PENDING'],
  [23, 'T19', 'PANEL_REVIEW'],
  [71, 'T27', 'TRANSFER_PENDING'],
];

function unsettle(course: Simulated, n: number, today: CivilDate): Simulated {
  const hit = UNSETTLED.find(([every]) => n % every === every - 1);
  if (!hit || course.closedOn) return course;
  const [, transition, state] = hit;
  const moves = [...course.moves];
  moves.push([transition, course.state, state, addDays(today, -1)]);
  return { ...course, moves, state };
}

const openingDay = (random: Random, anchor: CivilDate): CivilDate =>
  addDays(anchor, -random.int(3, DAYS_BACK));

function youngestOldEnough(random: Random, family: Family, openedOn: CivilDate): Child {
  const born = family.children.filter((c) => c.dob < openedOn);
  return random.pick(born.length > 0 ? born : family.children);
}

function pickAuthor(random: Random, services: readonly Service[], child: Child): Worker {
  const school = child.school.workers.filter(canLead);
  if (school.length > 0 && random.chance(0.6)) return random.pick(school);
  return random.pick(
    services
      .filter((s) => ['COMMUNITY_HEALTH', 'FAMILY_SUPPORT', 'YOUTH_SERVICE'].includes(s.kind))
      .flatMap((s) => s.workers)
      .filter(canLead),
  );
}

const PARTNERS = {
  COMMUNITY_HEALTH: 26,
  FAMILY_SUPPORT: 26,
  CAMHS: 14,
  HOUSING: 12,
  EDUCATIONAL_PSYCHOLOGY: 9,
  THERAPIES: 9,
  YOUTH_SERVICE: 10,
  POLICE: 5,
  VOLUNTARY: 5,
} as const;

function pickTeam(random: Random, services: readonly Service[], author: Worker, child: Child): Worker[] {
  const team: Worker[] = [];
  const add = (worker: Worker | undefined): void => {
    if (worker && worker.agencyId !== author.agencyId && !team.some((w) => w.agencyId === worker.agencyId))
      team.push(worker);
  };
  if (child.school.workers.length > 0) add(random.pick(child.school.workers));
  const wanted = random.int(2, 4);
  for (let tries = 0; team.length < wanted && tries < 20; tries += 1) {
    const kind = random.weighted(PARTNERS);
    const workers = services.filter((s) => s.kind === kind).flatMap((s) => s.workers);
    if (workers.length > 0) add(random.pick(workers));
  }
  return team;
}

const WELL = [
  'Kind to younger children.',
  'Loves being outdoors and knows every bird.',
  'Gets to school on time most days.',
  'Close to gran, who lives round the corner.',
  'Makes everyone laugh at tea time.',
  'Tries again when something is hard.',
] as const;
const WANTED = [
  'Getting to sleep before eleven.',
  'Mondays, most of all.',
  'Someone to sit with at lunch.',
  'Knowing what will happen next.',
  'Help with reading at home.',
  'The damp in the bedroom.',
] as const;
const WORDS = [
  'I like it when it is quiet.',
  'My brother is funny and also annoying.',
  'I want to be a vet.',
  'School is okay when I know where I am going.',
  'I don’t like it when people shout.',
  'Football is the best bit of my week.',
] as const;

function addSummary(
  random: Random,
  frame: ReturnType<typeof addFrame>,
  spec: CaseSpec,
  child: Child,
  on: CivilDate,
): void {
  const by = asWho(spec.author);
  const checked = { checkedWith: 'the family', checkedOn: on };
  frame.rows.add('app.case_fact', 'CHILD', by, on, {
    kind: 'OWN_WORDS',
    said_on: on,
    body: { text: random.pick(WORDS), saidBy: child.forename },
  });
  frame.rows.add('app.case_fact', 'CHILD', by, on, {
    kind: 'GOING_WELL',
    said_on: on,
    body: { items: random.some(WELL, random.int(2, 3)), ...checked },
  });
  frame.rows.add('app.case_fact', 'CHILD', by, on, {
    kind: 'HELP_WANTED',
    said_on: on,
    body: { items: random.some(WANTED, random.int(2, 3)), ...checked },
  });
}

const CONTACTS: readonly [kind: string, text: string, seen?: string][] = [
  [
    'HOME_VISIT',
    'Visited at home. Everyone well; talked about the week and what is working.',
    'SEEN_WITH_OTHERS',
  ],
  ['PHONE_CALL', 'Rang home. A better week; two good mornings.'],
  ['TALK_WITH_CHILD', 'Sat with the child at lunch club. Chatty, showed a drawing of the dog.', 'SEEN_ALONE'],
  ['PROFESSIONAL_CONTACT', 'Spoke to school: settled in class this week.'],
];

function addContacts(
  random: Random,
  frame: ReturnType<typeof addFrame>,
  spec: CaseSpec,
  from: CivilDate,
  to: CivilDate,
): void {
  const people = [spec.lead ?? spec.author, spec.author, ...spec.team];
  for (let on = addDays(from, random.int(3, 15)); on < to; on = addDays(on, random.int(14, 45))) {
    const [kind, text, seen] = random.pick(CONTACTS);
    frame.rows.add('app.note', 'NOTES', asWho(random.pick(people)), on, {
      id: fixtureId('note', `${spec.key} ${on}`),
      kind,
      event_on: on,
      text,
      ...(seen ? { child_seen: seen } : {}),
    });
  }
}
