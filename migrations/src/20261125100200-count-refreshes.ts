import type { MigrationInterface, QueryRunner } from 'typeorm';
import { MINE, NOT_HIDDEN } from './sql/report-progress.js';

/** As in the other figures of agreement: what was said of a specialist service is in those of the central teams only. */
const SAID = (l: string): string => `(scope = 'ALL' or (left(${l}.category, 5) <> 'SENS_'
  and not exists (select 1 from app.agency a where a.id = ${l}.recipient_agency_id and a.sensitive_class <> 'NONE')
  and not exists (select 1 from app.membership b join app.agency a on a.id = b.agency_id
    where b.user_id = ${l}.recipient_user_id and a.sensitive_class <> 'NONE')))`;

/**
 * Days to refresh (indicator M28): of the agreements given anew in a period, how many there were and the days since the time
 * before, together. The time before is the latest act of which a yes was replaced.
 */
export class CountRefreshes20261125100200 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create index consent_line_replaced on app.consent_line (superseded_by_id) where superseded_by_id is not null;
      create function sec.refresh_figures(p_from date, p_to date) returns table (figure text, code text, n integer)
        language plpgsql stable security definer set search_path = ''
        as $$
        declare scope text := case sec.role() when 'AMGR' then 'AGENCY' when 'CAFC' then 'ALL' when 'IGO' then 'ALL' end;
          me uuid := sec.uid(); own uuid := sec.agency(); at_now timestamptz := sec.now();
          hidden uuid[] := case when scope = 'AGENCY' then sec.hidden_people() else '{}' end; shut uuid[] := sec.barred_episodes();
        begin
          if scope is null then
            raise exception 'no figures for this role' using errcode = '42501';
          end if;
          return query
          with again as (
            select k.given_on - max(b.given_on) as days
            from app.consent k join app.episode x on x.id = k.episode_id
              join app.consent_line o on o.superseded_by_id = k.id and o.decision = 'GIVEN' and ${SAID('o')}
              join app.consent b on b.id = o.consent_id
            where k.given_on between p_from and p_to and x.id <> all (shut) and ${MINE('x')} and ${NOT_HIDDEN('x')}
              and exists (select 1 from app.consent_line l where l.consent_id = k.id and l.decision = 'GIVEN' and ${SAID('l')})
            group by k.id, k.given_on)
          select 'REFRESH', 'AGAIN', count(*)::integer from again
          union all select 'REFRESH', 'DAYS', coalesce(sum(a.days), 0)::integer from again a;
        end $$;
      revoke all on function sec.refresh_figures(date, date) from public;
      grant execute on function sec.refresh_figures(date, date) to app_user;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop function sec.refresh_figures(date, date); drop index app.consent_line_replaced;');
  }
}
