import type { MigrationInterface, QueryRunner } from 'typeorm';
import { label, ROW } from './sql/columns.js';
import { protect, protectContent, readPolicies } from './sql/guards.js';

/** Written while the question is open: who was asked, for which section, by when, and what became of it. */
const TABLES = `
  create table app.contribution (
    ${ROW},
    ${label()},
    assessment_id uuid not null references app.assessment,
    section text not null,
    asked_user_id uuid not null references app.app_user,
    asked_agency_id uuid not null references app.agency,
    question text not null check (length(question) between 10 and 1000),
    due_on date not null,
    status text not null default 'ASKED'
      check (status in ('ASKED', 'ANSWERED', 'RETURNED', 'ACCEPTED', 'DECLINED', 'TAKEN_BACK')),
    note text,
    declined text,
    reminded_on date,
    answered_at timestamptz,
    decided_at timestamptz,
    constraint declined_says_why check ((status = 'DECLINED') = (declined is not null)),
    constraint returned_says_what check (status <> 'RETURNED' or note is not null),
    constraint of_a_child check (subject_id is not null)
  );
  create unique index contribution_open_once on app.contribution (assessment_id, section, subject_id, asked_user_id)
    where status in ('ASKED', 'ANSWERED', 'RETURNED');
  create index contribution_assessment on app.contribution (assessment_id);
  create index contribution_asked on app.contribution (asked_user_id) where status in ('ASKED', 'ANSWERED', 'RETURNED');
  create index contribution_asker on app.contribution (author_id) where status in ('ASKED', 'ANSWERED', 'RETURNED');

  -- The colleague's words carry the colleague's label: who asked reads them by agreement, not as their own.
  create table app.contribution_words (
    ${ROW},
    ${label()},
    contribution_id uuid not null unique references app.contribution,
    body jsonb not null
  );`;

/**
 * Who was asked has no place on the case: these functions are their only way in, and they answer for one section while
 * the question is open, the family agrees to it, and nothing keeps this worker out of the record.
 */
const ASKED = `
  create function sec.contribution_open(c app.contribution) returns boolean
    language sql stable security definer set search_path = ''
    as $$
      select c.asked_user_id = sec.uid() and c.asked_agency_id = sec.agency() and sec.role() in ('PRACT', 'AMGR', 'CAFC')
        and c.status in ('ASKED', 'ANSWERED', 'RETURNED')
        and c.episode_id <> all (sec.barred_episodes()) and sec.record_open(c.episode_id, c.subject_id, null)
        and c.subject_id <> all (sec.hidden_people())
        and exists (select 1 from app.assessment a join app.episode x on x.id = a.episode_id
          where a.id = c.assessment_id and a.status = 'DRAFT'
            and x.state not in ('REJECTED', 'CLOSED', 'MERGED', 'ARCHIVED', 'DISPOSED'))
        and not exists (select 1 from unnest(array['IDENT', c.category]) as k(kind) where (sec.match_agreement(c.episode_id,
          k.kind, true, 'ASSESS', c.subject_id, null, null, c.asked_user_id, c.asked_agency_id, sec.now(), null)).state
            is distinct from 'GIVEN')
    $$;

  create function sec.contributions_asked(p_id uuid)
    returns table (id uuid, version integer, form_code text, form_version text, section text, episode_id uuid, subject_id uuid,
      child text, agency text, asked_by text, created_at timestamptz, question text, due_on date, status text, note text,
      body jsonb, already jsonb, reminded_on date)
    language sql stable security definer set search_path = ''
    as $$
      select c.id, c.version, a.form_code, a.form_version, c.section, c.episode_id, c.subject_id,
        coalesce(p.preferred_name, p.given_names, 'the baby'), g.name, coalesce(u.full_name, ''), c.created_at, c.question,
        c.due_on, c.status, c.note, w.body,
        coalesce((select jsonb_agg(n.body order by n.created_at, n.id) from app.answer n
          where n.assessment_id = c.assessment_id and n.section = c.section and n.subject_id = c.subject_id
            and n.category = c.category and n.about_person_id is null and n.body <> '{}'
            and (sec.match_agreement(c.episode_id, n.category, true, 'ASSESS', c.subject_id, null, n.created_at,
              c.asked_user_id, c.asked_agency_id, sec.now(), null)).state = 'GIVEN'), '[]'),
        c.reminded_on
      from app.contribution c join app.assessment a on a.id = c.assessment_id join app.person p on p.id = c.subject_id
      join app.agency g on g.id = c.asked_agency_id left join app.app_user u on u.id = c.author_id
      left join app.contribution_words w on w.contribution_id = c.id
      where (p_id is null or c.id = p_id) and c.asked_user_id = sec.uid() and c.status in ('ASKED', 'ANSWERED', 'RETURNED')
        and sec.contribution_open(c)
      order by c.due_on, c.id limit 100
    $$;

  -- True when it was taken; false when it has moved on; null when there is nothing this worker was asked.
  create function sec.answer_contribution(p_id uuid, p_version integer, p_body jsonb, p_declined text) returns boolean
    language plpgsql volatile security definer set search_path = ''
    as $$
    declare c app.contribution;
    begin
      select * into c from app.contribution x where x.id = p_id for update;
      if c.id is null or not sec.contribution_open(c) then return null; end if;
      if c.version <> p_version or (p_declined is not null and c.status = 'ANSWERED') then return false; end if;
      if p_declined is null then
        insert into app.contribution_words (episode_id, subject_id, category, source_agency_id, author_id, contribution_id, body,
          created_by)
        values (c.episode_id, c.subject_id, c.category, sec.agency(), sec.uid(), c.id, p_body, sec.uid())
        on conflict (contribution_id) do update set body = excluded.body, version = app.contribution_words.version + 1,
          updated_at = sec.now();
      end if;
      update app.contribution x set version = x.version + 1, updated_at = sec.now(),
        status = case when p_declined is null then 'ANSWERED' else 'DECLINED' end, declined = p_declined,
        answered_at = sec.now()
      where x.id = p_id;
      return true;
    end $$;

  -- Whom to tell that it was answered: asked by the one who answered it.
  create function sec.contribution_asker(p_id uuid) returns table (user_id uuid, assessment_id uuid)
    language sql stable security definer set search_path = ''
    as $$ select c.author_id, c.assessment_id from app.contribution c where c.id = p_id and c.asked_user_id = sec.uid() $$;

  -- Taken in: the words become that service's own part of the section, with its label. Nothing it wrote there is lost.
  create function sec.accept_contribution(p_id uuid, p_version integer) returns boolean
    language plpgsql volatile security definer set search_path = ''
    as $$
    declare c app.contribution; w app.contribution_words; part app.answer;
    begin
      select * into c from app.contribution x where x.id = p_id for update;
      if c.id is null or not exists (select 1 from app.edge e where e.episode_id = c.episode_id and e.user_id = sec.uid()
          and e.kind in ('AUTHOR', 'LP') and e.from_at <= sec.now() and sec.now() < e.until_at) then
        raise exception 'not allowed to take this in' using errcode = '42501';
      end if;
      if c.version <> p_version or c.status <> 'ANSWERED' then return false; end if;
      select * into w from app.contribution_words x where x.contribution_id = p_id;
      select * into part from app.answer a where a.assessment_id = c.assessment_id and a.section = c.section
        and a.category = c.category and a.subject_id = c.subject_id and a.about_person_id is null
        and a.source_agency_id = w.source_agency_id for update;
      if part.id is null then
        insert into app.answer (episode_id, subject_id, category, source_agency_id, author_id, assessment_id, section, body,
          updated_by, created_by)
        values (c.episode_id, c.subject_id, c.category, w.source_agency_id, w.author_id, c.assessment_id, c.section, w.body,
          w.author_id, w.author_id);
      else
        update app.answer a set version = a.version + 1, updated_at = sec.now(), updated_by = w.author_id,
          body = part.body || (
            select coalesce(jsonb_object_agg(n.key, case
              when jsonb_typeof(n.value) = 'string' and jsonb_typeof(part.body -> n.key) = 'string'
                and part.body ->> n.key not in ('', n.value #>> '{}')
                then to_jsonb((part.body ->> n.key) || E'\\n\\n' || (n.value #>> '{}'))
              else n.value end), '{}')
            from jsonb_each(w.body) n where n.value not in ('""', '[]', 'null'))
        where a.id = part.id;
      end if;
      update app.contribution x set status = 'ACCEPTED', version = x.version + 1, updated_at = sec.now(), decided_at = sec.now()
      where x.id = p_id;
      return true;
    end $$;

  -- What waits: parts to write, and for who asked, answers to read and questions nobody answered in time.
  create function sec.contributions_due()
    returns table (kind text, id uuid, assessment_id uuid, episode_id uuid, subject_id uuid, due_on date, who text,
      created_at timestamptz, version integer)
    language sql stable security definer set search_path = ''
    as $$
      select 'CONTRIBUTE', q.id, null::uuid, null::uuid, null::uuid, q.due_on, q.child, q.created_at, q.version
      from sec.contributions_asked(null) q where q.status in ('ASKED', 'RETURNED')
      union all
      select case c.status when 'ANSWERED' then 'CONTRIBUTION' else 'CHASE' end, c.id, c.assessment_id, c.episode_id, c.subject_id,
        case c.status when 'ANSWERED' then (c.answered_at at time zone 'Europe/London')::date else c.due_on end, u.full_name,
        c.created_at, c.version
      from app.contribution c join app.app_user u on u.id = c.asked_user_id join app.assessment a on a.id = c.assessment_id
      where c.author_id = sec.uid() and (c.status = 'ANSWERED' or (c.status in ('ASKED', 'RETURNED') and c.due_on < sec.today()))
        and a.status = 'DRAFT' and c.episode_id <> all (sec.barred_episodes()) and c.subject_id <> all (sec.hidden_people())
        and exists (select 1 from app.edge e where e.episode_id = c.episode_id and e.user_id = sec.uid()
          and e.kind in ('AUTHOR', 'LP') and e.from_at <= sec.now() and sec.now() < e.until_at)
    $$;
  grant execute on function sec.contributions_asked(uuid), sec.answer_contribution(uuid, integer, jsonb, text),
    sec.accept_contribution(uuid, integer), sec.contributions_due(), sec.contribution_asker(uuid) to app_user;`;

/** One section asked of a colleague in another service, who sees that section and nothing else of the case. */
export class AskForContributions20261124130000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(TABLES);
    await q.query(protectContent('app.contribution'));
    await q.query(`${protect('app.contribution_words')}
      grant select on app.contribution_words to app_user;
      ${readPolicies('app.contribution_words')}`);
    await q.query(ASKED);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop function sec.contribution_asker(uuid), sec.contributions_due(), sec.accept_contribution(uuid, integer),
        sec.answer_contribution(uuid, integer, jsonb, text), sec.contributions_asked(uuid);
      drop function sec.contribution_open(app.contribution);
      drop table app.contribution_words, app.contribution;`);
  }
}
