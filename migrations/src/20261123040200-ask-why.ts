import type { MigrationInterface, QueryRunner } from 'typeorm';

const WRITE = (check: string): string => `
  create or replace function audit.record(
    p_action text, p_outcome text, p_episode uuid, p_children uuid[], p_categories text[], p_basis text[],
    p_channel text, p_count integer, p_query_hash text, p_request text, p_fields text[]
  ) returns bigint
    language plpgsql volatile security definer set search_path = ''
    as $$
    declare
      c text[] := sec.context();
      new_id bigint;
    begin
      if c is null then raise exception 'no context' using errcode = '42501'; end if;${check}
      insert into audit.entry (actor_id, agency_id, role, session_ref, action, outcome, episode_id, child_ids,
        categories, purpose, reason, basis, channel, result_count, query_hash, request_id, fields)
      values (c[1]::uuid, c[2]::uuid, c[4], c[8], p_action, p_outcome, p_episode, coalesce(p_children, '{}'),
        coalesce(p_categories, '{}'), c[6], c[7], coalesce(p_basis, '{}'), coalesce(p_channel, 'screen'), p_count,
        p_query_hash, p_request, coalesce(p_fields, '{}'))
      returning id into new_id;
      return new_id;
    end $$;`;

/**
 * Who looks from outside the work with a family says why first. The program asks before anything is looked up; here what
 * shows content cannot be written down without a reason, and what cannot be written down is not shown.
 */
export class AskWhy20261123040200 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(
      WRITE(`
      if c[4] in ('AUDR', 'IGO', 'PANEL') and coalesce(btrim(c[7]), '') = '' and p_outcome in ('ALLOW', 'LIMITED')
        and p_action in ('case.opened', 'content.viewed', 'notes.listed', 'chronology.viewed', 'assessment.listed',
          'assessment.viewed', 'plan.viewed', 'meeting.listed', 'meeting.viewed', 'checklist.viewed', 'closure.viewed', 'child.viewed')
      then raise exception 'a reason is needed' using errcode = 'EN001'; end if;`),
    );
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(WRITE(''));
  }
}
