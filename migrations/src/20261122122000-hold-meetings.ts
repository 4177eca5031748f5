import type { MigrationInterface, QueryRunner } from 'typeorm';
import { mayReadStanding } from './sql/hot/labels.js';

/** What meetings need beyond their tables: earlier dates are kept, and short notice is known for each invitation. */
export class HoldMeetings20261122122000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table app.meeting add column moved_from_id uuid references app.meeting, add column asked_by text;
      create index meeting_moved_from on app.meeting (moved_from_id) where moved_from_id is not null;
      alter table app.invitation add column short_notice boolean not null default false;

      -- May this actor know the child's name in this case? Row-level security decides, as it does for the caseload.
      create function sec.knows_name(p_episode uuid, p_person uuid) returns boolean
        language sql stable set search_path = ''
        as $$
          select exists (select 1 from app.episode x where x.id = p_episode and ${mayReadStanding('x', 'p_person', 'IDENT')})
        $$;

      create function sec.has_lead(p_episode uuid) returns boolean
        language sql stable security definer set search_path = ''
        as $$
          select sec.related(p_episode) and exists (select 1 from app.edge e where e.episode_id = p_episode and e.kind = 'LP'
            and e.from_at <= sec.now() and sec.now() < e.until_at)
        $$;

      -- The place a colleague holds on a case the actor knows; a sensitive worker's only for those the agreement names.
      create function sec.place_of(p_episode uuid, p_user uuid)
        returns table (agency_id uuid, sensitive_class text, professional_role text, full_name text)
        language sql stable security definer set search_path = ''
        as $$
          select e.agency_id, e.sensitive_class, e.professional_role, u.full_name
          from app.edge e join app.app_user u on u.id = e.user_id
          where e.episode_id = p_episode and e.user_id = p_user and e.kind in ('AUTHOR', 'LP', 'TACM')
            and e.from_at <= sec.now() and sec.now() < e.until_at and sec.related(p_episode)
            and (e.sensitive_class = 'NONE' or e.user_id = sec.uid() or exists (
              select 1 from app.consent_line c where c.episode_id = p_episode and c.category = e.sensitive_class
                and c.decision = 'GIVEN' and c.from_at <= sec.now() and sec.now() < c.team_read_until
                and (c.recipient_agency_id = sec.agency() or c.recipient_user_id = sec.uid())))
          order by array_position(array['LP', 'TACM', 'AUTHOR'], e.kind) limit 1
        $$;
      grant execute on function sec.knows_name(uuid, uuid), sec.has_lead(uuid), sec.place_of(uuid, uuid) to app_user;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop function sec.place_of, sec.has_lead, sec.knows_name;
      alter table app.invitation drop column short_notice;
      alter table app.meeting drop column asked_by, drop column moved_from_id;
    `);
  }
}
