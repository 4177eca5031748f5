/**
 * What makes asking a thousand worlds quick without changing an answer, for databases of the proof only; every fiftieth
 * world is asked with nothing in place of what the program runs.
 *
 * - Who asks is read from the signed context without verifying the signature at each of hundreds of mentions; that nobody
 *   can forge it is proved elsewhere (test/access/forged-context).
 * - The moment is read from a setting instead of a table.
 * - `sec.agreed` remembers its answers while one person asks for one purpose: the back-ends ask it the same again.
 * - Whether a record is open is asked where it is archived, merged or disposed of; the others are.
 * - The lists that depend on who asks alone (whom they must not find, whose family they are of, what is open to them in an
 *   emergency) are worked out once for each person, not at each mention.
 * - Of the rows of an opened case only notes are asked: worlds fill no other table.
 * - Functions change no settings: they name everything in full.
 * - Keys to other tables are not checked again at each row: worlds are made of rows that refer to each other.
 */
const PART = (n, type) =>
  `(string_to_array(left(current_setting('sec.context', true), -64), '|', ''))[${n}]${type}`;
const getter = (name, type, body) =>
  `create or replace function sec.${name}() returns ${type} language sql stable as $$ select ${body} $$;`;

/** Who asks, by the place in the signed context. */
const WHO = {
  uid: [1, 'uuid'],
  agency: [2, 'uuid'],
  role: [4, 'text'],
  person: [5, 'uuid'],
  purpose: [6, 'text'],
};

const IDENTITY = [
  getter('context', 'text[]', `string_to_array(left(current_setting('sec.context', true), -64), '|', '')`),
  ...Object.entries(WHO).map(([name, [, type]]) =>
    getter(name, type, `nullif(current_setting('prove.${name}'), '')::${type}`),
  ),
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

/** Functions say everything by its full name; plans are generic for the whole connection. */
const SETTINGS = `
  do $$
  declare f record;
  begin
    for f in select p.oid::regprocedure as signature from pg_proc p
        where p.pronamespace in ('sec'::regnamespace, 'hot'::regnamespace) and p.proconfig is not null loop
      execute format('alter function %s reset all', f.signature);
    end loop;
  end $$;`;

const AGREED = 'sec.agreed(uuid, text, uuid, uuid, timestamptz, text, boolean, uuid)';
const ARGUMENTS = 'p_episode, p_category, p_subject, p_about, p_recorded, p_standing, p_own, p_agency';

const REMEMBERED = `
  create or replace function sec.agreed(p_episode uuid, p_category text, p_subject uuid, p_about uuid, p_recorded timestamptz,
      p_standing text, p_own boolean, p_agency uuid) returns boolean
    language plpgsql stable security definer
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

const OPEN = 'sec.record_open(uuid, uuid, uuid)';
/** Asked of the records that are archived, merged or disposed of; the others are open. Written so that the planner puts it in place. */
const OPEN_UNLESS = `
  create or replace function sec.record_open(p_episode uuid, p_subject uuid, p_about uuid) returns boolean language sql stable
    as $$ select p_episode <> all (current_setting('prove.shut')::uuid[]) or sec.record_open_asked(p_episode, p_subject, p_about) $$;`;

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

/** The program's own function under another name. */
const renamed = (definition, name, types) => `
  ${definition.replace(`FUNCTION sec.${name}(`, `FUNCTION sec.${name}_asked(`)};
  alter function sec.${name}_asked(${types}) owner to encircle_owner;`;

const listed = (name, definition) => `
  ${renamed(definition, name, '')}
  create or replace function sec.${name}() returns uuid[] language sql stable
    as $$ select current_setting('prove.${name}')::uuid[] $$;`;

const set = (names, value) =>
  `perform ${names.map((name) => `set_config('prove.${name}', ${value(name)}, true)`).join(', ')};`;

const BEGIN = `
  create or replace function prove.introduce() returns void language plpgsql as $$
    begin ${set(Object.keys(WHO), (name) => `coalesce(${PART(WHO[name][0], '')}, '')`)} end $$;
  create or replace function prove.settle() returns void language plpgsql as $$
    begin ${set(LISTS, (name) => `sec.${name}_asked()::text`)} end $$;`;

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
  await client.query(`${renamed(await source(OPEN), 'record_open', 'uuid, uuid, uuid')} ${OPEN_UNLESS}
    grant execute on function ${OPEN.replace('(', '_asked(')} to app_user, encircle_hot`);
  await client.query(SETTINGS);
  if (!remember) return;
  await client.query(`${renamed(agreed, 'agreed', AGREED.slice('sec.agreed('.length, -1))} ${REMEMBERED}`);
}
