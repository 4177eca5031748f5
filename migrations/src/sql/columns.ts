/** Columns every stored row of ours carries: optimistic version, who made it, when (sec.now()). */
export const ROW = `
  id uuid primary key default gen_random_uuid(),
  version integer not null default 1 check (version > 0),
  created_at timestamptz not null default sec.now(),
  created_by uuid,
  updated_at timestamptz not null default sec.now()`;

export const CATEGORIES = [
  'IDENT',
  'INVOLVE',
  'CHILD',
  'PARENTING',
  'FAMILY',
  'HEALTH',
  'ADULT',
  'SENS_SH',
  'SENS_MH',
  'SENS_SM',
  'OFFENCE',
  'DV',
  'PLAN',
  'MEETING',
  'NOTES',
  'THIRD',
  'SAFE',
  'PRIVATE',
  'IMMIG',
] as const;

export const list = (values: readonly string[]): string => values.map((v) => `'${v}'`).join(', ');

/**
 * The label every piece of case content carries, so that one rule decides about every table: which episode, which
 * child, whose data, which kind, from which agency, by whom. Hidden and visible content never share a row.
 */
export const label = (category?: string): string => `
  episode_id uuid not null references app.episode deferrable initially deferred,
  subject_id uuid references app.person,
  about_person_id uuid references app.person,
  category text not null ${category ? `default '${category}' ` : ''}check (category in (${list(CATEGORIES)})),
  source_agency_id uuid references app.agency,
  author_id uuid references app.app_user,
  named_worker_ids uuid[] not null default '{}'`;
