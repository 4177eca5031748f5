/**
 * What the family agreed, asked exactly as the policy function asks it (`shared/src/policy/consent-match.ts`): line by
 * line, giver by giver, as of the moment that counts. The guards ask this only where a line is contested or has run out;
 * a line nobody else said anything about is compared by its columns. Row by row the two texts are the same rule, and
 * `npm run access:prove` holds them together.
 */

const INTERNAL = "stable security definer set search_path = ''";
const LONDON = "at time zone 'Europe/London'";

/** The people of a case and who may decide for whom (rule 6.3). */
const GIVERS = `
  -- The day on which somebody reaches an age; born on 29 February it is 1 March in other years (rule 8.6).
  create function sec.birthday(p_born date, p_age integer) returns date language sql immutable set search_path = ''
    as $$ select case when extract(month from p_born) = 2 and extract(day from p_born) = 29
        and extract(day from p_born + make_interval(years => p_age)) = 28
      then (p_born + make_interval(years => p_age))::date + 1 else (p_born + make_interval(years => p_age))::date end $$;

  create function sec.aged(p_person uuid, p_age integer, p_at timestamptz) returns boolean language sql ${INTERNAL}
    as $$ select coalesce((select sec.birthday(p.date_of_birth, p_age) <= (p_at ${LONDON})::date from app.person p
        where p.id = p_person), false) $$;

  create function sec.competent(p_person uuid, p_matter text, p_at timestamptz) returns boolean language sql ${INTERNAL}
    as $$ select coalesce((select bool_and(c.competent) from app.competence c where c.person_id = p_person
        and p_matter = any (c.matters) and c.from_at <= p_at and p_at < c.until_at), false) $$;

  -- Of 16 or 17 and recorded as unable to decide on this matter: a parent stands in again.
  create function sec.lacks_capacity(p_person uuid, p_matter text, p_at timestamptz) returns boolean language sql ${INTERNAL}
    as $$ select sec.aged(p_person, 16, p_at) and not sec.aged(p_person, 18, p_at) and exists (
        select 1 from app.competence c where c.person_id = p_person and not c.competent and p_matter = any (c.matters)
          and c.from_at <= p_at and p_at < c.until_at) $$;

  create function sec.is_child_of(p_episode uuid, p_person uuid) returns boolean language sql ${INTERNAL}
    as $$ select exists (select 1 from app.episode_subject s where s.episode_id = p_episode and s.person_id = p_person
        and s.role = 'CHILD_SUBJECT') $$;

  create function sec.decides_alone(p_episode uuid, p_person uuid, p_matter text, p_at timestamptz) returns boolean
    language sql ${INTERNAL}
    as $$ select not sec.is_child_of(p_episode, p_person) or (sec.aged(p_person, 16, p_at) and not sec.lacks_capacity(p_person, p_matter, p_at))
        or sec.competent(p_person, p_matter, p_at) $$;

  -- Whether the giver of a line could decide at a moment; ordinary matters of a child are a parent's until 16.
  create function sec.could_decide(p_episode uuid, p_giver uuid, p_about uuid, p_capacity text, p_given timestamptz,
      p_matter text, p_ordinary boolean, p_at timestamptz) returns boolean language sql ${INTERNAL}
    as $$
      select case
        when p_giver = p_about then sec.decides_alone(p_episode, p_about, p_matter, p_at)
        when not sec.is_child_of(p_episode, p_about) then false
        when not case when p_capacity = 'LOCAL_AUTHORITY_PR' then exists (
            select 1 from app.court_order o join app.episode_subject s on s.person_id = o.person_id and s.episode_id = p_episode
            where o.person_id = p_about and o.effect = 'CARE_ORDER' and o.from_at <= p_given and p_given < o.until_at)
          else exists (select 1 from app.relationship r where r.child_id = p_about and r.person_id = p_giver and r.has_pr = 'YES') end
          then false
        when p_ordinary then not sec.aged(p_about, 16, p_at) or sec.lacks_capacity(p_about, p_matter, p_at)
        else not sec.decides_alone(p_episode, p_about, p_matter, p_at) end
    $$;`;

/** Working days (rule 8.8): the database knows the holidays that the program knows. */
const DAYS = `
  create table sec.holiday (day date primary key);
  alter table sec.holiday enable row level security;
  alter table sec.holiday force row level security;
  create policy owner_all on sec.holiday to encircle_owner using (true) with check (true);

  -- First instant after the read-only working days that follow a day.
  create function sec.read_only_end(p_day date) returns timestamptz language plpgsql ${INTERNAL}
    as $$
    declare d date := p_day; n integer := READ_ONLY_DAYS;
    begin
      while n > 0 loop
        d := d + 1;
        if extract(isodow from d) < 6 and not exists (select 1 from sec.holiday h where h.day = d) then n := n - 1; end if;
      end loop;
      return (d + 1)::timestamp ${LONDON};
    end $$;

  create function sec.closed_at(p_episode uuid) returns timestamptz language sql ${INTERNAL}
    as $$ select coalesce(x.closed_at, x.closed_on::timestamp ${LONDON}) from app.episode x where x.id = p_episode $$;

  -- After closing: working days for the team, months for the lead professional and the author (rule 6.10).
  create function sec.closed_window(p_kind text, p_closed timestamptz) returns timestamptz language sql ${INTERNAL}
    as $$ select case when p_kind = 'TACM' then sec.read_only_end((p_closed ${LONDON})::date)
        else ((((p_closed ${LONDON})::date + interval 'READ_ONLY_MONTHS months')::date) + 1)::timestamp ${LONDON} end $$;`;

/** Every line of a case with what the policy derives from it: when it starts, ends, is taken back, whether it counts. */
const LINES = `
  create type sec.line as (id uuid, giver uuid, about uuid, type text, service uuid, person uuid, category text, purposes text[],
    decision text, given timestamptz, first timestamptz, start timestamptz, over timestamptz, last_day date, replaced timestamptz,
    own_end timestamptz, withdrawn timestamptz, history boolean, alone boolean);

  -- The lines that name this recipient, of one kind or of all. p_undone: a withdrawal read as not made.
  create function sec.lines_of(p_episode uuid, p_user uuid, p_agency uuid, p_category text, p_undone timestamptz) returns setof sec.line
    language sql ${INTERNAL}
    as $$
      select c.id, c.giver_person_id, coalesce(c.about_person_id, c.subject_id), c.recipient_type, c.recipient_agency_id,
        c.recipient_user_id, c.category, c.purposes, c.decision, c.given_at, c.valid_from::timestamp ${LONDON},
        greatest(c.valid_from::timestamp ${LONDON}, c.given_at),
        case when c.expires_on is not null then (c.expires_on + 1)::timestamp ${LONDON} end, c.expires_on,
        case when c.status = 'SUPERSEDED' then c.ended_at end,
        case when c.ended then c.ended_at end,
        least(case when c.ended then c.ended_at end,
          case when c.given_at < x.withdrawn_at and x.withdrawn_at is distinct from p_undone then x.withdrawn_at end),
        c.history, c.alone
      from (select l.*, l.status = 'WITHDRAWN' and l.lead_read_until <= l.ended_at as alone,
          l.status = 'WITHDRAWN' and (l.ended_at is distinct from p_undone or l.lead_read_until <= l.ended_at) as ended
        from app.consent_line l where l.episode_id = p_episode and (p_category is null or l.category = p_category)) c
      join app.episode x on x.id = c.episode_id
      where c.episode_id = p_episode and (c.recipient_agency_id = p_agency or c.recipient_user_id = p_user)
    $$;

  create function sec.in_force(l sec.line, p_at timestamptz) returns boolean language sql immutable
    as $$ select l.decision = 'GIVEN' and l.start <= p_at and (l.over is null or p_at < l.over)
        and (l.replaced is null or p_at < l.replaced) and (l.withdrawn is null or p_at < l.withdrawn) $$;

  -- When agreement with this recipient was last taken back as a whole: a line ended so, and none was left in force.
  create function sec.whole_withdrawal(p_episode uuid, p_user uuid, p_agency uuid, p_at timestamptz) returns timestamptz
    language sql ${INTERNAL}
    as $$
      with l as materialized (select * from sec.lines_of(p_episode, p_user, p_agency, null, null) x where x.decision = 'GIVEN')
      select max(e.withdrawn) from l e
      where not e.alone and e.start <= p_at and (e.replaced is null or p_at < e.replaced) and e.withdrawn <= p_at
        and (e.over is null or e.withdrawn < e.over)
        and not exists (select 1 from l o where sec.in_force(o, e.withdrawn))
    $$;

  create function sec.any_in_force(p_episode uuid, p_user uuid, p_agency uuid, p_at timestamptz) returns boolean
    language sql ${INTERNAL}
    as $$ select exists (select 1 from sec.lines_of(p_episode, p_user, p_agency, null, null) l where sec.in_force(l, p_at)) $$;`;

/** One giver's answers, service and person apart, from the lines handed in: the last no, what stands, what ran out. */
const STATES = `
  states as (
    select g.giver, g.type,
      case when g.standing then case when not g.covered then 'BEFORE' when g.now then 'GIVEN' else 'EXPIRED' end
           when g.refused is null and g.taken is null then 'NONE'
           when g.taken is null or g.refused >= g.taken then 'REFUSED' else 'WITHDRAWN' end as state,
      g.last_day, g.own_taken
    from (
      select n.giver, n.type, n.refused, n.taken, n.own_taken,
        coalesce(bool_or(r.now or r.lapsed), false) as standing, coalesce(bool_or(r.now), false) as now,
        p_recorded is null or coalesce(bool_or(r.history or r.first <= p_recorded), false) as covered,
        max(r.last_day) filter (where r.lapsed) as last_day
      from (
        select l.giver, l.type,
          max(l.start) filter (where l.decision = 'REFUSED' and l.start <= p_at) as refused,
          max(l.withdrawn) filter (where l.decision = 'GIVEN' and l.withdrawn <= p_at) as taken,
          coalesce(bool_or(l.own_end is not null and l.own_end is distinct from v_all), false) as own_taken
        from matching l group by l.giver, l.type) n
      left join lateral (
        select l.history, l.first, l.last_day, sec.in_force(l.line, p_at) as now,
          l.over <= p_at and (l.replaced is null or p_at < l.replaced) as lapsed
        from matching l
        where l.giver = n.giver and l.type = n.type and l.decision = 'GIVEN' and l.start <= p_at
          and (n.refused is null or l.given > n.refused) and (n.taken is null or l.given > n.taken)) r on true
      group by n.giver, n.type, n.refused, n.taken, n.own_taken) g)`;

const MATCH = `
  -- GIVEN, EXPIRED (then with the last day that was covered) or nothing, for one recipient, kind and purpose at an instant.
  create function sec.match_agreement(p_episode uuid, p_category text, p_ordinary boolean, p_purpose text, p_subject uuid,
      p_about uuid, p_recorded timestamptz, p_user uuid, p_agency uuid, p_at timestamptz, p_undone timestamptz,
      out state text, out last_day date)
    language plpgsql ${INTERNAL}
    as $$
    declare v_about uuid := case when p_ordinary then p_subject else coalesce(p_about, p_subject) end; v_own text;
      v_all timestamptz := (select x.withdrawn_at from app.episode x where x.id = p_episode and x.withdrawn_at is distinct from p_undone);
    begin
      -- Most kinds were never spoken of with most recipients.
      if not exists (select 1 from app.consent_line c where c.episode_id = p_episode and c.category = p_category
          and (c.recipient_agency_id = p_agency or c.recipient_user_id = p_user) and p_purpose = any (c.purposes)) then return; end if;

      -- An adult's own no keeps ordinary information about them back, whoever agreed.
      if p_ordinary and p_about is not null and p_about <> p_subject then
        if (select (z.refused is not null or z.taken is not null) and not exists (
              select 1 from sec.lines_of(p_episode, p_user, p_agency, p_category, p_undone) l
              where l.giver = p_about and p_purpose = any (l.purposes) and l.decision = 'GIVEN'
                and l.start <= p_at and (z.refused is null or l.given > z.refused) and (z.taken is null or l.given > z.taken)
                and (sec.in_force(l, p_at) or (l.over <= p_at and (l.replaced is null or p_at < l.replaced))))
            from (
              select max(l.start) filter (where l.decision = 'REFUSED' and l.start <= p_at) as refused,
                max(l.withdrawn) filter (where l.decision = 'GIVEN' and l.withdrawn <= p_at) as taken
              from sec.lines_of(p_episode, p_user, p_agency, p_category, p_undone) l
              where l.giver = p_about and p_purpose = any (l.purposes)) z) then
          state := 'REFUSED'; return;
        end if;
      end if;

      with matching as materialized (
        select l as line, l.* from sec.lines_of(p_episode, p_user, p_agency, p_category, p_undone) l
        where p_purpose = any (l.purposes) and l.about = v_about
          and exists (select 1 from app.consent_line c join app.consent k on k.id = c.consent_id where c.id = l.id
            and sec.could_decide(p_episode, l.giver, l.about, k.capacity, l.given, p_category, p_ordinary, l.given)
            and (p_ordinary or sec.could_decide(p_episode, l.giver, l.about, k.capacity, l.given, p_category, p_ordinary, p_at)))),
      ${STATES},
      answers as (
        select s.giver, s.state, s.last_day from states s where s.type = 'PERSON'
        union all
        select s.giver, s.state, s.last_day from states s where s.type = 'SERVICE' and not exists (
          select 1 from states p where p.giver = s.giver and p.type = 'PERSON'
            and (p.state in ('GIVEN', 'REFUSED') or (p.state = 'WITHDRAWN' and p.own_taken)))),
      givers as (
        select a.giver, (array_agg(a.state order by o.n))[1] as state,
          max(a.last_day) filter (where a.state = 'EXPIRED') as last_day
        from answers a join unnest(array['GIVEN', 'REFUSED', 'WITHDRAWN', 'EXPIRED', 'BEFORE', 'NONE']) with ordinality as o(state, n)
          on o.state = a.state group by a.giver)
      select (select g.state from givers g where g.giver = v_about), f.state, f.last_day into v_own, state, last_day
      from (select (array_agg(g.state order by o.n))[1] as state, max(g.last_day) filter (where g.state = 'EXPIRED') as last_day
        from givers g join unnest(array['GIVEN', 'REFUSED', 'WITHDRAWN', 'EXPIRED', 'BEFORE', 'NONE']) with ordinality as o(state, n)
          on o.state = g.state) f;
      if v_own in ('REFUSED', 'WITHDRAWN') and sec.decides_alone(p_episode, v_about, p_category, p_at) then
        state := v_own; last_day := null;
      end if;
      if state <> 'EXPIRED' then last_day := null; end if;
    end $$;`;

/** Steps 9 to 14 of REFERENCE 6.4 for one standing: the phase of the record, then the lines as they stood. */
const SHARED = `
  create function sec.agreed(p_episode uuid, p_category text, p_subject uuid, p_about uuid, p_recorded timestamptz,
      p_standing text, p_own boolean, p_agency uuid) returns boolean
    language plpgsql ${INTERNAL}
    as $$
    declare
      c text[] := sec.context(); v_now timestamptz := sec.now(); v_at timestamptz := v_now; v_closed timestamptz;
      v_user uuid := case when p_own then c[1]::uuid end; v_ordinary boolean := p_category in (ORDINARY);
      v_recorded timestamptz := nullif(p_recorded, 'infinity'); v_whole timestamptz; v_named boolean;
      v_team boolean := p_standing in ('LP', 'AUTHOR', 'TACM'); m record;
    begin
      if p_standing <> 'PANEL' then
        v_closed := sec.closed_at(p_episode);
        if v_closed <= v_now then
          if v_team and v_now >= sec.closed_window(p_standing, v_closed) then return false; end if;
          v_at := v_closed - interval '1 millisecond';
        end if;
      end if;
      if v_team then
        v_whole := sec.whole_withdrawal(p_episode, v_user, p_agency, v_at);
        if v_whole is not null then
          if p_standing <> 'TACM' and v_now < sec.read_only_end((v_whole ${LONDON})::date) then
            if p_category = 'PRIVATE' then return true; end if;
            m := sec.match_agreement(p_episode, p_category, v_ordinary, c[6], p_subject, p_about, v_recorded, v_user, p_agency, v_at, v_whole);
            if m.state = 'GIVEN' or (m.last_day is not null and v_now < sec.read_only_end(m.last_day)) then return true; end if;
          elsif not sec.any_in_force(p_episode, v_user, p_agency, v_at) then
            return false;
          end if;
        end if;
        if p_category = 'PRIVATE' then return true; end if;
      elsif p_standing = 'CAFC' then
        v_named := sec.any_in_force(p_episode, v_user, p_agency, v_now);
        if not v_named and not exists (select 1 from app.edge k where k.episode_id = p_episode and k.user_id = v_user
            and k.kind = 'CAFC_TASK' and k.from_at <= v_now and v_now < k.until_at) then return false; end if;
      end if;
      m := sec.match_agreement(p_episode, p_category, v_ordinary, c[6], p_subject, p_about, v_recorded, v_user, p_agency, v_at, null);
      return coalesce(m.state = 'GIVEN' or (m.last_day is not null and p_standing <> 'PANEL' and (v_team or v_named)
        and v_now < sec.read_only_end(m.last_day)), false);
    end $$;`;

/** A line that somebody else's word touches is no longer compared by its columns alone. */
const CONTESTED = `
  alter table app.consent_line add column contested boolean not null default false;

  create function sec.contest_lines(p_episodes uuid[]) returns void language plpgsql volatile security definer set search_path = ''
    as $$
    begin
      if cardinality(p_episodes) = 0 then return; end if;
      update app.consent_line c set contested = true
      where c.episode_id = any (p_episodes) and c.decision = 'GIVEN' and not c.contested and c.category in (ORDINARY) and (
        c.about_person_id is distinct from c.subject_id and c.about_person_id is not null
        or exists (select 1 from app.episode x where x.id = c.episode_id
          and (x.closed_at is not null or x.closed_on is not null or c.given_at < x.withdrawn_at))
        or exists (select 1 from app.consent_line n where n.episode_id = c.episode_id and n.category = c.category and n.id <> c.id
          and (n.decision = 'REFUSED' or n.status = 'WITHDRAWN')
          and (n.recipient_type = 'PERSON' or n.recipient_agency_id = c.recipient_agency_id))
        or not exists (select 1 from app.consent k where k.id = c.consent_id
          and sec.could_decide(c.episode_id, c.giver_person_id, c.subject_id, k.capacity, c.given_at, c.category, true, c.given_at)));
    end $$;

  create function sec.contest_by_line() returns trigger language plpgsql volatile security definer set search_path = ''
    as $$
    begin
      perform sec.contest_lines(array(select distinct n.episode_id from changed n where not n.contested or n.decision <> 'GIVEN'));
      return null;
    end $$;
  create trigger lines_contested_by_new after insert on app.consent_line referencing new table as changed
    for each statement execute function sec.contest_by_line();
  create trigger lines_contested_by_change after update on app.consent_line referencing new table as changed
    for each statement execute function sec.contest_by_line();

  create function sec.contest_by_episode() returns trigger language plpgsql volatile security definer set search_path = ''
    as $$ begin perform sec.contest_lines(array[new.id]); return null; end $$;
  create trigger episode_contests_lines after update on app.episode
    for each row when (old.closed_at is distinct from new.closed_at or old.closed_on is distinct from new.closed_on
      or old.withdrawn_at is distinct from new.withdrawn_at) execute function sec.contest_by_episode();

  -- A tie, a birth date or an order put right: who could agree is asked anew.
  create function sec.contest_by_person() returns trigger language plpgsql volatile security definer set search_path = ''
    as $$
    declare who uuid := case tg_table_name when 'relationship' then (to_jsonb(old) ->> 'child_id')::uuid
      when 'person' then (to_jsonb(old) ->> 'id')::uuid else (to_jsonb(old) ->> 'person_id')::uuid end;
    begin
      perform sec.contest_lines(array(select s.episode_id from app.episode_subject s where s.person_id = who));
      return null;
    end $$;
  create trigger relationship_contests_lines after update or delete on app.relationship for each row execute function sec.contest_by_person();
  create trigger order_contests_lines after update or delete on app.court_order for each row execute function sec.contest_by_person();
  create trigger birth_contests_lines after update on app.person for each row
    when (old.date_of_birth is distinct from new.date_of_birth) execute function sec.contest_by_person();
  select sec.contest_lines(array(select x.id from app.episode x));`;

export const AGREEMENT_FUNCTIONS = ['sec.agreed(uuid, text, uuid, uuid, timestamptz, text, boolean, uuid)'];

/** What nobody but these functions themselves calls. */
export const AGREEMENT_PARTS = [
  'sec.contest_by_line()',
  'sec.contest_by_episode()',
  'sec.contest_by_person()',
  'sec.contest_lines(uuid[])',
  'sec.birthday(date, integer)',
  'sec.aged(uuid, integer, timestamptz)',
  'sec.competent(uuid, text, timestamptz)',
  'sec.lacks_capacity(uuid, text, timestamptz)',
  'sec.is_child_of(uuid, uuid)',
  'sec.decides_alone(uuid, uuid, text, timestamptz)',
  'sec.could_decide(uuid, uuid, uuid, text, timestamptz, text, boolean, timestamptz)',
  'sec.read_only_end(date)',
  'sec.closed_at(uuid)',
  'sec.closed_window(text, timestamptz)',
  'sec.lines_of(uuid, uuid, uuid, text, timestamptz)',
  'sec.in_force(sec.line, timestamptz)',
  'sec.whole_withdrawal(uuid, uuid, uuid, timestamptz)',
  'sec.any_in_force(uuid, uuid, uuid, timestamptz)',
  'sec.match_agreement(uuid, text, boolean, text, uuid, uuid, timestamptz, uuid, uuid, timestamptz, timestamptz)',
];

/** @param ordinary kinds that need the ordinary agreement, as a list of SQL texts */
export const agreementSql = (ordinary: string, days: number, months: number): string =>
  [GIVERS, DAYS, LINES, MATCH, SHARED, CONTESTED]
    .join('\n')
    .replaceAll('(ORDINARY)', ordinary)
    .replaceAll('READ_ONLY_DAYS', String(days))
    .replaceAll('READ_ONLY_MONTHS', String(months));
