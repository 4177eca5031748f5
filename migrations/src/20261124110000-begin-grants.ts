import type { MigrationInterface, QueryRunner } from 'typeorm';

const OF = `e.episode_id = new.episode_id
                    and (e.user_id = p.principal or (e.agency_id = p.principal and e.kind in ('AUTHOR', 'LP', 'TACM')))`;

/** @param begins whether a grant says from when its place counts */
const kept = (begins: boolean): string => {
  const also = (text: string): string => (begins ? text : '');
  return `
      create or replace function sec.keep_grants() returns trigger
        language plpgsql volatile security definer set search_path = ''
        as $$
        begin
          insert into app.case_grant as g (principal_id, episode_id, open, opened_on, expires${also(', begins')})
          select p.principal, new.episode_id, x.state not in ('CLOSED', 'REJECTED', 'MERGED', 'ARCHIVED', 'DISPOSED'),
                 x.opened_on,
                 (select max(e.until_at) from app.edge e where ${OF})
                 ${also(`, (select min(e.from_at) from app.edge e where ${OF})`)}
          from (values (new.user_id), (new.agency_id)) as p(principal), app.episode x
          where x.id = new.episode_id and exists (select 1 from app.edge e where ${OF})
          on conflict (principal_id, episode_id) do update
            set expires = excluded.expires, open = excluded.open${also(', begins = excluded.begins')};
          return null;
        end $$;

      create or replace function sec.first_grants() returns trigger
        language plpgsql volatile security definer set search_path = ''
        as $$
        begin
          insert into app.case_grant (principal_id, episode_id, open, opened_on, expires${also(', begins')})
          select p.principal, new.id, true, new.opened_on, max(p.until_at)${also(', min(p.from_at)')}
          from (select e.user_id as principal, e.until_at, e.from_at from app.edge e where e.episode_id = new.id
                union all
                select e.agency_id, e.until_at, e.from_at from app.edge e where e.episode_id = new.id
                  and e.kind in ('AUTHOR', 'LP', 'TACM')) p
          group by p.principal
          on conflict (principal_id, episode_id) do nothing;
          return null;
        end $$;`;
};

const list = (include: string): string => `
      drop index app.case_grant_list;
      create index case_grant_list on app.case_grant (principal_id, open, opened_on desc, episode_id) include (${include});`;

/** A place may be given before it counts: until it does, the case is neither listed nor counted. */
export class BeginGrants20261124110000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table app.case_grant add column begins timestamptz not null default '-infinity';
      update app.case_grant g set begins = p.begins
      from (select t.principal_id, t.episode_id, min(t.from_at) as begins
        from (select e.user_id as principal_id, e.episode_id, e.from_at from app.edge e
              union all
              select e.agency_id, e.episode_id, e.from_at from app.edge e where e.kind in ('AUTHOR', 'LP', 'TACM')) t
        group by 1, 2) p
      where p.principal_id = g.principal_id and p.episode_id = g.episode_id;
      ${list('expires, begins')}
      ${kept(true)}`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`${kept(false)} ${list('expires')} alter table app.case_grant drop column begins;`);
  }
}
