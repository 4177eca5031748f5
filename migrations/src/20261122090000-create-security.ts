import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Identity that SQL cannot forge, and the one clock. `sec.enter` binds a verified session to this transaction: the
 * setting it writes carries a keyed digest over user, hat, purpose, backend and transaction start, and every reader
 * (`sec.uid()` and its sisters) checks the digest, so setting the variable by hand changes nothing.
 */
export class CreateSecurity20261122090000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create schema sec;
      create schema app;
      create schema audit;
      revoke all on schema public from public;
      grant usage on schema sec, app, audit to app_user;
      grant usage on schema sec, app, audit to encircle_login;
      alter default privileges revoke execute on functions from public;

      create table sec.clock (
        only_row boolean primary key default true check (only_row),
        "offset" interval not null default '0'
      );
      insert into sec.clock default values;

      create table sec.secret (name text primary key, value bytea not null);
      insert into sec.secret
      values ('context', sha256((gen_random_uuid()::text || gen_random_uuid()::text || gen_random_uuid()::text)::bytea));

      create function sec.now() returns timestamptz
        language sql stable security definer set search_path = '' parallel safe
        as $$ select transaction_timestamp() + (select c."offset" from sec.clock c) $$;

      create function sec.today() returns date
        language sql stable security definer set search_path = '' parallel safe
        as $$ select (sec.now() at time zone 'Europe/London')::date $$;

      create function sec.mac(payload text) returns text
        language sql stable security definer set search_path = ''
        as $$
          select encode(sha256(s.value || sha256(s.value || convert_to(payload || '|' || pg_backend_pid() || '|'
                 || extract(epoch from transaction_timestamp()), 'UTF8'))), 'hex')
          from sec.secret s where s.name = 'context'
        $$;

      -- user | agency | membership | role | person | purpose | reason | session
      create function sec.context() returns text[]
        language plpgsql stable security definer set search_path = ''
        as $$
        declare
          raw text := nullif(current_setting('sec.context', true), '');
          cut int;
        begin
          if raw is null then return null; end if;
          cut := length(raw) - 64;
          if cut < 1 or substr(raw, cut + 1) is distinct from sec.mac(left(raw, cut)) then
            raise exception 'forged context' using errcode = '42501';
          end if;
          return string_to_array(left(raw, cut), '|', '');
        end $$;

      create function sec.uid() returns uuid language sql stable security definer set search_path = ''
        as $$ select (sec.context())[1]::uuid $$;
      create function sec.agency() returns uuid language sql stable security definer set search_path = ''
        as $$ select (sec.context())[2]::uuid $$;
      create function sec.role() returns text language sql stable security definer set search_path = ''
        as $$ select (sec.context())[4] $$;
      create function sec.person() returns uuid language sql stable security definer set search_path = ''
        as $$ select (sec.context())[5]::uuid $$;
      create function sec.purpose() returns text language sql stable security definer set search_path = ''
        as $$ select (sec.context())[6] $$;
      grant execute on function sec.now(), sec.today(), sec.uid(), sec.agency(), sec.role(), sec.person(), sec.purpose()
        to app_user;
      grant execute on function sec.now(), sec.today() to encircle_login;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`drop schema audit cascade; drop schema app cascade; drop schema sec cascade;`);
  }
}
