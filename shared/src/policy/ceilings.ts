import { AbilityBuilder, createMongoAbility, type MongoAbility } from '@casl/ability';
import type { Verb } from './matrix.js';
import { BASE_ROLES, type BaseRole } from './roles.js';

/** Kinds of thing a role may touch at all. What a person may do with one record is the policy's answer, never this. */
export const THINGS = [
  'session',
  'directory',
  'enquiry',
  'index',
  'caseload',
  'case',
  'child',
  'checklist',
  'consent',
  'assessment',
  'meeting',
  'plan',
  'note',
  'lead',
  'closure',
  'safeguarding',
  'shield',
  'restriction',
  'relative',
  'access-log',
  'override',
  'access-review',
  'alert',
  'attendance-report',
  'dashboard',
  'wording',
  'timescale',
  'delivery',
  'agreements',
  'engagement',
  'record-request',
  'keeping',
  'panel',
  'claims',
] as const;
export type Thing = (typeof THINGS)[number];

export type Ability = MongoAbility<[Verb, Thing]>;

const C = 'create' as const;
const R = 'read' as const;
const U = 'update' as const;
const A = 'approve' as const;
const RETURN = 'return' as const;

type Row = Partial<Record<Thing, readonly Verb[]>>;

const EVERYONE: Row = { session: [R, U] };
const WORKER: Row = {
  ...EVERYONE,
  directory: [R],
  safeguarding: [C, R],
  relative: [C, R, U],
  override: [C, R],
};
const CASE_READER: Row = {
  case: [R],
  child: [R],
  consent: [R],
  assessment: [R],
  meeting: [R],
  plan: [R],
  note: [R],
};

/**
 * The ceiling of each base role (rule 2.3), without conditions. PRACT carries what an author, a lead professional and
 * a team member may do, because those come from the relation to the episode: the policy decides there.
 */
export const CEILINGS: Readonly<Record<BaseRole, Row>> = {
  PRACT: {
    ...WORKER,
    enquiry: [C, R, U],
    engagement: [C, R, U],
    // Met in the index: to ask to join.
    index: [C, R],
    caseload: [R],
    case: [C, R, U],
    child: [C, R, U],
    checklist: [C, R, U],
    consent: [C, R, U],
    assessment: [C, R, U],
    meeting: [C, R, U],
    plan: [C, R, U],
    note: [C, R, U],
    lead: [C, R, U],
    closure: [C, R],
    shield: [C],
    restriction: [C, R, U],
    'access-log': [R],
    // Brings a case to it.
    panel: [C],
  },
  AMGR: {
    ...WORKER,
    enquiry: [C, R, U],
    engagement: [C, R, U],
    agreements: [R],
    // Met in the index: to ask to join.
    index: [C, R],
    caseload: [R],
    case: [R, U],
    child: [R, U],
    checklist: [R],
    consent: [C, R, U],
    assessment: [C, R, U, RETURN],
    meeting: [C, R, U],
    plan: [C, R, U],
    note: [C, R, U],
    lead: [C, R, U, A],
    closure: [C, R],
    restriction: [C, R, U],
    override: [C, R, U],
    'access-log': [R],
    alert: [R],
    'attendance-report': [R],
    dashboard: [R],
  },
  CAFC: {
    ...WORKER,
    directory: [C, R, U],
    // Asked for support, the CAF team decides (rule 1.3).
    enquiry: [C, R, U, A],
    engagement: [R, U],
    keeping: [R],
    // Keeps the days of the panel.
    panel: [C, R, U, A],
    agreements: [R, U],
    index: [R],
    caseload: [R],
    case: [C, R, U],
    child: [C, R, U],
    checklist: [R],
    consent: [C, R, U],
    assessment: [R, U, RETURN],
    meeting: [C, R, U],
    plan: [R],
    note: [R],
    lead: [C, R, U, A],
    closure: [C, R, A],
    shield: [C, R, U, A],
    restriction: [C, R, U, A],
    'access-log': [R],
    'access-review': [R],
    'attendance-report': [R],
    dashboard: [R],
    claims: [R],
  },
  MASH: { ...WORKER, ...CASE_READER, case: [R, U], index: [R], safeguarding: [C, R, U, A] },
  // A panel writes its decision; whose case it is, the agenda says.
  PANEL: { ...EVERYONE, case: [R, U], plan: [R], assessment: [R], panel: [R, U] },
  ANLY: { ...EVERYONE, dashboard: [R], 'attendance-report': [R], claims: [R] },
  AUDR: { ...EVERYONE, ...CASE_READER, caseload: [R], 'access-log': [R] },
  // Rule 5.2: an officer of information holds, joins and ends records (T36, T37, T39); what is in them a task opens.
  IGO: {
    ...EVERYONE,
    agreements: [R],
    ...CASE_READER,
    case: [R, U],
    keeping: [R],
    directory: [R],
    index: [R],
    shield: [R],
    restriction: [C, R, U, A],
    relative: [C, R, U],
    'access-log': [R],
    override: [R, U],
    'record-request': [C, R, U],
    'access-review': [R, U],
    alert: [R, U],
  },
  SADM: { ...EVERYONE, wording: [C, R, U], timescale: [R, U], delivery: [R, U] },
  EXTM: { ...EVERYONE },
  YP: { ...EVERYONE, ...CASE_READER, caseload: [R], restriction: [C] },
  PAR: { ...EVERYONE, ...CASE_READER, caseload: [R] },
  ADLT: { ...EVERYONE, case: [R] },
};

const abilities = new Map<BaseRole, Ability>(
  BASE_ROLES.map((role) => {
    const { can, build } = new AbilityBuilder<Ability>(createMongoAbility);
    for (const { action, subject } of abilityRules(role)) can(action, subject);
    return [role, build()];
  }),
);

/** The role's CASL ability: asked before any SQL, and by the screens for menus and create buttons. */
export function ceilingFor(role: BaseRole): Ability {
  const ability = abilities.get(role);
  if (!ability) throw new Error(`no ceiling for role ${role}`);
  return ability;
}

/** The same as plain rules, for `GET /api/me`. */
export function abilityRules(role: BaseRole): { action: Verb; subject: Thing }[] {
  return (Object.entries(CEILINGS[role]) as [Thing, readonly Verb[]][]).flatMap(([subject, verbs]) =>
    verbs.map((action) => ({ action, subject })),
  );
}
