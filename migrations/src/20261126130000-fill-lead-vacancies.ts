import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CONTEXT } from './sql/guards.js';
import { VACANCIES } from './sql/vacancies.js';

const { ROLE, UID, AGENCY } = CONTEXT;
const BEFORE = 'sec.lead_vacancies(date, text, integer)';

/** Where nobody leads the manager and the CAF team may ask somebody, are told when it is their turn, and find it in their week. */
export class FillLeadVacancies20261126130000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(
      `insert into sec.replaced_function select $1::text, pg_get_functiondef($1::text::regprocedure)`,
      [BEFORE],
    );
    await q.query(`
      drop function ${BEFORE};
      ${VACANCIES}
      -- A manager asks colleagues of their own service only, as when somebody leaves.
      create policy to_fill on app.nomination for select to app_user using (${ROLE} = 'AMGR' and sec.may_fill(episode_id));
      create policy manager_asks on app.nomination for insert to app_user with check (
        ${ROLE} = 'AMGR' and created_by = ${UID} and nominee_agency_id = ${AGENCY} and sec.may_fill(episode_id));
      create policy asks_again on app.nomination for update to app_user using (sec.may_fill(episode_id));`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop policy asks_again on app.nomination; drop policy manager_asks on app.nomination; drop policy to_fill on app.nomination;
      drop function sec.lead_history, sec.tell_of_vacancies, sec.may_fill, sec.vacancy_tasks,
        sec.lead_vacancies(date, text, integer, integer), sec.working_day;`);
    const before = (await q.query(`select definition from sec.replaced_function where signature = $1`, [
      BEFORE,
    ])) as { definition: string }[];
    for (const { definition } of before) await q.query(definition);
    await q.query(`
      revoke all on function ${BEFORE} from public;
      grant execute on function ${BEFORE} to app_user;
      delete from sec.replaced_function where signature = '${BEFORE}';`);
  }
}
