import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ROW } from './sql/columns.js';
import { CONTEXT, mayWrite, notBarred, notHidden, protect } from './sql/guards.js';

const { UID, AGENCY, ROLE, NOW, TEAM, WORKER_ROLES } = CONTEXT;

const OWN_PLACE = (episode: string): string => `
  exists (select 1 from app.edge e where e.episode_id = ${episode} and e.user_id = ${UID} and e.agency_id = ${AGENCY}
    and e.kind in ${TEAM} and e.from_at <= ${NOW} and ${NOW} < e.until_at)`;

/** Of a case, or of none: then nothing about a case can shut it. */
const CASE_OPEN = (episode: string): string => `
  (${episode} is null or (${notBarred(episode)} and ${notHidden(`sec.first_child(${episode})`)}))`;

const LIFECYCLE = 'sec.lifecycle_facts(uuid)';
const MEETINGS = `'tapReviews', (select count(*)`;
/** A plan looked at again counts as a consultation that was held does. */
const MEETINGS_AND_PLANS = `'tapReviews', sec.engagement_reviews(x.id) + (select count(*)`;

/**
 * Work without agreement (rules 5.5, T06, T11). Each service keeps a plan of its own that nobody else reads, also later. A
 * consultation holds no person: which case it is about stands in a row of its own, for the service that asked.
 */
export class WorkWithoutAgreement20261124140000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table app.consultation (
        ${ROW},
        asked_agency_id uuid not null references app.agency,
        question text not null check (length(question) between 30 and 4000),
        held_on date,
        advice text,
        held_by uuid references app.app_user,
        constraint held_whole check ((held_on is null) = (advice is null))
      );
      create index consultation_asked on app.consultation (created_at, id);
      create index consultation_asker on app.consultation (created_by, created_at);

      create table app.consultation_member (
        ${ROW},
        consultation_id uuid not null references app.consultation,
        user_id uuid not null references app.app_user,
        agency_id uuid not null references app.agency,
        unique (consultation_id, user_id)
      );
      create index consultation_member_user on app.consultation_member (user_id, consultation_id);

      create table app.consultation_case (
        ${ROW},
        consultation_id uuid not null unique references app.consultation,
        episode_id uuid not null references app.episode,
        agency_id uuid not null references app.agency
      );
      create index consultation_case_episode on app.consultation_case (episode_id);

      create table app.engagement_plan (
        ${ROW},
        agency_id uuid not null references app.agency,
        author_id uuid not null references app.app_user,
        episode_id uuid references app.episode,
        consultation_id uuid references app.consultation,
        own_part text not null,
        offered text,
        next_offer_on date not null,
        review_on date not null,
        ended_at timestamptz,
        constraint of_a_case_or_a_consultation check (num_nonnulls(episode_id, consultation_id) = 1)
      );
      create index engagement_plan_episode on app.engagement_plan (episode_id, agency_id);
      create index engagement_plan_consultation on app.engagement_plan (consultation_id);

      create table app.engagement_review (
        ${ROW},
        plan_id uuid not null references app.engagement_plan,
        held_on date not null,
        words text not null,
        what_next text not null check (what_next in ('GO_ON', 'ASK_AGAIN', 'END'))
      );
      create index engagement_review_plan on app.engagement_review (plan_id, held_on);

      ${['consultation', 'consultation_member', 'consultation_case', 'engagement_plan', 'engagement_review']
        .map((table) => protect(`app.${table}`))
        .join('')}

      grant select, insert on app.consultation, app.consultation_member, app.consultation_case, app.engagement_plan,
        app.engagement_review to app_user;
      grant update (held_on, advice, held_by, version, updated_at) on app.consultation to app_user;
      grant update (own_part, offered, next_offer_on, review_on, ended_at, version, updated_at) on app.engagement_plan to app_user;

      create policy concerned on app.consultation_member for select to app_user
        using (user_id = ${UID} or created_by = ${UID} or ${ROLE} = 'CAFC');
      create policy asker_adds on app.consultation_member for insert to app_user with check (created_by = ${UID}
        and ${ROLE} in ${WORKER_ROLES});

      -- Whoever is kept out of the case, by a block, a seal or a shield, is kept out of what was asked about it too.
      create function sec.consultation_open(p_consultation uuid) returns boolean
        language sql stable security definer set search_path = ''
        as $$
          select not exists (select 1 from app.consultation_case k where k.consultation_id = p_consultation
            and (k.episode_id = any (sec.barred_episodes()) or sec.first_child(k.episode_id) = any (sec.hidden_people())))
        $$;
      revoke all on function sec.consultation_open(uuid) from public;
      grant execute on function sec.consultation_open(uuid) to app_user;
      create policy case_open on app.consultation as restrictive for select to app_user
        using (sec.consultation_open(consultation.id));

      create policy concerned on app.consultation for select to app_user using (
        created_by = ${UID} or ${ROLE} = 'CAFC' or (${ROLE} = 'AMGR' and asked_agency_id = ${AGENCY})
        or exists (select 1 from app.consultation_member m where m.consultation_id = consultation.id and m.user_id = ${UID}));
      create policy worker_asks on app.consultation for insert to app_user
        with check (created_by = ${UID} and asked_agency_id = ${AGENCY} and ${ROLE} in ${WORKER_ROLES});
      create policy asker_holds on app.consultation for update to app_user using (created_by = ${UID} or ${ROLE} = 'CAFC');

      create policy own_agency on app.consultation_case for select to app_user using (agency_id = ${AGENCY} and (
        created_by = ${UID} or ${ROLE} = 'AMGR' or ${OWN_PLACE('consultation_case.episode_id')}));
      create policy asker_links on app.consultation_case for insert to app_user with check (
        created_by = ${UID} and agency_id = ${AGENCY} and ${mayWrite('consultation_case')});
      create policy case_open on app.consultation_case as restrictive for select to app_user
        using (${CASE_OPEN('consultation_case.episode_id')});

      create policy own_agency on app.engagement_plan for select to app_user using (
        ${ROLE} in ${WORKER_ROLES} and (author_id = ${UID} or (agency_id = ${AGENCY} and (
          ${ROLE} = 'AMGR' or (episode_id is not null and ${OWN_PLACE('engagement_plan.episode_id')}))))
        or (${ROLE} = 'IGO' and exists (select 1 from app.edge k where k.episode_id = engagement_plan.episode_id
          and k.user_id = ${UID} and k.kind = 'IGO_TASK' and k.from_at <= ${NOW} and ${NOW} < k.until_at)));
      create policy worker_adds on app.engagement_plan for insert to app_user with check (
        author_id = ${UID} and created_by = ${UID} and agency_id = ${AGENCY} and ${ROLE} in ${WORKER_ROLES}
        and (case when episode_id is not null then ${OWN_PLACE('engagement_plan.episode_id')} else exists (
          select 1 from app.consultation_member m where m.consultation_id = engagement_plan.consultation_id
            and m.user_id = ${UID} and m.agency_id = ${AGENCY}) end));
      create policy own_agency_changes on app.engagement_plan for update to app_user
        using (agency_id = ${AGENCY} and ${ROLE} in ${WORKER_ROLES}) with check (agency_id = ${AGENCY});
      create policy case_open on app.engagement_plan as restrictive for select to app_user
        using (${CASE_OPEN('engagement_plan.episode_id')});

      create policy with_its_plan on app.engagement_review for select to app_user using (
        exists (select 1 from app.engagement_plan p where p.id = engagement_review.plan_id));
      create policy worker_reviews on app.engagement_review for insert to app_user with check (created_by = ${UID}
        and exists (select 1 from app.engagement_plan p where p.id = engagement_review.plan_id and p.agency_id = ${AGENCY}));

      -- How often services have looked at their plans on this case: a number, for who ends the work (guard of T11).
      create function sec.engagement_reviews(p_episode uuid) returns integer
        language sql stable security definer set search_path = ''
        as $$
          select count(*)::integer from app.engagement_review r join app.engagement_plan p on p.id = r.plan_id
          where p.episode_id = p_episode and p_episode <> all (sec.barred_episodes()) and (
            sec.role() = 'CAFC' or exists (select 1 from app.edge e where e.episode_id = p_episode
              and e.agency_id = sec.agency() and e.kind in ${TEAM} and (e.user_id = sec.uid() or sec.role() = 'AMGR')
              and e.from_at <= sec.now() and sec.now() < e.until_at))
        $$;
      revoke all on function sec.engagement_reviews(uuid) from public;
      grant execute on function sec.engagement_reviews(uuid) to app_user;
    `);
    await this.reword(q, MEETINGS, MEETINGS_AND_PLANS);
  }

  private async reword(q: QueryRunner, from: string, to: string): Promise<void> {
    const [row] = (await q.query(`select pg_get_functiondef('${LIFECYCLE}'::regprocedure) as text`)) as {
      text: string;
    }[];
    if (!row?.text.includes(from)) throw new Error(`${LIFECYCLE} does not say ${from}`);
    await q.query(row.text.replace(from, to));
  }

  async down(q: QueryRunner): Promise<void> {
    await this.reword(q, MEETINGS_AND_PLANS, MEETINGS);
    await q.query(`
      drop function sec.engagement_reviews(uuid);
      drop table app.engagement_review, app.engagement_plan, app.consultation_case, app.consultation_member, app.consultation;
      drop function sec.consultation_open(uuid);
    `);
  }
}
