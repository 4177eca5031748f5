import type { MigrationInterface, QueryRunner } from 'typeorm';

const SIGNATURE = 'hot.save_attendance(text, text, text, text, text, uuid, integer, jsonb)';
const OWNERS = ['sec.running(uuid)', 'sec.write_attendance(uuid, integer, jsonb, uuid[], boolean)'];

/**
 * The attendance of a whole meeting, saved as the hot reads are read: which invitations there are for this actor says
 * row-level security, under the same texts as app_user's; who may record says `sec.running`; and only what both let
 * through is written, by a function that nothing but this one may call.
 */
export class SaveAttendance20261122192000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      drop function if exists ${SIGNATURE};
      ${FACTS} ${WRITE}
      grant execute on function ${OWNERS.join(', ')} to encircle_hot;
      grant create on schema hot to encircle_hot;
      ${FUNCTION}
      alter function ${SIGNATURE} owner to encircle_hot;
      revoke create on schema hot from encircle_hot;`);
    // An owner's grants are its own to give.
    await q.query(`set local role encircle_hot`);
    await q.query(`grant execute on function ${SIGNATURE} to encircle_login`);
    await q.query(`set local role encircle_owner`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop function ${[SIGNATURE, ...OWNERS].join(', ')};`);
  }
}

/** What is stored of everyone whose invitation the actor may see; told to whoever saved too late. */
const STORED = `
  select jsonb_build_object('meetingId', mt.id, 'version', mt.version, 'savedAt', sec.instant(hot.now()),
    'entries', coalesce((select jsonb_agg(jsonb_build_object('invitationId', i.id, 'code', i.attendance,
        'reason', i.attendance_reason, 'deputyName', i.deputy_name, 'reportReceivedOn', i.report_received_on,
        'version', i.version) order by i.created_at, i.id)
      from app.invitation i where i.meeting_id = mt.id), '[]'))
  from app.meeting mt where mt.id = p_meeting`;

/**
 * Who the actor is on the case of a meeting, and how the case stands: standing facts, read by the owner in one look. It
 * says nothing about what is in the meeting; that the actor may see and change it, row-level security says afterwards.
 */
const FACTS = `
  create function sec.running(p_meeting uuid, out episode_id uuid, out version integer, out status text, out frozen boolean,
      out ahead boolean, out placed boolean, out runs boolean, out task boolean, out agreed boolean, out children uuid[])
    language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan
    as $$
    declare c text[] := sec.context(); me uuid := c[1]::uuid; mine uuid := c[2]::uuid; at_now timestamptz := sec.now();
      m record; h record;
    begin
      select mt.episode_id, mt.version, mt.status, mt.planned_at, mt.chair_id, mt.minute_taker_id, x.state into m
        from app.meeting mt join app.episode x on x.id = mt.episode_id where mt.id = p_meeting;
      if m.episode_id is null then return; end if;
      select coalesce(bool_or(e.kind = 'LP' and e.user_id = me), false) as leads,
          coalesce(bool_or(e.kind = 'AUTHOR' and e.user_id = me), false) as wrote,
          coalesce(bool_or(e.kind = 'CAFC_TASK' and e.user_id = me), false) as task,
          coalesce(bool_or(e.user_id = me and e.agency_id = mine), false) as placed, coalesce(bool_or(e.kind = 'LP'), false) as led
        into h from app.edge e
        where e.episode_id = m.episode_id and e.kind in ('AUTHOR', 'LP', 'TACM', 'CAFC_TASK')
          and (e.user_id <> me or e.agency_id = mine) and e.from_at <= at_now and at_now < e.until_at;
      episode_id := m.episode_id; version := m.version; status := m.status; task := h.task; placed := h.placed;
      frozen := m.state in ('PAUSED_STATUTORY', 'CLOSED', 'REJECTED', 'MERGED', 'ARCHIVED', 'DISPOSED');
      ahead := (m.planned_at at time zone 'Europe/London')::date > (at_now at time zone 'Europe/London')::date;
      runs := h.leads or h.task or (h.placed and coalesce(me = m.chair_id, false))
        or (h.placed and coalesce(me = m.minute_taker_id, false)) or (h.wrote and not h.led);
      -- Agreement that was given to this service or person and has ended leaves reading, not changing (rule 6.10).
      select count(*) = 0 or bool_or(l.status = 'ACTIVE' and l.from_at <= at_now and at_now < l.until_at) into agreed
        from app.consent_line l
        where l.episode_id = m.episode_id and l.decision = 'GIVEN' and (l.recipient_agency_id = mine or l.recipient_user_id = me);
      children := array(select s.person_id from app.episode_subject s where s.episode_id = m.episode_id and s.role = 'CHILD_SUBJECT');
    end $$;`;

/** What is wrong with an entry beside what is stored, in the order it is said; null when it may be saved. */
const WRONG = `case when i.id is null then 'UNKNOWN_INVITATION'
  when (e.v ->> 'version')::int <> i.version then 'STALE'
  when e.v ->> 'code' = 'LATE_NOTICE' and not i.short_notice then 'NOTICE_LONG_ENOUGH'
  when (e.v ->> 'code' = 'UNINV') <> (i.attendance is not distinct from 'UNINV') then 'UNINVITED_STAYS'
  when r.ahead and e.v ->> 'code' not in ('NOT_REQ', 'DECL_CONSENT') then 'NOT_YET' end`;

const NEW = `(e.v ->> 'code', nullif(btrim(e.v ->> 'reason'), ''), case when e.v ->> 'code' = 'DEP' then btrim(e.v ->> 'deputyName') end)`;

/**
 * Writes what was let through: the meeting's version first, which is also the lock (a second save waits and then finds
 * another version), then the rows. Null when somebody else saved first.
 */
const WRITE = `
  create function sec.write_attendance(p_meeting uuid, p_version integer, p_entries jsonb, p_seen uuid[], p_ordinary boolean,
      out at_version integer, out touched text[], out entries jsonb)
    language plpgsql volatile security definer set search_path = '' set plan_cache_mode = force_generic_plan
    as $$
    declare at_now timestamptz := sec.now();
    begin
      at_version := p_version;
      if p_ordinary then
        update app.meeting mt set version = mt.version + 1, updated_at = at_now
          where mt.id = p_meeting and mt.version = p_version returning mt.version into at_version;
        if at_version is null then return; end if;
      end if;
      with changed as (
        update app.invitation i set
          attendance = e.v ->> 'code', attendance_reason = nullif(btrim(e.v ->> 'reason'), ''),
          deputy_name = case when e.v ->> 'code' = 'DEP' then btrim(e.v ->> 'deputyName') end,
          report_received_on = coalesce((e.v ->> 'reportReceivedOn')::date, i.report_received_on,
            case when e.v ->> 'code' = 'REP' then (at_now at time zone 'Europe/London')::date end),
          version = i.version + 1, updated_at = at_now
        from jsonb_array_elements(p_entries) as e(v)
        where i.id = (e.v ->> 'invitationId')::uuid and i.id = any (p_seen) and i.meeting_id = p_meeting
          and (i.attendance, i.attendance_reason, i.deputy_name) is distinct from ${NEW}
        returning i.id, i.category, i.attendance, i.attendance_reason, i.deputy_name, i.report_received_on, i.version)
      select array_agg(distinct c.category),
          coalesce(jsonb_agg(jsonb_build_object('invitationId', c.id, 'code', c.attendance, 'reason', c.attendance_reason,
            'deputyName', c.deputy_name, 'reportReceivedOn', c.report_received_on, 'version', c.version)), '[]')
        into touched, entries from changed c;
    end $$;`;

/**
 * It answers with a code where it refuses, and then has written nothing. The meeting's own version changes only with
 * ordinary invitations: the attendance of somebody who is hidden from others leaves no mark on a row that others see.
 */
const FUNCTION = `
  create function hot.save_attendance(p_token text, p_purpose text, p_reason text, p_request text, p_csrf text,
      p_meeting uuid, p_version integer, p_entries jsonb,
      out entered jsonb, out refused text, out entry integer, out saved jsonb)
    language plpgsql volatile security definer set search_path = '' set plan_cache_mode = force_generic_plan
    as $$
    declare
      r record; w record; first_wrong record;
    begin
      entered := sec.enter(p_token, p_purpose, p_reason);
      if entered is null then return; end if;
      if entered ->> 'csrfHash' is distinct from p_csrf then refused := 'CSRF'; return; end if;
      -- Rules R01 and R02 and the role's ceiling; the caller words the refusal, here nothing is written.
      if not hot.may_work(entered) or entered ->> 'role' not in ('PRACT', 'AMGR', 'CAFC')
          or entered ->> 'purpose' not in ('ASSESS', 'COORDINATE', 'PANEL', 'TRANSFER', 'EVALUATE', 'SAFEGUARD') then
        refused := 'NOT_FOUND'; return;
      end if;
      perform hot.begin(entered, '{}');
      r := sec.running(p_meeting);
      if r.episode_id is not null then perform hot.open_case(r.episode_id, r.children); end if;
      -- Why not is told only to somebody who may see the meeting; everyone else gets the answer of a random id.
      refused := case when r.episode_id is null then 'NOT_FOUND' when not r.runs then 'NOT_YOURS_TO_RUN'
        when r.frozen or not (r.task or r.agreed) then 'R20_READ_ONLY' when r.status not in ('PLANNED', 'HELD') then 'MEETING_OFF' end;
      if refused is not null then
        if not exists (select 1 from app.meeting mt where mt.id = p_meeting) then refused := 'NOT_FOUND'; end if;
        return;
      end if;
      if r.version <> p_version then
        refused := 'STALE'; saved := (${STORED});
        if saved is null then refused := 'NOT_FOUND'; end if;
        return;
      end if;

      select min(x.n) filter (where x.wrong is not null) as n,
          (array_agg(x.wrong order by x.n) filter (where x.wrong is not null))[1] as wrong,
          count(*) filter (where x.category = 'MEETING' and x.differs) as ordinary, array_agg(x.id) as seen
        into first_wrong
        from (select (e.n - 1)::int as n, ${WRONG} as wrong, i.id, i.category,
            (i.attendance, i.attendance_reason, i.deputy_name) is distinct from ${NEW} as differs
          from jsonb_array_elements(p_entries) with ordinality as e(v, n)
          left join app.invitation i on i.id = (e.v ->> 'invitationId')::uuid and i.meeting_id = p_meeting) x;
      if first_wrong.wrong is not null then
        refused := first_wrong.wrong; entry := first_wrong.n;
        if refused = 'UNKNOWN_INVITATION' and not exists (select 1 from app.meeting mt where mt.id = p_meeting) then
          refused := 'NOT_FOUND';
        elsif refused = 'STALE' then
          saved := (${STORED});
        end if;
        return;
      end if;

      w := sec.write_attendance(p_meeting, p_version, p_entries, first_wrong.seen, first_wrong.ordinary > 0);
      if w.at_version is null then refused := 'STALE'; saved := (${STORED}); return; end if;
      perform audit.record('meeting.attendance-recorded', 'ALLOW', r.episode_id, r.children, coalesce(w.touched, '{MEETING}'),
        array['meeting:' || p_meeting], 'screen', jsonb_array_length(p_entries), null, p_request, array['attendance']);
      saved := jsonb_build_object('meetingId', p_meeting, 'version', w.at_version, 'savedAt', sec.instant(hot.now()), 'entries', w.entries);
    end $$;`;
