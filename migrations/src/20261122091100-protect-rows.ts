import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  CONTEXT,
  knowsEpisode,
  mayReadOfPerson,
  mayWrite,
  notHidden,
  protect,
  protectContent,
} from './sql/policies.js';

const { UID, AGENCY, ROLE, PERSON, NOW, TEAM, WORKER_ROLES } = CONTEXT;

const CONTENT = [
  'episode_move',
  'case_fact',
  'assessment',
  'answer',
  'meeting',
  'meeting_place',
  'invitation',
  'minute',
  'plan',
  'plan_agreement',
  'outcome',
  'rating',
  'action',
  'action_comment',
  'review',
  'note',
];

const OF_PERSON: Record<string, string> = {
  other_name: `'IDENT'`,
  identifier: `'IDENT'`,
  address: `'IDENT'`,
  contact_point: `'IDENT'`,
  setting: `'IDENT'`,
  person_fact: 'person_fact.category',
};

const OTHERS = [
  'agency',
  'team',
  'person',
  'app_user',
  'membership',
  'relationship',
  'episode',
  'episode_subject',
  'edge',
  'case_grant',
  'nomination',
  'consent_statement',
  'consent',
  'consent_line',
  'draft',
  'referral',
  'shield',
  'shield_member',
  'conflict_block',
  'access_grant',
  'sensitive_service',
  'competence',
  'court_order',
  'idempotency',
  'outbox',
  'search_allowance',
  'demo_marker',
];

/** Row-level security, forced, on every table of `app` and on the tables of `sec` and `audit` that hold a child. */
export class ProtectRows20261122091100 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    for (const table of CONTENT) await q.query(protectContent(`app.${table}`));
    for (const [table, category] of Object.entries(OF_PERSON)) await q.query(this.ofPerson(table, category));
    for (const table of OTHERS) await q.query(protect(`app.${table}`));
    await q.query(protect('sec.match_key'));
    await q.query(protect('audit.entry'));
    await q.query(`
      -- Directory: names of agencies and colleagues are no secret among those signed in.
      grant select on app.agency, app.team, app.consent_statement to app_user;
      create policy signed_in on app.agency for select to app_user using (${UID} is not null);
      create policy signed_in on app.team for select to app_user using (${UID} is not null);
      create policy signed_in on app.consent_statement for select to app_user using (${UID} is not null);
      grant select (id, full_name, phone, status, person_id, version, created_at, updated_at, created_by, email,
        vetting_valid_to, training_valid_to) on app.app_user to app_user;
      create policy signed_in on app.app_user for select to app_user using (${UID} is not null and (person_id is null or id = ${UID}));
      grant select on app.membership to app_user;
      create policy workers on app.membership for select to app_user
        using (${UID} is not null and (user_id = ${UID} or role not in ('YP', 'PAR', 'ADLT')));

      grant select, insert, update on app.person to app_user;
      create policy made_now on app.person for select to app_user using (created_by = ${UID} and created_at = ${NOW});
      create policy in_my_case on app.person for select to app_user using (
        id = ${PERSON}
        or exists (select 1 from app.episode_subject s where s.person_id = person.id)
        or exists (select 1 from app.relationship r where r.person_id = person.id));
      create policy not_hidden on app.person as restrictive for select to app_user using (
        ${notHidden('person.id')}
        or ${ROLE} in ('CAFC', 'MASH')
        or exists (select 1 from app.episode_subject s join app.edge e on e.episode_id = s.episode_id
             where s.person_id = person.id and e.user_id = ${UID} and e.kind in ${TEAM}
               and e.from_at <= ${NOW} and ${NOW} < e.until_at));
      create policy may_add on app.person for insert to app_user
        with check (${ROLE} in ${WORKER_ROLES} and created_by = ${UID});
      create policy may_change on app.person for update to app_user using (
        exists (select 1 from app.episode_subject s join app.edge e on e.episode_id = s.episode_id
          where (s.person_id = person.id or exists (select 1 from app.relationship r
                   where r.child_id = s.person_id and r.person_id = person.id))
            and e.user_id = ${UID} and e.kind in ('AUTHOR', 'LP', 'CAFC_TASK')
            and e.from_at <= ${NOW} and ${NOW} < e.until_at));

      grant select, insert, update on app.relationship to app_user;
      create policy may_read on app.relationship for select to app_user using (
        ${mayReadOfPerson('relationship', 'relationship.child_id', `'FAMILY'`)} or relationship.person_id = ${PERSON});
      create policy not_shielded on app.relationship as restrictive to app_user
        using (${notHidden('relationship.child_id')}) with check (${notHidden('relationship.child_id')});
      create policy may_add on app.relationship for insert to app_user
        with check (${ROLE} in ${WORKER_ROLES} and created_by = ${UID} and (
          exists (select 1 from app.person p where p.id = child_id and p.created_by = ${UID} and p.created_at = ${NOW})
          or exists (select 1 from app.episode_subject s where s.person_id = child_id and ${mayWrite('s')})));
      create policy may_change on app.relationship for update to app_user
        using (exists (select 1 from app.episode_subject s where s.person_id = child_id and ${mayWrite('s')}));

      grant select, update on app.episode to app_user;
      create policy knows on app.episode for select to app_user using (${knowsEpisode('episode.id')});
      create policy not_shielded on app.episode as restrictive for select to app_user using (
        ${ROLE} = 'CAFC' or not exists (
          select 1 from app.episode_subject s where s.episode_id = episode.id
            and s.person_id = any ((select sec.hidden_people())::uuid[])
            and not exists (select 1 from app.edge e where e.episode_id = s.episode_id and e.user_id = ${UID}
              and e.kind in ${TEAM} and e.from_at <= ${NOW} and ${NOW} < e.until_at)));
      create policy may_change on app.episode for update to app_user using (
        ${ROLE} in ${WORKER_ROLES} and (${ROLE} = 'CAFC' or exists (select 1 from app.edge e where e.episode_id = episode.id
          and e.user_id = ${UID} and e.kind in ('AUTHOR', 'LP', 'TACM', 'CAFC_TASK', 'MASH_CONCERN')
          and e.from_at <= ${NOW} and ${NOW} < e.until_at)));

      -- Subjects are read through their own columns and edges only, so that no policy reads itself.
      grant select on app.episode_subject to app_user;
      create policy knows on app.episode_subject for select to app_user using (${knowsEpisode('episode_subject.episode_id')});

      -- Edges answer only for the actor and, to a manager, for their own agency. Whole teams come from sec.team().
      grant select on app.edge to app_user;
      create policy own on app.edge for select to app_user using (
        user_id = ${UID} or (${ROLE} = 'AMGR' and agency_id = ${AGENCY}));

      grant select on app.case_grant to app_user;
      create policy own on app.case_grant for select to app_user using (
        principal_id = ${UID} or (${ROLE} = 'AMGR' and principal_id = ${AGENCY}));

      grant select, insert, update on app.nomination to app_user;
      create policy concerned on app.nomination for select to app_user using (
        nominee_id = ${UID} or ${ROLE} = 'CAFC'
        or exists (select 1 from app.edge e where e.episode_id = nomination.episode_id
             and e.kind in ${TEAM} and e.from_at <= ${NOW} and ${NOW} < e.until_at));
      create policy may_add on app.nomination for insert to app_user
        with check (created_by = ${UID} and (${ROLE} = 'CAFC' or ${mayWrite('nomination')}));
      create policy may_change on app.nomination for update to app_user using (nominee_id = ${UID} or created_by = ${UID});

      -- Agreement: the team sees ordinary lines; a line of a sensitive or adult's own kind shows only to whom it names.
      grant select, insert on app.consent to app_user;
      create policy team on app.consent for select to app_user using (
        created_by = ${UID} or exists (select 1 from app.consent_line l where l.consent_id = consent.id));
      create policy may_add on app.consent for insert to app_user with check (
        created_by = ${UID} and recorded_by_agency_id = ${AGENCY} and ${mayWrite('consent')});
      create policy not_shielded on app.consent as restrictive to app_user
        using (${notHidden('consent.subject_id')}) with check (${notHidden('consent.subject_id')});

      grant select, insert, update on app.consent_line to app_user;
      create policy named on app.consent_line for select to app_user using (
        recipient_user_id = ${UID} or recipient_agency_id = ${AGENCY}
        or created_by = ${UID}
        or giver_person_id = ${PERSON}
        or (category in ('IDENT', 'INVOLVE', 'CHILD', 'PARENTING', 'FAMILY', 'HEALTH', 'PLAN', 'MEETING', 'NOTES')
            and (${ROLE} = 'CAFC' or exists (select 1 from app.edge e where e.episode_id = consent_line.episode_id
                   and (e.kind in ${TEAM} or e.user_id = ${UID}) and e.from_at <= ${NOW} and ${NOW} < e.until_at))));
      create policy may_add on app.consent_line for insert to app_user with check (
        created_by = ${UID} and ${mayWrite('consent_line')});
      create policy may_end on app.consent_line for update to app_user using (${mayWrite('consent_line')});
      create policy not_shielded on app.consent_line as restrictive to app_user
        using (${notHidden('consent_line.subject_id')}) with check (${notHidden('consent_line.subject_id')});

      grant select, insert, update, delete on app.draft to app_user;
      create policy author_only on app.draft to app_user using (user_id = ${UID}) with check (user_id = ${UID});

      grant select, insert, update on app.referral to app_user;
      create policy concerned on app.referral for select to app_user using (
        author_id = ${UID} or ${ROLE} = 'MASH'
        or (${ROLE} = 'CAFC')
        or (${ROLE} = 'AMGR' and source_agency_id = ${AGENCY}));
      create policy anyone_may_add on app.referral for insert to app_user
        with check (author_id = ${UID} and source_agency_id = ${AGENCY});
      create policy may_change on app.referral for update to app_user using (author_id = ${UID} or ${ROLE} in ('MASH', 'CAFC'));

      grant select on app.shield, app.shield_member to app_user;
      create policy listed on app.shield for select to app_user using (
        ${ROLE} in ('CAFC', 'IGO') or exists (select 1 from app.shield_member m where m.shield_id = shield.id));
      create policy own on app.shield_member for select to app_user using (user_id = ${UID} or ${ROLE} in ('CAFC', 'IGO'));
      grant insert, update on app.shield, app.shield_member to app_user;
      create policy caf_team on app.shield for insert to app_user with check (${ROLE} = 'CAFC' and created_by = ${UID});
      create policy caf_team_changes on app.shield for update to app_user using (${ROLE} = 'CAFC');
      create policy caf_team on app.shield_member for insert to app_user with check (${ROLE} = 'CAFC');
      create policy caf_team_changes on app.shield_member for update to app_user using (${ROLE} = 'CAFC');

      grant select on app.access_grant to app_user;
      create policy own on app.access_grant for select to app_user using (user_id = ${UID} or agency_id = ${AGENCY});

      -- A sensitive involvement answers to its own worker and, to broker a contact, to the CAF team.
      grant select, insert, update on app.sensitive_service to app_user;
      create policy own on app.sensitive_service for select to app_user using (
        worker_id = ${UID} or created_by = ${UID}
        or (${ROLE} = 'CAFC' and sec.purpose() = 'BROKER' and exists (select 1 from app.edge k
              where k.episode_id = sensitive_service.episode_id and k.user_id = ${UID} and k.kind = 'BROKER_TASK'
                and k.from_at <= ${NOW} and ${NOW} < k.until_at)));
      create policy may_add on app.sensitive_service for insert to app_user with check (created_by = ${UID} and ${mayWrite('sensitive_service')});
      create policy may_change on app.sensitive_service for update to app_user using (created_by = ${UID});

      grant select, insert on app.competence to app_user;
      create policy assessor on app.competence for select to app_user using (assessed_by = ${UID});
      create policy may_add on app.competence for insert to app_user with check (
        assessed_by = ${UID} and exists (select 1 from app.episode_subject s where s.person_id = competence.person_id and ${mayWrite('s')}));

      grant select, insert on app.idempotency to app_user;
      create policy own on app.idempotency to app_user using (user_id = ${UID}) with check (user_id = ${UID});
      grant insert on app.outbox to app_user;
      create policy may_add on app.outbox for insert to app_user with check (${UID} is not null);
      grant select, insert, update on app.search_allowance to app_user;
      create policy own on app.search_allowance to app_user using (user_id = ${UID}) with check (user_id = ${UID});
      grant select on app.demo_marker to app_user;
      create policy anyone on app.demo_marker for select to app_user using (true);
    `);
  }

  private ofPerson(table: string, category: string): string {
    const person = `${table}.person_id`;
    const own = `exists (select 1 from app.person p where p.id = ${person} and p.created_by = ${UID} and p.created_at = ${NOW})
      or exists (select 1 from app.episode_subject s where ${mayWrite('s')} and (s.person_id = ${person}
           or exists (select 1 from app.relationship r where r.child_id = s.person_id and r.person_id = ${person})))`;
    return `
      ${protect(`app.${table}`)}
      grant select, insert, update on app.${table} to app_user;
      create policy may_read on app.${table} for select to app_user using (
        ${mayReadOfPerson(table, person, category)}
        or exists (select 1 from app.relationship r where r.person_id = ${person}));
      create policy not_shielded on app.${table} as restrictive to app_user
        using (${notHidden(person)}) with check (${notHidden(person)});
      create policy may_add on app.${table} for insert to app_user with check (created_by = ${UID} and (${own}));
      create policy may_change on app.${table} for update to app_user using (${own});`;
  }

  async down(q: QueryRunner): Promise<void> {
    const all = [
      ...[...CONTENT, ...Object.keys(OF_PERSON), ...OTHERS].map((t) => `app.${t}`),
      'sec.match_key',
      'audit.entry',
    ];
    for (const table of all) {
      const name = table.split('.')[1] ?? '';
      const policies = (await q.query(
        `select policyname from pg_policies where schemaname || '.' || tablename = $1`,
        [table],
      )) as {
        policyname: string;
      }[];
      for (const { policyname } of policies) await q.query(`drop policy ${policyname} on ${table}`);
      await q.query(`alter table ${table} no force row level security; alter table ${table} disable row level security;
        revoke all on ${table} from app_user;`);
      if (name === 'app_user') await q.query(`revoke all on app.app_user from app_user`);
    }
  }
}
