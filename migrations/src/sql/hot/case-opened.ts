import { instant, labelOf, personJson } from './labels.js';

const agg = (row: string, from: string, order = ''): string =>
  `coalesce((select json_agg(${row}${order ? ` order by ${order}` : ''}) from ${from}), '[]')`;

const author = (t: string): string => `(select u.full_name from app.app_user u where u.id = ${t}.author_id)`;

const caseFacts = agg(
  `json_build_object('label', ${labelOf('f')}, 'id', f.id, 'kind', f.kind, 'body', f.body, 'saidOn', f.said_on, 'author', ${author('f')})`,
  `app.case_fact f where f.episode_id = p_episode and f.ended_at is null
     and f.kind in ('LEVEL', 'OWN_WORDS', 'FLAG', 'GOING_WELL', 'HELP_WANTED', 'WISHES')`,
  'f.created_at, f.id',
);

const children = agg(
  `json_build_object(${personJson('p')}, 'mother', case when p.is_unborn then (
     select json_build_object('givenNames', m.given_names, 'familyName', m.family_name, 'preferredName', m.preferred_name)
     from app.person m where m.id = p.mother_id) end)`,
  `app.episode_subject s join app.person p on p.id = s.person_id where s.episode_id = p_episode and s.role = 'CHILD_SUBJECT'`,
  's.position, p.id',
);

const invitations = agg(
  `json_build_object('label', ${labelOf('i')}, 'userId', i.user_id, 'personId', i.person_id, 'isFamily', i.is_family,
     'name', coalesce(u.full_name, concat_ws(' ', coalesce(p.preferred_name, p.given_names), p.family_name), i.guest_name),
     'agencyId', i.agency_id, 'rsvp', i.rsvp, 'rsvpNote', i.rsvp_note)`,
  `app.invitation i left join app.app_user u on u.id = i.user_id left join app.person p on p.id = i.person_id
   where i.meeting_id = m.id`,
  'i.is_family desc, i.created_at, i.id',
);

const meetings = agg(
  `json_build_object('label', ${labelOf('m')}, 'id', m.id, 'type', m.type, 'status', m.status, 'reviewNo', m.review_no,
     'plannedAt', ${instant('m.planned_at')}, 'heldAt', ${instant('m.held_at')}, 'mode', m.mode, 'levelAgreed', m.level_agreed,
     'place', case when m.status = 'PLANNED' then (select json_build_object('label', ${labelOf('pl')}, 'place', pl.place)
        from app.meeting_place pl where pl.meeting_id = m.id) end,
     'invitations', case when m.status = 'PLANNED' then ${invitations} else '[]' end)`,
  `app.meeting m where m.episode_id = p_episode and m.status in ('PLANNED', 'HELD')`,
  'm.planned_at, m.id',
);

const outcomes = agg(
  `json_build_object('label', ${labelOf('o')}, 'id', o.id, 'statement', o.statement, 'need', o.need, 'measure', o.measure, 'rater', o.rater,
     'better', o.better, 'scaleLow', o.scale_low, 'scaleHigh', o.scale_high, 'lowWords', o.low_words, 'highWords', o.high_words,
     'baselineValue', o.baseline_value, 'baselineOn', o.baseline_on, 'targetValue', o.target_value, 'status', o.status,
     'ratings', ${agg(
       `json_build_object('label', ${labelOf('r')}, 'value', r.value, 'ratedOn', r.rated_on, 'rater', r.rater)`,
       'app.rating r where r.outcome_id = o.id',
       'r.rated_on, r.created_at',
     )})`,
  'app.outcome o where o.plan_id = sec.latest_plan(p_episode)',
  'o.position, o.id',
);

/** Each kind of work leaves its line in the chronology (REFERENCE 4.6); the newest of each, then the newest of all. */
const CHRONOLOGY = `
  select * from (
    (select 'NOTE' as kind, n.id, n.event_on as day, n.created_at, n.significant, ${author('n')} as author, ${labelOf('n')} as label,
       json_build_object('noteKind', n.kind, 'text', n.text, 'ownWords', n.own_words, 'saidBy', n.said_by) as detail
     from app.note n where n.episode_id = p_episode and n.struck_at is null order by n.event_on desc, n.created_at desc limit 12)
    union all
    (select 'MOVE', v.id, v.happened_on, v.created_at, true, ${author('v')}, ${labelOf('v')},
       json_build_object('transition', v.transition, 'toState', v.to_state)
     from app.episode_move v where v.episode_id = p_episode order by v.happened_on desc, v.created_at desc limit 12)
    union all
    (select 'MEETING', m.id, (m.held_at at time zone 'Europe/London')::date, m.created_at, true, null, ${labelOf('m')},
       json_build_object('type', m.type, 'levelAgreed', m.level_agreed, 'reviewNo', m.review_no)
     from app.meeting m where m.episode_id = p_episode and m.status = 'HELD' order by m.held_at desc limit 12)
    union all
    (select 'ACTION', a.id, a.done_on, a.created_at, false, (select u.full_name from app.app_user u where u.id = a.owner_user_id),
       ${labelOf('a')}, json_build_object('text', a.text)
     from app.action a where a.episode_id = p_episode and a.status = 'DONE' order by a.done_on desc limit 12)) c
  order by c.day desc, c.created_at desc limit 12`;

const chronology = agg(
  `json_build_object('kind', c.kind, 'id', c.id, 'day', c.day, 'significant', c.significant, 'author', c.author,
     'label', c.label, 'detail', c.detail)`,
  `(${CHRONOLOGY}) c`,
  'c.day desc, c.created_at desc',
);

const episode = `json_build_object('id', x.id, 'version', x.version, 'ref', x.ref, 'type', x.type, 'state', x.state,
  'stateBefore', x.state_before, 'openedOn', x.opened_on, 'agreedOn', x.agreed_on, 'completedOn', x.completed_on,
  'planAgreedOn', x.plan_agreed_on, 'nextReviewOn', x.next_review_on, 'closedOn', x.closed_on,
  'closureReason', x.closure_reason, 'createdBy', x.created_by, 'initiatingAgencyId', x.initiating_agency_id)`;

/**
 * The reading itself, stable: every query of it sees the database as it was when the first one did, so that what was found
 * open is what is read. `children` is null when there is no such case for this person.
 */
const READ_CASE = `
  create function hot.read_case(p_episode uuid, out facts jsonb, out children uuid[], out content json)
    language plpgsql stable set search_path = '' set plan_cache_mode = force_generic_plan
    as $$
    declare family record; these uuid[]; passed boolean := exists (select 1 from app.episode x where x.id = p_episode);
    begin
      facts := sec.case_facts(p_episode, passed);
      if facts is null or not passed then return; end if;
      perform set_config('hot.opened', array[p_episode]::text, true);
      these := array(select s.person_id from app.episode_subject s where s.episode_id = p_episode and s.role = 'CHILD_SUBJECT');
      perform hot.open_whole(p_episode, these);
      family := sec.family_of(p_episode, these, hot.kinds());
      select json_build_object('episode', ${episode}, 'children', ${children}, 'caseFacts', ${caseFacts},
        'relatives', family.relatives, 'settings', family.settings, 'agencies', family.agencies, 'team', family.team, 'meetings', ${meetings},
        'outcomes', ${outcomes}, 'chronology', ${chronology})
        into content from app.episode x where x.id = p_episode;
      children := these;
    end $$;`;

/**
 * One case, for its page's first view, in one statement: the facts a decision needs and the rows row-level security lets
 * through, each with its label. The program decides over every row before anything leaves; `content` is null when there
 * is no such case for this person, and then nothing was read and nothing is written here.
 */
export const CASE_OPENED = `
  ${READ_CASE}
  create function hot.case_opened(p_token text, p_purpose text, p_reason text, p_request text, p_episode uuid,
      out entered jsonb, out facts jsonb, out content json)
    language plpgsql volatile security definer set search_path = ''
    as $$
    declare r record;
    begin
      entered := sec.enter(p_token, p_purpose, p_reason);
      if entered is null or not hot.may_work(entered) then return; end if;
      perform hot.begin(entered, case when sec.archived(p_episode) then array[p_episode] else '{}' end);
      r := hot.read_case(p_episode);
      facts := r.facts; content := r.content;
      if r.children is null then return; end if;
      perform audit.record('case.opened', 'ALLOW', p_episode, r.children,
        array['IDENT', 'INVOLVE', 'FAMILY', 'PLAN', 'MEETING', 'NOTES'], array['role:' || (entered ->> 'role')],
        'screen', null, null, p_request, '{}');
    end $$;`;
