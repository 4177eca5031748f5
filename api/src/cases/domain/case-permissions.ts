import { ceilingFor, type BaseRole, type Category } from '@encircle/shared/policy';
import type { CaseAction, CaseTab } from '@encircle/shared/cases';
import type { CaseJudge } from './case-judge.js';
import type { Asker } from '#api/access/asker.js';

const TAB_NEEDS: readonly [CaseTab, readonly Category[]][] = [
  ['family', ['IDENT', 'FAMILY']],
  ['assessment', ['CHILD', 'PARENTING', 'FAMILY', 'HEALTH']],
  ['plan', ['PLAN']],
  ['meetings', ['MEETING']],
  ['chronology', ['NOTES', 'MEETING', 'PLAN']],
];

/** The tabs this reader may open: one they may not see is not there. */
export function tabsFor(asker: Asker, judge: CaseJudge, subjectIds: readonly string[]): CaseTab[] {
  const reads = (category: Category): boolean =>
    subjectIds.some((subjectId) => judge.mayRead({ subjectId, categories: [category] }));
  const adds = (category: Category): boolean => subjectIds.some((id) => judge.mayAdd(id, category));
  const may = ceilingFor(asker.actor.role);
  const tabs = TAB_NEEDS.filter(([, categories]) => categories.some(reads)).map(([tab]) => tab);
  const notes = may.can('read', 'note') && (reads('NOTES') || adds('NOTES'));
  const sharing = may.can('read', 'access-log') && (reads('INVOLVE') || adds('INVOLVE'));
  return ['summary', ...tabs, ...(notes ? ['notes' as const] : []), ...(sharing ? ['sharing' as const] : [])];
}

const LEADING = new Set(['LP', 'AUTHOR']);

const ACTION_NEEDS: readonly [CaseAction, Parameters<ReturnType<typeof ceilingFor>['can']>, Category][] = [
  ['note.write', ['create', 'note'], 'NOTES'],
  ['consent.record', ['create', 'consent'], 'INVOLVE'],
  ['assessment.write', ['create', 'assessment'], 'CHILD'],
  ['meeting.plan', ['create', 'meeting'], 'MEETING'],
  ['plan.write', ['create', 'plan'], 'PLAN'],
];

/** What the page may offer. Only a hint: each use case decides again. */
export function actionsFor(
  asker: Asker,
  judge: CaseJudge,
  subjectIds: readonly string[],
  part: string | null,
): CaseAction[] {
  const may = ceilingFor(asker.actor.role as BaseRole);
  const adds = (category: Category): boolean => subjectIds.some((id) => judge.mayAdd(id, category));
  const found = ACTION_NEEDS.filter(
    ([, [verb, thing], category]) => may.can(verb, thing) && adds(category),
  ).map(([action]) => action);
  const leads = part !== null && LEADING.has(part) && adds('INVOLVE');
  const keepsFamily =
    may.can('update', 'child') && (asker.actor.role === 'CAFC' || LEADING.has(part ?? '')) && adds('FAMILY');
  const keepsOut =
    may.can('update', 'restriction') && (asker.actor.role === 'CAFC' || LEADING.has(part ?? ''));
  return [
    ...found,
    ...(leads ? (['team.change', 'close'] as const) : []),
    ...(keepsFamily ? (['family.keep'] as const) : []),
    ...(keepsOut ? (['block.set'] as const) : []),
  ];
}
