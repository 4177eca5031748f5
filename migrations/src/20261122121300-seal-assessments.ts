import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What makes a completed assessment stay as it was, and lets several services write in one section: each service has
 * its own part, so that adding to a section never meets, and so never betrays, a part one may not see.
 */
export class SealAssessments20261122121300 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      drop index app.answer_once;
      create unique index answer_once on app.answer (assessment_id, section, category,
        coalesce(subject_id, '00000000-0000-0000-0000-000000000000'),
        coalesce(about_person_id, '00000000-0000-0000-0000-000000000000'),
        coalesce(case when category = 'PRIVATE' then author_id else source_agency_id end,
          '00000000-0000-0000-0000-000000000000'));
      create unique index one_draft_assessment on app.assessment (episode_id) where status = 'DRAFT';
      alter table app.draft add column key_version smallint not null default 1;

      -- Completed is final (rule 5.3): nobody changes an answer, whoever they are and whatever the program does.
      create function sec.keep_completed_answers() returns trigger
        language plpgsql volatile security definer set search_path = ''
        as $$
        declare touched uuid;
        begin
          -- Loading records that were finished elsewhere is not changing them; the running program cannot do it.
          if tg_op = 'INSERT' and session_user <> 'encircle_login' then return new; end if;
          foreach touched in array array_remove(array[
              case when tg_op <> 'INSERT' then old.assessment_id end,
              case when tg_op <> 'DELETE' then new.assessment_id end], null) loop
            if exists (select 1 from app.assessment a where a.id = touched and a.status <> 'DRAFT') then
              raise exception 'a completed assessment is never changed' using errcode = 'EC003';
            end if;
          end loop;
          return case tg_op when 'DELETE' then old else new end;
        end $$;
      create trigger completed_answers_stay before insert or update or delete on app.answer
        for each row execute function sec.keep_completed_answers();

      create function sec.keep_completed_assessment() returns trigger
        language plpgsql volatile security definer set search_path = ''
        as $$
        begin
          if old.status = 'DRAFT' and tg_op = 'UPDATE' then return new; end if;
          if tg_op = 'UPDATE' and old.status = 'COMPLETED' and new.status = 'SUPERSEDED'
             and (new.content_hash, new.completed_on, new.started_on, new.version_no, new.episode_id, new.form_code,
                  new.form_version, new.author_id, new.source_agency_id)
               is not distinct from (old.content_hash, old.completed_on, old.started_on, old.version_no, old.episode_id,
                  old.form_code, old.form_version, old.author_id, old.source_agency_id) then
            return new;
          end if;
          if tg_op = 'DELETE' and old.status = 'DRAFT' then return old; end if;
          raise exception 'a completed assessment is never changed' using errcode = 'EC003';
        end $$;
      create trigger completed_assessment_stays before update or delete on app.assessment
        for each row execute function sec.keep_completed_assessment();

      -- One digest over every part, seen or hidden, with its label: the same rows give the same digest for ever.
      create function sec.assessment_hash(p_assessment uuid) returns text
        language sql stable security definer set search_path = ''
        as $$
          select encode(sha256(convert_to(coalesce(string_agg(row_text, E'\\n' order by row_text), ''), 'UTF8')), 'hex')
          from (
            select concat_ws('|', a.section, a.category, a.subject_id::text, coalesce(a.about_person_id::text, ''),
              coalesce(a.source_agency_id::text, ''), coalesce(a.author_id::text, ''), a.body::text) as row_text
            from app.answer a join app.assessment s on s.id = a.assessment_id
            where a.assessment_id = p_assessment and sec.related(s.episode_id)) r
        $$;

      -- What is known, hidden parts included, goes over into the next version with its own label. What was said about
      -- the old version, and what was thought of harm, is asked anew.
      create function sec.carry_answers(p_from uuid, p_to uuid) returns integer
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
            named_worker_ids, assessment_id, section, body, carried_from_id, updated_by, created_by)
          select a.episode_id, a.subject_id, a.about_person_id, a.category, a.source_agency_id, a.author_id,
            a.named_worker_ids, p_to, a.section, a.body, a.id, a.updated_by, sec.uid()
          from app.answer a where a.assessment_id = p_from and a.section <> 'words' and a.category <> 'SAFE'
            and a.body <> '{}';
          get diagnostics n = row_count;
          return n;
        end $$;

      -- Freezes a version: its digest, its day, and the version before it becomes the one before.
      create function sec.seal_assessment(p_assessment uuid, p_version integer, p_on date) returns text
        language plpgsql volatile security definer set search_path = ''
        as $$
        declare a app.assessment; digest text;
        begin
          select * into a from app.assessment where id = p_assessment for update;
          if a.id is null or not exists (select 1 from app.edge d where d.episode_id = a.episode_id and d.user_id = sec.uid()
              and d.kind in ('AUTHOR', 'LP') and d.from_at <= sec.now() and sec.now() < d.until_at) then
            raise exception 'not allowed to complete this' using errcode = '42501';
          end if;
          if a.status <> 'DRAFT' or a.version <> p_version then
            raise exception 'it has moved on' using errcode = '40001';
          end if;
          digest := sec.assessment_hash(p_assessment);
          update app.assessment set status = 'SUPERSEDED', version = version + 1, updated_at = sec.now()
          where episode_id = a.episode_id and status = 'COMPLETED';
          update app.assessment set status = 'COMPLETED', completed_on = p_on, content_hash = digest,
            version = version + 1, updated_at = sec.now()
          where id = p_assessment;
          return digest;
        end $$;

      -- What the child's record says for the checks of rule 3.2, asked by who completes the assessment.
      create function sec.subject_facts(p_episode uuid, p_person uuid) returns jsonb
        language sql stable security definer set search_path = ''
        as $$
          select jsonb_build_object(
            'unborn', p.is_unborn, 'hasNames', p.given_names is not null, 'dateOfBirth', p.date_of_birth,
            'dueDate', p.due_date, 'motherLinked', p.mother_id is not null, 'sex', p.sex,
            'hasCurrentAddress', exists (select 1 from app.address a where a.person_id = p.id
               and (a.valid_to is null or sec.today() <= a.valid_to)),
            'settingRecorded', exists (select 1 from app.setting t where t.person_id = p.id
               and t.kind in ('SCHOOL', 'NURSERY', 'COLLEGE', 'EHE', 'NONE')
               and (t.valid_to is null or sec.today() <= t.valid_to)),
            'facts', (select coalesce(jsonb_object_agg(f.key, f.value), '{}') from app.person_fact f
               where f.person_id = p.id and f.key in ('ethnicity', 'language', 'interpreter', 'disability')),
            'adults', (select count(*) from app.relationship r join app.person q on q.id = r.person_id
               where r.child_id = p.id and q.kind = 'ADULT' and (r.valid_to is null or sec.today() <= r.valid_to)),
            'adultsWithoutPr', (select count(*) from app.relationship r join app.person q on q.id = r.person_id
               where r.child_id = p.id and q.kind = 'ADULT' and r.has_pr = 'NOT_KNOWN' and r.kind in ('MOTHER', 'FATHER')
                 and (r.valid_to is null or sec.today() <= r.valid_to)))
          from app.person p
          where p.id = p_person and sec.related(p_episode) and exists (select 1 from app.episode_subject s
            where s.episode_id = p_episode and s.person_id = p_person and s.role = 'CHILD_SUBJECT')
        $$;

      grant execute on function sec.assessment_hash(uuid), sec.carry_answers(uuid, uuid),
        sec.seal_assessment(uuid, integer, date), sec.subject_facts(uuid, uuid) to app_user;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop function sec.subject_facts, sec.seal_assessment, sec.carry_answers, sec.assessment_hash;
      drop trigger completed_assessment_stays on app.assessment;
      drop trigger completed_answers_stay on app.answer;
      drop function sec.keep_completed_assessment, sec.keep_completed_answers;
      alter table app.draft drop column key_version;
      drop index app.one_draft_assessment;
      drop index app.answer_once;
      create unique index answer_once on app.answer (assessment_id, section, category,
        coalesce(subject_id, '00000000-0000-0000-0000-000000000000'),
        coalesce(about_person_id, '00000000-0000-0000-0000-000000000000'));
    `);
  }
}
