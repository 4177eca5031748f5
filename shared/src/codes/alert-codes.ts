import { codeList } from './code-list.js';

/** What the alert rules look for, in the words of the list of alerts. Families are never shown them. */
export const ALERT_RULES = codeList('alert-rules', 1, [
  { code: 'SAME_NAME', label: 'Looked at a child with the worker’s own surname', family: null },
  {
    code: 'SAME_PHONE',
    label: 'Looked at a child whose family has the worker’s telephone number',
    family: null,
  },
  { code: 'MANY_LOOKS', label: 'Looked at far more cases in a day than usual', family: null },
  { code: 'OUT_OF_HOURS', label: 'Looked at several cases at night or at the weekend', family: null },
  { code: 'SWEEP', label: 'Went through many cases within ten minutes', family: null },
  { code: 'REFUSALS', label: 'Was refused many times within an hour', family: null },
  { code: 'SAME_REASON', label: 'Gave the same words as a reason again and again', family: null },
  { code: 'NO_ACTIVITY', label: 'Looked at many cases of others and recorded nothing', family: null },
  { code: 'BREAK_GLASS', label: 'Opened records in an emergency repeatedly', family: null },
]);

/** What looking into an alert comes to. */
export const ALERT_OUTCOMES = codeList('alert-outcomes', 1, [
  { code: 'EXPLAINED', label: 'Explained: there was a good reason', family: null },
  { code: 'CONCERN', label: 'A concern: taken up with the worker and their manager', family: null },
  { code: 'BREACH', label: 'A breach: the breach procedure begins', family: null },
]);
