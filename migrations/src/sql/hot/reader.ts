import { notHidden } from '../policies.js';

/**
 * `encircle_hot` owns the functions of schema `hot` and nothing else. Nobody can become it: it is reached only inside
 * those functions, whose first acts are `sec.enter` and `hot.begin`. So its policies may read who is asking from the
 * settings `hot.begin` wrote a moment before, where app_user's verify a signature at each of hundreds of mentions.
 * Content is guarded by the same text as for app_user; the tables of access by rules that are never wider.
 */
const IDENTITY: readonly [name: string, type: string, from: string][] = [
  ['me', 'uuid', 'uid'],
  ['agency', 'uuid', 'agency'],
  ['role', 'text', 'role'],
  ['person', 'uuid', 'person'],
  ['purpose', 'text', 'purpose'],
  ['now', 'timestamptz', 'now'],
  ['hidden', 'uuid[]', 'hidden_people'],
  ['children', 'uuid[]', 'my_children'],
  ['family', 'uuid[]', 'family_episodes'],
];

/**
 * Worked out once a request: hidden children one still works with, cases closed by a shield, cases opened by a grant, and
 * the cases one ever had a place on for the agency one acts for, as long as those are few enough for a list to be quicker than a probe for each.
 */
const REACH = ['stubbed', 'shut', 'granted', 'mine'] as const;
/** Written by the functions themselves: archived cases of a page, cases that passed their guard, their
 * children, rows of an opened case that the whole rule lets through where its kinds do not, and in whose name lists are read:
 * the reader's and, for a manager, the agency's. */
const GIVEN = ['archived', 'opened', 'people', 'rows', 'principals'] as const;
/** Of an opened case: `CATEGORY child` for each ordinary kind the agreement lets this worker read whoever wrote it. */
const KINDS = 'kinds';
/** The opened case when those kinds cover every row of it: then a row of it needs no look of its own. */
const WHOLE = 'whole';

const rename = (rule: string, to: (name: string) => string): string =>
  IDENTITY.reduce((text, [name, , from]) => text.replaceAll(`(select sec.${from}())`, to(name)), rule);

/** A list is read from its setting once a statement, a single value at each row: each is the cheaper way. */
const cheap = (name: string): string => {
  const list = IDENTITY.find(([known]) => known === name)?.[1] === 'uuid[]';
  return list ? `(select hot.${name}())` : `hot.${name}()`;
};

/** A rule of `policies.ts` in the words of `encircle_hot`. Its functions say which of their cases are archived. */
export const fast = (rule: string): string =>
  rename(rule, cheap).replaceAll(
    /sec\.archived\((\w+\.\w+)\)/g,
    '($1 = any ((select hot.archived())::uuid[]))',
  );

/** The same rule inside a function of `sec` that asked once and keeps the answers in variables. */
export const asked = (rule: string): string => rename(rule, (name) => `v_${name}`);

/** The declarations of such a function: the signed context is verified once. */
export const ASKED_VARIABLES = `
  v_context text[] := sec.context(); v_me uuid := v_context[1]::uuid; v_agency uuid := v_context[2]::uuid;
  v_role text := v_context[4]; v_person uuid := v_context[5]::uuid; v_purpose text := v_context[6];
  v_now timestamptz := sec.now(); v_hidden uuid[] := sec.hidden_people();
  v_children uuid[] := case when v_person is null then '{}'::uuid[] else sec.my_children() end;
  v_family uuid[] := case when v_person is null then '{}'::uuid[] else sec.family_episodes() end;`;

/** Without a fixed search_path and without definer rights, so that the planner puts the expression itself in place. */
const getter = (name: string, type: string): string => `
  create function hot.${name}() returns ${type} language sql stable
    as $$ select nullif(current_setting('hot.${name}', true), '')::${type} $$;`;

const NAMES = [
  ...IDENTITY.map(([name, type]) => [name, type] as const),
  ...[...REACH, ...GIVEN].map((n) => [n, 'uuid[]'] as const),
  [KINDS, 'text[]'] as const,
  [WHOLE, 'uuid'] as const,
];

export const GETTERS = `
  ${NAMES.map(([name, type]) => getter(name, type)).join('')}
  create function hot.today() returns date language sql stable
    as $$ select (hot.now() at time zone 'Europe/London')::date $$;
  create function hot.none_hidden() returns boolean language sql stable
    as $$ select current_setting('hot.hidden', true) = '{}' $$;

  -- Of a case that is not open as a whole: is this row of an open kind, or one the whole rule let through?
  create function hot.lets(p_id uuid, p_episode uuid, p_category text, p_subject uuid) returns boolean
    language plpgsql stable
    as $$
    begin
      return coalesce((p_category || ' ' || p_subject) = any (hot.kinds()) and p_episode = any (hot.opened()), false)
        or coalesce(p_id = any (hot.rows()), false);
    end $$;

  create function sec.reach(out hidden uuid[], out stubbed uuid[], out shut uuid[], out granted uuid[], out mine uuid[],
      out children uuid[], out family uuid[])
    language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan
    as $$
    declare c text[] := sec.context(); me uuid := c[1]::uuid; of_agency uuid := c[2]::uuid; as_role text := c[4];
      at_now timestamptz := sec.now();
    begin
      stubbed := '{}'; shut := '{}'; children := '{}'; family := '{}';
      mine := case when as_role in ('PRACT', 'MASH', 'AUDR', 'IGO', 'PANEL')
        then array(select e.episode_id from app.edge e where e.user_id = me and e.from_at <= at_now
            and case when e.kind in ('AUTHOR', 'LP', 'TACM') then e.agency_id = of_agency
            else case e.kind when 'CAFC_TASK' then as_role = 'CAFC' when 'BROKER_TASK' then as_role = 'CAFC' when 'MASH_CONCERN' then as_role = 'MASH'
          when 'AUDIT' then as_role = 'AUDR' when 'IGO_TASK' then as_role = 'IGO' when 'PANEL_AGENDA' then as_role = 'PANEL' else true end end limit 301) else '{}' end;
      granted := array(select g.episode_id from app.access_grant g where g.user_id = me and g.from_at <= at_now and at_now < g.until_at
        union select g.episode_id from app.access_grant g where g.agency_id = of_agency and g.from_at <= at_now and at_now < g.until_at);
      if c[5] is not null then children := sec.my_children(); family := sec.family_episodes(); end if;
      -- Who else is shielded in the country does not matter: a few cases are looked at, of many those with a shield on them.
      if as_role = 'PRACT' and cardinality(mine) <= 300 then
        hidden := sec.hidden_among(array(select s.person_id from app.episode_subject s where s.episode_id = any (mine || granted || family)));
      elsif as_role in ('PRACT', 'AMGR') then
        hidden := sec.hidden_among(array(
          select s.person_id from app.case_grant g join app.episode_subject s on s.episode_id = g.episode_id
            where g.principal_id = any (array[me, of_agency]) and g.shielded
          union select s.person_id from app.episode_subject s where s.episode_id = any (granted || family)
          union select b.person_id from app.conflict_block b where b.user_id = me));
      else
        hidden := sec.hidden_people();
      end if;
      if cardinality(mine) > 300 then mine := '{}'; end if;
      if cardinality(hidden) > 0 then
        stubbed := array(select s.person_id from app.episode_subject s join app.edge e on e.episode_id = s.episode_id
          where s.person_id = any (hidden) and e.user_id = me and e.kind in ('AUTHOR', 'LP', 'TACM')
            and e.from_at <= at_now and at_now < e.until_at);
        if as_role <> 'CAFC' then
          shut := array(select s.episode_id from app.episode_subject s where s.person_id = any (hidden)
            and not exists (select 1 from app.edge e where e.episode_id = s.episode_id and e.user_id = me
              and e.kind in ('AUTHOR', 'LP', 'TACM') and e.from_at <= at_now and at_now < e.until_at));
        end if;
      end if;
    end $$;

  create function hot.begin(p_entered jsonb, p_archived uuid[]) returns void language plpgsql volatile set search_path = '' set plan_cache_mode = force_generic_plan
    as $$
    declare r record := sec.reach();
    begin
      perform set_config('hot.me', p_entered ->> 'userId', true),
        set_config('hot.agency', coalesce(p_entered ->> 'agencyId', ''), true),
        set_config('hot.role', p_entered ->> 'role', true),
        set_config('hot.person', coalesce(p_entered ->> 'personId', ''), true),
        set_config('hot.purpose', p_entered ->> 'purpose', true),
        set_config('hot.now', (p_entered ->> 'now'), true), set_config('hot.archived', p_archived::text, true),
        set_config('hot.opened', '{}', true), set_config('hot.people', '{}', true), set_config('hot.kinds', '{}', true),
        set_config('hot.rows', '{}', true), set_config('hot.whole', '', true),
        set_config('hot.principals', (case when p_entered ->> 'role' = 'AMGR' then array[p_entered ->> 'userId', p_entered ->> 'agencyId']
          else array[p_entered ->> 'userId'] end)::text, true),
        ${['hidden', 'children', 'family', ...REACH].map((name) => `set_config('hot.${name}', r.${name}::text, true)`).join(', ')};
    end $$;`;

export const FUNCTIONS = [
  ...NAMES.map(([name]) => `hot.${name}()`),
  'hot.today()',
  'hot.none_hidden()',
  'hot.lets(uuid, uuid, text, uuid)',
  'hot.begin(jsonb, uuid[])',
];

const KNOWS = `
  episode.id = any ((select hot.mine())::uuid[]) or episode.id = any ((select hot.opened())::uuid[])
  or hot.role() = 'CAFC' or episode.id = any ((select hot.granted())::uuid[]) or episode.id = any ((select hot.family())::uuid[])
  or (hot.role() in ('PRACT', 'AMGR', 'MASH', 'AUDR', 'IGO', 'PANEL')
    and exists (select 1 from app.edge e where e.episode_id = episode.id and e.from_at <= hot.now()
      and case when e.kind in ('AUTHOR', 'LP', 'TACM') then e.agency_id = hot.agency()
      else case e.kind when 'CAFC_TASK' then hot.role() = 'CAFC' when 'BROKER_TASK' then hot.role() = 'CAFC' when 'MASH_CONCERN' then hot.role() = 'MASH'
          when 'AUDIT' then hot.role() = 'AUDR' when 'IGO_TASK' then hot.role() = 'IGO' when 'PANEL_AGENDA' then hot.role() = 'PANEL' else true end end))`;

/**
 * Tables of access and of who people are: [widening rule, restriction]. Children hang on cases that passed the guard of
 * app.episode in the same call, so that guard is asked once a case.
 */
const STRUCTURE: Record<string, [string, string?]> = {
  edge: [
    `user_id = hot.me() or (hot.role() = 'AMGR' and agency_id = hot.agency() and kind in ('AUTHOR', 'LP', 'TACM'))`,
  ],
  case_grant: ['principal_id = any ((select hot.principals())::uuid[])'],
  consent_line: [
    `recipient_user_id = hot.me() or (recipient_agency_id = hot.agency() and decision = 'GIVEN')`,
  ],
  access_grant: ['user_id = hot.me() or agency_id = hot.agency()'],
  episode: [KNOWS, `hot.role() = 'CAFC' or episode.id <> all ((select hot.shut())::uuid[])`],
  episode_subject: ['episode_subject.episode_id = any ((select hot.opened())::uuid[])'],
  person: [
    'person.id = any ((select hot.people())::uuid[])',
    `person.id <> all ((select hot.hidden())::uuid[]) or hot.role() in ('CAFC', 'MASH') or person.id = any ((select hot.stubbed())::uuid[])`,
  ],
  agency: ['hot.me() is not null'],
  app_user: ['hot.me() is not null and (person_id is null or id = hot.me())'],
};

export const CONTENT_READ = [
  'case_fact',
  'meeting',
  'meeting_place',
  'invitation',
  'plan',
  'outcome',
  'rating',
  'action',
  'note',
  'episode_move',
];

const policies = (table: string, may: string, not?: string): string => `
  create policy hot_may_read on app.${table} for select to encircle_hot using (${may});
  ${not ? `create policy hot_not_hidden on app.${table} as restrictive for select to encircle_hot using (${not});` : ''}`;

export const TABLES = [...Object.keys(STRUCTURE), ...CONTENT_READ];

/**
 * A row of an opened case: of a kind the agreement lets this worker read whoever wrote it, or one the whole rule let
 * through (`sec.open_rows`). Both are worked out once a call, so that no policy of content holds a query of its own. A
 * case whose rows are all covered is open as a whole to readers of one snapshot (`hot.open_whole`), in which no row can
 * have come in between.
 */
const mayReadOpened = (t: string): string =>
  `${t}.episode_id = hot.whole() or hot.lets(${t}.id, ${t}.episode_id, ${t}.category,
    case when coalesce(${t}.about_person_id, ${t}.subject_id) = ${t}.subject_id then ${t}.subject_id end)`;

export const POLICIES = [
  ...Object.entries(STRUCTURE).map(([table, [may, not]]) => policies(table, may, not)),
  ...CONTENT_READ.map((table) =>
    policies(table, mayReadOpened(table), `hot.none_hidden() or ${fast(notHidden(`${table}.subject_id`))}`),
  ),
].join('\n');

export const DROP_POLICIES = TABLES.map(
  (table) =>
    `drop policy hot_may_read on app.${table}; drop policy if exists hot_not_hidden on app.${table};`,
).join('\n');
