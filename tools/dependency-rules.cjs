// Who may import whom. Why these directions: docs/decisions/0002. Run by `npm run check`.
const { join } = require('node:path');

const WHY = 'See docs/decisions/0002.';
const ROOMS = '^api/src/(platform|access|audit|identity|jobs)/';
/** A feature is a folder of api/src that is not one of the rooms every feature stands on. */
const FEATURE = '^api/src/(?!platform/|access/|audit/|jobs/)([^/]+)/';
const SPEC = '\\.spec\\.tsx?$';

const rule = (name, comment, from, to) => ({
  name,
  severity: 'error',
  comment: `${comment} ${WHY}`,
  from,
  to,
});

const betweenProjects = [
  rule(
    'shared-alone',
    'shared imports nothing of ours.',
    { path: '^shared/' },
    { path: '^(api|web|migrations|test|tools)/' },
  ),
  rule(
    'shared-pure',
    'shared has no input or output and knows no framework.',
    { path: '^shared/src/', pathNot: SPEC },
    { path: 'node_modules/(@nestjs|react|react-dom|react-admin|typeorm|pg|fastify|@mui)/' },
  ),
  rule(
    'shared-no-node',
    'shared runs in the browser too.',
    { path: '^shared/src/', pathNot: SPEC },
    { dependencyTypes: ['core'] },
  ),
  rule(
    'migrations-alone',
    'A migration must mean the same in ten years: it imports nothing of ours.',
    { path: '^migrations/' },
    { path: '^(api|web|shared|test|tools)/' },
  ),
  rule(
    'api-not-web',
    'api and web meet only in shared and over HTTP.',
    { path: '^api/' },
    { path: '^(web|test|tools)/' },
  ),
  rule(
    'web-not-api',
    'api and web meet only in shared and over HTTP.',
    { path: '^web/' },
    { path: '^(api|migrations|test|tools)/' },
  ),
  rule(
    'test-through-the-door',
    'Tests reach the program through api/src/testing.ts, so that everything behind it can be moved.',
    { path: '^test/' },
    { path: '^api/', pathNot: '^api/(src|dist)/testing\\.(d\\.)?[jt]s$' },
  ),
  rule('test-not-web', 'Tests use the screen as a person does.', { path: '^test/' }, { path: '^web/' }),
  rule(
    'no-test-in-source',
    'Test parts never reach the running program.',
    { path: '^(api|web|shared|migrations)/', pathNot: SPEC },
    { path: SPEC },
  ),
  rule(
    'web-no-rules',
    'The screen shows what the API decided: it may know the words of the policy, not its rules.',
    { path: '^web/src/' },
    { path: '^shared/(src|dist)/policy/', dependencyTypesNot: ['type-only'] },
  ),
];

const insideApi = [
  rule(
    'platform-knows-nothing',
    'platform has never heard of a child. A handler in it still declares who may call it.',
    { path: '^api/src/platform/' },
    { path: '^api/src/(?!platform/)', pathNot: '^api/src/access/access\\.decorator\\.ts$' },
  ),
  rule(
    'access-imports-no-feature',
    'The gate reads facts by SQL and imports no feature.',
    { path: '^api/src/access/' },
    { path: '^api/src/(?!platform/|access/|audit/)[^/]+/' },
  ),
  rule(
    'audit-imports-no-feature',
    'Features hand the trail plain entries.',
    { path: '^api/src/audit/' },
    { path: '^api/src/(?!platform/|audit/|access/)[^/]+/' },
  ),
  rule(
    'http-not-persistence',
    'A controller calls a service; it never sees an entity.',
    { path: '^api/src/[^/]+/http/' },
    { path: '(^api/src/[^/]+/persistence/|\\.entity\\.ts$|\\.repository\\.ts$|node_modules/typeorm/)' },
  ),
  rule(
    'domain-pure',
    'The domain is pure: shared and itself only.',
    { path: '^api/src/[^/]+/domain/', pathNot: SPEC },
    { pathNot: '(^api/src/[^/]+/domain/|^shared/|^api/src/platform/errors/|^api/src/access/)' },
  ),
  rule(
    'domain-decides-no-access',
    'The domain may name the types of who asks (they vanish when compiled), and asks the gate nothing.',
    { path: '^api/src/[^/]+/domain/', pathNot: SPEC },
    { path: '^api/src/access/', dependencyTypesNot: ['type-only'] },
  ),
  rule(
    'persistence-below-service',
    'Persistence is called, it does not call.',
    { path: '^api/src/[^/]+/persistence/' },
    { path: '(\\.service\\.ts$|^api/src/[^/]+/http/)' },
  ),
  rule(
    'features-meet-at-services',
    "A feature uses another feature's *.service.ts (through its module), never its persistence, domain or http.",
    { path: FEATURE, pathNot: SPEC },
    { path: FEATURE, pathNot: ['^api/src/$1/', '\\.(service|module)\\.ts$'] },
  ),
  rule(
    'rooms-import-no-http',
    'Controllers are entered from outside only.',
    { path: ROOMS, pathNot: '\\.module\\.ts$' },
    { path: '^api/src/(?!$1/|platform/)[^/]+/http/' },
  ),
];

const insideWeb = [
  rule(
    'ui-knows-no-resource',
    'ui holds parts that know no resource.',
    { path: '^web/src/(ui|theme)/' },
    { path: '^web/src/(resources|journeys|pages|layout|providers)/' },
  ),
  rule(
    'resources-meet-at-references',
    "A resource shows another only through that folder's XReference component.",
    { path: '^web/src/resources/([^/]+)/' },
    { path: '^web/src/resources/[^/]+/', pathNot: ['^web/src/resources/$1/', 'Reference\\.tsx$'] },
  ),
  rule(
    'nothing-imports-app',
    'App is the top.',
    { path: '^web/src/', pathNot: '^web/src/main\\.tsx$' },
    { path: '^web/src/App\\.tsx$' },
  ),
  rule(
    'no-test-parts-in-web',
    'Test parts stay with the tests.',
    { path: '^web/src/(?!testing/)', pathNot: SPEC },
    { path: '^web/src/testing/' },
  ),
];

const everywhere = [
  rule(
    'no-cycles',
    'Two files that need each other are one file, or need a third.',
    {},
    { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  ),
  rule('resolvable', 'An import must lead somewhere.', {}, { couldNotResolve: true }),
];

module.exports = {
  forbidden: [...betweenProjects, ...insideApi, ...insideWeb, ...everywhere],
  options: {
    doNotFollow: { path: ['node_modules', '/dist/'] },
    exclude: { path: ['^tools/', '\\.css$', '\\.woff2?$'] },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    webpackConfig: { fileName: join(__dirname, 'lint/aliases.cjs') },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'default'],
      extensions: ['.ts', '.tsx', '.d.ts', '.mjs', '.js', '.json'],
      mainFields: ['types', 'module', 'main'],
    },
  },
};
