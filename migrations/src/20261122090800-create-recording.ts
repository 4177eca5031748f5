import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CATEGORIES, ROW, label, list } from './sql/columns.js';

/** Notes, safeguarding referrals, and what restricts or raises access: shields, blocks, grants. */
export class CreateRecording20261122090800 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table app.note (
        ${ROW},
        ${label()},
        kind text not null,
        event_on date not null,
        text text not null,
        said_by text,
        own_words boolean not null default false,
        child_seen text check (child_seen in ('SEEN_ALONE', 'SEEN_WITH_OTHERS', 'NOT_SEEN')),
        significant boolean not null default false,
        struck_at timestamptz,
        struck_by uuid references app.app_user,
        struck_reason text,
        constraint struck_says_why check (struck_at is null or struck_reason is not null)
      );
      create index note_episode on app.note (episode_id, event_on desc);

      create table app.referral (
        ${ROW},
        episode_id uuid references app.episode,
        subject_id uuid references app.person,
        about_person_id uuid references app.person,
        category text not null default 'SAFE' check (category = 'SAFE'),
        source_agency_id uuid not null references app.agency,
        author_id uuid not null references app.app_user,
        named_worker_ids uuid[] not null default '{}',
        child_named text,
        facts text,
        ground text,
        agreement text,
        family_told text check (family_told in ('YES', 'NO')),
        not_told_reason text,
        status text not null default 'SENT' check (status in ('SENT', 'RECEIVED', 'ACCEPTED', 'NOT_ACCEPTED', 'CHALLENGED')),
        acceptance_ref text,
        decision_reason text,
        decided_by uuid references app.app_user,
        decided_at timestamptz,
        completed_at timestamptz
      );
      create index referral_episode on app.referral (episode_id);

      create table app.shield (
        ${ROW},
        person_id uuid not null references app.person,
        protected_person_ids uuid[] not null default '{}',
        household_person_ids uuid[] not null default '{}',
        kind text not null default 'SHIELD' check (kind in ('SHIELD', 'SEAL')),
        ground text not null,
        from_at timestamptz not null default sec.now(),
        until_at timestamptz not null default 'infinity',
        review_on date
      );
      create index shield_person on app.shield (person_id);

      create table app.shield_member (
        ${ROW},
        shield_id uuid not null references app.shield,
        user_id uuid not null references app.app_user,
        from_at timestamptz not null default sec.now(),
        until_at timestamptz not null default 'infinity'
      );
      create index shield_member_user on app.shield_member (user_id, shield_id);

      create table app.conflict_block (
        ${ROW},
        person_id uuid not null references app.person,
        user_id uuid not null references app.app_user,
        reason text not null,
        from_at timestamptz not null default sec.now(),
        until_at timestamptz not null default 'infinity'
      );
      create index conflict_block_user on app.conflict_block (user_id, person_id);

      create table app.access_grant (
        ${ROW},
        kind text not null check (kind in ('DISCLOSURE', 'BREAK_GLASS', 'COURT_ORDER')),
        episode_id uuid not null references app.episode,
        subject_id uuid not null references app.person,
        user_id uuid references app.app_user,
        agency_id uuid references app.agency,
        categories text[] not null check (categories <@ array[${list(CATEGORIES)}]),
        purpose text not null,
        ground text not null,
        reason text not null,
        from_at timestamptz not null default sec.now(),
        until_at timestamptz not null,
        check (num_nonnulls(user_id, agency_id) = 1)
      );
      create index access_grant_user on app.access_grant (user_id, episode_id);
      create index access_grant_agency on app.access_grant (agency_id, episode_id);

      create table app.idempotency (
        user_id uuid not null references app.app_user,
        key text not null check (length(key) between 8 and 100),
        request_hash text not null,
        status integer not null,
        body jsonb not null,
        created_at timestamptz not null default sec.now(),
        primary key (user_id, key)
      );

      create table app.outbox (
        id uuid primary key default gen_random_uuid(),
        topic text not null,
        episode_id uuid references app.episode,
        recipient_id uuid references app.app_user,
        payload jsonb not null,
        created_at timestamptz not null default sec.now(),
        done_at timestamptz,
        tries integer not null default 0
      );
      create index outbox_open on app.outbox (created_at) where done_at is null;

      create table app.search_allowance (
        user_id uuid not null references app.app_user,
        hour timestamptz not null,
        used integer not null,
        primary key (user_id, hour)
      );

      create table app.demo_marker (only_row boolean primary key default true check (only_row), anchor date not null, loaded_at timestamptz not null default now());
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop table app.demo_marker, app.search_allowance, app.outbox, app.idempotency, app.access_grant,
        app.conflict_block, app.shield_member, app.shield, app.referral, app.note;
    `);
  }
}
