import { AGREED, CASE_STANDS, NOT_KEPT_AWAY, STILL_ON_THE_TEAM } from './report-links.js';

/**
 * A report in lieu becomes content of the case in one place, whether it came by a link or was written by a member who is
 * signed in. Neither way has a right to write the table.
 */
export const OWN_REPORTS = `
  -- Once for each invitation, with the writer's service as its source; a link that asked for it is answered by it. Who leads
  -- is told, and so is whoever waits for it.
  create function sec.keep_report(i app.invitation, p_well text, p_worries text, p_next text, p_waiting uuid) returns boolean
    language plpgsql volatile security definer set search_path = ''
    as $$
    begin
      insert into app.meeting_report (episode_id, subject_id, category, source_agency_id, author_id, created_by, meeting_id,
        invitation_id, going_well, worries, next_steps, received_on)
      values (i.episode_id, i.subject_id, i.category, i.agency_id, i.user_id, i.user_id, i.meeting_id, i.id, p_well, p_worries,
        p_next, sec.today())
      on conflict (invitation_id) do nothing;
      if not found then return false; end if;
      update app.report_request q set status = 'SENT', sent_at = sec.now(), version = q.version + 1, updated_at = sec.now()
        where q.invitation_id = i.id and q.kind = 'REPORT' and q.status = 'ASKED';
      update app.invitation v set report_received_on = sec.today(), version = v.version + 1, updated_at = sec.now(),
          rsvp = case v.rsvp when 'NO_ANSWER' then 'SENDING_REPORT' else v.rsvp end
        where v.id = i.id;
      insert into app.outbox (topic, episode_id, recipient_id, payload)
      select distinct 'report.received', i.episode_id, e.user_id, jsonb_build_object('meetingId', i.meeting_id)
      from app.edge e where e.episode_id = i.episode_id and e.from_at <= sec.now() and sec.now() < e.until_at
        and (e.kind = 'LP' or (e.user_id = p_waiting and e.kind in ('AUTHOR', 'TACM'))) and e.user_id is distinct from i.user_id;
      return true;
    end $$;

  create or replace function sec.send_report(p_hash bytea, p_well text, p_worries text, p_next text, p_request text) returns boolean
    language plpgsql volatile security definer set search_path = ''
    as $$
    declare r app.report_request; i app.invitation;
    begin
      select * into r from app.report_request q where q.token_hash = p_hash for update;
      if r.id is null or not sec.report_link_live(r) then return false; end if;
      select * into i from app.invitation v where v.id = r.invitation_id for update;
      if not sec.keep_report(i, p_well, p_worries, p_next, r.author_id) then return false; end if;
      insert into audit.entry (actor_id, agency_id, action, outcome, episode_id, categories, basis, channel, request_id, fields)
      values (i.user_id, i.agency_id, 'report-link.report-sent', 'ALLOW', r.episode_id, array[i.category],
        array['report-request:' || r.id, 'meeting:' || i.meeting_id], 'link', p_request,
        array_remove(array[case when p_well is not null then 'goingWell' end, case when p_worries is not null then 'worries' end,
          case when p_next is not null then 'nextSteps' end], null));
      return true;
    end $$;

  -- The same by whoever was invited, for the service they were invited for. The question is locked before the invitation, as
  -- a link does it. False when there is one already, or when a link of theirs would open nothing either.
  create function sec.write_own_report(p_invitation uuid, p_well text, p_worries text, p_next text) returns boolean
    language plpgsql volatile security definer set search_path = ''
    as $$
    declare v app.invitation; waiting uuid;
    begin
      perform 1 from app.report_request q
        where q.invitation_id = p_invitation and q.kind = 'REPORT' and q.status = 'ASKED' for update;
      select * into v from app.invitation a
        where a.id = p_invitation and a.user_id = sec.uid() and a.agency_id = sec.agency() and not a.is_family for update;
      if v.id is null or not exists (
        select 1 from app.invitation i join app.invitation r on r.id = i.id join app.meeting m on m.id = i.meeting_id
          join app.episode x on x.id = i.episode_id
        where i.id = v.id and m.status in ('PLANNED', 'HELD') and ${CASE_STANDS} and ${NOT_KEPT_AWAY} and ${AGREED}
          and (${STILL_ON_THE_TEAM})) then return false; end if;
      select m.chair_id into waiting from app.meeting m where m.id = v.meeting_id;
      return sec.keep_report(v, p_well, p_worries, p_next, waiting);
    end $$;
  grant execute on function sec.write_own_report(uuid, text, text, text) to app_user;`;
