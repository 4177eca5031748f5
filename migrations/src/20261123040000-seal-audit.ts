import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './sql/policies.js';

/**
 * The chain over the audit log (decision 0026). A request only adds its row; the sealer takes rows of transactions that
 * are over, in the order of their transaction numbers, and links each to the one before by SHA-256. What is hashed is
 * written out again, independently, in `api/src/audit/chain/canonical.ts`: the two are compared by a test.
 */
const COLUMNS = [
  'id',
  'at',
  'xid',
  'actor_id',
  'agency_id',
  'role',
  'session_ref',
  'action',
  'outcome',
  'episode_id',
  'child_ids',
  'categories',
  'purpose',
  'reason',
  'basis',
  'channel',
  'result_count',
  'query_hash',
  'request_id',
  'fields',
];

/**
 * PostgreSQL's own binary form: how many columns, then for each its type, its length (-1: nothing) and its bytes; arrays
 * the same way inside. No row can be read as another. The columns are named, so that adding one changes no old hash.
 */
const CANONICAL = `record_send(row(${COLUMNS.map((name) => `e.${name}`).join(', ')}))`;

export class SealAudit20261123040000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      -- One row: which chain this is, how far it goes, and that every row of a transaction below "below" is in it.
      create table audit.chain (
        only_row boolean primary key default true check (only_row),
        id uuid,
        cluster text,
        below xid8 not null default '0',
        seq bigint not null default 0,
        head bytea
      );
      insert into audit.chain default values;

      create table audit.link (
        seq bigint primary key check (seq > 0),
        entry_id bigint not null unique,
        hash bytea not null check (length(hash) = 32)
      );

      create table audit.checkpoint (
        number bigint primary key check (number > 0),
        chain_id uuid not null,
        seq bigint not null,
        head bytea not null check (length(head) = 32),
        previous bytea not null check (length(previous) = 32),
        at timestamptz not null,
        key text not null,
        signature bytea not null
      );

      ${['audit.chain', 'audit.link', 'audit.checkpoint'].map(protect).join('\n')}

      -- Also for whoever sets session_replication_role: an ordinary trigger would not fire for them.
      alter table audit.entry enable always trigger entry_only_added;
      create trigger link_only_added before update or delete or truncate on audit.link
        for each statement execute function audit.refuse_change();
      create trigger checkpoint_only_added before update or delete or truncate on audit.checkpoint
        for each statement execute function audit.refuse_change();
      alter table audit.link enable always trigger link_only_added;
      alter table audit.checkpoint enable always trigger checkpoint_only_added;

      -- Rows not sealed yet are found by transaction, the order they are sealed in.
      create index entry_transaction on audit.entry (xid, id);

      create function audit.canonical(e audit.entry) returns bytea language sql stable
        as $$ select ${CANONICAL} $$;
      create function audit.chain_root(p_chain uuid) returns bytea language sql immutable
        as $$ select sha256(convert_to('encircle audit chain 1 ' || p_chain, 'UTF8')) $$;
      create function audit.next_hash(p_seq bigint, p_previous bytea, p_row bytea) returns bytea language sql immutable
        as $$ select sha256('\\x01'::bytea || int8send(p_seq) || p_previous || p_row) $$;

      -- Held to the end of the transaction by whichever replica seals now.
      create function audit.my_turn() returns boolean language sql volatile
        as $$ select pg_try_advisory_xact_lock(hashtextextended('encircle audit chain', 0)) $$;

      -- Seals up to p_most rows. Answers null when another replica is at it. A transaction below the snapshot's xmin is
      -- over, so no row can come before the ones sealed here. In another cluster than last time (a restored dump)
      -- transaction numbers mean nothing: whatever is visible and not sealed is taken.
      create function audit.seal(p_most integer) returns jsonb
        language plpgsql volatile security definer set search_path = ''
        as $$
        declare
          c record; r record; v_horizon xid8; v_from xid8; v_cluster text; v_moved boolean;
          seqs bigint[] := '{}'; ids bigint[] := '{}'; hashes bytea[] := '{}'; n integer := 0; last record;
        begin
          if not audit.my_turn() then return null; end if;
          select * into c from audit.chain for update;
          select system_identifier::text into v_cluster from pg_control_system();
          if c.id is null then
            c.id := gen_random_uuid(); c.head := audit.chain_root(c.id); c.cluster := v_cluster;
          end if;
          v_moved := c.cluster is distinct from v_cluster;
          v_from := case when v_moved then '0'::xid8 else c.below end;
          v_horizon := pg_snapshot_xmin(pg_current_snapshot());
          for r in
            select e.id, e.xid, ${CANONICAL} as bytes from audit.entry e
            where e.xid >= v_from and (v_moved or e.xid < v_horizon)
              and not exists (select 1 from audit.link l where l.entry_id = e.id)
            order by e.xid, e.id limit p_most
          loop
            n := n + 1; c.seq := c.seq + 1;
            c.head := sha256('\\x01'::bytea || int8send(c.seq) || c.head || r.bytes);
            seqs[n] := c.seq; ids[n] := r.id; hashes[n] := c.head;
            if not v_moved then c.below := r.xid; end if;
          end loop;
          if n > 0 then
            insert into audit.link (seq, entry_id, hash) select * from unnest(seqs, ids, hashes);
          end if;
          if n < p_most then c.below := v_horizon; c.cluster := v_cluster; end if;
          update audit.chain set id = c.id, cluster = c.cluster, below = c.below, seq = c.seq, head = c.head;
          select k.seq, k.at into last from audit.checkpoint k order by k.number desc limit 1;
          return jsonb_build_object('sealed', n, 'seq', c.seq, 'chain', c.id, 'sinceCheckpoint', c.seq - coalesce(last.seq, 0),
            'checkpointAge', extract(epoch from clock_timestamp() - last.at));
        end $$;

      -- What the next checkpoint has to say; the signature is made outside.
      create function audit.checkpoint_due() returns jsonb
        language plpgsql volatile security definer set search_path = ''
        as $$
        begin
          if not audit.my_turn() then return null; end if;
          return (select jsonb_build_object('chain', c.id, 'seq', c.seq, 'head', encode(c.head, 'hex'),
              'at', to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'last', audit.as_line(k))
            from audit.chain c left join lateral (select * from audit.checkpoint order by number desc limit 1) k on true
            where c.seq > coalesce(k.seq, 0));
        end $$;

      create function audit.as_line(k audit.checkpoint) returns jsonb language sql stable
        as $$ select case when k.number is null then null else jsonb_build_object('number', k.number, 'chain', k.chain_id, 'seq', k.seq,
          'head', encode(k.head, 'hex'), 'previous', encode(k.previous, 'hex'),
          'at', to_char(k.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'key', k.key,
          'signature', encode(k.signature, 'hex')) end $$;

      create function audit.keep_checkpoint(p jsonb) returns void
        language plpgsql volatile security definer set search_path = ''
        as $$
        begin
          if not exists (select 1 from audit.chain c where c.id = (p ->> 'chain')::uuid and c.seq = (p ->> 'seq')::bigint
              and c.head = decode(p ->> 'head', 'hex'))
            or (p ->> 'number')::bigint <> (select coalesce(max(k.number), 0) + 1 from audit.checkpoint k) then
            raise exception 'not the next checkpoint of this chain' using errcode = '40001';
          end if;
          insert into audit.checkpoint (number, chain_id, seq, head, previous, at, key, signature)
          values ((p ->> 'number')::bigint, (p ->> 'chain')::uuid, (p ->> 'seq')::bigint, decode(p ->> 'head', 'hex'),
            decode(p ->> 'previous', 'hex'), (p ->> 'at')::timestamptz, p ->> 'key', decode(p ->> 'signature', 'hex'));
        end $$;

      -- Checkpoints from this number on, for the file outside. Null when it is another replica's turn.
      create function audit.checkpoints_from(p_number bigint, p_most integer) returns jsonb
        language plpgsql volatile security definer set search_path = ''
        as $$
        begin
          if not audit.my_turn() then return null; end if;
          return (select jsonb_build_object('chain', (select id from audit.chain), 'lines', coalesce(jsonb_agg(audit.as_line(k) order by k.number), '[]'))
            from (select * from audit.checkpoint where number >= p_number order by number limit p_most) k);
        end $$;

      grant execute on function audit.seal(integer), audit.checkpoint_due(), audit.keep_checkpoint(jsonb),
        audit.checkpoints_from(bigint, integer) to encircle_login;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop function audit.checkpoints_from(bigint, integer), audit.keep_checkpoint(jsonb), audit.checkpoint_due(),
        audit.seal(integer), audit.my_turn(), audit.as_line(audit.checkpoint), audit.next_hash(bigint, bytea, bytea),
        audit.chain_root(uuid), audit.canonical(audit.entry);
      drop index audit.entry_transaction;
      drop table audit.checkpoint, audit.link, audit.chain;
      alter table audit.entry enable trigger entry_only_added;
    `);
  }
}
