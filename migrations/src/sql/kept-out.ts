/**
 * Who may be given a place on a case. Asked by whoever gives one: a member of the case, the central team, or the function
 * that hands a place over. Of a case the asker has nothing to do with it says nothing.
 */
export const KEPT_OUT = `
  -- A block, or a shield or seal without their name, keeps this worker from the case. Which of them is nobody's to tell.
  create function sec.is_kept_out(p_user uuid, p_episode uuid) returns boolean
    language sql stable security definer set search_path = ''
    as $$
      select exists (
          select 1 from app.episode_subject s join app.conflict_block b on b.person_id = s.person_id
          where s.episode_id = p_episode and b.user_id = p_user and b.from_at <= sec.now() and sec.now() < b.until_at)
        or exists (
          select 1 from app.episode_subject s join app.shield h on s.person_id = any (array_append(h.protected_person_ids, h.person_id))
          where s.episode_id = p_episode and h.from_at <= sec.now() and sec.now() < h.until_at and not exists (
            select 1 from app.shield_member m where m.shield_id = h.id and m.user_id = p_user
              and m.from_at <= sec.now() and sec.now() < m.until_at))
    $$;

  create function sec.may_be_placed(p_user uuid, p_episode uuid) returns boolean
    language sql stable security definer set search_path = ''
    as $$ select not sec.related(p_episode) or not sec.is_kept_out(p_user, p_episode) $$;

  revoke all on function sec.is_kept_out(uuid, uuid), sec.may_be_placed(uuid, uuid) from public;
  grant execute on function sec.may_be_placed(uuid, uuid) to app_user;`;

export const KEPT_OUT_FUNCTIONS = 'sec.may_be_placed(uuid, uuid), sec.is_kept_out(uuid, uuid)';
