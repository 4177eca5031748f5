import type { MigrationInterface, QueryRunner } from 'typeorm';
import { MINE, NOT_HIDDEN, WHO } from './sql/report-progress.js';

/** From the agreement on somebody leads (rule 5.3): until then nobody is missing. */
const LED = `('ASSESSING', 'ASSESSED', 'TAC_PLANNED', 'PLAN_ACTIVE', 'PANEL_REVIEW', 'STEP_UP_PENDING', 'TRANSFER_PENDING')`;

/** Open cases nobody leads, longest first: all for the CAF team, those of their own service for managers. */
export class ListLeadVacancies20261125120200 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create function sec.lead_vacancies(p_since date, p_ref text, p_limit integer)
        returns table (id uuid, ref text, state text, agency text, since date, asked text, asked_on date)
        language plpgsql stable security definer set search_path = ''
        as $$
        #variable_conflict use_column
        declare
          ${WHO}
          barred uuid[] := sec.barred_episodes();
        begin
          if scope is null or sec.role() = 'ANLY' then return; end if;
          return query
            select v.id, v.ref, v.state, v.agency, v.since, u.full_name, (n.created_at at time zone 'Europe/London')::date
            from (
              select x.id, x.ref, x.state, a.name as agency, greatest(coalesce(x.agreed_on, x.opened_on), (
                  select max((e.until_at at time zone 'Europe/London')::date) from app.edge e
                  where e.episode_id = x.id and e.kind = 'LP' and e.until_at <= at_now)) as since
              from app.episode x join app.agency a on a.id = x.initiating_agency_id
              where x.state in ${LED} and x.id <> all (barred) and ${MINE('x', 'and g.open and at_now < g.expires')}
                and ${NOT_HIDDEN('x')}
                and not exists (select 1 from app.edge e where e.episode_id = x.id and e.kind = 'LP'
                  and e.from_at <= at_now and at_now < e.until_at)) v
            left join app.nomination n on n.episode_id = v.id and n.status = 'PROPOSED'
            left join app.app_user u on u.id = n.nominee_id
            where p_since is null or (v.since, v.ref) > (p_since, p_ref)
            order by v.since, v.ref limit least(p_limit, 101);
        end $$;
      revoke all on function sec.lead_vacancies(date, text, integer) from public;
      grant execute on function sec.lead_vacancies(date, text, integer) to app_user;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop function sec.lead_vacancies`);
  }
}
