import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { className, moduleName, template, VERBS, withMigration } from './db/migration-template.mjs';
import { inRoot } from './paths.mjs';
import { Refusal, report, say } from './terminal.mjs';

const FOLDER = inRoot('migrations/src');
const INDEX = join(FOLDER, 'index.ts');

function createMigration(what, now) {
  if (!what || !new RegExp(`^(${VERBS.join('|')})(-[a-z0-9]+)+$`).test(what)) {
    throw new Refusal(
      `Say what it does, as: npm run db:new -- add-meeting-venue (first word: ${VERBS.join(', ')})`,
    );
  }
  if (readdirSync(FOLDER).some((name) => name.endsWith(`-${what}.ts`))) {
    throw new Refusal(`There is a migration "${what}" already.`);
  }
  const file = join(FOLDER, `${moduleName(what, now)}.ts`);
  writeFileSync(file, template(what, now), { flag: 'wx' });
  writeFileSync(INDEX, withMigration(readFileSync(INDEX, 'utf8'), what, now));
  say(
    `Written: ${file}\n${className(what, now)} is the last of migrations/src/index.ts. Next: npm run db:drift`,
  );
}

try {
  createMigration(process.argv[2], new Date());
} catch (error) {
  report(error);
}
