const swc = [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', decorators: true, tsx: false },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
      target: 'es2022',
      keepClassNames: true,
    },
    module: { type: 'es6' },
    sourceMaps: 'inline',
  },
];

const base = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': swc },
  transformIgnorePatterns: ['/node_modules/'],
  moduleNameMapper: {
    '^@encircle/shared/(.*)$': '<rootDir>/shared/src/$1/index.ts',
    '^@encircle/migrations$': '<rootDir>/migrations/src/index.ts',
    '^@encircle/api/testing$': '<rootDir>/api/src/testing.ts',
    '^#api/(.*)\\.js$': '<rootDir>/api/src/$1.ts',
    '^@web/(.*)$': '<rootDir>/web/src/$1',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  modulePathIgnorePatterns: ['/dist/', '/.data/', '/.tmp/', '/.nx/'],
  setupFiles: ['<rootDir>/tools/jest-setup.mjs'],
};

/** Programs of the tests run in processes beside Jest. */
const hosts = {
  globalSetup: '<rootDir>/tools/testing/hosts/start.mjs',
  globalTeardown: '<rootDir>/tools/testing/hosts/stop.mjs',
};

const tier = (displayName, testMatch, extra = {}) => ({ ...base, displayName, testMatch, ...extra });

export default {
  // Two cores may be shared; a real hang still ends.
  testTimeout: 60_000,
  projects: [
    tier('unit', ['<rootDir>/{shared,api,web,migrations}/src/**/*.spec.ts']),
    tier('api', ['<rootDir>/test/{api,migrations,tools}/**/*.spec.ts'], hosts),
    tier('access', ['<rootDir>/test/access/**/*.spec.ts'], hosts),
    tier('e2e', ['<rootDir>/test/e2e/**/*.e2e.ts']),
  ],
};
