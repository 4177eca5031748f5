import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ROW } from './sql/columns.js';
import { CONTEXT, protect } from './sql/policies.js';

const { UID, ROLE, NOW, TEAM } = CONTEXT;

/**
 * A sensitive service's involvement (rule 6.8) is written down by that service alone, from what the young person told it,
 * and read through one function that shows it to those it is for. Contact is brokered: whoever asks learns nothing unless
 * the answer is yes, and "no" reads as if there were no such service.
 */
export class BrokerContact20261123070300 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      -- The open case of the one child with exactly this name and birthday; null when hidden, refused or not one.
      create function sec.exact_case(p_given text, p_family text, p_born date) returns table (episode_id uuid, person_id uuid)
        language sql stable security definer set search_path = ''
        as $$
          with found as (
            select distinct p.id from app.person p
              join sec.match_key d on d.person_id = p.id and d.kind = 'NAME_DOB_SEX'
                and split_part(d.key, '|', 1) = sec.fold(p_family) and split_part(d.key, '|', 2) = to_char(p_born, 'YYYY-MM-DD')
              join sec.match_key f on f.person_id = p.id and f.kind = 'FORENAME' and f.key = sec.fold(p_given)
            where p.id <> all (sec.hidden_people()) and not exists (
              select 1 from app.shield s where s.person_id = p.id and s.from_at <= sec.now() and sec.now() < s.until_at))
          select x.id, s.person_id from found f
            join app.episode_subject s on s.person_id = f.id and s.role = 'CHILD_SUBJECT'
            join app.episode x on x.id = s.episode_id
              and x.state not in ('CONCERN', 'REJECTED', 'CLOSED', 'MERGED', 'ARCHIVED', 'DISPOSED')
          where (select count(*) from found) = 1 and not exists (
            select 1 from app.consent_line r where r.episode_id = x.id and r.recipient_agency_id = sec.agency()
              and r.decision = 'REFUSED' and r.status = 'ACTIVE')
          order by x.opened_on desc limit 1
        $$;

      -- Written down by a worker of such a service for their own service, with the word of whoever decides about it:
      -- the young person of 16, the child found able for this matter, else somebody with parental responsibility.
      create function sec.register_sensitive(p_given text, p_family text, p_born date, p_category text, p_level text,
          p_line boolean, p_by_self boolean, p_reasons text) returns uuid
        language plpgsql volatile security definer set search_path = ''
        as $$
        declare found record; mine app.agency; able boolean; giver uuid; new_id uuid;
        begin
          select * into mine from app.agency a where a.id = sec.agency();
          if sec.role() not in ('PRACT', 'AMGR') or mine.id is null
             or not (mine.sensitive_class = p_category or (mine.kind = 'CAMHS' and p_category = 'SENS_MH')) then
            raise exception 'not a service of this kind' using errcode = '42501';
          end if;
          select * into found from sec.exact_case(p_given, p_family, p_born);
          if found.person_id is null then return null; end if;
          if p_by_self and p_reasons is not null and sec.today() < p_born + interval '16 years' then
            insert into app.competence (person_id, matters, competent, reasons, assessed_by, created_by)
            values (found.person_id, array[p_category], true, p_reasons, sec.uid(), sec.uid());
          end if;
          able := sec.today() >= p_born + interval '16 years' or exists (
            select 1 from app.competence c where c.person_id = found.person_id and c.competent
              and p_category = any (c.matters) and c.from_at <= sec.now() and sec.now() < c.until_at);
          if p_by_self then giver := case when able then found.person_id end;
          elsif not able then
            select r.person_id into giver from app.relationship r where r.child_id = found.person_id and r.has_pr = 'YES'
              order by r.created_at, r.id limit 1;
          end if;
          if giver is null then
            raise exception 'whoever decides about this has not agreed' using errcode = '23514';
          end if;
          update app.sensitive_service s set until_at = sec.now(), version = s.version + 1, updated_at = sec.now()
            where s.episode_id = found.episode_id and s.person_id = found.person_id and s.agency_id = sec.agency()
              and s.category = p_category and sec.now() < s.until_at;
          -- SL0: they said no to being recorded at all, and nothing is.
          if p_level = 'SL0' then return null; end if;
          insert into app.sensitive_service (episode_id, person_id, giver_person_id, category, level, line_agreed, agency_id,
            worker_id, created_by)
          values (found.episode_id, found.person_id, giver, p_category, p_level, p_line, sec.agency(), sec.uid(), sec.uid())
          returning id into new_id;
          return new_id;
        end $$;

      create function sec.end_sensitive(p_id uuid) returns boolean
        language sql volatile security definer set search_path = ''
        as $$
          with ended as (
            update app.sensitive_service s set until_at = greatest(s.from_at, sec.now()), version = s.version + 1,
              updated_at = sec.now()
            where s.id = p_id and s.agency_id = sec.agency() and (s.worker_id = sec.uid() or sec.role() = 'AMGR')
              and sec.now() < s.until_at
            returning 1)
          select exists (select 1 from ended)
        $$;

      -- What this reader may know of sensitive services on a case they stand in a relation to: those their agreement
      -- names (SL2), their own, the person concerned; the CAF team service and contact while a broker task is open.
      create function sec.sensitive_here(p_episode uuid)
        returns table (id uuid, person_id uuid, category text, level text, service text, worker text, phone text)
        language sql stable security definer set search_path = ''
        as $$
          select s.id, s.person_id, s.category, s.level, a.name, u.full_name, coalesce(u.phone, a.phone)
          from app.sensitive_service s join app.agency a on a.id = s.agency_id left join app.app_user u on u.id = s.worker_id
          where s.episode_id = p_episode and s.from_at <= sec.now() and sec.now() < s.until_at
            and s.person_id <> all (sec.hidden_people())
            and (s.worker_id = sec.uid() or s.person_id = sec.person()
              or (s.level = 'SL2' and exists (
                select 1 from app.consent_line c join app.edge e on e.episode_id = c.episode_id and e.user_id = sec.uid()
                  and e.kind in ${TEAM} and e.from_at <= sec.now() and sec.now() < e.until_at
                where c.episode_id = s.episode_id and c.category = s.category and c.decision = 'GIVEN'
                  and coalesce(c.about_person_id, c.subject_id) = s.person_id
                  and (c.recipient_user_id = sec.uid() or c.recipient_agency_id = sec.agency())
                  and c.from_at <= sec.now() and sec.now() < c.until_at))
              or (sec.role() = 'CAFC' and sec.purpose() = 'BROKER' and exists (
                select 1 from app.edge k where k.episode_id = s.episode_id and k.user_id = sec.uid()
                  and k.kind = 'BROKER_TASK' and k.from_at <= sec.now() and sec.now() < k.until_at)))
          order by s.from_at
        $$;

      create table app.broker_request (
        ${ROW},
        episode_id uuid not null references app.episode,
        person_id uuid not null references app.person,
        requester_id uuid not null references app.app_user,
        requester_agency_id uuid not null references app.agency,
        reason text not null check (length(reason) between 20 and 1000),
        status text not null default 'ASKED' check (status in ('ASKED', 'TAKEN', 'ANSWERED')),
        taken_by uuid references app.app_user,
        taken_at timestamptz,
        said text check (said in ('NO_SERVICE', 'NO', 'YES', 'THIRD_WAY')),
        words text,
        answered_at timestamptz,
        constraint answered_whole check ((status = 'ANSWERED') = (said is not null and answered_at is not null)),
        constraint words_for_a_yes check (said is null or (said in ('YES', 'THIRD_WAY')) = (words is not null))
      );
      create index broker_request_waiting on app.broker_request (status, created_at);
      create index broker_request_episode on app.broker_request (episode_id);
      ${protect('app.broker_request')}
      grant select, insert, update on app.broker_request to app_user;
      create policy concerned on app.broker_request for select to app_user
        using (requester_id = ${UID} or ${ROLE} = 'CAFC');
      create policy team_asks on app.broker_request for insert to app_user with check (
        requester_id = ${UID} and created_by = ${UID} and exists (
          select 1 from app.edge e where e.episode_id = broker_request.episode_id and e.user_id = ${UID} and e.kind in ${TEAM}
            and e.from_at <= ${NOW} and ${NOW} < e.until_at));
      create policy caf_team_answers on app.broker_request for update to app_user using (${ROLE} = 'CAFC');

      -- A broker task opens and ends with the request it is for.
      create function sec.broker_task(p_request uuid, p_open boolean) returns uuid
        language plpgsql volatile security definer set search_path = ''
        as $$
        declare r app.broker_request;
        begin
          select * into r from app.broker_request b where b.id = p_request for update;
          if sec.role() <> 'CAFC' or r.id is null then
            raise exception 'not the CAF team' using errcode = '42501';
          end if;
          if p_open then
            insert into app.edge (episode_id, user_id, agency_id, kind, created_by)
            select r.episode_id, sec.uid(), sec.agency(), 'BROKER_TASK', sec.uid()
            where not exists (select 1 from app.edge e where e.episode_id = r.episode_id and e.user_id = sec.uid()
              and e.kind = 'BROKER_TASK' and sec.now() < e.until_at);
          else
            update app.edge e set until_at = greatest(sec.now(), e.from_at + interval '1 microsecond'),
              ended_reason = 'ANSWERED', version = e.version + 1, updated_at = sec.now()
            where e.episode_id = r.episode_id and e.kind = 'BROKER_TASK' and e.user_id = r.taken_by and sec.now() < e.until_at
              and not exists (select 1 from app.broker_request o where o.episode_id = r.episode_id and o.id <> r.id
                and o.status = 'TAKEN' and o.taken_by = r.taken_by);
          end if;
          return r.episode_id;
        end $$;
      grant execute on function sec.register_sensitive(text, text, date, text, text, boolean, boolean, text),
        sec.end_sensitive(uuid), sec.sensitive_here(uuid), sec.broker_task(uuid, boolean) to app_user;
      revoke insert, update on app.sensitive_service from app_user;
      drop policy may_add on app.sensitive_service;
      drop policy may_change on app.sensitive_service;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop function sec.broker_task(uuid, boolean), sec.sensitive_here(uuid), sec.end_sensitive(uuid),
        sec.register_sensitive(text, text, date, text, text, boolean, boolean, text), sec.exact_case(text, text, date);
      drop table app.broker_request;
      grant insert, update on app.sensitive_service to app_user;
      create policy may_add on app.sensitive_service for insert to app_user with check (created_by = ${UID});
      create policy may_change on app.sensitive_service for update to app_user using (created_by = ${UID});
    `);
  }
}
