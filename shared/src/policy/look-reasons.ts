import type { BaseRole } from './roles.js';

/**
 * Who must say why before a record of a family is shown to them: those who look from outside the work with it. Whoever
 * works with the family, supervises that or coordinates it has the purpose of rule R02, which goes with each request; the
 * safeguarding hub's content asks for a reason in step 15, a search and an emergency always do.
 */
const FROM_OUTSIDE: ReadonlySet<BaseRole> = new Set<BaseRole>(['AUDR', 'IGO', 'PANEL']);

/** What shows content of a case. */
const SHOWING: ReadonlySet<string> = new Set([
  'case.opened',
  'content.viewed',
  'notes.listed',
  'chronology.viewed',
  'assessment.listed',
  'assessment.viewed',
  'plan.viewed',
  'meeting.listed',
  'meeting.viewed',
  'checklist.viewed',
  'closure.viewed',
  'child.viewed',
]);

export const mustSayWhy = (role: BaseRole, permission: string, reason: string | null): boolean =>
  FROM_OUTSIDE.has(role) && SHOWING.has(permission) && (reason ?? '').trim() === '';
