const PLACES = `'AUTHOR', 'LP', 'TACM'`;
const OPEN = `x.state not in ('CLOSED', 'REJECTED', 'MERGED', 'ARCHIVED', 'DISPOSED')`;
const LIVE = `e.kind in (${PLACES}) and e.from_at <= sec.now() and e.until_at = 'infinity'`;

/** The manager asks; what is hidden from the manager is not there, here as everywhere. */
const SEEN = `sec.role() = 'AMGR' and x.id <> all (sec.barred_episodes())
            and not exists (select 1 from app.episode_subject s where s.episode_id = x.id and s.person_id = any (sec.hidden_people()))`;

/** A worker leaves or goes on long leave: the manager of the service puts somebody in each of their places (rule 5.6). */
export const LEAVERS = `
  create function sec.manages(p_user uuid) returns boolean
    language sql stable security definer set search_path = ''
    as $$
      select sec.role() = 'AMGR' and exists (select 1 from app.membership m
        where m.user_id = p_user and m.agency_id = sec.agency() and m.role in ('PRACT', 'AMGR'))
    $$;

  create function sec.places_of(p_user uuid, p_after text, p_limit integer)
    returns table (episode_id uuid, ref text, state text, kinds text[], since timestamptz)
    language sql stable security definer set search_path = ''
    as $$
      select x.id, x.ref, x.state, array_agg(e.kind order by e.kind), min(e.from_at)
      from app.edge e join app.episode x on x.id = e.episode_id
      where e.user_id = p_user and e.agency_id = sec.agency() and ${LIVE} and ${OPEN} and ${SEEN}
        and sec.manages(p_user) and (p_after is null or x.ref > p_after)
      group by x.id, x.ref, x.state order by x.ref limit least(p_limit, 201)
    $$;

  -- One case: checked, and moved unless it is only a check. MOVED, FINE (a check), NOT_THERE, or OTHER where somebody else
  -- has to be chosen; why is not said, because a block is nobody's to tell.
  create function sec.hand_over(p_episode uuid, p_from uuid, p_to uuid, p_check boolean) returns text
    language plpgsql volatile security definer set search_path = ''
    as $$
    declare x app.episode; place record; their_role text; switch_at timestamptz;
    begin
      select * into x from app.episode where id = p_episode for update;
      if x.id is null or not (${SEEN}) or not (${OPEN}) or not sec.manages(p_from) or not exists (select 1 from app.edge e
          where e.episode_id = p_episode and e.user_id = p_from and e.agency_id = sec.agency() and ${LIVE}) then
        return 'NOT_THERE';
      end if;
      select m.professional_role into their_role from app.membership m join app.app_user u on u.id = m.user_id
        where m.user_id = p_to and m.agency_id = sec.agency() and m.role in ('PRACT', 'AMGR') and u.status = 'LIVE'
          and m.valid_from <= sec.today() and (m.valid_to is null or sec.today() <= m.valid_to)
        order by m.created_at, m.id limit 1;
      if their_role is null or p_to = p_from
        or exists (select 1 from app.episode_subject s join app.conflict_block b on b.person_id = s.person_id
             where s.episode_id = p_episode and b.user_id = p_to and b.from_at <= sec.now() and sec.now() < b.until_at)
        or exists (select 1 from app.episode_subject s join app.shield h on h.person_id = s.person_id
             where s.episode_id = p_episode and sec.now() < h.until_at and not exists (
               select 1 from app.shield_member m where m.shield_id = h.id and m.user_id = p_to)) then
        return 'OTHER';
      end if;
      if p_check then return 'FINE'; end if;
      for place in select e.* from app.edge e where e.episode_id = p_episode and e.user_id = p_from
          and e.agency_id = sec.agency() and ${LIVE} loop
        switch_at := greatest(sec.now(), place.from_at + interval '1 microsecond');
        update app.edge set until_at = switch_at, ended_reason = 'LEFT', version = version + 1, updated_at = sec.now()
        where id = place.id;
        if not exists (select 1 from app.edge e where e.episode_id = p_episode and e.user_id = p_to and e.kind = place.kind
            and e.until_at = 'infinity') then
          insert into app.edge (episode_id, user_id, agency_id, kind, lead_type, professional_role, sensitive_class, interim,
            from_at, created_by)
          values (p_episode, p_to, place.agency_id, place.kind, place.lead_type, their_role, place.sensitive_class,
            place.kind = 'LP', switch_at, sec.uid());
        end if;
      end loop;
      update app.nomination set status = 'TAKEN_BACK', decided_at = sec.now(), version = version + 1, updated_at = sec.now()
      where episode_id = p_episode and nominee_id = p_from and status = 'PROPOSED';
      return 'MOVED';
    end $$;
  revoke all on function sec.manages(uuid), sec.places_of(uuid, text, integer), sec.hand_over(uuid, uuid, uuid, boolean) from public;
  grant execute on function sec.manages(uuid), sec.places_of(uuid, text, integer), sec.hand_over(uuid, uuid, uuid, boolean) to app_user;`;
