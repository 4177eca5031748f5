import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who looked, in the same transaction as the look. The running role may only add, and only through functions that
 * take who is acting from the verified context, never from the caller.
 */
export class CreateAudit20261122090900 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table audit.entry (
        id bigint generated always as identity primary key,
        at timestamptz not null default sec.now(),
        xid xid8 not null default pg_current_xact_id(),
        actor_id uuid,
        agency_id uuid,
        role text,
        session_ref text,
        action text not null,
        outcome text not null check (outcome in ('ALLOW', 'LIMITED', 'DENY', 'DENY_HIDE', 'FAILED')),
        episode_id uuid,
        child_ids uuid[] not null default '{}',
        categories text[] not null default '{}',
        purpose text,
        reason text,
        basis text[] not null default '{}',
        channel text not null default 'screen',
        result_count integer,
        query_hash text,
        request_id text,
        fields text[] not null default '{}'
      );
      create index entry_episode on audit.entry (episode_id, at desc);
      create index entry_actor on audit.entry (actor_id, at desc);

      create function audit.refuse_change() returns trigger language plpgsql set search_path = ''
        as $$ begin raise exception 'the audit log is only ever added to' using errcode = '42501'; end $$;
      create trigger entry_only_added before update or delete or truncate on audit.entry
        for each statement execute function audit.refuse_change();

      create function audit.record(
        p_action text, p_outcome text, p_episode uuid, p_children uuid[], p_categories text[], p_basis text[],
        p_channel text, p_count integer, p_query_hash text, p_request text, p_fields text[]
      ) returns bigint
        language plpgsql volatile security definer set search_path = ''
        as $$
        declare
          c text[] := sec.context();
          new_id bigint;
        begin
          if c is null then raise exception 'no context' using errcode = '42501'; end if;
          insert into audit.entry (actor_id, agency_id, role, session_ref, action, outcome, episode_id, child_ids,
            categories, purpose, reason, basis, channel, result_count, query_hash, request_id, fields)
          values (c[1]::uuid, c[2]::uuid, c[4], c[8], p_action, p_outcome, p_episode, coalesce(p_children, '{}'),
            coalesce(p_categories, '{}'), c[6], c[7], coalesce(p_basis, '{}'), coalesce(p_channel, 'screen'), p_count,
            p_query_hash, p_request, coalesce(p_fields, '{}'))
          returning id into new_id;
          return new_id;
        end $$;
      grant execute on function audit.record(text, text, uuid, uuid[], text[], text[], text, integer, text, text, text[])
        to app_user;

      -- Signing in happens before there is anyone: only these two actions, and no child.
      create function audit.record_sign_in(p_user uuid, p_outcome text, p_request text) returns void
        language sql volatile security definer set search_path = ''
        as $$
          insert into audit.entry (actor_id, action, outcome, channel, request_id)
          values (p_user, 'session.sign-in', p_outcome, 'screen', p_request)
        $$;
      grant execute on function audit.record_sign_in(uuid, text, text) to encircle_login;

      -- Who looked at a case: the audit trail itself is read through this, for people the policy let through.
      create function audit.looks(p_episode uuid, p_before bigint, p_limit integer)
        returns table (id bigint, at timestamptz, actor text, agency text, role text, action text, outcome text,
                       categories text[], purpose text, reason text)
        language plpgsql stable security definer set search_path = ''
        as $$
        begin
          if not sec.may_see_looks(p_episode) then return; end if;
          return query
            select e.id, e.at, u.full_name, a.name, e.role, e.action, e.outcome, e.categories, e.purpose, e.reason
            from audit.entry e
            left join app.app_user u on u.id = e.actor_id
            left join app.agency a on a.id = e.agency_id
            where e.episode_id = p_episode and (p_before is null or e.id < p_before)
            order by e.id desc limit least(p_limit, 100);
        end $$;
      grant execute on function audit.looks(uuid, bigint, integer) to app_user;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop function audit.looks, audit.record_sign_in, audit.record;
      drop table audit.entry;
      drop function audit.refuse_change;
    `);
  }
}
