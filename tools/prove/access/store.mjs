import { createHash } from 'node:crypto';

const rows = (key, columns) => `jsonb_to_recordset(w -> '${key}') as x(${columns})`;
const UNTIL = `coalesce(x."to", 'infinity')`;

/** Loads a world and answers for its people, each in one call: nothing travels but what is compared. */
const KIT = `
  create schema if not exists prove;

  -- The clock of this world; a quickened database reads the setting (quick.mjs).
  create or replace function prove.stand_at(p_now timestamptz) returns void language plpgsql as $stand$
  begin
    update sec.clock set "offset" = p_now - transaction_timestamp();
    perform set_config('prove.now', p_now::text, true), set_config('prove.asker', '', true);
  end $stand$;

  -- What is done once for each asking and once for each person; a quickened database does more here.
  do $do$ begin
    if to_regprocedure('prove.settle()') is null then
      create function prove.introduce() returns void language sql as $introduce$ select $introduce$;
      create function prove.settle() returns void language sql as $settle$ select $settle$;
    end if;
  end $do$;

  create or replace function prove.load(w jsonb) returns void language plpgsql as $load$
  declare at_now timestamptz := (w ->> 'now')::timestamptz;
  begin
    perform prove.stand_at(at_now);
    insert into app.agency (id, name, kind, report_group, in_agreement_from)
      select id, name, 'SCHOOL', 'Schools', '2000-01-01' from ${rows('agencies', 'id uuid, name text')};
    insert into app.person (id, kind, given_names, family_name, date_of_birth, is_unborn, due_date, created_at)
      select id, kind, case when not coalesce(unborn, false) then 'Sam' end, case when not coalesce(unborn, false) then 'Tester' end, dob,
        coalesce(unborn, false), case when unborn then '2030-01-01'::date end, '2001-01-01'
      from ${rows('people', 'id uuid, kind text, dob date, unborn boolean')};
    insert into app.app_user (id, email, full_name, person_id, vetting_valid_to, training_valid_to)
      select id, id || '@work.example', name, "personId", '2099-12-31', '2099-12-31' from ${rows('users', 'id uuid, name text, "personId" uuid')};
    insert into app.membership (id, user_id, agency_id, role, job_title, valid_from)
      select id, "userId", "agencyId", role, role, '2000-01-01' from ${rows('hats', 'id uuid, "userId" uuid, "agencyId" uuid, role text')};
    insert into sec.session (token_hash, user_id, membership_id, csrf_hash, idle, expires_at)
      select sha256(convert_to(token, 'UTF8')), "userId", id, sha256(convert_to(token, 'UTF8')), '1 day', clock_timestamp() + interval '1 day'
      from ${rows('hats', 'id uuid, token text, "userId" uuid')};
    insert into app.relationship (id, child_id, person_id, kind, has_pr, portal, pr_until)
      select id, "childId", "personId", kind, pr, portal, "prUntil" from ${rows('relationships', 'id uuid, "childId" uuid, "personId" uuid, kind text, pr text, portal text, "prUntil" timestamptz')};
    insert into app.competence (id, person_id, matters, competent, reasons, assessed_by, from_at, until_at)
      select id, "personId", array(select jsonb_array_elements_text(matters)), competent, 'Asked', by, "from", ${UNTIL}
      from ${rows('competence', 'id uuid, "personId" uuid, matters jsonb, competent boolean, by uuid, "from" timestamptz, "to" timestamptz')};
    insert into app.court_order (id, person_id, effect, recipient_id, categories, from_at, until_at)
      select id, "personId", effect, "recipientId", array(select jsonb_array_elements_text(categories)), "from", ${UNTIL}
      from ${rows('orders', 'id uuid, "personId" uuid, effect text, "recipientId" uuid, categories jsonb, "from" timestamptz, "to" timestamptz')};
    insert into app.episode (id, ref, type, state, source_of_concern, initiating_agency_id, locality, opened_on, closed_on, closed_at,
        closure_reason, withdrawn_at)
      select id, id::text, 'CHILD', state, 'OWN_AGENCY', "agencyId", 'UNKNOWN', "openedOn", ("closedAt" at time zone 'Europe/London')::date,
        "closedAt", case when "closedAt" is not null then 'NEEDS_MET' end, "withdrawnAt"
      from ${rows('episodes', 'id uuid, state text, "agencyId" uuid, "openedOn" date, "closedAt" timestamptz, "withdrawnAt" timestamptz')};
    insert into app.episode_subject (id, episode_id, person_id, role, position)
      select id, "episodeId", "personId", 'CHILD_SUBJECT', position from ${rows('subjects', 'id uuid, "episodeId" uuid, "personId" uuid, position int')};
    insert into app.edge (id, episode_id, user_id, agency_id, kind, categories, person_id, from_at, until_at)
      select id, "episodeId", "userId", "agencyId", kind, coalesce(array(select jsonb_array_elements_text(categories)), '{}'), "personId", "from", ${UNTIL}
      from ${rows('edges', 'id uuid, "episodeId" uuid, "userId" uuid, "agencyId" uuid, kind text, categories jsonb, "personId" uuid, "from" timestamptz, "to" timestamptz')};
    insert into app.consent (id, episode_id, subject_id, giver_person_id, capacity, method, statement_version, given_on, given_at, recorded_by_agency_id)
      select id, "episodeId", "subjectId", "giverId", capacity, 'ON_SCREEN', 'v1', ("givenAt" at time zone 'Europe/London')::date, "givenAt",
        (select a.id from app.agency a order by a.id limit 1)
      from ${rows('acts', 'id uuid, "episodeId" uuid, "subjectId" uuid, "giverId" uuid, capacity text, "givenAt" timestamptz')};
    insert into app.consent_line (id, consent_id, episode_id, subject_id, about_person_id, giver_person_id, recipient_type, recipient_agency_id,
        recipient_user_id, category, purposes, decision, history, given_at, valid_from, expires_on, from_at, until_at, team_read_until, lead_read_until,
        status, ended_at)
      select id, "actId", "episodeId", "subjectId", "aboutId", "giverId", "recipientType", case when "recipientType" = 'SERVICE' then "recipientId" end,
        case when "recipientType" = 'PERSON' then "recipientId" end, category, array(select jsonb_array_elements_text(purposes)), decision, history,
        "givenAt", "validFrom", "expiresOn", "fromAt", greatest("fromAt", least("untilAt", coalesce("endedAt", 'infinity'))), "teamReadUntil", "leadReadUntil",
        status, "endedAt"
      from ${rows('lines', 'id uuid, "actId" uuid, "episodeId" uuid, "subjectId" uuid, "aboutId" uuid, "giverId" uuid, "recipientType" text, "recipientId" uuid, category text, purposes jsonb, decision text, history boolean, "givenAt" timestamptz, "validFrom" date, "expiresOn" date, "fromAt" timestamptz, "untilAt" timestamptz, "teamReadUntil" timestamptz, "leadReadUntil" timestamptz, status text, "endedAt" timestamptz')};
    insert into app.sensitive_service (id, episode_id, person_id, giver_person_id, category, level, line_agreed, from_at, until_at)
      select id, "episodeId", "personId", "giverId", category, level, "lineAgreed", "from", ${UNTIL}
      from ${rows('sensitive', 'id uuid, "episodeId" uuid, "personId" uuid, "giverId" uuid, category text, level text, "lineAgreed" boolean, "from" timestamptz, "to" timestamptz')};
    insert into app.shield (id, person_id, protected_person_ids, household_person_ids, kind, ground, from_at, until_at)
      select id, "personId", array(select jsonb_array_elements_text("protectedIds")::uuid), array(select jsonb_array_elements_text("householdIds")::uuid),
        kind, 'THREAT', "from", ${UNTIL}
      from ${rows('shields', 'id uuid, "personId" uuid, "protectedIds" jsonb, "householdIds" jsonb, kind text, "from" timestamptz, "to" timestamptz')};
    insert into app.shield_member (id, shield_id, user_id, from_at, until_at)
      select m.id, x.id, m."userId", m."from", coalesce(m."to", 'infinity') from ${rows('shields', 'id uuid, members jsonb')}
      cross join jsonb_to_recordset(x.members) as m(id uuid, "userId" uuid, "from" timestamptz, "to" timestamptz);
    insert into app.conflict_block (id, person_id, user_id, reason, from_at, until_at)
      select id, "personId", "userId", 'Relative', "from", ${UNTIL}
      from ${rows('blocks', 'id uuid, "personId" uuid, "userId" uuid, "from" timestamptz, "to" timestamptz')};
    insert into app.access_grant (id, kind, episode_id, subject_id, user_id, agency_id, categories, purpose, ground, reason, from_at, until_at)
      select id, kind, "episodeId", "subjectId", "userId", "agencyId", array(select jsonb_array_elements_text(categories)), purpose, 'CHILD_RISK',
        'Somebody may come to harm tonight', "from", ${UNTIL}
      from ${rows('grants', 'id uuid, kind text, "episodeId" uuid, "subjectId" uuid, "userId" uuid, "agencyId" uuid, categories jsonb, purpose text, "from" timestamptz, "to" timestamptz')};
    insert into app.note (id, episode_id, subject_id, about_person_id, category, source_agency_id, author_id, named_worker_ids, created_at, kind, event_on, text)
      select id, "episodeId", "subjectId", "aboutId", category, "agencyId", "authorId", array(select jsonb_array_elements_text(named)::uuid), "at",
        'CONTACT', ("at" at time zone 'Europe/London')::date, 'A note'
      from ${rows('items', 'id uuid, "episodeId" uuid, "subjectId" uuid, "aboutId" uuid, category text, "agencyId" uuid, "authorId" uuid, named jsonb, "at" timestamptz')};
    -- For a quickened database: what is exceptional in this world.
    perform set_config('prove.shut', array(select x.id from app.episode x where x.state in ('DISPOSED', 'MERGED', 'ARCHIVED'))::text, true);
  end $load$;

  -- What each of the database's back-ends answers to one person asking for one purpose.
  create or replace function prove.answer(p_token text, p_purpose text, p_reason text, p_parts text[],
      out predicate uuid[], out guarded uuid[], out hot uuid[], out opened uuid[], out facts jsonb, out seers jsonb)
    language plpgsql as $answer$
  declare x uuid; children uuid[]; entered jsonb;
  begin
    perform set_config('prove.agreed', '', true);
    entered := sec.enter(p_token, p_purpose, p_reason);
    if entered is null then raise exception 'nobody entered'; end if;
    perform prove.introduce();
    if current_setting('prove.asker') <> p_token then
      perform prove.settle(), set_config('prove.asker', p_token, true);
    end if;
    if 'predicate' = any (p_parts) then predicate := array(PREDICATE); end if;
    -- What is gathered depends on who asks by blocks alone: to the others it is enough to know whether it is given at all.
    facts := case when 'facts' = any (p_parts) then (select jsonb_object_agg(e.id, sec.episode_facts(e.id)) from app.episode e)
      when 'given' = any (p_parts) then (select jsonb_object_agg(e.id, sec.related(e.id)) from app.episode e) end;
    if 'guarded' = any (p_parts) then
      set local role app_user;
      guarded := array(select n.id from app.note n);
      reset role;
    end if;
    if 'seers' = any (p_parts) then
      seers := (select jsonb_object_agg(e.id, jsonb_build_object('request', sec.holds_request(e.id), 'people', array(
          select t.user_id from sec.team(e.id) t union select h.user_id from sec.hidden_team(e.id) h
          union select m.user_id from sec.managers_of(e.id) m union select v.user_id from sec.visitors(e.id) v),
        'roles', (select jsonb_object_agg(b.role, b.people) from sec.blanket_roles(e.id) b))) from app.episode e);
    end if;
    if 'hot' = any (p_parts) then
      hot := '{}'; opened := '{}';
      perform hot.begin(entered, '{}');
      for x in select e.id from app.episode e loop
        set local role encircle_hot;
        if exists (select 1 from app.episode e where e.id = x) then
          reset role;
          children := array(select s.person_id from app.episode_subject s where s.episode_id = x and s.role = 'CHILD_SUBJECT');
          set local role encircle_hot;
          opened := opened || x;
          perform hot.open_case(x, children);
          hot := hot || array(select n.id from app.note n where n.episode_id = x);
          perform set_config('hot.opened', '{}', true);
        end if;
        reset role;
      end loop;
    end if;
  end $answer$;

  create or replace function prove.answers(p_asked jsonb) returns table (n bigint, predicate uuid[], guarded uuid[], hot uuid[], opened uuid[], facts jsonb, seers jsonb)
    language sql as $answers$
    select a.n, r.predicate, r.guarded, r.hot, r.opened, r.facts, r.seers
    from jsonb_array_elements(p_asked) with ordinality as a(one, n)
    cross join lateral prove.answer(a.one ->> 'token', a.one ->> 'purpose', a.one ->> 'reason', array(select jsonb_array_elements_text(a.one -> 'parts'))) r
  $answers$;`;

/** The tables a world fills, by itself or by their triggers. */
export const FILLED = [
  ...new Set([...KIT.matchAll(/insert into (\w+\.\w+)/g)].map(([, table]) => table)),
  'app.case_grant',
  'sec.match_key',
  'sec.clock',
];

/** @param predicate the rule on one note as SQL over alias \`note\`, read by the owner without row-level security */
export async function installKit(client, predicate) {
  await client.query(KIT.replace('PREDICATE', () => `select note.id from app.note where ${predicate}`));
}

export async function loadWorld(client, world) {
  const {
    users,
    hats,
    agencies,
    people,
    relationships,
    competence,
    orders,
    episodes,
    subjects,
    edges,
    acts = [],
    lines,
    sensitive,
    shields,
    blocks,
    grants,
    items,
    now,
    today,
  } = world;
  const openedOn = '2024-01-08';
  await client.query('select prove.load($1)', [
    JSON.stringify({
      users,
      hats,
      agencies,
      people,
      relationships,
      competence,
      orders,
      episodes: episodes.map((e) => ({ ...e, openedOn })),
      subjects,
      edges,
      acts,
      lines,
      sensitive,
      shields,
      blocks,
      grants,
      items,
      now,
      today,
    }),
  ]);
}

/**
 * The answers of the database for every person and purpose of a world.
 * @returns {Promise<{ predicate: string[], guarded: string[], hot: string[] | null, opened: string[] | null, facts: Record<string, unknown> | null, seers: Record<string, unknown> | null }[]>}
 */
export async function databaseAnswers(client, asked) {
  const { rows: found } = await client.query('select * from prove.answers($1) order by n', [
    JSON.stringify(
      asked.map(({ hat, purpose, parts }) => ({ token: hat.token, purpose, reason: hat.reason, parts })),
    ),
  ]);
  return found;
}

export const tokenHash = (token) => createHash('sha256').update(token).digest();
