import type { MigrationInterface, QueryRunner } from 'typeorm';
import { changeFunctions, restoreFunctions } from './sql/replaced.js';

const MARK = ' before portals wait';
const NOT_ASKED = "and r.portal = 'NOT_ASKED'";

/**
 * A parent who answered counts as asked, and gets copies; who signs in with an account nobody has verified reads no more for it
 * (rule R06, scenario S14).
 */
export class AskBeforeAPortalOpens20261127050000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await changeFunctions(q, MARK, {
      'sec.note_asked(uuid, uuid, uuid)': [
        NOT_ASKED,
        `${NOT_ASKED} and not exists (select 1 from app.app_user u where u.person_id = p_person)`,
      ],
    });
  }

  async down(q: QueryRunner): Promise<void> {
    await restoreFunctions(q, MARK);
  }
}
