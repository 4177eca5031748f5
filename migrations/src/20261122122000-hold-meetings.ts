import type { MigrationInterface, QueryRunner } from 'typeorm';
import { mayReadStanding } from './sql/hot/labels.js';

/**
 * What meetings need beyond their tables: earlier dates are kept, short notice is known for each invitation, and the
 * attendance of a whole meeting is saved in one statement that enters, checks, writes and leaves its audit row.
 */
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

      create schema if not exists hot authorization encircle_owner;
      grant usage on schema hot to app_user, encircle_login;
      grant create on schema hot to app_user;
    `);
    await q.query(saveAttendance);
    await q.query(`
      grant execute on function hot.save_attendance(text, text, text, text, text, uuid, integer, jsonb) to encircle_login;
      alter function hot.save_attendance(text, text, text, text, text, uuid, integer, jsonb) owner to app_user;
      revoke create on schema hot from app_user;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop function hot.save_attendance;
      drop function sec.place_of, sec.has_lead, sec.knows_name;
      alter table app.invitation drop column short_notice;
      alter table app.meeting drop column asked_by, drop column moved_from_id;
    `);
  }
}

/** What is stored of everyone whose invitation the actor may see. */
const stored = `
  select jsonb_build_object('meetingId', mt.id, 'version', mt.version, 'savedAt', sec.instant(sec.now()),
    'entries', coalesce((select jsonb_agg(jsonb_build_object('invitationId', i.id, 'code', i.attendance,
        'reason', i.attendance_reason, 'deputyName', i.deputy_name, 'reportReceivedOn', i.report_received_on,
        'version', i.version) order by i.created_at, i.id)
      from app.invitation i where i.meeting_id = mt.id), '[]'))
  from app.meeting mt where mt.id = p_meeting`;

/**
 * The function belongs to the role a request becomes, so row-level security holds inside it. It answers with a code
 * where it refuses, and then has written nothing. The meeting's own version changes only with ordinary invitations:
 * the attendance of somebody who is hidden from others leaves no mark on a row that others see.
 */
const saveAttendance = `
  create function hot.save_attendance(p_token text, p_purpose text, p_reason text, p_request text, p_csrf text,
      p_meeting uuid, p_version integer, p_entries jsonb)
    returns table (entered jsonb, refused text, entry integer, saved jsonb)
    language plpgsql volatile security definer set search_path = ''
    as $$
    declare
      m record;
      held record;
      at_version integer;
      ordinary integer;
      touched text[];
      child_ids uuid[];
    begin
      entered := sec.enter(p_token, p_purpose, p_reason);
      if entered is null then return next; return; end if;
      if entered ->> 'csrfHash' is distinct from p_csrf then refused := 'CSRF'; return next; return; end if;
      -- Rules R01 and R02 and the role's ceiling; the caller words the refusal, here nothing is written.
      if not ((entered ->> 'hatValid')::boolean and (entered ->> 'agencyInAgreement')::boolean
          and entered ->> 'role' in ('PRACT', 'AMGR', 'CAFC')
          and coalesce((entered ->> 'vettingValidTo')::date >= (entered ->> 'today')::date, false)
          and coalesce((entered ->> 'trainingValidTo')::date >= (entered ->> 'today')::date, false)
          and entered ->> 'purpose' in ('ASSESS', 'COORDINATE', 'PANEL', 'TRANSFER', 'EVALUATE', 'SAFEGUARD')) then
        refused := 'NOT_FOUND'; return next; return;
      end if;
      select mt.id, mt.episode_id, mt.version, mt.status, mt.chair_id, mt.minute_taker_id, x.state,
          (mt.planned_at at time zone 'Europe/London')::date > sec.today() as ahead
        into m from app.meeting mt join app.episode x on x.id = mt.episode_id where mt.id = p_meeting;
      if m.id is null then refused := 'NOT_FOUND'; return next; return; end if;

      select coalesce(bool_or(e.kind = 'LP'), false) as leads, coalesce(bool_or(e.kind = 'AUTHOR'), false) as wrote,
          coalesce(bool_or(e.kind = 'CAFC_TASK'), false) as task, count(*) > 0 as placed
        into held from app.edge e
        where e.episode_id = m.episode_id and e.user_id = sec.uid() and e.agency_id = sec.agency()
          and e.kind in ('AUTHOR', 'LP', 'TACM', 'CAFC_TASK') and e.from_at <= sec.now() and sec.now() < e.until_at;
      if not (held.leads or held.task or (held.placed and coalesce(sec.uid() = m.chair_id, false))
          or (held.placed and coalesce(sec.uid() = m.minute_taker_id, false))
          or (held.wrote and not sec.has_lead(m.episode_id))) then
        refused := 'NOT_YOURS_TO_RUN'; return next; return;
      end if;
      -- A frozen or closed case, and a service whose agreement has ended, may be looked at but not changed (rule 6.10).
      if m.state in ('PAUSED_STATUTORY', 'CLOSED', 'REJECTED', 'MERGED', 'ARCHIVED', 'DISPOSED')
        or (not held.task
          and exists (select 1 from app.consent_line c where c.episode_id = m.episode_id and c.decision = 'GIVEN'
            and (c.recipient_agency_id = sec.agency() or c.recipient_user_id = sec.uid()))
          and not exists (select 1 from app.consent_line c where c.episode_id = m.episode_id and c.decision = 'GIVEN'
            and (c.recipient_agency_id = sec.agency() or c.recipient_user_id = sec.uid())
            and c.status = 'ACTIVE' and c.from_at <= sec.now() and sec.now() < c.until_at)) then
        refused := 'R20_READ_ONLY'; return next; return;
      end if;
      if m.status not in ('PLANNED', 'HELD') then refused := 'MEETING_OFF'; return next; return; end if;

      select mt.version into at_version from app.meeting mt where mt.id = p_meeting for update;
      if at_version is distinct from p_version then
        refused := 'STALE';
        saved := (${stored});
        return next; return;
      end if;
      select e.n - 1, case when i.id is null then 'UNKNOWN_INVITATION'
          when (e.v ->> 'version')::int <> i.version then 'STALE'
          when e.v ->> 'code' = 'LATE_NOTICE' and not i.short_notice then 'NOTICE_LONG_ENOUGH'
          when (e.v ->> 'code' = 'UNINV') <> (i.attendance is not distinct from 'UNINV') then 'UNINVITED_STAYS'
          else 'NOT_YET' end
        into entry, refused
        from jsonb_array_elements(p_entries) with ordinality as e(v, n)
        left join app.invitation i on i.id = (e.v ->> 'invitationId')::uuid and i.meeting_id = p_meeting
        where i.id is null or (e.v ->> 'version')::int <> i.version
          or (e.v ->> 'code' = 'LATE_NOTICE' and not i.short_notice)
          or (e.v ->> 'code' = 'UNINV') <> (i.attendance is not distinct from 'UNINV')
          or (m.ahead and e.v ->> 'code' not in ('NOT_REQ', 'DECL_CONSENT'))
        order by e.n limit 1;
      if refused is not null then
        if refused = 'STALE' then saved := (${stored}); end if;
        return next; return;
      end if;

      with changed as (
        update app.invitation i set
          attendance = e.code, attendance_reason = nullif(btrim(e.reason), ''),
          deputy_name = case when e.code = 'DEP' then btrim(e."deputyName") end,
          report_received_on = case when e.code = 'REP' then coalesce(e."reportReceivedOn", i.report_received_on, sec.today())
            else coalesce(e."reportReceivedOn", i.report_received_on) end,
          version = i.version + 1, updated_at = sec.now()
        from jsonb_to_recordset(p_entries) as e("invitationId" uuid, code text, reason text, "deputyName" text,
          "reportReceivedOn" date)
        where i.id = e."invitationId" and i.meeting_id = p_meeting
          and (i.attendance, i.attendance_reason, i.deputy_name) is distinct from
            (e.code, nullif(btrim(e.reason), ''), case when e.code = 'DEP' then btrim(e."deputyName") end)
        returning i.category)
      select count(*) filter (where c.category = 'MEETING'), array_agg(distinct c.category) into ordinary, touched from changed c;
      if ordinary > 0 then
        update app.meeting mt set version = mt.version + 1, updated_at = sec.now() where mt.id = p_meeting;
      end if;
      select array_agg(s.person_id) into child_ids from app.episode_subject s
        where s.episode_id = m.episode_id and s.role = 'CHILD_SUBJECT';
      perform audit.record('meeting.attendance-recorded', 'ALLOW', m.episode_id, child_ids, coalesce(touched, '{MEETING}'),
        array['meeting:' || p_meeting], 'screen', jsonb_array_length(p_entries), null, p_request, array['attendance']);
      saved := (${stored});
      return next;
    end $$;`;
