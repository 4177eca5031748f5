import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ROW } from './sql/columns.js';
import { protect } from './sql/policies.js';

const ORDINARY = `('IDENT', 'INVOLVE', 'CHILD', 'PARENTING', 'FAMILY', 'HEALTH', 'PLAN', 'MEETING', 'NOTES')`;

/**
 * Agreement lapses: whoever leads is told 30 days and 7 days before the last day, once each. Kinds that need a yes of their
 * own are left out, because who leads may not know of them. The table remembers what was told; nobody reads it.
 */
export class PromptRenewals20261125100100 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table app.renewal_prompt (
        ${ROW},
        episode_id uuid not null references app.episode,
        last_day date not null,
        days_before integer not null check (days_before in (30, 7)),
        unique (episode_id, last_day, days_before)
      );
      ${protect('app.renewal_prompt')}
      create index consent_line_lapses on app.consent_line (expires_on) where status = 'ACTIVE' and decision = 'GIVEN';

      -- In one statement: a second replica at the same moment finds the prompt there and tells nobody again.
      create function sec.prompt_renewals() returns integer
        language plpgsql volatile security definer set search_path = ''
        as $$
        declare told integer;
        begin
          with lapsing as (
            select l.episode_id, l.expires_on from app.consent_line l join app.episode x on x.id = l.episode_id
            where l.status = 'ACTIVE' and l.decision = 'GIVEN' and l.category in ${ORDINARY}
              and l.expires_on between sec.today() and sec.today() + 30
              and x.state not in ('CLOSED', 'REJECTED', 'MERGED', 'ARCHIVED', 'DISPOSED')
            group by l.episode_id, l.expires_on
          ), due as (
            select g.episode_id, g.expires_on, case when g.expires_on <= sec.today() + 7 then 7 else 30 end as days_before
            from lapsing g
          ), noted as (
            insert into app.renewal_prompt (episode_id, last_day, days_before)
            select d.episode_id, d.expires_on, d.days_before from due d
            on conflict (episode_id, last_day, days_before) do nothing
            returning episode_id, last_day
          ), whom as (
            select distinct n.episode_id, n.last_day, e.user_id
            from noted n join app.edge e on e.episode_id = n.episode_id and e.kind in ('LP', 'AUTHOR')
              and e.from_at <= sec.now() and sec.now() < e.until_at
            where e.kind = 'LP' or not exists (select 1 from app.edge p where p.episode_id = n.episode_id and p.kind = 'LP'
              and p.from_at <= sec.now() and sec.now() < p.until_at)
          ), sent as (
            insert into app.outbox (topic, episode_id, recipient_id, payload)
            select 'agreement.lapses', w.episode_id, w.user_id,
              jsonb_build_object('episodeId', w.episode_id, 'lastDay', w.last_day) from whom w
            returning 1)
          select count(*)::integer into told from sent;
          return told;
        end $$;
      revoke all on function sec.prompt_renewals() from public;
      grant execute on function sec.prompt_renewals() to encircle_login;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop function sec.prompt_renewals();
      drop index app.consent_line_lapses;
      drop table app.renewal_prompt;`);
  }
}
