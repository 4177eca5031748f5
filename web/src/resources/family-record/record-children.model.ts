import type { CaseView } from '@encircle/shared/cases';

export interface ChildSteps {
  /** Another child of the family may be brought in. */
  add: boolean;
  /** Children who may be taken out: never the last. */
  leave: string[];
}

/** What this reader may do about the children of a record; each step decides again. */
export function stepsFor(view: Pick<CaseView, 'children' | 'actions' | 'limited'>): ChildSteps {
  const leads = view.actions.includes('team.change') && view.limited === null;
  const here = view.children.filter(({ part }) => part !== 'CLOSED');
  return {
    add: leads,
    leave: leads && here.length > 1 ? here.filter(({ part }) => part === null).map(({ id }) => id) : [],
  };
}

const CARERS = [
  'MOTHER',
  'FATHER',
  'STEP_PARENT',
  'PARENTS_PARTNER',
  'GRANDPARENT',
  'KINSHIP_CARER',
  'SPECIAL_GUARDIAN',
  'ADOPTIVE_PARENT',
  'GUARDIAN',
];

/** Who of the family may be somebody to a new brother or sister too; once each. */
export function carersOf({ relatives }: Pick<CaseView, 'relatives'>): { personId: string; name: string }[] {
  const found = new Map(
    relatives.filter(({ kind }) => CARERS.includes(kind)).map(({ id, name }) => [id, name] as const),
  );
  return [...found].map(([personId, name]) => ({ personId, name }));
}
