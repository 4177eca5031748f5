import type { FindChild, KnownChildView, MatchKind, MatchReasonView } from '@encircle/shared/people';

export const WHYS = ['starting', 'asked', 'safety', 'other'] as const;
export type Why = (typeof WHYS)[number];

export interface FindForm {
  why: Why | null;
  /** What it is, when it is something else. */
  other: string;
  name: string;
  dateOfBirth: string;
  postcode: string;
  nhsNumber: string;
}

export const EMPTY: FindForm = {
  why: null,
  other: '',
  name: '',
  dateOfBirth: '',
  postcode: '',
  nhsNumber: '',
};

/** The purpose a role may give (rule R02) for the reason chosen; the reason itself goes with it in words. */
export function purposeFor(role: string, why: Why): string {
  if (role === 'IGO') return 'SUBJECT';
  if (role === 'MASH') return why === 'safety' ? 'SAFEGUARD' : 'COORDINATE';
  return why === 'starting' ? 'ASSESS' : 'COORDINATE';
}

/** What is looked for, as it is sent: what was left empty is left out. */
export function detailsOf(form: FindForm): FindChild {
  const [dateOfBirth, postcode, nhsNumber] = [form.dateOfBirth, form.postcode, form.nhsNumber].map((text) =>
    text.trim(),
  );
  return {
    name: form.name.trim(),
    ...(dateOfBirth ? { dateOfBirth } : {}),
    ...(postcode ? { postcode } : {}),
    ...(nhsNumber ? { nhsNumber } : {}),
  };
}

/** A choice goes as its code, so that the words somebody types themselves can be told from it. */
export function reasonOf(form: Pick<FindForm, 'why' | 'other'>): string {
  return form.why === 'other' || form.why === null ? form.other.trim() : form.why.toUpperCase();
}

/** One line of "why this child is here". */
export interface ReasonLine {
  kind: MatchKind;
  /** Names or dates that were taken for each other. */
  pairs: { typed: string; recorded: string }[];
  recorded?: string;
  /** DIFFERENT: what differs. */
  different: ('birthday' | 'postcode')[];
}

const JOINS: readonly MatchKind[] = ['SOUNDS_LIKE', 'MISSPELT', 'NICKNAME'];

/** Same kinds are said once ("Ava and Eva, Ames and Aimes"), what differs once and last. */
export function reasonLines(reasons: readonly MatchReasonView[]): ReasonLine[] {
  const lines: ReasonLine[] = [];
  for (const { kind, typed, recorded } of reasons) {
    if (kind === 'DIFFERENT_BIRTHDAY' || kind === 'DIFFERENT_POSTCODE') continue;
    const pair = typed !== undefined && recorded !== undefined ? [{ typed, recorded }] : [];
    const same = JOINS.includes(kind) ? lines.find((line) => line.kind === kind) : undefined;
    if (same) same.pairs.push(...pair);
    else lines.push({ kind, pairs: pair, different: [], ...(recorded !== undefined ? { recorded } : {}) });
  }
  const different = [
    ...(reasons.some((reason) => reason.kind === 'DIFFERENT_BIRTHDAY') ? (['birthday'] as const) : []),
    ...(reasons.some((reason) => reason.kind === 'DIFFERENT_POSTCODE') ? (['postcode'] as const) : []),
  ];
  return different.length > 0 ? [...lines, { kind: 'DIFFERENT_BIRTHDAY', pairs: [], different }] : lines;
}

/** Enough agrees, and nothing differs: more than "could be". */
export function isLikely(card: KnownChildView): boolean {
  const kinds = new Set(card.reasons.map((reason) => reason.kind));
  const name = kinds.has('SAME_NAME') || kinds.has('ALSO_KNOWN_AS');
  return kinds.has('SAME_NHS_NUMBER') || (name && (kinds.has('SAME_BIRTHDAY') || kinds.has('SAME_POSTCODE')));
}

/** "Ava Ames, QX4 7AB": no more than was typed. */
export function typedInWords(form: Pick<FindForm, 'name' | 'postcode'>): string {
  return [form.name.trim(), form.postcode.trim().toUpperCase()].filter(Boolean).join(', ');
}
