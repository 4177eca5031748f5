import { REACH, verdict } from '@encircle/shared/policy';

/**
 * Mistakes a person could make in a rule, each in one back-end only. None touches a file: the function is asked with other
 * facts, settings or cells of the table; SQL is changed inside the transaction that is rolled back with its world.
 */

const withEpisode = (change) => (facts, request, now) =>
  verdict({ ...facts, episode: { ...facts.episode, ...change(facts.episode, now) } }, request, now);

/** One cell of the table of `shared/src/policy/reach.ts`, only while the function is asked. */
const withCell = (standing, kinds, way) => (facts, request, now) => {
  const before = { ...REACH[standing] };
  for (const kind of kinds) REACH[standing][kind] = way;
  try {
    return verdict(facts, request, now);
  } finally {
    Object.assign(REACH[standing], before);
  }
};

const replaced = (text, from, to) => {
  const changed = text.replaceAll(from, () => to);
  if (changed === text) throw new Error(`the mutant found nothing to change: ${from}`);
  return changed;
};

/** @param rule name of a policy on app.note @param to null drops it */
const policy =
  (rule, from, to, clause = 'select') =>
  async (client, texts) => {
    await client.query(`drop policy ${rule} on app.note`);
    if (to === null) return;
    const kind = rule === 'may_read' ? '' : 'as restrictive';
    await client.query(
      `create policy ${rule} on app.note ${kind} for ${clause} to app_user using (${replaced(texts[rule], from, to)})`,
    );
  };

const routine = (signature, from, to) => async (client) => {
  const { rows } = await client.query(`select pg_get_functiondef($1::regprocedure) as text`, [signature]);
  await client.query(replaced(rows[0].text, from, to));
};

const predicate = (from, to) => async (client, texts, install) =>
  install(client, replaced(texts.whole, from, to));

const dropHot = (rule) => (client) => client.query(`drop policy ${rule} on app.note`);

const AGREED = 'sec.agreed(uuid, text, uuid, uuid, timestamptz, text, boolean, uuid)';
const MATCH =
  'sec.match_agreement(uuid, text, boolean, text, uuid, uuid, timestamptz, uuid, uuid, timestamptz, timestamptz)';

export const MUTANTS = [
  {
    name: 'a conflict-of-interest block is forgotten',
    where: 'function',
    decideWith: withEpisode(() => ({ blocks: [] })),
  },
  {
    name: 'the last instant of a place still counts',
    where: 'function',
    decideWith: withEpisode(({ edges }) => ({
      edges: edges.map((edge) =>
        edge.to === null ? edge : { ...edge, to: new Date(Date.parse(edge.to) + 1).toISOString() },
      ),
    })),
  },
  {
    name: 'eleven read-only working days instead of ten',
    where: 'function',
    decideWith: (facts, request, now) =>
      verdict({ ...facts, settings: { ...facts.settings, readOnlyWorkingDays: 11 } }, request, now),
  },
  {
    name: 'the CAF team’s task no longer opens what was said in confidence',
    where: 'function',
    decideWith: withCell('CAFC_TASK', ['THIRD'], 'NEVER'),
  },
  {
    name: 'managers read by lines that name a service only what is ordinary',
    where: 'function',
    decideWith: withCell(
      'MANAGER',
      ['ADULT', 'OFFENCE', 'DV', 'IMMIG', 'SENS_SH', 'SENS_MH', 'SENS_SM'],
      'NEVER',
    ),
  },
  {
    name: 'a child’s competence is not asked',
    where: 'function',
    decideWith: withEpisode(() => ({ competence: [] })),
  },

  {
    name: 'a line is taken for any purpose',
    where: 'predicate',
    parts: ['predicate'],
    before: predicate(/\(select sec\.purpose\(\)\) = any \(c\.purposes\)/g, 'true'),
  },
  {
    name: 'a manager reads the private words an agency keeps',
    where: 'predicate',
    parts: ['predicate'],
    before: predicate(
      `(select sec.role()) = 'AMGR' and note.source_agency_id = (select sec.agency()) and note.category <> 'PRIVATE'`,
      `(select sec.role()) = 'AMGR' and note.source_agency_id = (select sec.agency())`,
    ),
  },
  {
    name: 'a shielded adult behind somebody else’s row is not looked for',
    where: 'predicate',
    parts: ['predicate'],
    before: predicate(
      '(note.about_person_id is null or note.about_person_id <> all ((select sec.hidden_people())::uuid[]))',
      'true',
    ),
  },
  {
    name: 'a place held for one agency is used from another',
    where: 'predicate',
    parts: ['predicate'],
    before: predicate('and e.agency_id = (select sec.agency())', ''),
  },

  {
    name: 'archived and merged records stay open',
    where: 'policies',
    parts: ['guarded'],
    before: policy('record_open', '', null),
  },
  {
    name: 'a shield is not put over notes',
    where: 'policies',
    parts: ['guarded'],
    before: policy('not_shielded', '', null),
  },
  {
    name: 'the panel is given meetings and notes too',
    where: 'policies',
    parts: ['guarded'],
    before: policy(
      'may_read',
      `note.category in ('IDENT', 'INVOLVE', 'CHILD', 'PARENTING', 'FAMILY', 'HEALTH', 'PLAN') and`,
      'true and',
    ),
  },
  {
    name: 'a refusal elsewhere does not contest a line',
    where: 'policies',
    parts: ['guarded'],
    before: policy('may_read', 'not c.contested and', ''),
  },

  {
    name: 'a person’s own refusal gives way to the service’s line',
    where: 'agreement',
    parts: ['predicate', 'guarded'],
    before: routine(MATCH, `p.state in ('GIVEN', 'REFUSED')`, `p.state in ('GIVEN')`),
  },
  {
    name: 'after a withdrawal the lead professional has no days to close',
    where: 'agreement',
    parts: ['predicate', 'guarded'],
    before: routine(AGREED, `p_standing <> 'TACM' and`, 'false and'),
  },
  {
    name: 'an emergency view serves any purpose',
    where: 'agreement',
    parts: ['predicate', 'guarded'],
    before: routine('sec.through_glass(uuid, text, uuid, uuid)', 'g.purpose = sec.purpose() and', ''),
  },

  {
    name: 'an opened case counts contested lines as settled',
    where: 'hot reads',
    parts: ['hot'],
    before: routine('sec.open_kinds(uuid)', 'and not c.contested', ''),
  },
  {
    name: 'an opened case shows what is about a shielded person',
    where: 'hot reads',
    parts: ['hot'],
    before: dropHot('hot_not_hidden'),
  },
  {
    name: 'an opened case forgets when a line ends',
    where: 'hot reads',
    parts: ['hot'],
    before: routine('sec.open_kinds(uuid)', 'and v_now < c.until_at', ''),
  },

  {
    name: 'a replaced line is gathered as one that stands',
    where: 'facts',
    parts: ['facts'],
    before: routine('sec.episode_facts(uuid)', `c.status = 'SUPERSEDED'`, 'false'),
  },
  {
    name: 'agreement of somebody whose responsibility ended later falls with it',
    where: 'agreement',
    parts: ['rows'],
    before: routine(
      'sec.could_decide(uuid, uuid, uuid, text, timestamptz, text, boolean, timestamptz)',
      'p_given < r.pr_until',
      'false',
    ),
  },
  {
    name: 'responsibility that is not known is gathered as held',
    where: 'facts',
    parts: ['facts'],
    before: routine('sec.episode_facts(uuid)', `r.has_pr = 'YES'`, `r.has_pr <> 'NOT_KNOWN'`),
  },

  {
    name: 'those with an emergency view are not named',
    where: 'who can see',
    parts: ['seers'],
    before: routine('sec.visitors(uuid)', `g.kind = 'BREAK_GLASS'`, 'false'),
  },
  {
    name: 'those whose task is over are still named',
    where: 'who can see',
    parts: ['seers'],
    before: routine(
      'sec.visitors(uuid)',
      'x.from_at <= sec.now() and sec.now() < x.until_at',
      'x.from_at <= sec.now()',
    ),
  },
];
