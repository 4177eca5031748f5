import type { MigrationInterface, QueryRunner } from 'typeorm';
import { changeFunctions, restoreFunctions } from './sql/replaced.js';

const MARK = ' before named workers';
const SAME_SERVICE = "(n.recipient_type = 'PERSON' or n.recipient_agency_id = c.recipient_agency_id)";

/**
 * Somebody's no to a service is heard also where somebody else's yes names one worker of it: a young person of 16 says no to
 * the school, and the teacher their father had named reads on no longer.
 */
export class HearANoAboutANamedWorker20261127030000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await changeFunctions(q, MARK, {
      'sec.contest_lines(uuid[])': [
        SAME_SERVICE,
        SAME_SERVICE.replace('or', "or c.recipient_type = 'PERSON' or"),
      ],
    });
    await q.query(
      `select sec.contest_lines(array(select distinct l.episode_id from app.consent_line l where l.recipient_type = 'PERSON'))`,
    );
  }

  async down(q: QueryRunner): Promise<void> {
    await restoreFunctions(q, MARK);
  }
}
