import { mayReadOfPerson, notHidden } from '../policies.js';
import { ASKED_VARIABLES, asked } from './reader.js';
import { personJson } from './labels.js';

const ON = "(v_now at time zone 'Europe/London')::date";

const RELATIVES = `
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
    and (${asked(mayReadOfPerson('r', 'r.child_id', `'FAMILY'`))} or r.person_id = v_person)`;

const SETTINGS = `
  select coalesce(json_agg(json_build_object('personId', t.person_id, 'kind', t.kind, 'name', t.name,
      'yearGroup', t.year_group) order by t.kind, t.created_at), '[]')
  from app.setting t
  where t.person_id = any (p_children) and (t.valid_to is null or ${ON} <= t.valid_to)
    and ${asked(notHidden('t.person_id'))} and (${asked(mayReadOfPerson('t', 't.person_id', `'IDENT'`))})`;

/**
 * What hangs on the people of one case rather than on its work: relatives with a safe phone, the children's places. One
 * function that asks who is asking once and applies the rule of each table it reads. `agencies` are the names behind
 * the recipients of the facts, which the program filters.
 */
export const FAMILY = `
  create function sec.family_of(p_episode uuid, p_children uuid[], out relatives json, out settings json, out agencies json)
    language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan
    as $$
    declare ${ASKED_VARIABLES}
    begin
      if not sec.related(p_episode) then return; end if;
      relatives := (${RELATIVES});
      settings := (${SETTINGS});
      agencies := (select coalesce(json_object_agg(a.id, a.name), '{}') from app.agency a where a.id in (
        select l.recipient_agency_id from app.consent_line l where l.episode_id = p_episode));
    end $$;`;

export const FAMILY_FUNCTIONS = ['sec.family_of(uuid, uuid[])'];
