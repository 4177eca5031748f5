import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Says whether the family's agreement to whoever is asked to lead still stands, as `sec.accept_lead` will ask. */
export class CloseOffersAtWithdrawal20261124100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function sec.offer_stands(p_nomination uuid) returns boolean
        language sql stable security definer set search_path = ''
        as $$
          select exists (select 1 from app.nomination n join app.episode x on x.id = n.episode_id
            where n.id = p_nomination and n.nominee_id = sec.uid()
              and (n.nominee_agency_id = x.initiating_agency_id and x.withdrawn_at is null
                or exists (select 1 from app.consent_line c where c.episode_id = x.id and c.decision = 'GIVEN'
                  and (c.recipient_agency_id = n.nominee_agency_id or c.recipient_user_id = n.nominee_id)
                  and c.from_at <= sec.now() and sec.now() < c.until_at)))
        $$;
      revoke all on function sec.offer_stands(uuid) from public;
      grant execute on function sec.offer_stands(uuid) to app_user;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function sec.offer_stands(uuid)');
  }
}
