import type { DataSource, EntityMetadata } from 'typeorm';

type ColumnMetadata = EntityMetadata['columns'][number];

/** Tables no entity maps, each with its reason. */
export const UNMAPPED_TABLES: Readonly<Record<string, string>> = {
  'sec.clock': 'the running role has no right on it',
  'sec.secret': 'the running role has no right on it',
  'sec.credential': 'reached through functions of sec only',
  'sec.session': 'reached through functions of sec only',
  'sec.sign_in_throttle': 'reached through functions of sec only',
  'sec.match_key': 'reached through functions of sec only',
  'audit.chain': 'reached through the sealer only',
  'audit.link': 'reached through the sealer only',
  'audit.checkpoint': 'reached through the sealer only',
  'audit.alert_pass': 'one row, kept by the pass that raises alerts',
  'sec.holiday': 'read by the guards only, written by a migration',
  'sec.replaced_function': 'what a migration needs to be taken back',
  'sec.allowed_move': 'the table of moves for the guards, written by a migration',
};

/** Columns no entity maps. */
export const UNMAPPED_COLUMNS: Readonly<Record<string, string>> = {
  'audit.entry.xid': 'a transaction id, read by the sealer only; the mapper knows no such type',
};

interface Column {
  name: string;
  type: string;
  nullable: boolean;
  references: string | null;
}

const STORED = `
  select n.nspname || '.' || c.relname as "table", a.attname as name, format_type(a.atttypid, null) as type,
    not a.attnotnull as nullable,
    (select fn.nspname || '.' || fc.relname from pg_constraint k join pg_class fc on fc.oid = k.confrelid
       join pg_namespace fn on fn.oid = fc.relnamespace
     where k.contype = 'f' and k.conrelid = c.oid and k.conkey = array[a.attnum] limit 1) as "references"
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where n.nspname in ('app', 'sec', 'audit') and c.relkind in ('r', 'p')
  order by 1, a.attnum`;

/**
 * Where entities and the migrated database disagree: tables, columns, types, nullability, foreign keys.
 * @returns one sentence for each difference; none is what we want
 */
export async function drift(source: DataSource): Promise<string[]> {
  const stored = new Map<string, Map<string, Column>>();
  for (const row of (await source.query(STORED)) as (Column & { table: string })[]) {
    const columns = stored.get(row.table) ?? new Map<string, Column>();
    columns.set(row.name, row);
    stored.set(row.table, columns);
  }
  const mapped = new Map(
    source.entityMetadatas.map((entity) => [`${entity.schema}.${entity.tableName}`, entity]),
  );
  const differences = [...stored.keys()]
    .filter((table) => !mapped.has(table) && !(table in UNMAPPED_TABLES))
    .map((table) => `${table}: no entity maps this table`);
  for (const [table, entity] of mapped) {
    const columns = stored.get(table);
    differences.push(
      ...(columns ? ofTable(table, entity, columns) : [`${table}: mapped, but no migration makes it`]),
    );
  }
  return differences;
}

function ofTable(table: string, entity: EntityMetadata, stored: ReadonlyMap<string, Column>): string[] {
  const keys = new Map(
    entity.foreignKeys
      .filter((key) => key.columns.length === 1)
      .map((key) => [
        key.columns[0]?.databaseName ?? '',
        `${key.referencedEntityMetadata.schema}.${key.referencedEntityMetadata.tableName}`,
      ]),
  );
  const mapped = new Map(entity.columns.map((column) => [column.databaseName, column]));
  const missing = [...stored.keys()]
    .filter((name) => !mapped.has(name) && !(`${table}.${name}` in UNMAPPED_COLUMNS))
    .map((name) => `${table}.${name}: no entity maps this column`);
  return [
    ...missing,
    ...[...mapped].flatMap(([name, column]) =>
      ofColumn(`${table}.${name}`, column, stored.get(name), keys.get(name) ?? null),
    ),
  ];
}

function ofColumn(
  path: string,
  mapped: ColumnMetadata,
  stored: Column | undefined,
  references: string | null,
): string[] {
  if (!stored) return [`${path}: mapped, but no migration makes it`];
  const type = typeOf(mapped);
  return [
    ...(type === stored.type ? [] : [`${path}: ${type} in the entity, ${stored.type} in the database`]),
    ...(mapped.isNullable === stored.nullable
      ? []
      : [`${path}: ${mapped.isNullable ? 'nullable' : 'not null'} in the entity, the other in the database`]),
    ...(references === stored.references
      ? []
      : [
          `${path}: refers to ${references ?? 'nothing'} in the entity, to ${stored.references ?? 'nothing'} in the database`,
        ]),
  ];
}

/** The mapper's short names for what the catalogue spells out. */
const ALIASES: Readonly<Record<string, string>> = {
  timestamptz: 'timestamp with time zone',
  int4: 'integer',
};

function typeOf(column: ColumnMetadata): string {
  const name = typeof column.type === 'string' ? column.type : String(column.type);
  const full = ALIASES[name] ?? name;
  return column.isArray ? `${full}[]` : full;
}

const GUARDS: readonly { heading: string; sql: string }[] = [
  {
    heading: 'indexes',
    sql: `select indexdef as line from pg_indexes where schemaname in ('app', 'sec', 'audit') order by schemaname, indexname`,
  },
  {
    heading: 'constraints',
    sql: `select conrelid::regclass::text || ' ' || conname || ' ' || pg_get_constraintdef(oid) as line from pg_constraint
          where connamespace::regnamespace::text in ('app', 'sec', 'audit') and contype in ('c', 'u', 'x') order by 1`,
  },
  {
    heading: 'policies',
    sql: `select schemaname || '.' || tablename || ' ' || policyname || ' ' || permissive || ' ' || cmd || ' to ' || array_to_string(roles, ', ')
            || coalesce(' using ' || regexp_replace(qual, '\\s+', ' ', 'g'), '')
            || coalesce(' check ' || regexp_replace(with_check, '\\s+', ' ', 'g'), '') as line
          from pg_policies where schemaname in ('app', 'sec', 'audit') order by schemaname, tablename, policyname`,
  },
  {
    heading: 'grants',
    sql: `select x.name || ' ' || x.privilege || ' to ' || x.grantee as line from (
            select c.oid::regclass::text as name, g.privilege_type as privilege, g.grantee::regrole::text as grantee
            from pg_class c join pg_namespace n on n.oid = c.relnamespace cross join lateral aclexplode(c.relacl) g
            where n.nspname in ('app', 'sec', 'audit', 'hot') and g.grantee <> 0 and g.grantee <> c.relowner
            union all
            select p.oid::regprocedure::text, g.privilege_type, g.grantee::regrole::text
            from pg_proc p join pg_namespace n on n.oid = p.pronamespace cross join lateral aclexplode(p.proacl) g
            where n.nspname in ('app', 'sec', 'audit', 'hot') and g.grantee <> 0 and g.grantee <> p.proowner) x order by 1`,
  },
  {
    heading: 'definer functions and their owners',
    sql: `select p.oid::regprocedure::text || ' owned by ' || p.proowner::regrole::text as line
          from pg_proc p join pg_namespace n on n.oid = p.pronamespace
          where n.nspname in ('app', 'sec', 'audit', 'hot') and p.prosecdef order by 1`,
  },
];

/** Indexes, constraints, policies, grants and definer functions as text, to be compared with the committed dump. */
export async function guardsDump(source: DataSource): Promise<string> {
  const parts: string[] = [];
  for (const { heading, sql } of GUARDS) {
    const rows = (await source.query(sql)) as { line: string }[];
    parts.push(`-- ${heading}`, ...rows.map((row) => row.line), '');
  }
  return parts.join('\n');
}
