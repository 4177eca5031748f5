import type { MigrationInterface, QueryRunner } from 'typeorm';
import { label, ROW } from './sql/columns.js';
import { CONTEXT, notBarred, protect, readPolicies } from './sql/guards.js';

const { UID, ROLE, AGENCY, NOW } = CONTEXT;
const live = (e: string): string => `${e}.from_at <= ${NOW} and ${NOW} < ${e}.until_at`;

/** What is to be looked at, for whoever's it is: a return to answer, and for managers a finished version nobody has looked at. */
const TASKS = `
  create function sec.oversight_tasks(p_usual integer)
    returns table (kind text, id uuid, assessment_id uuid, episode_id uuid, base date, days integer, who text, at timestamptz,
      version integer)
    language sql stable security definer set search_path = ''
    as $$
      select 'RETURNED', o.id, o.assessment_id, o.episode_id, (o.created_at at time zone 'Europe/London')::date,
        coalesce((sec.timescales_at(o.created_at) ->> 'oversight.wd')::integer, p_usual), u.full_name, o.created_at, o.version
      from app.edge e join app.oversight o on o.episode_id = e.episode_id join app.app_user u on u.id = o.author_id
      where e.user_id = sec.uid() and e.agency_id = sec.agency() and e.kind in ('AUTHOR', 'LP')
        and e.from_at <= sec.now() and sec.now() < e.until_at
        and o.kind = 'RETURNED' and o.answered_at is null and o.source_agency_id = e.agency_id
        and o.episode_id <> all (sec.barred_episodes()) and sec.first_child(o.episode_id) <> all (sec.hidden_people())
      union
      select 'OVERSEE', a.id, a.id, a.episode_id, a.completed_on,
        coalesce((sec.timescales_at(a.completed_on::timestamptz) ->> 'oversight.wd')::integer, p_usual), u.full_name,
        a.updated_at, a.version
      from app.assessment a join app.app_user u on u.id = a.author_id join app.episode x on x.id = a.episode_id
      where sec.role() = 'AMGR' and a.source_agency_id = sec.agency() and a.status = 'COMPLETED' and a.author_id <> sec.uid()
        -- My week asks for what is new; the register keeps what was never looked at.
        and a.completed_on > sec.today() - 60
        and x.state not in ('REJECTED', 'CLOSED', 'MERGED', 'ARCHIVED', 'DISPOSED')
        and not exists (select 1 from app.oversight o where o.assessment_id = a.id and o.source_agency_id = a.source_agency_id)
        and exists (select 1 from app.edge e where e.episode_id = a.episode_id and e.agency_id = sec.agency()
          and e.kind in ('AUTHOR', 'LP') and e.user_id <> sec.uid() and e.from_at <= sec.now() and sec.now() < e.until_at)
        and not exists (select 1 from app.edge e where e.episode_id = a.episode_id and e.user_id = sec.uid()
          and e.kind in ('AUTHOR', 'LP') and e.from_at <= sec.now() and sec.now() < e.until_at)
        and a.episode_id <> all (sec.barred_episodes()) and sec.first_child(a.episode_id) <> all (sec.hidden_people())
      limit 200
    $$;
  revoke all on function sec.oversight_tasks(integer) from public;
  grant execute on function sec.oversight_tasks(integer) to app_user;`;

/**
 * What a manager or the CAF team says about an assessment or a case: seen, returned for changes, a note. Written beside the
 * work and never in its way; kept with the service whose work it is about. Families have their own ways to the record.
 */
export class OverseeAssessments20261126141000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table app.oversight (
        ${ROW},
        ${label('NOTES')},
        assessment_id uuid references app.assessment,
        kind text not null check (kind in ('SEEN', 'RETURNED', 'NOTE')),
        body text not null default '' check (length(body) <= 2000),
        sections text[] not null default '{}',
        answer text check (length(answer) between 5 and 2000),
        answered_by uuid references app.app_user,
        answered_at timestamptz,
        constraint oversight_about check ((kind = 'NOTE') = (assessment_id is null)),
        constraint oversight_says check (kind = 'SEEN' or length(body) >= 5),
        constraint oversight_answered check (num_nonnulls(answer, answered_by, answered_at) in (0, 3)),
        constraint oversight_answer_to_return check (answer is null or kind = 'RETURNED')
      );
      create index oversight_episode on app.oversight (episode_id, created_at desc, id desc);
      create index oversight_assessment on app.oversight (assessment_id);
      create index assessment_finished on app.assessment (source_agency_id, completed_on, id) where status = 'COMPLETED';
      ${protect('app.oversight')}
      grant select, insert on app.oversight to app_user;
      grant update (version, updated_at, answer, answered_by, answered_at) on app.oversight to app_user;
      ${readPolicies('app.oversight')}
      -- Somebody else of that service wrote or leads: nobody signs off their own work.
      create function sec.worked_by_others(p_episode uuid, p_agency uuid) returns boolean
        language sql stable security definer set search_path = ''
        as $$
          select sec.related(p_episode)
            and exists (select 1 from app.edge e where e.episode_id = p_episode and e.agency_id = p_agency
              and e.kind in ('AUTHOR', 'LP') and e.user_id <> sec.uid() and e.from_at <= sec.now() and sec.now() < e.until_at)
            and not exists (select 1 from app.edge e where e.episode_id = p_episode and e.user_id = sec.uid()
              and e.kind in ('AUTHOR', 'LP') and e.from_at <= sec.now() and sec.now() < e.until_at)
        $$;
      revoke all on function sec.worked_by_others(uuid, uuid) from public;
      grant execute on function sec.worked_by_others(uuid, uuid) to app_user;
      create policy for_workers on app.oversight as restrictive for select to app_user
        using (${ROLE} not in ('YP', 'PAR', 'ADLT'));
      create policy not_barred on app.oversight as restrictive to app_user
        using (${notBarred('oversight.episode_id')}) with check (${notBarred('oversight.episode_id')});
      create policy may_add on app.oversight for insert to app_user with check (
        author_id = ${UID} and created_by = ${UID} and answer is null
        and sec.worked_by_others(episode_id, source_agency_id) and case ${ROLE}
          when 'AMGR' then source_agency_id = ${AGENCY}
          when 'CAFC' then exists (select 1 from app.edge e where e.episode_id = oversight.episode_id and e.kind = 'CAFC_TASK'
            and e.user_id = ${UID} and ${live('e')})
          else false end);
      create policy may_answer on app.oversight for update to app_user
        using (kind = 'RETURNED' and answered_at is null and exists (
          select 1 from app.edge e where e.episode_id = oversight.episode_id and e.kind in ('AUTHOR', 'LP')
            and e.user_id = ${UID} and ${live('e')}))
        with check (answered_by = ${UID} and answer is not null);
      ${TASKS}`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop function sec.oversight_tasks(integer);
      drop index app.assessment_finished;
      drop table app.oversight;
      drop function sec.worked_by_others(uuid, uuid);`);
  }
}
