import type { PlanPerson } from '@encircle/shared/plans';

export interface PlanForm {
  type: string;
  date: string;
  time: string;
  durationMinutes: string;
  mode: string;
  place: string;
  chairId: string;
  minuteTakerId: string;
  /** 'FAMILY:<id>' or 'WORKER:<id>' */
  people: string[];
}

export const EMPTY: PlanForm = {
  type: '',
  date: '',
  time: '',
  durationMinutes: '60',
  mode: 'IN_PERSON',
  place: '',
  chairId: '',
  minuteTakerId: '',
  people: [],
};

export const keyOf = (person: Pick<PlanPerson, 'kind' | 'id'>): string => `${person.kind}:${person.id}`;

/** Kinds of meeting that fit the stage, the likely one first (the API decides). */
export function likelyTypes(state: string): string[] {
  if (state === 'ASSESSED' || state === 'TAC_PLANNED')
    return ['INITIAL_TAC', 'EXTRAORDINARY', 'TROUBLESHOOTING'];
  if (state === 'TAP') return ['TAP_CONSULTATION'];
  if (state === 'TRANSFER_PENDING') return ['TRANSFER_HANDOVER', 'REVIEW_TAC', 'EXTRAORDINARY', 'CLOSURE'];
  if (state === 'PAUSED_STATUTORY') return ['STEP_DOWN_HANDOVER'];
  return [
    'REVIEW_TAC',
    'EXTRAORDINARY',
    'TROUBLESHOOTING',
    'CLOSURE',
    'STEP_DOWN_HANDOVER',
    'TRANSFER_HANDOVER',
  ];
}

/** What is sent; fields left empty are not. */
export function commandOf(form: PlanForm): Record<string, unknown> {
  const filled = (value: string): string | undefined => value.trim() || undefined;
  return {
    type: form.type,
    date: form.date,
    time: form.time.trim(),
    durationMinutes: Number(form.durationMinutes) || undefined,
    mode: form.mode,
    place: filled(form.place),
    chairId: filled(form.chairId),
    minuteTakerId: filled(form.minuteTakerId),
    invitees: form.people.map((key) => {
      const [kind, id] = key.split(':');
      return kind === 'FAMILY' ? { personId: id } : { userId: id };
    }),
  };
}

/** A refusal about `invitees.2.userId` is about the box of that person. */
export function idOfPath(path: string, form: PlanForm): string {
  const index = /^invitees\.(\d+)/.exec(path)?.[1];
  if (index === undefined) return path === 'invitees' ? 'family' : path;
  const key = form.people[Number(index)] ?? '';
  return key.startsWith('FAMILY') ? 'family' : 'workers';
}
