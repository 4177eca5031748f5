import { AGREED, CASE_STANDS, NOT_KEPT_AWAY } from './report-links.js';

/** Somebody of the family is welcome while no shield protects the family from them and nobody left them out since. */
const WELCOME = `
  not exists (
    select 1 from app.shield h join app.episode_subject es on es.episode_id = r.episode_id
    where h.from_at <= sec.now() and sec.now() < h.until_at
      and es.person_id = any (h.person_id || h.protected_person_ids || h.household_person_ids)
      and not i.person_id = any (h.person_id || h.protected_person_ids || h.household_person_ids))
  and not exists (
    select 1 from app.left_out o where o.meeting_id = i.meeting_id and o.person_id = i.person_id and o.undone_at is null)`;

/**
 * A link to say whether one is coming. Whoever holds it is nobody: two functions answer for that one invitation until the day of
 * the meeting, and say what its mail said: a reference, and when. The answer may be changed as long.
 */
export const ANSWER_LINKS = `
  create function sec.answer_link_live(r app.report_request) returns boolean
    language sql stable security definer set search_path = ''
    as $$
      select r.kind = 'ANSWER' and r.status = 'ASKED' and sec.today() <= r.expires_on and exists (
        select 1 from app.invitation i join app.meeting m on m.id = i.meeting_id join app.episode x on x.id = r.episode_id
        where i.id = r.invitation_id and m.status = 'PLANNED' and ${CASE_STANDS} and i.user_id is null
          and case when i.is_family then ${WELCOME} else ${NOT_KEPT_AWAY} and ${AGREED} end)
    $$;

  create function sec.open_answer_link(p_hash bytea, p_request text)
    returns table (ref text, agency text, planned_at timestamptz, minutes integer, answer text, deputy text, family boolean)
    language plpgsql volatile security definer set search_path = ''
    as $$
    declare r app.report_request;
    begin
      select * into r from app.report_request q where q.token_hash = p_hash;
      if r.id is null or not sec.answer_link_live(r) then return; end if;
      insert into audit.entry (agency_id, action, outcome, episode_id, categories, basis, channel, request_id)
        select i.agency_id, 'answer-link.opened', 'ALLOW', r.episode_id, '{}', array['answer-link:' || r.id], 'link', p_request
        from app.invitation i where i.id = r.invitation_id;
      return query select x.ref, a.name, m.planned_at, m.duration_minutes, i.rsvp, i.deputy_name, i.is_family
        from app.invitation i join app.meeting m on m.id = i.meeting_id join app.episode x on x.id = r.episode_id
        left join app.agency a on a.id = i.agency_id
        where i.id = r.invitation_id;
    end $$;

  -- DONE, FAMILY where the answer is one of a service's, or null where the link opens nothing.
  create function sec.answer_by_link(p_hash bytea, p_answer text, p_deputy text, p_request text) returns text
    language plpgsql volatile security definer set search_path = ''
    as $$
    declare r app.report_request; i app.invitation;
    begin
      select * into r from app.report_request q where q.token_hash = p_hash for update;
      if r.id is null or not sec.answer_link_live(r) then return null; end if;
      select * into i from app.invitation v where v.id = r.invitation_id for update;
      if i.is_family and p_answer in ('DEPUTY', 'SENDING_REPORT') then return 'FAMILY'; end if;
      update app.invitation v set rsvp = p_answer, deputy_name = case when p_answer = 'DEPUTY' then p_deputy end,
          report_due_on = case when p_answer = 'SENDING_REPORT' then coalesce(v.report_due_on, r.expires_on) end,
          version = v.version + 1, updated_at = sec.now()
        where v.id = i.id;
      insert into audit.entry (agency_id, action, outcome, episode_id, categories, basis, channel, request_id, fields)
      values (i.agency_id, 'answer-link.answered', 'ALLOW', r.episode_id, array[i.category],
        array['answer-link:' || r.id, 'meeting:' || i.meeting_id], 'link', p_request, array['rsvp']);
      return 'DONE';
    end $$;
  grant execute on function sec.open_answer_link(bytea, text), sec.answer_by_link(bytea, text, text, text) to encircle_login;

  -- Where it is to go, for whoever asked, while it opens something.
  create function sec.answer_link_to_mail(p_id uuid) returns table (meeting_id uuid, address text)
    language sql stable security definer set search_path = ''
    as $$
      select r.meeting_id, r.address from app.report_request r
      where r.id = p_id and sec.uid() = r.author_id and sec.answer_link_live(r)
    $$;
  grant execute on function sec.answer_link_to_mail(uuid) to app_user;`;
