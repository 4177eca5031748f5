/** Nobody is hidden from whoever was asked: no shield and no seal on the family that does not name them. */
export const NOT_KEPT_AWAY = `
  not exists (
    select 1 from app.shield h join app.episode_subject es on es.episode_id = r.episode_id
    where h.from_at <= sec.now() and sec.now() < h.until_at
      and es.person_id = any (h.person_id || h.protected_person_ids || h.household_person_ids)
      and not exists (select 1 from app.shield_member m where m.shield_id = h.id and m.user_id = i.user_id
        and m.from_at <= sec.now() and sec.now() < m.until_at))`;

/** The family agrees that this service is asked; a no ends it, whoever else said yes. */
export const AGREED = `
  not exists (
    select 1 from app.consent_line z where z.episode_id = r.episode_id and z.recipient_agency_id = i.agency_id
      and z.decision = 'REFUSED' and z.from_at <= sec.now()
      and not exists (select 1 from app.consent_line g where g.episode_id = z.episode_id
        and g.recipient_agency_id = z.recipient_agency_id and g.giver_person_id = z.giver_person_id and g.decision = 'GIVEN'
        and g.given_at > z.given_at and g.status = 'ACTIVE'))
  and (i.agency_id = r.source_agency_id or sec.any_in_force(r.episode_id, i.user_id, i.agency_id, sec.now()))`;

/** A colleague with an account is still on the team, and nothing keeps them out. */
export const STILL_ON_THE_TEAM = `
  i.user_id is null or (
    exists (select 1 from app.app_user u where u.id = i.user_id and u.status = 'LIVE')
    and exists (select 1 from app.edge e where e.episode_id = r.episode_id and e.user_id = i.user_id
      and e.agency_id = i.agency_id and e.kind in ('AUTHOR', 'LP', 'TACM') and e.from_at <= sec.now() and sec.now() < e.until_at)
    and not exists (select 1 from app.conflict_block b join app.episode_subject es on es.person_id = b.person_id
      where es.episode_id = r.episode_id and b.user_id = i.user_id and b.from_at <= sec.now() and sec.now() < b.until_at))`;

/** The record is open: a link into a closed one opens nothing. */
export const CASE_STANDS = `x.state not in ('REJECTED', 'CLOSED', 'MERGED', 'ARCHIVED', 'DISPOSED')`;

/** Whether the link to one report still opens something. @param also further conditions on the question `r` */
export const reportLinkLive = (also = ''): string => `
  create or replace function sec.report_link_live(r app.report_request) returns boolean
    language sql stable security definer set search_path = ''
    as $$
      select ${also}r.status = 'ASKED' and sec.today() <= r.expires_on and exists (
        select 1 from app.invitation i join app.meeting m on m.id = i.meeting_id join app.episode x on x.id = r.episode_id
        where i.id = r.invitation_id and m.status in ('PLANNED', 'HELD') and ${CASE_STANDS}
          and ${NOT_KEPT_AWAY} and ${AGREED} and (${STILL_ON_THE_TEAM}))
    $$;`;

/** As first written; replaced where reports are written inside the program too. */
export const SEND_REPORT = `
  -- Once: the words become content of the case with the writer's service as their source, and who leads is told.
  create or replace function sec.send_report(p_hash bytea, p_well text, p_worries text, p_next text, p_request text) returns boolean
    language plpgsql volatile security definer set search_path = ''
    as $$
    declare r app.report_request; i app.invitation;
    begin
      select * into r from app.report_request q where q.token_hash = p_hash for update;
      if r.id is null or not sec.report_link_live(r) then return false; end if;
      select * into i from app.invitation v where v.id = r.invitation_id for update;
      insert into app.meeting_report (episode_id, subject_id, category, source_agency_id, author_id, created_by, meeting_id,
        invitation_id, going_well, worries, next_steps, received_on)
      values (r.episode_id, i.subject_id, i.category, i.agency_id, i.user_id, i.user_id, i.meeting_id, i.id, p_well, p_worries,
        p_next, sec.today())
      on conflict (invitation_id) do nothing;
      if not found then return false; end if;
      update app.report_request q set status = 'SENT', sent_at = sec.now(), version = q.version + 1, updated_at = sec.now()
        where q.id = r.id;
      update app.invitation v set report_received_on = sec.today(), version = v.version + 1, updated_at = sec.now(),
          rsvp = case v.rsvp when 'NO_ANSWER' then 'SENDING_REPORT' else v.rsvp end
        where v.id = i.id;
      insert into audit.entry (actor_id, agency_id, action, outcome, episode_id, categories, basis, channel, request_id, fields)
      values (i.user_id, i.agency_id, 'report-link.report-sent', 'ALLOW', r.episode_id, array[i.category],
        array['report-request:' || r.id, 'meeting:' || i.meeting_id], 'link', p_request,
        array_remove(array[case when p_well is not null then 'goingWell' end, case when p_worries is not null then 'worries' end,
          case when p_next is not null then 'nextSteps' end], null));
      insert into app.outbox (topic, episode_id, recipient_id, payload)
      select distinct 'report.received', r.episode_id, e.user_id, jsonb_build_object('meetingId', i.meeting_id)
      from app.edge e where e.episode_id = r.episode_id and e.from_at <= sec.now() and sec.now() < e.until_at
        and (e.kind = 'LP' or (e.user_id = r.author_id and e.kind in ('AUTHOR', 'TACM'))) and e.user_id is distinct from i.user_id;
      return true;
    end $$;`;

/**
 * A link for one report. Whoever holds it is nobody: these functions answer for that one question while it is open, the
 * family agrees to the service, and the meeting stands; they are all the login role may ask with it.
 */
export const REPORT_LINKS = `${reportLinkLive()}

  -- All a writer is told: the reference and their own service, which they know already, and until when.
  create function sec.open_report_link(p_hash bytea, p_request text)
    returns table (ref text, agency text, due_on date, expires_on date)
    language plpgsql volatile security definer set search_path = ''
    as $$
    declare r app.report_request;
    begin
      select * into r from app.report_request q where q.token_hash = p_hash;
      if r.id is null or not sec.report_link_live(r) then return; end if;
      insert into audit.entry (actor_id, agency_id, action, outcome, episode_id, categories, basis, channel, request_id)
        select i.user_id, i.agency_id, 'report-link.opened', 'ALLOW', r.episode_id, '{}', array['report-request:' || r.id], 'link',
          p_request
        from app.invitation i where i.id = r.invitation_id;
      return query select x.ref, a.name, r.due_on, r.expires_on
        from app.invitation i join app.agency a on a.id = i.agency_id join app.episode x on x.id = r.episode_id
        where i.id = r.invitation_id;
    end $$;

  ${SEND_REPORT}
  grant execute on function sec.open_report_link(bytea, text), sec.send_report(bytea, text, text, text, text) to encircle_login;

  -- Where a link is to go, for whoever asked or the colleague who was asked, while it opens something.
  create function sec.report_to_mail(p_id uuid)
    returns table (meeting_id uuid, address text, agency_id uuid, user_id uuid)
    language sql stable security definer set search_path = ''
    as $$
      select i.meeting_id, r.address, i.agency_id, i.user_id
      from app.report_request r join app.invitation i on i.id = r.invitation_id
      where r.id = p_id and sec.uid() = coalesce(i.user_id, r.author_id) and sec.report_link_live(r)
    $$;
  grant execute on function sec.report_to_mail(uuid) to app_user;`;
