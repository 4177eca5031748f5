/**
 * What makes asking a thousand worlds quick without changing an answer, for databases of the proof only; every fiftieth
 * world is asked with nothing in place of what the program runs.
 *
 * - Who asks is read from the signed context without verifying the signature at each of hundreds of mentions; that nobody
 *   can forge it is proved elsewhere (test/access/forged-context).
 * - The moment is read from a setting instead of a table.
 * - `sec.agreed` remembers its answers while one person asks for one purpose: the back-ends ask it the same again.
 * - The lists that depend on who asks alone (whom they must not find, whose family they are of, what is open to them in an
 *   emergency) are worked out once, not at each mention.
 * - Of the rows of an opened case only notes are asked: worlds fill no other table.
 * - Keys to other tables are not checked again at each row: worlds are made of rows that refer to each other.
 */
const PART = (n, type) =>
  `(string_to_array(left(current_setting('sec.context', true), -64), '|', ''))[${n}]${type}`;
const getter = (name, type, body) =>
  `create or replace function sec.${name}() returns ${type} language sql stable as $$ select ${body} $$;`;

const IDENTITY = [
  getter('context', 'text[]', `string_to_array(left(current_setting('sec.context', true), -64), '|', '')`),
  getter('uid', 'uuid', PART(1, '::uuid')),
  getter('agency', 'uuid', PART(2, '::uuid')),
  getter('role', 'text', PART(4, '')),
  getter('person', 'uuid', PART(5, '::uuid')),
  getter('purpose', 'text', PART(6, '')),
  getter('now', 'timestamptz', `current_setting('prove.now')::timestamptz`),
].join('\n');

const KEYS = `
  do $$
  declare c record;
  begin
    for c in select k.conrelid::regclass as of_table, k.conname from pg_constraint k
        where k.contype = 'f' and k.connamespace in ('app'::regnamespace, 'sec'::regnamespace) loop
      execute format('alter table %s drop constraint %I', c.of_table, c.conname);
    end loop;
  end $$;`;

const AGREED = 'sec.agreed(uuid, text, uuid, uuid, timestamptz, text, boolean, uuid)';
const ARGUMENTS = 'p_episode, p_category, p_subject, p_about, p_recorded, p_standing, p_own, p_agency';

const REMEMBERED = `
  create or replace function sec.agreed(p_episode uuid, p_category text, p_subject uuid, p_about uuid, p_recorded timestamptz,
      p_standing text, p_own boolean, p_agency uuid) returns boolean
    language plpgsql stable security definer set search_path = ''
    as $$
    declare known text := current_setting('prove.agreed'); told boolean;
      key text := concat(E'\\n', ${ARGUMENTS.split(', ')
        .map((name) => `${name}, ' '`)
        .join(', ')}, '=');
      at integer := strpos(known, key);
    begin
      if at > 0 then return substr(known, at + length(key), 1) = 't'; end if;
      told := sec.agreed_asked(${ARGUMENTS});
      perform set_config('prove.agreed', known || key || case when told then 't' else 'f' end, true);
      return told;
    end $$;`;

/** In this order: a later one may ask an earlier one. */
const LISTS = [
  'barred_people',
  'barred_episodes',
  'my_children',
  'family_episodes',
  'glass_episodes',
  'raised_episodes',
  'hidden_people',
];

const listed = (name, definition) => `
  ${definition.replace(`FUNCTION sec.${name}(`, `FUNCTION sec.${name}_asked(`)};
  alter function sec.${name}_asked() owner to encircle_owner;
  create or replace function sec.${name}() returns uuid[] language sql stable
    as $$ select current_setting('prove.${name}')::uuid[] $$;`;

const BEGIN = `
  create or replace function prove.settle() returns void language plpgsql as $$
    begin
      ${LISTS.map((name) => `perform set_config('prove.${name}', sec.${name}_asked()::text, true);`).join('\n      ')}
    end $$;`;

const ROWS = 'sec.rows_by_rule(uuid, text[])';
const BETWEEN = ' union all select t.id from ';
const FIRST = 'return array(select t.id from ';

/** The arm over notes alone; the tables of the others must be empty. */
function onlyNotes(definition) {
  const start = definition.indexOf(FIRST);
  const end = definition.indexOf('); end', start);
  const arms = definition.slice(start + FIRST.length, end).split(BETWEEN);
  const [notes, ...more] = arms.filter((arm) => arm.startsWith('app.note t where'));
  if (start < 0 || end < 0 || arms.length < 2 || notes === undefined || more.length > 0)
    throw new Error(`${ROWS} is not written as expected`);
  return {
    text: `${definition.slice(0, start)}${FIRST}${notes}${definition.slice(end)}`,
    tables: arms.filter((arm) => arm !== notes).map((arm) => /app\.(\w+) t /.exec(arm)?.[1] ?? 'note'),
  };
}

/**
 * @param {import('pg').Client} client the administrator of a database of the proof
 * @param {{ remember?: boolean }} [how] remember: `sec.agreed` too; not where a mistake is put into it
 */
export async function quicken(client, { remember = true } = {}) {
  const source = async (signature) =>
    (await client.query(`select pg_get_functiondef($1::regprocedure) as text`, [signature])).rows[0].text;
  const { text, tables } = onlyNotes(await source(ROWS));
  for (const table of tables) {
    const { rows } = await client.query(`select exists (select 1 from app.${table}) as filled`);
    if (rows[0].filled) throw new Error(`app.${table} is not empty`);
  }
  const agreed = await source(AGREED);
  const lists = [];
  for (const name of LISTS) lists.push(listed(name, await source(`sec.${name}()`)));
  await client.query(`${IDENTITY} ${KEYS} ${text}; ${lists.join('\n')} ${BEGIN}`);
  if (!remember) return;
  await client.query(`${agreed.replace('FUNCTION sec.agreed(', 'FUNCTION sec.agreed_asked(')};
    alter function ${AGREED.replace('agreed(', 'agreed_asked(')} owner to encircle_owner; ${REMEMBERED}`);
}
