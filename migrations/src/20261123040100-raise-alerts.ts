import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ROW } from './sql/columns.js';
import { CONTEXT, protect } from './sql/policies.js';

const { UID, AGENCY, ROLE } = CONTEXT;

/** Rules with the number each is set to at first. What they mean is in `sec.raise_alerts`. */
const RULES: readonly (readonly [rule: string, threshold: number])[] = [
  ['SAME_NAME', 1],
  ['SAME_PHONE', 1],
  ['MANY_LOOKS', 40],
  ['OUT_OF_HOURS', 3],
  ['SWEEP', 15],
  ['REFUSALS', 10],
  ['SAME_REASON', 12],
  ['NO_ACTIVITY', 30],
  ['BREAK_GLASS', 3],
];

const CODES = RULES.map(([rule]) => `'${rule}'`).join(', ');

/** A look at a case that showed something. The rest of what is done on a case changes it. */
const LOOKED = `e.outcome in ('ALLOW', 'LIMITED') and e.episode_id is not null`;
const READS = `e.action ~ '[.-](viewed|listed|opened|read|previewed|considered)$'`;
const LOCAL = `(e.at at time zone 'Europe/London')`;

/** What each rule finds for the actors in \`v_actors\`: who, a key that makes it one alert, and the rows behind it. */
const FINDS: Readonly<Record<string, string>> = {
  SAME_NAME: `
    select e.actor_id, e.episode_id::text as key, e.id, e.at, e.episode_id as thing from audit.entry e
    join app.app_user u on u.id = e.actor_id
    where e.actor_id = any (v_actors) and e.at > v_now - interval '2 days' and ${LOOKED} and exists (
      select 1 from app.episode_subject s join app.person p on p.id = s.person_id
      where s.episode_id = e.episode_id and s.role = 'CHILD_SUBJECT' and length(p.family_name) > 1
        and lower(p.family_name) = lower(substring(u.full_name from '\\S+$')))`,
  SAME_PHONE: `
    select e.actor_id, e.episode_id::text as key, e.id, e.at, e.episode_id as thing from audit.entry e
    join app.app_user u on u.id = e.actor_id and length(regexp_replace(u.phone, '\\D', '', 'g')) > 8
    where e.actor_id = any (v_actors) and e.at > v_now - interval '2 days' and ${LOOKED} and exists (
      select 1 from app.episode_subject s left join app.relationship r on r.child_id = s.person_id
      join app.contact_point c on c.person_id in (s.person_id, r.person_id) and c.kind = 'PHONE'
      where s.episode_id = e.episode_id
        and right(regexp_replace(c.value, '\\D', '', 'g'), 9) = right(regexp_replace(u.phone, '\\D', '', 'g'), 9))`,
  MANY_LOOKS: `
    select e.actor_id, ${LOCAL}::date::text as key, e.id, e.at, e.episode_id as thing from audit.entry e
    where e.actor_id = any (v_actors) and e.at > v_now - interval '2 days' and ${LOOKED}
      and (select count(distinct d.episode_id) from audit.entry d where d.actor_id = e.actor_id and d.episode_id is not null
             and d.outcome in ('ALLOW', 'LIMITED') and d.at > v_now - interval '2 days'
             and (d.at at time zone 'Europe/London')::date = ${LOCAL}::date)
        > (select coalesce(avg(n) + 3 * stddev_pop(n), 0) from (
             select count(distinct d.episode_id) as n from audit.entry d where d.actor_id = e.actor_id and d.episode_id is not null
               and d.outcome in ('ALLOW', 'LIMITED') and d.at > v_now - interval '32 days' and d.at <= v_now - interval '2 days'
             group by (d.at at time zone 'Europe/London')::date) days)`,
  OUT_OF_HOURS: `
    select e.actor_id, ${LOCAL}::date::text as key, e.id, e.at, e.episode_id as thing from audit.entry e
    where e.actor_id = any (v_actors) and e.at > v_now - interval '3 days' and ${LOOKED} and e.role is distinct from 'MASH'
      and (extract(isodow from ${LOCAL}) > 5 or extract(hour from ${LOCAL}) not between 6 and 21)`,
  SWEEP: `
    select e.actor_id, to_char(date_bin('10 minutes', e.at, 'epoch'::timestamptz) at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as key,
      e.id, e.at, e.episode_id as thing from audit.entry e
    where e.actor_id = any (v_actors) and e.at > v_now - interval '1 day' and ${LOOKED} and e.action = 'case.opened'`,
  REFUSALS: `
    select e.actor_id, to_char(date_trunc('hour', e.at) at time zone 'UTC', 'YYYY-MM-DD HH24') as key, e.id, e.at, null::uuid as thing
    from audit.entry e
    where e.actor_id = any (v_actors) and e.at > v_now - interval '1 day' and e.outcome in ('DENY', 'DENY_HIDE')`,
  SAME_REASON: `
    select e.actor_id, to_char(${LOCAL}, 'IYYY-IW ') || left(encode(sha256(convert_to(lower(btrim(e.reason)), 'UTF8')), 'hex'), 16) as key,
      e.id, e.at, null::uuid as thing from audit.entry e
    where e.actor_id = any (v_actors) and e.at > v_now - interval '7 days' and e.reason ~ '[a-z]'
      and (e.action = 'index.searched' or e.action = 'case.opened')`,
  NO_ACTIVITY: `
    select e.actor_id, to_char(${LOCAL}, 'IYYY-IW') as key, e.id, e.at, e.episode_id as thing from audit.entry e
    where e.actor_id = any (v_actors) and e.at > v_now - interval '7 days' and ${LOOKED} and ${READS}
      and not exists (select 1 from app.edge g where g.episode_id = e.episode_id and g.user_id = e.actor_id)
      and not exists (select 1 from audit.entry w where w.actor_id = e.actor_id and w.episode_id = e.episode_id
        and w.outcome in ('ALLOW', 'LIMITED') and w.at > v_now - interval '14 days' and not (${READS.replaceAll('e.', 'w.')}))`,
  BREAK_GLASS: `
    select e.actor_id, to_char(${LOCAL}, 'YYYY-MM') as key, e.id, e.at, e.episode_id as thing from audit.entry e
    where e.actor_id = any (v_actors) and e.at > v_now - interval '30 days' and e.outcome = 'ALLOW' and e.action = 'break-glass.opened'`,
};

const raise = (rule: string, finds: string): string => `
      select * into v_rule from app.alert_rule r where r.rule = '${rule}';
      if v_rule.used then
        insert into app.access_alert as a (rule, about_user_id, about_agency_id, key, reference, from_at, until_at, looks, entries)
        select '${rule}', f.actor_id, (select e.agency_id from audit.entry e where e.id = max(f.id)), f.key,
          'AL-' || to_char(v_now, 'YYYY') || '-' || lpad(nextval('app.alert_number')::text, 5, '0'),
          min(f.at), max(f.at), count(*), (array_agg(f.id order by f.id desc))[1:500]
        from (${finds}) f join app.app_user u on u.id = f.actor_id and u.person_id is null
        where not exists (select 1 from app.access_alert x where x.rule = '${rule}' and x.about_user_id = f.actor_id and x.key = f.key
          and (x.decided_at is not null or x.until_at >= f.at))
        group by f.actor_id, f.key
        having count(distinct coalesce(f.thing::text, f.id::text)) >= v_rule.threshold
          or exists (select 1 from app.access_alert x where x.rule = '${rule}' and x.about_user_id = f.actor_id and x.key = f.key)
        on conflict (rule, about_user_id, key) do update set until_at = excluded.until_at, looks = a.looks + excluded.looks,
          entries = (excluded.entries || a.entries)[1:500] where a.decided_at is null;
        get diagnostics v_count = row_count;
        v_raised := v_raised + v_count;
      end if;`;

/**
 * Patterns in the audit log that a person should look into. A background pass reads what is new and raises alerts; an
 * information-governance officer works them, and a manager may see those about their own staff.
 */
export class RaiseAlerts20261123040100 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table app.alert_rule (
        ${ROW},
        rule text not null unique check (rule in (${CODES})),
        used boolean not null default true,
        threshold integer not null check (threshold between 1 and 10000)
      );
      insert into app.alert_rule (rule, threshold) values ${RULES.map(([rule, n]) => `('${rule}', ${n})`).join(', ')};

      create sequence app.alert_number;
      create table app.access_alert (
        ${ROW},
        rule text not null check (rule in (${CODES})),
        about_user_id uuid not null references app.app_user,
        about_agency_id uuid references app.agency,
        key text not null,
        reference text not null unique,
        from_at timestamptz not null,
        until_at timestamptz not null,
        looks integer not null,
        entries bigint[] not null,
        assigned_to uuid references app.app_user,
        outcome text check (outcome in ('EXPLAINED', 'CONCERN', 'BREACH')),
        words text,
        decided_by uuid references app.app_user,
        decided_at timestamptz,
        constraint alert_once unique (rule, about_user_id, key),
        constraint decided_in_words check ((outcome is null) = (decided_at is null)
          and (outcome is null or (decided_by is not null and length(btrim(words)) >= 10)))
      );
      create index access_alert_open on app.access_alert (until_at desc, id) where decided_at is null;
      create index access_alert_done on app.access_alert (decided_at desc, id) where decided_at is not null;

      ${protect('app.alert_rule')}
      ${protect('app.access_alert')}
      grant select on app.alert_rule, app.access_alert to app_user;
      grant update (used, threshold, version, updated_at) on app.alert_rule to app_user;
      grant update (assigned_to, outcome, words, decided_by, decided_at, version, updated_at) on app.access_alert to app_user;
      create policy officers on app.alert_rule for select to app_user using (${ROLE} in ('IGO', 'AMGR'));
      create policy officers_set on app.alert_rule for update to app_user using (${ROLE} = 'IGO');
      -- Nobody works an alert about themselves. A manager sees those about their own staff (rule 2.3, access log).
      create policy officers on app.access_alert for select to app_user using (
        about_user_id <> ${UID} and (${ROLE} = 'IGO' or (${ROLE} = 'AMGR' and about_agency_id = ${AGENCY})));
      create policy officers_decide on app.access_alert for update to app_user
        using (about_user_id <> ${UID} and ${ROLE} = 'IGO' and decided_at is null)
        with check (about_user_id <> ${UID} and ${ROLE} = 'IGO' and (decided_by is null or decided_by = ${UID}));

      create table audit.alert_pass (
        only_row boolean primary key default true check (only_row),
        last_entry bigint not null default 0
      );
      insert into audit.alert_pass default values;
      ${protect('audit.alert_pass')}

      -- Reads what is new and judges whoever did it. Answers how many alerts are new or have grown; null: another is at it.
      create function sec.raise_alerts() returns integer
        language plpgsql volatile security definer set search_path = ''
        as $$
        declare
          v_now timestamptz := sec.now(); v_last bigint; v_new bigint; v_actors uuid[]; v_rule record; v_count integer;
          v_raised integer := 0;
        begin
          if not pg_try_advisory_xact_lock(hashtextextended('encircle access alerts', 0)) then return null; end if;
          select p.last_entry into v_last from audit.alert_pass p for update;
          select max(e.id) into v_new from audit.entry e;
          if coalesce(v_new, 0) <= v_last then return 0; end if;
          -- A row written late may have a lower number than one read before.
          v_actors := array(select distinct e.actor_id from audit.entry e
            where e.id > v_last - 500 and e.actor_id is not null);
          ${Object.entries(FINDS)
            .map(([rule, finds]) => raise(rule, finds))
            .join('\n')}
          update audit.alert_pass set last_entry = v_new;
          return v_raised;
        end $$;
      grant execute on function sec.raise_alerts() to encircle_login;

      -- The looks behind an alert, for whoever may see it. A manager is told when and what kind, not which case or why.
      create function audit.looks_behind(p_alert uuid, p_before bigint, p_limit integer)
        returns table (id bigint, at timestamptz, action text, outcome text, case_reference text, categories text[], purpose text, reason text)
        language plpgsql stable security definer set search_path = ''
        as $$
        declare v_me uuid := sec.uid(); v_role text := sec.role(); v_agency uuid := sec.agency();
        begin
          return query
            select e.id, e.at, e.action, e.outcome, case when v_role = 'IGO' then x.ref end, e.categories, e.purpose,
              case when v_role = 'IGO' then e.reason end
            from app.access_alert a join audit.entry e on e.id = any (a.entries) left join app.episode x on x.id = e.episode_id
            where a.id = p_alert and a.about_user_id <> v_me
              and (v_role = 'IGO' or (v_role = 'AMGR' and a.about_agency_id = v_agency))
              and (p_before is null or e.id < p_before)
            order by e.id desc limit least(p_limit, 101);
        end $$;

      -- Who may look into alerts.
      create function sec.alert_officers(p_about uuid) returns table (id uuid, name text)
        language plpgsql stable security definer set search_path = ''
        as $$
        begin
          if sec.role() is distinct from 'IGO' then return; end if;
          return query select distinct u.id, u.full_name from app.membership m join app.app_user u on u.id = m.user_id and u.status = 'LIVE'
            where m.role = 'IGO' and u.id <> p_about and m.valid_from <= sec.today()
              and (m.valid_to is null or sec.today() <= m.valid_to) order by 2 limit 100;
        end $$;
      grant execute on function audit.looks_behind(uuid, bigint, integer), sec.alert_officers(uuid) to app_user;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop function sec.alert_officers(uuid), audit.looks_behind(uuid, bigint, integer), sec.raise_alerts();
      drop table audit.alert_pass, app.access_alert, app.alert_rule;
      drop sequence app.alert_number;
    `);
  }
}
