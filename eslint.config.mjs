import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import handlersDeclareAccess from './tools/lint/handlers-declare-access.mjs';
import { noDatabase, noEnvironment, noOwnClock } from './tools/lint/restricted-syntax.mjs';

const typescript = ['**/*.ts', '**/*.tsx'];
const specs = ['**/*.spec.ts', '**/*.spec.tsx', '**/*.e2e.ts'];
const homesOfSql = [
  'api/src/platform/database/**',
  'api/src/platform/health/**',
  // The demo is loaded before anyone signs in, by the migrating role.
  'api/src/demo/**',
  'api/src/access/**',
  'api/src/audit/**',
  'api/src/**/persistence/**',
];

const restricted = (files, selectors, ignores = specs) => ({
  files,
  ignores,
  rules: { 'no-restricted-syntax': ['error', ...selectors] },
});

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '.data/**', '.tmp/**', '.nx/**', 'coverage/**'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.mjs', '**/*.cjs', ...typescript],
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-var': 'error',
      'prefer-const': 'error',
      'no-constant-condition': ['error', { checkLoops: false }],
      'no-debugger': 'error',
      'no-dupe-keys': 'error',
      'no-duplicate-imports': ['error', { allowSeparateTypeImports: true }],
      'no-fallthrough': 'error',
      'no-self-compare': 'error',
      'no-template-curly-in-string': 'error',
      'no-unreachable': 'error',
      'no-unsafe-finally': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
      'use-isnan': 'error',
    },
  },
  {
    files: ['**/*.mjs', '**/*.cjs'],
    languageOptions: { globals: globals.node },
    rules: { 'no-undef': 'error', 'no-unused-vars': ['error', { caughtErrors: 'none' }] },
  },
  {
    files: typescript,
    extends: [tseslint.configs.recommended],
    rules: {
      'no-console': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', caughtErrors: 'none' }],
    },
  },
  {
    files: ['{api,web,test}/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { group: ['../../../*'], message: 'Use #api/, @web/ or @encircle/shared/ instead of climbing.' },
          ],
        },
      ],
    },
  },
  {
    // Types are loaded only where a forgotten promise can lose a write or a test its meaning.
    files: ['api/src/**/*.ts', 'web/src/**/*.{ts,tsx}', 'test/**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: { '@typescript-eslint/no-floating-promises': 'error' },
    ignores: ['api/src/**/*.spec.ts'],
  },
  {
    files: ['api/src/**/*.ts'],
    plugins: { encircle: { rules: { 'handlers-declare-access': handlersDeclareAccess } } },
    rules: { 'encircle/handlers-declare-access': 'error' },
  },
  restricted(['api/src/**/*.ts'], [...noOwnClock, ...noEnvironment, ...noDatabase]),
  restricted(homesOfSql, [...noOwnClock, ...noEnvironment]),
  restricted(['api/src/platform/clock/**'], [...noEnvironment, ...noDatabase]),
  restricted(['api/src/platform/config/**'], [...noOwnClock, ...noDatabase]),
  // The two entries hand the environment over, whole, to the settings.
  restricted(['api/src/main.ts', 'api/src/cli.ts'], [...noOwnClock, ...noDatabase]),
  // Where the program is put together, the data source is handed out.
  restricted(['api/src/app.ts', 'api/src/app.module.ts'], [...noOwnClock, ...noEnvironment]),
  restricted(['shared/src/**/*.ts'], [...noOwnClock, ...noEnvironment]),
  {
    files: ['web/src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
);
