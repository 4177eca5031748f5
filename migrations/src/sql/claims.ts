/** Who may write down what shows a need or its being met: whoever leads or led, or keeps the case while nobody leads, and their manager. */
export const MAY_RECORD = (role: string, uid: string, agency: string, now: string): string => `
  ${role} in ('PRACT', 'AMGR') and exists (
    select 1 from app.edge e
    where e.episode_id = outcome_evidence.episode_id and e.kind in ('LP', 'AUTHOR') and e.agency_id = ${agency}
      and (e.user_id = ${uid} or ${role} = 'AMGR') and e.from_at <= ${now} and ${now} < e.until_at and ${now} < e.read_until)`;

const LATEST = `select distinct on (f.family, v.outcome, v.moment) f.family, v.outcome, v.moment, v.met
      from family f join app.outcome_evidence v on v.episode_id = f.episode_id and v.struck_at is null
      order by f.family, v.outcome, v.moment, v.measured_on desc, v.created_at desc, v.id`;
const NEEDS = (
  moment: string,
): string => `coalesce((select array_agg(l.outcome order by l.outcome) from latest l
        where l.family = f.family and l.moment = '${moment}' and l.met), '{}')`;

/**
 * Families in which a need was evidenced, each once: records that share a child, or a parent with responsibility who lives
 * with the children, are one family's. Who asks decides what is told; nobody is told a name or which need it is.
 */
export const CLAIM_FAMILIES = `
  create function sec.claim_families()
    returns table (family uuid, episode_id uuid, ref text, locality text, agency text, whole_family boolean, led boolean, planned boolean,
      children integer, records integer, closed boolean, closed_on date, check_months integer, identified smallint[], present smallint[], met smallint[], sustained smallint[])
    language plpgsql stable security definer set search_path = ''
    as $$
    #variable_conflict use_column
    declare asking text := sec.role(); barred uuid[] := sec.barred_episodes(); at_now timestamptz := sec.now();
    begin
      if asking is null or asking not in ('CAFC', 'ANLY') then return; end if;
      return query
        with recursive evidenced as materialized (
          select distinct v.episode_id from app.outcome_evidence v where v.moment = 'START' and v.struck_at is null and v.episode_id <> all (barred)
          limit 10000),
        record as materialized (
          select distinct x.id as episode_id, x.ref, x.type, x.state, x.locality, x.opened_on, x.plan_agreed_on, x.closed_on, x.closed_at
          from evidenced c join app.episode_subject s on s.episode_id = c.episode_id and s.role = 'CHILD_SUBJECT'
            join app.episode_subject o on o.person_id = s.person_id and o.role = 'CHILD_SUBJECT'
            join app.episode x on x.id = o.episode_id
          where x.state not in ('MERGED', 'REJECTED', 'DISPOSED') and x.id <> all (barred)),
        member as materialized (
          select s.episode_id, s.person_id from record r join app.episode_subject s on s.episode_id = r.episode_id and s.role = 'CHILD_SUBJECT'
          union
          select s.episode_id, p.person_id from record r join app.episode_subject s on s.episode_id = r.episode_id and s.role = 'CHILD_SUBJECT'
            join app.relationship p on p.child_id = s.person_id
          where p.has_pr = 'YES' and p.lives_with <> 'NO' and p.valid_to is null),
        reach as (
          select r.episode_id as root, r.episode_id from record r
          union
          select c.root, b.episode_id from reach c join member a on a.episode_id = c.episode_id join member b on b.person_id = a.person_id),
        family as materialized (
          select c.episode_id, min(c.root::text)::uuid as family from reach c group by c.episode_id),
        latest as materialized (${LATEST}),
        tagged as materialized (
          select distinct f.family, t.outcome from family f join app.outcome o on o.episode_id = f.episode_id and o.status <> 'NO_LONGER_RELEVANT'
            join app.plan p on p.id = o.plan_id and p.status <> 'SUPERSEDED' cross join unnest(o.family_outcomes) t (outcome)),
        whole as (
          select f.family, count(*)::integer as records, (array_agg(r.episode_id order by r.opened_on, r.ref))[1] as first,
            (array_agg(r.episode_id order by r.opened_on desc, r.ref desc))[1] as last,
            bool_or(r.type = 'FAMILY' and exists (select 1 from app.assessment a where a.episode_id = r.episode_id
              and a.status in ('COMPLETED', 'SUPERSEDED'))) as whole_family,
            bool_or(exists (select 1 from app.edge e where e.episode_id = r.episode_id and e.kind = 'LP' and e.from_at <= at_now)) as led,
            bool_or(r.plan_agreed_on is not null) as planned,
            bool_and(r.state in ('CLOSED', 'ARCHIVED')) as closed, max(r.closed_on) as closed_on, max(r.closed_at) as closed_at
          from family f join record r on r.episode_id = f.episode_id group by f.family)
        select f.family, f.first, r.ref, r.locality,
          (select a.name from app.edge e join app.agency a on a.id = e.agency_id where e.episode_id = f.last and e.kind = 'LP'
            and e.from_at <= at_now order by e.from_at desc, e.id limit 1),
          f.whole_family, f.led, f.planned,
          (select count(distinct s.person_id) from family k join app.episode_subject s on s.episode_id = k.episode_id and s.role = 'CHILD_SUBJECT'
            where k.family = f.family)::integer,
          f.records, f.closed, case when f.closed then f.closed_on end,
          case when f.closed then (sec.timescales_at(f.closed_at) ->> 'evidence.check.months')::integer end,
          coalesce((select array_agg(n.outcome order by n.outcome) from (select t.outcome from tagged t where t.family = f.family
            union select l.outcome from latest l where l.family = f.family and l.moment = 'START') n), '{}'),
          coalesce((select array_agg(l.outcome order by l.outcome) from latest l where l.family = f.family and l.moment = 'START'), '{}'),
          ${NEEDS('CLOSURE')}, ${NEEDS('SUSTAINED')}
        from whole f join record r on r.episode_id = f.first
        where exists (select 1 from latest l where l.family = f.family and l.moment = 'START')
        order by r.ref;
    end $$;`;

const LOOKED_AFTER = `e.kind = 'LP' and e.agency_id = (select sec.agency())
            and e.from_at <= (select sec.now()) and (select sec.now()) < e.until_at and (select sec.now()) < e.read_until`;

/**
 * A look some months after help ended: for whoever led and still may read; once overdue also for their manager. Few records have
 * evidence that waits, so they are found first and asked about afterwards.
 */
export const EVIDENCE_TASKS = `
  create or replace function sec.evidence_tasks(p_usual integer)
    returns table (episode_id uuid, ref text, due date)
    language sql stable security definer set search_path = ''
    as $$
      with mine as materialized (
        select e.episode_id from app.edge e
        where (select sec.role()) = 'PRACT' and e.user_id = (select sec.uid()) and ${LOOKED_AFTER}
        union
        select e.episode_id from app.edge e
        where (select sec.role()) = 'AMGR' and e.user_id <> (select sec.uid()) and ${LOOKED_AFTER}),
      waiting as materialized (
        select m.episode_id from mine m where exists (
          select 1 from app.outcome_evidence v where v.episode_id = m.episode_id and v.moment = 'START' and v.struck_at is null
            and not exists (select 1 from app.outcome_evidence l where l.episode_id = v.episode_id and l.outcome = v.outcome
              and l.moment = 'SUSTAINED' and l.struck_at is null))),
      d as (
        select x.id, x.ref,
          (x.closed_on + make_interval(months => coalesce((sec.timescales_at(x.closed_at) ->> 'evidence.check.months')::integer, p_usual)))::date as due
        from waiting w join app.episode x on x.id = w.episode_id
        where x.state = 'CLOSED' and x.closed_on > (select sec.today()) - 800
          and x.id <> all ((select sec.barred_episodes())::uuid[]) and sec.first_child(x.id) <> all ((select sec.hidden_people())::uuid[]))
      select d.id, d.ref, d.due from d
      where d.due <= (select sec.today()) + case (select sec.role()) when 'AMGR' then 0 else 28 end
      order by d.due, d.id limit 200
    $$;`;
