import type { MigrationInterface, QueryRunner } from 'typeorm';
import { KEPT_OUT, KEPT_OUT_FUNCTIONS } from './sql/kept-out.js';
import { changeFunctions, restoreFunctions } from './sql/replaced.js';

const READS_ROLE = 'select m.professional_role into role_there from app.membership m';
const IS_MINE = 'and n.nominee_id = sec.uid()';
/** What handing over asked: of the shields put on a child of the case. */
const OWN_CHECK =
  /exists \(select 1 from app\.episode_subject s join app\.conflict_block b [\s\S]*?\)\) then/;
const MARK = ' before shields';

/** Whoever asks, accepts or hands over a place: whom a block or a shield keeps from the case gets none. */
export class RefuseWhomAShieldKeepsOut20261126171000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(KEPT_OUT);
    await changeFunctions(q, MARK, {
      'sec.accept_lead(uuid)': [
        READS_ROLE,
        `if sec.is_kept_out(n.nominee_id, x.id) then
            raise exception 'the offer is over' using errcode = 'EC002';
          end if;
          ${READS_ROLE}`,
      ],
      'sec.offer_stands(uuid)': [IS_MINE, `${IS_MINE} and not sec.is_kept_out(n.nominee_id, x.id)`],
      'sec.hand_over(uuid, uuid, uuid, boolean)': [OWN_CHECK, 'sec.is_kept_out(p_to, p_episode) then'],
    });
  }

  async down(q: QueryRunner): Promise<void> {
    await restoreFunctions(q, MARK);
    await q.query(`drop function ${KEPT_OUT_FUNCTIONS}`);
  }
}
