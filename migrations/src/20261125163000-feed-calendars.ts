import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CONTEXT, protect } from './sql/guards.js';
import { bindHat, HAT_COLUMNS } from './sql/hat.js';

const { UID } = CONTEXT;

/**
 * A secret address for a person's own calendar: one for each hat, made, renewed and taken away by its owner. What it holds is
 * decided at every fetch, as that hat; the address itself is kept as what it hashes to.
 */
export class FeedCalendars20261125163000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table app.calendar_feed (
        membership_id uuid primary key references app.membership,
        user_id uuid not null references app.app_user,
        token_hash bytea not null unique check (length(token_hash) = 32),
        made_at timestamptz not null default sec.now(),
        fetched_on date,
        -- The cases written down as looked at on that day.
        written uuid[] not null default '{}'
      );
      ${protect('app.calendar_feed')}
      grant select (membership_id, user_id, made_at, fetched_on), insert (membership_id, user_id, token_hash),
        update (token_hash, made_at, fetched_on, written), delete on app.calendar_feed to app_user;
      create policy own on app.calendar_feed to app_user using (user_id = ${UID}) with check (user_id = ${UID} and exists (
        select 1 from app.membership m where m.id = membership_id and m.user_id = ${UID}));

      -- Binds a transaction that cannot write to whose address this is, in the hat it was made in; null when it is nobody's.
      create function sec.enter_feed(p_hash bytea) returns jsonb
        language plpgsql volatile security definer set search_path = ''
        as $$
        declare s record; payload text; purpose text;
        begin
          if current_setting('transaction_read_only') <> 'on' then
            raise exception 'a calendar is read in a transaction that cannot write' using errcode = '42501';
          end if;
          select ${HAT_COLUMNS}
            into s
            from app.calendar_feed f
            join app.app_user u on u.id = f.user_id and u.status = 'LIVE'
            join app.membership m on m.id = f.membership_id and m.user_id = u.id
              and m.valid_from <= sec.today() and (m.valid_to is null or sec.today() <= m.valid_to)
            left join app.agency a on a.id = m.agency_id
           where f.token_hash = p_hash;${bindHat('feed', `'safeguardingLead', false, `)}
        end $$;

      -- Who looked: calendar programs ask every few minutes, so each case is written down once a day.
      create function sec.write_down_feed(p_hash bytea, p_episodes uuid[], p_request text) returns void
        language plpgsql volatile security definer set search_path = ''
        as $$
        declare f record; fresh uuid[];
        begin
          select c.membership_id, c.user_id, m.agency_id, m.role, c.fetched_on, c.written into f
            from app.calendar_feed c join app.membership m on m.id = c.membership_id where c.token_hash = p_hash for update of c;
          if not found then return; end if;
          if f.fetched_on is distinct from sec.today() then f.written := '{}'; end if;
          fresh := array(select distinct e from unnest(p_episodes) e where e <> all (f.written));
          insert into audit.entry (actor_id, agency_id, role, action, outcome, episode_id, categories, basis, channel, request_id)
            select f.user_id, f.agency_id, f.role, 'calendar-feed.fetched', 'ALLOW', e, array['MEETING'], '{}', 'feed', p_request
            from unnest(fresh) e;
          if cardinality(fresh) > 0 or f.fetched_on is distinct from sec.today() then
            update app.calendar_feed set fetched_on = sec.today(), written = f.written || fresh
              where membership_id = f.membership_id;
          end if;
        end $$;
      grant execute on function sec.enter_feed(bytea), sec.write_down_feed(bytea, uuid[], text) to encircle_login;`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop function sec.write_down_feed(bytea, uuid[], text), sec.enter_feed(bytea);
      drop table app.calendar_feed;`);
  }
}
