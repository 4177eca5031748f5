import type { MigrationInterface, QueryRunner } from 'typeorm';

const SHIELDS = (person: string): string => `
            exists (select 1 from app.episode_subject s join app.shield h on h.person_id = ${person}
              where s.episode_id = p_episode)
            or exists (select 1 from app.episode_subject s join app.shield h on h.protected_person_ids @> array[${person}]
              where s.episode_id = p_episode)`;

const RELATIVES = `
            exists (select 1 from app.episode_subject s join app.relationship r on r.child_id = s.person_id
              join app.shield h on h.person_id = r.person_id where s.episode_id = p_episode)
            or exists (select 1 from app.episode_subject s join app.relationship r on r.child_id = s.person_id
              join app.shield h on h.protected_person_ids @> array[r.person_id] where s.episode_id = p_episode)`;

const shielded = (rule: string): string => `
      create or replace function sec.shielded(p_episode uuid) returns boolean
        language sql stable security definer set search_path = ''
        as $$ select ${rule} $$;`;

const ofShield = (also: string): string => `
      create or replace function sec.mark_grants_of_shield() returns trigger language plpgsql volatile security definer set search_path = ''
        as $$
        declare protected uuid[] := array_append(new.protected_person_ids, new.person_id);
        begin
          update app.case_grant g set shielded = true
          where not g.shielded and g.episode_id in (
            select s.episode_id from app.episode_subject s where s.person_id = any (protected) ${also});
          return null;
        end $$;`;

/**
 * A shield concerns a case also through a relative of its child: what the case says about a protected parent is hidden from
 * the manager of a long list as well.
 */
export class MarkShieldedFamilies20261124110100 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      ${shielded(`${SHIELDS('s.person_id')} or ${RELATIVES}`)}
      ${ofShield(`union
            select s.episode_id from app.relationship r join app.episode_subject s on s.person_id = r.child_id
            where r.person_id = any (protected)`)}
      create function sec.mark_grants_of_relative() returns trigger language plpgsql volatile security definer set search_path = ''
        as $$ begin
          update app.case_grant g set shielded = true
          where not g.shielded and g.episode_id in (select s.episode_id from app.episode_subject s where s.person_id = new.child_id)
            and sec.shielded(g.episode_id);
          return null;
        end $$;
      create trigger relative_marks_grants after insert or update of child_id, person_id on app.relationship
        for each row execute function sec.mark_grants_of_relative();
      update app.case_grant set shielded = true where not shielded and sec.shielded(episode_id);`);
  }

  /** Marks that stay say too much, never too little. */
  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop trigger relative_marks_grants on app.relationship;
      drop function sec.mark_grants_of_relative();
      ${ofShield('')}
      ${shielded(SHIELDS('s.person_id'))}`);
  }
}
