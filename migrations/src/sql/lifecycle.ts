/** What the guards of rule 5.2 ask, with what people wrote down for a move since the stage began. */
export const LIFECYCLE_FACTS = `
  create or replace function sec.lifecycle_facts(p_episode uuid) returns jsonb
  language sql stable security definer set search_path = ''
  as $$
    select jsonb_build_object(
      'id', x.id, 'ref', x.ref, 'type', x.type, 'state', x.state, 'stateBefore', x.state_before,
      'version', x.version, 'stateSince', (x.state_since at time zone 'Europe/London')::date,
      'openedOn', x.opened_on, 'agreedOn', x.agreed_on, 'completedOn', x.completed_on,
      'planAgreedOn', x.plan_agreed_on, 'nextReviewOn', x.next_review_on, 'closedOn', x.closed_on,
      'legalHold', x.legal_hold, 'initiatingAgencyId', x.initiating_agency_id,
      'childIds', (select coalesce(jsonb_agg(s.person_id order by s.position), '[]') from app.episode_subject s
         where s.episode_id = x.id and s.role = 'CHILD_SUBJECT'),
      'moves', (select coalesce(jsonb_agg(jsonb_build_object('transition', m.transition, 'from', m.from_state,
           'to', m.to_state) order by m.created_at, m.id), '[]') from app.episode_move m where m.episode_id = x.id),
      'otherOpenEpisode', exists (select 1 from app.episode_subject mine
         join app.episode_subject other on other.person_id = mine.person_id and other.episode_id <> mine.episode_id
         join app.episode o on o.id = other.episode_id
         where mine.episode_id = x.id and mine.role = 'CHILD_SUBJECT' and other.role = 'CHILD_SUBJECT'
           and o.state not in ('CLOSED', 'REJECTED', 'MERGED', 'ARCHIVED', 'DISPOSED')),
      'checklist', (select f.body from app.case_fact f where f.episode_id = x.id and f.kind = 'PRECAF'
         and f.ended_at is null order by f.created_at desc, f.id limit 1),
      'refusal', (select f.body from app.case_fact f where f.episode_id = x.id and f.kind = 'REFUSAL'
         and f.ended_at is null order by f.created_at desc, f.id limit 1),
      'level', (select (f.body ->> 'level')::int from app.case_fact f where f.episode_id = x.id and f.kind = 'LEVEL'
         and f.ended_at is null order by f.created_at desc, f.id limit 1),
      'leadAccepted', exists (select 1 from app.edge e where e.episode_id = x.id and e.kind = 'LP' and not e.interim
         and e.from_at <= sec.now() and sec.now() < e.until_at),
      'leadNamed', exists (select 1 from app.edge e where e.episode_id = x.id and e.kind = 'LP'
         and e.from_at <= sec.now() and sec.now() < e.until_at)
         or exists (select 1 from app.nomination n where n.episode_id = x.id and n.status = 'PROPOSED'),
      'recentAssessment', exists (select 1 from app.assessment a where a.episode_id = x.id and a.status = 'COMPLETED'
         and a.completed_on >= sec.today() - interval '6 months'),
      'meetingDateSet', exists (select 1 from app.meeting m where m.episode_id = x.id and m.type = 'INITIAL_TAC'
         and m.status = 'PLANNED'),
      'firstMeeting', (select jsonb_build_object('held', true,
           'invitees', (select count(*) from app.invitation i where i.meeting_id = m.id),
           'coded', (select count(*) from app.invitation i where i.meeting_id = m.id and i.attendance is not null))
         from app.meeting m where m.episode_id = x.id and m.type = 'INITIAL_TAC' and m.status = 'HELD'
         order by m.held_at limit 1),
      'handoverHeld', exists (select 1 from app.meeting m where m.episode_id = x.id and m.type = 'STEP_DOWN_HANDOVER'
         and m.status = 'HELD'),
      'consentReconfirmed', exists (select 1 from app.consent c join app.consent_line l on l.consent_id = c.id
         where c.episode_id = x.id and c.created_at >= x.state_since and l.decision = 'GIVEN' and l.status = 'ACTIVE'
           and l.from_at <= sec.now() and sec.now() < l.until_at),
      'records', (select coalesce(jsonb_object_agg(r.body ->> 'transition', r.body), '{}') from (
         select distinct on (f.body ->> 'transition') f.body from app.case_fact f
         where f.episode_id = x.id and f.kind = 'MOVE' and f.created_at >= x.state_since
         order by f.body ->> 'transition', f.created_at desc, f.id) r),
      'tapReviews', (select count(*) from app.meeting m where m.episode_id = x.id and m.type = 'TAP_CONSULTATION'
         and m.status = 'HELD'),
      'plan', (select jsonb_build_object('agreed', p.status = 'AGREED',
           'actions', (select count(*) from app.action a where a.plan_id = p.id),
           'hasNextDate', x.next_review_on is not null or exists (select 1 from app.meeting m
              where m.episode_id = x.id and m.status = 'PLANNED' and m.planned_at > sec.now()))
         from app.plan p where p.episode_id = x.id and p.status in ('DRAFT', 'AGREED')
         order by p.version_no desc limit 1),
      'earlierPlan', exists (select 1 from app.plan p where p.episode_id = x.id and p.status <> 'DRAFT'),
      'signed', (select coalesce(jsonb_agg(f.body), '[]') from app.case_fact f where f.episode_id = x.id
         and f.kind = 'FLAG' and f.body ->> 'kind' = 'SIGNED' and f.ended_at is null and f.created_at >= x.state_since))
    from app.episode x where x.id = p_episode and sec.related(p_episode)
  $$;`;

const TEAM = `'AUTHOR', 'LP', 'TACM'`;
const CONCERN = `'T04', 'T07', 'T10', 'T21', 'T22'`;

/**
 * The floor under the table of moves: who may bring any move about here at all. A panel decides on what is on its agenda,
 * social care on what was referred to it and on what it gives back, an officer of information on how a record is kept.
 */
export const MAY_MOVE = `
  create or replace function sec.may_move(p_episode uuid, p_transition text) returns boolean
    language sql stable security definer set search_path = ''
    as $$
      select p_episode <> all (sec.barred_episodes()) and case sec.role()
        when 'CAFC' then true
        when 'MASH' then p_transition in (${CONCERN}, 'T23', 'T24', 'T26')
          or exists (select 1 from app.edge e where e.episode_id = p_episode and e.user_id = sec.uid()
               and e.from_at <= sec.now() and sec.now() < e.until_at)
        when 'PANEL' then p_transition = 'T20' and exists (select 1 from app.edge e where e.episode_id = p_episode
          and e.user_id = sec.uid() and e.kind = 'PANEL_AGENDA' and e.from_at <= sec.now() and sec.now() < e.until_at)
        when 'PRACT' then exists (select 1 from app.edge e where e.episode_id = p_episode and e.user_id = sec.uid()
               and e.from_at <= sec.now() and sec.now() < e.until_at)
          or (p_transition in (${CONCERN}) and sec.related(p_episode))
        when 'AMGR' then exists (select 1 from app.edge e where e.episode_id = p_episode
               and (e.user_id = sec.uid() or (e.agency_id = sec.agency() and e.kind in (${TEAM})))
               and e.from_at <= sec.now() and sec.now() < e.until_at)
          or (p_transition in (${CONCERN}) and sec.related(p_episode))
        when 'IGO' then p_transition in ('T36', 'T36_UNDO', 'T37', 'T39') or exists (select 1 from app.edge e where e.episode_id = p_episode and e.user_id = sec.uid()
               and e.from_at <= sec.now() and sec.now() < e.until_at)
        else false end
    $$;`;

/**
 * What was written down with a move: content of the case, beside the row of history that everybody on it may see. Why a record
 * is held, joined with another or destroyed is for those who keep records, not for the family or the team.
 */
export const WRITE_MOVE_RECORD = `
  create function sec.write_move_record(p_episode uuid, p_transition text, p_body jsonb) returns uuid
    language plpgsql volatile security definer set search_path = ''
    as $$
    declare new_id uuid;
    begin
      if not sec.may_move(p_episode, p_transition) then
        raise exception 'not allowed to move this episode' using errcode = '42501';
      end if;
      insert into app.case_fact (episode_id, category, source_agency_id, author_id, kind, body, said_on, created_by)
      values (p_episode, case when p_transition in ('T36', 'T36_UNDO', 'T37', 'T39') then 'SAFE' else 'PLAN' end,
        sec.agency(), sec.uid(), 'MOVE',
        p_body || jsonb_build_object('transition', p_transition), sec.today(), sec.uid())
      returning id into new_id;
      return new_id;
    end $$;`;

/**
 * Closed by mistake: what closing ended in its own transaction is as it was. Only in the very transaction that took the
 * episode out of CLOSED; what somebody changed since then stays as they left it.
 */
export const UNDO_CLOSING = `
  create function sec.undo_closing(p_episode uuid) returns void
    language plpgsql volatile security definer set search_path = ''
    as $$
    declare closed timestamptz;
    begin
      if not exists (select 1 from app.episode_move m where m.episode_id = p_episode and m.transition = 'T35_CLERICAL'
          and m.created_at = sec.now() and m.author_id = sec.uid()) then
        raise exception 'the episode was not opened again here' using errcode = '42501';
      end if;
      select m.created_at into closed from app.episode_move m
        where m.episode_id = p_episode and m.to_state = 'CLOSED' and m.from_state <> 'CLOSED'
        order by m.created_at desc, m.id desc limit 1;
      update app.action set status = 'AGREED', status_reason = null, version = version + 1, updated_at = sec.now()
      where episode_id = p_episode and status = 'CANCELLED' and updated_at = closed and status_reason = 'The work ended';
      update app.outcome set status = 'OPEN', version = version + 1, updated_at = sec.now()
      where episode_id = p_episode and status = 'NO_LONGER_RELEVANT' and updated_at = closed;
      update app.plan p set status = 'AGREED', version = version + 1, updated_at = sec.now()
      where p.episode_id = p_episode and p.status = 'CLOSED' and p.updated_at = closed;
      update app.meeting set status = 'PLANNED', status_reason = null, version = version + 1, updated_at = sec.now()
      where episode_id = p_episode and status = 'CANCELLED' and updated_at = closed and planned_at > sec.now();
      update app.edge set read_until = 'infinity'
      where episode_id = p_episode and kind in (${TEAM}) and until_at = 'infinity';
      update app.case_fact set ended_at = sec.now(), version = version + 1, updated_at = sec.now()
      where episode_id = p_episode and kind = 'CLOSURE' and ended_at is null;
    end $$;`;

/** The closing form, kept: by who leads, by the CAF team, and by the manager who ends an engagement plan (T11). */
export const RECORD_CLOSING = `
  create or replace function sec.record_closing(p_episode uuid, p_subject uuid, p_body jsonb) returns uuid
    language plpgsql volatile security definer set search_path = ''
    as $$
    declare new_id uuid;
    begin
      if not (sec.leads(p_episode) or (sec.role() = 'AMGR' and p_body ->> 'transition' = 'T11' and sec.may_move(p_episode, 'T11'))) then
        raise exception 'not allowed to close this episode' using errcode = '42501';
      end if;
      update app.case_fact set ended_at = sec.now(), version = version + 1, updated_at = sec.now()
      where episode_id = p_episode and kind = 'CLOSURE' and ended_at is null;
      insert into app.case_fact (episode_id, subject_id, category, source_agency_id, author_id, created_by, kind, body, said_on)
      values (p_episode, p_subject, 'PLAN', sec.agency(), sec.uid(), sec.uid(), 'CLOSURE', p_body, sec.today())
      returning id into new_id;
      return new_id;
    end $$;`;
