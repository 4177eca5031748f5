import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The functions of identity and access: entering, sessions, who is hidden, who is on the team, the facts. */
export class CreateAccessFunctions20261122091000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      -- Binds this transaction to the session's user. Answers null for a session that is over, unknown or locked.
      create function sec.enter(p_token text, p_purpose text, p_reason text) returns jsonb
        language plpgsql volatile security definer set search_path = ''
        as $$
        declare
          s record;
          payload text;
          p_purpose_used text;
          h bytea := sha256(convert_to(p_token, 'UTF8'));
        begin
          select se.user_id, se.membership_id, se.last_seen_at, se.signed_in_at, se.assurance, se.csrf_hash,
                 u.status, u.full_name, u.person_id, u.vetting_valid_to, u.training_valid_to,
                 m.agency_id, m.role, m.job_title, m.professional_role, m.valid_from, m.valid_to,
                 a.name as agency_name, a.in_agreement_from, a.in_agreement_to
            into s
            from sec.session se
            join app.app_user u on u.id = se.user_id
            join app.membership m on m.id = se.membership_id
            left join app.agency a on a.id = m.agency_id
           where se.token_hash = h and se.ended_at is null and not se.locked
             and clock_timestamp() < se.expires_at and clock_timestamp() < se.last_seen_at + se.idle;
          if not found or s.status <> 'LIVE' then
            perform set_config('sec.context', '', true);
            return null;
          end if;
          if clock_timestamp() > s.last_seen_at + interval '30 seconds' then
            update sec.session set last_seen_at = clock_timestamp() where token_hash = h;
          end if;
          -- Nobody looks without a purpose: each role has its usual one (rule R02), a request may name another.
          p_purpose_used := coalesce(nullif(p_purpose, ''), case s.role
            when 'ANLY' then 'MI' when 'AUDR' then 'AUDIT' when 'IGO' then 'SUBJECT' when 'PANEL' then 'PANEL'
            when 'YP' then 'SUBJECT' when 'PAR' then 'SUBJECT' when 'ADLT' then 'SUBJECT' when 'SADM' then ''
            else 'COORDINATE' end);
          payload := concat_ws('|', s.user_id, coalesce(s.agency_id::text, ''), s.membership_id, s.role,
            coalesce(s.person_id::text, ''), p_purpose_used,
            coalesce(replace(replace(p_reason, '|', ' '), E'\\n', ' '), ''),
            left(encode(h, 'hex'), 16));
          perform set_config('sec.context', payload || sec.mac(payload), true);
          return jsonb_build_object(
            'userId', s.user_id, 'fullName', s.full_name, 'membershipId', s.membership_id, 'role', s.role,
            'jobTitle', s.job_title, 'professionalRole', s.professional_role,
            'agencyId', s.agency_id, 'agencyName', s.agency_name, 'personId', s.person_id,
            'vettingValidTo', s.vetting_valid_to, 'trainingValidTo', s.training_valid_to,
            'agencyInAgreement', s.agency_id is null or (s.in_agreement_from <= sec.today()
              and (s.in_agreement_to is null or sec.today() <= s.in_agreement_to)),
            'hatValid', s.valid_from <= sec.today() and (s.valid_to is null or sec.today() <= s.valid_to),
            'purpose', p_purpose_used, 'reason', p_reason, 'assurance', s.assurance, 'signedInAt', s.signed_in_at, 'csrfHash', encode(s.csrf_hash, 'hex'),
            'now', to_char(sec.now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'today', sec.today());
        end $$;
      grant execute on function sec.enter(text, text, text) to app_user, encircle_login;

      -- Signing in: the only things the login role may do without a session.
      create function sec.credential_for(p_email text) returns table (user_id uuid, password_hash text, live boolean, membership_id uuid)
        language sql stable security definer set search_path = ''
        as $$
          select u.id, c.password_hash, u.status = 'LIVE',
                 (select m.id from app.membership m where m.user_id = u.id
                    and m.valid_from <= sec.today() and (m.valid_to is null or sec.today() <= m.valid_to)
                  order by m.created_at, m.id limit 1)
          from app.app_user u join sec.credential c on c.user_id = u.id
          where u.email = lower(p_email)
        $$;

      -- Each failure doubles the wait, from one second to five minutes; the wait is for this key only.
      create function sec.sign_in_wait(p_key bytea) returns numeric
        language sql stable security definer set search_path = ''
        as $$
          select coalesce(max(extract(epoch from blocked_until - clock_timestamp())), 0)
          from sec.sign_in_throttle where key = p_key and blocked_until > clock_timestamp()
        $$;
      create function sec.sign_in_failed(p_key bytea, p_free integer) returns void
        language sql volatile security definer set search_path = ''
        as $$
          insert into sec.sign_in_throttle as t (key, failures, last_failed_at, blocked_until)
          values (p_key, 1, clock_timestamp(), clock_timestamp())
          on conflict (key) do update set
            failures = case when t.last_failed_at < clock_timestamp() - interval '1 hour' then 1 else t.failures + 1 end,
            last_failed_at = clock_timestamp(),
            blocked_until = clock_timestamp() + least(300, case when t.failures < p_free then 0
              else power(2, least(t.failures - p_free, 9)) end) * interval '1 second'
        $$;
      create function sec.sign_in_succeeded(p_key bytea) returns void
        language sql volatile security definer set search_path = ''
        as $$ delete from sec.sign_in_throttle where key = p_key $$;

      create function sec.open_session(p_user uuid, p_membership uuid, p_token_hash bytea, p_csrf_hash bytea,
          p_idle interval, p_life interval, p_most integer) returns void
        language plpgsql volatile security definer set search_path = ''
        as $$
        begin
          update sec.session set ended_at = clock_timestamp() where token_hash in (
            select s.token_hash from sec.session s where s.user_id = p_user and s.ended_at is null
            order by s.last_seen_at desc offset greatest(p_most - 1, 0));
          insert into sec.session (token_hash, user_id, membership_id, csrf_hash, idle, expires_at)
          values (p_token_hash, p_user, p_membership, p_csrf_hash, p_idle, clock_timestamp() + p_life);
        end $$;

      create function sec.end_session(p_token text) returns void
        language sql volatile security definer set search_path = ''
        as $$ update sec.session set ended_at = clock_timestamp()
              where token_hash = sha256(convert_to(p_token, 'UTF8')) and ended_at is null $$;

      create function sec.lock_session(p_token text) returns void
        language sql volatile security definer set search_path = ''
        as $$ update sec.session set locked = true where token_hash = sha256(convert_to(p_token, 'UTF8')) $$;

      create function sec.touch_session(p_token text) returns timestamptz
        language sql volatile security definer set search_path = ''
        as $$ update sec.session set last_seen_at = clock_timestamp()
              where token_hash = sha256(convert_to(p_token, 'UTF8')) and ended_at is null and not locked
                and clock_timestamp() < expires_at and clock_timestamp() < last_seen_at + idle
              returning last_seen_at + idle $$;

      create function sec.switch_hat(p_token text, p_membership uuid) returns boolean
        language sql volatile security definer set search_path = ''
        as $$
          with changed as (
            update sec.session s set membership_id = p_membership
            from app.membership m
            where s.token_hash = sha256(convert_to(p_token, 'UTF8')) and s.ended_at is null and not s.locked
              and m.id = p_membership and m.user_id = s.user_id
              and m.valid_from <= sec.today() and (m.valid_to is null or sec.today() <= m.valid_to)
            returning 1)
          select exists (select 1 from changed)
        $$;
      grant execute on function sec.credential_for(text), sec.sign_in_wait(bytea), sec.sign_in_failed(bytea, integer),
        sec.sign_in_succeeded(bytea), sec.open_session(uuid, uuid, bytea, bytea, interval, interval, integer),
        sec.end_session(text), sec.lock_session(text), sec.touch_session(text), sec.switch_hat(text, uuid)
        to encircle_login;

      -- What production refuses to start with.
      create function sec.production_facts() returns table (clock_moved boolean, demo_accounts bigint, demo_loaded boolean)
        language sql stable security definer set search_path = ''
        as $$
          select (select c."offset" <> '0' from sec.clock c), (select count(*) from sec.credential where demo),
                 exists (select 1 from app.demo_marker)
        $$;
      grant execute on function sec.production_facts() to encircle_login;

      -- People this actor must find no trace of: shielded or sealed without them on the list, or blocked for them.
      create function sec.hidden_people() returns uuid[]
        language sql stable security definer set search_path = ''
        as $$
          select coalesce(array_agg(x.person_id), '{}') from (
            select s.person_id from app.shield s
            where s.from_at <= sec.now() and sec.now() < s.until_at
              and s.person_id is distinct from sec.person()
              and (sec.person() is null or sec.person() <> all (s.protected_person_ids))
              and not exists (select 1 from app.shield_member m where m.shield_id = s.id and m.user_id = sec.uid()
                and m.from_at <= sec.now() and sec.now() < m.until_at)
              and not (sec.role() = 'IGO' and exists (
                select 1 from app.episode_subject es join app.edge e on e.episode_id = es.episode_id
                where es.person_id = s.person_id and e.user_id = sec.uid() and e.kind = 'IGO_TASK'
                  and e.from_at <= sec.now() and sec.now() < e.until_at))
            union
            select b.person_id from app.conflict_block b
            where b.user_id = sec.uid() and b.from_at <= sec.now() and sec.now() < b.until_at) x
        $$;

      -- Children this parent has responsibility for and whose record was opened to them after checks.
      create function sec.my_children() returns uuid[]
        language sql stable security definer set search_path = ''
        as $$
          select coalesce(array_agg(r.child_id), '{}')
          from app.relationship r join app.person p on p.id = r.child_id
          where r.person_id = sec.person() and r.has_pr = 'YES' and r.portal = 'VERIFIED'
            and (p.date_of_birth is null or sec.today() < p.date_of_birth + interval '18 years')
        $$;

      -- A child under 16 who was not found competent for this matter: the parent decides it and sees it (rule 6.6).
      create function sec.parent_decides(p_child uuid, p_category text) returns boolean
        language sql stable security definer set search_path = ''
        as $$
          select exists (select 1 from app.person p where p.id = p_child and sec.today() < p.date_of_birth + interval '16 years')
            and not exists (select 1 from app.competence c where c.person_id = p_child and c.competent
              and p_category = any (c.matters) and c.from_at <= sec.now() and sec.now() < c.until_at)
        $$;

      create function sec.family_episodes() returns uuid[]
        language sql stable security definer set search_path = ''
        as $$
          select coalesce(array_agg(distinct s.episode_id), '{}')
          from app.episode_subject s
          where s.person_id = sec.person()
             or exists (select 1 from app.relationship r where r.child_id = s.person_id and r.person_id = sec.person())
        $$;

      -- An archived record is out of everyone's way but the CAF team's and those with a task (rule R03).
      create function sec.archived(p_episode uuid) returns boolean
        language sql stable security definer set search_path = ''
        as $$ select exists (select 1 from app.episode x where x.id = p_episode and x.state in ('ARCHIVED', 'DISPOSED')) $$;

      -- Own contributions stay one's own, whatever becomes of the place on the case (rule R19).
      create function sec.wrote_in(p_episode uuid) returns boolean
        language sql stable security definer set search_path = ''
        as $$
          select exists (select 1 from app.note n where n.episode_id = p_episode and n.author_id = sec.uid())
            or exists (select 1 from app.case_fact f where f.episode_id = p_episode and f.author_id = sec.uid())
            or exists (select 1 from app.answer a join app.assessment s on s.id = a.assessment_id
                 where s.episode_id = p_episode and a.author_id = sec.uid())
        $$;

      -- Does this actor, now or once, stand in any relation to the episode? Only then may its facts be read.
      create function sec.related(p_episode uuid) returns boolean
        language sql stable security definer set search_path = ''
        as $$
          select sec.uid() is not null and exists (select 1 from app.episode x where x.id = p_episode) and (
            sec.role() in ('CAFC', 'MASH', 'IGO')
            or exists (select 1 from app.edge e where e.episode_id = p_episode
                 and (e.user_id = sec.uid() or (sec.role() = 'AMGR' and e.agency_id = sec.agency())))
            or p_episode = any (sec.family_episodes())
            or sec.wrote_in(p_episode)
            or exists (select 1 from app.access_grant g where g.episode_id = p_episode
                 and (g.user_id = sec.uid() or g.agency_id = sec.agency())))
        $$;

      create function sec.may_see_looks(p_episode uuid) returns boolean
        language sql stable security definer set search_path = ''
        as $$
          select sec.role() in ('IGO', 'CAFC')
            or exists (select 1 from app.edge e where e.episode_id = p_episode and e.user_id = sec.uid() and e.kind = 'LP'
                 and e.from_at <= sec.now() and sec.now() < e.until_at)
        $$;

      -- Grants drive lists: kept by the same transaction that changes an edge or the state of an episode.
      create function sec.keep_grants() returns trigger
        language plpgsql volatile security definer set search_path = ''
        as $$
        begin
          insert into app.case_grant as g (principal_id, episode_id, open, opened_on, expires)
          select p.principal, new.episode_id, x.state not in ('CLOSED', 'REJECTED', 'MERGED', 'ARCHIVED', 'DISPOSED'),
                 x.opened_on,
                 (select max(e.until_at) from app.edge e where e.episode_id = new.episode_id
                    and (e.user_id = p.principal or (e.agency_id = p.principal and e.kind in ('AUTHOR', 'LP', 'TACM'))))
          from (values (new.user_id), (new.agency_id)) as p(principal), app.episode x
          where x.id = new.episode_id
            and exists (select 1 from app.edge e where e.episode_id = new.episode_id
                  and (e.user_id = p.principal or (e.agency_id = p.principal and e.kind in ('AUTHOR', 'LP', 'TACM'))))
          on conflict (principal_id, episode_id) do update set expires = excluded.expires, open = excluded.open;
          return null;
        end $$;
      create trigger edge_keeps_grants after insert or update on app.edge
        for each row execute function sec.keep_grants();

      create function sec.stamp_closing() returns trigger
        language plpgsql volatile security definer set search_path = ''
        as $$
        begin
          new.closed_at := case when new.state = 'CLOSED' then coalesce(new.closed_at, sec.now()) else null end;
          return new;
        end $$;
      create trigger episode_stamps_closing before update of state on app.episode
        for each row when (old.state is distinct from new.state and 'CLOSED' in (old.state, new.state))
        execute function sec.stamp_closing();

      create function sec.keep_grant_state() returns trigger
        language plpgsql volatile security definer set search_path = ''
        as $$
        begin
          update app.case_grant set open = new.state not in ('CLOSED', 'REJECTED', 'MERGED', 'ARCHIVED', 'DISPOSED')
          where episode_id = new.id;
          return null;
        end $$;
      create trigger episode_keeps_grants after update of state on app.episode
        for each row when (old.state is distinct from new.state) execute function sec.keep_grant_state();

      -- An edge may be inserted before its episode (deferred key); then the episode's own insert makes the grants.
      create function sec.first_grants() returns trigger
        language plpgsql volatile security definer set search_path = ''
        as $$
        begin
          insert into app.case_grant (principal_id, episode_id, open, opened_on, expires)
          select p.principal, new.id, true, new.opened_on, max(p.until_at)
          from (select e.user_id as principal, e.until_at from app.edge e where e.episode_id = new.id
                union all
                select e.agency_id, e.until_at from app.edge e where e.episode_id = new.id
                  and e.kind in ('AUTHOR', 'LP', 'TACM')) p
          group by p.principal
          on conflict (principal_id, episode_id) do nothing;
          return null;
        end $$;
      create trigger episode_first_grants after insert on app.episode
        for each row execute function sec.first_grants();

      -- A new episode, its child and its author in one step: nobody can point an edge at somebody else's case.
      create function sec.start_episode(p_episode uuid, p_ref text, p_type text, p_state text, p_children uuid[],
          p_source text, p_locality text, p_opened date, p_professional_role text) returns void
        language plpgsql volatile security definer set search_path = ''
        as $$
        begin
          if sec.role() not in ('PRACT', 'AMGR', 'CAFC') then
            raise exception 'role may not open an episode' using errcode = '42501';
          end if;
          insert into app.episode (id, ref, type, state, source_of_concern, initiating_agency_id, locality, opened_on, created_by)
          values (p_episode, p_ref, p_type, p_state, p_source, sec.agency(), p_locality, p_opened, sec.uid());
          insert into app.episode_subject (episode_id, person_id, role, position, created_by)
          select p_episode, c.id, 'CHILD_SUBJECT', c.n - 1, sec.uid() from unnest(p_children) with ordinality as c(id, n);
          insert into app.edge (episode_id, user_id, agency_id, kind, professional_role, created_by)
          values (p_episode, sec.uid(), sec.agency(), 'AUTHOR', p_professional_role, sec.uid());
        end $$;

      create function sec.leads(p_episode uuid) returns boolean
        language sql stable security definer set search_path = ''
        as $$
          select (sec.role() = 'CAFC')
            or exists (select 1 from app.edge e where e.episode_id = p_episode and e.user_id = sec.uid()
                 and e.kind in ('LP', 'AUTHOR') and e.from_at <= sec.now() and sec.now() < e.until_at)
        $$;

      create function sec.join_team(p_episode uuid, p_user uuid, p_agency uuid, p_kind text, p_professional_role text,
          p_sensitive text) returns uuid
        language plpgsql volatile security definer set search_path = ''
        as $$
        declare new_id uuid;
        begin
          if not sec.leads(p_episode) or p_kind not in ('TACM', 'CAFC_TASK') then
            raise exception 'not allowed to change this team' using errcode = '42501';
          end if;
          if p_kind = 'CAFC_TASK' and not exists (select 1 from app.membership m where m.user_id = p_user and m.role = 'CAFC') then
            raise exception 'not a CAF team account' using errcode = '42501';
          end if;
          if not exists (select 1 from app.membership m where m.user_id = p_user and m.agency_id = p_agency) then
            raise exception 'that person does not work there' using errcode = '23514';
          end if;
          select e.id into new_id from app.edge e
            where e.episode_id = p_episode and e.user_id = p_user and e.kind = p_kind and e.until_at = 'infinity';
          if new_id is not null then return new_id; end if;
          insert into app.edge (episode_id, user_id, agency_id, kind, professional_role, sensitive_class, created_by)
          values (p_episode, p_user, p_agency, p_kind, p_professional_role, coalesce(p_sensitive, 'NONE'), sec.uid())
          returning id into new_id;
          return new_id;
        end $$;

      create function sec.leave_team(p_episode uuid, p_user uuid, p_kind text, p_reason text) returns boolean
        language plpgsql volatile security definer set search_path = ''
        as $$
        begin
          if not (sec.leads(p_episode) or p_user = sec.uid()) then
            raise exception 'not allowed to change this team' using errcode = '42501';
          end if;
          update app.edge set until_at = greatest(sec.now(), from_at + interval '1 microsecond'), ended_reason = p_reason,
            version = version + 1, updated_at = sec.now()
          where episode_id = p_episode and user_id = p_user and kind = p_kind and until_at = 'infinity';
          return found;
        end $$;

      -- The nominee says yes: the old lead ends and the new one starts in the same instant; a second one cannot be.
      create function sec.accept_lead(p_nomination uuid) returns uuid
        language plpgsql volatile security definer set search_path = ''
        as $$
        declare n app.nomination; role_there text;
        begin
          select * into n from app.nomination where id = p_nomination for update;
          if n.id is null or n.nominee_id is distinct from sec.uid() or n.status <> 'PROPOSED' then
            raise exception 'no open offer' using errcode = '42501';
          end if;
          perform 1 from app.episode where id = n.episode_id for update;
          select m.professional_role into role_there from app.membership m
            where m.user_id = n.nominee_id and m.agency_id = n.nominee_agency_id limit 1;
          update app.edge set until_at = greatest(sec.now(), from_at + interval '1 microsecond'), ended_reason = 'HANDED_OVER',
            version = version + 1, updated_at = sec.now()
          where episode_id = n.episode_id and kind = 'LP' and until_at = 'infinity';
          insert into app.edge (episode_id, user_id, agency_id, kind, lead_type, professional_role, created_by)
          values (n.episode_id, n.nominee_id, n.nominee_agency_id, 'LP', n.lead_type, coalesce(role_there, 'OTHER'), n.created_by);
          update app.nomination set status = 'ACCEPTED', decided_at = sec.now(), version = version + 1, updated_at = sec.now()
          where id = p_nomination;
          return n.episode_id;
        end $$;

      -- Closing leaves reading for a while (rule 6.10); the use case works out the two instants.
      create function sec.set_read_windows(p_episode uuid, p_team timestamptz, p_lead timestamptz) returns void
        language plpgsql volatile security definer set search_path = ''
        as $$
        begin
          if not sec.leads(p_episode) then raise exception 'not allowed' using errcode = '42501'; end if;
          update app.edge set read_until = case when kind in ('LP', 'AUTHOR') then p_lead else p_team end
          where episode_id = p_episode and kind in ('AUTHOR', 'LP', 'TACM');
          -- Read-only goes on with the rows as they stood just before closing, though they lapse meanwhile.
          update app.consent_line set team_read_until = greatest(team_read_until, p_team),
            lead_read_until = greatest(lead_read_until, p_lead)
          where episode_id = p_episode and status = 'ACTIVE' and decision = 'GIVEN' and sec.now() < until_at;
        end $$;

      -- All that a decision about one episode may look at, in the shape of the policy's EpisodeFacts.
      create function sec.instant(p timestamptz) returns text language sql stable set search_path = ''
        as $$ select case when p = 'infinity' then null
                     else to_char(p at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') end $$;

      create function sec.episode_facts(p_episode uuid) returns jsonb
        language sql stable security definer set search_path = ''
        as $$
          select jsonb_build_object(
            'id', x.id, 'state', x.state,
            'closedAt', sec.instant(coalesce(x.closed_at, x.closed_on::timestamp at time zone 'Europe/London')),
            'withdrawnAt', sec.instant(x.withdrawn_at), 'legalHold', x.legal_hold,
            'seals', coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'from', sec.instant(s.from_at),
                'to', sec.instant(s.until_at), 'namedUserIds', coalesce((select jsonb_agg(m.user_id) from app.shield_member m
                  where m.shield_id = s.id and sec.now() < m.until_at), '[]')))
              from app.shield s join app.episode_subject es on es.person_id = s.person_id
              where es.episode_id = x.id and s.kind = 'SEAL'), '[]'),
            'shields', coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'from', sec.instant(s.from_at),
                'to', sec.instant(s.until_at), 'protectedPersonIds', to_jsonb(array_append(s.protected_person_ids, s.person_id)),
                'householdPersonIds', to_jsonb(s.household_person_ids),
                'listUserIds', coalesce((select jsonb_agg(m.user_id) from app.shield_member m
                  where m.shield_id = s.id and m.from_at <= sec.now() and sec.now() < m.until_at), '[]')))
              from app.shield s join app.episode_subject es on es.person_id = s.person_id
              where es.episode_id = x.id and s.kind = 'SHIELD'), '[]'),
            'blocks', coalesce((select jsonb_agg(jsonb_build_object('id', b.id, 'userId', b.user_id,
                'from', sec.instant(b.from_at), 'to', sec.instant(b.until_at)))
              from app.conflict_block b join app.episode_subject es on es.person_id = b.person_id
              where es.episode_id = x.id and b.user_id = sec.uid()), '[]'),
            'edges', coalesce((select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('id', e.id, 'userId', e.user_id,
                'agencyId', e.agency_id, 'kind', e.kind, 'personId', e.person_id,
                'categories', case when e.kind in ('AUDIT', 'MASH_CONCERN') then to_jsonb(e.categories) end))
                || jsonb_build_object('from', sec.instant(e.from_at), 'to', sec.instant(e.until_at)))
              from app.edge e where e.episode_id = x.id and e.kind <> 'REFERRER'), '[]'),
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
              from app.consent_line c join app.consent k on k.id = c.consent_id where c.episode_id = x.id), '[]'),
            'sensitiveLines', coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'personId', s.person_id,
                'giverId', s.giver_person_id, 'category', s.category, 'level', s.level, 'lineAgreed', s.line_agreed,
                'from', sec.instant(s.from_at), 'to', sec.instant(s.until_at)))
              from app.sensitive_service s where s.episode_id = x.id), '[]'),
            'competence', coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'personId', c.person_id,
                'matters', to_jsonb(c.matters), 'competent', c.competent, 'from', sec.instant(c.from_at),
                'to', sec.instant(c.until_at)))
              from app.competence c join app.episode_subject es on es.person_id = c.person_id
              where es.episode_id = x.id), '[]'),
            'disclosures', coalesce((select jsonb_agg(jsonb_build_object('id', g.id,
                'recipientType', case when g.agency_id is null then 'PERSON' else 'SERVICE' end,
                'recipientId', coalesce(g.agency_id, g.user_id), 'subjectId', g.subject_id,
                'categories', to_jsonb(g.categories), 'purpose', g.purpose, 'ground', g.ground,
                'from', sec.instant(g.from_at), 'to', sec.instant(g.until_at)))
              from app.access_grant g where g.episode_id = x.id and g.kind = 'DISCLOSURE'), '[]'),
            'breakGlass', coalesce((select jsonb_agg(jsonb_build_object('id', g.id, 'userId', g.user_id,
                'subjectId', g.subject_id, 'categories', to_jsonb(g.categories), 'purpose', g.purpose,
                'ground', g.ground, 'from', sec.instant(g.from_at), 'to', sec.instant(g.until_at)))
              from app.access_grant g where g.episode_id = x.id and g.kind = 'BREAK_GLASS'), '[]'),
            'courtOrders', coalesce((select jsonb_agg(jsonb_build_object('id', o.id, 'effect', o.effect,
                'subjectId', o.person_id, 'recipientId', o.recipient_id, 'categories', to_jsonb(o.categories),
                'from', sec.instant(o.from_at), 'to', sec.instant(o.until_at)))
              from app.court_order o join app.episode_subject es on es.person_id = o.person_id
              where es.episode_id = x.id), '[]'),
            'mergedInto', null, 'mergedFrom', '[]'::jsonb)
          from app.episode x
          where x.id = p_episode and sec.related(p_episode)
        $$;

      -- The whole team of a case the actor knows; a sensitive worker appears only to those their agreement names.
      create function sec.team(p_episode uuid)
        returns table (user_id uuid, full_name text, phone text, agency_id uuid, agency_name text, kind text,
                       professional_role text, job_title text, from_at timestamptz)
        language plpgsql stable security definer set search_path = ''
        as $$
        begin
          if not sec.related(p_episode) then return; end if;
          return query
            select u.id, u.full_name, u.phone, a.id, a.name, e.kind, e.professional_role,
                   (select m.job_title from app.membership m where m.user_id = u.id and m.agency_id = a.id
                    order by m.valid_from desc limit 1), e.from_at
            from app.edge e join app.app_user u on u.id = e.user_id join app.agency a on a.id = e.agency_id
            where e.episode_id = p_episode and e.kind in ('AUTHOR', 'LP', 'TACM')
              and e.from_at <= sec.now() and sec.now() < e.until_at
              and (e.sensitive_class = 'NONE' or e.user_id = sec.uid() or exists (
                select 1 from app.consent_line c where c.episode_id = p_episode and c.category = e.sensitive_class
                  and c.decision = 'GIVEN' and c.from_at <= sec.now() and sec.now() < c.team_read_until
                  and (c.recipient_agency_id = sec.agency() or c.recipient_user_id = sec.uid())))
            order by case e.kind when 'LP' then 0 when 'TACM' then 1 else 2 end, u.full_name;
        end $$;

      -- Colleagues one may invite or nominate: a directory of workers, no child in it.
      create function sec.workers(p_words text, p_agency uuid, p_limit integer)
        returns table (user_id uuid, full_name text, phone text, agency_id uuid, agency_name text, agency_kind text,
                       professional_role text, job_title text, sensitive_class text)
        language sql stable security definer set search_path = ''
        as $$
          select u.id, u.full_name, u.phone, a.id, a.name, a.kind, m.professional_role, m.job_title, a.sensitive_class
          from app.app_user u join app.membership m on m.user_id = u.id join app.agency a on a.id = m.agency_id
          where sec.uid() is not null and u.status = 'LIVE' and m.role in ('PRACT', 'AMGR', 'CAFC')
            and m.valid_from <= sec.today() and (m.valid_to is null or sec.today() <= m.valid_to)
            and (p_agency is null or a.id = p_agency)
            and (coalesce(p_words, '') = '' or u.full_name ilike '%' || p_words || '%' or a.name ilike '%' || p_words || '%')
          order by u.full_name, u.id limit least(coalesce(p_limit, 25), 50)
        $$;

      grant execute on function sec.hidden_people(), sec.my_children(), sec.parent_decides(uuid, text), sec.archived(uuid), sec.family_episodes(), sec.related(uuid), sec.may_see_looks(uuid),
        sec.start_episode(uuid, text, text, text, uuid[], text, text, date, text), sec.leads(uuid),
        sec.join_team(uuid, uuid, uuid, text, text, text), sec.leave_team(uuid, uuid, text, text), sec.accept_lead(uuid),
        sec.team(uuid), sec.set_read_windows(uuid, timestamptz, timestamptz), sec.episode_facts(uuid), sec.instant(timestamptz), sec.workers(text, uuid, integer) to app_user;
      grant usage on sequence sec.reference_number to app_user;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop trigger episode_first_grants on app.episode;
      drop trigger episode_stamps_closing on app.episode;
      drop trigger episode_keeps_grants on app.episode;
      drop trigger edge_keeps_grants on app.edge;
      drop function sec.archived, sec.stamp_closing, sec.wrote_in, sec.parent_decides, sec.my_children, sec.production_facts, sec.episode_facts, sec.instant, sec.set_read_windows;
      drop function sec.first_grants, sec.keep_grant_state, sec.keep_grants, sec.workers, sec.team, sec.accept_lead,
        sec.leave_team, sec.join_team, sec.leads, sec.start_episode, sec.may_see_looks, sec.related, sec.family_episodes,
        sec.hidden_people, sec.switch_hat, sec.touch_session, sec.lock_session, sec.end_session, sec.open_session,
        sec.sign_in_succeeded, sec.sign_in_failed, sec.sign_in_wait, sec.credential_for, sec.enter;
    `);
  }
}
