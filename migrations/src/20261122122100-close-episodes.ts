import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Closing takes two people, and the second one (the CAF team, a manager) holds no place on the case. These functions
 * let exactly that person read the closing form that waits for them, and finish what the move to CLOSED began.
 */
export class CloseEpisodes20261122122100 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      -- Keeps the closing form; an earlier one that was not used ends.
      create function sec.record_closing(p_episode uuid, p_subject uuid, p_body jsonb) returns uuid
        language plpgsql volatile security definer set search_path = ''
        as $$
        declare new_id uuid;
        begin
          if not sec.leads(p_episode) then
            raise exception 'not allowed to close this episode' using errcode = '42501';
          end if;
          update app.case_fact set ended_at = sec.now(), version = version + 1, updated_at = sec.now()
          where episode_id = p_episode and kind = 'CLOSURE' and ended_at is null;
          insert into app.case_fact (episode_id, subject_id, category, source_agency_id, author_id, created_by, kind, body, said_on)
          values (p_episode, p_subject, 'PLAN', sec.agency(), sec.uid(), sec.uid(), 'CLOSURE', p_body, sec.today())
          returning id into new_id;
          return new_id;
        end $$;

      -- The form, for its author's side and for those whose signature it waits for: a task given with the request.
      create function sec.closing_of(p_episode uuid)
        returns table (id uuid, version integer, body jsonb, author_id uuid)
        language sql stable security definer set search_path = ''
        as $$
          select f.id, f.version, f.body, f.author_id
          from app.case_fact f
          where f.episode_id = p_episode and f.kind = 'CLOSURE' and f.ended_at is null
            and not exists (select 1 from app.episode_subject s where s.episode_id = p_episode
              and s.person_id = any (sec.hidden_people()))
            and (f.author_id = sec.uid()
              or exists (select 1 from app.edge e where e.episode_id = p_episode and e.user_id = sec.uid()
                   and e.kind in ('LP', 'AUTHOR') and e.from_at <= sec.now() and sec.now() < e.until_at)
              or (sec.role() = 'CAFC' and f.body -> 'waitingFor' ? 'CAFC')
              or (sec.role() = 'AMGR' and f.body -> 'waitingFor' ? 'AMGR' and f.source_agency_id = sec.agency()))
        $$;

      -- Which closings wait for the CAF team; its index has every case, so this tells it nothing new but the date.
      create function sec.closings_waiting(p_limit integer)
        returns table (episode_id uuid, fact_id uuid, asked_on date, asked_by text, version integer)
        language sql stable security definer set search_path = ''
        as $$
          select f.episode_id, f.id, f.said_on, u.full_name, f.version
          from app.case_fact f join app.episode x on x.id = f.episode_id left join app.app_user u on u.id = f.author_id
          where f.kind = 'CLOSURE' and f.ended_at is null and x.state not in ('CLOSED', 'REJECTED', 'MERGED', 'ARCHIVED', 'DISPOSED')
            and ((sec.role() = 'CAFC' and f.body -> 'waitingFor' ? 'CAFC')
              or (sec.role() = 'AMGR' and f.body -> 'waitingFor' ? 'AMGR' and f.source_agency_id = sec.agency()))
            and not exists (select 1 from app.episode_subject s where s.episode_id = x.id
              and s.person_id = any (sec.hidden_people()))
          order by f.said_on, f.id limit least(p_limit, 200)
        $$;

      -- The other signature says no: the form goes back with the reason.
      create function sec.send_back_closing(p_fact uuid, p_version integer, p_reason text) returns boolean
        language plpgsql volatile security definer set search_path = ''
        as $$
        declare e uuid;
        begin
          select episode_id into e from app.case_fact where id = p_fact and kind = 'CLOSURE' and ended_at is null;
          if not exists (select 1 from sec.closing_of(e) c where c.id = p_fact) then return false; end if;
          update app.case_fact set version = version + 1, updated_at = sec.now(),
            body = body || jsonb_build_object('status', 'SENT_BACK', 'waitingFor', '[]'::jsonb, 'sentBackReason', p_reason)
          where id = p_fact and version = p_version;
          return found;
        end $$;

      -- What closing leaves: nothing open in the plan, reading windows, the form marked as used. Only in the very
      -- transaction that moved the episode to CLOSED.
      create function sec.finish_closing(p_episode uuid, p_team timestamptz, p_lead timestamptz, p_retention date) returns void
        language plpgsql volatile security definer set search_path = ''
        as $$
        begin
          if not exists (select 1 from app.episode x where x.id = p_episode and x.state = 'CLOSED' and x.updated_at = sec.now())
            or not sec.related(p_episode) then
            raise exception 'the episode was not closed here' using errcode = '42501';
          end if;
          update app.action set status = 'CANCELLED', status_reason = coalesce(status_reason, 'The work ended'),
            version = version + 1, updated_at = sec.now()
          where episode_id = p_episode and status in ('PROPOSED', 'AGREED', 'IN_PROGRESS');
          update app.outcome set status = 'NO_LONGER_RELEVANT', version = version + 1, updated_at = sec.now()
          where episode_id = p_episode and status = 'OPEN';
          update app.plan set status = 'CLOSED', agreed_on = coalesce(agreed_on, sec.today()), version = version + 1,
            updated_at = sec.now()
          where episode_id = p_episode and status in ('DRAFT', 'AGREED');
          update app.meeting set status = 'CANCELLED', status_reason = 'The work ended', version = version + 1, updated_at = sec.now()
          where episode_id = p_episode and status = 'PLANNED' and planned_at > sec.now();
          update app.edge set read_until = case when kind in ('LP', 'AUTHOR') then p_lead else p_team end
          where episode_id = p_episode and kind in ('AUTHOR', 'LP', 'TACM');
          update app.case_fact set version = version + 1, updated_at = sec.now(),
            body = body || jsonb_build_object('status', 'CLOSED', 'waitingFor', '[]'::jsonb, 'retentionUntil', p_retention)
          where episode_id = p_episode and kind = 'CLOSURE' and ended_at is null;
        end $$;
      grant execute on function sec.record_closing(uuid, uuid, jsonb), sec.closing_of(uuid), sec.closings_waiting(integer),
        sec.send_back_closing(uuid, integer, text), sec.finish_closing(uuid, timestamptz, timestamptz, date) to app_user;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(
      `drop function sec.finish_closing, sec.send_back_closing, sec.closings_waiting, sec.closing_of, sec.record_closing;`,
    );
  }
}
