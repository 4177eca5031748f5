/**
 * A draft of an assessment leaves the record it should not stand on. Each part is kept for an auditor under its own label and in
 * its own author's name, also those the caller may not see: nothing is lost, and nothing is told. What was carried over unchanged
 * stands in the version before. Refused once a colleague has been asked for a part, or somebody has looked at it for oversight.
 */
export const TAKE_OFF_ASSESSMENT = `
  create or replace function sec.take_off_assessment(p_assessment uuid, p_what text, p_reason text) returns void
    language plpgsql volatile security definer set search_path = ''
    as $$
    declare it app.assessment; part record; kept uuid;
    begin
      select * into it from app.assessment a
      where a.id = p_assessment and a.status = 'DRAFT' and a.author_id = sec.uid() for update;
      if not found or not exists (select 1 from app.edge d where d.episode_id = it.episode_id and d.user_id = sec.uid()
          and d.kind in ('AUTHOR', 'LP') and d.from_at <= sec.now() and sec.now() < d.until_at) then
        raise exception 'not allowed to take this assessment off' using errcode = '42501';
      end if;
      if exists (select 1 from app.contribution c where c.assessment_id = it.id)
         or exists (select 1 from app.oversight o where o.assessment_id = it.id)
         or exists (select 1 from app.assessment_copy c where c.assessment_id = it.id) then
        raise exception 'others have a part in this assessment' using errcode = 'EC004';
      end if;
      for part in
        select b.*, (select string_agg(t.key || ': ' || t.value, E'\\n' order by t.key) from jsonb_each_text(b.body) t) as words
        from app.answer b
        where b.assessment_id = it.id and b.body <> '{}'
          and not exists (select 1 from app.answer c where c.id = b.carried_from_id and c.body = b.body)
      loop
        kept := gen_random_uuid();
        insert into app.repair (id, episode_id, subject_id, about_person_id, category, source_agency_id, author_id, created_by,
          named_worker_ids, record_kind, record_id, what, reason)
        values (kept, part.episode_id, part.subject_id, part.about_person_id, part.category, part.source_agency_id, part.author_id,
          sec.uid(), part.named_worker_ids, 'ASSESSMENT', it.id, p_what, case when p_what <> 'CASE' then p_reason end);
        insert into app.repaired_value (episode_id, subject_id, about_person_id, category, source_agency_id, author_id, created_by,
          named_worker_ids, repair_id, reason, before_it, after_it)
        values (part.episode_id, part.subject_id, part.about_person_id, part.category, part.source_agency_id, part.author_id,
          sec.uid(), part.named_worker_ids, kept, p_reason, part.section || E'\\n' || part.words, null);
      end loop;
      delete from app.draft d where d.form = 'caf' and d.record_id = it.id;
      delete from app.answer b where b.assessment_id = it.id;
      delete from app.assessment a where a.id = it.id;
    end $$;`;
