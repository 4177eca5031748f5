import { bindHat, HAT_COLUMNS } from './hat.js';

/** After this many tries an entry is stuck: an administrator sees it and may let it be tried again. */
export const MOST_TRIES = 10;

const CLAIMED = `o.id = p_id and o.claim = p_claim and o.done_at is null`;

/**
 * The worker's half of the outbox. It runs as the login role, without a session: it may take entries, prove which one it
 * holds by the claim it was given, and say what became of it. It never reads content; to decide, it enters as the
 * recipient of the entry it holds, and only in a transaction that cannot write.
 */
export const DELIVERY = `
  -- Two workers never hold the same entry; one that dies lets go when its time is up.
  create function sec.claim_deliveries(p_topics text[], p_most integer, p_hold interval)
    returns table (id uuid, claim uuid, topic text, episode_id uuid, recipient_id uuid, payload jsonb, tries integer,
      created_at timestamptz, address text, ref text, choices jsonb)
    language sql volatile security definer set search_path = ''
    as $$
      with taken as (
        update app.outbox o set claim = gen_random_uuid(), claimed_until = clock_timestamp() + p_hold, tries = o.tries + 1
        where o.id in (
          select d.id from app.outbox d
          where d.done_at is null and d.topic = any (p_topics) and d.recipient_id is not null
            and d.next_try_at <= clock_timestamp() and d.tries < ${MOST_TRIES}
            and (d.claimed_until is null or d.claimed_until < clock_timestamp())
          order by d.next_try_at, d.id limit p_most for update skip locked)
        returning o.*)
      select t.id, t.claim, t.topic, t.episode_id, t.recipient_id, t.payload, t.tries, t.created_at, u.email, x.ref,
        coalesce((select jsonb_object_agg(c.kind, c.mail) from app.notice_choice c where c.user_id = t.recipient_id), '{}')
      from taken t join app.app_user u on u.id = t.recipient_id left join app.episode x on x.id = t.episode_id
      order by t.created_at, t.id
    $$;

  -- Binds a transaction that cannot write to the recipient of an entry the caller holds, in the hat of their place on
  -- the case. Answers what sec.enter answers; null when the entry is not held, or its recipient's account is not live.
  create function sec.enter_delivery(p_id uuid, p_claim uuid) returns jsonb
    language plpgsql volatile security definer set search_path = ''
    as $$
    declare s record; payload text; purpose text;
    begin
      if current_setting('transaction_read_only') <> 'on' then
        raise exception 'a delivery is decided in a transaction that cannot write' using errcode = '42501';
      end if;
      select ${HAT_COLUMNS}
        into s
        from app.outbox o
        join app.app_user u on u.id = o.recipient_id and u.status = 'LIVE'
        join app.membership m on m.user_id = u.id
          and m.valid_from <= sec.today() and (m.valid_to is null or sec.today() <= m.valid_to)
        left join app.agency a on a.id = m.agency_id
       where ${CLAIMED} and clock_timestamp() < o.claimed_until
       order by exists (select 1 from app.edge e where e.episode_id = o.episode_id and e.user_id = u.id
           and e.agency_id = m.agency_id and e.from_at <= sec.now() and sec.now() < e.until_at) desc,
         (m.role = o.payload ->> 'role') desc nulls last, m.created_at, m.id
       limit 1;${bindHat('delivery')}
    end $$;

  -- What became of it, and its row in the audit log: a mail that named a case went to somebody, or was held back.
  create function sec.finish_delivery(p_id uuid, p_claim uuid, p_outcome text, p_basis text[]) returns boolean
    language plpgsql volatile security definer set search_path = ''
    as $$
    declare d record;
    begin
      update app.outbox o set done_at = sec.now(), outcome = p_outcome, claim = null, claimed_until = null, problem = null
        where ${CLAIMED} returning o.* into d;
      if not found then return false; end if;
      update app.outbox set digest_id = d.id where d.topic = 'digest.daily' and recipient_id = d.recipient_id
        and outcome = 'FOR_DIGEST' and digest_id is null and done_at <= d.created_at;
      if d.episode_id is not null and p_outcome in ('SENT', 'HELD_BACK') then
        insert into audit.entry (actor_id, action, outcome, episode_id, basis, channel, request_id)
        values (d.recipient_id, case p_outcome when 'SENT' then 'notice.mailed' else 'notice.held-back' end,
          case p_outcome when 'SENT' then 'ALLOW' else 'DENY' end, d.episode_id, coalesce(p_basis, '{}'), 'mail', d.id::text);
      end if;
      return true;
    end $$;

  -- A try that failed: the wait doubles from 15 seconds to six hours. The problem is a code, never words of the server.
  create function sec.fail_delivery(p_id uuid, p_claim uuid, p_problem text) returns boolean
    language plpgsql volatile security definer set search_path = ''
    as $$
    begin
      update app.outbox o set claim = null, claimed_until = null, problem = left(p_problem, 60),
          next_try_at = clock_timestamp() + least(interval '6 hours', interval '15 seconds' * power(2, o.tries - 1))
        where ${CLAIMED};
      return found;
    end $$;

  -- From seven in the morning, one mail a day for everyone who chose it and has something new.
  create function sec.queue_digests() returns integer
    language plpgsql volatile security definer set search_path = ''
    as $$
    declare n integer;
    begin
      if (sec.now() at time zone 'Europe/London')::time < time '07:00' then return 0; end if;
      insert into app.outbox (topic, recipient_id, payload, dedup_key)
      select 'digest.daily', o.recipient_id, jsonb_build_object('day', sec.today()), 'digest:' || o.recipient_id || ':' || sec.today()
      from app.outbox o where o.outcome = 'FOR_DIGEST' and o.digest_id is null group by o.recipient_id
      on conflict do nothing;
      get diagnostics n = row_count;
      return n;
    end $$;

  create function sec.digest_parts(p_id uuid, p_claim uuid)
    returns table (id uuid, topic text, episode_id uuid, payload jsonb)
    language sql stable security definer set search_path = ''
    as $$
      select n.id, n.topic, n.episode_id, n.payload
      from app.outbox o join app.outbox n on n.recipient_id = o.recipient_id and n.outcome = 'FOR_DIGEST'
        and n.digest_id is null and n.done_at <= o.created_at
      where ${CLAIMED} and o.topic = 'digest.daily' order by n.created_at limit 200
    $$;

  create function sec.keep_demo_mail(p_message_id text, p_recipient uuid, p_address text, p_subject text, p_body text, p_calendar text)
    returns boolean
    language plpgsql volatile security definer set search_path = ''
    as $$
    begin
      if not exists (select 1 from app.demo_marker) then return false; end if;
      insert into app.demo_mail (message_id, recipient_id, address, subject, body, calendar)
      values (p_message_id, p_recipient, p_address, p_subject, p_body, p_calendar) on conflict do nothing;
      return true;
    end $$;
  grant execute on function sec.claim_deliveries(text[], integer, interval), sec.enter_delivery(uuid, uuid),
    sec.finish_delivery(uuid, uuid, text, text[]), sec.fail_delivery(uuid, uuid, text), sec.queue_digests(),
    sec.digest_parts(uuid, uuid), sec.keep_demo_mail(text, uuid, text, text, text, text) to encircle_login;

  -- For administrators: how many and how old, by topic; no recipient, no case.
  create function sec.deliveries_waiting()
    returns table (topic text, waiting integer, stuck integer, oldest timestamptz, last_problem text, next_try_at timestamptz)
    language sql stable security definer set search_path = ''
    as $$
      select o.topic, count(*) filter (where o.tries < ${MOST_TRIES})::int, count(*) filter (where o.tries >= ${MOST_TRIES})::int,
        min(o.created_at), max(o.problem), min(o.next_try_at) filter (where o.tries < ${MOST_TRIES})
      from app.outbox o where o.done_at is null and o.recipient_id is not null and sec.role() = 'SADM'
      group by o.topic order by o.topic
    $$;

  create function sec.retry_deliveries(p_topic text) returns integer
    language plpgsql volatile security definer set search_path = ''
    as $$
    declare n integer;
    begin
      if sec.role() <> 'SADM' then raise exception 'only administrators' using errcode = '42501'; end if;
      update app.outbox set tries = 0, next_try_at = clock_timestamp()
        where topic = p_topic and done_at is null and recipient_id is not null
          and (claimed_until is null or claimed_until < clock_timestamp());
      get diagnostics n = row_count;
      return n;
    end $$;
  grant execute on function sec.deliveries_waiting(), sec.retry_deliveries(text) to app_user;`;
