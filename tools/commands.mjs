/**
 * Every command of the house, in the order a newcomer meets them. `npm run help` prints this list, and a test keeps it
 * and the scripts of package.json the same.
 * @type {{ heading: string, commands: { name: string, does: string }[] }[]}
 */
export const COMMANDS = [
  {
    heading: 'Every day',
    commands: [
      {
        name: 'start',
        does: 'start everything and print the address and the demo sign-ins; needs nothing set up before it',
      },
      { name: 'test', does: 'run every tier: unit, api, access, e2e; needs nothing set up before it' },
      { name: 'dev', does: 'the same program, reloaded on every change of a file' },
      { name: 'check', does: 'format, lint, types, import rules and unit tests, in under a minute' },
      {
        name: 'check:fields',
        does: 'compare the fields of the rules with form, API and PDF; prints what is missing',
      },
      { name: 'format', does: 'write every file the way check wants it' },
      { name: 'build', does: 'build what changed since the last build' },
      { name: 'help', does: 'print this list' },
    ],
  },
  {
    heading: 'One tier of tests',
    commands: [
      { name: 'test:unit', does: 'pure rules, in milliseconds; a path after -- runs that file only' },
      { name: 'test:api', does: 'the real program on a real database' },
      { name: 'test:access', does: 'who may see what: scenarios, every route as every role' },
      { name: 'test:e2e', does: 'whole stories in a real browser' },
    ],
  },
  {
    heading: 'Database',
    commands: [
      { name: 'db:new', does: 'a new migration: npm run db:new -- add-meeting-venue' },
      { name: 'db:drift', does: 'fail when entities and migrations disagree' },
      { name: 'db:reset', does: 'remove the embedded database, after asking (--yes does not ask)' },
      { name: 'demo:reset', does: 'load the demo borough afresh' },
    ],
  },
  {
    heading: 'Proof',
    commands: [
      { name: 'access:verify', does: 'work out again what lists and guards are driven by' },
      { name: 'access:rules', does: 'write the rules of the database anew from the one table of the policy' },
      {
        name: 'access:prove',
        does: 'compare function, database and lists over random worlds; -- --worlds 2000, -- --mutants',
      },
      {
        name: 'bench',
        does: 'measure: npm run bench -- http (beside a bare server), access (a whole country)',
      },
      {
        name: 'audit:verify',
        does: 'recompute the chain over the audit log: OK, or the first bad place; also of a dump: -- --csv file',
      },
      {
        name: 'audit:export',
        does: 'write the audit log and its chain as a dump: npm run audit:export -- file.csv',
      },
      { name: 'prove', does: 'collect the proofs of what the product promises' },
      {
        name: 'access:matrix',
        does: 'compare who may do what with docs/access; -- --write keeps what is so now, for review',
      },
      { name: 'screenshots', does: 'picture every main screen, wide and narrow' },
      {
        name: 'try:clone',
        does: 'clone, install, start, kill, start again and test, as three kinds of user',
      },
    ],
  },
];

/** Scripts npm runs by itself before a command; nobody types them. */
export const AUTOMATIC = ['prestart', 'pretest'];
