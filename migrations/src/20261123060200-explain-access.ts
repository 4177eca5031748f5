import type { MigrationInterface, QueryRunner } from 'typeorm';

const LOOKS = `
  -- As before, with what a copy for somebody else is cut down by: the role, and the class of a sensitive service. The
  -- officer with a logged request about the child sees every look.
  create function audit.looks_seen(p_episode uuid, p_before bigint, p_limit integer)
    returns table (id bigint, at timestamptz, actor_id uuid, actor text, agency text, role text, action text, categories text[],
      purpose text, reason text, sensitive_class text)
    language plpgsql stable security definer set search_path = ''
    as $$
    declare v_me uuid := sec.uid(); v_agency uuid := sec.agency(); v_now timestamptz := sec.now();
      v_task boolean := sec.holds_request(p_episode);
    begin
      if not sec.may_see_looks(p_episode) then return; end if;
      return query
        select l.id, l.at, l.actor_id, u.full_name, a.name, l.role, l.action, l.categories, l.purpose, l.reason,
          coalesce(a.sensitive_class, 'NONE')
        from audit.entry l left join app.app_user u on u.id = l.actor_id left join app.agency a on a.id = l.agency_id
        where l.episode_id = p_episode and l.outcome in ('ALLOW', 'LIMITED') and (p_before is null or l.id < p_before)
          and (v_task or coalesce(a.sensitive_class, 'NONE') = 'NONE' or l.actor_id = v_me or exists (
            select 1 from app.consent_line c where c.episode_id = p_episode and c.category = a.sensitive_class
              and c.decision = 'GIVEN' and c.from_at <= v_now and v_now < c.team_read_until
              and (c.recipient_agency_id = v_agency or c.recipient_user_id = v_me)))
        order by l.id desc limit least(p_limit, 101);
    end $$;

  -- When each person of a list last looked.
  create function audit.last_looks(p_episode uuid, p_users uuid[]) returns table (user_id uuid, at timestamptz)
    language sql stable security definer set search_path = ''
    as $$
      select l.actor_id, max(l.at) from audit.entry l
      where sec.may_see_looks(p_episode) and l.episode_id = p_episode and l.actor_id = any (p_users)
        and l.outcome in ('ALLOW', 'LIMITED')
      group by l.actor_id
    $$;
  grant execute on function audit.looks_seen(uuid, bigint, integer), audit.last_looks(uuid, uuid[]) to app_user;`;

const PEOPLE = `
  create function sec.holds_request(p_episode uuid) returns boolean
    language sql stable security definer set search_path = ''
    as $$
      select sec.role() = 'IGO' and p_episode <> all (sec.barred_episodes()) and exists (select 1 from app.edge e
        where e.episode_id = p_episode and e.user_id = sec.uid() and e.kind = 'IGO_TASK'
          and e.from_at <= sec.now() and sec.now() < e.until_at)
    $$;

  -- Since when each of the team has been on it, and whose being there is itself sensitive: for those sec.team shows it to.
  create function sec.team_classes(p_episode uuid) returns table (user_id uuid, sensitive_class text, since timestamptz)
    language sql stable security definer set search_path = ''
    as $$
      select t.user_id, max(e.sensitive_class), min(e.from_at)
      from sec.team(p_episode) t join app.edge e on e.episode_id = p_episode and e.user_id = t.user_id
        and e.kind in ('AUTHOR', 'LP', 'TACM') and e.from_at <= sec.now() and sec.now() < e.until_at
      group by t.user_id
    $$;

  -- Sensitive workers of a case for the officer whose request concerns the child; for nobody else.
  create function sec.hidden_team(p_episode uuid)
    returns table (user_id uuid, full_name text, agency_id uuid, agency_name text, kind text, job_title text)
    language sql stable security definer set search_path = ''
    as $$
      select u.id, u.full_name, a.id, a.name, e.kind, (select m.job_title from app.membership m
        where m.user_id = u.id and m.agency_id = a.id order by m.valid_from desc limit 1)
      from app.edge e join app.app_user u on u.id = e.user_id join app.agency a on a.id = e.agency_id
      where sec.holds_request(p_episode) and e.episode_id = p_episode and e.kind in ('AUTHOR', 'LP', 'TACM')
        and e.sensitive_class <> 'NONE' and e.from_at <= sec.now() and sec.now() < e.until_at
    $$;

  -- People with a task on the case or an hour in an emergency. Requests of the family, concerns and brokered contacts are
  -- confidential: only the officer with a task reads of those.
  create function sec.visitors(p_episode uuid)
    returns table (user_id uuid, full_name text, agency_name text, kind text, since timestamptz, until timestamptz)
    language sql stable security definer set search_path = ''
    as $$
      select u.id, u.full_name, a.name, x.kind, x.from_at, x.until_at
      from (
        select e.user_id, e.agency_id, e.kind, e.from_at, e.until_at from app.edge e where e.episode_id = p_episode
          and (e.kind in ('CAFC_TASK', 'AUDIT', 'PANEL_AGENDA') or (sec.holds_request(p_episode)
            and e.kind in ('IGO_TASK', 'BROKER_TASK', 'MASH_CONCERN')))
        union all
        select g.user_id, null, g.kind, g.from_at, g.until_at from app.access_grant g where g.episode_id = p_episode
          and g.kind = 'BREAK_GLASS' and g.user_id is not null) x
      join app.app_user u on u.id = x.user_id
      left join lateral (select y.id, y.name, y.sensitive_class from app.agency y where y.id = coalesce(x.agency_id,
        (select m.agency_id from app.membership m where m.user_id = u.id order by m.created_at, m.id limit 1))) a on true
      where sec.related(p_episode) and x.from_at <= sec.now() and sec.now() < x.until_at
        and (sec.holds_request(p_episode) or coalesce(a.sensitive_class, 'NONE') = 'NONE')
      order by x.kind, u.full_name, u.id
    $$;

  -- How many hold a role that sees something of every case; who they are is the officer's to read.
  create function sec.blanket_roles(p_episode uuid) returns table (role text, people integer, names text[])
    language sql stable security definer set search_path = ''
    as $$
      select m.role, count(distinct u.id)::int,
        case when sec.role() = 'IGO' then array_agg(distinct u.full_name order by u.full_name) else '{}' end
      from app.membership m join app.app_user u on u.id = m.user_id and u.status = 'LIVE'
      where sec.related(p_episode) and m.role in ('CAFC', 'MASH') and m.valid_from <= sec.today()
        and (m.valid_to is null or sec.today() <= m.valid_to)
      group by m.role order by m.role
    $$;
  grant execute on function sec.holds_request(uuid), sec.team_classes(uuid), sec.hidden_team(uuid), sec.visitors(uuid),
    sec.blanket_roles(uuid) to app_user;`;

const ACTOR = `
  -- Who a worker was on a day, for the officer's question about another time.
  create function sec.simulated_actor(p_user uuid, p_at timestamptz) returns jsonb
    language sql stable security definer set search_path = ''
    as $$
      select jsonb_build_object('userId', u.id, 'fullName', u.full_name, 'live', u.status = 'LIVE', 'agencyId', m.agency_id,
        'agencyName', a.name, 'role', m.role, 'personId', u.person_id, 'vettingValidTo', u.vetting_valid_to,
        'trainingValidTo', u.training_valid_to, 'agencyInAgreement', m.agency_id is null or (a.in_agreement_from <= d.day
          and (a.in_agreement_to is null or d.day <= a.in_agreement_to)))
      from app.app_user u join app.membership m on m.user_id = u.id left join app.agency a on a.id = m.agency_id
        cross join (select (p_at at time zone 'Europe/London')::date as day) d
      where sec.role() = 'IGO' and u.id = p_user and m.valid_from <= d.day and (m.valid_to is null or d.day <= m.valid_to)
      order by m.created_at, m.id limit 1
    $$;
  grant execute on function sec.simulated_actor(uuid, timestamptz) to app_user;`;

/**
 * Who can see a case beyond its team, when they last looked, and what the officer needs to ask about any worker and any
 * past moment. The facts of that question are those of every other decision, read from the same text.
 */
export class ExplainAccess20261123060200 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(PEOPLE);
    await q.query(LOOKS);
    await q.query(ACTOR);
    await deriveSimulatedFacts(q);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop function sec.state_at, sec.simulated_facts, sec.simulated_actor, audit.last_looks, audit.looks_seen, sec.blanket_roles, sec.visitors,
        sec.hidden_team, sec.team_classes, sec.holds_request;`);
  }
}

/** `sec.episode_facts` with another person and another moment in the place of the asker's; for the officer only. */
async function deriveSimulatedFacts(q: QueryRunner): Promise<void> {
  const [{ body }] = (await q.query(
    `select prosrc as body from pg_proc where oid = 'sec.episode_facts(uuid)'::regprocedure`,
  )) as [{ body: string }];
  const gate = 'sec.related(p_episode)';
  if (!body.includes(gate) || !body.includes('b.user_id = sec.uid()'))
    throw new Error('sec.episode_facts has changed its gate or its blocks: derive the simulation anew');
  const simulated = body
    .replaceAll('sec.now()', 'p_at')
    .replaceAll('b.user_id = sec.uid()', 'b.user_id = p_user')
    .replaceAll(gate, `sec.role() = 'IGO' and p_episode <> all (sec.barred_episodes())`);
  await q.query(`
    create function sec.simulated_facts(p_episode uuid, p_user uuid, p_at timestamptz) returns jsonb
      language sql stable security definer set search_path = ''
      as $facts$ ${simulated} $facts$;
    create function sec.state_at(p_episode uuid, p_at timestamptz) returns text
      language sql stable security definer set search_path = ''
      as $$
        select coalesce(
          (select m.to_state from app.episode_move m where m.episode_id = x.id and m.created_at <= p_at
            order by m.created_at desc, m.id desc limit 1),
          (select m.from_state from app.episode_move m where m.episode_id = x.id and m.created_at > p_at
            order by m.created_at, m.id limit 1),
          x.state)
        from app.episode x
        where sec.role() = 'IGO' and x.id = p_episode and x.opened_on <= (p_at at time zone 'Europe/London')::date
      $$;
    grant execute on function sec.simulated_facts(uuid, uuid, timestamptz), sec.state_at(uuid, timestamptz) to app_user;`);
}
