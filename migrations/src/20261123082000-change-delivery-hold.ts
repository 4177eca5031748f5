import type { MigrationInterface, QueryRunner } from 'typeorm';
import { DELIVERY } from './sql/delivery.js';
import { bindHat, HAT_COLUMNS } from './sql/hat.js';

const CLAIMED = `o.id = p_id and o.claim = p_claim and o.done_at is null`;

/** A hold that ran out is told apart from a recipient who may not be told: a slow worker holds nothing back for good. */
export class ChangeDeliveryHold20261123082000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      -- Binds a transaction that cannot write to the recipient of an entry the caller holds, in the hat of their place on
      -- the case. Answers what sec.enter answers; null when the recipient's account is not live. A hold that has run out is an
      -- error of its own: what became of the entry is then for whoever holds it next to say.
      create or replace function sec.enter_delivery(p_id uuid, p_claim uuid) returns jsonb
        language plpgsql volatile security definer set search_path = ''
        as $$
        declare s record; payload text; purpose text;
        begin
          if current_setting('transaction_read_only') <> 'on' then
            raise exception 'a delivery is decided in a transaction that cannot write' using errcode = '42501';
          end if;
          if not exists (select 1 from app.outbox o where ${CLAIMED} and clock_timestamp() < o.claimed_until) then
            raise exception 'the entry is not held any more' using errcode = '55006';
          end if;
          select ${HAT_COLUMNS}
            into s
            from app.outbox o
            join app.app_user u on u.id = o.recipient_id and u.status = 'LIVE'
            join app.membership m on m.user_id = u.id
              and m.valid_from <= sec.today() and (m.valid_to is null or sec.today() <= m.valid_to)
            left join app.agency a on a.id = m.agency_id
           where ${CLAIMED} and clock_timestamp() < o.claimed_until
           order by exists (select 1 from app.edge e where e.episode_id = o.episode_id and e.user_id = u.id
               and e.agency_id = m.agency_id and e.from_at <= sec.now() and sec.now() < e.until_at) desc,
             (m.role = o.payload ->> 'role') desc nulls last, m.created_at, m.id
           limit 1;${bindHat('delivery')}
        end $$;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    const [before] = /create function sec\.enter_delivery[^]*?end \$\$;/.exec(DELIVERY) ?? [];
    if (before) await q.query(before.replace('create function', 'create or replace function'));
  }
}
