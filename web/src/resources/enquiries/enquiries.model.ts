import type { EnquiryLine, MakeEnquiry, OutcomeHeard } from '@encircle/shared/enquiries';
import type { BegunChild } from '@web/providers/begun-child';

/** An enquiry as it is typed. */
export type EnquiryForm = Partial<MakeEnquiry>;

const FIRST_AND_LAST = 2;

/** What was searched begins the boxes: the last word of a name is the surname. */
export function begunForm(child: BegunChild | null): EnquiryForm {
  const words = (child?.name ?? '').trim().split(/\s+/).filter(Boolean);
  const surname = words.length >= FIRST_AND_LAST ? (words.at(-1) ?? '') : '';
  const first = surname === '' ? words : words.slice(0, -1);
  return {
    kind: 'SUPPORT',
    source: 'OWN_AGENCY',
    ...(first.length > 0 ? { givenNames: first.join(' ') } : {}),
    ...(surname ? { familyName: surname } : {}),
    ...(child?.dateOfBirth ? { dateOfBirth: child.dateOfBirth } : {}),
    ...(child?.postcode ? { postcode: child.postcode } : {}),
  };
}

const CHILD = [
  'isUnborn',
  'givenNames',
  'familyName',
  'noSurname',
  'dateOfBirth',
  'dueDate',
  'sex',
  'postcode',
  'noFixedAddress',
  'setting',
] as const;
const AGREEMENT = [
  'familyKnows',
  'agreed',
  'agreedBy',
  'agreedName',
  'agreedOn',
  'passOn',
  'notTo',
  'mayHear',
] as const;
const CALLER = ['callerName', 'callerContact'] as const;

/** What is sent: nothing empty, and of advice nothing that could say who it is, whatever was typed before. */
export function toSend(form: EnquiryForm): EnquiryForm {
  const leave: readonly string[] =
    form.kind === 'ADVICE'
      ? [...CHILD, ...AGREEMENT, ...CALLER]
      : [
          ...(form.isUnborn ? ['givenNames', 'familyName', 'noSurname', 'dateOfBirth', 'sex'] : ['dueDate']),
          ...(form.agreed === 'YES' ? [] : ['agreedBy', 'agreedName', 'agreedOn']),
          ...(form.noFixedAddress ? ['postcode'] : []),
          ...(form.noSurname ? ['familyName'] : []),
        ];
  return Object.fromEntries(
    Object.entries(form).filter(
      ([field, value]) => !leave.includes(field) && value !== '' && value !== undefined,
    ),
  ) as EnquiryForm;
}

/** Which words say where it stands: the outcome once there is one. */
export const standOf = (
  line: Pick<EnquiryLine, 'state' | 'heard'>,
): `heard.${OutcomeHeard}` | `states.${EnquiryLine['state']}` =>
  line.state === 'DECIDED' && line.heard ? `heard.${line.heard.outcome}` : `states.${line.state}`;
