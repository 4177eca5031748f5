import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever has answered was asked. Nothing else about a tie is changed by it, and ties are changed by functions only. */
export class NoteWhoWasAsked20261127000200 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create function sec.note_asked(p_episode uuid, p_child uuid, p_person uuid) returns void
        language plpgsql volatile security definer set search_path = ''
        as $$
        begin
          if not (sec.keeps_agreement(p_episode) or coalesce(sec.person() = p_person, false)) or not exists (
              select 1 from app.episode_subject s where s.episode_id = p_episode and s.person_id = p_child) then
            raise exception 'not allowed' using errcode = '42501';
          end if;
          update app.relationship r set portal = 'NONE', version = r.version + 1, updated_at = sec.now()
          where r.child_id = p_child and r.person_id = p_person and r.portal = 'NOT_ASKED';
        end $$;
      revoke all on function sec.note_asked(uuid, uuid, uuid) from public;
      grant execute on function sec.note_asked(uuid, uuid, uuid) to app_user;`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop function sec.note_asked(uuid, uuid, uuid);');
  }
}
