import type { MigrationInterface, QueryRunner } from 'typeorm';
import { label, ROW } from './sql/columns.js';
import { CONTEXT, notBarred, protect, protectContent } from './sql/guards.js';

const { UID, PERSON } = CONTEXT;

const TABLES = `
  -- Who may not have contact with a child, and what of the record is kept from them (rules 3.5 and 6.6).
  create table app.contact_order (
    ${ROW},
    ${label('FAMILY')},
    person_id uuid not null references app.person,
    kind text not null check (kind in ('NON_MOLESTATION', 'NO_CONTACT', 'PROHIBITED_STEPS', 'RESTRAINING', 'BAIL_CONDITION', 'SECTION_8')),
    terms text not null check (length(terms) between 10 and 2000),
    document_ref text check (length(document_ref) between 1 and 200),
    keeps text not null check (keeps in ('WHERE', 'ALL', 'NOTHING')),
    from_on date not null,
    until_on date,
    review_on date not null,
    ended_on date,
    constraint of_a_child check (subject_id is not null),
    constraint not_the_child check (person_id <> subject_id),
    constraint runs_forward check (until_on >= from_on)
  );
  create index contact_order_episode on app.contact_order (episode_id);

  create table app.contact_order_review (
    ${ROW},
    order_id uuid not null references app.contact_order,
    decided_on date not null,
    decision text not null check (decision in ('KEEP', 'END')),
    reason text not null,
    until_on date,
    review_on date
  );
  create index contact_order_review_order on app.contact_order_review (order_id, decided_on);

  -- What the policy reads of it: the person is kept from these kinds, from its first day until somebody ends it.
  alter table app.court_order add column contact_order_id uuid unique references app.contact_order;`;

const ACTS = `
  create function sec.keep_contact_order() returns trigger
    language plpgsql volatile security definer set search_path = ''
    as $$
    begin
      if tg_op = 'INSERT' then
        if new.keeps <> 'NOTHING' then
          insert into app.court_order (person_id, effect, recipient_id, categories, from_at, contact_order_id, created_by)
          values (new.subject_id, 'RESTRICT', new.person_id, case new.keeps
            when 'WHERE' then array['IDENT', 'INVOLVE', 'MEETING']
            else array['IDENT', 'INVOLVE', 'CHILD', 'PARENTING', 'FAMILY', 'HEALTH', 'ADULT', 'SENS_SH', 'SENS_MH', 'SENS_SM',
              'OFFENCE', 'DV', 'PLAN', 'MEETING', 'NOTES', 'IMMIG', 'LOG'] end,
            new.from_on::timestamp at time zone 'Europe/London', new.id, new.created_by);
        end if;
      elsif new.ended_on is not null and old.ended_on is null then
        update app.court_order o set until_at = greatest(o.from_at, sec.now()), version = o.version + 1, updated_at = sec.now()
        where o.contact_order_id = new.id;
      end if;
      return null;
    end $$;
  create trigger contact_order_acts after insert or update of ended_on on app.contact_order
    for each row execute function sec.keep_contact_order();

  -- To look at again, for whoever leads (or, while nobody does, wrote the case): four weeks ahead of the day.
  create function sec.contact_orders_due()
    returns table (id uuid, episode_id uuid, subject_id uuid, kind text, due_on date, created_at timestamptz, version integer)
    language sql stable security definer set search_path = ''
    as $$
      select o.id, o.episode_id, o.subject_id, o.kind, least(o.review_on, o.until_on), o.created_at, o.version
      from app.edge e join app.contact_order o on o.episode_id = e.episode_id join app.episode x on x.id = e.episode_id
      where e.user_id = sec.uid() and e.agency_id = sec.agency() and e.from_at <= sec.now() and sec.now() < e.until_at
        and (e.kind = 'LP' or (e.kind = 'AUTHOR' and not exists (select 1 from app.edge l where l.episode_id = e.episode_id
          and l.kind = 'LP' and l.from_at <= sec.now() and sec.now() < l.until_at)))
        and o.ended_on is null and least(o.review_on, o.until_on) <= sec.today() + 28
        and x.state not in ('REJECTED', 'CLOSED', 'MERGED', 'ARCHIVED', 'DISPOSED')
        and o.episode_id <> all (sec.barred_episodes()) and o.subject_id <> all (sec.hidden_people())
      limit 100
    $$;
  revoke all on function sec.keep_contact_order(), sec.contact_orders_due() from public;
  grant execute on function sec.contact_orders_due() to app_user;`;

/** Orders about contact: recorded, acting on the person they are against, and never over by themselves. */
export class RecordContactOrders20261125110000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(TABLES);
    await q.query(protectContent('app.contact_order'));
    await q.query(`
      revoke update on app.contact_order from app_user;
      grant update (until_on, review_on, ended_on, version, updated_at) on app.contact_order to app_user;
      -- Whoever an order is against learns nothing from it, not by a right of their own either.
      create policy not_whom_it_is_against on app.contact_order as restrictive to app_user
        using (person_id is distinct from ${PERSON}) with check (person_id is distinct from ${PERSON});
      create policy not_barred on app.contact_order as restrictive to app_user
        using (${notBarred('episode_id')}) with check (${notBarred('episode_id')});
      ${protect('app.contact_order_review')}
      grant select, insert on app.contact_order_review to app_user;
      create policy with_the_order on app.contact_order_review for select to app_user
        using (exists (select 1 from app.contact_order o where o.id = order_id));
      create policy own on app.contact_order_review for insert to app_user
        with check (created_by = ${UID} and exists (select 1 from app.contact_order o where o.id = order_id));`);
    await q.query(ACTS);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop function sec.contact_orders_due();
      drop trigger contact_order_acts on app.contact_order;
      drop function sec.keep_contact_order();
      alter table app.court_order drop column contact_order_id;
      drop table app.contact_order_review, app.contact_order;`);
  }
}
