import type { MigrationInterface, QueryRunner } from 'typeorm';
import { SIBLINGS_TO_JOIN, STILL_IN } from './sql/family-records.js';

/** A child may leave a family record, and brothers and sisters are offered to come in (rules F2 and F6). */
export class LetChildrenLeave20261126150100 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(
      `insert into sec.replaced_function select s || ' before leaving', pg_get_functiondef(s::regprocedure) from unnest($1::text[]) s`,
      [Object.keys(STILL_IN)],
    );
    for (const [signature, [from, to]] of Object.entries(STILL_IN)) {
      const [{ text }] = (await q.query('select pg_get_functiondef($1::regprocedure) as text', [
        signature,
      ])) as [{ text: string }];
      if (!text.includes(from)) throw new Error(`${signature} has no ${from}`);
      await q.query(text.replace(from, () => to));
    }
    await q.query(`
      ${SIBLINGS_TO_JOIN}
      revoke all on function sec.siblings_to_join(uuid), sec.open_lines(uuid, uuid) from public;
      grant execute on function sec.siblings_to_join(uuid), sec.open_lines(uuid, uuid) to app_user;`);
  }

  async down(q: QueryRunner): Promise<void> {
    const [before] = (await q.query(
      `delete from sec.replaced_function where signature like '% before leaving' returning definition`,
    )) as [{ definition: string }[], number];
    for (const { definition } of before) await q.query(definition);
    await q.query('drop function sec.open_lines, sec.siblings_to_join');
  }
}
