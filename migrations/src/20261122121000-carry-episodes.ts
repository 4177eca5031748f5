import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How an episode starts and moves. Both are functions because the people who bring a move about (a manager who signs,
 * the front door that decides, any worker with a concern) hold no place on the case that would let them change it,
 * and because two requests at once must not open two episodes for one child.
 */
export class CarryEpisodes20261122121000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table app.edge add column interim boolean not null default false;

      -- A child the actor added, or knows from a case, or from the family of a child they know.
      create function sec.may_start_for(p_person uuid) returns boolean
        language sql stable security definer set search_path = ''
        as $$
          select sec.uid() is not null
            and exists (select 1 from app.person p where p.id = p_person and p.kind = 'CHILD'
                  and p.deceased_on is null and p.merged_into_id is null)
            and p_person <> all (sec.hidden_people())
            and (sec.role() = 'CAFC'
              or exists (select 1 from app.person p where p.id = p_person and p.created_by = sec.uid())
              or exists (
                select 1 from app.episode_subject s join app.edge e on e.episode_id = s.episode_id
                where e.kind in ('AUTHOR', 'LP', 'TACM') and e.from_at <= sec.now() and sec.now() < e.until_at
                  and (e.user_id = sec.uid() or (sec.role() = 'AMGR' and e.agency_id = sec.agency()))
                  and (s.person_id = p_person or exists (
                    select 1 from app.relationship r where r.child_id = s.person_id and r.person_id = p_person))))
        $$;

      -- The postal district of the child's home on the day (rule 3.1); an address that may not be told says nothing.
      create function sec.locality_of(p_person uuid) returns text
        language sql stable security definer set search_path = ''
        as $$
          select coalesce((
            select upper(left(replace(a.postcode, ' ', ''), length(replace(a.postcode, ' ', '')) - 3))
            from app.address a
            where a.person_id = p_person and a.kind in ('HOME', 'TEMPORARY', 'PLACEMENT') and length(a.postcode) > 4
              and (a.valid_from is null or a.valid_from <= sec.today()) and (a.valid_to is null or sec.today() <= a.valid_to)
              and not exists (select 1 from app.shield s where s.person_id = p_person and s.kind = 'SHIELD' and sec.now() < s.until_at)
            order by a.valid_from desc nulls last, a.id limit 1), 'UNKNOWN')
        $$;

      create or replace function sec.start_episode(p_episode uuid, p_ref text, p_type text, p_state text,
          p_children uuid[], p_source text, p_locality text, p_opened date, p_professional_role text) returns void
        language plpgsql volatile security definer set search_path = ''
        as $$
        declare child uuid;
        begin
          if sec.role() not in ('PRACT', 'AMGR', 'CAFC') then
            raise exception 'role may not open an episode' using errcode = '42501';
          end if;
          -- In one order, so that two requests for two siblings cannot wait for each other.
          foreach child in array (select array_agg(c order by c) from unnest(p_children) as c) loop
            if not sec.may_start_for(child) then
              raise exception 'no such child' using errcode = '42501';
            end if;
            perform pg_advisory_xact_lock(hashtextextended('episode of ' || child, 0));
            if exists (select 1 from app.episode_subject s join app.episode x on x.id = s.episode_id
                where s.person_id = child and s.role = 'CHILD_SUBJECT'
                  and x.state not in ('CLOSED', 'REJECTED', 'MERGED', 'ARCHIVED', 'DISPOSED')) then
              raise exception 'an episode is open for this child' using errcode = 'EC001';
            end if;
          end loop;
          insert into app.episode (id, ref, type, state, source_of_concern, initiating_agency_id, locality, opened_on, created_by)
          values (p_episode, p_ref, p_type, p_state, p_source, sec.agency(),
            coalesce(nullif(p_locality, ''), sec.locality_of(p_children[1])), p_opened, sec.uid());
          insert into app.episode_subject (episode_id, person_id, role, position, created_by)
          select p_episode, c.id, 'CHILD_SUBJECT', c.n - 1, sec.uid() from unnest(p_children) with ordinality as c(id, n);
          insert into app.edge (episode_id, user_id, agency_id, kind, professional_role, created_by)
          values (p_episode, sec.uid(), sec.agency(), 'AUTHOR', p_professional_role, sec.uid());
        end $$;

      -- What the guards of rule 5.2 ask, counted over all rows and not over those the asker may see.
      create function sec.lifecycle_facts(p_episode uuid) returns jsonb
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
        $$;

      -- May this actor bring any move about here? The table of moves asks for the exact place; this is the floor.
      create function sec.may_move(p_episode uuid, p_transition text) returns boolean
        language sql stable security definer set search_path = ''
        as $$
          select sec.role() in ('PRACT', 'AMGR', 'CAFC', 'MASH', 'IGO') and (
            sec.role() = 'CAFC'
            or (sec.role() = 'MASH' and p_transition in ('T04', 'T07', 'T10', 'T21', 'T22', 'T23', 'T24'))
            or exists (select 1 from app.edge e where e.episode_id = p_episode
                 and (e.user_id = sec.uid() or (sec.role() = 'AMGR' and e.agency_id = sec.agency()
                   and e.kind in ('AUTHOR', 'LP', 'TACM')))
                 and e.from_at <= sec.now() and sec.now() < e.until_at)
            or (p_transition in ('T04', 'T07', 'T10', 'T21', 'T22') and sec.related(p_episode)))
        $$;

      -- One move: the state, its dates and its row of history, or nothing. Answers the new version of the episode.
      create function sec.move_episode(p_episode uuid, p_from text, p_version integer, p_transition text, p_to text,
          p_before text, p_on date, p_reason text, p_recorded jsonb, p_dates jsonb) returns integer
        language plpgsql volatile security definer set search_path = ''
        as $$
        declare x app.episode;
        begin
          if not sec.may_move(p_episode, p_transition) then
            raise exception 'not allowed to move this episode' using errcode = '42501';
          end if;
          select * into x from app.episode where id = p_episode for update;
          if x.id is null or x.state <> p_from or (p_version is not null and x.version <> p_version) then
            raise exception 'the episode has moved on' using errcode = '40001';
          end if;
          insert into app.episode_move (episode_id, subject_id, category, source_agency_id, author_id, transition,
            from_state, to_state, happened_on, reason, recorded, created_by)
          values (p_episode, null, 'INVOLVE', sec.agency(), sec.uid(), p_transition, x.state, p_to, p_on, p_reason,
            coalesce(p_recorded, '{}'), sec.uid());
          update app.episode set
            state = p_to, state_before = p_before,
            state_since = case when p_to = x.state then x.state_since else sec.now() end,
            agreed_on = coalesce((p_dates ->> 'agreedOn')::date, x.agreed_on),
            completed_on = coalesce((p_dates ->> 'completedOn')::date, x.completed_on),
            plan_agreed_on = coalesce((p_dates ->> 'planAgreedOn')::date, x.plan_agreed_on),
            next_review_on = coalesce((p_dates ->> 'nextReviewOn')::date, x.next_review_on),
            closed_on = case when p_to = 'CLOSED' or x.state <> 'CLOSED'
              then coalesce((p_dates ->> 'closedOn')::date, x.closed_on) end,
            closure_reason = case when p_to = 'CLOSED' or x.state <> 'CLOSED'
              then coalesce(p_dates ->> 'closureReason', x.closure_reason) end,
            version = x.version + 1, updated_at = sec.now()
          where id = p_episode;
          return x.version + 1;
        end $$;

      -- A second person has to sign: the first signature waits here until the state changes.
      create function sec.sign_move(p_episode uuid, p_transition text, p_roles text[], p_recorded jsonb) returns void
        language plpgsql volatile security definer set search_path = ''
        as $$
        begin
          if not sec.may_move(p_episode, p_transition) then
            raise exception 'not allowed to sign' using errcode = '42501';
          end if;
          update app.case_fact set ended_at = sec.now(), updated_at = sec.now(), version = version + 1
          where episode_id = p_episode and kind = 'FLAG' and ended_at is null and author_id = sec.uid()
            and body ->> 'kind' = 'SIGNED' and body ->> 'transition' = p_transition;
          insert into app.case_fact (episode_id, category, source_agency_id, author_id, kind, body, said_on, created_by)
          values (p_episode, 'NOTES', sec.agency(), sec.uid(), 'FLAG', jsonb_build_object('kind', 'SIGNED',
            'transition', p_transition, 'roles', to_jsonb(p_roles), 'by', sec.uid(), 'recorded', coalesce(p_recorded, '{}')),
            sec.today(), sec.uid());
        end $$;

      -- From the agreement on somebody leads: until a nominee accepts, the author does (rule 5.3).
      create function sec.interim_lead(p_episode uuid) returns void
        language plpgsql volatile security definer set search_path = ''
        as $$
        begin
          if not sec.may_move(p_episode, 'T05') then
            raise exception 'not allowed to name a lead' using errcode = '42501';
          end if;
          perform 1 from app.episode where id = p_episode for update;
          if exists (select 1 from app.edge e where e.episode_id = p_episode and e.kind = 'LP' and e.until_at = 'infinity') then
            return;
          end if;
          insert into app.edge (episode_id, user_id, agency_id, kind, lead_type, professional_role, interim, created_by)
          select e.episode_id, e.user_id, e.agency_id, 'LP', 'LEAD_PROFESSIONAL', e.professional_role, true, sec.uid()
          from app.edge e where e.episode_id = p_episode and e.kind = 'AUTHOR' and e.until_at = 'infinity'
          order by e.from_at limit 1;
        end $$;

      create function sec.is_interim(p_user uuid, p_episode uuid, p_kind text) returns boolean
        language sql stable security definer set search_path = ''
        as $$
          select sec.related(p_episode) and exists (select 1 from app.edge e where e.episode_id = p_episode
            and e.user_id = p_user and e.kind = p_kind and e.interim and e.until_at = 'infinity')
        $$;

      -- The old lead ends and the new one starts at one instant, also when two requests overlapped; and only while
      -- the family's agreement to the new lead's service, or to that person, still stands.
      create or replace function sec.accept_lead(p_nomination uuid) returns uuid
        language plpgsql volatile security definer set search_path = ''
        as $$
        declare n app.nomination; x app.episode; role_there text; switch_at timestamptz;
        begin
          select * into n from app.nomination where id = p_nomination for update;
          if n.id is null or n.nominee_id is distinct from sec.uid() then
            raise exception 'no such offer' using errcode = '42501';
          end if;
          if n.status <> 'PROPOSED' then
            raise exception 'answered already' using errcode = '40001';
          end if;
          select * into x from app.episode where id = n.episode_id for update;
          if x.state in ('CLOSED', 'REJECTED', 'MERGED', 'ARCHIVED', 'DISPOSED') then
            raise exception 'the case is over' using errcode = 'EC002';
          end if;
          if n.nominee_agency_id <> x.initiating_agency_id and not exists (
              select 1 from app.consent_line c where c.episode_id = x.id and c.decision = 'GIVEN'
                and (c.recipient_agency_id = n.nominee_agency_id or c.recipient_user_id = n.nominee_id)
                and c.from_at <= sec.now() and sec.now() < c.until_at) then
            raise exception 'the family does not agree to this service' using errcode = 'EC002';
          end if;
          select m.professional_role into role_there from app.membership m
            where m.user_id = n.nominee_id and m.agency_id = n.nominee_agency_id limit 1;
          select greatest(sec.now(), max(e.from_at) + interval '1 microsecond') into switch_at
            from app.edge e where e.episode_id = n.episode_id and e.kind = 'LP' and e.until_at = 'infinity';
          update app.edge set until_at = switch_at, ended_reason = 'HANDED_OVER', version = version + 1, updated_at = sec.now()
          where episode_id = n.episode_id and kind = 'LP' and until_at = 'infinity';
          insert into app.edge (episode_id, user_id, agency_id, kind, lead_type, professional_role, from_at, created_by)
          values (n.episode_id, n.nominee_id, n.nominee_agency_id, 'LP', n.lead_type, coalesce(role_there, 'OTHER'),
            coalesce(switch_at, sec.now()), n.created_by);
          update app.nomination set status = 'ACCEPTED', decided_at = sec.now(), version = version + 1, updated_at = sec.now()
          where id = p_nomination;
          return n.episode_id;
        end $$;

      grant execute on function sec.is_interim(uuid, uuid, text), sec.may_start_for(uuid), sec.lifecycle_facts(uuid), sec.may_move(uuid, text),
        sec.move_episode(uuid, text, integer, text, text, text, date, text, jsonb, jsonb),
        sec.sign_move(uuid, text, text[], jsonb), sec.interim_lead(uuid) to app_user;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop function sec.is_interim, sec.interim_lead, sec.sign_move, sec.move_episode, sec.may_move, sec.lifecycle_facts;
      create or replace function sec.start_episode(p_episode uuid, p_ref text, p_type text, p_state text,
          p_children uuid[], p_source text, p_locality text, p_opened date, p_professional_role text) returns void
        language plpgsql volatile security definer set search_path = ''
        as $$
        begin
          if sec.role() not in ('PRACT', 'AMGR', 'CAFC') then
            raise exception 'role may not open an episode' using errcode = '42501';
          end if;
          insert into app.episode (id, ref, type, state, source_of_concern, initiating_agency_id, locality, opened_on, created_by)
          values (p_episode, p_ref, p_type, p_state, p_source, sec.agency(), p_locality, p_opened, sec.uid());
          insert into app.episode_subject (episode_id, person_id, role, position, created_by)
          select p_episode, c.id, 'CHILD_SUBJECT', c.n - 1, sec.uid() from unnest(p_children) with ordinality as c(id, n);
          insert into app.edge (episode_id, user_id, agency_id, kind, professional_role, created_by)
          values (p_episode, sec.uid(), sec.agency(), 'AUTHOR', p_professional_role, sec.uid());
        end $$;
      drop function sec.may_start_for, sec.locality_of;
      alter table app.edge drop column interim;
    `);
  }
}
