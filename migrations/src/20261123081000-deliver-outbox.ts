import type { MigrationInterface, QueryRunner } from 'typeorm';
import { DELIVERY } from './sql/delivery.js';
import { CONTEXT, protect } from './sql/policies.js';

const { UID } = CONTEXT;

/**
 * The outbox gets its worker: who has taken what and until when, when to try again, what became of it. Each entry with a
 * recipient is also a notice in the program, from the moment it is written.
 */
export class DeliverOutbox20261123081000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table app.outbox
        add column next_try_at timestamptz not null default clock_timestamp(),
        add column claim uuid,
        add column claimed_until timestamptz,
        add column outcome text check (outcome in ('SENT', 'IN_APP', 'FOR_DIGEST', 'HELD_BACK', 'EMPTY')),
        add column problem text,
        add column dedup_key text,
        add column digest_id uuid references app.outbox;
      drop index app.outbox_open;
      create index outbox_due on app.outbox (next_try_at) where done_at is null;
      create unique index outbox_once on app.outbox (dedup_key) where dedup_key is not null;
      create index outbox_for_digest on app.outbox (recipient_id) where outcome = 'FOR_DIGEST' and digest_id is null;
      create index outbox_digest on app.outbox (digest_id) where digest_id is not null;

      create table app.notice (
        id uuid primary key,
        recipient_id uuid not null references app.app_user,
        topic text not null,
        episode_id uuid references app.episode,
        payload jsonb not null,
        created_at timestamptz not null default sec.now(),
        read_at timestamptz
      );
      create index notice_recipient on app.notice (recipient_id, created_at desc, id desc);
      ${protect('app.notice')}
      grant select, update (read_at) on app.notice to app_user;
      create policy own on app.notice for select to app_user using (recipient_id = ${UID});
      create policy own_read on app.notice for update to app_user using (recipient_id = ${UID}) with check (recipient_id = ${UID});

      create table app.notice_choice (
        user_id uuid not null references app.app_user,
        kind text not null check (kind in ('MEETINGS', 'CASES', 'SAFETY')),
        mail text not null check (mail in ('EACH', 'DAILY', 'NONE')),
        updated_at timestamptz not null default sec.now(),
        primary key (user_id, kind)
      );
      ${protect('app.notice_choice')}
      grant select, insert, update on app.notice_choice to app_user;
      create policy own on app.notice_choice to app_user using (user_id = ${UID}) with check (user_id = ${UID});

      -- What would have been sent, kept where there is no mail server: the invented borough only.
      create table app.demo_mail (
        message_id text primary key,
        recipient_id uuid not null references app.app_user,
        address text not null,
        subject text not null,
        body text not null,
        calendar text,
        sent_at timestamptz not null default sec.now()
      );
      create index demo_mail_recipient on app.demo_mail (recipient_id, sent_at desc);
      ${protect('app.demo_mail')}
      grant select on app.demo_mail to app_user;
      create policy own on app.demo_mail for select to app_user using (recipient_id = ${UID});

      create function sec.make_notice() returns trigger
        language plpgsql volatile security definer set search_path = ''
        as $$
        begin
          insert into app.notice (id, recipient_id, topic, episode_id, payload, created_at)
          values (new.id, new.recipient_id, new.topic, new.episode_id, new.payload, new.created_at);
          return null;
        end $$;
      create trigger outbox_makes_notice after insert on app.outbox
        for each row when (new.recipient_id is not null and new.topic <> 'digest.daily') execute function sec.make_notice();
      ${DELIVERY}
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop function sec.deliveries_waiting, sec.retry_deliveries, sec.keep_demo_mail, sec.queue_digests, sec.digest_parts,
        sec.fail_delivery, sec.finish_delivery, sec.enter_delivery, sec.claim_deliveries;
      drop trigger outbox_makes_notice on app.outbox;
      drop function sec.make_notice;
      drop table app.demo_mail, app.notice_choice, app.notice;
      drop index app.outbox_due, app.outbox_once, app.outbox_for_digest, app.outbox_digest;
      alter table app.outbox drop column digest_id, drop column dedup_key, drop column problem, drop column outcome,
        drop column claimed_until, drop column claim, drop column next_try_at;
      create index outbox_open on app.outbox (created_at) where done_at is null;
    `);
  }
}
