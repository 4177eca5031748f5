import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What went to the safeguarding hub stands in a pack like every other disclosure, for an officer with the task (rule 6.11). */
export class TellOfReferralsInPacks20261125113100 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create function sec.referrals_for_pack(p_episode uuid, p_child uuid)
        returns table (id uuid, made_on date, by_whom text, text text, subject_id uuid, source_agency_id uuid, author_id uuid,
          recorded_at timestamptz)
        language sql stable security definer set search_path = ''
        as $$
          select f.id, (f.created_at at time zone 'Europe/London')::date, concat_ws(', ', u.full_name, g.name), f.facts,
            f.subject_id, f.source_agency_id, f.author_id, f.created_at
          from app.referral f left join app.app_user u on u.id = f.author_id left join app.agency g on g.id = f.source_agency_id
          where f.episode_id = p_episode and (f.subject_id is null or f.subject_id = p_child) and f.facts is not null
            and sec.role() = 'IGO' and p_episode <> all (sec.barred_episodes())
            and exists (select 1 from app.edge k where k.episode_id = p_episode and k.user_id = sec.uid() and k.kind = 'IGO_TASK'
              and k.person_id = p_child and k.from_at <= sec.now() and sec.now() < k.until_at)
        $$;
      revoke all on function sec.referrals_for_pack(uuid, uuid) from public;
      grant execute on function sec.referrals_for_pack(uuid, uuid) to app_user;`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop function sec.referrals_for_pack(uuid, uuid);`);
  }
}
