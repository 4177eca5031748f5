import { mayReadOfPerson, notHidden } from '../policies.js';
import { ASKED_VARIABLES, asked } from './reader.js';
import { instant, personJson } from './labels.js';

const ON = "(v_now at time zone 'Europe/London')::date";

/** The rule of the table, or nothing more to ask when the agreement lets this worker read the kind of every child here. */
const readable = (rule: string, open: boolean): string => (open ? '' : `and (${rule})`);

const relatives = (open: boolean): string => `
  select coalesce(json_agg(json_build_object(
      'label', json_build_object('subjectId', r.child_id, 'aboutPersonId', null, 'categories', json_build_array('FAMILY'),
        'sourceAgencyId', null, 'authorId', r.created_by, 'namedWorkerIds', json_build_array(), 'recordedAt', null),
      'childId', r.child_id, 'kind', r.kind, 'hasPr', r.has_pr, 'livesWith', r.lives_with, 'portal', r.portal,
      'involvement', r.involvement, ${personJson('p')},
      'phone', (select t.value from app.contact_point t where t.person_id = p.id and t.kind = 'PHONE' and t.safe_to_call
         order by t.created_at limit 1)) order by case r.has_pr when 'YES' then 0 else 1 end, r.created_at, r.id), '[]')
  from app.relationship r join app.person p on p.id = r.person_id
  where r.child_id = any (p_children) and (r.valid_to is null or ${ON} <= r.valid_to)
    and ${asked(notHidden('r.child_id'))} and ${asked(notHidden('r.person_id'))}
    ${readable(`${asked(mayReadOfPerson('r', 'r.child_id', `'FAMILY'`))} or r.person_id = v_person`, open)}`;

const settings = (open: boolean): string => `
  select coalesce(json_agg(json_build_object('personId', t.person_id, 'kind', t.kind, 'name', t.name,
      'yearGroup', t.year_group) order by t.kind, t.created_at), '[]')
  from app.setting t
  where t.person_id = any (p_children) and (t.valid_to is null or ${ON} <= t.valid_to)
    and ${asked(notHidden('t.person_id'))} ${readable(asked(mayReadOfPerson('t', 't.person_id', `'IDENT'`)), open)}`;

/** As `sec.team`, for a case whose guard was passed. One of a sensitive service shows only to those the agreement names. */
const TEAM = `
  select coalesce(json_agg(json_build_object('userId', u.id, 'name', u.full_name, 'phone', u.phone, 'agencyId', a.id,
      'agency', a.name, 'kind', e.kind, 'jobTitle', (select m.job_title from app.membership m
        where m.user_id = u.id and m.agency_id = a.id order by m.valid_from desc limit 1), 'from', ${instant('e.from_at')})
    order by case e.kind when 'LP' then 0 when 'TACM' then 1 else 2 end, u.full_name), '[]')
  from app.edge e join app.app_user u on u.id = e.user_id join app.agency a on a.id = e.agency_id
  where e.episode_id = p_episode and e.kind in ('AUTHOR', 'LP', 'TACM') and e.from_at <= v_now and v_now < e.until_at
    and (e.sensitive_class = 'NONE' or e.user_id = v_me or exists (
      select 1 from app.consent_line c where c.episode_id = p_episode and c.category = e.sensitive_class
        and c.decision = 'GIVEN' and c.from_at <= v_now and v_now < c.team_read_until
        and (c.recipient_agency_id = v_agency or c.recipient_user_id = v_me)))`;

const open = (kind: string): string =>
  `not exists (select 1 from unnest(p_children) c where ('${kind} ' || c) <> all (p_kinds))`;

/**
 * What hangs on the people of one case rather than on its work: relatives with a safe phone, the children's places, the
 * team. One function that asks who is asking once and applies the rule of each table it reads; `p_kinds` are those of
 * `sec.open_kinds`. Called for a case that passed its guard in the same call. `agencies` are the names behind the
 * recipients of the facts, which the program filters.
 */
export const FAMILY = `
  create function sec.family_of(p_episode uuid, p_children uuid[], p_kinds text[],
      out relatives json, out settings json, out agencies json, out team json)
    language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan
    as $$
    declare ${ASKED_VARIABLES}
    begin
      if ${open('FAMILY')} then relatives := (${relatives(true)}); else relatives := (${relatives(false)}); end if;
      if ${open('IDENT')} then settings := (${settings(true)}); else settings := (${settings(false)}); end if;
      team := (${TEAM});
      agencies := (select coalesce(json_object_agg(a.id, a.name), '{}') from app.agency a where a.id in (
        select l.recipient_agency_id from app.consent_line l where l.episode_id = p_episode));
    end $$;`;

export const FAMILY_FUNCTIONS = ['sec.family_of(uuid, uuid[], text[])'];
