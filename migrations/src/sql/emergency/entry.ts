/** Lets the session say that its user is a designated safeguarding lead, wherever the text of `sec.enter` stands. */
const SAY_LEAD = (from: string, to: string): string => `
  do $edit$
  declare old text := pg_get_functiondef('sec.enter(text, text, text)'::regprocedure); new text;
  begin
    new := ${from};
    if new = old then raise exception 'sec.enter has changed: say there whether the hat is a safeguarding lead'; end if;
    execute ${to};
  end $edit$;`;

/** Who may get in front of an emergency door, and what row-level security lets an open one show. */
export const EMERGENCY_ENTRY = `
  ${SAY_LEAD(
    `replace(replace(old, 'm.professional_role, m.valid_from', 'm.professional_role, m.safeguarding_lead, m.valid_from'),
      $$'role', s.role,$$, $$'role', s.role, 'safeguardingLead', s.safeguarding_lead,$$)`,
    'new',
  )}

  -- The password was given again a moment ago, or signing in itself was that near. The real clock, as for sessions.
  create function sec.prove_session(p_token text, p_user uuid) returns boolean
    language sql volatile security definer set search_path = ''
    as $$
      with proved as (
        update sec.session set proved_at = clock_timestamp()
        where token_hash = sha256(convert_to(p_token, 'UTF8')) and user_id = p_user and ended_at is null and not locked
        returning 1)
      select exists (select 1 from proved)
    $$;
  grant execute on function sec.prove_session(text, uuid) to app_user;

  create function sec.freshly_signed_in() returns boolean
    language sql stable security definer set search_path = ''
    as $$
      select exists (select 1 from sec.session s
        where s.user_id = sec.uid() and left(encode(s.token_hash, 'hex'), 16) = (sec.context())[8] and s.ended_at is null
          and greatest(s.signed_in_at, s.proved_at) > clock_timestamp() - interval '5 minutes')
    $$;

  create function sec.safeguarding_lead() returns boolean
    language sql stable security definer set search_path = ''
    as $$ select exists (select 1 from app.membership m where m.id = (sec.context())[3]::uuid and m.safeguarding_lead) $$;

  -- A search of this person's met the record within the hour, and was told so (rule R17).
  create function sec.matched_lately(p_episode uuid) returns boolean
    language sql stable security definer set search_path = ''
    as $$
      select exists (select 1 from audit.entry e
        where e.actor_id = sec.uid() and e.action = 'index.matched' and e.outcome = 'LIMITED' and e.episode_id = p_episode
          and e.at > sec.now() - interval '1 hour')
    $$;

  -- The facts of a record a safeguarding lead has met in a search: those the index is answered from, nothing else.
  create function sec.matched_facts(p_episode uuid) returns jsonb
    language sql stable security definer set search_path = ''
    as $$
      select case when sec.safeguarding_lead() and sec.matched_lately(p_episode) then sec.index_facts(p_episode) end
    $$;

  -- An open emergency door over this kind of information about a shielded child: one door, one person, named kinds.
  create function sec.glass_open(p_person uuid, p_category text) returns boolean
    language sql stable security definer set search_path = ''
    as $$
      select exists (select 1 from app.access_grant g
          where g.kind = 'BREAK_GLASS' and g.user_id = sec.uid() and g.subject_id = p_person and g.purpose = sec.purpose()
            and p_category = any (g.categories) and g.from_at <= sec.now() and sec.now() < g.until_at)
        and not exists (select 1 from app.conflict_block b
          where b.person_id = p_person and b.user_id = sec.uid() and b.from_at <= sec.now() and sec.now() < b.until_at)
        and not exists (select 1 from app.shield s
          where s.person_id = p_person and s.kind = 'SEAL' and s.from_at <= sec.now() and sec.now() < s.until_at
            and not exists (select 1 from app.shield_member m where m.shield_id = s.id and m.user_id = sec.uid()
              and m.from_at <= sec.now() and sec.now() < m.until_at))
    $$;

  -- Content tables only: they are the ones whose rows carry a kind of information and a child.
  do $tables$
  declare t text; was text;
  begin
    for t, was in select p.tablename, p.qual from pg_policies p
      where p.schemaname = 'app' and p.policyname = 'not_shielded' and 'app_user' = any (p.roles)
        and exists (select 1 from information_schema.columns c where c.table_schema = 'app' and c.table_name = p.tablename
          and c.column_name = 'named_worker_ids')
    loop
      execute format('alter policy not_shielded on app.%I using ((%s) or (select sec.glass_open(%I.subject_id, %I.category)))', t, was, t, t);
    end loop;
  end $tables$;

  revoke all on function sec.freshly_signed_in(), sec.safeguarding_lead(), sec.matched_lately(uuid), sec.matched_facts(uuid),
    sec.glass_open(uuid, text) from public;
  grant execute on function sec.freshly_signed_in(), sec.safeguarding_lead(), sec.matched_facts(uuid),
    sec.glass_open(uuid, text) to app_user;`;

export const EMERGENCY_ENTRY_DOWN = `
  do $tables$
  declare t text;
  begin
    for t in select p.tablename from pg_policies p where p.schemaname = 'app' and p.policyname = 'not_shielded' and p.qual like '%glass_open%'
    loop
      execute format('alter policy not_shielded on app.%I using (%I.subject_id is null or %I.subject_id <> all ((select sec.hidden_people())::uuid[]))', t, t, t);
    end loop;
  end $tables$;
  drop function sec.glass_open(uuid, text), sec.matched_facts(uuid), sec.matched_lately(uuid), sec.safeguarding_lead(),
    sec.freshly_signed_in(), sec.prove_session(text, uuid);
  ${SAY_LEAD(
    `replace(replace(old, 'm.professional_role, m.safeguarding_lead, m.valid_from', 'm.professional_role, m.valid_from'),
      $$'role', s.role, 'safeguardingLead', s.safeguarding_lead,$$, $$'role', s.role,$$)`,
    'new',
  )}`;
