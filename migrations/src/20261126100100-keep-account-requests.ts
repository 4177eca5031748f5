import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ROW } from './sql/columns.js';
import { CONTEXT, protect } from './sql/guards.js';

const { ROLE } = CONTEXT;

/**
 * Somebody of a family asks for an account (rule 6.6). What is kept is their own words and the answer; no row says whether
 * there is a record, and the letter is the same for everybody whose account is not opened.
 */
export class KeepAccountRequests20261126100100 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table app.account_request (
        ${ROW},
        reference text not null unique,
        requester text not null check (length(requester) between 2 and 200),
        capacity text not null check (capacity in ('PARENT', 'YOUNG_PERSON', 'OTHER')),
        about text not null check (length(about) between 2 and 300),
        asked_how text not null check (asked_how in ('LETTER', 'EMAIL', 'PHONE', 'IN_PERSON')),
        received_on date not null,
        status text not null default 'WAITING' check (status in ('WAITING', 'NEUTRAL', 'OPENED')),
        reason text check (length(reason) between 10 and 1000),
        identity text check (length(identity) between 5 and 300),
        answered_by uuid references app.app_user,
        answered_on date,
        constraint answered_whole check ((status = 'WAITING') = (answered_on is null) and (status = 'WAITING') = (reason is null)
          and (status = 'WAITING') = (answered_by is null)),
        constraint opened_is_proven check ((status = 'OPENED') = (identity is not null))
      );
      create index account_request_register on app.account_request (created_at desc, id desc);
      ${protect('app.account_request')}
      grant select, insert on app.account_request to app_user;
      grant update (status, reason, identity, answered_by, answered_on, version, updated_at) on app.account_request to app_user;
      create policy officers on app.account_request to app_user using (${ROLE} = 'IGO') with check (${ROLE} = 'IGO');

      -- Opens the child's record to a parent whose name and responsibility stand on the case. Protected children, orders and
      -- a risk that was written down are one and the same no as a number nobody has.
      create function sec.open_account(p_ref text, p_name text) returns uuid
        language plpgsql volatile security definer set search_path = ''
        as $$
        declare found_in uuid; who uuid[];
        begin
          if sec.role() <> 'IGO' then raise exception 'not allowed to open accounts' using errcode = '42501'; end if;
          select x.id into found_in from app.episode x where x.ref = p_ref and x.id <> all (sec.barred_episodes())
            and x.state not in ('REJECTED', 'MERGED', 'ARCHIVED', 'DISPOSED');
          select array_agg(distinct p.id) into who from app.episode_subject s
            join app.relationship r on r.child_id = s.person_id and r.has_pr = 'YES' join app.person p on p.id = r.person_id
            where s.episode_id = found_in and s.role = 'CHILD_SUBJECT' and sec.fold(concat_ws(' ', p.given_names, p.family_name)) = sec.fold(p_name);
          if coalesce(array_length(who, 1), 0) <> 1 then return null; end if;
          if exists (select 1 from app.episode_subject s join app.relationship r on r.child_id = s.person_id and r.person_id = who[1]
              where s.episode_id = found_in and r.portal = 'RISK')
            or exists (select 1 from app.shield h join app.episode_subject s on s.episode_id = found_in
              where h.until_at > sec.now() and s.person_id = any (array_append(h.protected_person_ids, h.person_id) || h.household_person_ids))
            or exists (select 1 from app.court_order o join app.episode_subject s on s.episode_id = found_in and s.person_id = o.person_id
              where o.effect = 'RESTRICT' and o.recipient_id = who[1] and sec.now() < o.until_at) then
            return null;
          end if;
          update app.relationship r set portal = 'VERIFIED', version = r.version + 1, updated_at = sec.now()
          where r.person_id = who[1] and r.has_pr = 'YES' and r.portal <> 'VERIFIED' and r.child_id in (
            select s.person_id from app.episode_subject s where s.episode_id = found_in and s.role = 'CHILD_SUBJECT');
          return found_in;
        end $$;
      revoke all on function sec.open_account(text, text) from public;
      grant execute on function sec.open_account(text, text) to app_user;`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop function sec.open_account(text, text);
      drop table app.account_request;`);
  }
}
