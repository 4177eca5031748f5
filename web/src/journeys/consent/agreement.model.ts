import {
  agreementSentence,
  type AgreementLine,
  type AgreementLineView,
  type AgreementsView,
  type SentencePart,
  type SpokenLine,
} from '@encircle/shared/consents';
import type { TeamMemberView } from '@encircle/shared/episodes';

/** Kinds every service may be told, in the order of the columns. */
export const ORDINARY = [
  'IDENT',
  'INVOLVE',
  'CHILD',
  'PARENTING',
  'FAMILY',
  'HEALTH',
  'PLAN',
  'MEETING',
  'NOTES',
] as const;
export type OrdinaryKind = (typeof ORDINARY)[number];

/** A column of a kind that needs a yes of its own; `about` is null for the child's own. */
export interface OwnKind {
  category: string;
  about: { id: string; name: string } | null;
}

export interface Colleague {
  userId: string;
  name: string;
}

/** One line of the table. A tick is SERVICE, or the one person at that service who may read. */
export interface Row {
  type: 'SERVICE' | 'PERSON';
  id: string;
  name: string;
  /** People of the service on the team. */
  people: Colleague[];
  answer: 'YES' | 'NO' | 'NOT_ASKED';
  ticks: Record<string, string>;
  /** What stands from before: taking a tick away is then a no. */
  before: string[];
}

export interface BestInterests {
  matters: string[];
  helped: boolean;
  wishes: boolean;
  consulted: string;
  reasons: string;
}

export const NO_BEST_INTERESTS: BestInterests = {
  matters: [],
  helped: false,
  wishes: false,
  consulted: '',
  reasons: '',
};

/** Everything chosen in the journey. Kept as a draft, without the signature. */
export interface Draft {
  step: Step;
  subjectId: string;
  giverId: string;
  givenOn: string;
  language: string;
  easyRead: boolean;
  interpreter: string;
  competence: {
    matters: string[];
    what: boolean;
    who: boolean;
    outcome: boolean;
    free: boolean;
    reasons: string;
  };
  /** Where somebody decides for a young person who cannot; absent in texts kept before it was asked. */
  bestInterests?: BestInterests;
  understood: { recording: boolean; sharing: boolean; withoutAgreement: boolean };
  rows: Row[];
  kinds: OwnKind[];
  purposes: string[];
  until: string;
  listing: boolean;
  method: string;
  witness: string;
  childView: string;
}

export const STEPS = ['who', 'talk', 'share', 'copy'] as const;
export type Step = (typeof STEPS)[number];

export const kindKey = (kind: OwnKind): string => [kind.category, kind.about?.id].filter(Boolean).join('|');

export function emptyDraft(subjectId: string, today: string): Draft {
  return {
    step: 'who',
    subjectId,
    giverId: '',
    givenOn: today,
    language: 'en',
    easyRead: false,
    interpreter: '',
    competence: { matters: [], what: false, who: false, outcome: false, free: false, reasons: '' },
    understood: { recording: false, sharing: false, withoutAgreement: false },
    rows: [],
    kinds: [],
    purposes: [],
    until: '',
    listing: false,
    method: 'ON_SCREEN',
    witness: '',
    childView: '',
  };
}

/** A draft of another shape, or about a child who is no longer here, is left aside. */
export function takenUp(text: string | undefined, view: AgreementsView): Draft | null {
  if (!text) return null;
  try {
    const draft = JSON.parse(text) as Draft;
    const known = view.subjects.some(({ personId }) => personId === draft.subjectId);
    const whole = { ...emptyDraft(draft.subjectId, draft.givenOn), ...draft };
    return known && Array.isArray(draft.rows) && draft.step !== 'copy' ? whole : null;
  } catch {
    return null;
  }
}

/** The services at work, nothing ticked; over them what this giver's standing agreement says. */
export function rowsFor(
  team: readonly Pick<TeamMemberView, 'userId' | 'name' | 'agencyId' | 'agency'>[],
  standing: readonly AgreementLineView[],
): Row[] {
  const rows = new Map<string, Row>();
  for (const { userId, name, agencyId, agency } of team) {
    const row = rows.get(agencyId) ?? newRow('SERVICE', agencyId, agency);
    if (!row.people.some((person) => person.userId === userId)) row.people.push({ userId, name });
    rows.set(agencyId, row);
  }
  for (const line of standing) place(rows, line);
  return [...rows.values()];
}

/** What was begun, and a line for each service that has come in since: of a colleague, or of somebody else asked to lead. */
export const withNewcomers = (begun: readonly Row[], now: readonly Row[]): Row[] =>
  begun.length === 0 ? [...now] : [...begun, ...now.filter((row) => !begun.some((old) => old.id === row.id))];

export function newRow(type: Row['type'], id: string, name: string): Row {
  return { type, id, name, people: [], answer: 'YES', ticks: {}, before: [] };
}

function place(rows: Map<string, Row>, line: AgreementLineView): void {
  const key = [line.category, line.aboutPersonId].filter(Boolean).join('|');
  const home =
    line.recipientType === 'PERSON'
      ? [...rows.values()].find((row) => row.people.some((person) => person.userId === line.recipientId))
      : undefined;
  const free = home !== undefined && home.ticks[key] === undefined;
  const row =
    (free ? home : rows.get(line.recipientId)) ?? newRow(typeOf(line), line.recipientId, line.recipientName);
  if (!free) rows.set(line.recipientId, row);
  if (line.decision === 'GIVEN') {
    row.ticks[key] = free ? line.recipientId : 'SERVICE';
    row.before.push(key);
    row.answer = 'YES';
  } else if (row.before.length === 0) row.answer = line.decision === 'REFUSED' ? 'NO' : 'NOT_ASKED';
}

const typeOf = (line: AgreementLineView): Row['type'] =>
  line.recipientType === 'PERSON' ? 'PERSON' : 'SERVICE';

/** Columns of their own that standing lines need. */
export function kindsOf(
  standing: readonly AgreementLineView[],
  names: ReadonlyMap<string, string>,
): OwnKind[] {
  const found = new Map<string, OwnKind>();
  for (const { category, aboutPersonId, decision } of standing) {
    if (decision !== 'GIVEN' || (ORDINARY as readonly string[]).includes(category)) continue;
    const about = aboutPersonId === null ? null : { id: aboutPersonId, name: names.get(aboutPersonId) ?? '' };
    found.set(kindKey({ category, about }), { category, about });
  }
  return [...found.values()];
}

/** What it was for and whether the index may name the lead: asked again, it begins with what stands. */
export function termsOf(
  standing: readonly AgreementLineView[],
): Partial<Pick<Draft, 'purposes' | 'listing'>> {
  const given = standing.filter((line) => line.decision === 'GIVEN');
  if (given.length === 0) return {};
  return {
    purposes: [...new Set(given.flatMap((line) => line.purposes))],
    listing: given.some((line) => line.indexListing),
  };
}

/** A line to send and the row it came from, so that a message leads back to it. */
export interface PlacedLine {
  line: AgreementLine;
  rowId: string;
  recipientName: string;
  aboutName: string | null;
}

export function linesOf(draft: Draft): PlacedLine[] {
  return draft.rows.flatMap((row) => {
    if (row.answer === 'NO') return ORDINARY.map((kind) => placed(draft, row, kind, 'REFUSED'));
    const ticked = Object.keys(row.ticks);
    const given = row.answer === 'YES' ? ticked.map((key) => placed(draft, row, key, 'GIVEN')) : [];
    const gone = row.answer === 'YES' ? row.before.filter((key) => !ticked.includes(key)) : [];
    const taken = gone.map((key) => placed(draft, row, key, 'REFUSED'));
    if (given.length + taken.length > 0) return [...given, ...taken];
    return [placed(draft, row, 'INVOLVE', 'NOT_SOUGHT')];
  });
}

function placed(draft: Draft, row: Row, key: string, decision: AgreementLine['decision']): PlacedLine {
  const [category = '', aboutPersonId] = key.split('|');
  const reader = decision === 'GIVEN' ? row.ticks[key] : undefined;
  const person = row.people.find((each) => each.userId === reader);
  const given = decision === 'GIVEN';
  return {
    rowId: row.id,
    recipientName: person?.name ?? row.name,
    aboutName: draft.kinds.find((kind) => kind.about?.id === aboutPersonId)?.about?.name ?? null,
    line: {
      recipientType: person ? 'PERSON' : row.type,
      recipientId: person?.userId ?? row.id,
      category: category as AgreementLine['category'],
      decision,
      ...(given && draft.purposes.length > 0
        ? { purposes: draft.purposes as NonNullable<AgreementLine['purposes']> }
        : {}),
      ...(given && draft.until ? { expiresOn: draft.until } : {}),
      ...(given && category === 'INVOLVE' && draft.listing ? { indexListing: true } : {}),
      ...(aboutPersonId ? { aboutPersonId } : {}),
    },
  };
}

/** The sentence of what is chosen now. */
export function sentenceOf(draft: Draft, giver: string, child: string): SentencePart[] {
  const spoken = linesOf(draft).map(({ line, recipientName, aboutName }): SpokenLine => ({
    ...line,
    recipientName,
    aboutName,
    purposes: line.purposes ?? [],
    expiresOn: line.expiresOn && /^\d{4}-\d{2}-\d{2}$/.test(line.expiresOn) ? line.expiresOn : null,
  }));
  return agreementSentence(giver, child, spoken);
}

export interface Ticked {
  key: string;
  reader: string | null;
}

export function tick(row: Row, { key, reader }: Ticked): Row {
  const ticks = { ...row.ticks };
  if (reader === null) delete ticks[key];
  else ticks[key] = reader;
  return { ...row, ticks };
}

/** Path of the command to the id of the control it came from. */
export function controlOf(path: string, lines: readonly PlacedLine[]): string {
  const line = /^lines\.(\d+)/.exec(path);
  if (line) return `row-${lines[Number(line[1])]?.rowId ?? ''}`;
  if (path === 'lines') return 'who-may-know';
  if (path.startsWith('understood.')) return path.replace('.', '-');
  if (path.startsWith('competence')) return path === 'competence.matters' ? 'matters' : 'competence-reasons';
  if (path.startsWith('signature')) return 'signature';
  return path;
}
