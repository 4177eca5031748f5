import { ROW } from './columns.js';
import { CONTEXT, notHidden, protect } from './guards.js';

const { ROLE, UID, NOW } = CONTEXT;

/** Who keeps the family of this child: who leads or began the work, the CAF team with a task; before any work, who added them. */
const KEEPS = `
  create function sec.keeps_family(p_child uuid) returns boolean
    language sql stable security definer set search_path = ''
    as $$
      select sec.role() in ('PRACT', 'AMGR', 'CAFC') and (sec.unstarted(p_child) or exists (
        select 1 from app.episode_subject s join app.edge e on e.episode_id = s.episode_id
          join app.episode x on x.id = s.episode_id
        where s.person_id = p_child and s.role = 'CHILD_SUBJECT'
          and x.state not in ('CLOSED', 'REJECTED', 'MERGED', 'ARCHIVED', 'DISPOSED')
          and e.user_id = sec.uid() and (e.kind = 'CAFC_TASK' or e.agency_id = sec.agency())
          and e.kind = any (case sec.role() when 'CAFC' then array['CAFC_TASK', 'AUTHOR', 'LP'] else array['AUTHOR', 'LP'] end)
          and e.from_at <= sec.now() and sec.now() < e.until_at))
        and p_child <> all (sec.hidden_people()) and p_child <> all (sec.barred_people())
    $$;`;

const HAS_PR = `r.has_pr = 'YES'`;

/** The state of a tie as the history keeps it. */
const STATE = (
  t: string,
): string => `jsonb_build_object('kind', ${t}.kind, 'hasPr', ${t}.has_pr, 'prBasis', ${t}.pr_basis,
        'prFrom', ${t}.pr_from, 'prEvidence', ${t}.pr_evidence, 'livesWith', ${t}.lives_with, 'isCarer', ${t}.is_carer,
        'involvement', ${t}.involvement, 'validFrom', ${t}.valid_from, 'fullName', (
          select concat_ws(' ', coalesce(p.preferred_name, p.given_names), p.family_name) from app.person p where p.id = ${t}.person_id))`;

/** The tie as this actor may change it, held until the end; null when it is not theirs to know. */
const HELD = `
      select r.* into was from app.relationship r
      where r.id = p_tie and sec.keeps_family(r.child_id)
        and r.person_id <> all (sec.hidden_people()) and r.person_id <> all (sec.barred_people())
      for update;
      if not found then raise exception 'not allowed to change this family' using errcode = '42501'; end if;
      if was.version <> p_version then return false; end if;
      insert into app.relationship_past (relationship_id, child_id, person_id, why, reason, was, agency_id, created_by)
      values (was.id, was.child_id, was.person_id, p_why, p_reason, ${STATE('was')}, sec.agency(), sec.uid());`;

/**
 * Parental responsibility that ended on a day was held until then: what was agreed before stands. What was written down wrongly
 * was never held. Whoever comes to hold it is asked and checked before any record opens to them.
 */
const CHANGE = `
  create function sec.change_relative(p_tie uuid, p_version integer, p_why text, p_reason text, p_to jsonb, p_pr_until date)
    returns boolean language plpgsql volatile security definer set search_path = ''
    as $$
    declare was app.relationship; pr text := p_to ->> 'hasPr';
    begin
      if p_why not in ('CORRECTED', 'CHANGED') then raise exception 'not a change' using errcode = '22023'; end if;
      ${HELD}
      update app.relationship r set kind = p_to ->> 'kind', has_pr = pr, pr_basis = p_to ->> 'prBasis',
        pr_from = (p_to ->> 'prFrom')::date, pr_evidence = p_to ->> 'prEvidence', lives_with = p_to ->> 'livesWith',
        is_carer = (p_to ->> 'isCarer')::boolean, involvement = p_to ->> 'involvement', valid_from = (p_to ->> 'validFrom')::date,
        pr_until = case when p_why = 'CHANGED' and was.has_pr = 'YES' and pr <> 'YES' then sec.pr_end(p_pr_until)
          when p_why = 'CORRECTED' and was.has_pr = 'YES' then null else was.pr_until end,
        portal = case when was.has_pr = 'YES' and pr = 'YES' then was.portal when was.portal = 'RISK' then 'RISK'
          when pr = 'YES' then 'NOT_ASKED' else 'NONE' end,
        version = r.version + 1, updated_at = sec.now()
      where r.id = p_tie;
      return true;
    end $$;

  -- First instant after a day, or this one where the day is not over.
  create function sec.pr_end(p_day date) returns timestamptz
    language sql stable security definer set search_path = ''
    as $$ select least(sec.now(), (p_day + 1)::timestamp at time zone 'Europe/London') $$;

  -- Over since a day; or never right: then the tie is gone and the history alone says that it was written down.
  create function sec.end_relative(p_tie uuid, p_version integer, p_why text, p_reason text, p_on date) returns boolean
    language plpgsql volatile security definer set search_path = ''
    as $$
    declare was app.relationship;
    begin
      if p_why not in ('ENDED', 'MISTAKEN') then raise exception 'not an end' using errcode = '22023'; end if;
      ${HELD}
      update app.relationship r set has_pr = case r.has_pr when 'YES' then 'NO' else r.has_pr end,
        pr_until = case when r.has_pr = 'YES' and p_why = 'ENDED' then sec.pr_end(p_on) else r.pr_until end,
        portal = case r.portal when 'RISK' then 'RISK' else 'NONE' end, lives_with = 'NO', is_carer = false,
        valid_to = p_on - 1, version = r.version + 1, updated_at = sec.now()
      where r.id = p_tie;
      if p_why = 'MISTAKEN' then delete from app.relationship r where r.id = p_tie; end if;
      return true;
    end $$;`;

/** The history of a family: what was written down before, by whom and why it is no longer so. Only those who keep it read it. */
export const KEEP_KIN = `
  alter table app.relationship add column pr_until timestamptz;
  -- Somebody may come back: one tie of a kind at a time.
  alter table app.relationship drop constraint relationship_once;
  create unique index relationship_once on app.relationship (child_id, person_id, kind) where valid_to is null;
  ${KEEPS}
  create table app.relationship_past (
    ${ROW},
    relationship_id uuid not null,
    child_id uuid not null references app.person on delete cascade,
    person_id uuid not null references app.person on delete cascade,
    why text not null check (why in ('CORRECTED', 'CHANGED', 'ENDED', 'MISTAKEN')),
    reason text,
    was jsonb not null,
    agency_id uuid references app.agency
  );
  create index relationship_past_child on app.relationship_past (child_id, created_at desc);
  create index relationship_past_person on app.relationship_past (person_id);
  ${protect('app.relationship_past')}
  grant select on app.relationship_past to app_user;
  create policy keepers on app.relationship_past for select to app_user using (sec.keeps_family(child_id)
    or (${ROLE} in ('AUDR', 'IGO') and exists (
      select 1 from app.episode_subject s join app.edge k on k.episode_id = s.episode_id
      where s.person_id = child_id and k.user_id = ${UID} and k.from_at <= ${NOW} and ${NOW} < k.until_at
        and (k.kind = 'AUDIT' and ${ROLE} = 'AUDR' or k.kind = 'IGO_TASK' and ${ROLE} = 'IGO' and k.person_id = child_id))));
  create policy not_shielded on app.relationship_past as restrictive to app_user
    using (${notHidden('child_id')} and ${notHidden('person_id')})
    with check (${notHidden('child_id')} and ${notHidden('person_id')});
  create policy not_barred on app.relationship_past as restrictive to app_user
    using (child_id <> all ((select sec.barred_people())::uuid[]) and person_id <> all ((select sec.barred_people())::uuid[]))
    with check (child_id <> all ((select sec.barred_people())::uuid[]) and person_id <> all ((select sec.barred_people())::uuid[]));
  ${CHANGE}

  -- A family is changed through these functions only, and nobody's record opens by being written down.
  drop policy may_change on app.relationship;
  revoke update on app.relationship from app_user;
  create policy portal_stays_shut on app.relationship as restrictive for insert to app_user
    with check (portal in ('NONE', 'NOT_ASKED') and (has_pr <> 'YES' or portal = 'NOT_ASKED') and pr_until is null);
  revoke all on function sec.keeps_family(uuid), sec.pr_end(date),
    sec.change_relative(uuid, integer, text, text, jsonb, date), sec.end_relative(uuid, integer, text, text, date) from public;
  grant execute on function sec.keeps_family(uuid),
    sec.change_relative(uuid, integer, text, text, jsonb, date), sec.end_relative(uuid, integer, text, text, date) to app_user;`;

/** Agreement to ordinary sharing by who held parental responsibility when they gave it stands after it ended. */
export const HELD_THEN = {
  'sec.could_decide(uuid, uuid, uuid, text, timestamptz, text, boolean, timestamptz)': [
    HAS_PR,
    `(${HAS_PR} or p_ordinary and p_given < r.pr_until)`,
  ],
  'sec.episode_facts(uuid)': [
    `'hasPr', r.has_pr = 'YES',`,
    `'hasPr', r.has_pr = 'YES', 'prUntil', sec.instant(r.pr_until),`,
  ],
} as const;
