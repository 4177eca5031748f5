import type { QueryRunner } from 'typeorm';

/** A part of a function's text, and what stands there afterwards. */
export type Change = readonly [from: string | RegExp, to: string];

/** Changes functions where they stand, keeping what they were under `mark` for `restoreFunctions`. */
export async function changeFunctions(
  q: QueryRunner,
  mark: string,
  changes: Readonly<Record<string, Change>>,
): Promise<void> {
  for (const [signature, [from, to]] of Object.entries(changes)) {
    const [{ text }] = (await q.query(
      `insert into sec.replaced_function select $1::text || $2::text, pg_get_functiondef($1::text::regprocedure) returning definition as text`,
      [signature, mark],
    )) as [{ text: string }];
    const changed = text.replace(from, () => to);
    if (changed === text) throw new Error(`${signature} has no ${String(from)}`);
    await q.query(changed);
  }
}

export async function restoreFunctions(q: QueryRunner, mark: string): Promise<void> {
  const [before] = (await q.query(
    `delete from sec.replaced_function where signature like '%' || $1::text returning definition`,
    [mark],
  )) as [{ definition: string }[], number];
  for (const { definition } of before) await q.query(definition);
}
