import { mayReadOfPerson, notHidden } from '../policies.js';
import { ASKED_VARIABLES, asked } from './reader.js';
import { personJson } from './labels.js';

const ORDINARY = `('IDENT', 'INVOLVE', 'CHILD', 'PARENTING', 'FAMILY', 'HEALTH', 'PLAN', 'MEETING', 'NOTES')`;

/**
 * What hangs on the people of one case rather than on its work: relatives with a safe phone, the child's places, the
 * agreement. Each is a function that asks who is asking once and applies the rule of the table it reads.
 */
export const FAMILY = `
  create function sec.relatives_of(p_episode uuid) returns json language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan
    as $$
    declare ${ASKED_VARIABLES}
    begin
      if not sec.related(p_episode) then return '[]'; end if;
      return (select coalesce(json_agg(json_build_object(
          'label', json_build_object('subjectId', r.child_id, 'aboutPersonId', null, 'categories', json_build_array('FAMILY'),
            'sourceAgencyId', null, 'authorId', r.created_by, 'namedWorkerIds', json_build_array(), 'recordedAt', null),
          'childId', r.child_id, 'kind', r.kind, 'hasPr', r.has_pr, 'livesWith', r.lives_with, 'portal', r.portal,
          'involvement', r.involvement, ${personJson('p')},
          'phone', (select t.value from app.contact_point t where t.person_id = p.id and t.kind = 'PHONE' and t.safe_to_call
             order by t.created_at limit 1)) order by case r.has_pr when 'YES' then 0 else 1 end, r.created_at, r.id), '[]')
        from app.episode_subject es join app.relationship r on r.child_id = es.person_id join app.person p on p.id = r.person_id
        where es.episode_id = p_episode and es.role = 'CHILD_SUBJECT'
          and (r.valid_to is null or (v_now at time zone 'Europe/London')::date <= r.valid_to)
          and ${asked(notHidden('r.child_id'))} and ${asked(notHidden('r.person_id'))}
          and (${asked(mayReadOfPerson('r', 'r.child_id', `'FAMILY'`))} or r.person_id = v_person));
    end $$;

  create function sec.settings_of(p_episode uuid) returns json language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan
    as $$
    declare ${ASKED_VARIABLES}
    begin
      if not sec.related(p_episode) then return '[]'; end if;
      return (select coalesce(json_agg(json_build_object('personId', t.person_id, 'kind', t.kind, 'name', t.name,
          'yearGroup', t.year_group) order by t.kind, t.created_at), '[]')
        from app.episode_subject es join app.setting t on t.person_id = es.person_id
        where es.episode_id = p_episode and es.role = 'CHILD_SUBJECT'
          and (t.valid_to is null or (v_now at time zone 'Europe/London')::date <= t.valid_to)
          and ${asked(notHidden('t.person_id'))} and (${asked(mayReadOfPerson('t', 't.person_id', `'IDENT'`))}));
    end $$;

  -- One line for a giver, recipient, decision and period, with the kinds of information it covers: what the actor's own
  -- rule on agreement lets them read (policy "named").
  create function sec.agreement_of(p_episode uuid) returns json language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan
    as $$
    declare ${ASKED_VARIABLES} v_team boolean;
    begin
      if not sec.related(p_episode) then return '[]'; end if;
      v_team := v_role = 'CAFC' or exists (select 1 from app.edge e where e.episode_id = p_episode and e.user_id = v_me
        and e.from_at <= v_now and v_now < e.until_at)
        or (v_role = 'AMGR' and exists (select 1 from app.edge e where e.episode_id = p_episode and e.agency_id = v_agency
          and e.kind in ('AUTHOR', 'LP', 'TACM') and e.from_at <= v_now and v_now < e.until_at));
      return (select coalesce(json_agg(json_build_object('subjectId', c.subject_id, 'aboutPersonId', c.about_person_id,
          'giverId', c.giver_person_id, 'categories', c.categories, 'decision', c.decision, 'validFrom', c.valid_from,
          'expiresOn', c.expires_on, 'recipientAgencyId', c.recipient_agency_id, 'recipientUserId', c.recipient_user_id,
          'recipient', coalesce(a.name, u.full_name)) order by c.valid_from, a.name, u.full_name), '[]')
        from (select l.subject_id, l.about_person_id, l.giver_person_id, l.decision, l.valid_from, l.expires_on,
            l.recipient_agency_id, l.recipient_user_id, array_agg(l.category order by l.category) as categories
          from app.consent_line l
          where l.episode_id = p_episode and l.status = 'ACTIVE' and ${asked(notHidden('l.subject_id'))}
            and (l.recipient_user_id = v_me or (l.recipient_agency_id = v_agency and l.decision = 'GIVEN')
              or l.created_by = v_me or l.giver_person_id = v_person or (l.category in ${ORDINARY} and v_team))
          group by 1, 2, 3, 4, 5, 6, 7, 8) c
        left join app.agency a on a.id = c.recipient_agency_id left join app.app_user u on u.id = c.recipient_user_id);
    end $$;`;

export const FAMILY_FUNCTIONS = ['sec.relatives_of(uuid)', 'sec.settings_of(uuid)', 'sec.agreement_of(uuid)'];
