import { CATEGORIES, type Category } from './categories.js';

/**
 * How somebody stands to a record. MEMBER has a live place on the team and MANAGER supervises one; CAFC_TASK and
 * CAFC_NAMED are the CAF team with a task, or named by a line; PANEL, AUDITOR, OFFICER and EXTERNAL come by their task or
 * link; RECIPIENT stands for whom something is sent to; SELF and PARENT use the family's own rights. FORMER and NONE are
 * what is left without any of these.
 */
export const STANDINGS = [
  'MEMBER',
  'MANAGER',
  'CAFC_TASK',
  'CAFC_NAMED',
  'PANEL',
  'AUDITOR',
  'OFFICER',
  'EXTERNAL',
  'RECIPIENT',
  'SELF',
  'PARENT',
  'FORMER',
  'NONE',
] as const;
export type StandingKind = (typeof STANDINGS)[number];

/**
 * ROWS an active line of agreement that names recipient, kind and purpose. NAMED the workers a child named. TASK the task
 * alone. SCOPE a task whose scope names the kind. RIGHT one's own right. DECIDES while the parent decides for the child in
 * this matter. ON_REQUEST asked for, not shown. NEVER by none of these: own contributions, recorded disclosures, break-glass
 * and court orders are steps of their own.
 */
export const WAYS = ['ROWS', 'NAMED', 'TASK', 'SCOPE', 'RIGHT', 'DECIDES', 'ON_REQUEST', 'NEVER'] as const;
export type Way = (typeof WAYS)[number];

type Cells = Record<Category, Way>;

/** Columns in the order of this list: the table below reads like rule 6.4 written out. */
const SHARED_KINDS = [
  'IDENT',
  'INVOLVE',
  'CHILD',
  'PARENTING',
  'FAMILY',
  'HEALTH',
  'PLAN',
  'MEETING',
  'NOTES',
] as const satisfies readonly Category[];

const shared = (way: Way): Partial<Cells> => Object.fromEntries(SHARED_KINDS.map((kind) => [kind, way]));
const sensitive = (way: Way): Partial<Cells> => ({ SENS_SH: way, SENS_MH: way, SENS_SM: way });
const own = (way: Way): Partial<Cells> => ({ ADULT: way, OFFENCE: way, DV: way, IMMIG: way });

/** Kinds a row says nothing about are NEVER. */
function row(...parts: readonly Partial<Cells>[]): Cells {
  const nothing = Object.fromEntries(CATEGORIES.map((kind) => [kind, 'NEVER'])) as Cells;
  return Object.assign(nothing, ...parts) as Cells;
}

const BY_AGREEMENT = [shared('ROWS'), sensitive('ROWS'), own('ROWS')];

/**
 * The one table of who reaches which kind of information, and how. The function reads it here; the predicates and policies
 * of the database are written from it (`npm run access:rules`). Steps before it (account, purpose, block, seal, shield) and
 * after it (step 15) restrict or raise what it says, whatever the cell.
 */
export const REACH: Readonly<Record<StandingKind, Cells>> = {
  MEMBER: row(...BY_AGREEMENT, { PRIVATE: 'NAMED' }),
  MANAGER: row(...BY_AGREEMENT),
  CAFC_TASK: row(...BY_AGREEMENT, shared('TASK'), { THIRD: 'TASK', SAFE: 'TASK' }),
  CAFC_NAMED: row(...BY_AGREEMENT),
  PANEL: row(shared('ROWS'), { MEETING: 'NEVER', NOTES: 'NEVER' }),
  AUDITOR: row(shared('TASK'), sensitive('SCOPE'), own('SCOPE'), {
    THIRD: 'SCOPE',
    SAFE: 'SCOPE',
    PRIVATE: 'SCOPE',
    LOG: 'TASK',
  }),
  OFFICER: row(shared('TASK'), sensitive('TASK'), own('TASK'), {
    THIRD: 'TASK',
    SAFE: 'TASK',
    PRIVATE: 'TASK',
    LOG: 'TASK',
  }),
  EXTERNAL: row(...BY_AGREEMENT),
  RECIPIENT: row(...BY_AGREEMENT, { PRIVATE: 'NAMED' }),
  SELF: row(shared('RIGHT'), sensitive('RIGHT'), own('RIGHT'), { PRIVATE: 'RIGHT' }),
  PARENT: row(shared('RIGHT'), { NOTES: 'ON_REQUEST' }, sensitive('DECIDES'), {
    OFFENCE: 'DECIDES',
    IMMIG: 'DECIDES',
    LOG: 'RIGHT',
  }),
  FORMER: row(),
  NONE: row(),
};

export function wayTo(standing: StandingKind, kind: Category): Way {
  return REACH[standing][kind];
}
