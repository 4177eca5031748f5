import type { MigrationInterface, QueryRunner } from 'typeorm';

const PACK = (text: string, where: string): string => `
  create or replace function sec.referrals_for_pack(p_episode uuid, p_child uuid)
    returns table (id uuid, made_on date, by_whom text, text text, subject_id uuid, source_agency_id uuid, author_id uuid,
      recorded_at timestamptz)
    language sql stable security definer set search_path = ''
    as $$
      select f.id, (f.created_at at time zone 'Europe/London')::date, concat_ws(', ', u.full_name, g.name), ${text},
        f.subject_id, f.source_agency_id, f.author_id, f.created_at
      from app.referral f left join app.app_user u on u.id = f.author_id left join app.agency g on g.id = f.source_agency_id
      where f.episode_id = p_episode and (f.subject_id is null or f.subject_id = p_child) and ${where}
        and sec.role() = 'IGO' and p_episode <> all (sec.barred_episodes())
        and exists (select 1 from app.edge k where k.episode_id = p_episode and k.user_id = sec.uid() and k.kind = 'IGO_TASK'
          and k.person_id = p_child and k.from_at <= sec.now() and sec.now() < k.until_at)
    $$;`;

/** What went to the hub stands in a pack with its reason and what the hub answered (rule 6.11, ST03). */
export class TellWhyOfReferralsInPacks20261126100300 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    const words = `concat_ws(E'\\n', f.facts, 'Because: ' || nullif(f.ground, ''), 'The family was not told: ' || nullif(f.not_told_reason, ''),
        'The hub answered: ' || nullif(f.decision_reason, ''))`;
    await q.query(PACK(words, `${words} <> ''`));
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(PACK('f.facts', 'f.facts is not null'));
  }
}
