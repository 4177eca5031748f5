import { codeList } from './code-list.js';

/**
 * Why somebody from outside a case looks at it, chosen before the record is shown. Whoever has no fitting line says it in
 * words. `role` says who is offered the line; working with the family needs no reason beyond the purpose.
 */
export const LOOK_REASONS = codeList('look-reasons', 1, [
  { code: 'AUDIT_SAMPLE', role: 'AUDR', label: 'The record is in my audit sample' },
  { code: 'AUDIT_MODERATION', role: 'AUDR', label: 'I am checking another auditor’s grade' },
  { code: 'SUBJECT_REQUEST', role: 'IGO', label: 'Somebody has asked for their record' },
  { code: 'COMPLAINT', role: 'IGO', label: 'There is a complaint' },
  { code: 'ACCESS_INVESTIGATION', role: 'IGO', label: 'I am looking into who has looked' },
  { code: 'HOLD_OR_DISPOSAL', role: 'IGO', label: 'A hold, or the end of the time records are kept' },
  { code: 'PANEL_AGENDA', role: 'PANEL', label: 'It is on the agenda of our panel' },
]);
