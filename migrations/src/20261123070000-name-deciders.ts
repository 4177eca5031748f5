import type { MigrationInterface, QueryRunner } from 'typeorm';

const GIVERS = (basis: boolean): string => `
  create function sec.possible_givers(p_episode uuid)
    returns table (child_id uuid, person_id uuid, kind text, has_pr text, ${basis ? 'pr_basis text, ' : ''}portal text,
                   name text, chosen_name text)
    language sql stable security definer set search_path = ''
    as $$
      select r.child_id, r.person_id, r.kind, r.has_pr, ${basis ? 'r.pr_basis, ' : ''}r.portal,
             concat_ws(' ', coalesce(p.preferred_name, p.given_names), p.family_name),
             coalesce(p.preferred_name, p.given_names, p.family_name, '')
      from app.episode_subject s
        join app.relationship r on r.child_id = s.person_id
        join app.person p on p.id = r.person_id
      where s.episode_id = p_episode and s.role = 'CHILD_SUBJECT' and sec.keeps_agreement(p_episode)
        and s.person_id <> all (sec.hidden_people())
        and (r.valid_to is null or sec.today() <= r.valid_to)
        and (r.has_pr = 'YES' or exists (
          select 1 from app.consent k where k.episode_id = p_episode and k.giver_person_id = r.person_id))
      order by r.created_at, r.id
    $$;
  grant execute on function sec.possible_givers(uuid) to app_user;`;

/**
 * Who decides depends on how parental responsibility came about (rule 6.3): a special guardian before a parent, the
 * council under a care order. A tie that says "care order" is the order: one record, not two that may disagree.
 */
export class NameDeciders20261123070000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      drop function sec.possible_givers(uuid);
      ${GIVERS(true)}

      create function sec.keep_care_order() returns trigger
        language plpgsql volatile security definer set search_path = ''
        as $$
        declare starts timestamptz := coalesce(new.valid_from::timestamp at time zone 'Europe/London', sec.now());
          ends timestamptz := coalesce((new.valid_to + 1)::timestamp at time zone 'Europe/London', 'infinity');
        begin
          if new.has_pr = 'YES' and new.pr_basis = 'CARE_ORDER' then
            update app.court_order o set until_at = ends, version = o.version + 1, updated_at = sec.now()
              where o.person_id = new.child_id and o.effect = 'CARE_ORDER' and o.recipient_id = new.person_id;
            if not found then
              insert into app.court_order (person_id, effect, recipient_id, from_at, until_at, created_by)
              values (new.child_id, 'CARE_ORDER', new.person_id, starts, ends, new.created_by);
            end if;
          else
            update app.court_order o set until_at = greatest(o.from_at, sec.now()), version = o.version + 1, updated_at = sec.now()
              where o.person_id = new.child_id and o.effect = 'CARE_ORDER' and o.recipient_id = new.person_id
                and sec.now() < o.until_at;
          end if;
          return null;
        end $$;
      create trigger relationship_keeps_care_order after insert or update of has_pr, pr_basis, valid_to on app.relationship
        for each row execute function sec.keep_care_order();
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop trigger relationship_keeps_care_order on app.relationship;
      drop function sec.keep_care_order();
      drop function sec.possible_givers(uuid);
      ${GIVERS(false)}
    `);
  }
}
