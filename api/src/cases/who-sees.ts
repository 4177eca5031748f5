import {
  decide,
  DEFAULT_SETTINGS,
  type ActorFacts,
  type BaseRole,
  type Category,
  type EpisodeFacts,
  type Purpose,
} from '@encircle/shared/policy';
import type { SharingColumn, SharingLine } from '@encircle/shared/cases';
import type {
  BlanketRow,
  FamilyRow,
  LineRow,
  SeerRow,
  VisitorRow,
} from './persistence/sharing.repository.js';
import type { Reader } from './readership.js';

interface Column extends SharingColumn {
  categories: readonly Category[];
  aboutPersonId: string | null;
}

const ORDINARY: readonly [string, readonly Category[]][] = [
  ['who', ['IDENT', 'INVOLVE']],
  ['assessment', ['CHILD', 'PARENTING', 'FAMILY']],
  ['health', ['HEALTH']],
  ['work', ['PLAN', 'MEETING']],
  ['notes', ['NOTES']],
];
const SENSITIVE: readonly Category[] = ['SENS_MH', 'SENS_SH', 'SENS_SM'];

/** The kinds of information people are told of, ordinary ones in groups. */
export const KINDS: readonly (readonly [string, readonly Category[]])[] = [
  ...ORDINARY,
  ...SENSITIVE.map((category) => [category, [category]] as const),
];

/** A column of a sensitive or an adult's own kind is there only for those who may read it themselves. */
export function columnsFor(reader: Reader, family: readonly FamilyRow[]): Column[] {
  const ordinary = ORDINARY.filter(
    ([, categories]) => reader.copy === null || categories.some((category) => reader.reads([category])),
  ).map(([key, categories]) => ({ key, about: null, categories, aboutPersonId: null }));
  const sensitive = SENSITIVE.filter((category) => reader.reads([category])).map((category) => ({
    key: category,
    about: null,
    categories: [category],
    aboutPersonId: null,
  }));
  const adults = family
    .filter((one) => reader.reads(['ADULT'], one.personId))
    .map((one) => ({
      key: `ADULT:${one.personId}`,
      about: one.name,
      categories: ['ADULT' as const],
      aboutPersonId: one.personId,
    }));
  return [...ordinary, ...sensitive, ...adults];
}

interface Asked {
  facts: EpisodeFacts;
  columns: readonly Column[];
  now: string;
}

/** Less than the kind itself, but something of it. */
const PARTLY = new Set(['INDEX_ROW', 'IDENT_AND_INVOLVE', 'STUB', 'REFUSAL_FACT']);

/** What this person would be answered today, asked of the policy in their place. */
function cellsOf(
  { facts, columns, now }: Asked,
  actor: ActorFacts,
  purpose: Purpose,
): Record<string, string> {
  const subjectId = facts.subjects[0]?.personId ?? '';
  return Object.fromEntries(
    columns.map(({ key, categories, aboutPersonId }) => {
      let partly = false;
      const seen = categories.filter((category) => {
        const { effect, what } = decide(
          { actor, episode: facts, settings: DEFAULT_SETTINGS },
          {
            purpose,
            action: 'read',
            channel: 'screen',
            reasonId: null,
            item: {
              subjectId,
              aboutPersonId,
              categories: [category],
              sourceAgencyId: null,
              authorId: null,
              namedWorkerIds: [],
              recordedAt: null,
            },
          },
          now,
        );
        if (effect === 'LIMITED' && PARTLY.has(what ?? '')) partly = true;
        return effect === 'ALLOW' || (effect === 'LIMITED' && what === 'CHILD_FRIENDLY');
      });
      return [key, seen.length === categories.length ? 'sees' : seen.length > 0 || partly ? 'part' : 'no'];
    }),
  );
}

/** One person, whose last look is added where the reader may know of looks. */
const ALONE = { lastLooked: null, people: null, names: [] as string[] };

export function workerLine(asked: Asked, seer: SeerRow, lines: readonly LineRow[], me: string): SharingLine {
  const actor: ActorFacts = {
    userId: seer.userId,
    live: true,
    agencyId: seer.agencyId,
    agencyInAgreement: true,
    vettingValidTo: seer.vettingValidTo,
    trainingValidTo: seer.trainingValidTo,
    role: seer.role as BaseRole,
    personId: null,
    assurance: 'PASSWORD',
  };
  const given = lines.filter(({ decision }) => decision === 'GIVEN');
  const personal = given.find(({ userId }) => userId === seer.userId);
  const service = given.find(({ agencyId }) => agencyId === seer.agencyId);
  const agreed = personal ?? service;
  const why =
    personal && seer.kind === 'WORKER' ? 'AGREED_PERSON' : service ? 'AGREED_SERVICE' : 'NOT_AGREED';
  return {
    name: seer.name,
    note: seer.note,
    agency: seer.agency,
    kind: seer.kind,
    part: seer.part?.slice(1) ?? null,
    you: seer.userId === me,
    cells: cellsOf(asked, actor, 'COORDINATE'),
    why: seer.kind === 'MANAGER' && service ? 'MANAGER' : why,
    on: agreed?.givenOn ?? null,
    since: seer.since,
    until: agreed?.expiresOn ?? null,
    ...ALONE,
  };
}

export function familyLine(asked: Asked, one: FamilyRow): SharingLine {
  const actor: ActorFacts = {
    userId: '',
    live: true,
    agencyId: null,
    agencyInAgreement: true,
    vettingValidTo: null,
    trainingValidTo: null,
    role: 'PAR',
    personId: one.personId,
    assurance: 'PASSWORD',
  };
  return {
    name: one.name,
    note: one.kind,
    agency: null,
    kind: 'FAMILY',
    part: null,
    you: false,
    cells: cellsOf(asked, actor, 'SUBJECT'),
    why: 'OWN_RIGHT',
    on: null,
    since: null,
    until: null,
    ...ALONE,
  };
}

/** A no to a service is a line too: it sees nothing and is told that there is no record. */
export function refusedLines(lines: readonly LineRow[], columns: readonly Column[]): SharingLine[] {
  const given = new Set(lines.filter(({ decision }) => decision === 'GIVEN').map(({ agencyId }) => agencyId));
  return lines
    .filter(({ decision, agencyId }) => decision === 'REFUSED' && agencyId !== null && !given.has(agencyId))
    .map((line) => ({
      name: line.recipient,
      note: null,
      agency: null,
      kind: 'SERVICE',
      part: null,
      you: false,
      cells: Object.fromEntries(columns.map(({ key }) => [key, 'no'])),
      why: 'REFUSED',
      on: line.givenOn,
      since: null,
      until: null,
      ...ALONE,
    }));
}

/** As whom, and for what, somebody with a task looks. */
const AS: Readonly<Record<string, readonly [BaseRole, Purpose]>> = {
  CAFC_TASK: ['CAFC', 'COORDINATE'],
  BROKER_TASK: ['CAFC', 'COORDINATE'],
  AUDIT: ['AUDR', 'AUDIT'],
  IGO_TASK: ['IGO', 'SUBJECT'],
  PANEL_AGENDA: ['PANEL', 'PANEL'],
  MASH_CONCERN: ['MASH', 'COORDINATE'],
};

/** Somebody with a task, or in an emergency: their line ends with it, whatever the family agreed. */
export function visitorLine(asked: Asked, row: VisitorRow, me: string): SharingLine {
  const emergency = row.kind === 'BREAK_GLASS';
  return {
    name: row.name,
    note: null,
    agency: row.agency,
    kind: emergency ? 'EMERGENCY' : 'TASK',
    part: row.kind,
    you: row.userId === me,
    cells: emergency ? cellsInEmergency(asked, row) : cellsOfTask(asked, row),
    why: row.kind,
    on: null,
    since: row.since,
    until: row.until,
    ...ALONE,
  };
}

function cellsOfTask(asked: Asked, { userId, kind }: VisitorRow): Record<string, string> {
  const [role, purpose] = AS[kind] ?? (['PRACT', 'COORDINATE'] as const);
  const edge = asked.facts.edges.find((each) => each.userId === userId && each.kind === kind);
  return cellsOf(asked, standIn({ userId, agencyId: edge?.agencyId ?? '', role }), purpose);
}

/** For an hour, the kinds they named and no other. */
function cellsInEmergency({ facts, columns }: Asked, { userId }: VisitorRow): Record<string, string> {
  const open = new Set(
    facts.breakGlass.filter((grant) => grant.userId === userId).flatMap(({ categories }) => categories),
  );
  return Object.fromEntries(
    columns.map(({ key, categories }) => {
      const seen = categories.filter((category) => open.has(category)).length;
      return [key, seen === categories.length ? 'sees' : seen > 0 ? 'part' : 'no'];
    }),
  );
}

/** Somebody of this role whose checks are in date. */
const standIn = (who: Pick<ActorFacts, 'userId' | 'agencyId' | 'role'>): ActorFacts => ({
  live: true,
  agencyInAgreement: true,
  vettingValidTo: '2999-12-31',
  trainingValidTo: '2999-12-31',
  personId: null,
  assurance: 'PASSWORD',
  ...who,
});

/** A role that sees something of every case stands as one line with its number. */
export function blanketLine(asked: Asked, row: BlanketRow): SharingLine {
  return {
    name: row.role,
    note: null,
    agency: null,
    kind: 'TEAM',
    part: null,
    you: false,
    cells: cellsOf(asked, standIn({ userId: '', agencyId: '', role: row.role }), 'COORDINATE'),
    why: 'ROLE',
    on: null,
    since: null,
    until: null,
    lastLooked: null,
    people: row.people,
    names: row.names,
  };
}
