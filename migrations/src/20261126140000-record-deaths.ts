import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The day a child died (rule 3.2) goes into the child's own record with the closing that says so: how long the record is
 * kept counts from it. Only in the very transaction of the CAF team that closed the case for this reason.
 */
export class RecordDeaths20261126140000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create function sec.record_death(p_episode uuid, p_person uuid, p_on date) returns void
        language plpgsql volatile security definer set search_path = ''
        as $$
        begin
          if sec.role() is distinct from 'CAFC' or p_on > sec.today()
            or not exists (select 1 from app.episode x join app.episode_subject s on s.episode_id = x.id
              where x.id = p_episode and x.state = 'CLOSED' and x.closure_reason = 'DECEASED' and x.updated_at = sec.now()
                and s.person_id = p_person and s.role = 'CHILD_SUBJECT')
            or not sec.related(p_episode) then
            raise exception 'the episode was not closed here for a death' using errcode = '42501';
          end if;
          update app.person set deceased_on = p_on, version = version + 1, updated_at = sec.now()
          where id = p_person and (date_of_birth is null or date_of_birth <= p_on);
        end $$;
      revoke all on function sec.record_death(uuid, uuid, date) from public;
      grant execute on function sec.record_death(uuid, uuid, date) to app_user;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop function sec.record_death(uuid, uuid, date)`);
  }
}
