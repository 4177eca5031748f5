import type {
  CaseAgreement,
  CaseInvitee,
  CaseMeeting,
  CaseOutcome,
  CaseRelative,
  CaseTeamMember,
  CaseView,
} from '@encircle/shared/cases';
import type { LightState } from '@web/ui/Light';
import type { Ruler } from '@web/ui/travel';

/** One place around the child: somebody of the family, or somebody who helps. */
export type Around =
  { kind: 'relative'; relative: CaseRelative } | { kind: 'worker'; member: CaseTeamMember };

export interface AroundChild {
  /** Those who take part, family first, then who leads, then the team. */
  near: Around[];
  /** Others in the child's life, named in one line. */
  also: CaseRelative[];
}

const CLOSED = ['CLOSED', 'REJECTED', 'MERGED', 'ARCHIVED', 'DISPOSED'];

/** The end states: nothing is planned and nothing can be changed any more. */
export const isClosed = ({ state }: Pick<CaseView, 'state'>): boolean => CLOSED.includes(state);

const RANK = ['LP', 'TACM', 'AUTHOR'];
const rank = (kind: string): number => (RANK.includes(kind) ? RANK.indexOf(kind) : RANK.length);

/** One line a worker, in their leading part: who started the record and leads it stands there once. */
export function teamOf(team: readonly CaseTeamMember[]): CaseTeamMember[] {
  const best = new Map<string, CaseTeamMember>();
  for (const member of team) {
    const known = best.get(member.userId);
    if (!known || rank(member.kind) < rank(known.kind)) best.set(member.userId, member);
  }
  return [...best.values()].sort((a, b) => rank(a.kind) - rank(b.kind));
}

/** A brother's mother is often the same person: once, whoever she is to each child. */
export function relativesOf(relatives: readonly CaseRelative[]): CaseRelative[] {
  const seen = new Set<string>();
  return relatives.filter(({ id }) => !seen.has(id) && seen.add(id));
}

const takesPart = (one: CaseRelative): boolean =>
  one.gaveAgreement || (one.hasPr === 'YES' && one.livesWith !== 'NO' && !one.notAsked);

/** Somebody of the family with each child they belong to: a mother of three is one person. */
export interface Kin {
  relative: CaseRelative;
  childIds: string[];
}

export function kinOf(relatives: readonly CaseRelative[]): Kin[] {
  const kin = new Map<string, Kin>();
  for (const relative of relatives) {
    const key = `${relative.id} ${relative.kind}`;
    const known = kin.get(key);
    if (known) known.childIds.push(relative.childId);
    else kin.set(key, { relative, childIds: [relative.childId] });
  }
  return [...kin.values()];
}

export function aroundChild({ relatives, team }: Pick<CaseView, 'relatives' | 'team'>): AroundChild {
  const family = relativesOf(relatives);
  const near = family
    .filter(takesPart)
    .sort((a, b) => Number(b.gaveAgreement) - Number(a.gaveAgreement))
    .map((relative): Around => ({ kind: 'relative', relative }));
  const helpers = teamOf(team).map((member): Around => ({ kind: 'worker', member }));
  return { near: [...near, ...helpers], also: family.filter((one) => !takesPart(one)) };
}

/**
 * Filled for each who takes part; open for a parent not asked yet and for a lead nobody has taken, where the reader would
 * know of one.
 */
export function ringOf(
  view: Pick<CaseView, 'relatives' | 'team' | 'leadProfessional' | 'readOnly'>,
): boolean[] {
  const { near, also } = aroundChild(view);
  const notAsked = also.filter(({ hasPr, notAsked: open }) => open && hasPr === 'YES').length;
  const noLead = view.leadProfessional === null && view.team.length > 0 && !view.readOnly ? 1 : 0;
  return [...near.map(() => true), ...Array.from({ length: notAsked + noLead }, () => false)];
}

/** The mark of the agreement; a no is a choice and not a fault. */
export function lightOf({ state }: Pick<CaseAgreement, 'state'>): LightState {
  const known: readonly LightState[] = ['yes', 'part', 'lapses', 'ask', 'said-no'];
  return known.find((one) => one === state) ?? 'ask';
}

/** One line of the meeting card. Those of the family who answered alike stand together. */
export interface AnswerLine {
  names: string[];
  rsvp: string;
  note: string | null;
}

export function answerLines({ invitees }: Pick<CaseMeeting, 'invitees'>): AnswerLine[] {
  const others = invitees.filter(({ you }) => !you);
  const lines: AnswerLine[] = [];
  for (const one of others.filter(({ isFamily }) => isFamily)) {
    const same = lines.find((line) => line.rsvp === one.rsvp && line.note === one.note);
    if (same) same.names.push(one.name);
    else lines.push(lineOf(one));
  }
  const workers = others.filter(({ isFamily }) => !isFamily).map(lineOf);
  return [...lines, ...workers].sort(
    (a, b) => Number(a.rsvp === 'NO_ANSWER') - Number(b.rsvp === 'NO_ANSWER'),
  );
}

const lineOf = ({ name, rsvp, note }: CaseInvitee): AnswerLine => ({ names: [name], rsvp, note });

export function answered(lines: readonly AnswerLine[]): { answered: number; asked: number } {
  return { answered: lines.filter(({ rsvp }) => rsvp !== 'NO_ANSWER').length, asked: lines.length };
}

export interface TravelFacts {
  id: string;
  label: string;
  rater: string | null;
  down: boolean;
  start: number;
  now: number;
  hope: number | null;
  between: number[];
  ruler: Ruler;
  low: string;
  high: string;
  unit: string;
  firstOn: string;
  scores: number;
}

/** The number stands at the end already; words that only repeat it are left out. */
const endWords = (words: string | null): string => (words === null || /^\d+\s*%?$/.test(words) ? '' : words);

/** The drawing of one outcome; null until somebody has scored it. A scale up to 100 counts in per cent. */
export function travelOf(outcome: CaseOutcome): TravelFacts | null {
  const [first] = outcome.scores;
  const last = outcome.scores.at(-1);
  if (!first || !last) return null;
  return {
    id: outcome.id,
    label: outcome.measure ?? outcome.statement,
    rater: outcome.rater,
    down: outcome.better === 'LOWER',
    start: first.value,
    now: last.value,
    hope: outcome.target,
    between: outcome.scores.slice(1, -1).map(({ value }) => value),
    ruler: { from: outcome.low, to: outcome.high },
    low: endWords(outcome.lowWords),
    high: endWords(outcome.highWords),
    unit: outcome.high === 100 ? '%' : '',
    firstOn: first.on,
    scores: outcome.scores.length,
  };
}
