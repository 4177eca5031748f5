import { mayRead } from '../policies.js';
import { ASKED_VARIABLES, asked } from './reader.js';

/** Where the rows of one case are found: by its own column or through the row they hang on. */
const TABLES: Readonly<Record<string, string>> = {
  case_fact: 'app.case_fact t where t.episode_id = p_episode',
  meeting: 'app.meeting t where t.episode_id = p_episode',
  meeting_place:
    'app.meeting o join app.meeting_place t on t.meeting_id = o.id where o.episode_id = p_episode',
  invitation: 'app.meeting o join app.invitation t on t.meeting_id = o.id where o.episode_id = p_episode',
  plan: 'app.plan t where t.episode_id = p_episode',
  outcome: 'app.plan o join app.outcome t on t.plan_id = o.id where o.episode_id = p_episode',
  rating:
    'app.plan o join app.outcome p on p.plan_id = o.id join app.rating t on t.outcome_id = p.id where o.episode_id = p_episode',
  action: 'app.action t where t.episode_id = p_episode',
  note: 'app.note t where t.episode_id = p_episode',
  episode_move: 'app.episode_move t where t.episode_id = p_episode',
};

/** What is also about somebody else is asked by the rule: that person's own no may keep it back. */
const NOT_COVERED = `((t.category || ' ' || t.subject_id) = any (p_kinds) and coalesce(t.about_person_id, t.subject_id) = t.subject_id) is not true`;
const each = (make: (from: string) => string, between: string): string =>
  Object.values(TABLES).map(make).join(between);

const ANY = each((from) => `exists (select 1 from ${from} and ${NOT_COVERED})`, ' or ');
const ROWS = each(
  (from) => `select t.id from ${from} and ${NOT_COVERED} and (${asked(mayRead('t'))})`,
  ' union all ',
);

const INTERNAL =
  "language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan";

/**
 * Rows of one case that the rule lets this actor read beyond the kinds already worked out: sensitive kinds, confidences,
 * adults' own, tasks, families. Most cases have none to ask about, and then the rule itself is not even started.
 */
export const OPEN_ROWS = `
  create function sec.rows_by_rule(p_episode uuid, p_kinds text[]) returns uuid[] ${INTERNAL}
    as $$ declare ${ASKED_VARIABLES} begin return array(${ROWS}); end $$;

  -- Null when the kinds cover every row of the case.
  create function sec.open_rows(p_episode uuid, p_kinds text[]) returns uuid[] ${INTERNAL}
    as $$
    begin
      if ${ANY} then return sec.rows_by_rule(p_episode, p_kinds); end if;
      return null;
    end $$;

  -- Opens a case whose guard was passed: its children and what of its content may be read, for the rest of this call.
  -- Says whether that is every row there is at this moment.
  create function hot.open_case(p_episode uuid, p_children uuid[]) returns boolean language plpgsql stable set search_path = ''
    as $$
    declare kinds text[] := sec.open_kinds(p_episode); more uuid[] := sec.open_rows(p_episode, kinds);
    begin
      perform set_config('hot.opened', array[p_episode]::text, true), set_config('hot.people', p_children::text, true),
        set_config('hot.kinds', kinds::text, true), set_config('hot.rows', coalesce(more, '{}')::text, true);
      return more is null;
    end $$;

  -- The same for a reader whose every query shares the snapshot of this one: then no row needs a look of its own.
  create function hot.open_whole(p_episode uuid, p_children uuid[]) returns void language plpgsql stable set search_path = ''
    as $$
    begin
      if hot.open_case(p_episode, p_children) then perform set_config('hot.whole', p_episode::text, true); end if;
    end $$;`;

export const OPEN_ROWS_FUNCTIONS = [
  'sec.rows_by_rule(uuid, text[])',
  'sec.open_rows(uuid, text[])',
  'hot.open_case(uuid, uuid[])',
  'hot.open_whole(uuid, uuid[])',
];
