import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CONTEXT, mayWrite } from './sql/policies.js';

const { UID, ROLE, NOW, WORKER_ROLES } = CONTEXT;

/** Tables that hold what is known about a person beyond the stub; each row has a `person_id`. */
const DETAILS = ['other_name', 'identifier', 'address', 'contact_point', 'setting', 'person_fact'];
/** Those among them that a search may match on. */
const KEYED = ['other_name', 'identifier', 'address'];

/**
 * The index answer (rule R17): keys kept beside the people by triggers, compared by equality only, read by one
 * function that counts the searches of an hour itself. A second part lets whoever adds a child see what they typed
 * until support starts, and tells the CAF team, never the adder, of a possible duplicate.
 */
export class FindPeople20261122121100 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(FOLD);
    await q.query(KEYS);
    for (const [event, rows] of [
      ['insert', 'new'],
      ['update', 'new'],
      ['delete', 'old'],
    ]) {
      const changed = `referencing ${rows} table as changed for each statement execute function`;
      if (event !== 'delete')
        await q.query(
          `create trigger ${event}_keeps_keys after ${event} on app.person ${changed} sec.keep_person_keys()`,
        );
      for (const table of KEYED)
        await q.query(
          `create trigger ${event}_keeps_keys after ${event} on app.${table} ${changed} sec.keep_detail_keys()`,
        );
    }
    await q.query(`select sec.refresh_keys(array(select p.id from app.person p where p.kind = 'CHILD'))`);
    await q.query(SEARCH);
    await q.query(CREATOR);
    for (const table of DETAILS)
      await q.query(`
        create policy until_started on app.${table} for select to app_user
          using (created_by = ${UID} and sec.unstarted(person_id));
        create policy add_until_started on app.${table} for insert to app_user
          with check (created_by = ${UID} and sec.unstarted(person_id));
        create policy change_until_started on app.${table} for update to app_user
          using (created_by = ${UID} and sec.unstarted(person_id));`);
  }

  async down(q: QueryRunner): Promise<void> {
    for (const table of DETAILS)
      await q.query(`drop policy until_started on app.${table}; drop policy add_until_started on app.${table};
        drop policy change_until_started on app.${table};`);
    await q.query(`
      drop policy until_started on app.person;
      drop policy change_until_started on app.person;
      drop policy until_started on app.relationship;
      drop policy may_add on app.relationship;
      create policy may_add on app.relationship for insert to app_user
        with check (${ROLE} in ${WORKER_ROLES} and created_by = ${UID} and (
          exists (select 1 from app.person p where p.id = child_id and p.created_by = ${UID} and p.created_at = ${NOW})
          or exists (select 1 from app.episode_subject s where s.person_id = child_id and ${mayWrite('s')})));
      grant insert, update on app.search_allowance to app_user;
      drop index app.person_added_by;
      drop function sec.note_possible_duplicates, sec.unstarted, sec.index_search, sec.index_matches, sec.index_facts,
        sec.count_search;
      delete from sec.secret where name = 'search';`);
    for (const table of ['person', ...KEYED])
      for (const event of table === 'person' ? ['insert', 'update'] : ['insert', 'update', 'delete'])
        await q.query(`drop trigger ${event}_keeps_keys on app.${table}`);
    await q.query(`drop function sec.keep_detail_keys, sec.keep_person_keys, sec.refresh_keys, sec.fold;
      delete from sec.match_key;`);
  }
}

/**
 * One folding of names for what is stored and what is typed: case, marks, apostrophes, hyphens and spaces do not
 * count (rule 8.7). Written once, in SQL, so that both sides of a comparison are folded by the same code.
 */
const FOLD = `
  create function sec.fold(p_name text) returns text
    language sql immutable strict parallel safe set search_path = ''
    as $$
      select regexp_replace(
        replace(replace(replace(replace(
          translate(normalize(lower(p_name collate pg_catalog.pg_unicode_fast), nfd),
            'øłđðħı' || chr(699) || chr(700), 'olddhi'),
          'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th') collate pg_catalog.pg_unicode_fast,
        '[^[:alnum:]]', '', 'g')
    $$;`;

const KEYS = `
  -- Children only. Names of birth and previous names stay out: they may belong to an adoption (rule 8.7). A refuge is
  -- never a key, whoever shields it.
  create function sec.refresh_keys(p_people uuid[]) returns void
    language sql volatile security definer set search_path = ''
    as $$
      delete from sec.match_key k where k.person_id = any (p_people);
      with child as (
        select p.* from app.person p where p.id = any (p_people) and p.kind = 'CHILD' and p.merged_into_id is null
      ), named as (
        select c.id, c.date_of_birth, c.sex, c.given_names, c.family_name, c.no_surname from child c
        union all
        select c.id, c.date_of_birth, c.sex, c.preferred_name, c.family_name, c.no_surname from child c
          where c.preferred_name is not null
        union all
        select c.id, c.date_of_birth, c.sex, coalesce(o.given_names, c.given_names), coalesce(o.family_name, c.family_name),
               c.no_surname and o.family_name is null
          from child c join app.other_name o on o.person_id = c.id and o.kind in ('AKA', 'ALIAS', 'PREFERRED', 'TRANSLIT')
      ), folded as (
        -- Someone with one name is found by it in the place of a surname.
        select n.id, n.date_of_birth, n.sex, f.forename,
               case when n.no_surname then sec.fold(n.given_names) else sec.fold(n.family_name) end as surname
        from named n cross join lateral (
          select '' where n.no_surname
          union all
          select v.name from (values (sec.fold(n.given_names)), (sec.fold(split_part(n.given_names, ' ', 1)))) as v(name)
            where not n.no_surname) as f(forename)
        where n.given_names is not null
      ), keys as (
        select i.person_id as id, 'NHS' as kind, i.value as key from app.identifier i join child c on c.id = i.person_id
          where i.kind = 'NHS'
        union all
        select f.id, 'FORENAME', f.forename from folded f
        union all
        select f.id, 'NAME_DOB_SEX', f.surname || '|' || to_char(f.date_of_birth, 'YYYY-MM-DD') || '|' || f.sex from folded f
          where f.surname <> '' and f.date_of_birth is not null
        union all
        select f.id, 'NAME_POSTCODE', f.surname || '|' || f.forename || '|' || replace(upper(a.postcode), ' ', '')
          from folded f join app.address a on a.person_id = f.id
          where f.surname <> '' and a.postcode is not null and a.valid_to is null and a.kind <> 'REFUGE'
      )
      insert into sec.match_key (person_id, kind, key)
      select distinct k.id, k.kind, k.key from keys k where k.key is not null
      on conflict do nothing;
    $$;
  create function sec.keep_person_keys() returns trigger
    language plpgsql volatile security definer set search_path = ''
    as $$ begin
      perform sec.refresh_keys(array(select c.id from changed c where c.kind = 'CHILD'));
      return null;
    end $$;
  create function sec.keep_detail_keys() returns trigger
    language plpgsql volatile security definer set search_path = ''
    as $$ begin
      perform sec.refresh_keys(array(select distinct c.person_id from changed c));
      return null;
    end $$;`;

const SEARCH = `
  insert into sec.secret values ('search', sha256((gen_random_uuid()::text || gen_random_uuid()::text)::bytea));
  revoke insert, update on app.search_allowance from app_user;

  -- Counts this search; answers how many the hour holds now, or null when it was one too many.
  create function sec.count_search(p_most integer) returns integer
    language sql volatile security definer set search_path = ''
    as $$
      insert into app.search_allowance as s (user_id, hour, used)
      select sec.uid(), date_trunc('hour', sec.now()), 1 where sec.uid() is not null
      on conflict (user_id, hour) do update set used = s.used + 1 where s.used < p_most
      returning used
    $$;

  -- What the policy needs to answer for the index: no content, no team, and of the agreement only what speaks of the
  -- index, of the asker or of the asker's service.
  create function sec.index_facts(p_episode uuid) returns jsonb
    language sql stable security definer set search_path = ''
    as $$
      select jsonb_build_object(
        'id', x.id, 'state', x.state,
        'closedAt', case when x.closed_on is null then null
          else sec.instant(x.closed_on::timestamp at time zone 'Europe/London') end,
        'withdrawnAt', sec.instant(x.withdrawn_at), 'legalHold', x.legal_hold,
        'seals', coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'from', sec.instant(s.from_at),
            'to', sec.instant(s.until_at), 'namedUserIds', '[]'::jsonb))
          from app.shield s join app.episode_subject es on es.person_id = s.person_id
          where es.episode_id = x.id and s.kind = 'SEAL'), '[]'),
        'shields', coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'from', sec.instant(s.from_at),
            'to', sec.instant(s.until_at), 'protectedPersonIds', to_jsonb(array_append(s.protected_person_ids, s.person_id)),
            'householdPersonIds', to_jsonb(s.household_person_ids), 'listUserIds', '[]'::jsonb))
          from app.shield s join app.episode_subject es on es.person_id = s.person_id
          where es.episode_id = x.id and s.kind = 'SHIELD'), '[]'),
        'blocks', coalesce((select jsonb_agg(jsonb_build_object('id', b.id, 'userId', b.user_id,
            'from', sec.instant(b.from_at), 'to', sec.instant(b.until_at)))
          from app.conflict_block b join app.episode_subject es on es.person_id = b.person_id
          where es.episode_id = x.id and b.user_id = sec.uid()), '[]'),
        'edges', '[]'::jsonb,
        'subjects', coalesce((select jsonb_agg(jsonb_build_object('personId', p.id, 'dob', p.date_of_birth,
            'kind', case when p.is_unborn then 'UNBORN' else 'CHILD' end))
          from app.episode_subject es join app.person p on p.id = es.person_id
          where es.episode_id = x.id and es.role = 'CHILD_SUBJECT'), '[]'),
        'relatives', coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'personId', r.person_id,
            'childId', r.child_id, 'hasPr', r.has_pr = 'YES', 'notAsked', r.portal = 'NOT_ASKED',
            'verifiedPortal', r.portal = 'VERIFIED', 'portalRisk', r.portal = 'RISK'))
          from app.relationship r join app.episode_subject es on es.person_id = r.child_id
          where es.episode_id = x.id), '[]'),
        'consents', coalesce((select jsonb_agg(jsonb_build_object('id', c.id,
            'subjectId', coalesce(c.about_person_id, c.subject_id), 'giverId', c.giver_person_id,
            'giverCapacity', case k.capacity when 'SELF' then 'SELF' when 'MOTHER_OF_UNBORN' then 'MOTHER_OF_UNBORN'
              when 'LOCAL_AUTHORITY_PR' then 'LA_CARE_ORDER' else 'PR_HOLDER' end,
            'recipientType', c.recipient_type, 'recipientId', coalesce(c.recipient_agency_id, c.recipient_user_id),
            'categories', jsonb_build_array(c.category), 'purposes', to_jsonb(c.purposes), 'decision', c.decision,
            'givenAt', sec.instant(c.given_at), 'validFrom', c.valid_from, 'expiresAt', c.expires_on,
            'withdrawnAt', case when c.status = 'WITHDRAWN' then sec.instant(c.ended_at) end,
            'supersededAt', case when c.status = 'SUPERSEDED' then sec.instant(c.ended_at) end,
            'history', c.history, 'indexListing', c.index_listing))
          from app.consent_line c join app.consent k on k.id = c.consent_id
          where c.episode_id = x.id and (c.category = 'INVOLVE' or c.recipient_agency_id = sec.agency()
            or c.recipient_user_id = sec.uid())), '[]'),
        'sensitiveLines', '[]'::jsonb,
        'competence', coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'personId', c.person_id,
            'matters', to_jsonb(c.matters), 'competent', c.competent, 'from', sec.instant(c.from_at),
            'to', sec.instant(c.until_at)))
          from app.competence c join app.episode_subject es on es.person_id = c.person_id
          where es.episode_id = x.id), '[]'),
        'disclosures', '[]'::jsonb, 'breakGlass', '[]'::jsonb,
        'courtOrders', coalesce((select jsonb_agg(jsonb_build_object('id', o.id, 'effect', o.effect,
            'subjectId', o.person_id, 'recipientId', o.recipient_id, 'categories', to_jsonb(o.categories),
            'from', sec.instant(o.from_at), 'to', sec.instant(o.until_at)))
          from app.court_order o join app.episode_subject es on es.person_id = o.person_id
          where es.episode_id = x.id and o.effect = 'CARE_ORDER'), '[]'),
        'mergedInto', null, 'mergedFrom', '[]'::jsonb)
      from app.episode x where x.id = p_episode
    $$;

  -- Children whose keys equal what was typed. Every way a name can be cut in two is tried; nothing is ever a prefix,
  -- a pattern or a sound. Without a sex the forename must agree too, which asks for more than the key of the rule.
  create function sec.index_matches(p_name text, p_dob date, p_sex text, p_postcode text, p_nhs text)
    returns table (person_id uuid, keys text[])
    language sql stable security definer set search_path = ''
    as $$
      with words as (
        select array_remove(regexp_split_to_array(trim(p_name), '[[:space:]]+'), '') as w
      ), cut as (
        select sec.fold(array_to_string(w[1:k], ' ')) as forename, sec.fold(array_to_string(w[k + 1:], ' ')) as surname
          from words, generate_series(1, least(cardinality(w) - 1, 8)) as k
        union all
        select '', sec.fold(p_name)
      ), hit as (
        select m.person_id, 'NHS_NUMBER' as key from sec.match_key m where m.kind = 'NHS' and m.key = p_nhs
        union
        select m.person_id, 'SURNAME_DOB_SEX'
          from cut cross join unnest(
              case when p_sex is null then array['FEMALE', 'MALE', 'INDETERMINATE', 'UNKNOWN'] else array[p_sex] end) as s(sex)
            join sec.match_key m on m.kind = 'NAME_DOB_SEX'
              and m.key = cut.surname || '|' || to_char(p_dob, 'YYYY-MM-DD') || '|' || s.sex
          where p_sex is not null
             or exists (select 1 from sec.match_key f where f.person_id = m.person_id and f.kind = 'FORENAME' and f.key = cut.forename)
        union
        select m.person_id, 'SURNAME_FORENAME_POSTCODE'
          from cut join sec.match_key m on m.kind = 'NAME_POSTCODE'
            and m.key = cut.surname || '|' || cut.forename || '|' || p_postcode
      )
      select h.person_id, array_agg(h.key order by h.key) from hit h group by h.person_id order by h.person_id limit 10
    $$;

  -- The one way from a search to a match. Something of the same size is read when nothing was found, so that the time
  -- taken says nothing; the CAF team and the front door get the row of the index, other workers facts and a phone.
  create function sec.index_search(p_name text, p_dob date, p_sex text, p_postcode text, p_nhs text, p_most integer)
    returns jsonb
    language plpgsql volatile security definer set search_path = ''
    as $$
    declare
      used integer;
      matches jsonb;
      hashed text;
    begin
      if sec.role() is null or sec.role() not in ('PRACT', 'AMGR', 'CAFC', 'MASH', 'IGO') then
        raise exception 'this role does not search' using errcode = '42501';
      end if;
      used := sec.count_search(p_most);
      if used is null then return jsonb_build_object('used', p_most, 'over', true); end if;
      select jsonb_agg(m.answer order by m.opened_on desc) into matches
      from (
        select x.opened_on, jsonb_build_object(
          'subjectId', s.person_id, 'keys', to_jsonb(f.keys), 'facts', sec.index_facts(x.id),
          'lead', (select jsonb_build_object('fullName', u.full_name, 'phone', u.phone, 'agencyName', a.name, 'jobTitle',
                     (select m.job_title from app.membership m where m.user_id = u.id and m.agency_id = a.id
                      order by m.valid_from desc limit 1))
                   from app.edge e join app.app_user u on u.id = e.user_id join app.agency a on a.id = e.agency_id
                   where e.episode_id = x.id and e.kind = 'LP' and e.from_at <= sec.now() and sec.now() < e.until_at
                     and e.sensitive_class = 'NONE' and a.sensitive_class = 'NONE' limit 1),
          'row', case when sec.role() in ('CAFC', 'MASH', 'IGO') then (
            select jsonb_build_object('ref', x.ref, 'givenNames', p.given_names, 'familyName', p.family_name,
              'preferredName', p.preferred_name, 'dateOfBirth', p.date_of_birth)
            from app.person p where p.id = s.person_id) end) as answer
        from sec.index_matches(p_name, p_dob, p_sex, p_postcode, p_nhs) f
          join app.episode_subject s on s.person_id = f.person_id and s.role = 'CHILD_SUBJECT'
          join app.episode x on x.id = s.episode_id
        order by x.opened_on desc limit 10) m;
      if matches is null then
        perform sec.index_facts((select x.id from app.episode x where x.id >= gen_random_uuid() order by x.id limit 1));
      end if;
      select encode(sha256(k.value || sha256(k.value || convert_to(concat_ws('|', sec.fold(p_name), p_dob, p_sex, p_postcode,
          p_nhs), 'UTF8'))), 'hex')
        into hashed from sec.secret k where k.name = 'search';
      return jsonb_build_object('used', used, 'over', false, 'hash', hashed, 'matches', coalesce(matches, '[]'));
    end $$;
  grant execute on function sec.index_search(text, date, text, text, text, integer) to app_user;`;

const CREATOR = `
  -- Added by this worker and not yet in anybody's case, nor family of a child who is.
  create function sec.unstarted(p_person uuid) returns boolean
    language sql stable security definer set search_path = ''
    as $$
      select exists (select 1 from app.person p where p.id = p_person and p.created_by = sec.uid())
        and not exists (select 1 from app.episode_subject s where s.person_id = p_person)
        and not exists (select 1 from app.relationship r join app.episode_subject s on s.person_id = r.child_id
                        where r.person_id = p_person)
    $$;
  grant execute on function sec.unstarted(uuid) to app_user;
  create index person_added_by on app.person (created_by) where created_by is not null;
  create policy until_started on app.person for select to app_user using (created_by = ${UID} and sec.unstarted(id));
  create policy change_until_started on app.person for update to app_user
    using (created_by = ${UID} and sec.unstarted(id));
  create policy until_started on app.relationship for select to app_user
    using (created_by = ${UID} and sec.unstarted(child_id));
  -- A policy that reads people would be read by the people's own policy in turn: the function looks instead.
  drop policy may_add on app.relationship;
  create policy may_add on app.relationship for insert to app_user
    with check (${ROLE} in ${WORKER_ROLES} and created_by = ${UID} and (sec.unstarted(child_id)
      or exists (select 1 from app.episode_subject s where s.person_id = child_id and ${mayWrite('s')})));

  -- Tells the CAF team that a child just added may be on record already. Answers nothing, finds or not.
  create function sec.note_possible_duplicates(p_child uuid) returns void
    language plpgsql volatile security definer set search_path = ''
    as $$
    declare others uuid[];
    begin
      if not exists (select 1 from app.person p where p.id = p_child and p.created_by = sec.uid()) then return; end if;
      select array_agg(distinct o.person_id) into others
      from sec.match_key mine join sec.match_key o on o.kind = mine.kind and o.key = mine.key and o.person_id <> p_child
      where mine.person_id = p_child and mine.kind in ('NHS', 'NAME_DOB_SEX', 'NAME_POSTCODE');
      if others is null then return; end if;
      insert into app.outbox (topic, payload)
      values ('child.possible-duplicate', jsonb_build_object('childId', p_child, 'otherIds', to_jsonb(others)));
    end $$;
  grant execute on function sec.note_possible_duplicates(uuid) to app_user;`;
