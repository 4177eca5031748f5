import type { MigrationInterface, QueryRunner } from 'typeorm';
import { changeFunctions, restoreFunctions } from './sql/replaced.js';

const MARK = ' before shielded givers';

/** Somebody under a shield is named as a possible giver only to those on its list, like everywhere else. */
export class KeepShieldedGiversApart20261127000100 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await changeFunctions(q, MARK, {
      'sec.possible_givers(uuid)': [
        'and s.person_id <> all (sec.hidden_people())',
        'and s.person_id <> all (sec.hidden_people()) and r.person_id <> all (sec.hidden_people())',
      ],
    });
  }

  async down(q: QueryRunner): Promise<void> {
    await restoreFunctions(q, MARK);
  }
}
