import type { MigrationInterface, QueryRunner } from 'typeorm';
import { changeFunctions, restoreFunctions } from './sql/replaced.js';

const MARK = ' before places acted in';
const OWN_PLACE = /e\.user_id = me\s+and e\.kind in \('AUTHOR', 'LP', 'TACM'\)/g;

/**
 * A case of a shielded child stays listed for whoever works on it for the service they act for: a manager of one service
 * found it by a place they hold for another.
 */
export class ListByThePlaceActedIn20261127040000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await changeFunctions(q, MARK, {
      'sec.reach()': [
        OWN_PLACE,
        "e.user_id = me and e.agency_id = of_agency and e.kind in ('AUTHOR', 'LP', 'TACM')",
      ],
    });
  }

  async down(q: QueryRunner): Promise<void> {
    await restoreFunctions(q, MARK);
  }
}
