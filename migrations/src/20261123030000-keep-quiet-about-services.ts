import type { MigrationInterface, QueryRunner } from 'typeorm';

const FAMILY = 'sec.family_of(uuid, uuid[], text[])';
const ALL = 'where l.episode_id = p_episode));';
const KNOWN =
  'where l.episode_id = p_episode) and sec.may_know_service(p_episode, a.id, a.sensitive_class));';

/**
 * A line of agreement that names a sensitive service tells of it, whatever kind of information it is about (rule 6.8). It
 * shows to the service, to whoever gave it, wrote it down or works it under a task, and to those the family named for
 * that service's kind; to nobody else on the team.
 */
export class KeepQuietAboutServices20261123030000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create function sec.may_know_service(p_episode uuid, p_agency uuid, p_class text) returns boolean
        language sql stable security definer set search_path = ''
        as $$
          select p_class = 'NONE' or p_agency is not distinct from sec.agency()
            or sec.person() is not null
            or exists (select 1 from app.consent_line c where c.episode_id = p_episode
                 and (c.category = p_class and c.decision = 'GIVEN'
                   and (c.recipient_user_id = sec.uid() or c.recipient_agency_id = sec.agency())
                   or c.recipient_agency_id = p_agency and c.created_by = sec.uid()))
            or (sec.role() = 'IGO' and exists (select 1 from app.edge e where e.episode_id = p_episode
                 and e.user_id = sec.uid() and e.kind = 'IGO_TASK' and e.from_at <= sec.now() and sec.now() < e.until_at))
        $$;
      revoke all on function sec.may_know_service(uuid, uuid, text) from public;
      grant execute on function sec.may_know_service(uuid, uuid, text) to app_user;`);
    await this.replace(q, ALL, KNOWN);
  }

  async down(q: QueryRunner): Promise<void> {
    await this.replace(q, KNOWN, ALL);
    await q.query('drop function sec.may_know_service(uuid, uuid, text);');
  }

  /** The function stays as it was written but for this one condition. */
  private async replace(q: QueryRunner, from: string, to: string): Promise<void> {
    const [{ definition }] = (await q.query(`select pg_get_functiondef($1::regprocedure) as definition`, [
      FAMILY,
    ])) as [{ definition: string }];
    if (!definition.includes(from)) throw new Error(`${FAMILY} has no "${from}"`);
    await q.query(definition.replace(from, () => to));
  }
}
