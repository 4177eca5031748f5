import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a scanner has not answered for yet. The worker runs as the login role, without a session: it is handed sealed bytes
 * and an id, and may only say whether they are clean. It never learns whose they are.
 */
export class ScanDocuments20261125150100 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table app.document add column scan_after timestamptz not null default '-infinity';
      create index document_quarantined on app.document (scan_after) where state = 'QUARANTINED';

      -- Two workers do not take the same file at once; one that dies lets go after a while.
      create function sec.claim_scans(p_most integer) returns table (id uuid, nonce bytea, ciphertext bytea, key_version smallint)
        language sql volatile security definer set search_path = ''
        as $$
          update app.document d set scan_after = clock_timestamp() + interval '1 minute'
          where d.id in (select x.id from app.document x where x.state = 'QUARANTINED' and x.scan_after < clock_timestamp()
            order by x.scan_after, x.id limit p_most for update skip locked)
          returning d.id, d.nonce, d.ciphertext, d.key_version
        $$;

      -- What is harmful is not kept: its row says so, and its bytes are gone.
      create function sec.finish_scan(p_id uuid, p_clean boolean) returns boolean
        language plpgsql volatile security definer set search_path = ''
        as $$
        declare d record;
        begin
          update app.document x set state = case when p_clean then 'CLEAN' else 'REFUSED' end,
              ciphertext = case when p_clean then x.ciphertext else ''::bytea end, version = x.version + 1, updated_at = sec.now()
            where x.id = p_id and x.state = 'QUARANTINED' returning x.* into d;
          if not found then return false; end if;
          insert into audit.entry (actor_id, action, outcome, episode_id, child_ids, categories, channel, request_id)
          values (d.author_id, case when p_clean then 'document.found-clean' else 'document.found-harmful' end,
            case when p_clean then 'ALLOW' else 'DENY' end, d.episode_id, array[d.subject_id], array[d.category], 'job', d.id::text);
          return true;
        end $$;

      -- Files that were sent and not filed within their day.
      create function sec.forget_uploads() returns integer
        language plpgsql volatile security definer set search_path = ''
        as $$
        declare n integer;
        begin
          delete from app.upload where expires_at < sec.now();
          get diagnostics n = row_count;
          return n;
        end $$;
      revoke all on function sec.claim_scans(integer), sec.finish_scan(uuid, boolean), sec.forget_uploads() from public;
      grant execute on function sec.claim_scans(integer), sec.finish_scan(uuid, boolean), sec.forget_uploads() to encircle_login;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop function sec.forget_uploads(), sec.finish_scan(uuid, boolean), sec.claim_scans(integer);
      drop index app.document_quarantined;
      alter table app.document drop column scan_after;
    `);
  }
}
