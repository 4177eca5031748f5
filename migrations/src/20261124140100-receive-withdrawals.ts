import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A withdrawal that came before it was written down (rule 6.10): reading ended when it was written down, the time to bring
 * things to a close runs from when it came. Only what was withdrawn in this transaction changes, and only backwards.
 */
export class ReceiveWithdrawals20261124140100 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create function sec.received_before(p_episode uuid, p_giver uuid, p_at timestamptz) returns void
        language plpgsql volatile security definer set search_path = ''
        as $$
        declare effective timestamptz;
        begin
          if not (sec.keeps_agreement(p_episode) or coalesce(sec.person() = p_giver, false)) then
            raise exception 'not allowed to end agreement here' using errcode = '42501';
          end if;
          -- One instant for lines and case: never before the last of it was agreed, never after it was written down.
          select least(sec.now(), greatest(p_at, max(l.from_at))) into effective from app.consent_line l
          where l.episode_id = p_episode and l.giver_person_id = p_giver and l.status = 'WITHDRAWN' and l.ended_at = sec.now()
            and l.ended_by = sec.uid();
          if effective is null then
            return;
          end if;
          update app.episode set withdrawn_at = effective where id = p_episode and withdrawn_at = sec.now();
          update app.consent_line l set ended_at = effective
          where l.episode_id = p_episode and l.giver_person_id = p_giver and l.status = 'WITHDRAWN' and l.ended_at = sec.now()
            and l.ended_by = sec.uid();
        end $$;
      revoke all on function sec.received_before(uuid, uuid, timestamptz) from public;
      grant execute on function sec.received_before(uuid, uuid, timestamptz) to app_user;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop function sec.received_before(uuid, uuid, timestamptz)');
  }
}
