import type { MigrationInterface, QueryRunner } from 'typeorm';
import { QUICK_VACANCY_TASKS, VACANCY_TASKS } from './sql/vacancies.js';

/** Whose turn it is to find a lead, for a manager of a thousand cases: among the agency's own. */
export class FindVacanciesByGrants20261126170100 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(QUICK_VACANCY_TASKS);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(VACANCY_TASKS.replace('create function', 'create or replace function'));
  }
}
