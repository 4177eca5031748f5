import type { MigrationInterface, QueryRunner } from 'typeorm';
import { MINE, NOT_HIDDEN } from './sql/report-progress.js';

/** A specialist service leaves no trace for managers, so what was said of one is in the figures of the central teams only. */
const SAID = (l: string): string => `(scope = 'ALL' or (left(${l}.category, 5) <> 'SENS_'
  and not exists (select 1 from app.agency a where a.id = ${l}.recipient_agency_id and a.sensitive_class <> 'NONE')
  and not exists (select 1 from app.membership b join app.agency a on a.id = b.agency_id
    where b.user_id = ${l}.recipient_user_id and a.sensitive_class <> 'NONE')))`;

/**
 * Agreement and access without it in numbers (indicators M28 and M29) for managers, the CAF team and governance: a manager's
 * are those of cases the own agency has a place on, and what its own workers did. No names, and nothing of a case the asker
 * is kept out of.
 */
export class CountAgreements20261124140200 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      -- Figures are of a period: what happened in it is found first, and then whose it is.
      create index consent_given on app.consent (given_on);
      create index consent_line_consent on app.consent_line (consent_id) include (decision);
      create index consent_line_withdrawn on app.consent_line (ended_at) where status = 'WITHDRAWN';
      create index episode_move_tap on app.episode_move (happened_on) where to_state = 'TAP';
      create index disclosure_shared on app.disclosure (shared_at) where decision = 'SHARED';
      create index break_glass_opened on app.break_glass (opened_at) where status = 'OPENED';
      create index access_review_due on app.access_review (due_on) where kind <> 'BREACH';
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
          with act as (
            select k.id, l.yes, l.no
            from app.consent k join app.episode x on x.id = k.episode_id
              cross join lateral (select bool_or(l.decision = 'GIVEN') as yes, bool_or(l.decision = 'REFUSED') as no
                from app.consent_line l where l.consent_id = k.id and l.decision <> 'NOT_SOUGHT' and ${SAID('l')}) l
            where k.given_on between p_from and p_to and (l.yes or l.no)
              and x.id <> all (shut) and ${MINE('x')} and ${NOT_HIDDEN('x')}),
          taken as (
            select distinct on (l.episode_id, l.giver_person_id, l.ended_at) coalesce(l.ended_how, '') as how
            from app.consent_line l join app.episode x on x.id = l.episode_id
            where l.status = 'WITHDRAWN' and l.ended_at >= opens_at and l.ended_at < shuts_at and ${SAID('l')}
              and x.id <> all (shut) and ${MINE('x')} and ${NOT_HIDDEN('x')}),
          tap as (
            select m.episode_id, min(m.happened_on) as since
            from app.episode_move m join app.episode x on x.id = m.episode_id
            where m.to_state = 'TAP' and m.happened_on between p_from and p_to
              and x.id <> all (shut) and ${MINE('x')} and ${NOT_HIDDEN('x')} group by m.episode_id),
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
    await q.query(`
      drop function sec.agreement_figures(date, date);
      drop index app.access_review_due, app.break_glass_opened, app.disclosure_shared, app.episode_move_tap,
        app.consent_line_withdrawn, app.consent_line_consent, app.consent_given;
    `);
  }
}
