import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who is hidden from whoever asks, with who that is verified once and not once for each shield there is: among all people,
 * and among some, who are found by their own rows.
 */
const hidden = (shields: string, blocks: string): string => `
  language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan
  as $$
  declare c text[] := sec.context(); me uuid := c[1]::uuid; as_role text := c[4]; own uuid := c[5]::uuid;
    at_now timestamptz := sec.now();
  begin
    return array(
      select s.person_id from app.shield s
      where ${shields} s.from_at <= at_now and at_now < s.until_at
        and s.person_id is distinct from own
        and (own is null or own <> all (s.protected_person_ids))
        and not exists (select 1 from app.shield_member m where m.shield_id = s.id and m.user_id = me
          and m.from_at <= at_now and at_now < m.until_at)
        and not (coalesce(as_role, '') = 'IGO' and exists (
          select 1 from app.episode_subject es join app.edge e on e.episode_id = es.episode_id
          where es.person_id = s.person_id and e.user_id = me and e.kind = 'IGO_TASK'
            and e.from_at <= at_now and at_now < e.until_at))
      union
      select b.person_id from app.conflict_block b
      where ${blocks} b.user_id = me and b.from_at <= at_now and at_now < b.until_at);
  end $$;`;

export class AskOnceWhoIsHidden20261123010000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create or replace function sec.hidden_people() returns uuid[] ${hidden('', '')}
      create function sec.hidden_among(p_people uuid[]) returns uuid[]
        ${hidden('s.person_id = any (p_people) and', 'b.person_id = any (p_people) and')}`);
  }

  /** The quicker text of the same rule stays: what it answers is what the text before it answered. */
  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop function sec.hidden_among(uuid[]);`);
  }
}
