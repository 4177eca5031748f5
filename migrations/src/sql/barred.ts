/**
 * A conflict-of-interest block and a seal shut a record completely: unlike a shield they leave no stub, not for the team
 * and not for the CAF team (rules R21 and R03). These texts keep such records out of every table for those they bar.
 */

/** Tables of a case that answer to the running role; each row says which episode it belongs to. */
export const OF_EPISODE = [
  'access_grant',
  'action',
  'action_comment',
  'answer',
  'assessment',
  'case_fact',
  'case_grant',
  'consent',
  'consent_line',
  'edge',
  'episode_move',
  'episode_subject',
  'invitation',
  'meeting',
  'meeting_place',
  'minute',
  'nomination',
  'note',
  'outcome',
  'plan',
  'plan_agreement',
  'rating',
  'referral',
  'review',
  'sensitive_service',
];

/** Tables about a person, and which columns say whom. */
export const OF_PERSON: Record<string, readonly string[]> = {
  person: ['id'],
  relationship: ['child_id', 'person_id'],
  other_name: ['person_id'],
  identifier: ['person_id'],
  address: ['person_id'],
  contact_point: ['person_id'],
  setting: ['person_id'],
  person_fact: ['person_id'],
};

const EPISODES = '((select sec.barred_episodes())::uuid[])';
const PEOPLE = '((select sec.barred_people())::uuid[])';

export const NOT_BARRED = [
  ...OF_EPISODE.map(
    (table) => `create policy not_barred on app.${table} as restrictive to app_user
      using (episode_id is null or episode_id <> all ${EPISODES})
      with check (episode_id is null or episode_id <> all ${EPISODES});`,
  ),
  `create policy not_barred on app.episode as restrictive to app_user
     using (id <> all ${EPISODES}) with check (id <> all ${EPISODES});`,
  ...Object.entries(OF_PERSON).map(([table, columns]) => {
    const clear = columns.map((column) => `${column} <> all ${PEOPLE}`).join(' and ');
    return `create policy not_barred on app.${table} as restrictive to app_user using (${clear}) with check (${clear});`;
  }),
].join('\n');

export const DROP_NOT_BARRED = [...OF_EPISODE, 'episode', ...Object.keys(OF_PERSON)]
  .map((table) => `drop policy not_barred on app.${table};`)
  .join('\n');

/** The tables through which a hot read reaches everything else. */
const HOT: readonly (readonly [table: string, column: string, list: 'episodes' | 'people'])[] = [
  ['episode', 'id', 'episodes'],
  ['episode_subject', 'episode_id', 'episodes'],
  ['edge', 'episode_id', 'episodes'],
  ['case_grant', 'episode_id', 'episodes'],
  ['access_grant', 'episode_id', 'episodes'],
  ['meeting', 'episode_id', 'episodes'],
  ['invitation', 'episode_id', 'episodes'],
  ['person', 'id', 'people'],
];

/** Hot reads work out once a call what bars their actor; a call that did not is shown nothing. */
export const HOT_NOT_BARRED = `
  create function hot.barred_episodes() returns uuid[] language sql stable
    as $$ select nullif(current_setting('hot.barred_episodes', true), '')::uuid[] $$;
  create function hot.barred_people() returns uuid[] language sql stable
    as $$ select nullif(current_setting('hot.barred_people', true), '')::uuid[] $$;
  alter function hot.begin(jsonb, uuid[]) rename to begin_reader;
  create function hot.begin(p_entered jsonb, p_archived uuid[]) returns void
    language plpgsql volatile set search_path = '' set plan_cache_mode = force_generic_plan
    as $$
    declare people uuid[] := sec.barred_people();
    begin
      perform hot.begin_reader(p_entered, p_archived);
      perform set_config('hot.barred_people', people::text, true),
        set_config('hot.barred_episodes', case when people = '{}' then '{}' else sec.barred_episodes()::text end, true);
    end $$;
  grant execute on function hot.barred_episodes(), hot.barred_people(), hot.begin(jsonb, uuid[]), sec.barred_episodes(),
    sec.barred_people() to encircle_hot;
  ${HOT.map(
    ([
      table,
      column,
      list,
    ]) => `create policy hot_not_barred on app.${table} as restrictive for select to encircle_hot
      using (${column} <> all ((select hot.barred_${list}())::uuid[]));`,
  ).join('\n')}`;

export const DROP_HOT_NOT_BARRED = `
  ${HOT.map(([table]) => `drop policy hot_not_barred on app.${table};`).join('\n')}
  drop function hot.begin(jsonb, uuid[]);
  alter function hot.begin_reader(jsonb, uuid[]) rename to begin;
  drop function hot.barred_episodes(), hot.barred_people();`;
