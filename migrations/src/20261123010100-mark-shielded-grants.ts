import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Which cases of a long list have a shield on them, so that only those have to be asked about: kept by the transaction that
 * puts a shield on a child, a child on a case or a case in a list. Whether a shield is in force, and for whom, is asked when
 * the list is read.
 */
export class MarkShieldedGrants20261123010100 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table app.case_grant add column shielded boolean not null default false;
      create index case_grant_shielded on app.case_grant (principal_id, episode_id) where shielded;

      create index shield_protects on app.shield using gin (protected_person_ids);

      create function sec.shielded(p_episode uuid) returns boolean
        language sql stable security definer set search_path = ''
        as $$
          select exists (select 1 from app.episode_subject s join app.shield h on h.person_id = s.person_id
              where s.episode_id = p_episode)
            or exists (select 1 from app.episode_subject s join app.shield h on h.protected_person_ids @> array[s.person_id]
              where s.episode_id = p_episode)
        $$;
      update app.case_grant set shielded = true where sec.shielded(episode_id);

      create function sec.mark_grant() returns trigger language plpgsql volatile security definer set search_path = ''
        as $$ begin new.shielded := sec.shielded(new.episode_id); return new; end $$;
      create trigger grant_is_marked before insert on app.case_grant for each row execute function sec.mark_grant();

      create function sec.mark_grants_of_shield() returns trigger language plpgsql volatile security definer set search_path = ''
        as $$ begin
          update app.case_grant g set shielded = true
          where not g.shielded and g.episode_id in (select s.episode_id from app.episode_subject s where s.person_id = any (array_append(new.protected_person_ids, new.person_id)));
          return null;
        end $$;
      create trigger shield_marks_grants after insert or update of person_id, protected_person_ids on app.shield
        for each row execute function sec.mark_grants_of_shield();

      create function sec.mark_grants_of_subject() returns trigger language plpgsql volatile security definer set search_path = ''
        as $$ begin
          update app.case_grant g set shielded = true
          where not g.shielded and g.episode_id = new.episode_id and sec.shielded(new.episode_id);
          return null;
        end $$;
      create trigger subject_marks_grants after insert or update of person_id on app.episode_subject
        for each row execute function sec.mark_grants_of_subject();`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop trigger subject_marks_grants on app.episode_subject;
      drop trigger shield_marks_grants on app.shield;
      drop trigger grant_is_marked on app.case_grant;
      drop function sec.mark_grants_of_subject, sec.mark_grants_of_shield, sec.mark_grant, sec.shielded;
      drop index app.case_grant_shielded, app.shield_protects;
      alter table app.case_grant drop column shielded;`);
  }
}
