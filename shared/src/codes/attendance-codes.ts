import { codeList, type CodeRow } from './code-list.js';

/**
 * How one invitee took part in one meeting (rule 4.2). `person` and `agency` say whether it counts as having
 * attended for the worker and for the service; `contributed` adds reports; `invited` is the denominator.
 */
export interface AttendanceRow extends CodeRow {
  readonly person: boolean;
  readonly agency: boolean;
  readonly contributed: boolean;
  readonly invited: boolean;
  /** Counts towards two or three in a row without a report. */
  readonly missed: boolean;
  /** Ends such a run; codes that neither miss nor end are passed over. */
  readonly resets: boolean;
  /** A reason is asked for. */
  readonly asksReason: boolean;
  /** One key in the meeting screen. */
  readonly key: string;
}

const SHOWN_UP = { contributed: true, invited: true, missed: false, resets: true, asksReason: false };
const AWAY = {
  person: false,
  agency: false,
  contributed: false,
  invited: true,
  missed: true,
  resets: false,
  asksReason: true,
};
const OUTSIDE = {
  person: false,
  agency: false,
  contributed: false,
  invited: false,
  missed: false,
  resets: false,
};

export const ATTENDANCE_CODES = codeList('attendance-codes', 1, [
  row({
    code: 'ATT',
    label: 'Came',
    help: 'In person or remotely',
    ...SHOWN_UP,
    person: true,
    agency: true,
    key: 'c',
  }),
  row({ code: 'PART', label: 'Came for part', ...SHOWN_UP, person: true, agency: true, key: 't' }),
  row({
    code: 'DEP',
    label: 'Deputy came',
    family: 'Someone came for them',
    help: 'Name the deputy',
    ...SHOWN_UP,
    person: false,
    agency: true,
    key: 'e',
  }),
  row({
    code: 'REP',
    label: 'Sent a report',
    help: 'Apologies, and a written report',
    ...SHOWN_UP,
    person: false,
    agency: false,
    key: 'r',
  }),
  row({ code: 'APO', label: 'Apologies, no report', family: 'Could not come', ...AWAY, key: 'o' }),
  row({ code: 'DNA', label: 'Did not attend, no word', family: null, ...AWAY, key: 'n' }),
  row({
    code: 'LATE_NOTICE',
    label: 'Invited too late and absent',
    family: 'Could not come',
    help: 'Less than the notice period; counted apart',
    ...OUTSIDE,
    asksReason: true,
    key: 'l',
  }),
  row({
    code: 'NOT_REQ',
    label: 'Not needed this time',
    help: 'Agreed beforehand by the chair',
    ...OUTSIDE,
    asksReason: true,
    key: 'q',
  }),
  row({
    code: 'DECL_CONSENT',
    label: 'Family asked that they not come',
    family: 'You asked that they not come',
    ...OUTSIDE,
    asksReason: false,
    key: 'f',
  }),
  row({
    code: 'UNINV',
    label: 'Came without an invitation',
    help: 'Check that the family agrees',
    ...OUTSIDE,
    person: true,
    agency: true,
    contributed: true,
    asksReason: true,
    key: 'u',
  }),
  row({ code: 'MTG_CAN', label: 'Meeting did not take place', ...OUTSIDE, asksReason: false, key: 'x' }),
]);

export type AttendanceCode = (typeof ATTENDANCE_CODES)['codes'][number];

/** The choices a family member has in the meeting screen; what is stored are the codes beside them. */
export const FAMILY_ATTENDANCE_CHOICES = codeList('family-attendance-choices', 1, [
  { code: 'CAME', label: 'Came', stored: 'ATT' },
  { code: 'PART', label: 'Part', stored: 'PART' },
  { code: 'SENT_VIEWS', label: 'Sent views', stored: 'REP' },
  { code: 'NOT_HERE', label: 'Not here', stored: 'APO' },
]);

function row<const R extends AttendanceRow>(data: R): AttendanceRow & { readonly code: R['code'] } {
  return data;
}
