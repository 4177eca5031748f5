import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CONTEXT } from './sql/policies.js';

const { UID, AGENCY, ROLE, PERSON, NOW, TEAM } = CONTEXT;

const STATEMENT = `What we write down
We write down what you and your child tell us, what is going well and what you would like help with. It is kept safely and used to give your family help.

Who may see it
Only the services and people you name. You choose what each of them may know. You can say no to any of them. We keep a no as carefully as a yes.

Why
So that people who help you can understand what would help and work on one plan together.

How long
Until the date you agree with us. We ask again at each review. You can change your mind at any time, in any way. You do not have to say why. It works at once.

When we may share without asking
If the law says so, or if someone may come to harm. We tell you first if that is safe.

If you are not happy
Tell your main contact or the early help team. You can also complain to the council or to the Information Commissioner.`;

/**
 * What changes earlier agreement works on all of it, also on lines the worker may not read: a family's "no" must not
 * miss a line because the one who writes it down is not named in it.
 */
export class KeepAgreements20261122121200 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table app.consent add column signature jsonb, add column understood jsonb not null default '{}';

      -- A service that was refused or not asked reads nothing of it, whoever works there (rule S09).
      drop policy named on app.consent_line;
      create policy named on app.consent_line for select to app_user using (
        recipient_user_id = ${UID}
        or (recipient_agency_id = ${AGENCY} and decision = 'GIVEN')
        or created_by = ${UID}
        or giver_person_id = ${PERSON}
        or (category in ('IDENT', 'INVOLVE', 'CHILD', 'PARENTING', 'FAMILY', 'HEALTH', 'PLAN', 'MEETING', 'NOTES')
            and (${ROLE} = 'CAFC' or exists (select 1 from app.edge e where e.episode_id = consent_line.episode_id
                   and (e.kind in ${TEAM} or e.user_id = ${UID}) and e.from_at <= ${NOW} and ${NOW} < e.until_at))));

      -- May the actor write agreement down here: the team at work, the CAF team.
      create function sec.keeps_agreement(p_episode uuid) returns boolean
        language sql stable security definer set search_path = ''
        as $$
          select sec.role() = 'CAFC' or exists (
            select 1 from app.edge e where e.episode_id = p_episode and e.user_id = sec.uid()
              and sec.role() in ('PRACT', 'AMGR') and e.kind in ('AUTHOR', 'LP', 'TACM')
              and e.from_at <= sec.now() and sec.now() < e.until_at)
        $$;

      -- Ends the lines that those of this new act replace: the same giver, subject, recipient, kind and person it is
      -- about. Each new line is {category, recipientId, aboutPersonId, fromAt}; called before they are added.
      create function sec.replace_lines(p_consent uuid, p_lines jsonb) returns integer
        language plpgsql volatile security definer set search_path = ''
        as $$
        declare act app.consent; changed integer;
        begin
          select * into act from app.consent k where k.id = p_consent and k.created_by = sec.uid() and k.created_at = sec.now();
          if act.id is null then raise exception 'not an act of this request' using errcode = '42501'; end if;
          update app.consent_line l set
            status = 'SUPERSEDED', superseded_by_id = act.id, ended_by = sec.uid(), ended_how = 'REPLACED',
            ended_at = greatest(n.from_at, l.from_at),
            until_at = greatest(l.from_at, least(l.until_at, n.from_at)),
            team_read_until = least(l.team_read_until, n.from_at),
            lead_read_until = least(l.lead_read_until, n.from_at),
            version = l.version + 1, updated_at = sec.now()
          from (select x->>'category' as category, (x->>'recipientId')::uuid as recipient,
                  coalesce((x->>'aboutPersonId')::uuid, act.subject_id) as about, (x->>'fromAt')::timestamptz as from_at
                from jsonb_array_elements(p_lines) x) n
          where l.episode_id = act.episode_id and l.subject_id = act.subject_id and l.giver_person_id = act.giver_person_id
            and l.status = 'ACTIVE' and l.category = n.category
            and coalesce(l.recipient_agency_id, l.recipient_user_id) = n.recipient
            and coalesce(l.about_person_id, l.subject_id) = n.about;
          get diagnostics changed = row_count;
          return changed;
        end $$;

      -- A giver takes agreement back: all of it, one recipient's, one kind's. In force from this instant; the two
      -- instants of reading are worked out by the use case (rule 6.10). Answers what ended and what still stands.
      create function sec.withdraw_lines(p_episode uuid, p_giver uuid, p_recipient uuid, p_category text,
          p_team timestamptz, p_lead timestamptz, p_how text)
        returns table (ended integer, remaining integer, categories text[], subject_ids uuid[])
        language plpgsql volatile security definer set search_path = ''
        as $$
        begin
          if not (sec.keeps_agreement(p_episode) or coalesce(sec.person() = p_giver, false)) then
            raise exception 'not allowed to end agreement here' using errcode = '42501';
          end if;
          perform 1 from app.episode x where x.id = p_episode for update;
          return query
            with gone as (
              update app.consent_line l set
                status = 'WITHDRAWN', ended_at = greatest(sec.now(), l.from_at), ended_by = sec.uid(), ended_how = p_how,
                until_at = greatest(l.from_at, sec.now()), team_read_until = least(l.team_read_until, p_team),
                lead_read_until = least(l.lead_read_until, p_lead), version = l.version + 1, updated_at = sec.now()
              where l.episode_id = p_episode and l.giver_person_id = p_giver and l.decision = 'GIVEN'
                and l.status = 'ACTIVE' and sec.now() < l.until_at
                and (p_recipient is null or coalesce(l.recipient_agency_id, l.recipient_user_id) = p_recipient)
                and (p_category is null or l.category = p_category)
              returning l.id, l.category, l.subject_id)
            select (select count(*)::integer from gone),
              (select count(*)::integer from app.consent_line l where l.episode_id = p_episode and l.decision = 'GIVEN'
                 and l.status = 'ACTIVE' and sec.now() < l.until_at and l.id not in (select g.id from gone g)),
              (select coalesce(array_agg(distinct g.category), '{}') from gone g),
              (select coalesce(array_agg(distinct g.subject_id), '{}') from gone g);
        end $$;

      -- After all of one giver's agreement ended: nothing stands, the episode is withdrawn; another giver's agreement
      -- for the same child stands, it is disputed and the CAF team decides.
      create function sec.note_withdrawal(p_episode uuid, p_giver uuid) returns text
        language plpgsql volatile security definer set search_path = ''
        as $$
        declare stands boolean; disputed boolean;
        begin
          if not (sec.keeps_agreement(p_episode) or coalesce(sec.person() = p_giver, false)) then
            raise exception 'not allowed to end agreement here' using errcode = '42501';
          end if;
          select count(*) > 0, coalesce(bool_or(exists (
              select 1 from app.consent_line mine where mine.episode_id = p_episode and mine.giver_person_id = p_giver
                and mine.status = 'WITHDRAWN' and mine.subject_id = l.subject_id and l.about_person_id is null)), false)
            into stands, disputed
            from app.consent_line l
            where l.episode_id = p_episode and l.decision = 'GIVEN' and l.status = 'ACTIVE' and sec.now() < l.until_at;
          if not stands then
            update app.episode set withdrawn_at = sec.now(), version = version + 1, updated_at = sec.now() where id = p_episode;
            return 'WITHDRAWN';
          end if;
          if disputed then
            update app.episode set disputed_consent = true, version = version + 1, updated_at = sec.now() where id = p_episode;
            return 'DISPUTED';
          end if;
          return 'PARTLY';
        end $$;
      grant execute on function sec.keeps_agreement(uuid), sec.replace_lines(uuid, jsonb),
        sec.withdraw_lines(uuid, uuid, uuid, text, timestamptz, timestamptz, text), sec.note_withdrawal(uuid, uuid) to app_user;
    `);
    await q.query(
      `insert into app.consent_statement (statement_version, language, body, valid_from) values ('v1', 'en', $1, '2025-09-01')`,
      [STATEMENT],
    );
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      delete from app.consent_statement where statement_version = 'v1';
      drop function sec.note_withdrawal, sec.withdraw_lines, sec.replace_lines, sec.keeps_agreement;
      drop policy named on app.consent_line;
      create policy named on app.consent_line for select to app_user using (
        recipient_user_id = ${UID} or recipient_agency_id = ${AGENCY}
        or created_by = ${UID}
        or giver_person_id = ${PERSON}
        or (category in ('IDENT', 'INVOLVE', 'CHILD', 'PARENTING', 'FAMILY', 'HEALTH', 'PLAN', 'MEETING', 'NOTES')
            and (${ROLE} = 'CAFC' or exists (select 1 from app.edge e where e.episode_id = consent_line.episode_id
                   and (e.kind in ${TEAM} or e.user_id = ${UID}) and e.from_at <= ${NOW} and ${NOW} < e.until_at))));
      alter table app.consent drop column signature, drop column understood;
    `);
  }
}
