/**
 * A line of what there is to do, as every arm of the union has it. `due` is a date; where it counts working days, `base` and
 * `days` say from when and how many, and the program counts.
 */
export const row = (columns: Record<string, string>): string => {
  const all = {
    kind: 'null::text',
    episode_id: 'null::uuid',
    record_id: 'null::uuid',
    owner_id: 'null::uuid',
    due: 'null::date',
    base: 'null::date',
    days: 'null::int',
    text: 'null::text',
    note: 'null::text',
    at: 'null::timestamptz',
    invited: 'null::int',
    answered: 'null::int',
    review_no: 'null::int',
    version: '1',
    subject_id: 'null::uuid',
    about_id: 'null::uuid',
    ...columns,
  };
  return `select ${Object.entries(all)
    .map(([name, sql]) => `${sql} as ${name}`)
    .join(', ')}`;
};

/** The civil date of an instant, as SQL. */
export const DAY = (at: string): string => `(${at} at time zone 'Europe/London')::date`;
