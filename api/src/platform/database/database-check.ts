import type { DataSource } from 'typeorm';

export class UnsafeDatabaseError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(
      `Encircle cannot start: the database is not as safe as it must be:\n${problems.map((p) => `  - ${p}`).join('\n')}`,
    );
  }
}

/** Tables without a child in them that need no row-level security, each with its reason. */
const WITHOUT_ROW_SECURITY: Record<string, string> = {
  'sec.clock': 'one row, the offset of the clock; the running role has no right on it',
  'sec.secret': 'no right for the running role',
  'sec.session': 'no right for the running role; reached through functions of sec only',
  'sec.credential': 'no right for the running role; reached through functions of sec only',
  'sec.sign_in_throttle': 'no right for the running role; keys are digests',
};

/** Every right on a table or column, from the catalogue itself: the standard views show only one's own. */
const GRANTS = `
  select n.nspname || '.' || c.relname as name, c.relkind as kind, x.privilege_type as privilege,
         case when x.grantee = 0 then 'public' else x.grantee::regrole::text end as grantee
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  cross join lateral (
    select * from aclexplode(c.relacl)
    union all
    select e.* from pg_attribute a cross join lateral aclexplode(a.attacl) e where a.attrelid = c.oid and a.attacl is not null
  ) x
  where n.nspname in ('app', 'sec', 'audit', 'hot') and c.relkind in ('r', 'p', 'v', 'm')`;

const CHECKS: readonly { what: string; sql: string }[] = [
  {
    what: 'row-level security is not enabled and forced on',
    sql: `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where n.nspname in ('app', 'sec', 'audit') and c.relkind in ('r', 'p')
            and not (c.relrowsecurity and c.relforcerowsecurity)`,
  },
  {
    what: 'a command is granted to app_user without a policy on',
    sql: `select distinct g.name || ' (' || lower(g.privilege) || ')' as name from (${GRANTS}) g
          where g.grantee = 'app_user' and g.privilege in ('SELECT', 'INSERT', 'UPDATE', 'DELETE') and g.kind in ('r', 'p')
            and not exists (select 1 from pg_policies p where p.schemaname || '.' || p.tablename = g.name
              and p.permissive = 'PERMISSIVE' and p.cmd in (g.privilege, 'ALL') and 'app_user' = any (p.roles))`,
  },
  {
    what: 'the owning role has no policy of its own on',
    sql: `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where n.nspname in ('app', 'audit') and c.relkind in ('r', 'p') and not exists (
            select 1 from pg_policies p where p.schemaname = n.nspname and p.tablename = c.relname
              and p.cmd = 'ALL' and 'encircle_owner' = any (p.roles))`,
  },
  {
    what: 'the running role must not be superuser, owner, able to bypass row-level security, or member of such',
    sql: `select r.rolname as name from pg_roles r
          where (r.rolsuper or r.rolbypassrls or r.rolname in ('encircle_owner', 'encircle_migrator'))
            and pg_has_role(session_user, r.oid, 'member')`,
  },
  {
    what: 'a table right is granted straight to the running role on',
    sql: `select distinct g.name as name from (${GRANTS}) g where g.grantee in ('encircle_login', 'public')`,
  },
  {
    what: 'a view would bypass row-level security',
    sql: `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where n.nspname in ('app', 'sec', 'audit', 'hot') and c.relkind in ('v', 'm')
            and not coalesce('security_invoker=true' = any (c.reloptions), false)`,
  },
  {
    what: 'a SECURITY DEFINER function outside sec, audit and hot, or without a fixed search_path',
    sql: `select n.nspname || '.' || p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
          where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema')
            and (n.nspname not in ('sec', 'audit', 'hot')
                 or not exists (select 1 from unnest(p.proconfig) c where c like 'search_path=%'))`,
  },
  {
    what: 'a function can be called by everyone',
    sql: `select n.nspname || '.' || p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
          where n.nspname in ('app', 'sec', 'audit', 'hot') and p.prorettype <> 'trigger'::regtype
            and has_function_privilege('public', p.oid, 'execute')`,
  },
  {
    what: 'the audit log could be changed: no trigger that always fires refuses it on',
    sql: `select t.name from unnest(array['audit.entry', 'audit.link', 'audit.checkpoint']) t(name)
          where not exists (
            select 1 from pg_trigger g
            where g.tgrelid = to_regclass(t.name) and g.tgfoid = to_regproc('audit.refuse_change') and g.tgenabled = 'A'
              -- before each update, delete and truncate, for the whole statement
              and g.tgtype = 2 + 8 + 16 + 32 and g.tgqual is null and g.tgattr::text = '')`,
  },
  {
    what: 'a right on the audit log itself is granted on',
    sql: `select distinct g.name || ' (' || lower(g.privilege) || ' to ' || g.grantee || ')' as name from (${GRANTS}) g
          where g.name in ('audit.entry', 'audit.chain', 'audit.link', 'audit.checkpoint') and g.grantee <> 'encircle_owner'`,
  },
];

/** Refuses to run on a database whose guards were weakened. @throws UnsafeDatabaseError naming each object */
export async function refuseUnsafeDatabase(source: DataSource, production: boolean): Promise<void> {
  const problems: string[] = [];
  for (const check of CHECKS) {
    const rows = (await source.query(check.sql)) as { name: string }[];
    for (const { name } of rows) if (!(name in WITHOUT_ROW_SECURITY)) problems.push(`${check.what}: ${name}`);
  }
  if (production) problems.push(...(await productionProblems(source)));
  if (problems.length > 0) throw new UnsafeDatabaseError(problems);
}

async function productionProblems(source: DataSource): Promise<string[]> {
  const [row] = (await source.query('select * from sec.production_facts()')) as {
    clock_moved: boolean;
    demo_accounts: number;
    demo_loaded: boolean;
  }[];
  return [
    ...(row?.clock_moved ? ['the clock has an offset; production runs on the real time only'] : []),
    ...(row && row.demo_accounts > 0 ? [`${row.demo_accounts} accounts still have the demo password`] : []),
    ...(row?.demo_loaded ? ['the invented demo borough is loaded in this database'] : []),
  ];
}
