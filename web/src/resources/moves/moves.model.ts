import type { AgreementLineView } from '@encircle/shared/consents';
import type { MoveEpisode, NextMoveView } from '@encircle/shared/episodes';

/** One field of the form of a move: where it stands in the command, and how it is typed. */
export interface MoveField {
  name: string;
  key: FieldKey;
  kind: 'line' | 'text' | 'date' | 'tick' | 'lines';
}

export type FieldKey =
  | 'decision'
  | 'resources'
  | 'owner'
  | 'handoverOn'
  | 'socialWorker'
  | 'summary'
  | 'newArea'
  | 'receiver'
  | 'movingOn'
  | 'documents'
  | 'reason'
  | 'held'
  | 'why'
  | 'scope'
  | 'into'
  | 'ground';

const field = (name: string, kind: MoveField['kind']): MoveField => ({
  name,
  key: (name.split('.').at(-1) ?? name) as FieldKey,
  kind,
});

const FORMS: Readonly<Record<string, readonly MoveField[]>> = {
  T20: [
    field('decision.decision', 'text'),
    field('decision.resources', 'text'),
    field('decision.owner', 'line'),
  ],
  T26: [
    field('stepDown.handoverOn', 'date'),
    field('stepDown.socialWorker', 'line'),
    field('stepDown.summary', 'text'),
  ],
  T27: [
    field('transfer.newArea', 'line'),
    field('transfer.receiver', 'line'),
    field('transfer.movingOn', 'date'),
    field('transfer.documents', 'lines'),
  ],
  T29: [field('reason', 'text')],
  T35_CLERICAL: [field('reason', 'text')],
  T36: [field('merge.into', 'line'), field('merge.why', 'text')],
  T36_UNDO: [field('reason', 'text')],
  T37: [field('hold.held', 'tick'), field('hold.why', 'text'), field('hold.scope', 'line')],
  T39: [field('disposal.ground', 'text')],
};

export const formOf = (move: string): readonly MoveField[] => FORMS[move] ?? [];

export type Typed = Readonly<Record<string, string | boolean | undefined>>;

/** The command of what was typed: empty fields are left out, lines become a list. @param typed null for who only signs */
export function commandOf(move: string, version: number, typed: Typed | null): MoveEpisode {
  const command: Record<string, unknown> = { transition: move, version };
  for (const { name, kind } of typed === null ? [] : formOf(move)) {
    const value = valueOf(kind, typed?.[name]);
    if (value === undefined) continue;
    const [part = '', leaf] = name.split('.');
    if (leaf === undefined) command[part] = value;
    else command[part] = { ...(command[part] as object | undefined), [leaf]: value };
  }
  return command as unknown as MoveEpisode;
}

function valueOf(kind: MoveField['kind'], value: string | boolean | undefined): unknown {
  if (kind === 'tick') return value === true;
  const text = typeof value === 'string' ? value.trim() : '';
  if (kind !== 'lines') return text === '' ? undefined : text;
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

/** Where a move that comes with a piece of work of its own is brought about. */
export function addressOf(caseId: string, { way, id }: Pick<NextMoveView, 'way' | 'id'>): string | null {
  switch (way) {
    case 'CHECKLIST':
      return `/cases/${caseId}/checklist`;
    case 'AGREEMENT':
      return `/cases/${caseId}/agreement`;
    case 'WITHOUT_AGREEMENT':
      return `/cases/${caseId}/without-agreement`;
    case 'ASSESSMENT':
      return `/cases/${caseId}/assessment`;
    case 'MEETING':
      return id === 'T15' ? `/cases/${caseId}/meetings/new` : `/cases/${caseId}/meetings`;
    case 'REVIEW':
      return `/cases/${caseId}/review`;
    case 'CLOSING':
      return `/cases/${caseId}/close`;
    case 'REFERRAL':
      return `/safeguarding/refer?case=${caseId}`;
    case 'DECISION':
      return '/safeguarding';
    case 'PANEL':
      return `/cases/${caseId}/panel`;
    case 'NEW_RECORD':
      return `/cases/${caseId}/begin-again`;
    default:
      return null;
  }
}

/** Kinds an assessment and a plan are made of, in the order they are named. */
const PASSED_ON = ['IDENT', 'CHILD', 'PARENTING', 'FAMILY', 'HEALTH', 'PLAN'] as const;
export type PassedOnKind = (typeof PASSED_ON)[number];

export interface PassedOn {
  state: 'yes' | 'part' | 'ask';
  agreed: PassedOnKind[];
  left: PassedOnKind[];
  /** The day the first of it lapses; null where none does. */
  until: string | null;
}

/** What the family agreed to hand to the area they move to, of one child: what the package of the record is made from. */
export function passedOn(lines: readonly AgreementLineView[], subjectId: string): PassedOn {
  const standing = lines.filter(
    (line) =>
      line.subjectId === subjectId &&
      (line.aboutPersonId === null || line.aboutPersonId === subjectId) &&
      line.decision === 'GIVEN' &&
      line.status === 'ACTIVE' &&
      line.purposes.includes('TRANSFER'),
  );
  const has = (kind: string): boolean => standing.some(({ category }) => category === kind);
  const agreed = PASSED_ON.filter(has);
  const left = PASSED_ON.filter((kind) => !has(kind));
  const days = standing
    .filter(({ category }) => agreed.includes(category as PassedOnKind))
    .flatMap(({ expiresOn }) => (expiresOn === null ? [] : [expiresOn]));
  return {
    state: agreed.length === 0 ? 'ask' : left.length === 0 ? 'yes' : 'part',
    agreed,
    left,
    until: days.sort()[0] ?? null,
  };
}
