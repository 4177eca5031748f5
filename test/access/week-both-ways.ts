import type pg from 'pg';
import { weekRows } from '../../migrations/src/sql/week.js';

type Client = Pick<pg.ClientBase, 'query'>;
/** The arrays of one answer, each in an order of its own. */
export type WeekRows = Readonly<Record<string, readonly string[]>>;

const PARAMETERS: readonly (readonly [name: string, type: string])[] = [
  ['p_people', 'uuid[]'],
  ['p_led', 'uuid[]'],
  ['p_in_touch', 'text[]'],
  ['p_was_there', 'text[]'],
  ['p_child_weeks', 'integer'],
  ['p_quiet_days', 'integer'],
];

/** The same statement with nothing in it that guards: row-level security alone decides. */
const PLAIN = PARAMETERS.reduce(
  (text, [name, type], n) => text.replaceAll(name, `$${n + 1}::${type}`),
  weekRows({
    now: '(select sec.now())',
    today: '(select sec.today())',
    first: '',
    beside: () => '',
    mayRead: 'true',
    knows: (episode) => `exists (select 1 from app.episode_subject s where s.episode_id = ${episode})`,
  }),
);
const QUICK = `sec.week_rows(${PARAMETERS.map((_, n) => `$${n + 1}`).join(', ')})`;

async function rows(client: Client, from: string, parameters: readonly unknown[]): Promise<WeekRows> {
  const { rows: found } = await client.query<{ week: Record<string, object[]> }>({
    name: from.slice(0, 12),
    text: `select to_jsonb(w) as week from ${from} w`,
    values: [...parameters],
  });
  return Object.fromEntries(
    Object.entries(found[0]?.week ?? {}).map(([name, list]) => [
      name,
      list.map((row) => JSON.stringify(row)).sort(),
    ]),
  );
}

/** What my week reads for who was bound to this transaction, of everybody and every case: by its function, by policies alone. */
export async function weekBothWays(client: Client): Promise<{ quick: WeekRows; plain: WeekRows }> {
  const { rows: all } = await client.query<{ people: string[]; cases: string[] }>(
    `select array(select u.id from app.app_user u order by 1) as people, array(select x.id from app.episode x order by 1) as cases`,
  );
  const kinds = ['CONTACT', 'PHONE_CALL', 'HOME_VISIT', 'MEETING'];
  const parameters = [all[0]?.people, all[0]?.cases, kinds, ['ATTENDED_THROUGHOUT', 'ATTENDED_PART'], 6, 0];
  await client.query('set local role app_user; set local plan_cache_mode = force_generic_plan');
  const both = {
    quick: await rows(client, QUICK, parameters),
    plain: await rows(client, `(${PLAIN})`, parameters),
  };
  await client.query('reset role');
  return both;
}
