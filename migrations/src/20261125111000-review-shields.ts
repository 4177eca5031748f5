import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ROW } from './sql/columns.js';
import { protect } from './sql/guards.js';

/** A shield is looked at every three months (rule 6.8): the decision to keep it is kept with its reason. */
export class ReviewShields20261125111000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table app.shield_review (
        ${ROW},
        shield_id uuid not null references app.shield,
        decided_on date not null,
        reason text not null check (length(reason) between 10 and 1000),
        next_review_on date not null
      );
      create index shield_review_shield on app.shield_review (shield_id, decided_on);
      -- Nobody reads or writes it but through these.
      ${protect('app.shield_review')}

      create function sec.review_shield(p_shield uuid, p_version integer, p_reason text, p_next date) returns boolean
        language plpgsql volatile security definer set search_path = ''
        as $$
        declare s app.shield;
        begin
          select * into s from app.shield where id = p_shield for update;
          if s.id is null or not sec.may_keep_shields(s.person_id) or (s.kind = 'SHIELD' and sec.role() <> 'CAFC') then
            raise exception 'not allowed to review this protection' using errcode = '42501';
          end if;
          if s.version <> p_version or sec.now() >= s.until_at then return false; end if;
          insert into app.shield_review (shield_id, decided_on, reason, next_review_on, created_by)
          values (s.id, sec.today(), p_reason, p_next, sec.uid());
          update app.shield set review_on = p_next, version = version + 1, updated_at = sec.now() where id = s.id;
          return true;
        end $$;

      create function sec.shield_reviews(p_ids uuid[])
        returns table (shield_id uuid, decided_on date, reason text, decided_by text)
        language sql stable security definer set search_path = ''
        as $$
          select distinct on (r.shield_id) r.shield_id, r.decided_on, r.reason, u.full_name
          from app.shield_review r join app.shield s on s.id = r.shield_id left join app.app_user u on u.id = r.created_by
          where r.shield_id = any (p_ids) and sec.may_keep_shields(s.person_id)
          order by r.shield_id, r.created_at desc, r.id
        $$;

      -- The task of whoever put it on; of the whole CAF team when they are not of it any more. A reference, no child.
      create function sec.shield_reviews_due()
        returns table (id uuid, ref text, due_on date, from_at timestamptz, version integer)
        language sql stable security definer set search_path = ''
        as $$
          select s.id, (select y.ref from app.episode_subject e join app.episode y on y.id = e.episode_id
              where e.person_id = s.person_id and e.role = 'CHILD_SUBJECT' order by y.opened_on desc, y.id limit 1),
            s.review_on, s.from_at, s.version
          from app.shield s
          where sec.role() = 'CAFC' and s.kind = 'SHIELD' and sec.now() < s.until_at and s.review_on <= sec.today() + 14
            and sec.may_keep_shields(s.person_id)
            and (s.created_by = sec.uid() or not exists (select 1 from app.membership k where k.user_id = s.created_by
              and k.role = 'CAFC' and k.valid_from <= sec.today() and (k.valid_to is null or sec.today() <= k.valid_to)))
          order by s.review_on, s.id limit 100
        $$;
      revoke all on function sec.review_shield(uuid, integer, text, date), sec.shield_reviews(uuid[]), sec.shield_reviews_due()
        from public;
      grant execute on function sec.review_shield(uuid, integer, text, date), sec.shield_reviews(uuid[]), sec.shield_reviews_due()
        to app_user;`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop function sec.shield_reviews_due(), sec.shield_reviews(uuid[]), sec.review_shield(uuid, integer, text, date);
      drop table app.shield_review;`);
  }
}
