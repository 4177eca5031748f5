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
import type { FamilyRow, LineRow, SeerRow } from './persistence/sharing.repository.js';
import type { CaseJudge } from './domain/case-judge.js';

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

/** A column of a sensitive or an adult's own kind is there only for those who may read it themselves. */
export function columnsFor(judge: CaseJudge, facts: EpisodeFacts, family: readonly FamilyRow[]): Column[] {
  const subjectId = facts.subjects[0]?.personId ?? '';
  const ordinary = ORDINARY.map(([key, categories]) => ({
    key,
    about: null,
    categories,
    aboutPersonId: null,
  }));
  const sensitive = SENSITIVE.filter((category) => judge.mayRead({ subjectId, categories: [category] })).map(
    (category) => ({ key: category, about: null, categories: [category], aboutPersonId: null }),
  );
  const adults = family
    .filter((one) => judge.mayRead({ subjectId, aboutPersonId: one.personId, categories: ['ADULT'] }))
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

/** What this person would be answered today, asked of the policy in their place. */
function cellsOf(
  { facts, columns, now }: Asked,
  actor: ActorFacts,
  purpose: Purpose,
): Record<string, string> {
  const subjectId = facts.subjects[0]?.personId ?? '';
  return Object.fromEntries(
    columns.map(({ key, categories, aboutPersonId }) => {
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
        return effect === 'ALLOW' || (effect === 'LIMITED' && what === 'CHILD_FRIENDLY');
      });
      return [key, seen.length === categories.length ? 'sees' : seen.length > 0 ? 'part' : 'no'];
    }),
  );
}

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
    }));
}
