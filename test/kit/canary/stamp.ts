import type { Program } from '../program.js';

/** A word that occurs nowhere else: it stands in one field of one row. */
export interface Canary {
  token: string;
  table: string;
  column: string;
  /** The whole row, to tell whose it is and of what kind. */
  row: Readonly<Record<string, unknown>>;
}

/**
 * Text that is a code, a key or a reference and so has a fixed list of values, a check of its own or another place's
 * spelling. A new text column is stamped unless it is named here.
 */
const CODED: ReadonlySet<string> = new Set(
  `acceptance_ref agreed agreement answered asked_by attendance basis better capacity category child_participation child_seen
   closure_reason code content_hash decision dob_status ecm_outcome effect element_code ended_how family_told fingerprint form_code
   form_version from_state ground has_pr key kind language lead_type level lives_with locality measure_code method
   minutes_status mode name_key outcome parent_participation portal postcode pr_basis priority professional_role purpose
   statement_form recipient_type ref reference relation role rsvp section sensitive_class sex source_of_concern state state_before status
   start_by statement_version status_set to_state transition type what_next`.split(/\s+/),
);

/** The directory, sessions, and what belongs to a worker alone hold no family's words. */
const NOT_OF_A_FAMILY =
  /^(agency|team|app_user|membership|consent_statement|demo_marker|draft|idempotency|search_allowance|case_grant|outbox|upload|staff_relative|alert_rule|timescale|access_alert|absence_alert|panel_day|panel_member|service_entry)$/;

/** `zq` and letters only, because names take no digits; the same for the same field of the same row. */
const token = (column: string): string =>
  `'zq' || translate(substr(md5(t.id::text || '.${column}'), 1, 12), '0123456789', 'ghijklmnop')`;

/** Text takes the word behind its own; of structured fields every text does. */
const stamped = (column: string, type: string): string =>
  type === 'text'
    ? `t."${column}" || ' ' || ${token(column)}`
    : `(select jsonb_object_agg(e.key, case when jsonb_typeof(e.value) = 'string' and e.key <> 'status'
         then to_jsonb((e.value #>> '{}') || ' ' || ${token(column)}) else e.value end) from jsonb_each(t."${column}") e)`;

const fits = (column: string, type: string): string =>
  type === 'text'
    ? `t."${column}" is not null`
    : `jsonb_typeof(t."${column}") = 'object' and t."${column}" <> '{}'`;

/**
 * Puts a word of its own into every text field of every row about a family, as the administrator, and says where each is.
 * Keys for searching stay what they were.
 */
export async function stamp(program: Program): Promise<Map<string, Canary>> {
  const columns = await program.rows<{ table: string; column: string; type: string }>(
    `select c.table_name as table, c.column_name as column, c.data_type as type
     from information_schema.columns c join information_schema.tables x using (table_schema, table_name)
     where c.table_schema = 'app' and x.table_type = 'BASE TABLE' and c.data_type in ('text', 'jsonb')
       -- A list of allowed values makes it a code.
       and not exists (select 1 from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey)
         where k.contype = 'c' and k.conrelid = format('app.%I', c.table_name)::regclass and a.attname = c.column_name
           and cardinality(k.conkey) = 1 and pg_get_constraintdef(k.oid) !~ 'length')
       and exists (select 1 from information_schema.columns i
         where i.table_schema = 'app' and i.table_name = c.table_name and i.column_name = 'id') order by 1, 2`,
  );
  const canaries = new Map<string, Canary>();
  const refused: string[] = [];
  const client = await program.database.admin.connect();
  try {
    // Rows that never change once made are stamped all the same, and no trigger works out keys from stamped words.
    await client.query(`begin; set local session_replication_role = replica`);
    for (const { table, column, type } of columns) {
      if (NOT_OF_A_FAMILY.test(table) || CODED.has(column)) continue;
      await client.query('savepoint field');
      const { rows } = await client
        .query<{ token: string; row: Record<string, unknown> }>(
          `update app.${table} t set "${column}" = ${stamped(column, type)} where ${fits(column, type)}
         returning ${token(column)} as token, to_jsonb(t) as row`,
        )
        .catch(async (error: Error) => {
          refused.push(`${table}.${column}: ${error.message}`);
          await client.query('rollback to savepoint field');
          return { rows: [] };
        });
      for (const found of rows) canaries.set(found.token, { ...found, table, column });
    }
    // Words inside files were put there when they were sealed.
    const { rows } = await client.query<{ token: string; row: Record<string, unknown> }>(
      `select ${token('ciphertext')} as token, to_jsonb(t) - 'ciphertext' as row from app.document t`,
    );
    for (const found of rows)
      canaries.set(found.token, { ...found, table: 'document', column: 'ciphertext' });
    await client.query('commit');
  } finally {
    client.release();
  }
  if (refused.length > 0)
    throw new Error(`These fields hold codes: name them in CODED\n${refused.join('\n')}`);
  return canaries;
}
