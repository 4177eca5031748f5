import type { MigrationInterface, QueryRunner } from 'typeorm';
import { MINE, NOT_HIDDEN } from './sql/report-progress.js';

/**
 * Agreement and access without it in numbers (indicators M28 and M29) for managers, the CAF team and governance: a manager's
 * are those of cases the own agency has a place on, and what its own workers did. No names, and nothing of a case the asker
 * is kept out of.
 */
export class CountAgreements20261124140200 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create function sec.agreement_figures(p_from date, p_to date) returns table (figure text, code text, n integer)
        language plpgsql stable security definer set search_path = ''
        as $$
        declare scope text := case sec.role() when 'AMGR' then 'AGENCY' when 'CAFC' then 'ALL' when 'IGO' then 'ALL' end;
          me uuid := sec.uid(); own uuid := sec.agency(); at_now timestamptz := sec.now();
          hidden uuid[] := case when scope = 'AGENCY' then sec.hidden_people() else '{}' end; shut uuid[] := sec.barred_episodes();
          opens_at timestamptz := p_from::timestamp at time zone 'Europe/London';
          shuts_at timestamptz := (p_to + 1)::timestamp at time zone 'Europe/London';
        begin
          if scope is null then
            raise exception 'no figures for this role' using errcode = '42501';
          end if;
          return query
          with mine as materialized (
            select x.id from app.episode x where x.id <> all (shut) and ${MINE('x')} and ${NOT_HIDDEN('x')}),
          act as (
            select k.id, bool_or(l.decision = 'GIVEN') as yes, bool_or(l.decision = 'REFUSED') as no
            from app.consent k join mine on mine.id = k.episode_id join app.consent_line l on l.consent_id = k.id
            where k.given_on between p_from and p_to and l.decision <> 'NOT_SOUGHT' group by k.id),
          taken as (
            select distinct on (l.episode_id, l.giver_person_id, l.ended_at) coalesce(l.ended_how, '') as how
            from app.consent_line l join mine on mine.id = l.episode_id
            where l.status = 'WITHDRAWN' and l.ended_at >= opens_at and l.ended_at < shuts_at),
          tap as (
            select m.episode_id, min(m.happened_on) as since from app.episode_move m join mine on mine.id = m.episode_id
            where m.to_state = 'TAP' and m.happened_on between p_from and p_to group by m.episode_id),
          shared as (
            select d.ground from app.disclosure d where d.decision = 'SHARED' and d.shared_at >= opens_at and d.shared_at < shuts_at
              and d.episode_id <> all (shut) and (scope = 'ALL' or d.source_agency_id = own)),
          glass as (
            select b.ground from app.break_glass b where b.status = 'OPENED' and b.opened_at >= opens_at and b.opened_at < shuts_at
              and b.episode_id <> all (shut) and (scope = 'ALL' or b.agency_id = own)),
          review as (
            select r.due_on, r.outcome, (r.decided_at at time zone 'Europe/London')::date as decided_on
            from app.access_review r where r.kind <> 'BREACH' and r.due_on between p_from and p_to
              and r.episode_id <> all (shut) and (scope = 'ALL' or r.about_agency_id = own))
          select 'ACTS', case when a.yes and a.no then 'PARTIAL' when a.yes then 'GIVEN' else 'REFUSED' end, count(*)::integer
          from act a group by 2
          union all select 'WITHDRAWN', t.how, count(*)::integer from taken t group by 2
          union all select 'TAP', 'BEGUN', count(*)::integer from tap
          union all select 'TAP', 'AGREED_LATER', count(*)::integer from tap t where exists (
            select 1 from app.episode_move m where m.episode_id = t.episode_id and m.transition = 'T05' and m.happened_on >= t.since)
          union all select 'SHARED', s.ground, count(*)::integer from shared s group by 2
          union all select 'EMERGENCY', g.ground, count(*)::integer from glass g group by 2
          union all select 'REVIEWS', 'DUE', count(*)::integer from review
          union all select 'REVIEWS', 'IN_TIME', count(*)::integer from review r where r.decided_on <= r.due_on
          union all select 'REVIEWS', 'DECIDED', count(*)::integer from review r where r.outcome is not null
          union all select 'REVIEWS', 'UPHELD', count(*)::integer from review r
            where r.outcome in ('JUSTIFIED', 'JUSTIFIED_POOR_RECORD');
        end $$;
      revoke all on function sec.agreement_figures(date, date) from public;
      grant execute on function sec.agreement_figures(date, date) to app_user;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop function sec.agreement_figures(date, date)');
  }
}
