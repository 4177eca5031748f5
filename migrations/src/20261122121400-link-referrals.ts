import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The front door and the CAF team tie a referral, sent with names only, to the record there is (rule ALWAYS). */
export class LinkReferrals20261122121400 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create index referral_newest on app.referral (created_at desc, id);
      create function sec.episode_of_ref(p_ref text) returns uuid
        language sql stable security definer set search_path = ''
        as $$ select x.id from app.episode x where x.ref = p_ref and sec.role() in ('CAFC', 'MASH') $$;
      grant execute on function sec.episode_of_ref(text) to app_user;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop function sec.episode_of_ref; drop index app.referral_newest;`);
  }
}
