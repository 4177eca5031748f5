import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who has looked, and jumping to a child by name: both read past the rows of one case, so both check for themselves. */
export class SayWhoSees20261122191000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      -- Looks at a case for those who may see them. A look by a sensitive service leaves no trace for those no
      -- agreement names, and refusals are for the audit, not for the family's file.
      create function audit.looks_for(p_episode uuid, p_before bigint, p_limit integer)
        returns table (id bigint, at timestamptz, actor_id uuid, actor text, agency text, action text, categories text[],
          purpose text, reason text)
        language plpgsql stable security definer set search_path = ''
        as $$
        declare v_me uuid := sec.uid(); v_agency uuid := sec.agency(); v_now timestamptz := sec.now();
        begin
          if not sec.may_see_looks(p_episode) then return; end if;
          return query
            select l.id, l.at, l.actor_id, u.full_name, a.name, l.action, l.categories, l.purpose, l.reason
            from audit.entry l left join app.app_user u on u.id = l.actor_id left join app.agency a on a.id = l.agency_id
            where l.episode_id = p_episode and l.outcome in ('ALLOW', 'LIMITED') and (p_before is null or l.id < p_before)
              and (coalesce(a.sensitive_class, 'NONE') = 'NONE' or l.actor_id = v_me or exists (
                select 1 from app.consent_line c where c.episode_id = p_episode and c.category = a.sensitive_class
                  and c.decision = 'GIVEN' and c.from_at <= v_now and v_now < c.team_read_until
                  and (c.recipient_agency_id = v_agency or c.recipient_user_id = v_me)))
            order by l.id desc limit least(p_limit, 101);
        end $$;

      -- Own cases by the beginning of a name. Names are read only of cases whose children this person may know.
      create function sec.jump(p_words text, p_limit integer)
        returns table (episode_id uuid, child_id uuid, name text, date_of_birth date, state text)
        language plpgsql stable security definer set search_path = ''
        as $$
        declare v_me uuid := sec.uid(); v_now timestamptz := sec.now(); found uuid[]; hidden uuid[] := sec.hidden_people();
          v_principal uuid := case when sec.role() = 'AMGR' then sec.agency() else v_me end;
          pattern text := replace(replace(replace(lower(p_words), E'\\\\', E'\\\\\\\\'), '%', E'\\\\%'), '_', E'\\\\_') || '%';
        begin
          found := array(
            select g.episode_id from app.case_grant g
            join app.episode_subject s on s.episode_id = g.episode_id and s.role = 'CHILD_SUBJECT'
            join app.person p on p.id = s.person_id
            where g.principal_id = v_principal and v_now < g.expires and p.id <> all (hidden)
              and (lower(p.given_names) like pattern or lower(p.preferred_name) like pattern or lower(p.family_name) like pattern
                or lower(concat_ws(' ', coalesce(p.preferred_name, p.given_names), p.family_name)) like pattern)
            order by g.open desc, g.opened_on desc limit 50);
          return query
            select k.episode_id, k.child_id, concat_ws(' ', coalesce(p.preferred_name, p.given_names), p.family_name),
              p.date_of_birth, x.state
            from sec.page_of(array(select row(y.id, y.ref, y.type, y.state, y.opened_on, y.closed_on, y.next_review_on,
              y.initiating_agency_id, y.created_by)::hot.page_case from app.episode y where y.id = any (found))) k join app.person p on p.id = k.child_id join app.episode x on x.id = k.episode_id
            where k.ident and x.state not in ('MERGED', 'ARCHIVED', 'DISPOSED')
              and (lower(p.given_names) like pattern or lower(p.preferred_name) like pattern or lower(p.family_name) like pattern
                or lower(concat_ws(' ', coalesce(p.preferred_name, p.given_names), p.family_name)) like pattern)
            order by x.state in ('CLOSED', 'REJECTED'), 3, k.episode_id limit least(p_limit, 10);
        end $$;

      -- Managers of the agencies that have somebody on a case the actor knows: they follow their workers' rows.
      create function sec.managers_of(p_episode uuid)
        returns table (user_id uuid, full_name text, agency_id uuid, agency_name text, job_title text)
        language plpgsql stable security definer set search_path = ''
        as $$
        begin
          return query
            select distinct u.id, u.full_name, t.agency_id, t.agency_name, m.job_title
            from sec.team(p_episode) t join app.membership m on m.agency_id = t.agency_id and m.role = 'AMGR'
              and m.valid_from <= sec.today() and (m.valid_to is null or sec.today() <= m.valid_to)
            join app.app_user u on u.id = m.user_id and u.status = 'LIVE'
            order by 4, 2;
        end $$;
      grant execute on function audit.looks_for(uuid, bigint, integer), sec.jump(text, integer), sec.managers_of(uuid) to app_user;`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(
      `drop function audit.looks_for(uuid, bigint, integer), sec.jump(text, integer), sec.managers_of(uuid);`,
    );
  }
}
