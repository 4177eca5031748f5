import {
  losesPr,
  type AddRelative,
  type ChangeRelative,
  type EndRelative,
  type PreviewRelative,
  type RelativeView,
} from '@encircle/shared/people';

export const WHATS = ['CHANGED', 'CORRECTED', 'ENDED', 'MISTAKEN'] as const;
export type What = (typeof WHATS)[number] | 'ADDED' | '';
export const SAFE_WAYS = ['call', 'text', 'message'] as const;

/** What is typed about somebody and their tie; empty text is what was not filled in. */
export interface KinForm {
  what: What;
  /** Somebody of this record; `NOBODY` once it is said that it is none of them. */
  personId: string;
  givenNames: string;
  familyName: string;
  dateOfBirth: string;
  phone: string;
  safe: string[];
  kind: string;
  validFrom: string;
  livesWith: string;
  isCarer: boolean;
  involvement: string;
  hasPr: string;
  prBasis: string;
  prFrom: string;
  prEvidence: string;
  prUntil: string;
  endedOn: string;
  reason: string;
}
export const NOBODY = 'NOBODY';

const EMPTY: KinForm = {
  what: 'ADDED',
  personId: '',
  givenNames: '',
  familyName: '',
  dateOfBirth: '',
  phone: '',
  safe: ['call'],
  kind: '',
  validFrom: '',
  livesWith: '',
  isCarer: false,
  involvement: '',
  hasPr: '',
  prBasis: '',
  prFrom: '',
  prEvidence: '',
  prUntil: '',
  endedOn: '',
  reason: '',
};

export const newKin = (familyName = ''): KinForm => ({ ...EMPTY, familyName });

export const kinOfTie = (tie: RelativeView): KinForm => ({
  ...EMPTY,
  what: '',
  personId: tie.personId,
  kind: tie.kind,
  validFrom: tie.validFrom ?? '',
  livesWith: tie.livesWith,
  isCarer: tie.isCarer,
  involvement: tie.involvement ?? '',
  hasPr: tie.hasPr,
  prBasis: tie.prBasis ?? '',
  prFrom: tie.prFrom ?? '',
  prEvidence: tie.prEvidence ?? '',
});

/** Fields that hold something; how responsibility came about goes with it alone. */
function tieBody(form: KinForm): Omit<AddRelative, 'personId'> {
  const { kind, hasPr, livesWith, isCarer, validFrom, involvement, prBasis, prFrom, prEvidence } = form;
  const held = hasPr === 'YES' ? { prBasis, prFrom, prEvidence } : {};
  return { kind, hasPr, livesWith, isCarer, ...filled({ validFrom, involvement, ...held }) };
}

export function addBody(form: KinForm): AddRelative {
  const known = form.personId !== '' && form.personId !== NOBODY;
  const { givenNames, familyName, dateOfBirth, phone } = form;
  return {
    ...tieBody(form),
    ...(known
      ? { personId: form.personId }
      : {
          ...filled({ givenNames, familyName, dateOfBirth, phone }),
          ...(phone.trim() === ''
            ? {}
            : {
                safeToCall: form.safe.includes('call'),
                safeToText: form.safe.includes('text'),
                leaveMessage: form.safe.includes('message'),
              }),
          ...(form.personId === NOBODY ? { nobodyOnRecord: true } : {}),
        }),
  };
}

export const isEnd = ({ what }: Pick<KinForm, 'what'>): boolean => what === 'ENDED' || what === 'MISTAKEN';

/** Whether a last day of responsibility is asked for. */
export const asksPrUntil = (form: KinForm, tie: RelativeView): boolean =>
  form.what === 'CHANGED' && losesPr(tie, form);

export function changeBody(form: KinForm, tie: RelativeView): ChangeRelative {
  const until = asksPrUntil(form, tie) ? { prUntil: form.prUntil } : {};
  return {
    ...tieBody(form),
    version: tie.version,
    why: form.what as ChangeRelative['why'],
    ...filled({ reason: form.reason, ...until }),
  };
}

export const endBody = (form: KinForm, tie: RelativeView): EndRelative => ({
  version: tie.version,
  why: form.what as EndRelative['why'],
  ...filled({
    reason: form.reason,
    ...(form.what === 'ENDED' ? { endedOn: form.endedOn } : {}),
  }),
});

/** Who may agree hangs on parental responsibility: whatever touches it is shown before it is saved. */
export function touchesAgreement(form: KinForm, tie: RelativeView | null): boolean {
  if (tie === null) return form.hasPr === 'YES';
  if (isEnd(form)) return tie.hasPr === 'YES';
  const either = tie.hasPr === 'YES' || form.hasPr === 'YES';
  return either && (tie.hasPr !== form.hasPr || (tie.prBasis ?? '') !== form.prBasis);
}

export const previewBody = (form: KinForm, tie: RelativeView | null): PreviewRelative => ({
  why: form.what === '' ? 'CHANGED' : form.what,
  hasPr: isEnd(form) ? 'NO' : form.hasPr,
  ...(form.hasPr === 'YES' && !isEnd(form) ? filled({ prBasis: form.prBasis }) : {}),
  ...(tie === null ? { name: nameOf(form) } : { relativeId: tie.id }),
});

export const nameOf = ({ givenNames, familyName }: KinForm): string =>
  [givenNames.trim(), familyName.trim()].filter(Boolean).join(' ');

const filled = <T extends Record<string, string | undefined>>(
  texts: T,
): { [Field in keyof T]?: Exclude<T[Field], undefined> } =>
  Object.fromEntries(
    Object.entries(texts).filter(([, text]) => text !== undefined && text.trim() !== ''),
  ) as { [Field in keyof T]?: Exclude<T[Field], undefined> };
