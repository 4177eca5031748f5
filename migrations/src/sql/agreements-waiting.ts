/** Kinds of information that agreement by service covers without more. */
export const ORDINARY = `('IDENT', 'INVOLVE', 'CHILD', 'PARENTING', 'FAMILY', 'HEALTH', 'PLAN', 'MEETING', 'NOTES')`;
/** States in which a case is not worked on. */
export const OVER = `('CLOSED', 'REJECTED', 'MERGED', 'ARCHIVED', 'DISPOSED')`;

/**
 * What waits to be looked after: agreement that lapses within 30 days or lapsed in the last 10 days, disputes, and young people
 * of 16 or 18 who have said nothing themselves since. Without a name: a reference and who leads.
 * @param more further kinds, each beginning with `union all`, over `mine m`
 */
export const agreementsWaiting = (more = ''): string => `
  create or replace function sec.agreements_waiting()
    returns table (kind text, episode_id uuid, reference text, lead text, agency text, due date, record_id uuid, version integer)
    language sql stable security definer set search_path = ''
    as $$
      with mine as materialized (
        select x.id, x.ref, u.full_name as lead, a.name as agency, e.agency_id
        from app.episode x
          left join lateral (select k.user_id, k.agency_id from app.edge k where k.episode_id = x.id
            and k.kind in ('LP', 'AUTHOR') and k.from_at <= sec.now() and sec.now() < k.until_at
            order by k.kind = 'LP' desc, k.from_at limit 1) e on true
          left join app.app_user u on u.id = e.user_id left join app.agency a on a.id = e.agency_id
        where x.state not in ${OVER}
          and (sec.role() in ('CAFC', 'IGO') or (sec.role() = 'AMGR' and e.agency_id = sec.agency()))
          and not exists (select 1 from app.episode_subject s where s.episode_id = x.id
            and s.person_id = any (sec.hidden_people()))
      )
      select 'LAPSES', m.id, m.ref, m.lead, m.agency, min(l.expires_on), m.id, 0
        from mine m join app.consent_line l on l.episode_id = m.id and l.decision = 'GIVEN' and l.status = 'ACTIVE'
          and l.category in ${ORDINARY} and l.expires_on between sec.today() - 10 and sec.today() + 30
        group by m.id, m.ref, m.lead, m.agency
      union all
      select 'DISPUTED', m.id, m.ref, m.lead, m.agency, d.due_on, d.id, d.version
        from mine m join app.consent_dispute d on d.episode_id = m.id and d.status = 'OPEN'
      ${more}
      union all
      select case when sec.today() >= p.date_of_birth + interval '18 years' then 'ASK_AT_18' else 'ASK_AT_16' end,
          m.id, m.ref, m.lead, m.agency,
          (case when sec.today() >= p.date_of_birth + interval '18 years' then p.date_of_birth + interval '18 years'
            else p.date_of_birth + interval '16 years' end)::date, p.id, 0
        from mine m join app.episode_subject s on s.episode_id = m.id and s.role = 'CHILD_SUBJECT'
          join app.person p on p.id = s.person_id
        where sec.today() >= p.date_of_birth + interval '16 years'
          and exists (select 1 from app.consent_line l where l.episode_id = m.id and l.subject_id = p.id
            and l.giver_person_id <> p.id and l.decision = 'GIVEN' and l.status = 'ACTIVE' and sec.now() < l.until_at)
          and not exists (select 1 from app.consent k where k.episode_id = m.id and k.giver_person_id = p.id
            and k.given_on >= (case when sec.today() >= p.date_of_birth + interval '18 years'
              then p.date_of_birth + interval '18 years' else p.date_of_birth + interval '16 years' end)::date)
    $$;`;

/**
 * The same answer, found from what is due: its cases, who leads them and what is hidden are looked up afterwards and for those
 * alone, with the day, the role and the hidden people asked once.
 * @param more further kinds, each beginning with `union all`
 */
export const quickAgreementsWaiting = (more = ''): string => `
  create or replace function sec.agreements_waiting()
    returns table (kind text, episode_id uuid, reference text, lead text, agency text, due date, record_id uuid, version integer)
    language plpgsql stable security definer set search_path = ''
    as $$
    #variable_conflict use_column
    declare v_role text := sec.role(); v_agency uuid := sec.agency(); v_now timestamptz := sec.now(); v_today date := sec.today();
      v_hidden uuid[];
    begin
      if v_role is null or v_role not in ('CAFC', 'IGO', 'AMGR') then return; end if;
      v_hidden := sec.hidden_people();
      return query
      with found (kind, episode_id, due, record_id, version) as materialized (
        select 'LAPSES', l.episode_id, min(l.expires_on), l.episode_id, 0
        from app.consent_line l
        where l.decision = 'GIVEN' and l.status = 'ACTIVE' and l.category in ${ORDINARY}
          and l.expires_on between v_today - 10 and v_today + 30
        group by l.episode_id
        union all
        select 'DISPUTED', d.episode_id, d.due_on, d.id, d.version from app.consent_dispute d where d.status = 'OPEN'
        ${more}
        union all
        select case when a.years = 18 then 'ASK_AT_18' else 'ASK_AT_16' end, s.episode_id, a.on_day, s.person_id, 0
        from (select p.id, y.years, (p.date_of_birth + y.years * interval '1 year')::date as on_day
            from app.person p
              cross join lateral (select case when v_today >= p.date_of_birth + interval '18 years' then 18 else 16 end as years) y
            where v_today >= p.date_of_birth + interval '16 years') a
          join app.episode_subject s on s.person_id = a.id and s.role = 'CHILD_SUBJECT'
        where exists (select 1 from app.consent_line l where l.episode_id = s.episode_id and l.subject_id = s.person_id
            and l.giver_person_id <> s.person_id and l.decision = 'GIVEN' and l.status = 'ACTIVE' and v_now < l.until_at)
          and not exists (select 1 from app.consent k where k.episode_id = s.episode_id and k.giver_person_id = s.person_id
            and k.given_on >= a.on_day)
      ),
      mine as materialized (
        select x.id, x.ref, u.full_name as lead, a.name as agency
        from (select distinct f.episode_id as id from found f) w join app.episode x on x.id = w.id
          left join lateral (select k.user_id, k.agency_id from app.edge k where k.episode_id = x.id
            and k.kind in ('LP', 'AUTHOR') and k.from_at <= v_now and v_now < k.until_at
            order by k.kind = 'LP' desc, k.from_at limit 1) e on true
          left join app.app_user u on u.id = e.user_id left join app.agency a on a.id = e.agency_id
        where x.state not in ${OVER} and (v_role <> 'AMGR' or e.agency_id = v_agency)
          and not exists (select 1 from app.episode_subject s where s.episode_id = x.id and s.person_id = any (v_hidden))
      )
      select f.kind, m.id, m.ref, m.lead, m.agency, f.due, f.record_id, f.version
      from found f join mine m on m.id = f.episode_id;
    end $$;`;
