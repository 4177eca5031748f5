/** Constructs with one home each. The message says where that home is. */
const CLOCK = 'The one clock is sec.now(), handed down as `now`';
const DATABASE = 'belongs in persistence/, access/, audit/ or platform/database/, inside the unit of work';

export const noOwnClock = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: `${CLOCK}; do not ask Date.now().`,
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: `${CLOCK}; do not ask new Date().`,
  },
  { selector: "CallExpression[callee.name='Date']", message: `${CLOCK}; do not ask Date().` },
];

export const noDatabase = [
  { selector: "CallExpression[callee.property.name='getRepository']", message: `getRepository ${DATABASE}.` },
  {
    selector: "CallExpression[callee.property.name='createQueryBuilder']",
    message: `createQueryBuilder ${DATABASE}.`,
  },
  { selector: "CallExpression[callee.property.name='query']", message: `SQL ${DATABASE}.` },
  {
    selector: 'ImportSpecifier[imported.name=/^(DataSource|EntityManager|QueryRunner)$/]',
    message: `This ${DATABASE}.`,
  },
];

export const noEnvironment = [
  {
    selector: "MemberExpression[object.name='process'][property.name='env']",
    message: 'The environment is read in one file, platform/config/, which checks it at start.',
  },
];
