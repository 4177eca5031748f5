import { agreementsWaiting, OVER, quickAgreementsWaiting } from './agreements-waiting.js';

/** A live place of the actor on the case, in one of these capacities. */
const placed = (episode: string): string => `exists (
  select 1 from app.edge e where e.episode_id = ${episode} and e.user_id = sec.uid() and e.agency_id = sec.agency()
    and e.kind in ('AUTHOR', 'LP', 'TACM', 'CAFC_TASK') and e.from_at <= sec.now() and sec.now() < e.until_at)`;

/**
 * The birth, written by whoever is at work on the case: the same person from here on. False when somebody saved first. A
 * baby whose support has not begun is its adder's to write about.
 */
export const RECORD_BIRTH = `
  create function sec.record_birth(p_child uuid, p_episode uuid, p_version integer, p_birth jsonb) returns boolean
    language plpgsql volatile security definer set search_path = ''
    as $$
    declare due date;
    begin
      if (case when p_episode is null then not sec.unstarted(p_child)
        else not (${placed('p_episode')} and exists (select 1 from app.episode_subject s
          where s.episode_id = p_episode and s.person_id = p_child)) end) then
        raise exception 'not allowed to record this birth' using errcode = '42501';
      end if;
      select p.due_date into due from app.person p where p.id = p_child and p.is_unborn and p.version = p_version for update;
      if not found then return false; end if;
      update app.person set is_unborn = false, given_names = p_birth ->> 'givenNames', family_name = p_birth ->> 'familyName',
        no_surname = (p_birth ->> 'noSurname')::boolean, preferred_name = p_birth ->> 'preferredName',
        date_of_birth = (p_birth ->> 'dateOfBirth')::date, dob_status = p_birth ->> 'dobStatus', sex = p_birth ->> 'sex',
        version = version + 1, updated_at = sec.now()
      where id = p_child;
      if p_birth ->> 'nhsNumber' is not null then
        insert into app.identifier (person_id, kind, value, created_by) values (p_child, 'NHS', p_birth ->> 'nhsNumber', sec.uid());
      end if;
      if p_episode is not null then
        insert into app.case_fact (episode_id, subject_id, category, source_agency_id, author_id, kind, body, said_on, created_by)
        values (p_episode, p_child, 'IDENT', sec.agency(), sec.uid(), 'BIRTH',
          jsonb_build_object('bornOn', p_birth ->> 'dateOfBirth', 'dueOn', due), sec.today(), sec.uid());
      end if;
      return true;
    end $$;

  -- What could not be looked at before the birth is asked in the first version after it. The version before keeps what it said.
  create function sec.ask_anew_after_birth(p_from uuid, p_to uuid, p_sections text[]) returns integer
    language plpgsql volatile security definer set search_path = ''
    as $$
    declare n integer;
    begin
      if not exists (select 1 from app.assessment t where t.id = p_to and t.status = 'DRAFT' and t.author_id = sec.uid()
          and t.created_at = sec.now()) then
        raise exception 'not allowed to begin this version' using errcode = '42501';
      end if;
      update app.answer a set body = a.body - 'status' - 'childSeen' - 'notSeenReason' - 'notSeenText', updated_at = sec.now()
      from app.assessment f
      where f.id = p_from and a.assessment_id = p_to and a.section = any (p_sections)
        and (a.body ->> 'status' = 'NOT_RELEVANT' or a.body ->> 'notSeenReason' = 'UNBORN')
        and exists (select 1 from app.case_fact b where b.episode_id = f.episode_id and b.subject_id = a.subject_id
          and b.kind = 'BIRTH' and b.created_at > f.created_at);
      get diagnostics n = row_count;
      return n;
    end $$;`;

/** A parent on the birth certificate has parental responsibility from that day on (rule 1.2). */
export const REGISTER_PARENT = `
  create function sec.register_parent(p_episode uuid, p_relationship uuid, p_version integer, p_on date, p_evidence text)
    returns boolean language plpgsql volatile security definer set search_path = ''
    as $$
    begin
      if not exists (select 1 from app.relationship r where r.id = p_relationship
          and case when p_episode is null then sec.unstarted(r.child_id) else ${placed('p_episode')} and exists (
            select 1 from app.episode_subject s where s.episode_id = p_episode and s.person_id = r.child_id) end) then
        raise exception 'not allowed to change this family' using errcode = '42501';
      end if;
      update app.relationship set has_pr = 'YES', pr_basis = 'REGISTERED_FATHER', pr_from = p_on, pr_evidence = p_evidence,
        portal = case portal when 'NONE' then 'NOT_ASKED' else portal end, version = version + 1, updated_at = sec.now()
      where id = p_relationship and version = p_version;
      return found;
    end $$;`;

/** Somebody with parental responsibility who has not been asked since the birth. */
const NOT_ASKED_SINCE = (
  episode: string,
  child: string,
  since: string,
  today = 'sec.today()',
): string => `exists (
  select 1 from app.relationship r where r.child_id = ${child} and r.has_pr = 'YES' and r.kind <> 'SIBLING'
    and (r.valid_to is null or ${today} <= r.valid_to)
    and not exists (select 1 from app.consent k where k.episode_id = ${episode} and k.subject_id = ${child}
      and k.giver_person_id = r.person_id and k.created_at >= ${since}))`;

/**
 * What a baby asks of who leads and of the midwife: a gentle question when the due date is two weeks past, and agreement
 * asked anew after the birth. To workers only; no letter goes to a family (rule 5.6).
 */
export const BABY_TASKS = `
  create function sec.baby_tasks()
    returns table (kind text, episode_id uuid, subject_id uuid, due date, base date, days integer)
    language sql stable security definer set search_path = ''
    as $$
      with mine as materialized (
        select distinct e.episode_id from app.edge e join app.episode x on x.id = e.episode_id
        where e.user_id = sec.uid() and e.agency_id = sec.agency() and x.state not in ${OVER}
          and (e.kind = 'LP' or (e.kind in ('AUTHOR', 'TACM') and e.professional_role = 'MIDWIFE'))
          and e.from_at <= sec.now() and sec.now() < e.until_at and e.episode_id <> all (sec.barred_episodes()))
      select 'BIRTH_CHECK', m.episode_id, p.id, p.due_date + 14, null::date, null::integer
      from mine m join app.episode_subject s on s.episode_id = m.episode_id and s.role = 'CHILD_SUBJECT'
        join app.person p on p.id = s.person_id
      where p.is_unborn and p.due_date + 14 <= sec.today() and p.id <> all (sec.hidden_people())
      union all
      select 'AGREE_AFTER_BIRTH', m.episode_id, f.subject_id, null, (f.created_at at time zone 'Europe/London')::date, 10
      from mine m join app.case_fact f on f.episode_id = m.episode_id and f.kind = 'BIRTH' and f.ended_at is null
      where ${NOT_ASKED_SINCE('m.episode_id', 'f.subject_id', 'f.created_at')}
        and f.subject_id <> all (sec.hidden_people())
        and exists (select 1 from app.edge l where l.episode_id = m.episode_id and l.user_id = sec.uid() and l.kind = 'LP'
          and l.from_at <= sec.now() and sec.now() < l.until_at)
    $$;`;

/** After a death or a loss nobody is written to any more. @param p_reasons the closing reasons that are silent */
export const SILENT = `
  create function sec.is_silent(p_episode uuid, p_reasons text[]) returns boolean
    language sql stable security definer set search_path = ''
    as $$ select exists (select 1 from app.episode x where x.id = p_episode and x.state = 'CLOSED' and x.closure_reason = any (p_reasons)) $$;`;

/** With those to be asked anew after a birth. */
export const AGREEMENTS_WAITING = agreementsWaiting(`
      union all
      select 'ASK_AFTER_BIRTH', m.id, m.ref, m.lead, m.agency, (f.created_at at time zone 'Europe/London')::date + 14,
          f.subject_id, 0
        from mine m join app.case_fact f on f.episode_id = m.id and f.kind = 'BIRTH' and f.ended_at is null
        where ${NOT_ASKED_SINCE('m.id', 'f.subject_id', 'f.created_at')}`);

/** The same answer, with what the whole of it is asked for worked out once. */
export const QUICK_AGREEMENTS_WAITING = quickAgreementsWaiting(`
        union all
        select 'ASK_AFTER_BIRTH', f.episode_id, (f.created_at at time zone 'Europe/London')::date + 14, f.subject_id, 0
        from app.case_fact f
        where f.kind = 'BIRTH' and f.ended_at is null
          and ${NOT_ASKED_SINCE('f.episode_id', 'f.subject_id', 'f.created_at', 'v_today')}`);
