import type { MigrationInterface, QueryRunner } from 'typeorm';
import { agreementsWaiting, ORDINARY } from './sql/agreements-waiting.js';
import { ROW } from './sql/columns.js';
import { CONTEXT, protect } from './sql/policies.js';

const { ROLE, AGENCY, NOW, TEAM } = CONTEXT;

/**
 * People with parental responsibility who do not agree with each other about one child (rules 5.5 and 6.10): what the one
 * still agrees to goes on until the CAF team has decided, within five working days; the decision works at once.
 */
export class SettleDisputes20261123070400 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table app.consent_dispute (
        ${ROW},
        episode_id uuid not null references app.episode,
        subject_id uuid not null references app.person,
        person_id uuid not null references app.person,
        opened_at timestamptz not null default sec.now(),
        due_on date not null,
        status text not null default 'OPEN' check (status in ('OPEN', 'DECIDED', 'AGREED_AGAIN')),
        decision text check (decision in ('GO_ON', 'STOP')),
        reasons text,
        decided_by uuid references app.app_user,
        decided_at timestamptz,
        constraint decided_whole check ((status = 'DECIDED') = (decision is not null and reasons is not null and decided_by is not null))
      );
      create unique index one_open_dispute on app.consent_dispute (episode_id, subject_id, person_id) where status = 'OPEN';
      create index consent_dispute_due on app.consent_dispute (status, due_on);
      ${protect('app.consent_dispute')}
      grant select on app.consent_dispute to app_user;
      create policy concerned on app.consent_dispute for select to app_user using (
        ${ROLE} = 'CAFC' or (${ROLE} = 'AMGR' and exists (
          select 1 from app.edge e where e.episode_id = consent_dispute.episode_id and e.agency_id = ${AGENCY}
            and e.kind in ${TEAM} and e.from_at <= ${NOW} and ${NOW} < e.until_at)));

      -- After this person took agreement back or said no: wherever somebody else's yes about the same child stands.
      create function sec.open_disputes(p_episode uuid, p_person uuid, p_due date) returns integer
        language plpgsql volatile security definer set search_path = ''
        as $$
        declare opened integer;
        begin
          if not (sec.keeps_agreement(p_episode) or coalesce(sec.person() = p_person, false)) then
            raise exception 'not allowed to note a dispute here' using errcode = '42501';
          end if;
          insert into app.consent_dispute (episode_id, subject_id, person_id, due_on, created_by)
          select distinct p_episode, theirs.subject_id, p_person, p_due, sec.uid()
          from app.consent_line theirs join app.relationship r
              on r.child_id = theirs.subject_id and r.person_id = p_person and r.has_pr = 'YES'
          where theirs.episode_id = p_episode and theirs.giver_person_id <> p_person and theirs.decision = 'GIVEN'
            and theirs.status = 'ACTIVE' and sec.now() < theirs.until_at and theirs.about_person_id is null
            and theirs.giver_person_id <> theirs.subject_id and theirs.category in ${ORDINARY}
            and exists (
              select 1 from app.consent_line mine
              where mine.episode_id = p_episode and mine.giver_person_id = p_person and mine.subject_id = theirs.subject_id
                and mine.about_person_id is null
                and ((mine.status = 'WITHDRAWN' and not exists (
                       select 1 from app.consent_line still where still.episode_id = p_episode and still.giver_person_id = p_person
                         and still.subject_id = theirs.subject_id and still.decision = 'GIVEN' and still.status = 'ACTIVE'
                         and sec.now() < still.until_at))
                  or (mine.decision = 'REFUSED' and mine.status = 'ACTIVE' and mine.category = theirs.category
                    and coalesce(mine.recipient_agency_id, mine.recipient_user_id)
                      = coalesce(theirs.recipient_agency_id, theirs.recipient_user_id))))
          on conflict do nothing;
          get diagnostics opened = row_count;
          if opened > 0 then
            update app.episode set disputed_consent = true, version = version + 1, updated_at = sec.now()
            where id = p_episode and not disputed_consent;
          end if;
          return opened;
        end $$;

      -- Whoever disagreed agrees again: nothing is left to decide.
      create function sec.agreed_again(p_episode uuid, p_person uuid) returns void
        language plpgsql volatile security definer set search_path = ''
        as $$
        begin
          if not sec.keeps_agreement(p_episode) then raise exception 'not allowed' using errcode = '42501'; end if;
          update app.consent_dispute d set status = 'AGREED_AGAIN', version = d.version + 1, updated_at = sec.now()
          where d.episode_id = p_episode and d.person_id = p_person and d.status = 'OPEN';
          if found then
            update app.episode x set disputed_consent = false, version = x.version + 1, updated_at = sec.now()
            where x.id = p_episode and x.disputed_consent and not exists (
              select 1 from app.consent_dispute o where o.episode_id = p_episode and o.status = 'OPEN');
          end if;
        end $$;

      -- GO_ON: the other's agreement stands. STOP: all ordinary agreement about this child ends, in this instant.
      create function sec.settle_dispute(p_id uuid, p_version integer, p_decision text, p_reasons text, p_team timestamptz,
          p_lead timestamptz) returns text
        language plpgsql volatile security definer set search_path = ''
        as $$
        declare d app.consent_dispute; outcome text := p_decision;
        begin
          if sec.role() <> 'CAFC' then raise exception 'the CAF team decides' using errcode = '42501'; end if;
          select * into d from app.consent_dispute c where c.id = p_id for update;
          if d.id is null then return 'NONE'; end if;
          if d.status <> 'OPEN' or d.version <> p_version then return 'STALE'; end if;
          update app.consent_dispute c set status = 'DECIDED', decision = p_decision, reasons = p_reasons,
            decided_by = sec.uid(), decided_at = sec.now(), version = c.version + 1, updated_at = sec.now() where c.id = p_id;
          if p_decision = 'STOP' then
            update app.consent_line l set status = 'WITHDRAWN', ended_at = greatest(sec.now(), l.from_at), ended_by = sec.uid(),
              ended_how = 'DISPUTE_DECIDED', until_at = greatest(l.from_at, sec.now()),
              team_read_until = least(l.team_read_until, p_team), lead_read_until = least(l.lead_read_until, p_lead),
              version = l.version + 1, updated_at = sec.now()
            where l.episode_id = d.episode_id and l.subject_id = d.subject_id and l.about_person_id is null
              and l.category in ${ORDINARY} and l.decision = 'GIVEN' and l.status = 'ACTIVE'
              and l.giver_person_id <> d.subject_id;
            if not exists (select 1 from app.consent_line l where l.episode_id = d.episode_id and l.decision = 'GIVEN'
                and l.status = 'ACTIVE' and sec.now() < l.until_at) then
              update app.episode x set withdrawn_at = sec.now() where x.id = d.episode_id;
            end if;
          end if;
          update app.episode x set disputed_consent = exists (
              select 1 from app.consent_dispute o where o.episode_id = d.episode_id and o.status = 'OPEN'),
            version = x.version + 1, updated_at = sec.now()
          where x.id = d.episode_id;
          return outcome;
        end $$;

      ${agreementsWaiting()}
      grant execute on function sec.open_disputes(uuid, uuid, date), sec.agreed_again(uuid, uuid),
        sec.settle_dispute(uuid, integer, text, text, timestamptz, timestamptz), sec.agreements_waiting() to app_user;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop function sec.agreements_waiting(), sec.settle_dispute(uuid, integer, text, text, timestamptz, timestamptz),
        sec.agreed_again(uuid, uuid), sec.open_disputes(uuid, uuid, date);
      drop table app.consent_dispute;
    `);
  }
}
