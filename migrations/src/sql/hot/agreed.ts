import * as guards from '../guards.js';
import * as first from '../policies.js';
import { asked } from './reader.js';

/** Functions that quote a rule of the first guards. */
export const REWRITTEN = [
  'sec.rows_by_rule(uuid, text[])',
  'sec.page_by_rule(hot.page_case[])',
  'sec.page_facts(hot.page_case[])',
  'sec.family_of(uuid, uuid[], text[])',
  'sec.knows_name(uuid, uuid)',
];

/** A row an opened case may show: the rule, in a record that is open, past every shield. */
const whole = (t: string): string =>
  `(${guards.mayRead(t)}) and ${guards.recordOpen(t)} and (${guards.notShielded(t)})`;

const person = (rules: typeof first | typeof guards, t: string, id: string, kind: string): string =>
  rules.mayReadOfPerson(t, id, `'${kind}'`);

/** What a line gives on a page of cases, once for each case. */
const PROBED = `case when ${guards.speaksForItself('c', 'v_now')} then true
      else sec.agreed(e.episode_id, c.category, s.person_id, null, 'infinity', e.kind, e.user_id = v_me, v_agency) end`;
const PROBE =
  /v_now < case when e\.kind in \('LP', 'AUTHOR'\) then c\.lead_read_until else c\.team_read_until end\) l/;

const IN_TURN: Readonly<Record<string, readonly (readonly [from: string | RegExp, to: string])[]>> = {
  'sec.rows_by_rule(uuid, text[])': [[asked(first.mayRead('t')), asked(whole('t'))]],
  'sec.page_by_rule(hot.page_case[])': [[asked(first.mayRead('t')), asked(guards.mayRead('t'))]],
  'sec.page_facts(hot.page_case[])': [[PROBE, `${PROBED}) l`]],
  'sec.family_of(uuid, uuid[], text[])': [
    [asked(person(first, 'r', 'r.child_id', 'FAMILY')), asked(person(guards, 'r', 'r.child_id', 'FAMILY'))],
    [asked(person(first, 't', 't.person_id', 'IDENT')), asked(person(guards, 't', 't.person_id', 'IDENT'))],
  ],
  'sec.knows_name(uuid, uuid)': [[first.mayRead('t'), guards.mayRead('t')]],
};

/** The function with the rule of today in the place of the first one. */
export function rewritten(source: string, signature: string): string {
  return (IN_TURN[signature] ?? []).reduce((text, [from, to]) => {
    const next = typeof from === 'string' ? text.replaceAll(from, () => to) : text.replace(from, () => to);
    if (next === text) throw new Error(`${signature} does not quote the rule`);
    return next;
  }, source);
}

/** A kind is open where a line that speaks for itself gives it; the rest is asked row by row. */
export const openKinds = `
  create or replace function sec.open_kinds(p_episode uuid) returns text[]
    language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan
    as $$
    declare v_context text[] := sec.context(); v_me uuid := v_context[1]::uuid; v_agency uuid := v_context[2]::uuid;
      v_role text := v_context[4]; v_purpose text := v_context[6]; v_now timestamptz := sec.now();
    begin
      -- In an emergency each row is asked: only some of them are seen through the shield.
      if v_role not in ('PRACT', 'AMGR') or not sec.record_open(p_episode, null, null)
          or p_episode = any (sec.glass_episodes()) then return '{}'; end if;
      return array(select distinct c.category || ' ' || c.subject_id
        from app.edge e join app.consent_line c on c.episode_id = e.episode_id
        where e.episode_id = p_episode and e.kind in ('AUTHOR', 'LP', 'TACM') and e.agency_id = v_agency
          and e.from_at <= v_now and v_now < e.until_at and (e.user_id = v_me or v_role = 'AMGR')
          and (c.recipient_agency_id = e.agency_id or (c.recipient_user_id = v_me and e.user_id = v_me))
          and c.decision = 'GIVEN' and c.from_at <= v_now and v_purpose = any (c.purposes)
          and ${guards.speaksForItself('c', 'v_now')});
    end $$;`;
