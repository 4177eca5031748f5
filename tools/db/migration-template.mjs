/** First words of a migration's name: what it does to the database. One purpose each. */
export const VERBS = ['create', 'add', 'drop', 'rename', 'index', 'grant', 'protect', 'change', 'backfill'];

/** UTC to the second, as 20261122090000: names sort in the order they were made. @param {Date} now */
const stamp = (now) => now.toISOString().replace(/[-:T]/g, '').slice(0, 14);

const pascal = (what) => what.replace(/(^|-)([a-z0-9])/g, (_, __, letter) => letter.toUpperCase());

/** @param {string} what as "add-meeting-venue" @param {Date} now */
export const className = (what, now) => `${pascal(what)}${stamp(now)}`;

/** @param {string} what @param {Date} now */
export const moduleName = (what, now) => `${stamp(now)}-${what}`;

/** A migration that fails until it is written. @param {string} what @param {Date} now */
export const template = (what, now) => `import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Say why. */
export class ${className(what, now)} implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(\`\`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(\`\`);
  }
}
`;

/**
 * The list of migrations with one more at the end.
 * @param {string} index text of migrations/src/index.ts @param {string} what @param {Date} now
 */
export function withMigration(index, what, now) {
  const name = className(what, now);
  const imported = `import { ${name} } from './${moduleName(what, now)}.js';\n`;
  const lastImport = [...index.matchAll(/^import .*\n/gm)].at(-1);
  const at = lastImport ? lastImport.index + lastImport[0].length : 0;
  const listed = index.slice(at).replace(/\n\];/, `\n  ${name},\n];`);
  return index.slice(0, at) + imported + listed;
}
