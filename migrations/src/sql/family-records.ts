import { mayRead, notShielded, recordOpen } from './guards.js';

/**
 * Parts about parents and home may be said once for several children (rule 3.11): each child has a row, so that each row is
 * guarded by that child's own agreement, and `together_id` ties them.
 */
export const CARRY_ANSWERS = `
  create or replace function sec.carry_answers(p_from uuid, p_to uuid) returns integer
    language plpgsql volatile security definer set search_path = ''
    as $$
    declare n integer; e uuid;
    begin
      select t.episode_id into e from app.assessment f join app.assessment t on t.episode_id = f.episode_id
      where f.id = p_from and t.id = p_to and t.status = 'DRAFT' and t.author_id = sec.uid();
      if e is null or not exists (select 1 from app.edge d where d.episode_id = e and d.user_id = sec.uid()
          and d.kind in ('AUTHOR', 'LP') and d.from_at <= sec.now() and sec.now() < d.until_at) then
        raise exception 'not allowed to begin this version' using errcode = '42501';
      end if;
      insert into app.answer (episode_id, subject_id, about_person_id, category, source_agency_id, author_id,
        named_worker_ids, assessment_id, section, body, carried_from_id, together_id, updated_by, created_by)
      select a.episode_id, a.subject_id, a.about_person_id, a.category, a.source_agency_id, a.author_id,
        a.named_worker_ids, p_to, a.section, a.body, a.id, a.together_id, a.updated_by, sec.uid()
      from app.answer a where a.assessment_id = p_from and a.section <> 'words' and a.category <> 'SAFE'
        and a.body <> '{}';
      get diagnostics n = row_count;
      return n;
    end $$;`;

/**
 * One child of a family record goes another way while the others go on (rule F5). The row of history is about that child
 * only, so that who may not know of the child learns nothing. False when somebody moved it first.
 */
export const MOVE_CHILD = `
  create function sec.move_child(p_episode uuid, p_child uuid, p_from text, p_to text, p_transition text, p_on date,
      p_reason text, p_recorded jsonb) returns boolean
    language plpgsql volatile security definer set search_path = ''
    as $$
    declare x app.episode;
    begin
      if not sec.may_move(p_episode, p_transition) then
        raise exception 'not allowed to move this part' using errcode = '42501';
      end if;
      select * into x from app.episode where id = p_episode for update;
      if x.state in ('CLOSED', 'REJECTED', 'MERGED', 'ARCHIVED', 'DISPOSED') then return false; end if;
      update app.episode_subject set state = p_to, state_since = sec.now(), closure_reason = case p_to when 'CLOSED' then p_reason end,
        version = version + 1, updated_at = sec.now()
      where episode_id = p_episode and person_id = p_child and role = 'CHILD_SUBJECT' and state is not distinct from p_from
        and state is distinct from p_to;
      if not found then return false; end if;
      insert into app.episode_move (episode_id, subject_id, category, source_agency_id, author_id, transition, from_state,
        to_state, happened_on, recorded, created_by)
      values (p_episode, p_child, 'INVOLVE', sec.agency(), sec.uid(), p_transition || '_CHILD', coalesce(p_from, x.state),
        coalesce(p_to, x.state), p_on, coalesce(p_recorded, '{}'), sec.uid());
      return true;
    end $$;`;

/** Who brings children of one family together. */
const PARENTS = `'MOTHER', 'FATHER', 'STEP_PARENT', 'PARENTS_PARTNER', 'ADOPTIVE_PARENT', 'KINSHIP_CARER', 'SPECIAL_GUARDIAN', 'GUARDIAN'`;

const FAMILY_OF = `exists (select 1 from app.episode_subject s join app.relationship r
    on (r.child_id = s.person_id and r.person_id = p_child) or (r.person_id = s.person_id and r.child_id = p_child)
    or (r.child_id = p_child and r.person_id in (select o.person_id from app.relationship o where o.child_id = s.person_id))
    where s.episode_id = p_episode and s.role = 'CHILD_SUBJECT')`;

/**
 * Another child of the family joins the record (rule F2): with an agreement, a voice and a level of their own. Answers what
 * stands in the way: UNKNOWN, OPEN elsewhere, APART (a shielded child has a record alone); empty when done.
 */
export const ADD_CHILD = `
  create function sec.add_child(p_episode uuid, p_child uuid) returns text
    language plpgsql volatile security definer set search_path = ''
    as $$
    begin
      if not sec.leads(p_episode) then
        raise exception 'only who leads adds a child' using errcode = '42501';
      end if;
      if not (sec.may_start_for(p_child) and ${FAMILY_OF}) then return 'UNKNOWN'; end if;
      perform pg_advisory_xact_lock(hashtextextended('episode of ' || p_child, 0));
      if exists (select 1 from app.shield h where p_child = any (array_append(h.protected_person_ids, h.person_id)
          || h.household_person_ids) and sec.now() < h.until_at) then return 'APART'; end if;
      if exists (select 1 from app.episode_subject s join app.episode x on x.id = s.episode_id
          where s.person_id = p_child and s.role = 'CHILD_SUBJECT'
            and x.state not in ('CLOSED', 'REJECTED', 'MERGED', 'ARCHIVED', 'DISPOSED')) then return 'OPEN'; end if;
      insert into app.episode_subject (episode_id, person_id, role, position, created_by)
      select p_episode, p_child, 'CHILD_SUBJECT', coalesce(max(s.position), 0) + 1, sec.uid()
      from app.episode_subject s where s.episode_id = p_episode;
      update app.episode set type = 'FAMILY', version = version + 1, updated_at = sec.now() where id = p_episode;
      return '';
    end $$;`;

/** Who has left a family record has none that is open: they may have one of their own, or come into another (rule F6). */
export const STILL_IN: Readonly<Record<string, readonly [from: string, to: string]>> = {
  'sec.add_child(uuid, uuid)': [
    `where s.person_id = p_child and s.role = 'CHILD_SUBJECT'`,
    `where s.person_id = p_child and s.role = 'CHILD_SUBJECT' and s.state is distinct from 'CLOSED'`,
  ],
  'sec.start_episode(uuid, text, text, text, uuid[], text, text, date, text)': [
    `where s.person_id = child and s.role = 'CHILD_SUBJECT'`,
    `where s.person_id = child and s.role = 'CHILD_SUBJECT' and s.state is distinct from 'CLOSED'`,
  ],
  'sec.lifecycle_facts(uuid)': [
    `mine.role = 'CHILD_SUBJECT' and other.role = 'CHILD_SUBJECT'`,
    `mine.role = 'CHILD_SUBJECT' and mine.state is distinct from 'CLOSED'
         and other.role = 'CHILD_SUBJECT' and other.state is distinct from 'CLOSED'`,
  ],
};

/**
 * Children of one family whom this worker may begin work for, beside this child: of the same parent or carer, or written down as
 * brother or sister, of the child or of those in one open record with the child that this worker leads. Nobody under a shield:
 * they have a record alone.
 */
export const SIBLINGS_TO_JOIN = `
  create function sec.siblings_to_join(p_child uuid) returns setof uuid
    language sql stable security definer set search_path = ''
    as $$
      with base as (
        select p_child as id
        union
        select o.person_id from app.episode_subject s join app.episode x on x.id = s.episode_id
          join app.episode_subject o on o.episode_id = s.episode_id and o.role = 'CHILD_SUBJECT'
        where s.person_id = p_child and s.role = 'CHILD_SUBJECT' and sec.leads(x.id)
          and x.state not in ('CLOSED', 'REJECTED', 'MERGED', 'ARCHIVED', 'DISPOSED')),
      near as (
        select r.person_id as id from base b join app.relationship r on r.child_id = b.id
        where r.kind in ('SIBLING', 'HALF_SIBLING', 'STEP_SIBLING')
        union
        select r.child_id from base b join app.relationship r on r.person_id = b.id
        where r.kind in ('SIBLING', 'HALF_SIBLING', 'STEP_SIBLING')
        union
        select o.child_id from base b join app.relationship r on r.child_id = b.id
          join app.relationship o on o.person_id = r.person_id
        where r.kind in (${PARENTS}) and o.kind in (${PARENTS}))
      select n.id from near n join app.person p on p.id = n.id
      -- In a team for one child, brothers and sisters are not to be learned of: who added them, or leads, knows them.
      where (p.created_by = sec.uid() or sec.role() = 'CAFC' or exists (
          select 1 from app.episode_subject s where sec.leads(s.episode_id) and (s.person_id = n.id or exists (
            select 1 from app.relationship r where r.child_id = s.person_id and r.person_id = n.id))))
        and sec.may_start_for(p_child) and sec.may_start_for(n.id) and n.id <> p_child
        and not exists (select 1 from app.episode_subject s join app.episode_subject o on o.episode_id = s.episode_id
          join app.episode x on x.id = s.episode_id
          where s.person_id = p_child and o.person_id = n.id
            and x.state not in ('CLOSED', 'REJECTED', 'MERGED', 'ARCHIVED', 'DISPOSED'))
        and not exists (select 1 from app.shield h where sec.now() < h.until_at
          and n.id = any (array_append(h.protected_person_ids, h.person_id) || h.household_person_ids))
    $$;

  -- How many hopes and actions of one child are open; what they say is not told.
  create function sec.open_lines(p_episode uuid, p_child uuid) returns integer
    language sql stable security definer set search_path = ''
    as $$
      select case when sec.leads(p_episode) then (
        select count(*)::int from (
          select 1 from app.outcome o where o.episode_id = p_episode and o.subject_id = p_child and o.status = 'OPEN'
          union all
          select 1 from app.action a where a.episode_id = p_episode and a.subject_id = p_child
            and a.status in ('PROPOSED', 'AGREED', 'IN_PROGRESS')) l) else 0 end
    $$;`;

/** In the facts of a decision a child's own state stands beside the child, where it has one. */
export const SUBJECT_STATE = [
  `'kind', case when p.is_unborn then 'UNBORN' else 'CHILD' end)`,
  `'kind', case when p.is_unborn then 'UNBORN' else 'CHILD' end)
                || case when es.state is null then '{}'::jsonb else jsonb_build_object('state', es.state) end`,
] as const;

/** The child `s` as the row `a` of a whole record would be about that child: the same guard as on every row. */
const OF_CHILD = `(select a.episode_id, s.person_id as subject_id, null::uuid as about_person_id, a.category, a.source_agency_id,
          a.author_id, a.named_worker_ids, a.created_at) t
        where (${mayRead('t')}) and (${recordOpen('t')}) and (${notShielded('t')})`;

/**
 * A version of the assessment of a family, for who may read of any of its children: the same guard as on every row, asked for
 * each child in turn. What is in it is rows of their own.
 */
export const FAMILY_ASSESSMENTS = `
  create function sec.family_assessments(p_episode uuid, p_id uuid) returns setof app.assessment
    language sql stable security definer set search_path = ''
    as $$
      select a.* from app.assessment a
      where (a.id = p_id or a.episode_id = p_episode) and a.subject_id is null and exists (
        select 1 from app.episode_subject s, lateral (select 1 from ${OF_CHILD}) may
        where s.episode_id = a.episode_id and s.role = 'CHILD_SUBJECT')
    $$;`;

/**
 * The plan of a family as the plan of the first of its children this reader may read of. Its hopes and actions are rows of their
 * own; the words beside them stay with the child the plan was begun for.
 */
export const FAMILY_PLANS = `
  create function sec.family_plans(p_episode uuid, p_id uuid) returns setof app.plan
    language plpgsql stable security definer set search_path = ''
    as $$
    declare a app.plan; child uuid;
    begin
      for a in select p.* from app.plan p where p.id = p_id or p.episode_id = p_episode loop
        select s.person_id into child from app.episode_subject s, lateral (
          select 1 from ${OF_CHILD}) may
        where s.episode_id = a.episode_id and s.role = 'CHILD_SUBJECT' order by s.position, s.person_id limit 1;
        if found then
          a.subject_id := child; a.contingency := null;
          return next a;
        end if;
      end loop;
    end $$;

  -- Which plan the hopes of a case are found by; what they say is guarded row by row.
  create function sec.latest_plan(p_episode uuid) returns uuid
    language sql stable security definer set search_path = ''
    as $$ select p.id from app.plan p where p.episode_id = p_episode and p.status in ('DRAFT', 'AGREED', 'CLOSED')
          order by p.version_no desc limit 1 $$;`;

/** Families beside children and cases, and those with a team that has met (rule 7.1: the unit of every count is said). */
export const FAMILY_COUNTS = [
  `union all
        select 'LEAD', null`,
  `union all
        select 'FAMILY', case when exists (select 1 from app.meeting m where m.episode_id = e.id and m.status = 'HELD'
            and m.type in ('INITIAL_TAC', 'REVIEW_TAC')) then 'TEAM' else 'NONE' end, null, null, null, count(*)::int
        from open_case x join app.episode e on e.id = x.id where e.type = 'FAMILY' group by 2
        union all
        select 'LEAD', null`,
] as const;
