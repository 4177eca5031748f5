import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CLAIM_FAMILIES, EVIDENCE_TASKS, MAY_RECORD } from './sql/claims.js';
import { label, ROW } from './sql/columns.js';
import { CONTEXT, notBarred, protect, readPolicies } from './sql/guards.js';

const { UID, ROLE, AGENCY, NOW } = CONTEXT;
const mayRecord = MAY_RECORD(ROLE, UID, AGENCY, NOW);

/**
 * What shows that a family's need was there, was met, and stayed met. A row says one thing at one moment and is struck out,
 * never changed; what is about one person's substance use, offending or abuse at home is kept under its own kind.
 */
export class KeepOutcomeEvidence20261127010000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table app.outcome_evidence (
        ${ROW},
        ${label('PLAN')},
        -- Which wording of the ten outcomes it was recorded under.
        framework_version smallint not null,
        outcome smallint not null check (outcome between 1 and 10),
        moment text not null check (moment in ('START', 'CLOSURE', 'SUSTAINED')),
        measure text not null,
        value numeric not null,
        measured_on date not null,
        source text not null check (length(source) between 3 and 200),
        met boolean,
        struck_at timestamptz,
        struck_by uuid references app.app_user,
        struck_reason text,
        constraint evidence_says_whether_met check ((moment = 'START') = (met is null)),
        constraint evidence_struck check (num_nonnulls(struck_at, struck_by, struck_reason) in (0, 3)),
        constraint evidence_own_kind check (category = case outcome when 4 then 'SENS_SM' when 7 then 'OFFENCE' when 8 then 'DV' else 'PLAN' end)
      );
      create index outcome_evidence_episode on app.outcome_evidence (episode_id, outcome, moment);
      create index outcome_evidence_start on app.outcome_evidence (episode_id) where moment = 'START' and struck_at is null;
      ${protect('app.outcome_evidence')}
      grant select, insert on app.outcome_evidence to app_user;
      grant update (version, updated_at, struck_at, struck_by, struck_reason) on app.outcome_evidence to app_user;
      ${readPolicies('app.outcome_evidence')}
      create policy not_barred on app.outcome_evidence as restrictive to app_user
        using (${notBarred('outcome_evidence.episode_id')}) with check (${notBarred('outcome_evidence.episode_id')});
      create policy may_add on app.outcome_evidence for insert to app_user with check (
        author_id = ${UID} and created_by = ${UID} and source_agency_id = ${AGENCY} and struck_at is null and ${mayRecord});
      create policy may_strike on app.outcome_evidence for update to app_user
        using (struck_at is null and ${mayRecord}) with check (struck_by = ${UID});
      ${CLAIM_FAMILIES}
      ${EVIDENCE_TASKS}
      revoke all on function sec.claim_families(), sec.evidence_tasks(integer) from public;
      grant execute on function sec.claim_families(), sec.evidence_tasks(integer) to app_user;`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop function sec.evidence_tasks, sec.claim_families;
      drop table app.outcome_evidence;`);
  }
}
