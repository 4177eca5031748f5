import type { MigrationInterface, QueryRunner } from 'typeorm';
import { DESTROY, FOR_PACK, REHOME, SAME_RECORD } from './sql/front-door.js';
import { changeFunctions, restoreFunctions } from './sql/replaced.js';

const MARK = ' before the front door';

/** A hold on one of two joined records is a hold on both, whenever it is set (rule M7). */
const HOLD = 'update app.episode set legal_hold = p_on where id = p_episode;';
const HOLD_BOTH = 'update app.episode set legal_hold = p_on where id = any (sec.same_record(p_episode));';
const JOIN = /update app\.episode o set legal_hold = true from app\.episode x[\s\S]*?and not x\.legal_hold;/;
const JOIN_ALL = `update app.episode o set legal_hold = true
      where o.id = any (sec.same_record(p_into)) and not o.legal_hold
        and exists (select 1 from app.episode x where x.id = any (sec.same_record(p_into)) and x.legal_hold);
      perform sec.rehome(p_episode, p_into);`;
const PART = 'update app.episode set merged_into_id = null where id = p_episode;';
const END = 'select array_agg(c.oid::regclass order by c.relname) into tables from pg_catalog.pg_class c';

/**
 * Requests for support, questions to services, what was said in charge and police notices go with the record: into the one that
 * goes on, into the pack, and away at its end. Those no record came of go by themselves after their time.
 */
export class KeepTheFrontDoorWithTheRecord20261126220100 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      ${SAME_RECORD}
      ${REHOME}
      ${DESTROY}
      ${FOR_PACK}
      create index enquiry_subject on app.enquiry (subject_id) where subject_id is not null;
      create index police_notice_reader_person on app.police_notice_reader (person_id) where person_id is not null;
      create index police_notice_kept on app.police_notice (created_at);
      revoke all on function sec.same_record(uuid), sec.same_person(uuid), sec.rehome(uuid, uuid), sec.rehome_back(uuid, uuid),
        sec.destroy_enquiries(uuid[]), sec.destroy_notices(uuid[]), sec.destroy_front_door(uuid, uuid[]),
        sec.held_by_name(text, date), sec.destroy_unrecorded(integer), sec.front_door_for_pack(uuid, uuid) from public;
      grant execute on function sec.front_door_for_pack(uuid, uuid) to app_user;
      grant execute on function sec.destroy_unrecorded(integer) to encircle_login;`);
    await changeFunctions(q, MARK, {
      'sec.set_hold(uuid, boolean)': [HOLD, HOLD_BOTH],
      'sec.merge_record(uuid, uuid)': [JOIN, JOIN_ALL],
      'sec.unmerge_record(uuid)': [PART, `perform sec.rehome_back(p_episode, other);\n      ${PART}`],
      'sec.dispose_record(uuid, text, uuid[])': [
        END,
        `counts := counts || sec.destroy_front_door(p_episode, people);\n\n      ${END}`,
      ],
    });
  }

  async down(q: QueryRunner): Promise<void> {
    await restoreFunctions(q, MARK);
    await q.query(`
      drop function sec.front_door_for_pack(uuid, uuid), sec.destroy_unrecorded(integer), sec.held_by_name(text, date),
        sec.destroy_front_door(uuid, uuid[]), sec.destroy_notices(uuid[]), sec.destroy_enquiries(uuid[]),
        sec.rehome_back(uuid, uuid), sec.rehome(uuid, uuid), sec.same_person(uuid), sec.same_record(uuid);
      drop index app.police_notice_kept, app.police_notice_reader_person, app.enquiry_subject;`);
  }
}
