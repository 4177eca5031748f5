import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ROW } from './sql/columns.js';
import { CONTEXT, notBarred, protect } from './sql/guards.js';
import { DROP_PANEL_FUNCTIONS, PANEL_FUNCTIONS, PANEL_GRANTS } from './sql/panels.js';

const { UID, AGENCY, ROLE, NOW, TEAM } = CONTEXT;

const DAYS = `(select sec.panel_days())::uuid[]`;

/** A live place with the family: one's own, or a colleague's for whom this manager answers. */
const ON_TEAM = (episode: string): string => `
  (${ROLE} in ('PRACT', 'AMGR') and exists (select 1 from app.edge e where e.episode_id = ${episode} and e.kind in ${TEAM}
    and e.agency_id = ${AGENCY} and (e.user_id = ${UID} or ${ROLE} = 'AMGR') and e.from_at <= ${NOW} and ${NOW} < e.until_at))`;

const ON_AGENDA = (episode: string): string => `
  (${ROLE} = 'PANEL' and exists (select 1 from app.edge e where e.episode_id = ${episode} and e.kind = 'PANEL_AGENDA'
    and e.agency_id = ${AGENCY} and e.user_id = ${UID} and e.from_at <= ${NOW} and ${NOW} < e.until_at))`;

/**
 * Days of a panel and what is brought to them. The tables hold who, when and in what order; what the panel is asked about a
 * named family and what it decided is content of the case, with the moves (T19, T20). Only where names are left out does the
 * question stand here, looked through for what says who it is.
 */
export class CreatePanelDays20261126110000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table app.panel_day (
        ${ROW},
        agency_id uuid not null references app.agency,
        on_day date not null,
        starts_at text not null check (starts_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
        place text not null check (length(place) between 2 and 200),
        chair_id uuid not null references app.app_user,
        status text not null default 'PLANNED' check (status in ('PLANNED', 'CANCELLED'))
      );
      create index panel_day_list on app.panel_day (on_day desc, id desc);

      create table app.panel_member (
        ${ROW},
        day_id uuid not null references app.panel_day,
        user_id uuid not null references app.app_user,
        attendance text check (attendance in ('CAME', 'APOLOGIES', 'DID_NOT_COME')),
        constraint panel_member_once unique (day_id, user_id)
      );
      create index panel_member_user on app.panel_member (user_id);

      create table app.panel_item (
        ${ROW},
        day_id uuid not null references app.panel_day,
        episode_id uuid not null references app.episode,
        position integer not null check (position > 0),
        minutes smallint not null check (minutes between 5 and 120),
        presenter_id uuid not null references app.app_user,
        presenter_agency_id uuid not null references app.agency,
        without_names boolean not null,
        question text check (length(question) between 3 and 4000),
        summary text check (length(summary) between 3 and 4000),
        status text not null default 'ON_AGENDA' check (status in ('ON_AGENDA', 'WITHDRAWN', 'DECIDED')),
        withdrawn_reason text check (withdrawn_reason in ('AGREEMENT_ENDED', 'NO_LONGER_NEEDED', 'NOT_READY', 'ANOTHER_DAY', 'CASE_MOVED_ON')),
        sent_at timestamptz,
        decided_at timestamptz,
        constraint words_only_without_names check ((question is not null) = without_names and (summary is not null) = without_names),
        constraint withdrawn_says_why check ((status = 'WITHDRAWN') = (withdrawn_reason is not null)),
        constraint decided_when check ((status = 'DECIDED') = (decided_at is not null))
      );
      create unique index panel_item_once on app.panel_item (episode_id) where status = 'ON_AGENDA';
      create index panel_item_episode on app.panel_item (episode_id, created_at desc);
      create index panel_item_agenda on app.panel_item (day_id, position, id);

      -- Proof of who had which copy: its fingerprint, not its words.
      create table app.panel_copy (
        ${ROW},
        item_id uuid not null references app.panel_item,
        episode_id uuid not null references app.episode,
        user_id uuid not null references app.app_user,
        channel text not null check (channel in ('SCREEN', 'PDF')),
        fingerprint text not null check (length(fingerprint) = 64),
        categories text[] not null,
        paragraphs integer not null,
        first_at timestamptz not null default sec.now(),
        last_at timestamptz not null default sec.now(),
        constraint panel_copy_once unique (item_id, user_id, channel, fingerprint)
      );
      create index panel_copy_episode on app.panel_copy (episode_id);

      ${PANEL_FUNCTIONS}
      ${PANEL_GRANTS}

      ${protect('app.panel_day')}
      grant select, insert on app.panel_day to app_user;
      grant update (on_day, starts_at, place, chair_id, status, version, updated_at) on app.panel_day to app_user;
      create policy those_who_bring_and_keep on app.panel_day for select to app_user
        using (${ROLE} in ('PRACT', 'AMGR', 'CAFC') or id = any (${DAYS}));
      create policy caf_team_adds on app.panel_day for insert to app_user with check (${ROLE} = 'CAFC');
      create policy caf_team_changes on app.panel_day for update to app_user using (${ROLE} = 'CAFC') with check (${ROLE} = 'CAFC');

      ${protect('app.panel_member')}
      grant select, insert on app.panel_member to app_user;
      grant update (attendance, version, updated_at) on app.panel_member to app_user;
      create policy those_who_bring_and_keep on app.panel_member for select to app_user
        using (${ROLE} in ('PRACT', 'AMGR', 'CAFC') or day_id = any (${DAYS}));
      create policy caf_team_adds on app.panel_member for insert to app_user with check (${ROLE} = 'CAFC');
      create policy who_came on app.panel_member for update to app_user
        using (${ROLE} = 'CAFC' or exists (select 1 from app.panel_day d where d.id = day_id and d.chair_id = ${UID} and d.id = any (${DAYS})));

      ${protect('app.panel_item')}
      grant select, insert on app.panel_item to app_user;
      grant update (position, minutes, version, updated_at) on app.panel_item to app_user;
      create policy agenda on app.panel_item for select to app_user
        using (${ROLE} = 'CAFC' or ${ON_TEAM('panel_item.episode_id')}
          or (${ON_AGENDA('panel_item.episode_id')} and day_id = any (${DAYS}) and sent_at is not null));
      create policy brought on app.panel_item for insert to app_user
        with check (created_by = ${UID} and (${ROLE} = 'CAFC' or ${ON_TEAM('panel_item.episode_id')}));
      create policy in_order on app.panel_item for update to app_user using (${ROLE} = 'CAFC') with check (${ROLE} = 'CAFC');
      create policy not_barred on app.panel_item as restrictive to app_user
        using (${notBarred('episode_id')}) with check (${notBarred('episode_id')});

      ${protect('app.panel_copy')}
      grant select, insert on app.panel_copy to app_user;
      grant update (last_at, version, updated_at) on app.panel_copy to app_user;
      create policy own_and_keepers on app.panel_copy for select to app_user
        using (user_id = ${UID} or ${ROLE} = 'CAFC' or ${ON_TEAM('panel_copy.episode_id')});
      create policy own_copy on app.panel_copy for insert to app_user
        with check (user_id = ${UID} and ${ON_AGENDA('panel_copy.episode_id')});
      create policy own_again on app.panel_copy for update to app_user using (user_id = ${UID}) with check (user_id = ${UID});
      create policy not_barred on app.panel_copy as restrictive to app_user
        using (${notBarred('episode_id')}) with check (${notBarred('episode_id')});
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      ${DROP_PANEL_FUNCTIONS}
      drop table app.panel_copy, app.panel_item, app.panel_member, app.panel_day;
      drop function sec.panel_days();
    `);
  }
}
