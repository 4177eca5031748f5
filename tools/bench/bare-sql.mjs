/**
 * The same rows as the program answers, as somebody would write them who trusts every caller: no session, no access,
 * no audit. Each is one prepared statement.
 */
export const CASELOAD = `
  select x.id, x.ref, x.type, x.state, x.opened_on, x.closed_on, x.next_review_on, p.id as child_id,
    concat_ws(' ', coalesce(p.preferred_name, p.given_names), p.family_name) as name,
    coalesce(p.preferred_name, p.given_names) as chosen_name, p.date_of_birth, p.due_date, me.kind as part,
    u.full_name as lead, u.id = $1 as you,
    (select count(*) from (select 1 from app.case_grant c where c.principal_id = $1 and c.open limit 1001) n) as total
  from app.case_grant g
  join app.episode x on x.id = g.episode_id
  join app.episode_subject s on s.episode_id = x.id and s.role = 'CHILD_SUBJECT'
  join app.person p on p.id = s.person_id
  left join app.edge l on l.episode_id = x.id and l.kind = 'LP' and l.until_at > now()
  left join app.app_user u on u.id = l.user_id
  left join lateral (select e.kind from app.edge e where e.episode_id = x.id and e.user_id = $1 and e.until_at > now()
    order by array_position(array['LP', 'AUTHOR', 'TACM'], e.kind) limit 1) me on true
  where g.principal_id = $1 and g.open
  order by g.opened_on desc, g.episode_id limit 25`;

const agg = (row, from) => `coalesce((select json_agg(${row}) from ${from}), '[]')`;

const CHRONOLOGY = `(
  select * from (
    (select 'NOTE' as kind, n.id, n.event_on as day, n.created_at, n.significant, u.full_name as author, n.text as detail
     from app.note n left join app.app_user u on u.id = n.author_id
     where n.episode_id = $1 and n.struck_at is null order by n.event_on desc, n.created_at desc limit 12)
    union all
    (select 'MOVE', v.id, v.happened_on, v.created_at, true, u.full_name, v.to_state
     from app.episode_move v left join app.app_user u on u.id = v.author_id
     where v.episode_id = $1 order by v.happened_on desc, v.created_at desc limit 12)
    union all
    (select 'MEETING', m.id, (m.held_at at time zone 'Europe/London')::date, m.created_at, true, null, m.type
     from app.meeting m where m.episode_id = $1 and m.status = 'HELD' order by m.held_at desc limit 12)
    union all
    (select 'ACTION', a.id, a.done_on, a.created_at, false, u.full_name, a.text
     from app.action a left join app.app_user u on u.id = a.owner_user_id
     where a.episode_id = $1 and a.status = 'DONE' order by a.done_on desc limit 12)) c
  order by c.day desc, c.created_at desc limit 6) c`;

export const CASE_OPENED = `
  select json_build_object('id', x.id, 'ref', x.ref, 'state', x.state, 'openedOn', x.opened_on, 'agreedOn', x.agreed_on,
    'completedOn', x.completed_on, 'planAgreedOn', x.plan_agreed_on, 'nextReviewOn', x.next_review_on,
    'children', ${agg(
      `json_build_object('id', p.id, 'givenNames', p.given_names, 'familyName', p.family_name, 'dateOfBirth', p.date_of_birth,
         'settings', ${agg(`json_build_object('name', t.name, 'yearGroup', t.year_group)`, `app.setting t where t.person_id = p.id`)})`,
      `app.episode_subject s join app.person p on p.id = s.person_id where s.episode_id = x.id and s.role = 'CHILD_SUBJECT'`,
    )},
    'facts', ${agg(
      `json_build_object('kind', f.kind, 'body', f.body, 'saidOn', f.said_on, 'author', u.full_name)`,
      `app.case_fact f left join app.app_user u on u.id = f.author_id where f.episode_id = x.id and f.ended_at is null`,
    )},
    'agreement', ${agg(
      `json_build_object('giverId', c.giver_person_id, 'decision', c.decision, 'expiresOn', c.expires_on, 'recipient', a.name,
         'categories', c.categories)`,
      `(select l.giver_person_id, l.decision, l.expires_on, l.recipient_agency_id, array_agg(l.category) as categories
        from app.consent_line l where l.episode_id = x.id and l.status = 'ACTIVE' group by 1, 2, 3, 4) c
       left join app.agency a on a.id = c.recipient_agency_id`,
    )},
    'team', ${agg(
      `json_build_object('userId', u.id, 'name', u.full_name, 'phone', u.phone, 'agency', a.name, 'kind', e.kind, 'jobTitle', m.job_title)`,
      `app.edge e join app.app_user u on u.id = e.user_id join app.agency a on a.id = e.agency_id
       left join app.membership m on m.user_id = u.id and m.agency_id = a.id
       where e.episode_id = x.id and e.kind in ('AUTHOR', 'LP', 'TACM') and e.until_at > now()`,
    )},
    'relatives', ${agg(
      `json_build_object('id', p.id, 'givenNames', p.given_names, 'familyName', p.family_name, 'kind', r.kind, 'hasPr', r.has_pr,
         'phone', (select t.value from app.contact_point t where t.person_id = p.id and t.kind = 'PHONE' limit 1))`,
      `app.episode_subject s join app.relationship r on r.child_id = s.person_id join app.person p on p.id = r.person_id
       where s.episode_id = x.id`,
    )},
    'meetings', ${agg(
      `json_build_object('id', m.id, 'type', m.type, 'status', m.status, 'plannedAt', m.planned_at, 'heldAt', m.held_at,
         'place', (select pl.place from app.meeting_place pl where pl.meeting_id = m.id),
         'invitations', case when m.status = 'PLANNED' then ${agg(
           `json_build_object('name', u.full_name, 'rsvp', i.rsvp)`,
           `app.invitation i left join app.app_user u on u.id = i.user_id where i.meeting_id = m.id`,
         )} else '[]' end)`,
      `app.meeting m where m.episode_id = x.id`,
    )},
    'outcomes', ${agg(
      `json_build_object('id', o.id, 'statement', o.statement, 'baseline', o.baseline_value, 'target', o.target_value, 'ratings',
         ${agg(`json_build_object('value', r.value, 'ratedOn', r.rated_on)`, `app.rating r where r.outcome_id = o.id`)})`,
      `app.outcome o where o.plan_id = (select pn.id from app.plan pn where pn.episode_id = x.id order by pn.version_no desc limit 1)`,
    )},
    'chronology', ${agg(
      `json_build_object('kind', c.kind, 'id', c.id, 'day', c.day, 'significant', c.significant, 'author', c.author, 'detail', c.detail)`,
      CHRONOLOGY,
    )})::text as body
  from app.episode x where x.id = $1`;

export const ATTENDANCE = `
  with saved as (
    update app.invitation i set attendance = e.code, version = i.version + 1, updated_at = now()
    from jsonb_to_recordset($3::jsonb) as e ("invitationId" uuid, version integer, code text)
    where i.id = e."invitationId" and i.version = e.version and i.meeting_id = $1
    returning i.id, i.version, i.attendance),
  meeting as (update app.meeting m set version = m.version + 1, updated_at = now() where m.id = $1 and m.version = $2 returning m.version)
  select json_build_object('version', (select version from meeting), 'entries', (
    select json_agg(json_build_object('invitationId', id, 'version', version, 'code', attendance)) from saved))::text as body`;
