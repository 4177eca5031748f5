/**
 * What an actor may have to do with a case: its own relation, or the state the case is in. Each is one case with a child,
 * a family and a full record of its own, so that every route can be called in every situation.
 */
export interface Situation {
  key: string;
  /** `a practitioner who ...` */
  says: string;
  /** The practitioner's place; workers of other roles have their own kind of task wherever the practitioner has a place. */
  place: 'LP' | 'TACM' | 'ENDED' | 'NONE';
  state?: 'CLOSED' | 'ARCHIVED';
  closedOn?: string;
  /** What the family said about the practitioner's service. */
  answer?: 'GIVEN' | 'REFUSED' | 'NOT_SOUGHT';
  withdrawnOn?: string;
  expiresOn?: string;
  shield?: 'SHIELD' | 'SEAL';
  /** The workers are on the list of the shield, or named on the seal. */
  listed?: true;
  blocked?: true;
  /** The child is a brother or sister of the child of `member`, where the workers have their place. */
  sibling?: true;
}

export const SITUATIONS = [
  { key: 'leads', says: 'leads the case', place: 'LP' },
  { key: 'member', says: 'is on the team, with the family’s agreement', place: 'TACM' },
  {
    key: 'refused',
    says: 'is on the team of a family that refused this service',
    place: 'TACM',
    answer: 'REFUSED',
  },
  {
    key: 'not-asked',
    says: 'is on the team of a family that was not asked about this service',
    place: 'TACM',
    answer: 'NOT_SOUGHT',
  },
  { key: 'former', says: 'was on the team until a month ago', place: 'ENDED' },
  {
    key: 'withdrawn-now',
    says: 'is on the team, agreement withdrawn yesterday',
    place: 'TACM',
    withdrawnOn: '2026-03-15',
  },
  {
    key: 'withdrawn',
    says: 'is on the team, agreement withdrawn three weeks ago',
    place: 'TACM',
    withdrawnOn: '2026-02-23',
  },
  {
    key: 'expired-now',
    says: 'is on the team, agreement ran out yesterday',
    place: 'TACM',
    expiresOn: '2026-03-15',
  },
  {
    key: 'expired',
    says: 'is on the team, agreement ran out a month ago',
    place: 'TACM',
    expiresOn: '2026-02-15',
  },
  {
    key: 'closed-now',
    says: 'was on the team when the case closed last Friday',
    place: 'TACM',
    state: 'CLOSED',
    closedOn: '2026-03-13',
  },
  {
    key: 'closed',
    says: 'was on the team when the case closed last summer',
    place: 'TACM',
    state: 'CLOSED',
    closedOn: '2025-08-01',
  },
  {
    key: 'archived',
    says: 'was on the team of a case now archived',
    place: 'TACM',
    state: 'ARCHIVED',
    closedOn: '2024-06-28',
  },
  {
    key: 'shielded',
    says: 'is on the team of a shielded child, not on the list',
    place: 'TACM',
    shield: 'SHIELD',
  },
  {
    key: 'listed',
    says: 'is on the team of a shielded child, and on the list',
    place: 'TACM',
    shield: 'SHIELD',
    listed: true,
  },
  { key: 'sealed', says: 'is on the team of a sealed record', place: 'TACM', shield: 'SEAL' },
  { key: 'blocked', says: 'is on the team, blocked for conflict of interest', place: 'TACM', blocked: true },
  { key: 'sibling', says: 'works with a brother or sister only', place: 'NONE', sibling: true },
  { key: 'stranger', says: 'has nothing to do with the child', place: 'NONE' },
] as const satisfies readonly Situation[];

export type SituationKey = (typeof SITUATIONS)[number]['key'];
export const SITUATION_LIST: readonly (Situation & { key: SituationKey })[] = SITUATIONS;

/** Who asks: one person of every role. Family accounts belong to the child of the situation. */
export const ACTORS = [
  ['practitioner', 'PRACT', 'Practitioner'],
  ['manager', 'AMGR', 'Manager of the practitioner'],
  ['caf-team', 'CAFC', 'CAF team'],
  ['hub', 'MASH', 'Safeguarding hub'],
  ['panel', 'PANEL', 'Panel member'],
  ['analyst', 'ANLY', 'Analyst'],
  ['auditor', 'AUDR', 'Auditor'],
  ['officer', 'IGO', 'Information-governance officer'],
  ['administrator', 'SADM', 'Administrator'],
  ['guest', 'EXTM', 'Guest with a link'],
  ['young-person', 'YP', 'The child'],
  ['parent', 'PAR', 'The mother'],
  ['adult', 'ADLT', 'The stepfather'],
] as const;
export type ActorKey = (typeof ACTORS)[number][0];
export const FAMILY: readonly ActorKey[] = ['young-person', 'parent', 'adult'];
