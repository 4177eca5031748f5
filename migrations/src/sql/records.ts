import type { Rules } from './rules.js';

const INTERNAL = "stable security definer set search_path = ''";

const ONCE = `${INTERNAL} set plan_cache_mode = force_generic_plan`;
const WHO =
  'me uuid := sec.uid(); as_role text := sec.role(); own uuid := sec.person(); at_now timestamptz := sec.now();';

/**
 * Who asks is verified once, not once for each shield there is.
 * @param among which shields to look at, as the beginning of a condition
 */
const hidden = (among: string): string => `
      select coalesce(array_agg(distinct x.person_id), '{}') from (
        select unnest(array_append(s.protected_person_ids, s.person_id)) as person_id from app.shield s
        where ${among}s.kind = 'SHIELD' and s.from_at <= at_now and at_now < s.until_at
          and (own is null or own <> all (array_append(s.protected_person_ids, s.person_id)))
          and not exists (select 1 from app.shield_member m where m.shield_id = s.id and m.user_id = me
            and m.from_at <= at_now and at_now < m.until_at)
          and not (as_role = 'IGO' and exists (
            select 1 from app.edge e where e.user_id = me and e.kind = 'IGO_TASK'
              and e.person_id = any (array_append(s.protected_person_ids, s.person_id))
              and e.from_at <= at_now and at_now < e.until_at))
        union
        select unnest(sec.barred_people())) x`;

/** Steps 2 to 4 and 15 of REFERENCE 6.4: what takes a whole record away, and what may raise an answer. */
export const recordSql = (rules: Rules): string =>
  `
  -- People this actor must find no trace of: shielded without the actor on the list or among those protected, sealed
  -- without the actor named, or blocked for the actor.
  -- Blocked, or sealed without the actor's name: nothing is left, whatever place or role they hold.
  create or replace function sec.barred_people() returns uuid[] language plpgsql ${ONCE}
    as $$
    declare me uuid := sec.uid(); at_now timestamptz := sec.now();
    begin
      return array(
        select b.person_id from app.conflict_block b
        where b.user_id = me and b.from_at <= at_now and at_now < b.until_at
        union
        select s.person_id from app.shield s
        where s.kind = 'SEAL' and s.from_at <= at_now and at_now < s.until_at
          and not exists (select 1 from app.shield_member m where m.shield_id = s.id and m.user_id = me
            and m.from_at <= at_now and at_now < m.until_at));
    end $$;

  create or replace function sec.hidden_people() returns uuid[] language plpgsql ${ONCE}
    as $$ declare ${WHO} begin return (${hidden('')}); end $$;

  -- Of those a worker reaches: a shield is found by the child it was put on, by whom it protects, or by a brother or
  -- sister of that child.
  create or replace function sec.hidden_among(p_people uuid[]) returns uuid[] language plpgsql ${ONCE}
    as $$
    declare ${WHO}
    begin
      return (with near as materialized (
        select unnest(p_people) as id
        union select h.person_id from app.shield h where h.protected_person_ids && p_people
        union select r.person_id from app.relationship r where r.child_id = any (p_people)
        union select o.child_id from app.relationship r join app.relationship o on o.person_id = r.person_id where r.child_id = any (p_people))
      ${hidden('s.person_id in (select near.id from near) and ')});
    end $$;

  -- An officer counts as on the list of a shield by a task in this very case that concerns one of those protected.
  create function sec.officer_on_list(p_episode uuid, p_subject uuid, p_about uuid) returns boolean language sql ${INTERNAL}
    as $$
      select not exists (
        select 1 from app.shield s
        where s.kind = 'SHIELD' and s.from_at <= sec.now() and sec.now() < s.until_at
          and array_append(s.protected_person_ids, s.person_id) && array[p_subject, p_about]
          and not exists (select 1 from app.shield_member m where m.shield_id = s.id and m.user_id = sec.uid()
            and m.from_at <= sec.now() and sec.now() < m.until_at)
          and not exists (select 1 from app.edge e where e.episode_id = p_episode and e.user_id = sec.uid() and e.kind = 'IGO_TASK'
            and e.person_id = any (array_append(s.protected_person_ids, s.person_id))
            and e.from_at <= sec.now() and sec.now() < e.until_at))
    $$;

  create function sec.first_child(p_episode uuid) returns uuid language sql ${INTERNAL}
    as $$ select s.person_id from app.episode_subject s where s.episode_id = p_episode and s.role = 'CHILD_SUBJECT'
          order by s.position, s.person_id limit 1 $$;

  create function sec.on_team(p_episode uuid, p_or_manages boolean) returns boolean language sql ${INTERNAL}
    as $$ select exists (select 1 from app.edge e where e.episode_id = p_episode and e.kind in ('AUTHOR', 'LP', 'TACM')
        and e.agency_id = sec.agency() and (e.user_id = sec.uid() or (p_or_manages and sec.role() = 'AMGR'))
        and e.from_at <= sec.now() and sec.now() < e.until_at) $$;

  -- Recorded disclosures and open referrals that reach this actor; no category: of any kind and about anybody.
  create function sec.safeguarded(p_episode uuid, p_category text, p_subject uuid, p_about uuid) returns boolean
    language sql ${INTERNAL}
    as $$
      select exists (select 1 from app.access_grant g where g.episode_id = p_episode and g.kind = 'DISCLOSURE'
          and (p_category is null or p_category = any (g.categories))
          and (p_subject is null or g.subject_id in (p_subject, p_about))
          and g.purpose = sec.purpose() and g.from_at <= sec.now() and sec.now() < g.until_at
          and (g.user_id = sec.uid() or (g.agency_id = sec.agency() and (sec.role() = 'MASH' or sec.on_team(p_episode, false)))))
        or (sec.role() = 'MASH' and sec.purpose() = 'SAFEGUARD' and exists (
          select 1 from app.edge k where k.episode_id = p_episode and k.user_id = sec.uid() and k.kind = 'MASH_CONCERN'
            and (p_category is null or p_category = any (k.categories)) and k.from_at <= sec.now() and sec.now() < k.until_at))
    $$;

  -- Merged and disposed records are gone; an archived one is for the CAF team, a task, or a safeguarding basis.
  create function sec.record_open(p_episode uuid, p_subject uuid, p_about uuid) returns boolean language sql ${INTERNAL}
    as $$
      select case x.state when 'DISPOSED' then false when 'MERGED' then false
        when 'ARCHIVED' then sec.role() = 'CAFC'
          or exists (select 1 from app.edge k where k.episode_id = x.id and k.user_id = sec.uid()
            and k.kind in ('AUDIT', 'IGO_TASK', 'PANEL_AGENDA') and k.from_at <= sec.now() and sec.now() < k.until_at)
          or sec.safeguarded(x.id, null, p_subject, p_about)
        else true end
      from app.episode x where x.id = p_episode
    $$;

  -- A live emergency view of this person, for this purpose and kind, by somebody who may have one (rule 6.7a).
  create function sec.through_glass(p_episode uuid, p_category text, p_subject uuid, p_about uuid) returns boolean
    language sql ${INTERNAL}
    as $$
      select sec.role() in (${rules.workers.map((role) => `'${role}'`).join(', ')})
        and exists (select 1 from app.access_grant g where g.episode_id = p_episode and g.kind = 'BREAK_GLASS'
          and g.user_id = sec.uid() and g.purpose = sec.purpose() and p_category = any (g.categories)
          and g.subject_id in (p_subject, p_about) and g.from_at <= sec.now() and sec.now() < g.until_at)
        and (sec.role() in ('CAFC', 'MASH') or sec.safeguarding_lead() or sec.on_team(p_episode, true))
    $$;

  -- Step 15: a disclosure (the front door says why first), an emergency view, or a court order.
  create function sec.raised(p_episode uuid, p_category text, p_subject uuid, p_about uuid) returns boolean
    language sql ${INTERNAL}
    as $$
      select sec.through_glass(p_episode, p_category, p_subject, p_about)
        or ((sec.role() <> 'MASH' or (sec.context())[7] is not null)
          and sec.safeguarded(p_episode, p_category, p_subject, p_about))
        or exists (select 1 from app.court_order o join app.episode_subject s on s.person_id = o.person_id and s.episode_id = p_episode
          where o.effect = 'DISCLOSE' and o.person_id in (p_subject, p_about) and p_category = any (o.categories)
            and o.from_at <= sec.now() and sec.now() < o.until_at
            and (o.recipient_id = sec.uid() or (o.recipient_id = sec.agency() and sec.on_team(p_episode, false))))
    $$;

  -- The few records of which any of that may be true: asked once, before any row.
  create function sec.raised_episodes() returns uuid[] language sql ${INTERNAL}
    as $$
      select coalesce(array_agg(distinct x.id), '{}') from (
        select g.episode_id as id from app.access_grant g where g.user_id = sec.uid() and g.kind in ('DISCLOSURE', 'BREAK_GLASS')
          and g.from_at <= sec.now() and sec.now() < g.until_at
        union all
        select g.episode_id from app.access_grant g where g.agency_id = sec.agency() and g.kind = 'DISCLOSURE'
          and g.from_at <= sec.now() and sec.now() < g.until_at and (sec.role() = 'MASH' or sec.on_team(g.episode_id, false))
        union all
        select k.episode_id from app.edge k where sec.role() = 'MASH' and k.user_id = sec.uid() and k.kind = 'MASH_CONCERN'
          and k.from_at <= sec.now() and sec.now() < k.until_at
        union all
        select s.episode_id from app.court_order o join app.episode_subject s on s.person_id = o.person_id
        where o.effect = 'DISCLOSE' and (o.recipient_id = sec.uid() or (o.recipient_id = sec.agency() and sec.on_team(s.episode_id, false)))
          and o.from_at <= sec.now() and sec.now() < o.until_at) x
    $$;

  -- Those an emergency view opens through a shield: nothing else does (rule R04).
  create function sec.glass_episodes() returns uuid[] language sql ${INTERNAL}
    as $$
      select coalesce(array_agg(distinct g.episode_id), '{}') from app.access_grant g
      where g.user_id = sec.uid() and g.kind = 'BREAK_GLASS' and g.purpose = sec.purpose()
        and g.from_at <= sec.now() and sec.now() < g.until_at
        and (sec.role() in ('CAFC', 'MASH') or sec.safeguarding_lead() or sec.on_team(g.episode_id, true))
    $$;

  -- A restricting order keeps a person of the family from a kind about this child (rule 6.6).
  create function sec.kept_by_order(p_episode uuid, p_subject uuid, p_about uuid, p_category text) returns boolean language sql ${INTERNAL}
    as $$
      select exists (select 1 from app.court_order o join app.episode_subject s on s.person_id = o.person_id and s.episode_id = p_episode
        where o.effect = 'RESTRICT' and o.recipient_id = sec.person() and o.person_id in (p_subject, p_about)
          and p_category = any (o.categories) and o.from_at <= sec.now() and sec.now() < o.until_at)
    $$;

  -- An entitled giver said no to audit, whoever the auditor works for (rule 6.5).
  create function sec.audit_refused(p_episode uuid, p_subject uuid, p_category text) returns boolean language sql ${INTERNAL}
    as $$
      select exists (select 1 from app.consent_line c join app.consent k on k.id = c.consent_id
        where c.episode_id = p_episode and coalesce(c.about_person_id, c.subject_id) = coalesce(p_subject, sec.first_child(p_episode))
          and 'AUDIT' = any (c.purposes) and c.category = p_category and c.decision = 'REFUSED'
          and greatest(c.valid_from::timestamp at time zone 'Europe/London', c.given_at) <= sec.now()
          and sec.could_decide(p_episode, c.giver_person_id, coalesce(c.about_person_id, c.subject_id), k.capacity, c.given_at,
            p_category, p_category in (${rules.ordinary.map((kind) => `'${kind}'`).join(', ')}), c.given_at)
          and (p_category in (${rules.ordinary.map((kind) => `'${kind}'`).join(', ')})
            or sec.could_decide(p_episode, c.giver_person_id, coalesce(c.about_person_id, c.subject_id), k.capacity, c.given_at,
              p_category, false, sec.now())))
    $$;

  create or replace function sec.my_children() returns uuid[] language sql ${INTERNAL}
    as $$
      select coalesce(array_agg(distinct r.child_id), '{}')
      from app.relationship r
      where r.person_id = sec.person() and r.has_pr = 'YES' and r.portal in ('VERIFIED', 'NONE') and not sec.aged(r.child_id, 18, sec.now())
    $$;

  -- A child under 16 who was not found competent for this matter: the parent decides it and sees it (rule 6.6).
  create or replace function sec.parent_decides(p_child uuid, p_category text) returns boolean language sql ${INTERNAL}
    as $$ select (not sec.aged(p_child, 16, sec.now()) or sec.lacks_capacity(p_child, p_category, sec.now()))
        and not sec.competent(p_child, p_category, sec.now())
        and exists (select 1 from app.episode_subject s where s.person_id = p_child and s.role = 'CHILD_SUBJECT') $$;

  create function sec.in_case(p_episode uuid, p_person uuid) returns boolean language sql ${INTERNAL}
    as $$ select exists (select 1 from app.episode_subject s where s.episode_id = p_episode and s.person_id = p_person) $$;

  -- Own contributions stay one's own, and a manager's agency's stay the manager's (rule R19).
  create or replace function sec.wrote_in(p_episode uuid) returns boolean language sql ${INTERNAL}
    as $$
      select exists (select 1 from app.note n where n.episode_id = p_episode and WROTE(n))
        or exists (select 1 from app.case_fact f where f.episode_id = p_episode and WROTE(f))
        or exists (select 1 from app.answer a join app.assessment s on s.id = a.assessment_id where s.episode_id = p_episode and WROTE(a))
    $$;

  create or replace function sec.related(p_episode uuid) returns boolean language sql ${INTERNAL}
    as $$
      select sec.uid() is not null and exists (select 1 from app.episode x where x.id = p_episode)
        and p_episode <> all (sec.barred_episodes()) and (
        sec.role() in ('CAFC', 'MASH', 'IGO')
        or exists (select 1 from app.edge e where e.episode_id = p_episode and e.from_at <= sec.now()
             and case when e.kind in ('AUTHOR', 'LP', 'TACM')
               then e.agency_id = sec.agency() and (e.user_id = sec.uid() or sec.role() = 'AMGR')
               else e.user_id = sec.uid() and case e.kind when 'CAFC_TASK' then sec.role() = 'CAFC' when 'BROKER_TASK' then sec.role() = 'CAFC' when 'MASH_CONCERN' then sec.role() = 'MASH'
          when 'AUDIT' then sec.role() = 'AUDR' when 'IGO_TASK' then sec.role() = 'IGO' when 'PANEL_AGENDA' then sec.role() = 'PANEL' else true end end)
        or p_episode = any (sec.family_episodes())
        or sec.wrote_in(p_episode)
        or p_episode = any (sec.raised_episodes()))
    $$;
`.replaceAll(
    /WROTE\((\w)\)/g,
    "($1.author_id = sec.uid() or (sec.role() = 'AMGR' and $1.source_agency_id = sec.agency() and $1.category <> 'PRIVATE'))",
  );

export const RECORD_FUNCTIONS = [
  'sec.record_open(uuid, uuid, uuid)',
  'sec.through_glass(uuid, text, uuid, uuid)',
  'sec.raised(uuid, text, uuid, uuid)',
  'sec.raised_episodes()',
  'sec.glass_episodes()',
  'sec.kept_by_order(uuid, uuid, uuid, text)',
  'sec.audit_refused(uuid, uuid, text)',
  'sec.in_case(uuid, uuid)',
  'sec.officer_on_list(uuid, uuid, uuid)',
  'sec.first_child(uuid)',
];

export const RECORD_PARTS = ['sec.on_team(uuid, boolean)', 'sec.safeguarded(uuid, text, uuid, uuid)'];
